"""Where a flattened table begins, what its columns hold, and where it starts again."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace

from importers.reading.columns import (
    Column,
    columns_of,
    heads_tasks,
    is_responsible,
    lists_goals,
)
from importers.reading.document import Block
from importers.reading.fields.organs import name_score
from importers.reading.glued_header import glued_cells
from importers.reading.lexicon import RESPONSIBLE, HeaderCell, header_cell, is_parent
from importers.reading.script import fold, simplify

_LONGEST = 12
"""The most cells that a header may have."""

_STRANGER = 8
"""How long a header cell may be that no lexicon knows, between two that are known."""

_A_BODY = 0.85
"""From which score of ``name_score`` on a cell is a department."""


@dataclass(frozen=True, slots=True)
class Header:
    """A header's blocks ``[start, end)``, its columns, and whether its cells are cut.

    ``has_goals``: it heads numbered goals to reach, with nobody named for them.
    ``inline`` holds what stands before the header on its own line, where the whole
    header is one line of text; None where each cell is a block. ``keeps_lines``: each row is
    a line, its cells run together as the header's are. ``is_assumed``: none is printed, the
    columns are told by what rows of one line hold.
    """

    start: int
    end: int
    columns: tuple[Column, ...]
    cut: bool = False
    has_goals: bool = False
    inline: str | None = None
    keeps_lines: bool = False
    is_assumed: bool = False

    @property
    def titles(self) -> tuple[str, ...]:
        """The words of the header cells, in column order."""
        return tuple(column.title for column in self.columns)

    @property
    def is_responsible(self) -> bool:
        """Does a column name who answers for a task?"""
        return is_responsible(self.columns)


def find_headers(blocks: Sequence[Block]) -> list[Header]:
    """Every header among ``blocks`` that can head a table of tasks, in order."""
    headers: list[Header] = []
    index = 0
    while index < len(blocks):
        header = _stacked(blocks, index) or _one_line(blocks, index) or _glued(blocks, index)
        if header is None:
            index += 1
        else:
            headers.append(header)
            index = header.end
    return _without_labels(_without_first_cells(blocks, headers))


def _without_labels(headers: Sequence[Header]) -> list[Header]:
    """``headers`` without labels under each item, whose values look like columns.

    责任领导, 顾某, 责任单位 and then 责任领导, 陆某, 责任单位: a header printed again has
    the same columns again.
    """
    alike: dict[tuple[str, ...], set[tuple[str, ...]]] = defaultdict(set)
    for header in headers:
        alike[_labels_of(header)].add(header.titles)
    return [h for h in headers if not _labels_of(h) or len(alike[_labels_of(h)]) == 1]


def _labels_of(header: Header) -> tuple[str, ...]:
    """The titles that may be labels: all that are known, where they say only who and when."""
    known = [cell for title in header.titles if (cell := header_cell(title))]
    labels = {*RESPONSIBLE, "schedule"}
    return tuple(fold(c.title) for c in known) if all(c.kind in labels for c in known) else ()


def _without_first_cells(blocks: Sequence[Block], headers: list[Header]) -> list[Header]:
    """Headers printed again, cut to what they share: a first cell may look like a header's."""
    mended: list[Header] = []
    beginnings = Counter(part for header in headers for part in _beginnings(header))
    for header in headers:
        extra = _strangers(header, beginnings)
        if extra:
            header = _stacked(blocks[: header.end - extra], header.start) or header
        mended.append(header)
    return mended


def _strangers(header: Header, beginnings: Counter[tuple[str, ...]]) -> int:
    """How many last cells of ``header`` that header does not have which shares most with it.

    0 where no other begins with the same three cells.
    """
    shared = [len(part) for part in _beginnings(header) if beginnings[part] > 1]
    return len(header.titles) - max(shared) if shared else 0


def _beginnings(header: Header) -> list[tuple[str, ...]]:
    """Its first three cells, its first four, and so on; none of a header in one line."""
    if header.inline is not None:
        return []
    titles = tuple(map(fold, header.titles))
    return [titles[:end] for end in range(3, len(titles) + 1)]


def _stacked(blocks: Sequence[Block], start: int) -> Header | None:
    """The header whose first cell is the block at ``start``."""
    if header_cell(blocks[start].text) is None:
        return None
    cells: list[HeaderCell] = []
    end = start
    for index in range(start, min(start + _LONGEST, len(blocks))):
        cell = _cell(blocks, index)
        if cell is None:
            break
        cells.append(cell)
        end = index + 1
    if _is_title(cells):
        return None
    return _header(start, end, cells)


def _is_title(cells: Sequence[HeaderCell]) -> bool:
    """Is the first cell a short title (任务清单) over a header that begins with a serial?"""
    kinds = [cell.kind for cell in cells]
    return kinds[:2] == ["text", "serial"] and bool({"text", "path"} & set(kinds[2:]))


def _cell(blocks: Sequence[Block], index: int) -> HeaderCell | None:
    """The header cell at ``index``; a stranger only if a known cell follows it.

    A department is none: it is what stands under 牵头单位, or behind it as a label.
    """
    text = blocks[index].text
    if cell := header_cell(text):
        return cell
    bare = re.sub(r"\s", "", text)
    follows = index + 1 < len(blocks) and header_cell(blocks[index + 1].text)
    if not follows or not 1 < len(bare) <= _STRANGER or name_score(simplify(bare)) >= _A_BODY:
        return None
    return HeaderCell(bare, "note") if re.fullmatch(r"[\u4e00-\u9fff()（）]+", bare) else None


def _one_line(blocks: Sequence[Block], start: int) -> Header | None:
    """The header that is the end of one line, its cells apart by spaces."""
    line = blocks[start].lines[-1]
    words = line.split()
    cells: list[HeaderCell] = []
    for word in reversed(words):
        cell = header_cell(word)
        if cell is None or len(cells) == _LONGEST:
            break
        cells.insert(0, cell)
    header = _header(start, start + 1, cells)
    if header is None or len(cells) < 3:
        return None
    before = " ".join(words[: len(words) - len(cells)])
    return replace(header, inline=before)


def _glued(blocks: Sequence[Block], start: int) -> Header | None:
    """The header that is one line, nothing between its cells."""
    lines = blocks[start].lines
    cells = glued_cells(lines[-1]) if lines else ()
    header = _header(start, start + 1, cells) if cells else None
    return replace(header, keeps_lines=True) if header else None


def _header(start: int, end: int, cells: Sequence[HeaderCell]) -> Header | None:
    """The header of ``cells``, if they can head a table of tasks: some column says what."""
    columns = columns_of(_without_parent(cells))
    goals = lists_goals(cells)
    header = Header(start, end, columns, any(cell.cut for cell in cells), goals)
    return header if heads_tasks(columns, goals=goals) else None


def _without_parent(cells: Sequence[HeaderCell]) -> list[HeaderCell]:
    """``cells`` with the lower halves of a two-level header in place of their parent."""
    for index, cell in enumerate(cells):
        if is_parent(cell, cells[index + 1 :]):
            below = [other for other in cells[index + 1 :] if other.kind in ("lead", "coop")]
            rest = [other for other in cells[index + 1 :] if other not in below]
            return [*cells[:index], *below, *rest]
    return list(cells)


def same_header(one: Header, other: Header) -> bool:
    """Is ``other`` the header ``one`` printed again (on the next page)?"""
    return sorted(map(fold, one.titles)) == sorted(map(fold, other.titles))
