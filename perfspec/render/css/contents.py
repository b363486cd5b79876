"""The property `content`: what a style sheet prints beside the words of the document."""

from collections.abc import Sequence

from perfspec.render.css.measures import Token
from perfspec.render.css.style import Kind, Piece

_LEADERS = {"dotted": ".", "solid": "_", "space": " "}


def read(tokens: Sequence[Token]) -> tuple[Piece, ...] | None:
    """Return the pieces of `content`; none for `none`, None where it is not understood."""
    pieces = []
    for token in tokens:
        if token.type in ("whitespace", "comment"):
            continue
        if token.type == "string":
            pieces.append(Piece(kind=Kind.TEXT, text=token.value))
        elif token.type == "function":
            pieces.append(_function(token))
        elif token.type == "ident" and token.lower_value in ("none", "normal"):
            return ()
        else:
            pieces.append(_other(token))
    return tuple(pieces) or None


def _function(token: Token) -> Piece:
    arguments = [part for part in token.arguments if part.type not in ("whitespace", "comment")]
    words = [part.value for part in arguments if part.type in ("ident", "string")]
    match token.lower_name:
        case "counter" if words:
            return Piece(kind=Kind.COUNTER, text=words[0], style=_style(words))
        case "attr" if words:
            return Piece(kind=Kind.ATTRIBUTE, text=words[0].lower())
        case "leader" if words:
            return Piece(kind=Kind.LEADER, text=_LEADERS.get(words[0], words[0]))
        case "target-counter" if arguments and arguments[0].type == "function":
            return _target(token, arguments[0], words)
        case _:
            return _other(token)


def _target(token: Token, where: Token, words: Sequence[str]) -> Piece:
    names = [part.value for part in where.arguments if part.type == "ident"]
    if where.lower_name != "attr" or not names or words[:1] != ["page"]:
        return _other(token)
    return Piece(kind=Kind.PAGE, text=names[0].lower(), style=_style(words))


def _style(words: Sequence[str]) -> str:
    return words[1].lower() if len(words) > 1 else "decimal"


def _other(token: Token) -> Piece:
    name = token.lower_name if token.type == "function" else token.type
    return Piece(kind=Kind.OTHER, text=name)
