"""A deadline that a plan states once for its tasks: 未注明时限的，均于2025年底前完成.

It is given to tasks that have none of their own. Where the plan says that it is for those
without deadline, it is as certain as its words; 以上任务均须于…完成 may be the end of all
the work beside earlier steps, and is doubted.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from importers.reading.anchors import times_in
from importers.reading.draft import PlanHead, ScheduleDraft, TableDraft, TaskDraft
from importers.reading.outline import Line, split_outside_brackets
from importers.reading.own_times import read_for
from importers.reading.script import compact, simplify

_WORK = r"(?:重点|具体|工作|任务|事项|措施|项目)*"
_UNTIMED = re.compile(
    rf"(?:凡|其他|其余)?{_WORK}(?:未|没有|无)(?:特别|单独|另行|明确|具体)*(?:注明|明确|标明|写明|列明|规定|标注|说明)?"
    rf"(?:具体|完成|办理|办结)*(?:时限|时间|期限|节点|日期)(?:节点|要求)?的?{_WORK},?"
    r"(?=.*(?:完成|办结|落实|到位|为准|为限|执行))"
)
_OF_ALL = re.compile(
    rf"(?:以上|上述|以下|下列|上列|各项|所有|全部|本方案)(?:各项|所有|全部)?{_WORK},?(?:除[^,]{{2,20}}外,?)?"
    r"(?:原则上|均|都|一律|统一|全部|应当?|必须|须|要|需)*[于在]"
    r"(?=[^,]*(?:完成|办结|落实到位|到位))"
)
_MAY_STATE = re.compile("时限|时间|期限|节点|日期|以上|上述|以下|下列|上列|各项|所有|全部|本方案")
"""What a default surely speaks of: times, or all tasks. Most lines speak of neither."""
_BRACKETS = "（）()[]【】《》 \t注备说明：:"
_STOPS = re.compile(r"[。;；()（）]")
_LONGEST = 60

BY_RULE = "未写时限，按“{words}”列入。"
BY_RULE_OF_ALL = "未写时限，按“{words}”列入，请核对。"


@dataclass(frozen=True, slots=True)
class _Default:
    """A deadline in the words of its plan; ``sure`` that it is for tasks without their own."""

    words: str
    phrase: str
    sure: bool


def states_default(text: str) -> bool:
    """Does ``text`` say nothing but a deadline for tasks without one?"""
    if not _MAY_STATE.search(simplify(text)):
        return False
    sentences = [part for part in split_outside_brackets(text, "。;；") if part.strip(_BRACKETS)]
    return bool(sentences) and all(_default_in(part.strip(_BRACKETS)) for part in sentences)


def with_default_deadline(
    tables: Sequence[TableDraft], lines: Sequence[Line], head: PlanHead
) -> tuple[TableDraft, ...]:
    """``tables`` with the deadline that ``lines`` state for tasks that have none."""
    default = next((found for line in lines for found in _defaults(line.text)), None)
    drafts = read_for(default.phrase, head) if default else ()
    if default is None or not drafts:
        return tuple(tables)
    return tuple(
        table if table.form == "quota" else _dated(table, default, drafts) for table in tables
    )


def _defaults(text: str) -> Iterator[_Default]:
    """The defaults in the sentences of ``text``, also in those that stand in brackets."""
    if not _MAY_STATE.search(simplify(text)):
        return
    for part in _STOPS.split(text):
        if (found := _default_in(part.strip(_BRACKETS))) is not None:
            yield found


def _default_in(sentence: str) -> _Default | None:
    simple = simplify(sentence)
    if len(simple) > _LONGEST:
        return None
    untimed = _UNTIMED.match(simple)
    match = untimed or _OF_ALL.match(simple)
    times = times_in(sentence[match.end() :]) if match else []
    if len(times) != 1:
        return None
    return _Default(compact(sentence), times[0].phrase, untimed is not None)


def _dated(table: TableDraft, default: _Default, drafts: tuple[ScheduleDraft, ...]) -> TableDraft:
    return replace(table, tasks=tuple(_given(task, default, drafts) for task in table.tasks))


def _given(task: TaskDraft, default: _Default, drafts: tuple[ScheduleDraft, ...]) -> TaskDraft:
    """``task`` with the default, certain only where nothing in it speaks of time."""
    if task.schedule:
        return task
    sure = default.sure and task.certain.schedule and all(draft.certain for draft in drafts)
    told = (BY_RULE if sure else BY_RULE_OF_ALL).format(words=default.words)
    return replace(
        task,
        schedule=tuple(replace(draft, certain=sure) for draft in drafts),
        certain=replace(task.certain, schedule=sure),
        issues=(*task.issues, told),
    )
