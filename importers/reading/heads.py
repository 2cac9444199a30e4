"""Which papers a file holds: a gazette's pages cut into plans, each with its head.

A head is a stack of short lines: who issues, about what, on which day, under which
number. The number (〔2015〕7号) is the one line that nothing else looks like, so it is
the anchor; a file without one is a single paper.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from importers.reading.document import Block, Document
from importers.reading.draft import Period, PlanHead
from importers.reading.issued import DocNumber, Issued, read_doc_number, read_issue_date
from importers.reading.script import fold
from importers.reading.segment import Segment

_REACH = 7
"""How many lines of title a head may have."""

_ORGAN = r"(?:人民政府|委员会|管委会|办公室|办公厅|局|厅|委|部|院|处|集团|公司|中心)"
_VERBS = r"(?:关于|转发|印发|批转)"
_VERB = re.compile(rf"^{_VERBS}")
_ISSUER = re.compile(rf"^(?!{_VERBS})[\u4e00-\u9fff]{{2,40}}?{_ORGAN}$")
_ISSUER_THEN_VERB = re.compile(rf"^(?!{_VERBS})[\u4e00-\u9fff]{{2,40}}?{_ORGAN}(?={_VERBS})")
_ADOPTED = re.compile(r"《([^《》]{4,80})》(?:已经|业经|已|经)[^。]{0,60}(?:通过|同意|审定|批准)")
_KIND = re.compile(r"方案|计划|规划|要点|清单|意见|办法|措施|安排|分工|通知|任务|行动|工作")
_SENTENCE_END = re.compile(r"[。;；:：!！?？,，]$")
_CONTENTS = re.compile(r"[…⋯.·]{3,}|[(（]\d{1,3}[)）]$")
_CHAPTER = re.compile(r"^(?:[一二三四五六七八九十]+、|第[一二三四五六七八九十]+[章条])")
_YEARS = re.compile(r"((?:19|20)\d{2})年?[-—–－~～至到]{1,2}((?:19|20)\d{2})")
_RUN_TOGETHER = re.compile(r"(?<!\d)((?:19|20)\d{2})((?:19|20)\d{2})(?=年)")
_YEAR = re.compile(r"((?:19|20)\d{2})年?")
_FIVE_YEAR_PLAN = re.compile(r"“?十([一二三四五六七])五”?")


@dataclass(frozen=True, slots=True)
class _Line:
    """A written line and the block that it stands in."""

    text: str
    block: int


@dataclass(frozen=True, slots=True)
class _Stack:
    """The lines of one head: where it starts, where the paper's body starts."""

    first: int
    body: int
    notice: str
    issuer: str | None
    number: DocNumber | None
    issued: Issued | None


def find_segments(document: Document) -> tuple[Segment, ...]:
    """The papers of ``document`` in order; what stands before the first head is left out."""
    blocks = document.blocks
    lines = [
        _Line(line.strip(), index)
        for index, block in enumerate(blocks)
        for line in block.lines
        if line.strip()
    ]
    stacks = list(_stacks(lines))
    if not stacks:
        return (_single(blocks, lines),) if lines else ()
    ends = [stack.first for stack in stacks[1:]] + [len(blocks)]
    return tuple(
        _segment(blocks, stack, end)
        for stack, end in zip(stacks, ends, strict=True)
        if stack.body < end
    )


def _segment(blocks: Sequence[Block], stack: _Stack, end: int) -> Segment:
    body = tuple(blocks[stack.body : end])
    return Segment(_head(stack, body), body, blocks[stack.first].location)


def _stacks(lines: Sequence[_Line]) -> Iterator[_Stack]:
    """Every head among ``lines``, found by its document number."""
    floor = 0
    for index, line in enumerate(lines):
        number = read_doc_number(line.text)
        if number is None:
            continue
        stack = _stack(lines, index, floor, number)
        if stack is not None:
            floor = index + 1
            yield stack


def _stack(lines: Sequence[_Line], anchor: int, floor: int, number: DocNumber) -> _Stack | None:
    """The head whose number is ``lines[anchor]``; None where no title stands over it."""
    issued, top, last = None, anchor - 1, anchor
    if top >= floor and (issued := read_issue_date(lines[top].text)):
        top -= 1
    elif anchor + 1 < len(lines) and (issued := read_issue_date(lines[anchor + 1].text)):
        last = anchor + 1
    title = _title_above(lines, top, floor)
    if not title:
        return None
    issuer, notice = _issuer_of([line.text for line in title])
    body = lines[last].block + 1
    return _Stack(title[0].block, body, notice, issuer, number, issued)


def _title_above(lines: Sequence[_Line], top: int, floor: int) -> list[_Line]:
    """The lines of title that end at ``top``, from the issuer down."""
    title: list[_Line] = []
    for index in range(top, max(floor, top - _REACH) - 1, -1):
        text = re.sub(r"\s", "", fold(lines[index].text))
        if _SENTENCE_END.search(text) or len(text) > 70 or text.startswith("附件"):
            break
        title.insert(0, lines[index])
        if _ISSUER_THEN_VERB.match(text):
            return title
        if _VERB.match(text):
            above = index - 1
            if above >= floor and _ISSUER.match(re.sub(r"\s", "", fold(lines[above].text))):
                title.insert(0, lines[above])
            return title
    return []


def _issuer_of(lines: list[str]) -> tuple[str | None, str]:
    """Who issues, and the rest of the title, joined."""
    compact = [re.sub(r"\s", "", line) for line in lines]
    if _ISSUER.match(fold(compact[0])) and len(compact) > 1:
        return compact[0], "".join(compact[1:])
    joined = "".join(compact)
    if match := _ISSUER_THEN_VERB.match(fold(joined)):
        return joined[: match.end()], joined[match.end() :]
    return None, joined


def _head(stack: _Stack, body: Sequence[Block]) -> PlanHead:
    """The head as facts, with the plan's own title taken out of the notice's."""
    title, repairs = _plan_title(stack.notice, body)
    for fact in (stack.number, stack.issued):
        if fact is not None and fact.repair:
            repairs.append(fact.repair)
    return PlanHead(
        title=title,
        doc_number=stack.number.value if stack.number else None,
        issued_on=stack.issued.value if stack.issued else None,
        issuer=stack.issuer,
        period=read_period(title),
        issues=tuple(repairs),
    )


def _plan_title(notice: str, body: Sequence[Block]) -> tuple[str, list[str]]:
    """The title of what a notice passes on, and what had to be put back in it.

    It stands between 《 and 》; where the dump lost the opening mark, the plan repeats
    its title over its own text.
    """
    title, repairs = notice, []
    if match := re.search(r"《(.+)》", notice):
        title = match[1]
    elif "》" in notice:
        tail = notice.partition("》")[0]
        own = _own_title(body)
        if own and fold(tail).endswith(fold(own)):
            title = own
        elif own and len(own) > 8 and fold(own)[:8] in fold(tail):
            title = tail[fold(tail).index(fold(own)[:8]) :]
        else:
            title = re.sub(r"^(?:关于|關於)?(?:转发|轉發|印发|印發|批转|批轉)", "", tail)
        repairs.append(f"标题缺左书名号：{notice}")
    whole = _RUN_TOGETHER.sub(r"\1-\2", title)
    if whole != title:
        repairs.append(f"标题补全：{title}→{whole}")
    return whole, repairs


def _own_title(body: Sequence[Block]) -> str:
    """The title that a plan prints over its own text: short lines after the covering letter."""
    title: list[str] = []
    for block in body[:14]:
        text = re.sub(r"\s", "", block.text)
        if not text:
            continue
        if _SENTENCE_END.search(text) or len(text) > 60 or _CHAPTER.match(fold(text)):
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


def _single(blocks: Sequence[Block], lines: Sequence[_Line]) -> Segment:
    """A file that is one paper without a document number: what its first lines tell."""
    front = lines[:40]
    issued, issuer = _signature(front)
    title = _adopted_title(front) or _first_title(front)
    head = PlanHead(
        title=title,
        issued_on=issued.value if issued else None,
        issuer=issuer,
        period=read_period(title),
        issues=(issued.repair,) if issued and issued.repair else (),
    )
    return Segment(head, tuple(blocks))


def _adopted_title(front: Sequence[_Line]) -> str | None:
    """The title in a covering letter's 《…》已经…通过."""
    for line in front:
        if match := _ADOPTED.search(line.text):
            return match[1]
    return None


def _first_title(front: Sequence[_Line]) -> str:
    """The first line that can be the title of a plan, else the first line."""
    for line in front:
        text = re.sub(r"\s", "", line.text)
        looks = _KIND.search(fold(text)) and not _SENTENCE_END.search(text)
        if looks and len(text) <= 60 and not _CONTENTS.search(text):
            return text
    return re.sub(r"\s", "", front[0].text)[:60]


def _signature(front: Sequence[_Line]) -> tuple[Issued | None, str | None]:
    """The date, and the issuer that stands with it on one line or on the line before."""
    for index, line in enumerate(front):
        words = line.text.split()
        issued = read_issue_date(words[-1]) or read_issue_date(line.text)
        if issued is None:
            continue
        signed = "".join(words[:-1]) if len(words) > 1 else front[max(index - 1, 0)].text
        signed = re.sub(r"\s", "", signed)
        return issued, signed if _ISSUER.match(fold(signed)) else None
    return None, None
