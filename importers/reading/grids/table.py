"""The way through a grid's table: its header, its rows, and what their cells say."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from importers.reading.columns import says_who_leads
from importers.reading.document import Block, Grid
from importers.reading.draft import TableDraft, TaskDraft
from importers.reading.flattened.context import Context
from importers.reading.flattened.doubts import Doubts, Table, doubt_unknown_roles
from importers.reading.flattened.header import Header
from importers.reading.flattened.headings import mended_paths, printed_paths
from importers.reading.flattened.inherit import FIELDS
from importers.reading.flattened.table import missing_numbers
from importers.reading.flattened.task_text import texts_are_numbered
from importers.reading.flattened.tasks import task_of
from importers.reading.flattened.titles import title_over
from importers.reading.grids import reasons
from importers.reading.grids.cells import Rows, rows_of_grid
from importers.reading.grids.contents import by_contents
from importers.reading.grids.header import GridHeader, find_header
from importers.reading.grids.matrix import Matrix
from importers.reading.grids.over import headings_over
from importers.reading.known_names import KnownNames
from importers.reading.lexicon import ColumnKind, header_cell
from importers.reading.numbering import leading_number
from importers.reading.script import fold
from importers.reading.segment import Segment

_OF_PLACES = re.compile(r"[乡镇街]|属地|园区")
_SURE: dict[ColumnKind, float] = dict.fromkeys(("text", *FIELDS), 1.0)
_NAMELESS_SHEETS = ("sheet", "工作表", "table", "表")


def read_grids(segment: Segment, known: KnownNames) -> Iterable[TableDraft]:
    """The tables of tasks that stand in the segment as grids, in printed order."""
    after = 0
    for index, block in enumerate(segment.blocks):
        if block.grid is not None:
            title = _title(segment.blocks, index, after)
            over = headings_over(segment.blocks[after:index])
            table = _read(segment, block.grid, title, over, known)
            yield from [table] if table is not None else []
            after = index + 1


def _title(blocks: Sequence[Block], index: int, after: int) -> str:
    """The title over the block at ``index``, else the name of its sheet."""
    place = Header(index, index + 1, ())
    title = title_over(blocks, place, after=after)
    return title.text or _sheet_name(blocks[index])


def _sheet_name(block: Block) -> str:
    name = block.location.sheet or ""
    bare = name.lower().rstrip("0123456789 ()（）")
    return "" if bare in _NAMELESS_SHEETS else name


def _read(
    segment: Segment, grid: Grid, title: str, over: Sequence[str], known: KnownNames
) -> TableDraft | None:
    matrix = Matrix.of(grid)
    header = find_header(matrix, 0, matrix.height)
    if header is None:
        return None
    header, issues = by_contents(matrix, header)
    read = rows_of_grid(matrix, header)
    tasks = _tasks(segment, header, read, known, issues) if read.rows else ()
    tasks = tuple(_under(task, over) for task in tasks)
    return TableDraft(
        title=title or segment.head.title,
        form="grid",
        columns=header.titles,
        location=grid.location,
        tasks=tasks,
        issues=(*read.issues, *missing_numbers(tasks)),
    )


def _under(task: TaskDraft, over: Sequence[str]) -> TaskDraft:
    """The task with the headings over its table, but for those of the level of its own."""
    own = {_style(heading) for heading in task.path}
    kept = [heading for heading in over if _style(heading) not in own]
    return replace(task, path=(*kept, *task.path)) if kept else task


def _style(heading: str) -> str:
    number, _ = leading_number(heading)
    return number.style if number else ""


def _tasks(
    segment: Segment,
    header: GridHeader,
    read: Rows,
    known: KnownNames,
    issues: Sequence[str],
) -> tuple[TaskDraft, ...]:
    context = Context(
        kinds=header.kinds,
        titles=tuple(column.title for column in header.columns),
        units=read.units,
        known=known,
        head=segment.head,
        is_cut=header.is_cut,
        goals=header.has_goals,
        texts_numbered="serial" not in header.kinds and texts_are_numbered(read.units, read.rows),
    )
    doubt_unknown_roles(
        Table(context.kinds, context.titles, context.units, read.rows, {}), read.doubts
    )
    _doubt_all(read.doubts, [*issues, *_rival_leads(header)])
    _hand_down(read)
    paths = mended_paths(read.rows, known) if header.is_cut else printed_paths(read.rows)
    return tuple(
        task_of(context, row, path, doubt, _SURE)
        for row, path, doubt in zip(read.rows, paths, read.doubts, strict=True)
    )


def _rival_leads(header: GridHeader) -> list[str]:
    """A doubt where several columns name those responsible and none says who leads."""
    columns = dict.fromkeys(column for column in header.columns if column.kind in ("lead", "coop"))
    rivals = [column.title for column in columns if _may_lead(column.title)]
    named = any(says_who_leads(column.title) for column in columns)
    return [] if named or len(rivals) < 2 else [reasons.TWO_LEADS.format(titles="、".join(rivals))]


def _may_lead(title: str) -> bool:
    """Does the title alone say responsible, and nothing of a place or of taking part?"""
    cell = header_cell(title)
    return cell is not None and cell.kind == "lead" and not _OF_PLACES.search(fold(title))


def _doubt_all(doubts: Iterable[Doubts], issues: Sequence[str]) -> None:
    for one in doubts:
        for issue in issues:
            one.add(issue, "lead", "coop")


def _hand_down(read: Rows) -> None:
    """What is taken from above is no surer than what stands above."""
    for index, row in enumerate(read.rows):
        for kind, value in row.fields.items():
            if index and value.origin == "merged":
                for reason in read.doubts[index - 1].of(kind):
                    read.doubts[index].add(reason, kind)
