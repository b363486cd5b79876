"""What the READMEs say of commands, options and exit codes is what the command has."""

import click
import pytest

from perfspec import cli
from tests.docs.documents import READMES, ROOT, read, rows, section

COMMON = ("所有命令共有的选项", "Options of every command")
EXIT_CODES = {
    "DONE": cli.DONE,
    "FINDINGS": cli.FINDINGS,
    "FAILED": cli.FAILED,
    "BUG": cli.BUG,
    "INTERRUPTED": cli.INTERRUPTED,
    "BROKEN_PIPE": cli.BROKEN_PIPE,
}


def _commands(group: click.Group, before: str = "") -> dict[str, click.Command]:
    """Return the commands below `group` by their names; a group is none itself."""
    found: dict[str, click.Command] = {}
    for name, command in group.commands.items():
        if isinstance(command, click.Group):
            found |= _commands(command, f"{before}{name} ")
        else:
            found[f"{before}{name}"] = command
    return found


COMMANDS = _commands(cli.perfspec)


def _options(command: str) -> list[str]:
    """Return the options of a command as its help writes them."""
    group = click.Context(cli.perfspec, info_name="perfspec")
    names = cli.perfspec.context_settings["help_option_names"]
    context = click.Context(COMMANDS[command], parent=group, help_option_names=names)
    options = [p for p in context.command.get_params(context) if isinstance(p, click.Option)]
    return [record[0] for option in options if (record := option.get_help_record(context))]


def _documented(text: str) -> list[str]:
    return [cells[0].strip("`") for cells in rows(text) if cells[0].startswith("`-")]


@pytest.fixture(params=READMES, ids=lambda path: path.name)
def readme(request: pytest.FixtureRequest) -> str:
    """Return the text of each README."""
    return read(request.param)


@pytest.mark.parametrize("command", sorted(COMMANDS))
def test_the_options_in_the_tables_are_those_of_the_command(readme: str, command: str) -> None:
    common = next(_documented(section(readme, head)) for head in COMMON if f"# {head}" in readme)
    assert len(common) == 4
    own = _documented(section(readme, f"`perfspec {command}"))
    assert sorted(own + common) == sorted(_options(command))


def test_every_command_has_a_heading_with_its_arguments(readme: str) -> None:
    for name, command in COMMANDS.items():
        context = click.Context(command, info_name=name)
        arguments = [
            p.make_metavar(context) for p in command.params if isinstance(p, click.Argument)
        ]
        assert f"### `{' '.join(['perfspec', name, *arguments])}`\n" in readme
    assert readme.count("### `perfspec ") == len(COMMANDS) > 4


def test_the_options_of_perfspec_itself_are_named(readme: str) -> None:
    names = [name for parameter in cli.perfspec.params for name in parameter.opts]
    assert "--version" in names
    assert [name for name in names if name not in readme] == []


@pytest.mark.parametrize("heading", ["Exit codes", "退出码"])
def test_the_exit_codes_in_the_readmes_are_those_of_the_command(heading: str) -> None:
    text = read(READMES[heading == "退出码"])
    assert [int(cells[0]) for cells in rows(section(text, heading))] == list(EXIT_CODES.values())


def test_the_exit_codes_in_the_architecture_have_their_names() -> None:
    text = section(read(ROOT / "docs/architecture.md"), "Errors and exit codes")
    found = {cells[1].strip("`"): int(cells[0]) for cells in rows(text)}
    assert found == EXIT_CODES


def test_no_constant_of_the_command_is_an_exit_code_without_a_name_here() -> None:
    constants = {n: v for n, v in vars(cli).items() if n.isupper() and isinstance(v, int)}
    assert constants == EXIT_CODES
