"""One-to-one assignment of things that are alike: who is matched for sure, who only probably.

In: a board and the weights of pairs worth comparing. For sure is what is alike enough and ahead of
all else by a margin; the rest is assigned so that the squares of the weights add up to most, and
only proposed.
"""

import zlib
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from perfspec.compare.matching.board import Board
from perfspec.compare.pairs import How, Relation
from perfspec.messages import Message, message

SURE, PROBABLE, MARGIN = 90, 62, 8
# A component with more edges than this is not weighed as a whole; of few, all choices are tried.
_LARGEST, _FEW = 400, 8
_FLOOR = 50
_SCALE = 2**20  # what decides between equals adds up to less


@dataclass(frozen=True, slots=True, kw_only=True)
class Weight:
    """How much speaks for a pair; more than 100 is possible. `sure` is where it may be matched."""

    rank: int
    sure: bool
    reasons: tuple[Message, ...]


Edge = tuple[int, int]
Edges = Mapping[Edge, Weight]


def settle(board: Board[Any], edges: Edges) -> None:
    """Join what is alike enough and has no rival, the most alike first."""
    good, at_old, at_new = _good(board, edges)
    ranked = sorted(good, key=lambda edge: (-good[edge].rank, edge))
    for _, batch in groupby(ranked, key=lambda edge: good[edge].rank):
        chosen: list[tuple[Edge, Edge | None]] = []
        for edge in batch:
            weight = good[edge]
            if not (board.are_free(*edge) and weight.sure and weight.rank >= SURE):
                continue
            rival = _rival(board, edge, good, (at_old[edge[0]], at_new[edge[1]]))
            if rival is None or weight.rank - good[rival].rank >= MARGIN:
                chosen.append((edge, rival))
        for edge, rival in chosen:
            reasons = (*good[edge].reasons, *_next_best(board, edge, rival, good))
            board.pair(*edge, How.LIKENESS, good[edge].rank, *reasons)


def propose(board: Board[Any], edges: Edges) -> None:
    """Propose what is left and alike, each thing once."""
    good, at_old, at_new = _good(board, edges)

    def order(edge: Edge) -> int:
        return _chance(board, edge)

    found: list[tuple[Edge, tuple[Message, ...]]] = []
    for component in _components(good):
        for edge in _assigned(component, good, order):
            rival = _rival(board, edge, good, (at_old[edge[0]], at_new[edge[1]]))
            found.append((edge, (*good[edge].reasons, *_next_best(board, edge, rival, good))))
    for (i, j), reasons in found:
        board.propose(Relation.SAME, (i,), (j,), good[i, j].rank, reasons)


def _good(
    board: Board[Any], edges: Edges
) -> tuple[Edges, dict[int, list[Edge]], dict[int, list[Edge]]]:
    """Return the edges that come into question, and those at each end, the best last."""
    good = {
        edge: one for edge, one in edges.items() if one.rank >= PROBABLE and board.are_free(*edge)
    }
    at_old: dict[int, list[Edge]] = {}
    at_new: dict[int, list[Edge]] = {}
    for edge in good:
        at_old.setdefault(edge[0], []).append(edge)
        at_new.setdefault(edge[1], []).append(edge)
    for side, ends in ((1, at_old), (0, at_new)):
        for near in ends.values():
            near.sort(key=lambda edge: _place(board, good, edge, side))
    return good, at_old, at_new


def _place(board: Board[Any], edges: Edges, edge: Edge, side: int) -> tuple[int, str, str]:
    """Return the place of `edge` among the others of one end; `side` is that of its other end.

    What it depends on is the same whichever side is the older one.
    """
    other = (board.old, board.new)[side][edge[side]]
    return edges[edge].rank, other.name, board.ids[side][edge[side]]


def _rival(
    board: Board[Any], edge: Edge, edges: Edges, ends: tuple[list[Edge], list[Edge]]
) -> Edge | None:
    """Return the best other edge at one of the ends, its own ends being free.

    What is taken stays so, and is removed from the lists on the way.
    """
    best: list[tuple[tuple[int, str, str], Edge]] = []
    for side, near in zip((1, 0), ends, strict=True):
        at = len(near) - 1
        while at >= 0 and (near[at] == edge or not board.are_free(*near[at])):
            if near[at] != edge:
                del near[at]
            at -= 1
        if at >= 0:
            best.append((_place(board, edges, near[at], side), near[at]))
    return max(best)[1] if best else None


def _chance(board: Board[Any], edge: Edge) -> int:
    """Return a small number that is the same whichever side is the older one."""
    ids = sorted((board.ids[0][edge[0]], board.ids[1][edge[1]]))
    return zlib.crc32("\n".join(ids).encode()) % 1024


def _next_best(
    board: Board[Any], edge: Edge, rival: Edge | None, edges: Edges
) -> tuple[Message, ...]:
    if rival is None:
        return ()
    other = board.new[rival[1]] if rival[0] == edge[0] else board.old[rival[0]]
    score = max(0, min(100, edges[rival].rank))
    return (message("the next best is {name} with {score}", name=other.name, score=score),)


def _components(edges: Iterable[Edge]) -> list[list[Edge]]:
    """Return the edges by what hangs together."""
    parent: dict[tuple[str, int], tuple[str, int]] = {}

    def root(node: tuple[str, int]) -> tuple[str, int]:
        while parent.setdefault(node, node) != node:
            parent[node] = parent[parent[node]]
            node = parent[node]
        return node

    ordered = sorted(edges)
    for i, j in ordered:
        parent[root(("old", i))] = root(("new", j))
    found: dict[tuple[str, int], list[Edge]] = {}
    for edge in ordered:
        found.setdefault(root(("old", edge[0])), []).append(edge)
    return list(found.values())


def _assigned(component: list[Edge], edges: Edges, tie: Callable[[Edge], int]) -> list[Edge]:
    """Return the edges of `component` that are chosen, no end twice."""
    if len(component) == 1:
        return component
    if len(component) > _LARGEST:
        return _greedy(component, edges, tie)
    weights = {edge: (edges[edge].rank - _FLOOR) ** 2 * _SCALE + tie(edge) for edge in component}
    if len(component) <= _FEW:
        # In an order that is the same whichever side is the older one.
        return sorted(_best(sorted(weights, key=lambda edge: -weights[edge]), weights))
    # Importing networkx takes longer than comparing two filings, and few need it.
    import networkx  # noqa: PLC0415, ICN001 — named in full

    graph = networkx.Graph()
    for (i, j), weight in weights.items():
        graph.add_edge(("old", i), ("new", j), weight=weight)
    chosen = (sorted(pair, reverse=True) for pair in networkx.max_weight_matching(graph))
    return sorted((old[1], new[1]) for old, new in chosen)


def _best(edges: list[Edge], weights: Mapping[Edge, int]) -> list[Edge]:
    """Return the edges whose weights add up to most, no end twice; each more doubles the time."""
    if not edges:
        return []
    (i, j), *rest = edges
    with_it = [(i, j), *_best([one for one in rest if one[0] != i and one[1] != j], weights)]
    without = _best(rest, weights)
    return max(with_it, without, key=lambda chosen: sum(weights[edge] for edge in chosen))


def _greedy(component: list[Edge], edges: Edges, tie: Callable[[Edge], int]) -> list[Edge]:
    """Return the best edges one after the other, where too many things are alike."""
    olds: set[int] = set()
    news: set[int] = set()
    chosen: list[Edge] = []
    for i, j in sorted(component, key=lambda edge: (-edges[edge].rank, tie(edge), edge)):
        if i not in olds and j not in news:
            olds.add(i)
            news.add(j)
            chosen.append((i, j))
    return chosen
