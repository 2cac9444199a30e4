"""A plan's stretch of a document: what the finders of tables and trailers look through."""

from __future__ import annotations

from dataclasses import dataclass

from importers.reading.document import Block, Location
from importers.reading.draft import PlanHead


@dataclass(frozen=True, slots=True)
class Segment:
    """One plan (or other paper of a gazette): its head, and the blocks under it.

    ``top`` is where the head begins; without it the blocks are the whole paper.
    """

    head: PlanHead
    blocks: tuple[Block, ...]
    top: Location | None = None

    @property
    def location(self) -> Location:
        """From the head's first line to the last block."""
        return (self.top or self.blocks[0].location).through(self.blocks[-1].location)
