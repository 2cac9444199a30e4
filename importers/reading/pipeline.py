"""The stages of reading, in order, over one document."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from importers.reading.catalogue import skipped_tables
from importers.reading.directory import read_directory
from importers.reading.division import read_division
from importers.reading.document import Document
from importers.reading.draft import (
    DirectoryEntry,
    LeaderDraft,
    PlanDraft,
    Reading,
    SkippedTable,
    TableDraft,
)
from importers.reading.duties import read_duties
from importers.reading.flattened.table import find_stretches, read_stretch
from importers.reading.grids.parts import with_tables_only
from importers.reading.grids.table import read_grids
from importers.reading.heads import find_segments
from importers.reading.known_names import known_names
from importers.reading.obligations import read_obligations
from importers.reading.prose import read_trailers
from importers.reading.quota import read_quotas
from importers.reading.segment import Segment
from importers.reading.sources.assembly import words_of

_FIGURE = re.compile(r"[\d.,，%‰]+[\u4e00-\u9fff]{0,2}")


@dataclass(frozen=True, slots=True)
class _Findings:
    """What one paper of a file holds."""

    tables: tuple[TableDraft, ...]
    departments: tuple[DirectoryEntry, ...]
    leaders: tuple[LeaderDraft, ...]
    skipped: tuple[SkippedTable, ...]


def read_document(document: Document) -> Reading:
    """Everything that ``document`` holds; empty where it holds nothing of what is looked for."""
    segments = find_segments(with_tables_only(document))
    directories = [_directory(segment) for segment in segments]
    shorts = [entry.short for entries in directories for entry in entries]
    far = list(words_of(document.blocks))
    findings = [
        _findings(segment, entries, far, shorts)
        for segment, entries in zip(segments, directories, strict=True)
    ]
    return Reading(
        source=document.source,
        plans=tuple(
            PlanDraft(segment.head, segment.location, found.tables)
            for segment, found in zip(segments, findings, strict=True)
            if found.tables
        ),
        departments=tuple(entry for found in findings for entry in found.departments),
        leaders=tuple(leader for found in findings for leader in found.leaders),
        skipped=tuple(table for found in findings for table in found.skipped),
        warnings=document.warnings,
        document=document,
    )


def _directory(segment: Segment) -> tuple[DirectoryEntry, ...]:
    return tuple(replace(entry, head=segment.head) for entry in read_directory(segment))


def _findings(
    segment: Segment,
    departments: tuple[DirectoryEntry, ...],
    far: Sequence[str],
    shorts: Sequence[str],
) -> _Findings:
    """The tables of a paper first; the rest is looked for in what they leave."""
    known = known_names(list(words_of(segment.blocks)), far, shorts)
    grids = list(read_grids(segment, known))
    text = _without(segment, lambda index: segment.blocks[index].grid is not None)
    read = [(stretch, read_stretch(text, stretch, known)) for stretch in find_stretches(text)]
    read = [(stretch, table) for stretch, table in read if _holds_tasks(table)]
    flattened = [table for _, table in read]
    taken = {index for stretch, _ in read for index in stretch.blocks}
    left = _without(text, taken.__contains__)
    if not left.blocks:
        return _Findings(_in_order(segment, [*grids, *flattened]), departments, (), ())
    found = [*grids, *flattened, *_other_forms(left)] or list(_duties(left))
    tables = _in_order(segment, found)
    leaders = tuple(replace(leader, head=segment.head) for leader in read_division(left))
    return _Findings(tables, departments, leaders, skipped_tables(left))


def _holds_tasks(table: TableDraft) -> bool:
    """Do most rows say what is to be done? Those of a table of quotas have figures only."""
    said = [task for task in table.tasks if task.text and not _FIGURE.fullmatch(task.text)]
    return len(said) * 2 > len(table.tasks)


def _without(segment: Segment, is_taken: Callable[[int], bool]) -> Segment:
    """``segment`` without the blocks at the indexes that are taken."""
    blocks = segment.blocks
    return replace(
        segment,
        blocks=tuple(block for index, block in enumerate(blocks) if not is_taken(index)),
    )


def _in_order(segment: Segment, tables: Iterable[TableDraft]) -> tuple[TableDraft, ...]:
    """``tables`` as they stand in the paper: by sheet, then from top to bottom."""
    sheets = list(dict.fromkeys(block.location.sheet for block in segment.blocks))
    return tuple(sorted(tables, key=lambda t: (sheets.index(t.location.sheet), t.location.start)))


def _other_forms(left: Segment) -> Iterator[TableDraft]:
    """What serves as a table and is none: trailers, quotas, dated steps."""
    yield from read_quotas(left)
    for read in (read_trailers, read_obligations):
        table = read(left)
        if table is not None:
            yield table


def _duties(left: Segment) -> Iterator[TableDraft]:
    """What the running text of a plan without any table obliges departments to."""
    table = read_duties(left)
    if table is not None:
        yield table
