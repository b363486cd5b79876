"""Keep the message catalogues up to date: `catalogue.py` compiles, `--check` only looks.

Every text given to `message(...)`, every help text of the command line and every paragraph of a
rule's manual must stand in `perfspec/locale/zh/LC_MESSAGES/perfspec.po`, translated, with the same
`{arguments}`. What stands there without being used is an error too, but for click's own words.
"""

import argparse
import ast
import contextlib
import io
import re
import sys
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from pathlib import Path

import click
from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

from perfspec import manual
from perfspec.cli import perfspec
from perfspec.review import RULES
from perfspec.rule import Rule

ROOT = Path(__file__).parent.parent
LOCALE = ROOT / "perfspec" / "locale"
CLICK = "click"
# Babel puts the present time into the headers where none is given.
_NO_CLOCK = datetime(2026, 1, 1, tzinfo=UTC)
_BRACE = re.compile(r"[{}]")
_ARGUMENT = re.compile(r"\{([a-z_]*)[^}]*\}")


def messages() -> set[str]:
    """Return every text that the code gives to `message`, and every help text."""
    found = set(_helps(perfspec))
    for path in sorted((ROOT / "perfspec").rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and _is_message(node.func):
                text = node.args[0]
                if not (isinstance(text, ast.Constant) and isinstance(text.value, str)):
                    where = f"{path}:{node.lineno}"
                    raise TypeError(f"{where}: message() wants a literal text")
                found.add(text.value)
    return found


def _is_message(called: ast.expr) -> bool:
    return isinstance(called, ast.Name) and called.id == "message"


def _helps(command: click.Command) -> Iterator[str]:
    if command.help:
        yield command.help
    for parameter in command.params:
        if isinstance(parameter, click.Option) and parameter.help:
            yield parameter.help
    if isinstance(command, click.Group):
        for inner in command.commands.values():
            yield from _helps(inner)


def paragraphs(rule: Rule) -> list[str]:
    """Return what is to be translated of the manual of `rule`; ValueError where it is no manual.

    A paragraph is put into a language as any message: a brace would be taken for an argument.
    """
    pages = manual.of(rule)
    texts = [part.text for part in (pages.summary, pages.why, pages.silent) if part]
    for text in texts:
        if _BRACE.search(text):
            raise ValueError(f"a brace in the manual: {text!r}")
    return texts


def faults(rules: Iterable[Rule]) -> Iterator[str]:
    """Yield a line for each rule whose manual is incomplete or cannot be translated."""
    for rule in rules:
        try:
            paragraphs(rule)
        except ValueError as fault:
            yield f"{rule.code}: {fault}"


def wanted() -> set[str]:
    """Return everything that is to stand in a catalogue."""
    found = messages()
    for rule in RULES:
        with contextlib.suppress(ValueError):
            found |= {*paragraphs(rule)}
    return found


def problems(catalogue: Catalog, wanted: set[str]) -> Iterator[str]:
    """Yield what is missing, left over, untranslated or has other arguments."""
    known = {entry.id: entry for entry in catalogue if entry.id}
    own = {id_ for id_, entry in known.items() if CLICK not in entry.auto_comments}
    singular = {id_ for id_ in own if isinstance(id_, str)}
    yield from (f"not in the catalogue: {text!r}" for text in sorted(wanted - singular))
    yield from (f"no longer used: {text!r}" for text in sorted(singular - wanted))
    for id_, entry in known.items():
        texts, ids = _forms(entry.string), _forms(id_)
        if entry.fuzzy or not all(texts):
            yield f"not translated: {id_!r}"
        elif any(_arguments(text) - _arguments(ids[-1]) for text in texts) or (
            CLICK not in entry.auto_comments and _arguments(texts[0]) != _arguments(ids[0])
        ):
            yield f"other arguments: {id_!r} -> {texts!r}"


def _forms(text: object) -> tuple[str, ...]:
    """Return the singular and plural of a text that may have both."""
    return tuple(map(str, text)) if isinstance(text, (tuple, list)) else (str(text or ""),)


def _arguments(text: str) -> set[str]:
    return set(_ARGUMENT.findall(text.replace("{{", "").replace("}}", "")))


def compiled(catalogue: Catalog) -> bytes:
    """Return the catalogue in the format that gettext reads."""
    buffer = io.BytesIO()
    catalogue.creation_date = catalogue.revision_date = _NO_CLOCK
    write_mo(buffer, catalogue)
    return buffer.getvalue()


def load(language: str) -> Catalog:
    """Return the catalogue of `language`."""
    path = LOCALE / language / "LC_MESSAGES" / "perfspec.po"
    with path.open("rb") as file:
        return read_po(file, locale=language)


def main() -> int:
    """Check the Chinese catalogue, and compile it unless only a look was asked for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--check", action="store_true")
    check = parser.parse_args().check
    catalogue = load("zh")
    found = [*faults(RULES), *problems(catalogue, wanted())]
    target = LOCALE / "zh" / "LC_MESSAGES" / "perfspec.mo"
    if check and (not target.exists() or target.read_bytes() != compiled(catalogue)):
        found.append(f"{target.relative_to(ROOT)} is stale: run scripts/catalogue.py")
    if not check:
        target.write_bytes(compiled(catalogue))
    for line in found:
        sys.stdout.write(f"{line}\n")
    return int(bool(found))


if __name__ == "__main__":
    sys.exit(main())
