"""A task's own words and its number, from the row's cells."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from importers.reading.flattened.context import Context
from importers.reading.flattened.inherit import FullRow
from importers.reading.flattened.rows import cell_text
from importers.reading.flattened.units import Unit
from importers.reading.numbering import Numbering, leading_number
from importers.reading.script import compact


def text_and_number(context: Context, row: FullRow) -> tuple[str, str | None]:
    """The task's own words without their number, and that number or the row's serial."""
    text = compact(cell_text(context.units, row.text))
    number, rest = leading_number(cell_text(context.units, row.text).strip())
    serial = _serial(context, row)
    owns_number = context.texts_numbered or serial is None
    if number is not None and owns_number and not _counts_on(number, rest):
        return compact(rest), _bare(number.prefix)
    return text, serial


def _counts_on(number: Numbering, rest: str) -> bool:
    """Does a later line go on counting from ``number``, so that it counts parts of a task?"""
    if number.values[-1] != 1:
        return False
    following = (leading_number(line)[0] for line in rest.split("\n")[1:])
    return any(n and n.style == number.style and n.values[-1] == 2 for n in following)


def _serial(context: Context, row: FullRow) -> str | None:
    for column, cell in row.row.cells.items():
        if context.kinds[column] == "serial":
            return _bare(cell_text(context.units, cell)) or None
    return context.units[row.text[0]].serial if row.text else None


def _bare(number: str) -> str:
    """A number as printed, without the marks around it."""
    return compact(number).strip(".．、()（）")


def texts_are_numbered(units: Sequence[Unit], rows: Sequence[FullRow]) -> bool:
    """Does the column of tasks carry the numbers itself (1.1, 1.2 …)?"""
    styles: Counter[str] = Counter()
    for row in rows:
        number, _ = leading_number(cell_text(units, row.text).strip())
        if number is not None:
            styles[number.style] += 1
    return bool(styles) and max(styles.values()) * 2 > len(rows)
