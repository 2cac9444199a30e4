"""How much a text looks like a cell of deadlines: a cheap look, before any reading."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from importers.reading.fields.phrases import without_date
from importers.reading.script import compact, simplify

_LONGEST = 60
_LIKE_NO_DATE = 0.9
_DASHES: Final = str.maketrans("–—―〜～", "-----")
_YEAR = r"(?:(?:19|20)\d\d|[一二][〇○零0一二三四五六七八九]{3})"
_NUMBER = r"(?:\d{1,2}|[一二三四五六七八九十廿]{1,3})"
# A time, whole or with a character lost; then the small words that go with times.
_TIME: Final = re.compile(
    rf"{_YEAR}年度?|{_YEAR}(?=\d{{1,2}}月|[-~至]{_YEAR}|底|[起启完实前,]|$)|{_YEAR}[-./]\d{{1,2}}(?:[-./]\d{{1,2}})?"
    rf"|{_NUMBER}(?:[-~至到]|月[-~至到]){_NUMBER}月份?|{_NUMBER}月份?(?:{_NUMBER}[日号])?|\d{{2,4}}日|{_NUMBER}日"
    rf"|第?[一二三四1-4](?:[-~至、][第]?[一二三四1-4])*季度?|[上下]半年|年[初中底末内]|全年|岁末|今年|本年|当年|明年|次年"
    r"|[“\"]?十[一二三四五六]五[”\"]?(?:规划)?(?:时期|期间|期末|末|初)?|每(?:半|个)?(?:年|季度?|月|周|旬|两年|日|天)|按[年季月]度?"
    r"|长期坚持|长期|常年|持续推进|持续实施|持续|常态化|经常性|即日起|立即|立行立改|即知即改|按时间节点|按计划|按要求|贯穿全年|全程|(?:国庆|春)节|(?:国庆|元旦|五一)(?=节?前)"
    r"|(?:通知|文件)?(?:印发|发布|公布)(?:之日)?[起后]|(?<!\d)[一二两三四五六七八九十]{1,3}个月(?=内)"
    r"|[本下当]月|月[底末](?=前|$)|(?:20\d\d)?Q[1-4]|(?<!\d)20\d{6}(?!\d)"
    r"|(?:规划|行动)期[内末]|(?<!\d)\d{1,2}[./]\d{1,2}(?=前)|(?<!\d)(?:民国)?\d{2,3}年(?=\d{1,2}月|底)|半年(?=一次)|\d{1,2}个工作日"
)
_SMALL: Final = re.compile(
    r"[上中下]旬|[初底末中](?=$|[前,完]|[^\u4e00-\u9fff])|底前|[初底末]|之前|以前|前|[起自从到至于在拟内,，、;。()\-~:：]|启动|实施|完成|开始"
    r"|推进|开展|进行|建成|推广|全面|季度|基本|计划|力争|确保|预计|争取|完工|开工|落实|到位|坚持|截止|节点|进度|全部|首月|已"
)


@lru_cache(maxsize=1 << 14)
def schedule_fitness(text: str) -> float:
    """How much ``text`` looks like a deadline and nothing else, 0–1.

    Near 1: times and the words that go with them. About .5: a time with something to do
    by then, or only half a phrase (完成). 0: prose, serials, names.
    """
    plain = compact(simplify(text)).translate(_DASHES)
    if not plain or len(plain) > _LONGEST:
        return 0.0
    if without_date(plain):
        return _LIKE_NO_DATE
    without_times, times = _TIME.subn("", plain)
    rest = _SMALL.sub("", without_times)
    if not times:
        return 0.4 if not rest and len(plain) >= 2 and not plain.isdigit() else 0.0
    if plain.isdigit():
        return 0.4 if len(plain) == 4 else 0.0
    covered = 1 - len(rest) / len(plain)
    return covered if covered >= 0.9 else covered * 0.9 if len(plain) <= 20 else covered * 0.5
