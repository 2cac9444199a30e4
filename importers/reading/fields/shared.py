"""The rank that names share over several lists: 区教育局牵头,民政局配合.

A cell's paragraphs and a trailer's labels and verbs each have a list of their own; a rank
printed in one is that of the lists behind it, as far as it reaches.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from importers.reading.fields.ranks import rank_of, with_ranks
from importers.reading.script import simplify


class RankedLists(NamedTuple):
    """The names of each list whole, what was restored, and what is doubtful."""

    lists: tuple[tuple[str, ...], ...]
    issues: tuple[str, ...] = ()
    doubts: tuple[str, ...] = ()


def lists_with_ranks(
    lists: Sequence[Sequence[str]], known: frozenset[str] = frozenset()
) -> RankedLists:
    """``with_ranks`` of all ``lists`` in printed order, parted again.

    A plan's ``known`` names hold those that open a line; the first of a further list may be
    there for this place alone. It is restored and doubted.
    """
    heads = {simplify(names[0]) for names in lists[1:] if names}
    wholes = [
        with_ranks([name for names in group for name in names], known - heads)
        for group in _groups(lists)
    ]
    forms = iter([name for whole in wholes for name in whole.names])
    parted = tuple(tuple(next(forms) for _ in names) for names in lists)
    issues = tuple(issue for whole in wholes for issue in whole.issues)
    doubts = [doubt for whole in wholes for doubt in whole.doubts]
    doubts += _of_bare_heads(lists, parted, known & heads)
    return RankedLists(parted, issues, tuple(dict.fromkeys(doubts)))


def _groups(lists: Sequence[Sequence[str]]) -> list[list[Sequence[str]]]:
    """The lists that are one in the reach of a rank.

    Where only the first of each list prints it (区水务局牵头,区住建局、财政局配合), each list
    stands for itself.
    """
    groups: list[list[Sequence[str]]] = []
    for names in filter(None, lists):
        if groups and not _prints_again(groups[-1], names[0]):
            groups[-1].append(names)
        else:
            groups.append([names])
    return groups


def _prints_again(group: Sequence[Sequence[str]], name: str) -> bool:
    """Does ``name`` print the rank that the first of the group's lists alone do?"""
    rank = rank_of(name)
    apart = any(rank_of(other) for names in group for other in names[1:])
    return rank is not None and rank == rank_of(group[0][0]) and not apart


def _of_bare_heads(
    lists: Sequence[Sequence[str]], parted: Sequence[Sequence[str]], bare: frozenset[str]
) -> Iterator[str]:
    """In words: names restored, of which the plan may well mean those without a rank."""
    for names, wholes in zip(lists, parted, strict=True):
        for name, whole in zip(names, wholes, strict=True):
            if whole != name and simplify(name) in bare:
                yield f"“{name}”的级别没有写明，按“{whole}”理解"
