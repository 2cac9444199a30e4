"""Quota tables: a unit and its figure on each row, with a total to check them against.

Read flattened (each cell a paragraph) or with a row on each line. A quota is a task of
its unit: the text is what is counted, the figure is the target.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from importers.reading.draft import Certainty, TableDraft, TargetDraft, TaskDraft
from importers.reading.outline import Line, is_sentence
from importers.reading.quota_rows import (
    MEASURED_IN,
    Header,
    QuotaTable,
    Row,
    find_quotas,
    folded_cell,
    quota_cells,
)
from importers.reading.script import compact, fold
from importers.reading.segment import Segment

_TITLE = re.compile(
    r"(?:表|分解|一览|指标|计划|任务|分配|安排|名额|下达|目标)(?:表|方案)?(?:[(].{1,12}[)])?$"
)
_ATTACHED = re.compile(r"^附[件表录]?[一二三四五六七八九十\d]{0,3}[:.]?")
_SEVERAL_KINDS = re.compile(r"[、,]")


def read_quotas(segment: Segment) -> tuple[TableDraft, ...]:
    """The quota tables of the segment, in printed order."""
    cells = quota_cells(segment.blocks)
    return tuple(_table(segment, cells, table) for table in find_quotas(cells))


def _table(segment: Segment, cells: Sequence[Line], table: QuotaTable) -> TableDraft:
    units = [row for row in table.rows if not (row.is_total or row.is_subtotal)]
    issues, agrees = _check(table, units)
    place = cells[table.header.start].location.through(cells[table.end - 1].location)
    return TableDraft(
        title=_title(segment, cells, table),
        form="quota",
        columns=table.header.titles,
        location=place,
        tasks=tuple(_task(table.header, row, agrees) for row in units),
        issues=tuple(issues),
    )


def _check(table: QuotaTable, units: Sequence[Row]) -> tuple[list[str], bool]:
    """What adding up says, and whether nothing speaks against the figures."""
    totals = [row for row in table.rows if row.is_total]
    if not totals:
        return ["没有合计行，各行数字未能核对。"], True
    issues, agrees = [], True
    for index, measure in enumerate(table.header.measures):
        last = totals[-1].figures[index]
        figures = [figure for row in units if (figure := row.figures[index]) is not None]
        if last is None or not all(figure.adds_up for figure in (last, *figures)):
            continue
        total, summed = last.value, sum((figure.value for figure in figures), Decimal(0))
        name = f"{measure.name}：" if len(table.header.measures) > 1 else ""
        same = total == summed
        agrees = agrees and same
        verdict = "相符" if same else f"不符，相差 {abs(total - summed)}，请核对原件"
        issues.append(f"{name}合计 {total}，各行之和 {summed}，{verdict}")
    return issues, agrees


def _task(header: Header, row: Row, agrees: bool) -> TaskDraft:
    """The task of a row's unit; uncertain where its figures are in doubt."""
    unit = compact(row.name.text)
    several = bool(_SEVERAL_KINDS.search(re.sub(r"[(（][^()（）]*[)）]", "", unit)))
    missing = [m.name for m, f in zip(header.measures, row.figures, strict=True) if f is None]
    issues = [f"这一行没有“{name}”的数字。" for name in missing]
    issues += ["这一格写有几类单位，按原样作为一个责任单位。"] if several else []
    issues += [] if agrees else ["本表各行之和与合计不符，数字请核对。"]
    return TaskDraft(
        text="、".join(measure.printed for measure in header.measures),
        no=row.no,
        location=row.name.location.through(row.last.location),
        lead=(unit,),
        targets=tuple(_targets(header, row)),
        certain=Certainty(text=agrees and not missing, lead=row.is_filled and not several),
        issues=tuple(issues),
        raw=" ".join((row.name.text, *("" if f is None else str(f.value) for f in row.figures))),
    )


def _targets(header: Header, row: Row) -> Iterator[TargetDraft]:
    for measure, figure in zip(header.measures, row.figures, strict=True):
        if figure is not None:
            yield TargetDraft(
                float(figure.value),
                figure.unit or measure.unit,
                op=figure.op,
                name=measure.name,
                value_max=float(figure.high) if figure.high is not None else None,
            )


def _title(segment: Segment, cells: Sequence[Line], table: QuotaTable) -> str:
    """The title printed over the table, else under it, else what the attachments name."""
    start = table.header.start
    above = [cells[index] for index in range(start - 1, max(-1, start - 5), -1)]
    below = list(cells[table.end : table.end + 2])
    for cell in [*above, *below]:
        text = compact(cell.text)
        if is_sentence(text) or "附件:" in fold(text) or MEASURED_IN.match(folded_cell(text)):
            continue
        if _TITLE.search(folded_cell(text)) and not _ATTACHED.match(fold(text)):
            return text
    return segment.head.title
