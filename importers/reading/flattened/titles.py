"""Around a table: its title, a heading printed over its header, and where it ends."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from importers.reading.document import Block
from importers.reading.flattened.header import Header
from importers.reading.flattened.row_cells import is_row
from importers.reading.flattened.units import sight
from importers.reading.issued import read_issue_date
from importers.reading.script import compact, fold

_TITLE = re.compile(
    r"(?:表|清单|一览|台账|分工|分解|安排|任务书|责任书|分工方案|计划)(?:[(（].{1,14}[)）]|[一二三四五六七八九十\d]*)?$"
)
_MATTERS = re.compile(r"(?:任务|举措|事项|项目|要点|措施)$")
_FRAGMENT = re.compile(r"^[(（]?(?:19|20)\d{2}年?(?:[-—–~至](?:19|20)\d{2}年?)?[)）]?$")
_ATTACHMENT = re.compile(r"^附(?:件|表|錄|录)\s*\d*\s*[:：]?\s*")
_ATTACHED = re.compile(r"^附(?:件|表)\s*\d*\s*[:：]?$")
_SENTENCE = re.compile(r"[。;；,，]$")
_REACH = 8
_LONGEST = 60

_END = re.compile(
    r"^(?:附件\d*[:：]?$|附件\s*\d+|[(（]此件.{0,6}公开.{0,4}[)）]|填表说明|填[表报](?:人|单位|日期)[:：]|注[:：]|备注[:：]|说明[:：]"
    r"|抄送|主题词|主办(?:单位)?[:：]|编辑(?:出版)?[:：]|.{0,30}办公室\d{4}年\d+月\d+日印发"
    r"|分享到|相关文档|上一篇|下一篇|责任编辑|【?打印|【?关闭|第[一二三四五六七八九十]+章)"
)
_ORGAN = re.compile(r"(?:人民政府|委员会|办公室|办公厅|局|厅|委|部|院|领导小组)$")
_CHAPTER = re.compile(r"^[一二三四五六七八九十]{1,3}、")


@dataclass(frozen=True, slots=True)
class Title:
    """A table's title; ``start`` is its first block. ``is_own`` where one was found."""

    text: str
    start: int
    is_own: bool


def title_over(blocks: Sequence[Block], header: Header, *, after: int) -> Title:
    """The title over ``header``, looked for no further up than block ``after``."""
    if header.inline is not None:
        words = header.inline.split()
        return Title(words[-1] if words else "", header.start, bool(words))
    seen = 0
    for index in range(header.start - 1, after - 1, -1):
        text = compact(blocks[index].text)
        if not text:
            continue
        seen += 1
        if seen > _REACH or len(text) > _LONGEST or _SENTENCE.search(text):
            break
        if is_title(text):
            return _whole_title(blocks, index, header.start, after)
    return Title("", header.start, is_own=False)


def is_title(text: str) -> bool:
    """Does ``text`` (without white space) read as the title of a table?"""
    folded = fold(text)
    looks = _TITLE.search(folded) or (len(text) >= 10 and _MATTERS.search(folded))
    return bool(looks) and not _ATTACHMENT.match(folded)


def _whole_title(blocks: Sequence[Block], index: int, end: int, after: int) -> Title:
    """The title whose last words stand at ``index``: with lines above, years below it,
    or as an attachment list spells it out."""
    text = compact(blocks[index].text)
    start = index
    above = _written_above(blocks, index, after)
    if above is not None and _is_upper_half(compact(blocks[above].text), text):
        text = compact(blocks[above].text) + text
        start = above
    below = next((i for i in range(index + 1, end) if compact(blocks[i].text)), None)
    if below is not None and _FRAGMENT.match(fold(compact(blocks[below].text))):
        years = compact(blocks[below].text)
        text += years if years.startswith(("(", "（")) else f"({years}"
    return Title(_spelt_out(blocks, text), start, is_own=True)


def _written_above(blocks: Sequence[Block], index: int, after: int) -> int | None:
    return next((i for i in range(index - 1, after - 1, -1) if compact(blocks[i].text)), None)


def _is_upper_half(above: str, title: str) -> bool:
    """Is ``above`` the first line of a title whose second line is ``title``?"""
    if _ATTACHMENT.match(fold(above)) or _SENTENCE.search(above) or len(above) > _LONGEST:
        return False
    seen = sight(above, None)
    if seen.department >= 2 or seen.date >= 2 or seen.person >= 2 or seen.number:
        return False
    return len(title) < 12 and not re.search(r"(?:19|20)\d{2}", title) and len(above) > 6


def _spelt_out(blocks: Sequence[Block], title: str) -> str:
    """The longest form of the title that an attachment line gives it, else the title."""
    forms = [title]
    for block in blocks:
        match = _ATTACHMENT.match(block.text.strip())
        spelt = compact(block.text.strip()[match.end() :]) if match else ""
        if spelt and len(spelt) <= _LONGEST and fold(spelt)[:8] == fold(title)[:8]:
            forms.append(spelt)
    return max(forms, key=len)


def has_attachment_line(blocks: Sequence[Block]) -> bool:
    """Does a line of its own say that another attachment begins?"""
    return any(_ATTACHED.match(fold(block.text).strip()) for block in blocks)


def outer_heading(blocks: Sequence[Block], title: Title, header: Header) -> int | None:
    """The block right over the header, where it is no title but a heading of rows."""
    if not title.is_own or header.inline is not None:
        return None
    index = header.start - 1
    text = compact(blocks[index].text)
    if index <= title.start or not 4 <= len(text) <= 40:
        return None
    if text in title.text or _SENTENCE.search(text) or _FRAGMENT.match(fold(text)):
        return None
    return None if _ATTACHMENT.match(fold(text)) else index


def table_end(blocks: Sequence[Block], last_header: Header, following: int) -> int:
    """The block after the table's last, at most ``following``.

    A table ends where a line says so, at a signature with its date, or where a chapter of
    the plan's text goes on.
    """
    for index in range(last_header.end, following):
        text = fold(blocks[index].text).strip()
        chapter = _CHAPTER.match(text) and not _meets_row(blocks, index, last_header)
        ends = _END.match(text) or (chapter and _goes_on(blocks, index))
        if ends or _is_signature(blocks, index):
            return index
    return following


def _meets_row(blocks: Sequence[Block], chapter: int, header: Header) -> bool:
    """Does a row follow this heading, where each row of the table is a line?"""
    if header.inline is None and not header.keeps_lines:
        return False
    lines = [line for block in blocks[chapter : chapter + 2] for line in block.lines]
    kinds = tuple(column.kind for column in header.columns)
    return len(lines) > 1 and is_row(lines[1], kinds)


def _is_signature(blocks: Sequence[Block], index: int) -> bool:
    """Is it who signs, with the day of signing or printing on the next line?"""
    written = [block.text for block in blocks[index : index + 4] if not block.is_blank]
    if len(written) < 2 or "\n" in written[0] or len(written[0]) < 5:
        return False
    day = re.sub(r"(?:印发|印制|发布)$", "", compact(fold(written[1])))
    return read_issue_date(day) is not None and bool(_ORGAN.search(fold(written[0]).strip()))


def _goes_on(blocks: Sequence[Block], chapter: int) -> bool:
    """Does running text, and no row of a table, follow this chapter heading?"""
    following = [block for block in blocks[chapter + 1 :] if not block.is_blank][:_AHEAD]
    if not following:
        return False
    first = following[0].text.strip()
    if first.endswith((":", "：")) or len(first) > _PARAGRAPH:
        return True
    seen = [sight(block.text, None) for block in following]
    return len(first) > _CELL and not any(s.department >= 2 or s.number == 1 for s in seen)


_AHEAD = 4
_PARAGRAPH = 60
_CELL = 15
