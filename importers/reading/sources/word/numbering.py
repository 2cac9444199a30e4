"""The numbers that Word prints by itself: 一、 （一） 1. ①, counted as Word counts them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

from lxml import etree

from importers.reading.sources.counting import number
from importers.reading.sources.word.names import switch, value_at, w, whole_number
from importers.reading.sources.word.styles import NumberingAt

_LEVELS: Final = 9
_PLACE: Final = re.compile(r"%([1-9])")


@dataclass(frozen=True, slots=True)
class Level:
    """One level of a list: how it counts and what it prints (``%1`` is the first level)."""

    start: int = 0
    form: str = "decimal"
    text: str = ""
    suffix: str = "tab"
    restart: int | None = None
    plain: bool = False
    style: str | None = None


@dataclass(slots=True)
class _List:
    """A definition (``w:abstractNum``) with its counters, which all lists of it share."""

    levels: dict[int, Level]
    counts: dict[int, int] = field(default_factory=dict)


@dataclass(slots=True)
class _Num:
    """A list (``w:num``): its definition, and where it departs from it."""

    definition: _List
    starts: dict[int, int]
    levels: dict[int, Level]
    begun: set[int] = field(default_factory=set)

    def level(self, index: int) -> Level:
        return self.levels.get(index) or self.definition.levels.get(index) or Level()


class Numbering:
    """The lists of one file. Asked paragraph by paragraph, in the order they are printed."""

    def __init__(self, root: etree._Element | None) -> None:
        self._nums = {} if root is None else _nums(root)

    def label(self, at: NumberingAt, style: str | None) -> str:
        """What Word prints before the next paragraph at this place, with what parts the two.

        ``style`` is the paragraph's: a level may be tied to it. Empty outside lists.
        """
        num = self._nums.get(at.num) if at.num else None
        if num is None:
            return ""
        index = at.level if at.level is not None else _level_of(num, style)
        index = min(index, _LEVELS - 1)
        _count(num, index)
        level = num.level(index)
        return "" if level.form == "bullet" else _parted(_printed(num, level), level.suffix)


def _level_of(num: _Num, style: str | None) -> int:
    tied = (index for index, level in num.definition.levels.items() if level.style == style)
    return next(tied, 0) if style else 0


def _count(num: _Num, index: int) -> None:
    """One more at level ``index``; levels below it begin again."""
    counts = num.definition.counts
    if index in num.starts and index not in num.begun:
        counts[index] = num.starts[index]
    elif index in counts:
        counts[index] += 1
    else:
        counts[index] = num.level(index).start
    num.begun.add(index)
    for below in range(index + 1, _LEVELS):
        restart = num.level(below).restart
        if below in counts and (restart is None or index < restart):
            del counts[below]


def _printed(num: _Num, level: Level) -> str:
    def counted(place: re.Match[str]) -> str:
        index = int(place[1]) - 1
        other = num.level(index)
        value = num.definition.counts.get(index, other.start)
        return number(value, "decimal" if level.plain else other.form)

    return _PLACE.sub(counted, level.text)


def _parted(label: str, suffix: str) -> str:
    """``label`` with a space where the words after it could be taken for part of it."""
    if not label or suffix == "nothing":
        return label
    runs_on = label[-1].isalnum() or label[-1] in ".)]"
    return f"{label} " if runs_on or suffix == "space" else label


def _nums(root: etree._Element) -> dict[int, _Num]:
    lists = {
        whole_number(element.get(w("abstractNumId")), -1): element
        for element in root.iterfind(w("abstractNum"))
    }
    styles = {
        style: _list(element)
        for element in lists.values()
        if (style := value_at(element, "styleLink")) is not None
    }
    made = {
        key: styles.get(value_at(element, "numStyleLink") or "", _list(element))
        for key, element in lists.items()
    }
    return {
        whole_number(element.get(w("numId")), -1): _num(element, made)
        for element in root.iterfind(w("num"))
    }


def _list(element: etree._Element) -> _List:
    return _List(_levels(element))


def _num(element: etree._Element, lists: Mapping[int, _List]) -> _Num:
    definition = lists.get(whole_number(value_at(element, "abstractNumId"), -1), _List({}))
    starts: dict[int, int] = {}
    levels: dict[int, Level] = {}
    for override in element.iterfind(w("lvlOverride")):
        index = whole_number(override.get(w("ilvl")), 0)
        levels |= _levels(override)
        start = value_at(override, "startOverride")
        if start is not None:
            starts[index] = whole_number(start, 1)
        elif index in levels:
            starts[index] = levels[index].start
    return _Num(definition, starts, levels)


def _levels(parent: etree._Element) -> dict[int, Level]:
    return {
        whole_number(element.get(w("ilvl")), 0): _level(element)
        for element in parent.iterfind(w("lvl"))
    }


def _level(element: etree._Element) -> Level:
    restart = value_at(element, "lvlRestart")
    return Level(
        start=whole_number(value_at(element, "start"), 0),
        form=_form(element),
        text=value_at(element, "lvlText") or "",
        suffix=value_at(element, "suff") or "tab",
        restart=None if restart is None else whole_number(restart, 0),
        plain=bool(switch(element, "isLgl")),
        style=value_at(element, "pStyle"),
    )


def _form(element: etree._Element) -> str:
    """The form of the level's numbers; newer ones stand in an alternative."""
    stated = value_at(element, "numFmt")
    if stated is None:
        nested = next(element.iter(w("numFmt")), None)
        stated = None if nested is None else nested.get(w("val"))
    return stated or "decimal"
