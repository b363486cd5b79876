"""The page of a rule, from its manual: as plain text for `explain`, as Markdown for documents.

In: a `Rule` and the language. Out: the text. What the program says of a rule in any place is
worded here.
"""

from collections.abc import Iterator

from perfspec import manual
from perfspec.messages import Message, Translate, message
from perfspec.report.columns import filled, wrapped
from perfspec.report.text import LEVELS
from perfspec.rule import Option, Rule

_COLUMNS = 78
_INDENT = "  "

WHY = message("Why:")
BAD = message("Wrong:")
GOOD = message("Right:")
SILENT = message("What it leaves alone:")
OPTIONS = message("What can be set, in perfspec.toml:")
_SWITCH = message("To give it another level, or to switch it off, in perfspec.toml:")
_KEEP = message("To keep one finding, in the spec, on its line or the one above:")
_EXTEND = message("a list takes the place of the one below; extend-… adds to it")
_KEEP_NEWER = message("To keep one finding, in the newer spec, on its line or the one above:")
_ONE_YEAR = {
    "filing": message("the filing as a whole"),
    "project": message("each project"),
    "filing project": message("the filing as a whole, and each project"),
}
_TWO_YEARS = {
    "filing": message("two filings as a whole, year over year"),
    "project": message("each project, year over year"),
    "filing project": message("two filings as a whole, and each project, year over year"),
}


def scope(rule: Rule) -> str:
    """Return what `rule` looks at: `filing`, `project`, or both with a blank."""
    scopes = {
        "filing": rule.check_filing or rule.check_comparison,
        "project": rule.check_project or rule.check_change,
    }
    return " ".join(name for name, check in scopes.items() if check)


def head(rule: Rule) -> Message:
    """Return level, scope and command as words."""
    scopes = _TWO_YEARS if rule.over_years else _ONE_YEAR
    return message(
        "level: {level}; looks at: {scope}; run by: {command}",
        level=LEVELS[rule.level],
        scope=scopes[scope(rule)],
        command=f"perfspec {rule.command}",
    )


def text(rule: Rule, words: Translate) -> str:
    """Return the page for a terminal."""
    return "\n".join(_lines(rule, words)) + "\n"


def _lines(rule: Rule, words: Translate) -> Iterator[str]:
    pages = manual.of(rule)
    yield f"{rule.code}"
    yield from wrapped(words(pages.summary), _COLUMNS)
    yield words(head(rule))
    yield from _part(words(WHY), wrapped(words(pages.why), _COLUMNS - len(_INDENT)))
    for title, examples in ((BAD, pages.bad), (GOOD, pages.good)):
        yield from _part(words(title), "\n\n".join(examples).splitlines())
    if pages.silent:
        silent = wrapped(words(pages.silent), _COLUMNS - len(_INDENT))
        yield from _part(words(SILENT), silent)
    if rule.options:
        yield from _part(words(OPTIONS), _options(rule, words))
    switch = (f"[rules.{rule.code}]", 'level = "off"   # error, warning, info')
    yield from _part(words(_SWITCH), switch)
    reason = words(message("the reason"))
    keep = _KEEP_NEWER if rule.over_years else _KEEP
    yield from _part(words(keep), (f"# perfspec: ignore {rule.code} — {reason}",))


def _part(title: str, lines: list[str] | Iterator[str] | tuple[str, ...]) -> Iterator[str]:
    yield ""
    yield title
    yield from (f"{_INDENT}{line}".rstrip() for line in lines)


def _options(rule: Rule, words: Translate) -> Iterator[str]:
    """Yield the options as they stand in perfspec.toml, each with its default."""
    yield f"[rules.{rule.code}]"
    if any(isinstance(option.default, tuple) for option in rule.options):
        yield from _comment(words(_EXTEND))
    for option in rule.options:
        yield from _comment(words(_title(option, words)))
        yield from _assigned(option)


def _title(option: Option, words: Translate) -> Message:
    if option.least is None:
        return option.title
    return message("{title} ({least} or more)", title=words(option.title), least=option.least)


def _assigned(option: Option) -> Iterator[str]:
    if not isinstance(option.default, tuple):
        yield f"{option.name} = {option.default}"
        return
    if not option.default:
        yield f"{option.name} = []"
        return
    yield f"{option.name} = ["
    words = [f'"{word}"' for word in option.default]
    yield from (f"{_INDENT}{line}" for line in filled(words, _COLUMNS - 2 * len(_INDENT)))
    yield "]"


def _comment(prose: str) -> Iterator[str]:
    return (f"# {line}" for line in wrapped(prose, _COLUMNS - len(_INDENT) - 2))


def markdown(rule: Rule, words: Translate) -> str:
    """Return the page in Markdown, without a heading."""
    return "\n".join(_paragraphs(rule, words)) + "\n"


def _paragraphs(rule: Rule, words: Translate) -> Iterator[str]:
    pages = manual.of(rule)
    yield f"{escaped(words(pages.summary))}\n"
    yield f"*{words(head(rule))}*\n"
    yield f"**{words(WHY)}** {escaped(words(pages.why))}\n"
    for title, examples in ((BAD, pages.bad), (GOOD, pages.good)):
        yield f"**{words(title)}**\n"
        yield from (f"```yaml\n{example}\n```\n" for example in examples)
    if pages.silent:
        yield f"**{words(SILENT)}** {escaped(words(pages.silent))}\n"
    if rule.options:
        yield f"**{words(OPTIONS)}**\n"
        for option in rule.options:
            yield f"- `{option.name}`: {words(_described(option, words))}"
        yield ""


def _described(option: Option, words: Translate) -> Message:
    """Return what an option is for, and its default as code."""
    if isinstance(option.default, tuple):
        default = " ".join(f"`{word}`" for word in option.default or ("[]",))
    else:
        default = f"`{option.default}`"
    title = escaped(words(_title(option, words)))
    return message("{title}; default: {default}", title=title, default=default)


def escaped(prose: str) -> str:
    """Return `prose` so that Markdown shows every sign of it; what stands in ` ` is code."""
    parts = prose.split("`")
    for at in range(0, len(parts), 2):
        for sign in "\\*_<>[]|~":
            parts[at] = parts[at].replace(sign, f"\\{sign}")
    return "`".join(parts)
