"""Which tasks of a corrected paper are those on record, and which parts of a task.

Pure: words in, pairs of positions out.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Final, TypeVar

from rapidfuzz import fuzz, process

from importers.reading.script import compact, fold

T = TypeVar("T")

SAME_NUMBER: Final = 60.0
"""How alike (0–100) two texts must be to be one task when their numbers agree."""
OTHER_NUMBER: Final = 85.0
"""And when they do not."""
_AT_ONCE: Final = 256
"""How many new texts are held against all old ones at a time: 10,000 take 10 MB of scores."""


@dataclass(frozen=True, slots=True)
class Wording:
    """What a task is known by: its number and its text, as printed."""

    no: str
    text: str


@dataclass(slots=True)
class Matching:
    """New positions with the old ones that they continue; what is only new, only old."""

    pairs: dict[int, int] = field(default_factory=dict)
    added: list[int] = field(default_factory=list)
    removed: list[int] = field(default_factory=list)

    def completed(self, old: int, new: int) -> Matching:
        """With whatever is in no pair, of ``old`` and ``new`` positions in all."""
        taken = set(self.pairs.values())
        self.added = [index for index in range(new) if index not in self.pairs]
        self.removed = [index for index in range(old) if index not in taken]
        return self


def match_tasks(old: Sequence[Wording], new: Sequence[Wording]) -> Matching:
    """Pair each new task with at most one old one, the surest pairs first.

    Same number and text (so that a text printed twice keeps its numbers); same text; then
    the same number with a text that is alike; then any number with a text much alike.
    """
    matching = Matching()
    _pair_equal(matching, old, new, lambda one: (one.no, _key(one.text)))
    _pair_equal(matching, old, new, lambda one: _key(one.text))
    _pair_alike(matching, old, new)
    return matching.completed(len(old), len(new))


def match_parts(
    old: Sequence[T], new: Sequence[T], keys: Iterable[Callable[[T], Hashable]]
) -> Matching:
    """Pair the parts of one task by each key in turn, the most telling first.

    A key that is the same for all pairs what is left in printed order.
    """
    matching = Matching()
    for key in keys:
        _pair_equal(matching, old, new, key)
    return matching.completed(len(old), len(new))


def _pair_equal(
    matching: Matching, old: Sequence[T], new: Sequence[T], key: Callable[[T], Hashable]
) -> None:
    """Pair what is left on both sides by ``key``, in order."""
    taken = set(matching.pairs.values())
    left: dict[Hashable, list[int]] = {}
    for index, one in enumerate(old):
        if index not in taken:
            left.setdefault(key(one), []).append(index)
    for index, one in enumerate(new):
        if index not in matching.pairs and left.get(key(one)):
            matching.pairs[index] = left[key(one)].pop(0)


def _pair_alike(matching: Matching, old: Sequence[Wording], new: Sequence[Wording]) -> None:
    taken = set(matching.pairs.values())
    olds = [index for index in range(len(old)) if index not in taken]
    news = [index for index in range(len(new)) if index not in matching.pairs]
    likely = sorted(_likely(old, new, olds, news), key=lambda pair: (not pair[0], -pair[1]))
    for _same, _score, one, other in likely:
        if one not in matching.pairs and other not in taken:
            matching.pairs[one] = other
            taken.add(other)


def _likely(
    old: Sequence[Wording], new: Sequence[Wording], olds: Sequence[int], news: Sequence[int]
) -> Iterator[tuple[bool, float, int, int]]:
    """Pairs that may be one task: do the numbers agree, how alike the texts, which."""
    texts = [_key(old[index].text) for index in olds]
    for some in (news[start : start + _AT_ONCE] for start in range(0, len(news), _AT_ONCE)):
        scores = process.cdist(
            [_key(new[index].text) for index in some],
            texts,
            scorer=fuzz.ratio,
            score_cutoff=SAME_NUMBER,
        )
        for row, column in zip(*scores.nonzero(), strict=True):
            one, other, score = some[row], olds[column], float(scores[row, column])
            same = old[other].no == new[one].no != ""
            if same or score >= OTHER_NUMBER:
                yield same, score, one, other


def _key(text: str) -> str:
    return compact(fold(text))
