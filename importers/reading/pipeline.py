"""The stages of reading, in order, over one document."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
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
from importers.reading.heads import find_segments
from importers.reading.known_names import known_names
from importers.reading.obligations import read_obligations
from importers.reading.prose import read_trailers
from importers.reading.quota import read_quotas
from importers.reading.segment import Segment


@dataclass(frozen=True, slots=True)
class _Findings:
    """What one paper of a file holds."""

    tables: tuple[TableDraft, ...]
    departments: tuple[DirectoryEntry, ...]
    leaders: tuple[LeaderDraft, ...]
    skipped: tuple[SkippedTable, ...]


def read_document(document: Document) -> Reading:
    """Everything that ``document`` holds; empty where it holds nothing of what is looked for."""
    segments = find_segments(document)
    directories = [_directory(segment) for segment in segments]
    shorts = [entry.short for entries in directories for entry in entries]
    far = [block.text for block in document.blocks]
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
    known = known_names([block.text for block in segment.blocks], far, shorts)
    read = [(stretch, read_stretch(segment, stretch, known)) for stretch in find_stretches(segment)]
    flattened = [table for _, table in read if table.tasks]
    taken = {index for stretch, table in read if table.tasks for index in stretch.blocks}
    left = replace(
        segment,
        blocks=tuple(block for index, block in enumerate(segment.blocks) if index not in taken),
    )
    if not left.blocks:
        return _Findings(tuple(flattened), departments, (), ())
    found = [*flattened, *_other_forms(left)] or list(_duties(left))
    tables = sorted(found, key=lambda table: table.location.start)
    leaders = tuple(replace(leader, head=segment.head) for leader in read_division(left))
    return _Findings(tuple(tables), departments, leaders, skipped_tables(left))


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
