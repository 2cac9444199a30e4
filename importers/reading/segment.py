"""A plan's stretch of a document: what the finders of tables and trailers look through."""

from __future__ import annotations

from dataclasses import dataclass

from importers.reading.document import Block, Location
from importers.reading.draft import PlanHead


@dataclass(frozen=True, slots=True)
class Segment:
    """One plan (or other paper of a gazette): its head, and the blocks under it."""

    head: PlanHead
    blocks: tuple[Block, ...]

    @property
    def location(self) -> Location:
        """From the first block to the last."""
        return self.blocks[0].location.through(self.blocks[-1].location)
