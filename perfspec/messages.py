"""Messages as values: a text with named arguments, put into a language only when shown.

The English source text is the identifier in the gettext catalogue `locale/zh`. Everything
that a person reads is made here and worded by a `Translate` function at the edge.
"""

import gettext
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

LOCALE = Path(__file__).parent / "locale"
LANGUAGES = ("zh", "en")


@dataclass(frozen=True, slots=True)
class Message:
    """A text to be translated, and the arguments that are put into it afterwards."""

    text: str
    args: tuple[tuple[str, object], ...] = ()


Translate = Callable[[Message], str]


def message(text: str, /, **args: object) -> Message:
    """Return a message; `text` is the English wording with `{name}` for each argument.

    An argument may be a message itself; it is translated too.
    """
    return Message(text, tuple(args.items()))


def translator(language: str) -> Translate:
    """Return the function that words messages in `language`, one of `LANGUAGES`."""
    if language == "en":
        catalogue: gettext.NullTranslations = gettext.NullTranslations()
    else:
        catalogue = gettext.translation("perfspec", LOCALE, [language])

    def translate(wanted: Message) -> str:
        args = {
            name: translate(value) if isinstance(value, Message) else value
            for name, value in wanted.args
        }
        return catalogue.gettext(wanted.text).format(**args)

    return translate


english = translator("en")
