"""Check that modules stay short enough to be read at one sitting."""

import sys
from collections.abc import Iterator
from pathlib import Path

MODULE = 250
RULE = 70
# Path from the root, and why it may be longer: {"perfspec/example.py": (300, "reason")}.
EXCEPTIONS: dict[str, tuple[int, str]] = {}


def findings(root: Path) -> Iterator[str]:
    """Yield a line for each module over its limit and for each exception not needed."""
    lengths = {
        path.relative_to(root).as_posix(): len(path.read_text(encoding="utf-8").splitlines())
        for path in sorted((root / "perfspec").rglob("*.py"))
    }
    if not lengths:
        yield f"{root}: no module found to check"
    for name, length in lengths.items():
        limit, _reason = EXCEPTIONS.get(name, (_limit(name), ""))
        if length > limit:
            yield f"{name}: {length} lines, at most {limit}: split it by concept"
    for name in EXCEPTIONS:
        if lengths.get(name, 0) <= _limit(name):
            yield f"{name}: listed as an exception, but needs none"


def _limit(name: str) -> int:
    return RULE if name.startswith("perfspec/review/") and "__init__" not in name else MODULE


if __name__ == "__main__":
    found = list(findings(Path(__file__).parents[1]))
    print("\n".join(found) or "sizes: every module is short enough")
    sys.exit(bool(found))
