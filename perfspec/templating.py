"""Fill the Jinja templates of one folder, in a sandbox.

In: a folder, the name of a template in it, functions and values. Out: the text it makes. What a
template gets wrong is told with its file and line. Values are escaped unless they are Markup.
"""

import os
import traceback
from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path

from jinja2 import (
    FunctionLoader,
    StrictUndefined,
    TemplateError,
    TemplateNotFound,
    TemplateSyntaxError,
)
from jinja2.sandbox import ImmutableSandboxedEnvironment

from perfspec.errors import PerfspecError

# What Python raises when a template counts, compares or looks up what it should not.
_SLIPS = (ArithmeticError, AttributeError, LookupError, TypeError, ValueError, RecursionError)

# Makes the error of what a template gets wrong: where, and what Jinja or Python said.
Broken = Callable[[str, str], PerfspecError]


def fill(
    folder: Path,
    name: str,
    *,
    functions: Mapping[str, object],
    values: Mapping[str, object],
    broken: Broken,
) -> str:
    """Return the text of the template `name` in `folder`.

    `functions` are known in every template that it includes or imports, `values` in itself and in
    those it includes. Raises what `broken` returns when a template fails.
    """
    environment = _environment(folder)
    environment.globals.update(functions)
    try:
        return environment.get_template(name).render(values)
    except TemplateSyntaxError as problem:
        raise broken(f"{problem.name}:{problem.lineno}", str(problem.message)) from problem
    except TemplateNotFound as problem:
        raise broken(name, f"{problem.name}: not found") from problem
    except (TemplateError, *_SLIPS) as problem:
        raise broken(_line(problem, folder) or name, str(problem)) from problem


def _environment(folder: Path) -> ImmutableSandboxedEnvironment:
    return ImmutableSandboxedEnvironment(
        loader=FunctionLoader(partial(_template, folder)),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )


def _template(folder: Path, name: str) -> tuple[str, str, None] | None:
    """Return the text and path of a template, a file in `folder` and no link out of it."""
    path = folder / name
    real = os.path.realpath(path)
    if not Path(real).is_relative_to(os.path.realpath(folder)) or not path.is_file():
        return None
    return path.read_text(encoding="utf-8"), str(path), None


def _line(problem: BaseException, folder: Path) -> str | None:
    """Return file and line of the template in which `problem` arose."""
    frames = reversed(traceback.extract_tb(problem.__traceback__))
    inside = (frame for frame in frames if Path(frame.filename).is_relative_to(folder))
    return next((f"{Path(frame.filename).name}:{frame.lineno}" for frame in inside), None)
