"""Check that every dependency of pyproject.toml has a fitting pin in requirements/."""

import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name


def findings(root: Path) -> Iterator[str]:
    """Yield a line for each dependency without a pin and for each pin that does not fit."""
    project = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))
    wanted = [
        *project["build-system"]["requires"],
        *project["project"]["dependencies"],
        *project["dependency-groups"]["dev"],
    ]
    pins = {
        canonicalize_name(name): version
        for line in (root / "requirements/constraints.txt").read_text("utf-8").splitlines()
        for name, _, version in [line.partition("==")]
        if version
    }
    for requirement in map(Requirement, wanted):
        pin = pins.get(canonicalize_name(requirement.name))
        if pin is None:
            yield f"{requirement}: has no pin: run make lock"
        elif pin not in requirement.specifier:
            yield f"{requirement}: pinned to {pin}: run make lock"


if __name__ == "__main__":
    found = list(findings(Path(__file__).parents[1]))
    print("\n".join(found) or "pins: every dependency has one")
    sys.exit(bool(found))
