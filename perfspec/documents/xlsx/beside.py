"""What stands beside the cells of a sheet: comments and text boxes.

In: a sheet of a package. Out: their texts. See ECMA-376 part 1, 18.7, and part 1, 20.5.
"""

from collections.abc import Iterator
from dataclasses import replace

from perfspec.documents import Where, Why, packages
from perfspec.documents.archives import Archive
from perfspec.documents.xlsx.book import S, plain, rich
from perfspec.documents.xlsx.merges import place

_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"


def texts(archive: Archive, part: str, here: Where) -> Iterator[tuple[Why, str, Where]]:
    """Yield why each text is no content of a cell, the text, and where it stands."""
    for relation in packages.relations(archive, part).values():
        if relation.is_external or relation.target not in archive:
            continue
        if relation.kind == "comments":
            for comment in packages.element(archive, relation.target).iter(f"{S}comment"):
                text = comment.find(f"{S}text")
                words = "".join(run.text for run in rich(text)) if text is not None else ""
                row, column = place(comment.get("ref", "")) or (0, 0)
                yield Why.COMMENT, words, replace(here, row=row, column=column, part="comment")
        elif relation.kind == "drawing":
            root = packages.element(archive, relation.target)
            for paragraph in root.iter(f"{_A}p"):
                words = plain("".join(text.text or "" for text in paragraph.iter(f"{_A}t")))
                yield Why.BOX, words, replace(here, part="text box")
