"""A file's lines, and which of them are front matter."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from importers.reading.document import Block
from importers.reading.heads.front_matter import FrontMatter, find_front_matter
from importers.reading.heads.lines import Line, written_lines


@dataclass(frozen=True)
class Page:
    """The written lines of a file; ``matter`` maps a line to the front matter it is in."""

    lines: Sequence[Line]
    matter: Mapping[int, FrontMatter]

    @classmethod
    def of(cls, blocks: Sequence[Block]) -> Page:
        """The page that ``blocks`` are."""
        lines = written_lines(blocks)
        matter = {
            index: one
            for one in find_front_matter(lines)
            for index in range(one.first, one.last + 1)
        }
        return cls(lines, matter)

    @cached_property
    def first_sentence(self) -> int:
        """The first line with a full stop; the number of lines where there is none."""
        lines = enumerate(self.lines)
        return next((index for index, line in lines if "。" in line.plain), len(self.lines))

    def beside(self, indexes: Iterator[int]) -> tuple[list[int], int]:
        """The dates among ``indexes``, and the first that is neither date nor front matter.

        -1 where there is none.
        """
        days: list[int] = []
        for index in indexes:
            if index in self.matter:
                continue
            if not self.lines[index].is_date:
                return days, index
            days.append(index)
        return days, -1

    def stated(self, first: int, last: int) -> dict[str, str]:
        """The facts that front matter among lines ``first`` to ``last`` states."""
        facts: dict[str, str] = {}
        for index in range(max(first, 0), last + 1):
            if (one := self.matter.get(index)) and one.first in (index, first):
                facts = {**one.facts, **facts}
        return facts
