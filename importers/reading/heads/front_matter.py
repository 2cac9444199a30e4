"""What a government's site prints over a paper: ``成文日期：…``, or key and value in turn."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from importers.reading.heads.lines import Line
from importers.reading.script import compact, simplify

_FACTS = {
    "title": ("标题", "名称", "公文名称", "文件名称", "信息名称"),
    "doc_number": ("发文字号", "文号", "文件编号", "公文字号", "文件字号"),
    "issuer": ("发文机关", "发文机构", "发布机构", "发文单位", "制发机关", "公开主体", "发布单位"),
    "issued": ("成文日期", "发文日期", "印发日期", "成文时间", "发文时间", "印发时间"),
}
"""The facts of a head and their names, the weightier first."""

_OTHERS = (
    "索引号", "索取号", "主题分类", "主题词", "主题", "分类", "体裁分类", "组配分类", "公文种类",
    "文种", "发布日期", "发布时间", "生成日期", "公开日期", "生效日期", "施行日期", "废止日期",
    "实施日期", "有效性", "效力状态", "时效性", "有效期", "信息来源", "来源", "信息类别", "字号",
    "字体", "浏览次数", "访问量", "阅读次数", "点击数", "点击量", "作者", "编辑", "责任编辑",
    "审核", "公开属性", "公开方式", "公开范围", "公开类别", "公开形式", "服务对象", "关键词",
    "内容概述", "统一编号", "规范性文件编号", "登记号", "份号", "签发人", "打印", "分享",
    "分享到", "当前位置", "信息索引号", "备注",
)  # fmt: skip
_NAMES = {name: fact for fact, names in _FACTS.items() for name in names}
_NAMES |= dict.fromkeys(_OTHERS, "")
_KEY = "|".join(sorted(_NAMES, key=len, reverse=True))
_INLINE = re.compile(rf"^[\[【|]?(?:{_KEY})[\]】|]?:")
_ALONE = re.compile(rf"^[\[【]?({_KEY})[\]】]?:?$")
_FEWEST_ALONE = 3
_LONGEST_VALUE = 40


def _spaced(name: str) -> str:
    """A pattern for ``name``; a short one must not be the end of another word."""
    return (r"(?<![\u4e00-\u9fff])" if len(name) < 4 else "") + r"\s*".join(name)


_KEYS_WITHIN = re.compile(
    rf"({'|'.join(map(_spaced, sorted(_NAMES, key=len, reverse=True)))})\s*[\]】|]?\s*:"
)


@dataclass(frozen=True)
class FrontMatter:
    """Lines ``first`` to ``last`` of a file, and the facts of a head that they state."""

    first: int
    last: int
    facts: dict[str, str] = field(default_factory=dict)


def find_front_matter(lines: Sequence[Line]) -> list[FrontMatter]:
    """Every run of front matter among ``lines``, in order."""
    found: list[FrontMatter] = []
    index = 0
    while index < len(lines):
        matter = _run(lines, index)
        if matter:
            found.append(matter)
        index = matter.last + 1 if matter else index + 1
    return found


def _run(lines: Sequence[Line], first: int) -> FrontMatter | None:
    """Keys with their values behind them or under them; few keys alone are a table's cells."""
    facts: dict[str, str] = {}
    index, alone, inline = first, 0, False
    while index < len(lines):
        if key := _ALONE.match(lines[index].plain):
            alone += 1
            index += 1
            if index < len(lines) and _may_be_value(key[1], lines[index]):
                _note(facts, key[1], lines[index].text)
                index += 1
        elif _INLINE.match(lines[index].plain):
            inline = True
            for name, value in _pairs(lines[index].text):
                _note(facts, name, value)
            index += 1
        else:
            break
    if not inline and alone < _FEWEST_ALONE:
        return None
    return FrontMatter(first, index - 1, facts)


def _may_be_value(name: str, line: Line) -> bool:
    """Can ``line`` be what stands under the key ``name``, and is it no title of a paper?"""
    if _ALONE.match(line.plain) or _INLINE.match(line.plain):
        return False
    if _NAMES[name] == "title":
        return True
    return len(line.plain) <= _LONGEST_VALUE and not re.search("关于|印发|转发", line.plain)


def _pairs(text: str) -> Iterator[tuple[str, str]]:
    """The keys of a line and their values as printed; a key may be spaced (标 题：)."""
    keys = list(_KEYS_WITHIN.finditer(simplify(text)))
    ends = [key.start() for key in keys[1:]] + [len(text)]
    for key, end in zip(keys, ends, strict=True):
        yield compact(key[1]), text[key.end() : end].strip(" \t\u3000\u00a0|[【")


def _note(facts: dict[str, str], name: str, value: str) -> None:
    """Keep the first value of each fact; a dash stands for none."""
    fact = _NAMES[name]
    if fact and compact(value).strip("-—无"):
        facts.setdefault(fact, value)
