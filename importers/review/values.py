"""What a field may hold: read from typed words, checked where a page sends it, put into words."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import Any, Final

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from importers import drafts
from importers.commit.enrolment import LONGEST_NAME
from importers.commit.line import FIELDS
from importers.reading.document import Location
from importers.reading.draft import PlanHead, ScheduleDraft, TaskDraft
from importers.reading.fields.dates import read_schedule
from importers.reading.fields.departments import split_departments
from importers.reading.fields.persons import split_leaders
from importers.reading.plan_year import year_for, year_of_plan
from importers.review.errors import ReviewRefused

Json = dict[str, Any]

LABELS: Final = {**FIELDS, "path": gettext_lazy("章节")}
"""Every field that a person may change, with its label."""

PARTIES: Final = ("lead", "coop")
LONGEST_TEXT: Final = 20_000
LONGEST_PERSON: Final = 50
MOST_NAMES: Final = 200
_HEADINGS: Final = re.compile(r"\s*[›>\n]\s*")


def label_of(field: str) -> str:
    """The field's label; raises ``invalid`` for one that nobody may change."""
    if field not in LABELS:
        raise ReviewRefused("invalid", _("没有“%s”这一栏。") % field)
    return str(LABELS[field])


# --- from words --------------------------------------------------------------------------


def parse(field: str, words: str, head: PlanHead) -> Any:
    """What the typed words say, in the draft's shape; raises ``invalid``."""
    label_of(field)
    return clean(field, _parsed(field, words.strip(), head))


def _parsed(field: str, words: str, head: PlanHead) -> Any:
    match field:
        case "text":
            return words
        case "path":
            return [heading for heading in _HEADINGS.split(words) if heading]
        case "leaders":
            return list(split_leaders(words).names)
        case "schedule":
            return schedule_json(_milestones(words, head))
    return list(split_departments(words).names)


def _milestones(words: str, head: PlanHead) -> Sequence[ScheduleDraft]:
    found = milestones_in(words, head)
    for item in found:
        if not item.certain:
            said = item.raw or words
            why = "；".join(item.issues).removeprefix(f"“{said}”") or _("读法不止一种")
            mend = _("请写成如“2026年6月底前”“每季度末”“长期坚持”的样子，写明年份。")
            raise _invalid("schedule", said, why, mend)
    return found


def milestones_in(words: str, head: PlanHead, year: int | None = None) -> tuple[ScheduleDraft, ...]:
    """The milestones of ``words`` as the plan of ``head`` means them; ``year`` for another."""
    lent = year or year_for(words, head, year_of_plan(head))
    return read_schedule(words, year=lent, period=head.period, reference=head.issued_on)


def schedule_json(items: Sequence[ScheduleDraft]) -> list[Json]:
    """Milestones as drafts keep them."""
    task = TaskDraft(text="", location=Location(1, 1), schedule=tuple(items))
    kept: list[Json] = drafts.task_json(task)["schedule"]
    return kept


# --- checked -----------------------------------------------------------------------------


def clean(field: str, value: Any) -> Any:
    """The value, fit for a draft; raises ``invalid`` where it is of another shape.

    For lead and coop also both at once, by field.
    """
    label_of(field)
    if field in PARTIES and isinstance(value, dict) and set(value) == set(PARTIES):
        return {part: _names(part, value[part]) for part in PARTIES}
    return _CHECKS[field](field, value)


def _text(field: str, value: Any) -> str:
    if not isinstance(value, str) or not value.strip():
        mend = _("请填写内容；不要这一行时请跳过它。")
        raise _invalid(field, "", _("不能为空"), mend)
    if len(value) > LONGEST_TEXT:
        raise _invalid(field, value, _("超过%d个字") % LONGEST_TEXT, _("请拆成几行。"))
    return _storable(field, value)


def _names(field: str, value: Any) -> list[str]:
    if not isinstance(value, list) or not all(isinstance(one, str) for one in value):
        raise _invalid(field, "", _("不是名称的列表"), _("请重新填写。"))
    if len(value) > MOST_NAMES:
        raise _invalid(field, "", _("超过%d个名称") % MOST_NAMES, _("请核对是否粘贴了别处的内容。"))
    longest = LONGEST_PERSON if field == "leaders" else LONGEST_NAME
    for name in value:
        if len(name) > longest:
            mend = _("请在名称之间用顿号隔开。")
            raise _invalid(field, name, _("超过%d个字") % longest, mend)
    return list(dict.fromkeys(_storable(field, one.strip()) for one in value if one.strip()))


def _headings(field: str, value: Any) -> list[str]:
    if not isinstance(value, list) or not all(isinstance(one, str) for one in value):
        raise _invalid(field, "", _("不是标题的列表"), _("请重新填写。"))
    return [_storable(field, one.strip()) for one in value if one.strip()]


def _schedule(field: str, value: Any) -> list[Json]:
    try:
        kept: Json = {"no": None, "text": "", "path": [], "leaders": [], "lead": [], "coop": []}
        empty = {"targets": [], "certain": {}, "issues": [], "schedule": value}
        task = drafts.task_of({**kept, **empty}, Location(1, 1), "")
        items = schedule_json(task.schedule)
    except (TypeError, ValueError, KeyError, AttributeError):
        raise _invalid(field, "", _("不是时限"), _("请重新选择或填写。")) from None
    for item in items:
        if item["start"] and item["due"] and item["due"] < item["start"]:
            raise _invalid(field, item["raw"], _("完成时限早于起始日期"), _("请核对日期。"))
    return items


def _storable(field: str, words: str) -> str:
    """Words that the database can keep: without NUL and lone surrogates."""
    if "\0" in words or any("\ud800" <= char <= "\udfff" for char in words):
        raise _invalid(field, "", _("含有无法保存的字符"), _("请重新输入。"))
    return words


_CHECKS: Final[dict[str, Callable[[str, Any], Any]]] = {
    "text": _text,
    "path": _headings,
    "lead": _names,
    "coop": _names,
    "leaders": _names,
    "schedule": _schedule,
}


def _invalid(field: str, words: str, why: str, mend: str) -> ReviewRefused:
    shown = f"“{words[:40]}”" if words else ""
    return ReviewRefused("invalid", f"{label_of(field)}{shown}{why}。", mend)


# --- in words ----------------------------------------------------------------------------


def words_of(field: str, value: Any) -> str:
    """A field's value in the draft's shape, as words: names by 、, milestones by ；."""
    match field:
        case "schedule":
            return "；".join(_milestone(item) for item in value)
        case "path":
            return " › ".join(value)
        case "targets":
            return "；".join(_target(item) for item in value)
    if isinstance(value, dict):
        said = (f"{LABELS[part]}：{'、'.join(value[part]) or _('空')}" for part in PARTIES)
        return "；".join(said)
    return value if isinstance(value, str) else "、".join(value)


def _milestone(item: Json) -> str:
    dates = " – ".join(day for day in (item["start"], item["due"]) if day)
    said = item["raw"] if item["label"] in item["raw"] else f"{item['label']} {item['raw']}"
    return f"{said}（{dates}）" if dates else str(said)


def _target(item: Json) -> str:
    most = f"–{item['value_max']:g}" if item["value_max"] is not None else ""
    op = "" if item["op"] == "range" else item["op"]
    return f"{item['name'] or ''} {op} {item['value']:g}{most} {item['unit'] or ''}".strip()
