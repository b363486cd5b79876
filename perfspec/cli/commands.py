"""The commands by their names, each loaded when it is asked for: most have libraries of their own.

Loading all of them takes longer than checking a filing.
"""

from collections.abc import Callable, Iterator, Mapping, MutableMapping
from importlib import import_module
from keyword import iskeyword

import click


class Commands(MutableMapping[str, click.Command]):
    """Commands by their names; `modules` says in which module of `perfspec.cli` each one is."""

    def __init__(self, modules: Mapping[str, str]) -> None:
        self._modules = modules
        self._loaded: dict[str, click.Command] = {}
        self._do: Callable[[click.Command], None] | None = None

    def each(self, do: Callable[[click.Command], None]) -> None:
        """Do something to each command: now, or when it is loaded."""
        self._do = do
        for command in self._loaded.values():
            do(command)

    def __getitem__(self, name: str) -> click.Command:
        """Return a command; it is loaded now, if it was not."""
        if name not in self._loaded:
            module = import_module(f"perfspec.cli.{self._modules[name]}")
            # A command may be called as Python calls something else.
            self[name] = getattr(module, f"{name}_" if iskeyword(name) else name)
        return self._loaded[name]

    def __setitem__(self, name: str, command: click.Command) -> None:
        """Take a command that is loaded."""
        self._loaded[name] = command
        if self._do:
            self._do(command)

    def __delitem__(self, name: str) -> None:
        """Refuse: a program does not lose its commands."""
        raise TypeError(name)

    def __iter__(self) -> Iterator[str]:
        """Yield the names; nothing is loaded for it."""
        return iter(self._modules)

    def __len__(self) -> int:
        """Return how many there are."""
        return len(self._modules)
