"""The stages of reading, in order, over one document."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from importers.reading.catalogue import skipped_tables
from importers.reading.cell_trailers import trailers_in_cells
from importers.reading.default_deadline import with_default_deadline
from importers.reading.directory import read_directory
from importers.reading.directory_grid import (
    directory_blocks,
    is_directory,
    read_directory_grids,
)
from importers.reading.division import read_division
from importers.reading.document import Block, Document
from importers.reading.draft import (
    DirectoryEntry,
    LeaderDraft,
    PlanDraft,
    Reading,
    SkippedTable,
    TableDraft,
)
from importers.reading.duties import read_duties
from importers.reading.extent import within_flattened, within_lines
from importers.reading.flattened.table import Stretch, find_stretches, read_stretch
from importers.reading.grids.continued import with_continued
from importers.reading.grids.parts import with_tables_only
from importers.reading.grids.table import read_grids
from importers.reading.heads import find_segments
from importers.reading.known_names import KnownNames, known_names
from importers.reading.obligations import read_obligations
from importers.reading.outline import paragraphs_of
from importers.reading.plan_marks import MarkedLeads, with_marked_leads
from importers.reading.prose import read_trailers
from importers.reading.quota import read_quotas
from importers.reading.repeats import without_repeats
from importers.reading.segment import Segment
from importers.reading.sources.assembly import words_of
from importers.reading.sources.site_lines import without_site
from importers.reading.table_rules import with_rules

_FIGURE = re.compile(r"[\d.,，%‰]+[\u4e00-\u9fff]{0,2}")


@dataclass(frozen=True, slots=True)
class _Findings:
    """What one paper of a file holds."""

    tables: tuple[TableDraft, ...]
    departments: tuple[DirectoryEntry, ...]
    leaders: tuple[LeaderDraft, ...]
    skipped: tuple[SkippedTable, ...]


@dataclass(frozen=True, slots=True)
class _Paper:
    """One paper of a file: whole, without its grids, and where tables stand in that."""

    segment: Segment
    text: Segment
    stretches: Sequence[Stretch]
    departments: tuple[DirectoryEntry, ...]

    @property
    def flattened(self) -> Iterator[Block]:
        """The blocks of its tables whose cells became paragraphs."""
        for stretch in self.stretches:
            yield from (self.text.blocks[index] for index in stretch.blocks)


def read_document(document: Document) -> Reading:
    """Everything that ``document`` holds; empty where it holds nothing of what is looked for.

    Raises :class:`SourceError` where it holds more than is read.
    """
    blocks = within_lines(document, _blocks(document))
    segments = find_segments(replace(document, blocks=tuple(blocks)))
    papers = [_paper(segment) for segment in segments]
    within_flattened(document, (paper.flattened for paper in papers))
    shorts = [entry.short for paper in papers for entry in paper.departments]
    far = list(words_of(document.blocks))
    findings = [_findings(paper, far, shorts) for paper in papers]
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


def _paper(segment: Segment) -> _Paper:
    text = _without_grids(segment)
    return _Paper(segment, text, find_stretches(text), _directory(segment))


def _blocks(document: Document) -> Iterator[Block]:
    """The blocks of ``document`` with no grids but directories and tables of tasks.

    What a web site put around the paper is left out.
    """
    document = replace(document, blocks=tuple(with_continued(without_site(document.blocks))))
    for block in document.blocks:
        if block.grid is None:
            yield block
            continue
        known = directory_blocks(document, block)
        yield from known or with_tables_only(replace(document, blocks=(block,))).blocks


def _directory(segment: Segment) -> tuple[DirectoryEntry, ...]:
    entries = [*read_directory_grids(segment), *read_directory(segment)]
    return tuple(replace(entry, head=segment.head) for entry in entries)


def _without_directories(segment: Segment) -> Segment:
    grids = [block.grid for block in segment.blocks]
    listed = {i for i, grid in enumerate(grids) if grid and is_directory(grid)}
    return _without(segment, listed.__contains__) if listed else segment


def _findings(paper: _Paper, far: Sequence[str], shorts: Sequence[str]) -> _Findings:
    """The tables of a paper first; the rest is looked for in what they leave."""
    segment, text, departments = paper.segment, paper.text, paper.departments
    segment = _without_directories(segment)
    known = known_names(list(words_of(segment.blocks)), far, shorts)
    marked = with_marked_leads(segment.blocks)
    tabled = _with_roles(segment, marked)
    grids = list(read_grids(tabled, known))
    flat = _without_grids(tabled)
    read = [(stretch, read_stretch(flat, stretch, known)) for stretch in paper.stretches]
    read = [(stretch, table) for stretch, table in read if _holds_tasks(table)]
    printed = _in_order(segment, [*grids, *(table for _, table in read)])
    ruled = with_rules(printed, text.blocks, segment.head.title, marked)
    taken = {index for stretch, _ in read for index in stretch.blocks}
    left = _without(text, taken.__contains__)
    if not left.blocks:
        return _Findings(_whole(paper, ruled), departments, (), ())
    found = [*ruled, *_other_forms(left, known, beside=bool(ruled))] or list(_duties(left))
    tables = _whole(paper, without_repeats(_in_order(segment, found)))
    leaders = tuple(replace(leader, head=segment.head) for leader in read_division(left))
    return _Findings(tables, departments, leaders, skipped_tables(left))


def _whole(paper: _Paper, tables: Sequence[TableDraft]) -> tuple[TableDraft, ...]:
    """``tables`` with what the paper says once of all its tasks."""
    return with_default_deadline(tables, paragraphs_of(paper.text.blocks), paper.segment.head)


def _with_roles(segment: Segment, marked: MarkedLeads) -> Segment:
    """``segment`` with roles for marks, where a rule of the paper says what these mean."""
    return replace(segment, blocks=marked.blocks) if marked.issues else segment


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


def _without_grids(segment: Segment) -> Segment:
    return _without(segment, lambda index: segment.blocks[index].grid is not None)


def _in_order(segment: Segment, tables: Iterable[TableDraft]) -> tuple[TableDraft, ...]:
    """``tables`` as they stand in the paper: by sheet, then from top to bottom."""
    sheets = list(dict.fromkeys(block.location.sheet for block in segment.blocks))
    return tuple(sorted(tables, key=lambda t: (sheets.index(t.location.sheet), t.location.start)))


def _other_forms(left: Segment, known: KnownNames, *, beside: bool) -> Iterator[TableDraft]:
    """What serves as a table and is none: trailers, quotas, dated steps; ``beside`` tables."""
    yield from read_quotas(left)
    trailers = read_trailers(_without(left, lambda i: left.blocks[i].of_columns), known)
    cells = list(trailers_in_cells(left, known))
    found = [trailers, *cells] if trailers is not None else cells
    steps = read_obligations(left, beside_others=beside or bool(found))
    yield from (table for table in (*found, steps) if table is not None)


def _duties(left: Segment) -> Iterator[TableDraft]:
    """What the running text of a plan without any table obliges departments to."""
    table = read_duties(left)
    if table is not None:
        yield table
