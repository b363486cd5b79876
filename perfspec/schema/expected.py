"""Words for what a schema expects: each JSON type, and each `format` of the schemas."""

from perfspec.messages import Message, message

KINDS: dict[str, Message] = {
    "object": message("keys with values"),
    "array": message("a list"),
    "string": message("a text"),
    "integer": message("a whole number"),
    "number": message("a number"),
    "boolean": message("true or false"),
    "null": message("nothing"),
    "null-word": message("YAML's word for nothing"),
}

FORMATS: dict[str, tuple[Message, Message]] = {
    "amount": (
        message("an amount"),
        message("digits and a decimal point only, as in 112500.00; no comma, no 万, no 元"),
    ),
    "percent": (
        message("a per cent from 0 to 100"),
        message("as in 25.00% or 25"),
    ),
    "weight": (
        message("a number of points"),
        message("digits and a decimal point only, as in 7.5"),
    ),
    "id": (
        message("an id"),
        message("small letters, digits and single hyphens, as in network-office"),
    ),
    "code": (message("a code"), message("letters, digits and hyphens, without spaces")),
    "year": (message("a year"), message("four digits from 2000 to 2100, as in 2020")),
    "key": (message("a key"), message("small letters, digits and _, as in central_funds")),
    "key-path": (message("the path of a key"), message("as in department.reviewer")),
    "file-name": (message("the name of a file in this folder"), message("as in filing.html.j2")),
    "class": (
        message("a standard class"),
        message("as in output.quantity, benefit.social or satisfaction"),
    ),
}
