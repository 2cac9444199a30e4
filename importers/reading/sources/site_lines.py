"""Lines that a web site puts around a paper: sharing, neighbours, and its footer.

They come with pages saved as such and with what is pasted from them. Lines are taken
without their white space.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from typing import Final

from importers.reading.document import Block

_OF_SITE: Final = re.compile(
    r"(?:[【\[(（]?(?:打印(?:本页|此页)?|关闭(?:窗口|本页)?|收藏|返回(?:顶部|首页)?|分享到?|纠错)"
    r"[】\])）]?[|丨/·:：]*)+"
    r"|(?:您?(?:现在|当前|所在)的?(?:所在)?|您的)位置[:：].*"
    r"|(?:上|下)一[篇条][:：].*"
    r"|扫一扫.{0,20}|相关(?:链接|阅读|文章|文档|新闻)[:：]?"
    r"|[【\[]?字[体号][:：]?[\[【]*(?:(?:大|中|小|特大|默认)[|、\]】\[【]*)+"
)
_FOOTER: Final = re.compile(
    r"ICP备(?:案号?[:：]?)?\d|公网安备|公安(?:机关)?备案号|网站标识码[:：]?(?:\d|$)|版权所有|copyright",
    re.IGNORECASE,
)
_FOOTER_TOO: Final = re.compile(
    r"(?:(?:联系|办公|咨询)?(?:地址|电话)|邮编|邮政编码|传真|电子邮箱|邮箱|网址|标识码)"
    r"(?:单位)?[:：\d].*$"
    r"|(?:建议使用.*|站点地图.*|网站地图.*|联系我们.*)$"
    r"|(?:主办|承办|协办)(?:单位)?[:：].*(?:政府|办公室|信息|数据|电视|网)[^、，]*$"
    r"|(?:(?:运行|技术)?维护|技术支持)(?:单位)?[:：].*(?:公司|科技|网络|电视台|传媒|信息中心)$"
    r"|[\d\-—()（）]{7,}$"
)
_WITHIN: Final = 15
"""Lines from the last in which a footer begins."""
_LONGEST: Final = 120


def without_site(blocks: Sequence[Block]) -> Iterator[Block]:
    """``blocks`` without lines for readers of the site, and without its footer."""
    places = [
        (number, offset)
        for number, block in enumerate(blocks)
        for offset, line in enumerate(block.lines)
        if line.strip()
    ]
    lines = [blocks[number].lines[offset] for number, offset in places]
    grids = [number for number, block in enumerate(blocks) if block.grid is not None]
    footer = places[footer_start(lines) :]
    dropped = {place for place, line in zip(places, lines, strict=True) if is_of_site(line)}
    if footer and footer[0][0] > max(grids, default=-1):
        dropped.update(footer)
    by_block: defaultdict[int, set[int]] = defaultdict(set)
    for number, offset in dropped:
        by_block[number].add(offset)
    for number, block in enumerate(blocks):
        yield from _without(block, by_block.get(number, ()))


def _without(block: Block, dropped: Collection[int]) -> Iterator[Block]:
    """What is left of ``block``, each run of lines with its own place."""
    if not dropped:
        yield block
        return
    start = 0
    for end in (*sorted(dropped), len(block.lines)):
        if any(line.strip() for line in block.lines[start:end]):
            yield _part(block, start, end)
        start = end + 1


def _part(block: Block, start: int, end: int) -> Block:
    place = block.location
    if place.end - place.start + 1 == len(block.lines):
        place = replace(place, start=place.start + start, end=place.start + end - 1)
    return Block(block.lines[start:end], place)


def is_of_site(line: str) -> bool:
    """Is ``line`` there for readers of the site alone: 打印, 上一篇：…, 您的位置：…?"""
    return bool(_OF_SITE.fullmatch(_bare(line)))


def footer_start(lines: Sequence[str]) -> int:
    """Which of ``lines`` is the first of the site's footer; their number if there is none.

    A line of it is an entry in a register of sites; what stands over that is of the footer
    where it says who keeps the site, or where.
    """
    bare = list(map(_bare, lines))
    first = max(0, len(bare) - _WITHIN)
    marked = (i for i in range(first, len(bare)) if _is_register(bare[i]))
    begin = next(marked, len(bare))
    while first < begin < len(bare) and _FOOTER_TOO.match(bare[begin - 1]):
        begin -= 1
    return begin


def _is_register(bare: str) -> bool:
    return len(bare) <= _LONGEST and bool(_FOOTER.search(bare))


def _bare(line: str) -> str:
    return "".join(line.split())
