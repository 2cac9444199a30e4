"""A section of a narrative, and the pieces that its trailers cut it into."""

from __future__ import annotations

from dataclasses import dataclass, field

from importers.reading.document import Location
from importers.reading.numbering import Numbering
from importers.reading.outline import Line
from importers.reading.parties import Parties
from importers.reading.trailers import Trailer, together


@dataclass
class Piece:
    """Lines up to the trailers (none where nothing closes them), and what is left after them."""

    lines: list[Line]
    trailers: list[Trailer]
    end: Location
    after: str = ""

    @property
    def parties(self) -> Parties | None:
        """What the trailers say together."""
        return together(self.trailers) if self.trailers else None

    @property
    def is_labelled(self) -> bool:
        """Does the trailer stand under labels, without brackets?"""
        return bool(self.trailers) and not self.trailers[0].in_brackets

    @property
    def is_closed(self) -> bool:
        """Does a trailer say who is responsible?"""
        return any(trailer.parties.names_somebody for trailer in self.trailers)

    def takes(self, trailer: Trailer) -> bool:
        """May ``trailer`` go with those before? A line by itself never goes with a bracket."""
        if not self.trailers:
            return False
        times = not (trailer.parties.names_somebody and self.is_closed)
        return times or trailer.bare == self.trailers[-1].bare


@dataclass
class Section:
    """A numbered paragraph with what stands under it up to the next numbered one.

    A roster is a body on a line by itself over lines without numbers, each a task of its.
    ``given_due`` is the deadline that a line under its sisters gives it (empty: none),
    ``due_doubt`` why it may not be meant for it.
    """

    number: Numbering | None
    parent: Section | None
    lines: list[Line] = field(default_factory=list)
    children: list[Section] = field(default_factory=list)
    pieces: list[Piece] = field(default_factory=list)
    over_parts: Parties | None = None
    is_roster: bool = False
    given_due: str | None = None
    due_doubt: str = ""

    @property
    def style(self) -> str:
        """How it is numbered; nothing for the front."""
        return self.number.style if self.number else ""

    @property
    def is_closed(self) -> bool:
        """Does a trailer of its own close the section?"""
        return any(piece.is_closed for piece in self.pieces)

    @property
    def has_closed_parts(self) -> bool:
        """Does it, or any part under it, have a trailer?"""
        inherits = self.is_closed or self.over_parts is not None
        return inherits or any(part.has_closed_parts for part in self.children)

    @property
    def inherited(self) -> Parties | None:
        """What the nearest heading with a trailer says for all under it."""
        if self.parent is None:
            return None
        return self.parent.over_parts or self.parent.inherited
