"""Who leads by a mark or by bold type, where the plan says so: 标★的为牵头单位.

The marked name is given its role in words (市教育局（牵头）), which the readers of lists know.
Bold type is read where the source kept it as **市教育局**; elsewhere it is lost, and said to be.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from importers.reading.document import Block
from importers.reading.fields.organs import name_score
from importers.reading.script import compact, simplify

_LEADS = (
    r"的?(?:责任)?(?:部门|单位)?,?(?:即为|为|是|系|表示|代表)"
    r"(?:[该本各]项)?(?:任务|工作)?的?(?:牵头|主办|主责)"
)
_MARK_RULE = re.compile(
    rf"[“\"'(]?([★☆*▲△●■◆√※])[”\"')]?(?:号|标记|标识|符号)?(?:标注|标记|标识)?(?:者)?{_LEADS}"
)
_BOLD_RULE = re.compile(rf"(?:加粗|黑体字?|粗体字?)(?:标注|显示)?(?:者)?{_LEADS}")
_BOLD = re.compile(r"(\*\*|__)(?=\S)(.+?)(?<=\S)\1")
_NAME = r"[^、,;:()。\s*★☆▲△●■◆√※]{2,30}"
_SURE = 0.85
_QUOTED = 24

LOST = "牵头单位以加粗标出，而文本没有保留字体，请核对。"


@dataclass(frozen=True, slots=True)
class MarkedLeads:
    """The blocks with marked names given their role; what was said; are the marks ``lost``?"""

    blocks: tuple[Block, ...]
    issues: tuple[str, ...] = ()
    lost: bool = False


def with_marked_leads(blocks: Sequence[Block]) -> MarkedLeads:
    """``blocks`` without marks and bold type, and with the role that these stand for.

    The cells of grids only where a rule says what marks and bold type mean.
    """
    lines = [line for block in blocks for line in block.lines]
    by_mark = next((found for line in lines if (found := _MARK_RULE.search(simplify(line)))), None)
    by_bold = next((line for line in lines if _BOLD_RULE.search(simplify(line))), None)
    cells = [cell.text for block in blocks if block.grid for cell in block.grid.cells]
    lost = by_bold is not None and not any(map(_bold_names, (*lines, *cells)))
    mark = by_mark[1] if by_mark else None
    plain = tuple(_plain_block(block, mark, bold=by_bold is not None) for block in blocks)
    issues = (f"标“{by_mark[1]}”的单位按方案说明列为牵头单位。",) if by_mark else ()
    if by_bold is not None:
        issues = (*issues, f"方案写有“{compact(by_bold)[:_QUOTED]}”。{LOST if lost else ''}")
    return MarkedLeads(plain, issues, lost)


def _bold_names(line: str) -> list[str]:
    return [match[2] for match in _BOLD.finditer(line) if _is_name(match[2])]


def _plain_block(block: Block, mark: str | None, *, bold: bool) -> Block:
    grid = block.grid
    if grid is not None and (mark or bold):
        cells = (replace(cell, text=_plain(cell.text, mark, bold=bold)) for cell in grid.cells)
        grid = replace(grid, cells=tuple(cells))
    lines = tuple(_plain(line, mark, bold=bold) for line in block.lines)
    if lines == block.lines and grid is block.grid:
        return block
    return replace(block, lines=lines, grid=grid)


def _plain(line: str, mark: str | None, *, bold: bool) -> str:
    """A line without bold type, and with （牵头） where a name bears the mark."""
    text = _BOLD.sub(
        lambda match: f"{match[2]}（牵头）" if bold and _is_name(match[2]) else match[2], line
    )
    simple = simplify(text) if mark else text
    if mark is None or mark not in simple or _MARK_RULE.search(simple):
        return text
    marked = re.compile(rf"{re.escape(mark)}\s*({_NAME})|({_NAME})\s*{re.escape(mark)}")
    parts, end = [], 0
    for match in marked.finditer(simple):
        group = 1 if match[1] else 2
        name = text[match.start(group) : match.end(group)]
        if _is_name(name):
            parts += [text[end : match.start()], f"{name}（牵头）"]
            end = match.end()
    return "".join((*parts, text[end:]))


def _is_name(words: str) -> bool:
    return name_score(simplify(words)) >= _SURE
