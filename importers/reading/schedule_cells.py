"""When a row is due: a cell of times, a pair of start and end, or a cell for each quarter."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Final

from importers.reading.draft import PlanHead, ScheduleDraft
from importers.reading.fields.dates import read_schedule
from importers.reading.flattened import reasons
from importers.reading.plan_year import doubting_year, states_year, year_for, year_of_plan
from importers.reading.script import compact, fold

BEGINS: Final = re.compile(r".{0,4}(?:开始|起始|启动|开工)(?:时间|日期|时限)?")
"""The head of a column of days on which work begins."""

_YEAR = re.compile(r"(?:19|20)\d{2}(?=年|$|[)）])")
_OF_SHEET = re.compile(r"(?:^|\D)((?:19|20)\d{2})(?:年度?(?!\d)|$)")
_SINCE = re.compile(r"[起后]|开始|启动|即日|[至到]")
END_BEFORE_START: Final = "完成时间早于开始时间，请核对"
UNREAD_START: Final = "开始时间“{words}”没有读出，请核对"
NO_PERIOD: Final = "“{title}”是哪一段时间没有读出，请核对"
_MARK: Final = re.compile(r"[√✓✔☑●■★▲○◆▉█·*Vv]+")


@dataclass(frozen=True, slots=True)
class TimeCell:
    """The words of a cell of times; ``over`` is its column's head where that says when."""

    words: str
    over: str = ""


def schedule_of(
    cells: Sequence[TimeCell], head: PlanHead, stated: int | None = None
) -> tuple[ScheduleDraft, ...]:
    """The milestones of a row's cells, in printed order; ``stated`` is the table's own year."""
    starts = [cell for cell in cells if BEGINS.fullmatch(fold(cell.over))]
    plain = "\n".join(cell.words for cell in cells if not cell.over)
    drafts = _read(plain, head, stated) if plain else ()
    if starts:
        drafts = _from(starts[0].words, drafts, head, stated)
    periods = [cell for cell in cells if cell.over and cell not in starts]
    return (*drafts, *_of_periods(periods, head, stated))


def stated_year(titles: Iterable[str], sheet: str | None, head: PlanHead) -> int | None:
    """The year that a table says its days are in, or None.

    ``titles`` are the heads of its columns of times (完成时间（2025年）). A plan that says of no
    year what it is for takes that of its sheet's name.
    """
    years = {found[0] for title in titles if (found := _YEAR.search(fold(title)))}
    if len(years) == 1:
        return int(years.pop())
    named = _OF_SHEET.search(fold(sheet or "")) if year_of_plan(head) is None else None
    return int(named[1]) if named and not years else None


@lru_cache(maxsize=1 << 12)
def _read(text: str, head: PlanHead, stated: int | None) -> tuple[ScheduleDraft, ...]:
    year = year_for(text, head, stated or year_of_plan(head))
    drafts = read_schedule(text, year=year, period=head.period)
    drafts = tuple(doubting_year(draft, text, head, year) for draft in drafts)
    several = head.period is not None and head.period.start < head.period.end
    if not several or stated or states_year(text):
        return drafts
    return tuple(_of_some_year(draft) for draft in drafts)


def _of_some_year(draft: ScheduleDraft) -> ScheduleDraft:
    """A day without its year, in a table of tasks for several years, may be of any of them."""
    if draft.start is None and draft.due is None:
        return draft
    return replace(draft, certain=False, issues=(*draft.issues, reasons.SEVERAL_YEARS))


def _from(
    words: str, ends: tuple[ScheduleDraft, ...], head: PlanHead, stated: int | None
) -> tuple[ScheduleDraft, ...]:
    """``ends`` with the day on which the work begins: one span where both are one day."""
    begins = _read(words if _SINCE.search(fold(words)) else f"{words}起", head, stated)
    day = (begins[0].start or begins[0].due) if len(begins) == 1 else None
    if day is None:
        doubt = UNREAD_START.format(words=compact(words))
        return tuple(_doubted(draft, doubt) for draft in ends) or tuple(begins)
    if len(ends) != 1 or ends[0].due is None:
        start = replace(begins[0], raw=compact(words), kind="start", start=day, due=None)
        return (start, *ends)
    end = ends[0]
    span = replace(
        end,
        raw=f"{compact(words)}至{end.raw}",
        kind="span",
        start=day,
        certain=end.certain and begins[0].certain,
        issues=(*begins[0].issues, *end.issues),
    )
    return (_doubted(span, END_BEFORE_START) if end.due and end.due < day else span,)


def _doubted(draft: ScheduleDraft, doubt: str) -> ScheduleDraft:
    return replace(draft, certain=False, issues=(*draft.issues, doubt))


def _of_periods(
    cells: Sequence[TimeCell], head: PlanHead, stated: int | None
) -> Iterator[ScheduleDraft]:
    """A milestone a cell; one that goes on over several columns is due with the last."""
    for index, cell in enumerate(cells):
        after = cells[index + 1] if index + 1 < len(cells) else None
        if after is None or after.words != cell.words or _MARK.fullmatch(compact(cell.words)):
            yield _of_period(cell, head, stated)


def _of_period(cell: TimeCell, head: PlanHead, stated: int | None) -> ScheduleDraft:
    """The cell's words, due by the end of the time that its column's head names."""
    words = compact(cell.words)
    label = "" if _MARK.fullmatch(words) else words
    raw = f"{cell.over}：{words}"
    drafts = _read(cell.over, head, stated)
    if len(drafts) != 1 or drafts[0].due is None:
        issues = tuple(issue for draft in drafts for issue in draft.issues)
        unread = NO_PERIOD.format(title=cell.over)
        return ScheduleDraft(
            raw, "complete", label=label, certain=False, issues=issues or (unread,)
        )
    return replace(drafts[0], raw=raw, kind="complete", start=None, label=label)
