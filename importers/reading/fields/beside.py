"""People printed beside their departments: 区城管局（陈一帆）, 区园林局：陈一帆."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Final, NamedTuple

from importers.reading.fields.listed import listed_score
from importers.reading.fields.persons import PersonList, person_fitness, split_leaders
from importers.reading.script import simplify

_SURE: Final = 0.85
_LONGEST: Final = 600
_BRACKET: Final = re.compile(r"\(([^()]{2,40})\)")
_AFTER_COLON: Final = re.compile(r":[ ]*([^\s、,;:()|/]{2,4})(?=[\s、,;|/]|$)")
_WORD: Final = re.compile(r"[^\s、,;:()|/]+")
_DUTY: Final = re.compile(r"(?:具体)?(?:牵头|负责|分管|联系|包抓|包保)$")
# Roads, villages and hills are called like people.
_A_PLACE: Final = re.compile(r"[路街巷村庄屯湾坪寨堡沟桥河湖山岭店集口坝塘台片线段园区]$")


BESIDE_A_UNIT: Final = "“{}”写在单位之后，按负责人理解"


class Beside(NamedTuple):
    """``units`` is the text without its people; ``doubt`` why they may be none."""

    units: str
    people: tuple[str, ...] = ()
    doubt: str | None = None


class _Found(NamedTuple):
    """Where people stand in the text, the words that name them, and if they surely do."""

    start: int
    end: int
    words: str
    sure: bool


def leaders_beside(texts: Iterable[str]) -> PersonList:
    """The people beside the departments of ``texts`` as those responsible, always doubted."""
    people = dict.fromkeys(person for text in texts for person in people_beside(text).people)
    issues = tuple(BESIDE_A_UNIT.format(person) for person in people)
    return PersonList(tuple(people), not people, issues)


@lru_cache(maxsize=1 << 13)
def people_beside(text: str) -> Beside:
    """The people of ``text`` who stand right behind a department, and the text without them.

    In a bracket and behind a colon they surely are people; behind a space or a separator
    they could be a part of the list, which is doubted.
    """
    simple = simplify(text)
    if len(simple) > _LONGEST:
        return Beside(text)
    found = sorted([*_in_brackets(simple), *_behind_colons(simple), *_words(simple)])
    if not found:
        return Beside(text)
    units, people = text, list[str]()
    for one in reversed(found):
        units = units[: one.start] + units[one.end :]
        words = text[one.start : one.end].strip("()（）:： ")
        people[:0] = split_leaders(_DUTY.sub("", words)).names
    unsure = [f"“{one.words}”" for one in found if not one.sure]
    doubt = f"{''.join(unsure)}像人名，没有列为单位" if unsure else None
    return Beside(units, tuple(dict.fromkeys(people)), doubt)


def _in_brackets(simple: str) -> Iterator[_Found]:
    for match in _BRACKET.finditer(simple):
        words = _DUTY.sub("", match[1])
        if _names_people(words) and _unit_before(simple, match.start()):
            yield _Found(*match.span(), match[1], len(words) > 2 and not _A_PLACE.search(words))


def _behind_colons(simple: str) -> Iterator[_Found]:
    for match in _AFTER_COLON.finditer(simple):
        if _names_people(match[1]) and _unit_before(simple, match.start()):
            yield _Found(*match.span(), match[1], len(match[1]) > 2)


def _words(simple: str) -> Iterator[_Found]:
    """Names that stand alone between separators, behind a department or another name."""
    words = list(_WORD.finditer(simple))
    follows = False
    for match in words if len(words) > 1 else ():
        apart = not simple[: match.start()].rstrip().endswith(":")
        if simple.count("(", 0, match.start()) > simple.count(")", 0, match.start()):
            continue
        if follows and apart and _names_people(match[0]):
            yield _Found(*match.span(), match[0], sure=False)
        else:
            follows = listed_score(match[0]) >= _SURE


def _names_people(words: str) -> bool:
    return person_fitness(words) >= _SURE and listed_score(words) < 0.4


def _unit_before(simple: str, place: int) -> bool:
    """Does a department end right before ``place``?"""
    words = list(_WORD.finditer(simple[:place]))
    return bool(words) and words[-1].end() == place and listed_score(words[-1][0]) >= _SURE
