"""Plans in running text: each sentence that says which department acts is a task.

Read only in a paper that is a plan by its title and in which nothing else was found: where
a plan has a table, trailers or dated steps, these say who answers for what, and its running
text would give the same work twice. Regulations (管理办法), reports and notices of
appointments name who acts as well, and set no work of a year; of a report on the past year
and the next only what stands under a heading such as 2026年重点工作 is read.

What a sentence obliges to is a matter of reading: every field of these tasks is for a
person to look at.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from importers.reading.anchors import anchors_in
from importers.reading.draft import Certainty, PlanHead, ScheduleDraft, TableDraft, TaskDraft
from importers.reading.duty_sentences import Acting, acting_in, level_of
from importers.reading.numbering import leading_number
from importers.reading.obligation_dates import Years, schedule_of
from importers.reading.outline import Line, paragraphs_of, split_outside_brackets, styles_open_at
from importers.reading.plan_year import year_of_plan
from importers.reading.schedule_headings import split_heading
from importers.reading.script import compact, simplify
from importers.reading.segment import Segment

_PLAN = re.compile(
    r"方案|计划|规划|要点|意见|安排|措施|行动|任务|举措|实施办法|工作"
    r"|议定事项|交办|督办|清单|台账|会议纪要|分工"
)
_NO_PLAN = re.compile(
    r"报告|总结|情况|名单|调整|成立|表彰|更名|任免|任命|批复|管理办法|监督办法|条例|规定|细则|预案|公告|通告|目录|机构简称|职责|工作分工"
)
_REPORT = re.compile(
    r"政府工作报告|(?:计划|执行情况).*报告|工作(?:总结|情况).{0,6}(?:计划|打算|安排|要点)"
)
_TOLD = re.compile(
    r"(?:20\d\d年)?(?!.*(?:夯实|加强|巩固|打牢|筑牢|强化|做好|解决|改善|掌握|通报|报送|督查|公开))[\u4e00-\u9fff]{0,6}?"
    r"(?:现状|回顾|成效|成绩|情况|问题|形势|背景|附则|依据|(?:工作|发展|现有|良好)基础)(?:分析|与挑战)?"
)
_AHEAD = re.compile(
    r"(?:20\d\d年|下[一半]年?|今年|明年|全年|下一步|下阶段|今后)?(?:的|及今后一段时期)?[\u4e00-\u9fff]{0,8}?"
    r"(?:重点(?:工作|任务)|主要(?:任务|工作)|工作(?:安排|打算|部署|任务|重点|计划|措施|思路|建议)|任务(?:安排)?)(?:和.{2,8})?"
)
_OPENS_IN_PAST = re.compile(r"(?:过去(?:的)?[一五两]年|[一五两]年来|回顾|去年|上一?年)")
_OPENING_YEAR = re.compile(r"\s*(?:自|从|早在|在)?(20\d{2})年")
TO_REVIEW = "从叙述的句子里读出，请核对任务、责任单位和时限。"


def _looks_ahead(heading: str) -> bool:
    return _AHEAD.fullmatch(simplify(leading_number(heading)[1])) is not None


@dataclass
class _Outline:
    """The headings that are open, outermost first, with the styles of their numbers."""

    styles: list[str] = field(default_factory=list)
    words: list[str] = field(default_factory=list)

    def open(self, style: str, words: str) -> None:
        """``words`` are a heading numbered in ``style``: what it closes is left."""
        styles = styles_open_at(self.styles, style)
        self.words = [*self.words[: len(styles) - 1], compact(words)]
        self.styles = styles

    @property
    def looks_ahead(self) -> bool:
        """Is one of the headings that of what is to be done?"""
        return any(map(_looks_ahead, self.words))

    @property
    def tells_the_past(self) -> bool:
        """Is one of the headings that of what is or has been?"""
        bare = (leading_number(words)[1] for words in self.words)
        return any(_TOLD.fullmatch(simplify(words)) for words in bare)


def read_duties(segment: Segment) -> TableDraft | None:
    """The sentences of a plan in which a department acts; None for other papers and without any."""
    head = segment.head
    is_report = _REPORT.search(simplify(head.title)) is not None
    if not is_plan(head) and not is_report:
        return None
    paragraphs = paragraphs_of(segment.blocks)
    level = level_of(head.title, head.issuer, *(line.text for line in paragraphs[:3]))
    years = Years(head)
    tasks = tuple(
        _task(line, path, acting, years)
        for line, path in _sentences(paragraphs, ahead_only=is_report)
        if not _is_past(line.text, head) and (acting := acting_in(line.text, level))
    )
    if not tasks:
        return None
    place = tasks[0].location.through(tasks[-1].location)
    return TableDraft(title=head.title, form="prose", columns=(), location=place, tasks=tasks)


def is_plan(head: PlanHead) -> bool:
    """Is the paper a plan by its title, and no report, regulation or appointment?"""
    title = simplify(head.title)
    return _PLAN.search(title) is not None and _NO_PLAN.search(title) is None


def _is_past(sentence: str, head: PlanHead) -> bool:
    """Does ``sentence`` open with a year before the plan's, or with 过去一年, of which it tells?"""
    if _OPENS_IN_PAST.match(simplify(sentence).lstrip()):
        return True
    year, stated = year_of_plan(head), _OPENING_YEAR.match(simplify(sentence))
    return bool(year and stated and int(stated[1]) < year)


def _sentences(
    paragraphs: Sequence[Line], *, ahead_only: bool
) -> Iterator[tuple[Line, tuple[str, ...]]]:
    """The sentences under headings that tell what is to be done, each with its headings.

    ``ahead_only`` leaves out those under other headings, as a report has to.
    """
    outline = _Outline()
    for paragraph in paragraphs:
        number = leading_number(paragraph.text)[0]
        heading, rest = _heading_of(paragraph.text)
        if number is not None and heading:
            outline.open(number.style, heading)
        if outline.tells_the_past or (ahead_only and not outline.looks_ahead):
            continue
        for sentence in split_outside_brackets(leading_number(rest)[1], "。;；!！"):
            yield replace(paragraph, text=sentence), tuple(outline.words)


def _heading_of(text: str) -> tuple[str, str]:
    """The heading that ``text`` opens with and the rest; 由区财政局负责筹资。 is none."""
    heading, rest = split_heading(text)
    return (heading, rest) if rest.strip() or not text.rstrip().endswith("。") else ("", text)


def _task(line: Line, path: tuple[str, ...], acting: Acting, years: Years) -> TaskDraft:
    """The task of a sentence, all of it doubtful."""
    for heading in filter(_looks_ahead, path):
        years.pass_by(heading)
    phrases = tuple(anchor.phrase for anchor in anchors_in(line.text))
    drafts, _, doubts = schedule_of(phrases, years)
    return TaskDraft(
        text=line.text.strip(" ，,"),
        location=line.location,
        path=path,
        lead=acting.lead,
        coop=acting.coop,
        schedule=tuple(map(_doubtful, drafts)),
        certain=Certainty(text=False, leaders=False, lead=False, coop=False, schedule=False),
        issues=tuple(dict.fromkeys((TO_REVIEW, *doubts))),
        raw=line.text,
    )


def _doubtful(draft: ScheduleDraft) -> ScheduleDraft:
    return replace(draft, certain=False, issues=draft.issues or (TO_REVIEW,))
