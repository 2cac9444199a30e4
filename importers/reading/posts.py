"""Where a leader's part of a division begins: name and post, in either order or on two lines."""

from __future__ import annotations

import re
from typing import NamedTuple

from importers.reading.fields.persons import person_fitness
from importers.reading.portfolio import BEGINS_WITH_VERB, verb_of
from importers.reading.script import simplify

_LEVEL = "[省市区县州盟旗镇乡]"
_OFFICE = rf"(?:{_LEVEL}?(?:人民)?政府|{_LEVEL}委|管委会|党工委)?(?:办公室|办公厅|办)?(?:党组成员)?"
_HIGH_POST = (
    rf"(?:(?:{_LEVEL}?(?:人民)?政府)?(?:代理|代|常务副|副)?{_LEVEL}长"
    rf"|{_LEVEL}?(?:人民)?(?:政府)?党组(?:副书记|书记|成员)"
    rf"|(?:中共)?(?:{_LEVEL}|党工)?委(?:常委|副书记|书记)|常委|[一二三四]级(?:高级)?(?:巡视员|调研员)"
    rf"|{_OFFICE}副?(?:主任|秘书长))"
)
_OTHER_POST = (
    r"兼任?[^:,。;]{2,24}|(?<=[、,])[^:,。;、]{2,16}(?:局长|主任|书记|成员|部长|校长)"
    r"|[(][^():。;]{0,6}(?:挂职|援派|援[藏疆青]|挂任|兼)[^():。;]{0,6}[)]"
)
_POSTS = rf"(?:{_HIGH_POST}(?:[、,]?(?:{_HIGH_POST}|{_OTHER_POST}))*)"
_POST_WORDS = (
    *("书记", "主任", "常委", "成员", "秘书长", "局长", "部长", "主席", "同志"),
    *("巡视员", "调研员", "政府", "领导"),
)
_NO_POST = rf"(?<!{_LEVEL}长)" + "".join(rf"(?<!{word})" for word in _POST_WORDS)
_NAME = (
    r"(?!各|有关|相关|其他|其它|主要|分管|全体|上级|班子|现任|原任|政府)"
    r"(?:[\u3400-\u9fff]{1,7}(?:·[\u3400-\u9fff]{1,7}?){1,3}|[\u3400-\u9fff]{2,4}?)"
) + _NO_POST
_BEGINNINGS = (
    rf"(?P<name>{_NAME})(?:同志)?[(,]?(?P<title>{_POSTS})[)]?",
    rf"(?P<title>{_POSTS})[、,]?(?P<name>{_NAME})(?:同志)?",
    rf"(?P<name>{_NAME})同志(?P<title>)",
)
_HEADINGS = tuple(re.compile(rf"{beginning}[:,。]?$") for beginning in _BEGINNINGS)
_RUN_IN = tuple(
    re.compile(rf"{beginning}[:,。]?(?P<rest>(?:{BEGINS_WITH_VERB.pattern}).*)$")
    for beginning in _BEGINNINGS
)
_POSTS_ALONE = re.compile(rf"{_POSTS}[:,。]?")
_SURE = 0.9


class Beginning(NamedTuple):
    """A leader's name and post (empty where none is printed), and the clauses on the line."""

    name: str
    title: str
    clauses: str = ""


def begins(text: str) -> Beginning | None:
    """The leader whose part ``text`` (half-width, without spaces) begins, if it does."""
    simple = simplify(text)
    if verb_of(text):
        return None
    for pattern in _HEADINGS:
        if match := pattern.match(simple):
            return _beginning(text, match)
    for pattern in _RUN_IN:
        if match := pattern.match(simple):
            return _beginning(text, match, text[match.start("rest") :])
    return None


def begins_on_two_lines(text: str, following: str) -> Beginning | None:
    """The leader whose name and post have a line each, in either order."""
    first, second = text.strip(":,。"), following.strip(":,。")
    if _is_post(second) and _is_person(first):
        return Beginning(first, second)
    if _is_post(first) and _is_person(second):
        return Beginning(second, first)
    return None


def _is_post(text: str) -> bool:
    return _POSTS_ALONE.fullmatch(simplify(text)) is not None


def _is_person(text: str) -> bool:
    simple = simplify(text)
    return re.fullmatch(_NAME, simple) is not None and person_fitness(simple) >= _SURE


def _beginning(text: str, match: re.Match[str], clauses: str = "") -> Beginning:
    name, title = (text[slice(*match.span(group))] for group in ("name", "title"))
    return Beginning(name, title, clauses)
