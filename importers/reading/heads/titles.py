"""The plan's own title, taken out of its notice's; and the years that it names."""

from __future__ import annotations

import re
from collections.abc import Sequence

from importers.reading.document import Block
from importers.reading.draft import Period
from importers.reading.script import compact, fold, simplify

_PASSED_ON = re.compile(
    r"^(?:关于)?(?:印发|转发|批转)(?P<what>.+?)"
    r"(?P<end>的(?:通知|函|通告|公告|通报|决定|批复|意见)(?:\([^()]{1,20}\))?)?$"
)
_WHO = (
    r"(?:[^《》关于]{1,30}?(?:局|委|办|厅|部|院|会|中心|部门|单位|政府|公司)"
    r"(?:(?:制[定订]|拟[定订]|起草)的?)?)"
)
_WHOLE_BOOK = re.compile(rf"^(?:{_WHO}|新?修[订改]后?的)?《(?P<title>.+)》(?:\([^()]{{1,20}}\))?$")
_WHO_BEFORE_ABOUT = re.compile(rf"^{_WHO}(?=关于)")
_SEVERAL = re.compile(r"》[和与及、]?《")

_YEARS = re.compile(r"((?:19|20)\d{2})年?[-—–－~～至到]{1,2}((?:19|20)\d{2})")
_RUN_TOGETHER = re.compile(r"(?<!\d)((?:19|20)\d{2})((?:19|20)\d{2})(?=年|\)|）)")
_YEAR = re.compile(r"((?:19|20)\d{2})年?")
_FIVE_YEAR_PLAN = re.compile(r"“?十([一二三四五六七])五”?")

_SENTENCE_END = re.compile(r"[。;；:：!！?？,，]$")
_CHAPTER = re.compile(r"^(?:[一二三四五六七八九十]+、|第[一二三四五六七八九十]+[章条])")
_AT_END = re.compile(r"[(（]((?:[^()（）]|[(（][^()（）]*[)）]){2,60})[)）]$")
_EDITION = re.compile(r"(?:[稿版本期批]|试行|暂行|草案|修[订改正])$")
_REMARK = re.compile(
    r"通过|审议|审定|批准|同意|印发|发布|公开|公布|简称|统称|截至|详?见附|\d日$"
    r"|[列排].{0,6}[首前第]|(?:为|是|由|按).{0,20}(?:牵头|责任|负责|配合|主办|协办|排[列序]|为?序|分工)"
)
_LETTER_REACH = 14
_LONGEST = 60


def plan_title(words: str, body: Sequence[Block]) -> tuple[str, list[str]]:
    """The title of what a notice passes on, and what had to be put back in it.

    ``words`` are the notice's without its organs. A notice that passes nothing on
    keeps its own words.
    """
    title, repairs = _passed_on(words, own_title(body))
    bare = without_remark(title or words)
    whole = _RUN_TOGETHER.sub(r"\1-\2", bare)
    if whole != bare:
        repairs.append(f"标题补全：{bare}→{whole}")
    return whole, repairs


def without_remark(title: str) -> str:
    """``title`` without a bracket at its end that is said about the plan and names no edition.

    （经县政府常务会议审议通过） is such a remark; （试行）, （2026—2028年） are editions.
    """
    bracket = _AT_END.search(title)
    if bracket is None or not title[: bracket.start()]:
        return title
    inside = fold(bracket[1])
    is_remark = _REMARK.search(inside) and not _EDITION.search(inside)
    return title[: bracket.start()] if is_remark else title


def _passed_on(words: str, own: str) -> tuple[str, list[str]]:
    plain = simplify(words)
    match = _PASSED_ON.match(plain)
    what = words[match.start("what") : match.end("what")] if match else words
    opened, closed = what.count("《"), what.count("》")
    if opened < closed:
        return _without_opening_mark(what, own), [f"标题缺左书名号：{words}"]
    if opened > closed:
        return what.partition("《")[2], [f"标题缺右书名号：{words}"]
    if match is None:
        return words, []
    book = _WHOLE_BOOK.match(simplify(what))
    if book and not _SEVERAL.search(what):
        return what[book.start("title") : book.end("title")] + what[book.end("title") + 1 :], []
    return _bare(what, own), []


def _bare(what: str, own: str) -> str:
    """What is passed on without 《 and 》: the end that the plan repeats, or 关于…, or all."""
    if len(own) >= 8 and fold(what).endswith(fold(own)):
        return what[-len(own) :]
    who = _WHO_BEFORE_ABOUT.match(simplify(what))
    return what[who.end() :] if who else what


def _without_opening_mark(what: str, own: str) -> str:
    """Where the dump lost 《, the plan's title over its own text tells where it stood."""
    tail = what.rpartition("》")[0]
    if own and fold(tail).endswith(fold(own)):
        return own
    if len(own) > 8 and fold(own)[:8] in fold(tail):
        return tail[fold(tail).index(fold(own)[:8]) :]
    return tail


def own_title(body: Sequence[Block]) -> str:
    """The title that a plan prints over its own text: short lines after the covering letter."""
    title: list[str] = []
    for block in body[:_LETTER_REACH]:
        text = compact(block.text)
        if not text:
            continue
        if _SENTENCE_END.search(text) or len(text) > _LONGEST or _CHAPTER.match(fold(text)):
            if title:
                break
            continue
        title.append(text)
    return "".join(title)


def read_period(title: str) -> Period | None:
    """The years that a title names: 2014-2016, 2015年, “十三五”."""
    folded = fold(title)
    if match := _YEARS.search(folded):
        return Period(int(match[1]), int(match[2]))
    if match := _FIVE_YEAR_PLAN.search(folded):
        start = 2001 + 5 * ("一二三四五六七".index(match[1]))
        return Period(start + 5, start + 9)
    if match := _YEAR.search(folded):
        return Period(int(match[1]), int(match[1]))
    return None
