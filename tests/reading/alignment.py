"""Which task of a reading is which row of an answer key."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import product

from tests.reading.answer_keys import ENDS, STARTS, Json, KeyRow, bare

Pair = tuple[KeyRow | None, Json | None]

MATCH_AT = 3
"""How alike a row and a task must be to be held for the same (see `likeness`)."""


def align(rows: Sequence[KeyRow], tasks: Sequence[Json]) -> list[Pair]:
    """Pair rows with tasks, in order, for the greatest likeness; the rest stand alone."""
    like = [[likeness(row, task) for task in tasks] for row in rows]
    best = [[0] * (len(tasks) + 1) for _ in range(len(rows) + 1)]
    for i, j in product(reversed(range(len(rows))), reversed(range(len(tasks)))):
        paired = like[i][j] + best[i + 1][j + 1] if like[i][j] >= MATCH_AT else 0
        best[i][j] = max(paired, best[i + 1][j], best[i][j + 1])
    return list(_walk(rows, tasks, like, best))


def _walk(
    rows: Sequence[KeyRow], tasks: Sequence[Json], like: list[list[int]], best: list[list[int]]
) -> Iterator[Pair]:
    i = j = 0
    while i < len(rows) and j < len(tasks):
        if like[i][j] >= MATCH_AT and best[i][j] == like[i][j] + best[i + 1][j + 1]:
            yield rows[i], tasks[j]
            i, j = i + 1, j + 1
        elif best[i][j] == best[i + 1][j]:
            yield rows[i], None
            i += 1
        else:
            yield None, tasks[j]
            j += 1
    yield from ((row, None) for row in rows[i:])
    yield from ((None, task) for task in tasks[j:])


def likeness(row: KeyRow, task: Json) -> int:
    """3 for the same beginning, 2 each for the same end and number, 1 for the same place."""
    place = task["location"]
    here = row.line is not None and place.get("start", 0) <= row.line <= place.get("end", 0)
    numbered = row.no is not None and row.no == task["no"]
    return 3 * _starts(row, task) + 2 * (bool(row.ends) and _ends(row, task)) + 2 * numbered + here


def _starts(row: KeyRow, task: Json) -> bool:
    """Does the task begin as the row does, or stand under the row's own heading?"""
    text = bare(task["text"])
    if row.heading and _is_under(row.heading, text, task["path"]):
        return True
    begins = text[: len(row.starts)] if len(row.starts) < STARTS else text[:STARTS]
    return bool(row.starts) and _nearly(row.starts, begins)


def _is_under(heading: str, text: str, path: Sequence[str]) -> bool:
    return any(words.startswith(heading) for words in (text, *map(bare, path[-1:])))


def _ends(row: KeyRow, task: Json) -> bool:
    return not row.ends or _nearly(row.ends, bare(task["text"])[-ENDS:])


def _nearly(expected: str, got: str) -> bool:
    """Equal, or with no more than one character more, less or otherwise."""
    if expected == got:
        return True
    shorter, longer = sorted((expected, got), key=len)
    restored = any(longer[:i] + longer[i + 1 :] == shorter for i in range(len(longer)))
    shifted = len(got) >= STARTS and any(
        got[:i] + got[i + 1 :] == expected[:-1] for i in range(len(got))
    )
    return len(got) >= ENDS and (restored or shifted)


def is_same_row(row: KeyRow, task: Json) -> bool:
    """Is the task this row, whole, under its own number, and no more than this row?"""
    length = len(bare(task["text"]))
    fits = row.length is None or abs(length - row.length) <= max(3, row.length // 30)
    same_number = not row.numbered or row.no == task["no"]
    return _starts(row, task) and _ends(row, task) and same_number and fits
