"""What is in doubt in a row, why, and which readings a person may choose from."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal

from importers.models import ImportRow

Field = Literal["text", "lead", "coop", "leaders", "schedule"]
"""The fields that may be in doubt, in the order in which they are shown. Their labels are
``importers.commit.line.FIELDS``."""


@dataclass(frozen=True, slots=True)
class Reading:
    """One way to read a cell, chosen by the key 1–9; the first is what the reader took.

    ``words`` are for the page; empty is shown as 空. ``value`` is what ``settle`` takes: the
    draft's own shape (a string for text, a list of names, a list of milestones). ``why``
    says where the reading comes from (原读法, 名录相近, 本文件另有 n 处, 同上一行, 空格, …).
    """

    key: int
    words: str
    value: Any
    why: str


@dataclass(frozen=True, slots=True)
class Doubt:
    """One cell that a person must look at.

    ``printed`` is the source's own text of it, empty where nothing was printed; ``whys`` are
    sentences. ``same`` is how many other rows have the same doubt (same field, same words,
    same reasons) and would be settled alike.
    """

    row: int
    field: Field
    label: str
    printed: str
    whys: tuple[str, ...]
    readings: tuple[Reading, ...]
    same: int


@dataclass(frozen=True, slots=True)
class SureField:
    """A field that is not in doubt: its label and words, and whether a person decided it
    (``settled``) or the source (not). ``editable`` ones may be given to ``edit``."""

    field: str
    label: str
    words: str
    settled: bool
    editable: bool


def doubts_of(row: ImportRow) -> list[Doubt]:
    """The open doubts of the row, in the order of the fields; none for a row left out.

    The number of queries does not depend on the batch's size.
    """
    raise NotImplementedError


def sure_fields(row: ImportRow) -> list[SureField]:
    """The other fields, with headings (章节), number (序号) and figures (指标), as printed."""
    raise NotImplementedError


def words_of(field: str, value: Any) -> str:
    """A field's value in the draft's shape, as words: names by 、, milestones by ；."""
    raise NotImplementedError
