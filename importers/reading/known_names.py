"""The words of a whole file, asked how a cut name goes on.

Some dumps lose the last character of every cell. What was lost is put back only where
the file itself says one thing: the name stands whole elsewhere.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from importers.reading.fields.departments import department_fitness
from importers.reading.script import compact, fold

_WHOLE = 0.85
_HEADING_TAIL = 6
"""How many characters a cut heading may have lost (a whole second line of its cell)."""


@dataclass(frozen=True)
class Mended:
    """A name put back together; ``certain`` where the file allows one reading only."""

    name: str
    certain: bool


@dataclass(frozen=True)
class KnownNames:
    """What a plan, and then the file that it stands in, say of names.

    ``near`` is the text of the plan, ``far`` that of the file; ``directory`` holds the
    names of a printed directory.
    """

    near: str
    far: str
    directory: tuple[str, ...] = ()

    @cached_property
    def _texts(self) -> tuple[str, str]:
        return self._lines(self.near), self._lines(self.far + "\n" + "\n".join(self.directory))

    @staticmethod
    def _lines(text: str) -> str:
        return "\n".join(compact(fold(line)) for line in text.splitlines())

    def mend(self, name: str) -> Mended:
        """``name`` whole: as it is, or with the character that the file knows it by."""
        folded = compact(fold(name))
        if department_fitness(folded) >= _WHOLE:
            return Mended(name, certain=True)
        for text in self._texts:
            endings = _endings(folded, text)
            if len(endings) == 1:
                return Mended(name + endings[0], certain=True)
            if endings:
                return Mended(name + endings[0], certain=False)
        return Mended(name, certain=False)

    def mend_heading(self, heading: str) -> str:
        """``heading`` with its lost end, where one line of the file ends that way."""
        folded = compact(fold(heading))
        for text in self._texts:
            tails = _tails(folded, text)
            if len(tails) == 1:
                return heading + tails.pop()
        return heading


def _endings(cut: str, text: str) -> list[str]:
    """The characters that make a department of ``cut`` in ``text``, commonest first.

    Names that stand apart are asked first: inside a sentence, or inside a longer name,
    the next character may be anything.
    """
    for apart in (r"(?![\u4e00-\u9fff])", ""):
        following = Counter(re.findall(re.escape(cut) + r"([\u4e00-\u9fff])" + apart, text))
        whole = [
            (count, character)
            for character, count in following.items()
            if department_fitness(cut + character) >= _WHOLE
        ]
        if whole:
            return [character for _, character in sorted(whole, reverse=True)]
    return []


def _tails(cut: str, text: str) -> set[str]:
    """What follows ``cut`` to the end of its line, where that is little."""
    pattern = re.escape(cut) + rf"([\u4e00-\u9fff]{{1,{_HEADING_TAIL}}})$"
    return set(re.findall(pattern, text, re.MULTILINE))


def known_names(near: Iterable[str], far: Iterable[str], directory: Iterable[str]) -> KnownNames:
    """The names known to a plan whose blocks are ``near``, in a file of blocks ``far``."""
    return KnownNames("\n".join(near), "\n".join(far), tuple(directory))
