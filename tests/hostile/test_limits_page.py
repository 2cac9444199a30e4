"""The page of limits lists every limit once, with its number, and what is told is told."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from importers.reading.sources import limits
from importers.reading.sources.pdf import pages
from importers.upload_job import LONGEST, MOST_ATTEMPTS

ROOT = Path(__file__).resolve().parents[2]
PAGE = (ROOT / "docs" / "limits.md").read_text()
ROW = re.compile(r"^\| `([A-Z_]+)` \| [^|]+ \| ([\d,]+)( MB)? \| ([^|]+) \|$", re.MULTILINE)
ROWS = {name: (number, unit, told) for name, number, unit, told in ROW.findall(PAGE)}
LIMITS = {
    name: value
    for module in (limits, pages)
    for name, value in vars(module).items()
    if name.startswith("MAX_")
}
SOURCES = "".join(
    file.read_text() for file in (ROOT / "importers" / "reading").rglob("*.py")
)  # fmt: skip


def test_every_limit_is_listed_once() -> None:
    assert set(ROWS) == set(LIMITS)
    assert len(ROW.findall(PAGE)) == len(LIMITS)


@pytest.mark.parametrize("name", LIMITS)
def test_the_number_on_the_page_is_the_limit(name: str) -> None:
    number, unit, _ = ROWS[name]
    assert int(number.replace(",", "")) * (1024 * 1024 if unit else 1) == LIMITS[name]


@pytest.mark.parametrize("name", LIMITS)
def test_what_the_page_says_is_told_is_in_the_code(name: str) -> None:
    _, _, told = ROWS[name]
    pieces = re.split(r"[\d\s…]+", told)
    assert all(piece in SOURCES for piece in pieces), pieces


def test_the_time_that_a_reading_may_take_is_stated() -> None:
    assert f"longer than {LONGEST} seconds" in PAGE
    assert MOST_ATTEMPTS == 3
