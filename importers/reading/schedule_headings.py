"""Where the schedule sections of a paper are, and which of their lines are headings."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from importers.reading.anchors import anchors_in, is_date_alone
from importers.reading.numbering import leading_number
from importers.reading.outline import Line, styles_open_at
from importers.reading.script import compact, fold

_STEPS = (
    r"(?:(?:进度|时间|步骤|阶段|实施|推进|日程|工作|活动|方法|评估|整治|创建)(?:工作)?(?:安排|步骤|计划|阶段|节点|进度|要求|方法|时间)"
    r"|步骤|进度)"
)
_SCHEDULE = re.compile(
    rf"(?:具体|主要|总体|工作|活动|评估|整治|创建|项目|推进|实施)?{_STEPS}(?:[和与及、]?{_STEPS})?表?"
    r"|[\u3400-\u9fff]{2,6}(?:步骤|(?:进度|时间|阶段)安排)|工作计划"
    rf"|组织实施[和与及、]{_STEPS}"
)
_NO_SCHEDULE = re.compile(r".{0,2}(?:要求|方法)|活动计划")
_STAGE = re.compile(r"^(?:第?[一二三四五六]阶段|[^,，。;；:：]{0,20}阶段)")
_STAGE_LINE = re.compile(
    r"第?[一二三四五六]阶段[:：][^,，。;；:：]{2,16}[(（][^()（）]{2,24}[)）]。?"
)
UNNUMBERED = "标题"
_LONGEST_HEADING = 40
_LONGEST_TITLE = 12
_CHAPTERS = ("一、", "第一章", "第一节")
_BRACKETED = re.compile(r"[(（][^()（）]*[)）]")
_ENDS = re.compile(r"\s*(?:附件|附表|附录|抄送|[(（]此件|特此通知)")


def schedule_sections(paragraphs: Sequence[Line]) -> Iterator[tuple[int, int]]:
    """Where each schedule section begins and ends: at the next heading of its level or above.

    One whose heading has no number ends at the next such heading, or at a chapter.
    """
    start = 0
    levels: list[str] = []
    open_levels: list[str] = []
    for index, paragraph in enumerate(paragraphs):
        text = paragraph.text
        number = leading_number(text)[0]
        style = number.style if number else UNNUMBERED if _is_title(text) else ""
        if open_levels and (style in open_levels or _ends_paper(text)):
            yield start, index
            open_levels = []
        if number is None:
            if not open_levels and style and _is_schedule_title(text):
                start, open_levels = index, [UNNUMBERED, *_CHAPTERS]
            continue
        levels = styles_open_at(levels, number.style)
        if not open_levels and _is_schedule(text):
            start, open_levels = index, levels
    if open_levels:
        yield start, len(paragraphs)


def _is_title(text: str) -> bool:
    """Is ``text``, which has no number, short enough for a heading, and no stage or sentence?"""
    words = compact(text)
    plain = len(words) <= _LONGEST_TITLE and not re.search(r"[。;；,，:：、]", words)
    return plain and not _STAGE.match(words) and not anchors_in(words)


def _is_schedule_title(text: str) -> bool:
    words = _bare(text)
    return bool(_SCHEDULE.fullmatch(words)) and not _NO_SCHEDULE.fullmatch(words)


def _ends_paper(text: str) -> bool:
    return _ENDS.match(text) is not None or is_date_alone(text)


def _is_schedule(text: str) -> bool:
    """Is ``text`` (or the heading that it runs in with) the heading of a schedule?"""
    heading, _ = split_heading(text)
    return _is_schedule_title(heading)


def _bare(heading: str) -> str:
    """A heading's words alone: no number, no date in brackets, no punctuation."""
    words = leading_number(heading)[1]
    return re.sub(r"[(][^()]*[)]|[。:]", "", compact(fold(words)))


def split_heading(text: str) -> tuple[str, str]:
    """The heading that ``text`` opens with, and the words after it; ("", text) without one."""
    number, words = leading_number(text)
    is_stage = _STAGE.match(words) is not None
    if _STAGE_LINE.fullmatch(words):
        return text.rstrip("。"), ""
    if _is_short(text) and (is_stage or number is not None) and _is_undated(text):
        return text.rstrip("。"), ""
    match = re.match(r"[^。:：;；]{2,40}[。:：]", text)
    ends = match is not None and (is_stage or (number is not None and match[0].endswith("。")))
    if match and ends and _is_undated(match[0]):
        return match[0].rstrip("。:："), text[match.end() :]
    return "", text


def _is_short(text: str) -> bool:
    return len(text) <= _LONGEST_HEADING and not re.search(r"[。;；:：].|[;；:：]$", text)


def _is_undated(text: str) -> bool:
    """Does ``text`` bear no date, or one in brackets only?"""
    return not anchors_in(_BRACKETED.sub("", text))
