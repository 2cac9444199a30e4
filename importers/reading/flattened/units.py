"""The paragraphs of a flattened table, each with what can be seen of it.

A unit is one paragraph: a cell, or part of one. What a model needs to know of it is
counted into a few classes (``Sight``); the classes' odds are in ``weights.py``.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import NamedTuple

from importers.reading.document import Block, Location
from importers.reading.fields.departments import (
    department_fitness,
    label_of,
    split_departments,
    trailing_departments,
)
from importers.reading.fields.persons import person_fitness
from importers.reading.fields.schedule_fitness import schedule_fitness
from importers.reading.numbering import leading_number
from importers.reading.script import compact, fold

_BULLET = re.compile(r"^\s*[•●○◆■▪·*\-–—]\s*")
_NOTHING = re.compile(r"[/\\／＼—–－-]*|无|無|暂无|暫無")
_DITTO = re.compile(r"[(（]?同[上前](?:[一1]?[行栏格])?[)）]?[。.]?|[〃″”\"]{1,2}|''")
_PAGE_NUMBER = re.compile(r"^[-—–\s]*\d{1,3}[-—–\s]+$|^第\s*\d+\s*页(?:\s*共\s*\d+\s*页)?$")
_LENGTHS = (2, 5, 10, 18, 35, 70)
_LONG = 30


class Sight(NamedTuple):
    """What is seen of a unit: the class of each feature (``weights.FEATURES``)."""

    number: int
    length: int
    ending: int
    figures: int
    department: int
    date: int
    person: int
    label: int


@dataclass(frozen=True, slots=True)
class Unit:
    """One paragraph of a table.

    ``label`` is the role that an inner label (牵头部门:) gives it; ``text`` is without
    label. ``serial`` is a number that stood in front of its line. ``before_header`` tells of
    a header printed again after it. ``lacks_names``: the unit is a line
    without departments, in a table whose lines end in them. ``over`` is the head of its
    column where that says when (一季度, 开始时间).
    """

    text: str
    location: Location
    label: str | None = None
    serial: str | None = None
    before_header: bool = False
    lacks_names: bool = False
    over: str = ""

    @property
    def is_blank(self) -> bool:
        """Nothing but spaces, or a mark that says nothing: an empty cell, or none at all."""
        return _says_nothing(self.text)

    @property
    def is_ditto(self) -> bool:
        """Does the cell say that it is as the one above (同上)?"""
        return _says_the_same(self.text)

    @property
    def names(self) -> tuple[str, ...]:
        """The departments that the unit names, if that is what it does."""
        return split_departments(self.text).names


@cache
def _says_nothing(text: str) -> bool:
    return bool(_NOTHING.fullmatch(compact(text)))


@cache
def _says_the_same(text: str) -> bool:
    return bool(_DITTO.fullmatch(compact(fold(text))))


def units_of(
    blocks: Sequence[Block], headers: Iterable[range], *, lines_are_rows: bool
) -> list[Unit]:
    """The units of ``blocks``, without the headers printed again at ``headers``.

    ``lines_are_rows``: the rows kept their lines, so that departments stand at the end
    of a line of text.
    """
    hidden = {index for stretch in headers for index in stretch}
    units: list[Unit] = []
    resumed = False
    for index, block in enumerate(blocks):
        if index in hidden:
            if units and not resumed:
                units[-1] = replace(units[-1], before_header=True)
            resumed = True
            continue
        for unit in _units_of_block(block, lines_are_rows=lines_are_rows):
            if unit.is_blank and units and units[-1].is_blank:
                continue
            units.append(unit)
            resumed = False
    return units


def units_of_cell(words: str, place: Location) -> list[Unit]:
    """The units of a cell whose lines bear labels (分管领导:, 牵头部门:), all at its place."""
    lines = tuple(filter(compact, words.split("\n")))
    return [replace(unit, location=place) for unit in _labelled(Block(lines, place))]


def _units_of_block(block: Block, *, lines_are_rows: bool) -> Iterator[Unit]:
    """The block's units: one, or one a labelled, bulleted or row-like line."""
    if _PAGE_NUMBER.match(block.text):
        return
    labelled = [label_of(line) for line in block.lines]
    if sum(role is not None for role, _ in labelled) > 0:
        yield from _labelled(block)
    elif lines_are_rows:
        yield from _lines(block)
    else:
        yield Unit(block.text, block.location)


def _labelled(block: Block) -> Iterator[Unit]:
    """A unit for each label; lines without one go on with the unit before."""
    run: list[str] = []
    role: str | None = None
    first = block.location.start
    for number, line in enumerate(block.lines, block.location.start):
        for part in _label_parts(line):
            found, rest = label_of(part)
            if found is not None and run:
                yield Unit("\n".join(run), Location(first, max(first, number - 1)), role)
                run, first = [], number
            if found is not None:
                role = found
            run.append(rest if found is not None else part.strip())
    yield Unit("\n".join(run), Location(first, block.location.end), role)


def _label_parts(line: str) -> list[str]:
    """The line, cut before each further label on it."""
    parts: list[str] = []
    for part in re.split(r"[;；]\s*", line):
        if parts and label_of(part)[0] is None:
            parts[-1] += f"；{part}"
        else:
            parts.append(part)
    return parts


def _lines(block: Block) -> Iterator[Unit]:
    """For each line its words, without a serial in front, and each department at its end."""
    for number, line in enumerate(block.lines, block.location.start):
        place = Location(number, number)
        if "\t" in line.strip():
            yield from (Unit(cell.strip(), place) for cell in line.split("\t"))
            continue
        prose, names = trailing_departments(_BULLET.sub("", line))
        serial, rest = leading_number(prose.strip())
        plain = serial is not None and serial.style == "1"
        yield Unit(
            text=rest if plain else prose.strip(),
            location=place,
            serial=serial.prefix if serial and plain else None,
            lacks_names=not names,
        )
        for name in names:
            yield Unit(name, place)


def lines_hold_rows(blocks: Sequence[Block]) -> bool:
    """Do long lines end in departments, so that each line is a row?"""
    long = [line for block in blocks for line in block.lines if len(line) > _LONG]
    ending = sum(bool(trailing_departments(_BULLET.sub("", line))[1]) for line in long)
    return len(long) >= 3 and ending * 3 > len(long)


@cache
def sight(text: str, label: str | None) -> Sight:
    """What is seen of a unit that holds ``text`` under ``label``."""
    folded = fold(text).strip()
    bare = compact(folded)
    return Sight(
        number=_number_class(folded),
        length=sum(len(bare) > limit for limit in _LENGTHS),
        ending=_ending_class(bare),
        figures=int(any(character.isdigit() for character in leading_number(folded)[1])),
        department=3 if _DITTO.fullmatch(bare) else _share_class(department_fitness(text)),
        date=_share_class(schedule_fitness(text)) if len(bare) < 60 else 0,
        person=_share_class(person_fitness(text)) if len(bare) < 40 else 0,
        label=("leader", "lead", "coop", "schedule").index(label) + 1 if label else 0,
    )


def _number_class(text: str) -> int:
    """0 none; 1 a whole number alone; 2 1.1 alone; then the styles of a number in front."""
    number, rest = leading_number(text)
    if number is None:
        return 0
    alone = not rest.strip()
    style = number.style
    if alone and style in ("1", "1."):
        return 1
    if style in ("1.1", "1.1.1"):
        return 2 if alone else 6
    return {"（一）": 3, "一、": 4, "1.": 5, "1": 5, "（1）": 7}.get(style, 8)


def _ending_class(text: str) -> int:
    """0 none; 1 。; 2 ;; 3 、 or ,; 4 :."""
    if not text:
        return 0
    last = text.rstrip("”’\"')）")[-1:]
    return {"。": 1, "!": 1, ";": 2, "；": 2, "、": 3, ",": 3, "，": 3, ":": 4, "：": 4}.get(
        last, 0
    )


def _share_class(share: float) -> int:
    """0 none; 1 hardly; 2 may be; 3 surely."""
    return sum(share >= limit for limit in (0.15, 0.5, 0.85))
