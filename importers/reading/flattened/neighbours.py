"""What a unit's neighbours say: does it go on with the cell before, is its number next?"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np

from importers.reading.fields import organs
from importers.reading.flattened import weights
from importers.reading.flattened.model import Floats
from importers.reading.flattened.units import Unit, sight
from importers.reading.lexicon import ColumnKind
from importers.reading.numbering import Numbering, leading_number
from importers.reading.script import compact, fold

_ENDS_OPEN = re.compile(r"[、,，]$")
_CLOSED = re.compile(r"[。;；!！?？:：”)）]$")
_OPENS = re.compile(r"^[(（〔\[]")
_DATE_OPEN = re.compile(r"(?:[、,，年第至到\-—～~起]|\d)$")
_BARE_VERB = re.compile(
    r"^(?:基本)?(?:完成|实施|启动|启动实施|落实|开展|推进|建成|到位|起实施|季度.*|月.*|年.*|底前?完成)"
)
_HAS_DATE = re.compile(r"\d{4}|\d+月|季度|年底")
_CUT_TAILS = ("管委", "成员单", "办公", "领导小", "委员", "联席会")
_LONG = 30
_COUNT = 3
"""How many numbers in a row make a count."""
_SOME = 0.08
"""The share of departments with a comma behind them that makes it a table's habit."""


def going_on_scores(units: Sequence[Unit]) -> dict[ColumnKind, Floats]:
    """For each kind of column, log-odds that a unit goes on with the cell before it."""
    names, sentence, date = (np.zeros(len(units)) for _ in range(3))
    habits, inner = _habits(units), sub_items(units)
    for index in range(1, len(units)):
        before, here = _written_before(units, index), units[index]
        if before is None or here.is_blank:
            continue
        names[index] = _names_go_on(before, here, habits)
        sentence[index] = (
            weights.SUB_ITEM if index in inner else _sentence_goes_on(before, here, habits)
        )
        date[index] = _date_goes_on(before.text, here.text)
    nothing = np.zeros(len(units))
    return {
        "serial": nothing,
        "path": sentence,
        "text": sentence,
        "target": sentence,
        "leader": names,
        "lead": names,
        "coop": names,
        "schedule": date,
        "note": nothing,
    }


@dataclass(frozen=True, slots=True)
class _Habits:
    """What the table does as a rule, as shares of its units.

    ``lists``: of the units that name departments, how many name several; ``commas``: how
    many end with a comma; ``closed``: of the long units, how many end as a sentence does.
    """

    lists: float
    commas: float
    closed: float


def _habits(units: Sequence[Unit]) -> _Habits:
    naming = [unit for unit in units if names_departments(unit)]
    long = [unit for unit in units if len(unit.text) > _LONG and unit not in naming]
    return _Habits(
        lists=_share(naming, _is_list),
        commas=_share(naming, ends_open),
        closed=_share(long, lambda unit: bool(_CLOSED.search(unit.text.strip()))),
    )


def _share(units: Sequence[Unit], holds: Callable[[Unit], bool]) -> float:
    return sum(map(holds, units)) / len(units) if units else 0.0


def _written_before(units: Sequence[Unit], index: int) -> Unit | None:
    """The unit before, past one empty one."""
    for step in (1, 2):
        if index >= step and not units[index - step].is_blank:
            return units[index - step]
    return None


def _names_go_on(before: Unit, here: Unit, habits: _Habits) -> float:
    if ends_open(before):
        return weights.AFTER_COMMA
    if _OPENS.match(here.text.strip()):
        return weights.OPENS_WITH_BRACKET
    if is_bare_tail(here.text):
        return weights.BARE_TAIL
    score = weights.CELLS_KEPT_WHOLE * habits.lists
    score += weights.WHOLE_CELL_BESIDE * (_is_list(before) or _is_list(here))
    return score + weights.NO_COMMA * (habits.commas > _SOME)


def sub_items(units: Sequence[Unit]) -> set[int]:
    """The units that are counted within a cell: 1., 2. … right after other text.

    Such a count begins anew in cell after cell, or stands beside serials of the rows.
    """
    numbers = [_inner_number(unit) for unit in units]
    begins = sum(number is not None and number.values[-1] == 1 for number in numbers)
    has_serials = len(_longest_count([_serial_value(unit) for unit in units])) >= _COUNT
    if begins < 2 and not has_serials:
        return set()
    found: set[int] = set()
    for index, number in enumerate(numbers):
        if number is None or index == 0 or not _is_words(units[index - 1]):
            continue
        before = numbers[index - 1]
        counts_on = before is not None and before.style == number.style
        if number.values[-1] == 1 or (
            counts_on and before is not None and number.values[-1] == before.values[-1] + 1
        ):
            found.add(index)
    return found


def _inner_number(unit: Unit) -> Numbering | None:
    """The number in front of a unit of text, in a style that items within a cell have."""
    number, rest = leading_number(unit.text.strip())
    if number is None or not rest or number.style not in ("1.", "（1）", "1）", "①"):
        return None
    return number


def _is_words(unit: Unit) -> bool:
    """Is the unit running text: no department, date, serial or short heading?"""
    seen = sight(unit.text, unit.label)
    return not unit.is_blank and seen.department < 2 and seen.date < 3 and seen.number not in (1, 2)


def names_departments(unit: Unit) -> bool:
    """Is the unit departments and nothing else?"""
    return not unit.is_blank and sight(unit.text, unit.label).department >= 2


def ends_open(unit: Unit) -> bool:
    """Does a comma at the unit's end say that its cell goes on?"""
    return bool(_ENDS_OPEN.search(unit.text.strip()))


def _is_list(unit: Unit) -> bool:
    return names_departments(unit) and len(unit.names) > 1


def is_bare_tail(text: str) -> bool:
    """Is it an ending without a name, whole or cut: the second line of a long name?"""
    simple = compact(fold(text))
    return organs.is_bare_tail(simple) or organs.without_brackets(simple) in _CUT_TAILS


def _sentence_goes_on(before: Unit, here: Unit, habits: _Habits) -> float:
    if sight(here.text, here.label).number:
        return weights.NUMBERED
    if before.lacks_names and len(before.text) > _LONG:
        return weights.LINE_WITHOUT_NAMES
    if _CLOSED.search(before.text.strip()):
        return weights.AFTER_FULL_STOP * bool(_CLOSED.search(here.text.strip()))
    if len(before.text) <= _LONG:
        return 0.0
    return weights.UNFINISHED_SENTENCE * max(0.0, 2 * habits.closed - 1)


def _date_goes_on(before: str, here: str) -> float:
    past, now = compact(fold(before)), compact(fold(here))
    if not _HAS_DATE.search(past) or len(past) > _LONG:
        return 0.0
    if _BARE_VERB.match(now) or (_DATE_OPEN.search(past) and len(now) < _LONG):
        return weights.UNFINISHED_DATE
    if re.search(r"[底末初前]$", past) and not _HAS_DATE.search(now) and len(now) < _LONG:
        return weights.BARE_VERB
    return 0.0


def serial_scores(units: Sequence[Unit]) -> Floats:
    """Log-odds that a unit that is a whole number is the table's next serial."""
    values = [_serial_value(unit) for unit in units]
    in_step = _longest_count(values)
    scores = np.zeros(len(units))
    if len(in_step) < _COUNT:
        return scores
    for index, value in enumerate(values):
        if value is not None:
            step = weights.SERIAL_IN_STEP if index in in_step else weights.SERIAL_OUT_OF_STEP
            scores[index] = step
    return scores


def _serial_value(unit: Unit) -> int | None:
    if unit.is_blank or sight(unit.text, unit.label).number != 1:
        return None
    number, _ = leading_number(fold(unit.text).strip())
    return number.values[-1] if number else None


def _longest_count(values: Sequence[int | None]) -> set[int]:
    """The indexes of the longest run of numbers that count up by one or two."""
    best: dict[int, tuple[int, int | None]] = {}
    latest: dict[int, int] = {}
    for index, value in enumerate(values):
        if value is None:
            continue
        before = max(
            (latest[value - gap] for gap in (1, 2) if value - gap in latest),
            key=lambda i: best[i][0],
            default=None,
        )
        best[index] = (1 + (best[before][0] if before is not None else 0), before)
        latest[value] = index
    end = max(best, key=lambda i: best[i][0], default=None)
    chain = set()
    while end is not None:
        chain.add(end)
        end = best[end][1]
    return chain
