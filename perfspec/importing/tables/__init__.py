"""Project tables, read by their labels and not by position.

In: the blocks of a document. Out: `TablesFound`.
"""

from perfspec.importing.tables.assembly import projects
from perfspec.importing.tables.records import TablesFound

__all__ = ["TablesFound", "projects"]
