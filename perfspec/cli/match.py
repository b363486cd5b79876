"""`perfspec match`: what belongs together in two years, and decisions about it."""

import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any, TypeVar

import click

from perfspec import matches, sides
from perfspec.changes.words import HOWS, RELATIONS
from perfspec.cli.check import prefix
from perfspec.cli.console import Console, talking
from perfspec.compare.pairs import How, Relation
from perfspec.errors import PerfspecError
from perfspec.matches import Choice, Couple, Entry, Kind
from perfspec.messages import Message, message
from perfspec.nextyear import placing

_KINDS: dict[Kind, Message] = {
    Kind.UNIT: message("unit"),
    Kind.PROJECT: message("project"),
    Kind.INDICATOR: message("indicator"),
}
# What was said by a person, or is by its id, needs no second look.
_KNOWN = (How.LINEAGE, How.ID)
_Command = TypeVar("_Command", bound=Callable[..., Any] | click.Command)
_SAY = {relation: f"--{relation}" for relation in Relation}


def _choices(relation: Relation, help_: str) -> Callable[[_Command], _Command]:
    return click.option(
        f"--{relation}", relation.name.lower(), multiple=True, metavar="OLD=NEW", help=help_
    )


@click.command(
    help="Show what belongs together in two years and why, and record decisions about it in"
    " lineage.yaml beside the newer filing.",
)
@click.argument("old")
@click.argument("new")
@click.option("--all", "all_", is_flag=True, help="Show also what is known by id or lineage.yaml.")
@click.option("--no-guess", is_flag=True, help="Pair only what was declared to be the same.")
@click.option(
    "--format",
    "format_",
    type=click.Choice(("text", "json")),
    default="text",
    help="How to print it.",
)
@click.option("--write", is_flag=True, help="Record decisions; on a terminal, ask for them.")
@_choices(Relation.SAME, "These are one: ids as shown; can be repeated.")
@_choices(Relation.DIFFERENT, "These are not one, now and later; can be repeated.")
@_choices(Relation.SPLIT, "One became several: OLD=NEW+NEW; can be repeated.")
@_choices(Relation.MERGED, "Several became one: OLD+OLD=NEW; can be repeated.")
@click.option("--accept-all", is_flag=True, help="Record all that is shown as it is shown.")
@click.option("--note", default="", help="Why it was decided so; stands beside each decision.")
@talking
def match(
    console: Console,
    old: str,
    new: str,
    format_: str,
    note: str,
    same: tuple[str, ...],
    different: tuple[str, ...],
    split: tuple[str, ...],
    merged: tuple[str, ...],
    *,
    all_: bool,
    no_guess: bool,
    write: bool,
    accept_all: bool,
) -> int:
    """Print what belongs together, record what was decided, and return the exit code."""
    said = [
        _read(text, relation, note)
        for relation, texts in (
            (Relation.SAME, same),
            (Relation.DIFFERENT, different),
            (Relation.SPLIT, split),
            (Relation.MERGED, merged),
        )
        for text in texts
    ]
    asks = write and not said and not accept_all
    if (said or accept_all) and not write:
        raise PerfspecError(
            message("decisions are recorded only with --write"),
            message("add --write, or leave the decisions out to look only"),
        )
    if asks and not console.is_terminal:
        raise PerfspecError(
            message("--write asks on a terminal only"),
            message("decide with --same OLD=NEW, --different OLD=NEW or --accept-all"),
        )
    with sides.opened((old, new), Path.cwd()) as opened:
        couples, refused = matches.couples(opened)
        listed = [(one, list(matches.entries(one, guess=not no_guess))) for one in couples]
        if not write:
            console.product(_given(listed, format_, console, prefix(opened[0].home), every=all_))
        if write:
            chosen = list(_asked(listed, console, note)) if asks else said
            _write(listed, chosen, console, note, accept_all=accept_all)
    if refused:
        console.say(message("not compared: what could not be read: {count}", count=len(refused)))
        return 2
    return 0


def _read(text: str, relation: Relation, note: str) -> Choice:
    """Return what `OLD=NEW` says."""
    old, sign, new = text.partition("=")
    olds, news = tuple(filter(None, old.split("+"))), tuple(filter(None, new.split("+")))
    if not (sign and olds and news):
        raise PerfspecError(
            message("{option} wants OLD=NEW, not {text!r}", option=_SAY[relation], text=text),
            message("ids are shown by perfspec match OLD NEW --all"),
        )
    return Choice(relation=relation, old=olds, new=news, note=note)


Listed = Sequence[tuple[Couple, list[Entry]]]


def _given(listed: Listed, format_: str, console: Console, before: str, *, every: bool) -> str:
    shown = [
        (couple, [one for one in found if every or one.how not in _KNOWN])
        for couple, found in listed
    ]
    if format_ == "json":
        document = {"spec": 1, "couples": [_as_json(*one, console) for one in shown]}
        return f"{json.dumps(document, ensure_ascii=False, indent=2)}\n"
    return "".join(_as_text(couple, found, console, before) for couple, found in shown)


def _as_json(couple: Couple, found: Iterable[Entry], console: Console) -> dict[str, object]:
    return {
        "old": couple.old.folder.path,
        "new": couple.new.folder.path,
        "entries": [
            {
                "kind": one.kind,
                "relation": one.relation,
                "how": one.how or "proposed",
                "likeness": one.likeness,
                "reasons": [console.words(reason) for reason in one.reasons],
                "old": _things(one.old),
                "new": _things(one.new),
            }
            for one in found
        ],
    }


def _things(named: Iterable[matches.Named]) -> list[dict[str, object]]:
    return [
        {"id": one.id, "name": one.name, "path": one.spot.path, "line": one.spot.start.line}
        for one in named
    ]


def _as_text(couple: Couple, found: Sequence[Entry], console: Console, before: str) -> str:
    lines = [f"{couple.old.folder.path} → {couple.new.folder.path}"]
    if not found:
        lines.append(f"  {console.words(message('nothing beside what ids and lineage.yaml say'))}")
    for one in found:
        lines += _lines(one, console, before)
    return "\n".join(lines) + "\n"


def _lines(one: Entry, console: Console, before: str) -> Iterator[str]:
    words = console.words
    how = words(HOWS[one.how]) if one.how else words(RELATIONS[one.relation])
    ids = f"{'+'.join(n.id for n in one.old)}={'+'.join(n.id for n in one.new)}"
    how = words(message("{first}, {second}", first=how, second=f"{one.likeness}%"))
    yield words(message("  {kind} {ids}: {how}", kind=_KINDS[one.kind], ids=ids, how=how))
    for sign, things in (("-", one.old), ("+", one.new)):
        for thing in things:
            path = thing.spot.path if ":" in thing.spot.path else f"{before}{thing.spot.path}"
            yield f"    {sign} {thing.name}  {path}:{thing.spot.start.line}"
    for reason in one.reasons:
        yield f"    = {words(reason)}"


def _asked(listed: Listed, console: Console, note: str) -> Iterator[Choice]:
    """Ask for each proposal whether it is right."""
    answers = click.Choice(("same", "different", "later"))
    for couple, found in listed:
        for one in found:
            if one.how is not None:
                continue
            console.product("\n".join(_lines(one, console, "")) + "\n")
            question = console.words(
                message("is it so (same: yes, different: no, later: not decided now)?")
            )
            answer = click.prompt(question, type=answers, default="later", err=True)
            if answer != "later":
                relation = one.relation if answer == "same" else Relation.DIFFERENT
                yield _choice(one, relation, note)
        console.say(message("{path}: no more proposals", path=couple.new.folder.path))


def _choice(one: Entry, relation: Relation, note: str) -> Choice:
    old, new = (tuple(thing.id for thing in side) for side in (one.old, one.new))
    return Choice(relation=relation, old=old, new=new, note=note)


def _write(
    listed: Listed, said: Sequence[Choice], console: Console, note: str, *, accept_all: bool
) -> None:
    """Write the decisions beside the newer filings: all of them, or none where one is wrong."""
    left = list(said)
    texts: list[tuple[Couple, int, str]] = []
    for couple, found in listed:
        here = [one for one in left if matches.kind_of(one, couple)]
        left = [one for one in left if one not in here]
        if accept_all:
            taken = {(one.old, one.new) for one in here}
            guessed = [_choice(one, one.relation, note) for one in found if one.how not in _KNOWN]
            here += [one for one in guessed if (one.old, one.new) not in taken]
        if not here:
            continue
        if couple.new.folder.origin:
            raise PerfspecError(
                message("nothing can be written into {path}", path=couple.new.folder.path),
                message("name the newer side by its year or path"),
            )
        if couple.after.filing.year < couple.before.filing.year:
            raise PerfspecError(
                message("decisions stand beside the newer filing, which was named first"),
                message("name the older side first"),
            )
        texts.append((couple, len(here), matches.record(couple, here)))
    if left:
        ids = f"{'+'.join(left[0].old)}={'+'.join(left[0].new)}"
        raise PerfspecError(
            message("no two filings here have {ids}", ids=ids),
            message("ids are shown by perfspec match OLD NEW --all"),
        )
    if not texts:
        console.say(message("nothing to record"))
        return
    made = {f"{couple.new.folder.path}/{matches.FILE}": text for couple, _, text in texts}
    placing.write(texts[0][0].new.folder.root, made)
    for path, (_, count, _) in zip(made, texts, strict=True):
        console.say(message("{path}: decisions recorded: {count}", path=path, count=count))
