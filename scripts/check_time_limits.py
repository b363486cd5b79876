"""Check that no test depends on how fast the machine is."""

import ast
import sys
from collections.abc import Iterator
from pathlib import Path

KEYWORDS = frozenset({"timeout", "timeout_seconds", "deadline"})
CLOCKS = frozenset({"sleep", "perf_counter", "monotonic", "process_time", "alarm"})


def findings(tests: Path) -> Iterator[str]:
    """Yield a line for each time limit, clock or sleep in the tests.

    `deadline=None` is how Hypothesis is told to have none.
    """
    paths = sorted(tests.rglob("*.py"))
    if not paths:
        yield f"{tests}: no test found to check"
    for path in paths:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.keyword) and node.arg in KEYWORDS and not _is_none(node):
                yield f"{path}:{node.value.lineno}: {node.arg}= is a time limit"
            elif isinstance(node, ast.Call) and _name(node.func) in CLOCKS:
                yield f"{path}:{node.lineno}: {_name(node.func)}() makes the test depend on time"


def _is_none(keyword: ast.keyword) -> bool:
    return isinstance(keyword.value, ast.Constant) and keyword.value.value is None


def _name(function: ast.expr) -> str:
    if isinstance(function, ast.Attribute):
        return function.attr
    return function.id if isinstance(function, ast.Name) else ""


if __name__ == "__main__":
    found = list(findings(Path(__file__).parents[1] / "tests"))
    print("\n".join(found) or "time limits: no test has one")
    sys.exit(bool(found))
