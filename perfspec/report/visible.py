"""Text in which nothing is hidden and nothing moves the cursor of a terminal.

Names of files and folders come from strangers as names in specs do, and no schema has seen them.
"""

from unicodedata import category

# Controls, formats such as zero-width and bidirectional ones, surrogates, line and page breaks.
_UNSEEN = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"})
_BLANKS = {"\n": "⏎", "\t": " "}


def seen(text: str, *, keep: str = "") -> str:
    """Return `text` in one line: line breaks as ⏎, what cannot be seen as ⟨U+200B⟩.

    What is in `keep` stays as it is.
    """
    if text.isascii() and text.isprintable():
        return text
    lines = text.replace("\r\n", "\n")
    for one, shown in _BLANKS.items():
        if one not in keep:
            lines = lines.replace(one, shown)
    return "".join(
        f"⟨U+{ord(one):04X}⟩" if one not in keep and category(one) in _UNSEEN else one
        for one in lines
    )
