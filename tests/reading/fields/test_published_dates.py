"""The published page of date phrases (docs/dates.md): every row is what is read."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from dateutil.rrule import rrulestr  # type: ignore[import-untyped]

from importers.reading.draft import Period, ScheduleDraft
from importers.reading.fields.dates import read_schedule

PAGE = Path(__file__).parents[3] / "docs" / "dates.md"
CONTEXT = re.compile(
    r"Context: (?:plan for (?P<first>\d{4})(?:–(?P<last>\d{4}))?|no plan year),"
    r" (?:issued (?P<issued>[\d-]{10})|not issued)\."
)
AGAIN, FEWEST = "〃", 150


@dataclass(frozen=True)
class Context:
    """For which years the plan is, and when it was issued."""

    period: Period | None
    issued: dt.date | None


@dataclass(frozen=True)
class Row:
    """A phrase in its context, and the milestones that the page gives it, cell by cell."""

    section: str
    phrase: str
    context: Context
    milestones: list[list[str]] = field(default_factory=list)

    def read(self) -> tuple[ScheduleDraft, ...]:
        text = self.phrase.replace("␣", " ").replace("⏎", "\n")
        return read_schedule(text, period=self.context.period, reference=self.context.issued)


def _context(line: str) -> Context:
    match = CONTEXT.match(line)
    assert match is not None, f"no context that can be read: {line}"
    first, last, issued = match["first"], match["last"] or match["first"], match["issued"]
    return Context(
        Period(int(first), int(last)) if first else None,
        dt.date.fromisoformat(issued) if issued else None,
    )


def _rows(page: str) -> Iterator[Row]:
    for section in page.split("\n## ")[1:]:
        title, *lines = section.splitlines()
        context = _context(next(line for line in lines if line.startswith("Context:")))
        row: Row | None = None
        for line in [line for line in lines if line.startswith("|")][2:]:
            phrase, *cells = [cell.strip() for cell in line.strip("|").split("|")]
            if phrase != AGAIN:
                if row is not None:
                    yield row
                row = Row(title, phrase, context)
            assert row is not None
            if cells[0] != "nothing":
                row.milestones.append(cells)
        if row is not None:
            yield row


ROWS = list(_rows(PAGE.read_text(encoding="utf-8")))


def _cells(item: ScheduleDraft) -> list[str]:
    """A milestone as the page writes it, but for its reasons."""
    return [
        item.kind,
        str(item.start or ""),
        str(item.due or ""),
        item.label,
        item.rrule or "",
        item.precision,
        "yes" if item.certain else "no",
    ]


@pytest.mark.parametrize("row", ROWS, ids=lambda row: f"{row.section}: {row.phrase}")
def test_a_phrase_means_what_the_page_says(row: Row) -> None:
    read = row.read()
    assert [_cells(item) for item in read] == [
        [*cells[:-1], cells[-1].split(":")[0]] for cells in row.milestones
    ]
    for item, cells in zip(read, row.milestones, strict=True):
        reason = cells[-1].partition(":")[2].strip()
        assert reason in "".join(item.issues)


def test_the_page_is_long_enough_and_says_nothing_twice() -> None:
    said = [(row.phrase, row.context) for row in ROWS]
    assert len(said) >= FEWEST
    assert len(set(said)) == len(said)


@pytest.mark.parametrize("row", ROWS, ids=lambda row: f"{row.section}: {row.phrase}")
def test_a_doubt_always_has_a_reason_and_its_words(row: Row) -> None:
    for item in row.read():
        assert item.certain or item.issues
        assert item.raw


RULES = sorted({cells[4] for row in ROWS for cells in row.milestones if cells[4]})


@pytest.mark.parametrize("rule", RULES)
def test_a_calendar_can_follow_every_rule(rule: str) -> None:
    turns = rrulestr(rule, dtstart=dt.datetime(2026, 1, 1))[:3]  # noqa: DTZ001
    assert len(turns) == 3
