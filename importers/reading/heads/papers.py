"""The heads of a file and the papers between them.

The document number (〔2015〕7号) is the one line that nothing else looks like, so it is
the anchor: a title stands over it, or under it as in a letterhead. A cited number has
no head about it. A file without any is a single paper.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import PurePath

from importers.reading.document import Block, Document
from importers.reading.heads.facts import NAMED_BY_FILE, Findings, weigh
from importers.reading.heads.page import Page
from importers.reading.heads.signatures import find_signatures
from importers.reading.heads.single import single_findings
from importers.reading.heads.stacks import Stack, find_stacks
from importers.reading.segment import Segment

_FEWEST_SENTENCES = 3
"""So many sentences before the first head are a paper, not a cover or contents."""


@dataclass(frozen=True)
class _Place:
    """The beginning of a line: which block, and how many of its lines stand before."""

    block: int
    offset: int


def find_segments(document: Document) -> tuple[Segment, ...]:
    """The papers of ``document`` in order; what stands before the first head is left out.

    A text before the first head that is itself a paper is kept as one; so is a file whose
    only head has no text under it (a site's front matter at its foot).
    """
    page = Page.of(document.blocks)
    if not page.lines:
        return _untitled(document)
    stacks = find_stacks(page)
    starts = [stack.first for stack in stacks] + [len(page.lines)]
    before = _single(document.blocks, page, starts[0], whole=not stacks)
    papers = [
        _segment(document.blocks, page, stack, end)
        for stack, end in zip(stacks, starts[1:], strict=True)
    ]
    found = tuple(paper for paper in (before, *papers) if paper is not None)
    if found:
        return found
    only = _single(document.blocks, page, len(page.lines), whole=True)
    return (only,) if only else ()


def _untitled(document: Document) -> tuple[Segment, ...]:
    """A file of tables without a word over them: its name is all the title that it has."""
    if not any(block.grid for block in document.blocks):
        return ()
    name = PurePath(document.source.name).stem
    return (
        Segment(weigh(Findings(name, doubts=(NAMED_BY_FILE,)), document.blocks), document.blocks),
    )


def _segment(blocks: Sequence[Block], page: Page, stack: Stack, end: int) -> Segment | None:
    """The paper under ``stack``, up to line ``end``; None where it has no text."""
    last, top = page.lines[stack.last], page.lines[stack.first]
    body = _between(blocks, _Place(last.block, last.offset + 1), _place(blocks, page, end))
    if not body:
        return None
    signatures = find_signatures(page.lines, stack.last + 1, end, stack.found.issuers)
    head = weigh(replace(stack.found, signatures=signatures), body)
    return Segment(head, body, _from_line(blocks[top.block], top.offset).location)


def _single(blocks: Sequence[Block], page: Page, end: int, *, whole: bool) -> Segment | None:
    """The lines before ``end`` as a paper of their own, where they are one."""
    lines = page.lines[:end]
    sentences = sum("。" in line.plain for line in lines)
    if not lines or not (whole or sentences >= _FEWEST_SENTENCES):
        return None
    body = tuple(blocks) if whole else _between(blocks, _Place(0, 0), _place(blocks, page, end))
    return Segment(weigh(single_findings(page, end), body), body)


def _place(blocks: Sequence[Block], page: Page, line: int) -> _Place:
    if line >= len(page.lines):
        return _Place(len(blocks), 0)
    return _Place(page.lines[line].block, page.lines[line].offset)


def _between(blocks: Sequence[Block], start: _Place, end: _Place) -> tuple[Block, ...]:
    """The blocks from ``start`` to ``end``, the first and the last perhaps in part."""
    return tuple(_parts(blocks, start, end))


def _parts(blocks: Sequence[Block], start: _Place, end: _Place) -> Iterator[Block]:
    for index in range(start.block, min(end.block + 1, len(blocks))):
        block = blocks[index]
        if block.grid is not None:
            yield block
            continue
        first = start.offset if index == start.block else 0
        last = end.offset if index == end.block else len(block.lines)
        if first < last:
            yield _from_line(_to_line(block, last), first)


def _from_line(block: Block, offset: int) -> Block:
    if not offset:
        return block
    location = block.location
    if _counts_lines(block):
        location = replace(location, start=location.start + offset)
    return Block(block.lines[offset:], location)


def _to_line(block: Block, end: int) -> Block:
    if end == len(block.lines):
        return block
    location = block.location
    if _counts_lines(block):
        location = replace(location, end=location.start + end - 1)
    return Block(block.lines[:end], location)


def _counts_lines(block: Block) -> bool:
    """Is the block's place one of lines, so that each of its lines has a place?"""
    return block.location.end - block.location.start + 1 == len(block.lines)
