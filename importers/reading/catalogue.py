"""Tables that are seen and are not responsibility tables, each with the reason in words.

Called on what the readers of responsibility tables leave over: what it names is what
nobody else has read, so that a reviewer can see that nothing was lost.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from importers.reading.document import Block, Location
from importers.reading.draft import SkippedTable
from importers.reading.lexicon import RESPONSIBLE, header_cell
from importers.reading.line_tables import line_tables
from importers.reading.numbering import leading_number
from importers.reading.outline import is_sentence
from importers.reading.quota_rows import find_quotas, quota_cells
from importers.reading.script import compact, fold
from importers.reading.segment import Segment

_HEADING_CELL = re.compile(
    r"序号?|编号|(?:单位|事项|项目|指标|目标|企业|机构|部门|服务|行业|课程|活动|学校|街道)?名称|(?:事项|项目|指标|服务|行业|企业)"
    r"(?:类[别型])?|类[别型]|.{1,4}类别|.{2,6}(?:机构|内容|依据|方式|对象|条件|条款|标准|地址|地点|电话|范围|性质|等级|来源|编码)"
    r"|机构|内容|依据|地址|地点|电话|姓名|职务|职称|性别|数量|金额|面积|投资|时间|日期|年份|单位|单价|规格|型号|得分|分值|权重|评分标准"
    r"|备注|说明|附注|联系人|联系方式|[12]\d{3}年"
)
_ATTACHMENT = re.compile(r"^附(?:件|表|录)[一二三四五六七八九十\d]{0,3}[:.]?$")
_COUNT = re.compile(r"^[(]?共?(\d+)[项条个件种类][)]?$")
_ASIDE = re.compile(r"^[(].{1,30}[)]$|^单位[:]")
_TITLE = re.compile(r"(?:表|目录|清单|一览|指标|名录|名册)(?:[(].{1,14}[)])?$")
_CONTENTS = re.compile(r"[.…·]{3,}|^目录$|^contents$")
_NUMBERED = re.compile(
    r"^(?:[(]?[一二三四五六七八九十]{1,3}[)、.]|第[一二三四五六七八九十]+[章节条])"
)
_NOTICE = re.compile(r"(?:的通知|的通告|的公告|的意见|的批复|的决定|任免事项)$")
_FEWEST_CELLS = 3
_FEWEST_ROWS_OF_UNHEADED = 6
_LONGEST_HEADING = 12
_LONGEST_CELL = 40
_LONGEST_SENTENCE_IN_A_CELL = 120


@dataclass(frozen=True, slots=True)
class _Found:
    """A table that nobody reads: its blocks ``[start, end)``, with title and header."""

    start: int
    end: int
    title: str
    titles: tuple[str, ...]


def skipped_tables(segment: Segment) -> tuple[SkippedTable, ...]:
    """The tables of ``segment`` that name nobody responsible, with title and reason."""
    blocks = [block for block in segment.blocks if not block.is_blank]
    headed = _headed(blocks, segment.head.title)
    unheaded = _unheaded(blocks, headed)
    quotas = _quota_places(segment.blocks)
    found = sorted([*headed, *unheaded], key=lambda table: table.start)
    skipped = [
        SkippedTable(table.title, _reason(table), place)
        for table in found
        for place in [_place(blocks, table)]
        if not any(_overlap(quota, place) for quota in quotas)
    ]
    taken = [*quotas, *(table.location for table in skipped)]
    skipped += [
        table
        for table in line_tables(segment)
        if not any(_overlap(place, table.location) for place in taken)
    ]
    return tuple(sorted(skipped, key=lambda table: table.location.start))


def _headed(blocks: Sequence[Block], fallback: str) -> list[_Found]:
    """The tables that a header begins, without those that name who is responsible."""
    headers = _headers(blocks)
    starts = [_title_start(blocks, start) for start, _ in headers]
    tables = []
    for index, (start, end) in enumerate(headers):
        titles = tuple(compact(block.text) for block in blocks[start:end])
        following = starts[index + 1] if index + 1 < len(starts) else len(blocks)
        if not _is_read_elsewhere(titles):
            title = _title(blocks, starts[index], start) or fallback
            last = _end(blocks, starts[index], end, following)
            tables.append(_Found(starts[index], last, title, titles))
    return tables


def _headers(blocks: Sequence[Block]) -> list[tuple[int, int]]:
    """Runs of at least three header cells, one of which no other table cell could be."""
    headers = []
    index = 0
    while index < len(blocks):
        end = index
        while end < len(blocks) and is_heading_cell(blocks[end].text):
            end += 1
        if end - index >= _FEWEST_CELLS and _is_distinct(blocks[index:end]):
            headers.append((index, end))
        index = max(end, index + 1)
    return headers


def is_heading_cell(text: str) -> bool:
    """May ``text`` head a column of some table, of whatever kind?"""
    folded = compact(fold(text))
    if not 1 <= len(folded) <= _LONGEST_HEADING:
        return False
    return bool(_HEADING_CELL.fullmatch(folded)) or header_cell(text) is not None


def _is_distinct(cells: Sequence[Block]) -> bool:
    """Are the cells all different, and is one a serial or a name, as headers have it?"""
    folded = [compact(fold(cell.text)) for cell in cells]
    names = re.compile(r"序号?|编号|.*名称|姓名|项目|事项|指标|类[别型]|单位")
    return len(set(folded)) == len(folded) and any(names.fullmatch(cell) for cell in folded)


def _is_read_elsewhere(titles: Sequence[str]) -> bool:
    """Does the header name who is responsible, or numbered goals to reach?"""
    kinds = {cell.kind for title in titles if (cell := header_cell(title))}
    return bool(kinds & RESPONSIBLE) or {"serial", "target"} <= kinds


def _title_start(blocks: Sequence[Block], header: int) -> int:
    """Where the title over a header begins: (共6项) and 单位:… stand between the two."""
    start = header
    while start > 0 and _ASIDE.match(_folded(blocks[start - 1])):
        start -= 1
    while start > 0 and header - start < 4 and _is_title_line(_folded(blocks[start - 1])):
        start -= 1
    return start


def _is_title_line(folded: str) -> bool:
    listed = leading_number(folded)[0] or re.match(r".*附件\d?[:]", folded)
    return len(folded) > 3 and not (is_sentence(folded) or listed or _ATTACHMENT.match(folded))


def _title(blocks: Sequence[Block], start: int, header: int) -> str:
    """The words of the title in ``blocks[start:header]``, asides left out."""
    lines = [b for b in blocks[start:header] if not _ASIDE.match(_folded(b))]
    kept: list[str] = []
    for block in reversed(lines):
        if kept and _TITLE.search(_folded(block)):
            break
        kept.insert(0, compact(block.text))
        if len("".join(kept)) > 8 and not re.match(r"^[(]", kept[0]):
            break
    return "".join(kept)


def _end(blocks: Sequence[Block], start: int, header_end: int, following: int) -> int:
    """Where the table ends: at the next one, the next attachment or paper, or at once if empty."""
    if any(_says_empty(block) for block in blocks[start:header_end]):
        return header_end
    for index in range(header_end, following):
        folded = _folded(blocks[index])
        prose = len(folded) > _LONGEST_SENTENCE_IN_A_CELL
        if prose or _ATTACHMENT.match(folded) or _NOTICE.search(folded):
            return index
    return following


def _says_empty(block: Block) -> bool:
    match = _COUNT.match(_folded(block))
    return match is not None and int(match[1]) == 0


def _unheaded(blocks: Sequence[Block], headed: Sequence[_Found]) -> list[_Found]:
    """Runs of short cells under a title (…指标, …一览表) that no known header begins."""
    tables: list[_Found] = []
    taken = {index for table in headed for index in range(table.start, table.end)}
    taken |= {index for header in _headers(blocks) for index in range(*header)}
    for index, block in enumerate(blocks):
        folded = _folded(block)
        if index in taken or not _is_title_line(folded) or not _TITLE.search(folded):
            continue
        end = index + 1
        while end < len(blocks) and end not in taken and _is_cell(_folded(blocks[end])):
            end += 1
        if end - index > _FEWEST_ROWS_OF_UNHEADED and not (tables and index < tables[-1].end):
            tables.append(_Found(index, end, compact(block.text), ()))
    return tables


def _is_cell(folded: str) -> bool:
    sentence = re.search(r"[。;!?]|[:,]$", folded)
    aside = _NUMBERED.match(folded) or _ATTACHMENT.match(folded) or _CONTENTS.search(folded)
    return len(folded) <= _LONGEST_CELL and not (sentence or aside or _NOTICE.search(folded))


def _reason(table: _Found) -> str:
    """Why the table is not read, in words for the reviewer."""
    if not table.titles:
        return "没有认出表头，也没有责任、牵头或配合一类的栏"
    header = "、".join(table.titles)
    return f"表头为“{header}”，没有责任、牵头或配合一类的栏"


def _quota_places(blocks: Sequence[Block]) -> list[Location]:
    """Where the segment's quota tables stand: they are read as tasks."""
    cells = quota_cells(blocks)
    return [
        cells[table.header.start].location.through(cells[table.end - 1].location)
        for table in find_quotas(cells)
    ]


def _overlap(one: Location, other: Location) -> bool:
    return one.sheet == other.sheet and one.start <= other.end and other.start <= one.end


def _place(blocks: Sequence[Block], table: _Found) -> Location:
    return blocks[table.start].location.through(blocks[table.end - 1].location)


def _folded(block: Block) -> str:
    return compact(fold(block.text))
