"""Make the filing of the next year of an older one.

In: a filing as loaded, the new year and the form. Out: the texts of its files. The steps: rewrite
the head and write ids down; let review look at that; put in comments where something is to be done.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from perfspec import judging, output, pipeline, review, yamltree
from perfspec.diagnostics import Diagnostic, Place
from perfspec.form import Form
from perfspec.model import Filing
from perfspec.nextyear import comments, heads, ids, layout, marks
from perfspec.nextyear.yearwords import Step
from perfspec.pipeline import Loaded
from perfspec.source import Source
from perfspec.workspace import FilingFolder
from perfspec.yamltree import Tree


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """The files of a new filing, by their paths from the root; `todos` counts its comments."""

    folder: FilingFolder
    form: str
    texts: Mapping[str, str]
    todos: int


def draft(loaded: Loaded, year: int, form: str, stage: Path) -> Draft:
    """Return the filing of `year` made of `loaded`, which could be read.

    `stage` is an empty folder in which the files are written, to be looked at by review.
    """
    filing, old_form = loaded.filing, loaded.form
    if filing is None or old_form is None:
        raise ValueError(loaded.folder.path)
    folder = replace(loaded.folder, year=str(year))
    trees = _copied(loaded, filing, old_form, folder, form)
    staged = replace(folder, root=stage)
    for path, tree in trees.items():
        output.write(stage / path, tree.source.text.encode())
    step = Step(filing.year, year)
    after = _found(pipeline.load(staged, loaded.desk))
    moved = [_moved(one, folder.path, loaded.folder.path) for one in after]
    todos: dict[str, list[comments.Todo]] = {path: [] for path in trees}
    for todo in marks.of(filing, old_form, step, _found(loaded), moved):
        path = _path(todo.at.path, loaded.folder.path, folder.path)
        if path in todos:
            todos[path].append(replace(todo, at=Place(path, todo.at.keys)))
    texts, count = {}, 0
    for path, tree in trees.items():
        splices = comments.todos(tree, todos[path], filing.year)
        texts[path] = layout.spliced(tree.source.text, splices)
        count += len(comments.of(_proved(Source(path=path, text=texts[path]), tree.data)))
        output.write(stage / path, texts[path].encode())
    return Draft(folder=folder, form=form, texts=texts, todos=count)


def form_of(loaded: Loaded) -> Form:
    """Return the form of a filing that could be read."""
    if loaded.form is None:
        raise ValueError(loaded.folder.path)
    return loaded.form


def _copied(
    loaded: Loaded, filing: Filing, old: Form, folder: FilingFolder, form: str
) -> dict[str, Tree]:
    """Return the trees of the new files before anything is said in them."""
    trees: dict[str, Tree] = {}
    tree = loaded.trees[filing.at.path]
    made = [(tree, heads.rewritten(tree, int(folder.year), form, old))]
    for project in filing.projects:
        tree = loaded.trees[project.at.path]
        made.append((tree, ids.written(tree, project)))
    for tree, (splices, data) in made:
        path = _path(tree.source.path, loaded.folder.path, folder.path)
        text = layout.spliced(tree.source.text, splices)
        trees[path] = _proved(Source(path=path, text=text), data)
    return trees


def _proved(source: Source, wanted: object) -> Tree:
    """Return the tree of a text that must say `wanted`."""
    tree, _ = yamltree.parse(source)
    if tree is None or tree.data != wanted:
        raise AssertionError(source.path)
    return tree


def _found(loaded: Loaded) -> tuple[Diagnostic, ...]:
    """Return what the rules find; nothing of a filing that the new form cannot take."""
    if loaded.filing is None or loaded.form is None or loaded.pack is None:
        return ()
    settings = loaded.desk.settings(loaded.pack)
    return tuple(judging.review(loaded.filing, loaded.form, settings, review.RULES).found)


def _moved(one: Diagnostic, new: str, old: str) -> Diagnostic:
    """Return a finding of the new filing at its place in the old one."""
    if not isinstance(one.at, Place):
        return one
    return replace(one, at=replace(one.at, path=_path(one.at.path, new, old)))


def _path(path: str, before: str, after: str) -> str:
    """Return the path of a file in another filing's folder."""
    return f"{after}/{path.removeprefix(f'{before}/')}"
