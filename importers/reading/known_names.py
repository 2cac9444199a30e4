"""The words of a whole file, asked how a cut name goes on.

Some dumps lose the last character of every cell. What was lost is put back only where
the file itself says one thing: the name stands whole elsewhere.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from importers.reading.fields.departments import department_fitness
from importers.reading.fields.near_miss import near_miss
from importers.reading.fields.ranks import is_of_known_work
from importers.reading.fields.works import work_of
from importers.reading.script import compact, fold

_WHOLE = 0.85
_BETWEEN_NAMES = re.compile(r"[、,;\s()（）]+")
_BODY = re.compile(r"[省市区县州旗](?:委|人大|政协)")
"""Leading bodies: where names are cut, their offices (区委办, 区人大办) are meant."""
_RANK = "(?:[省市区县州盟旗]|委)"
_HEADING_TAIL = 6
"""How many characters a cut heading may have lost (a whole second line of its cell)."""
_TAIL = re.compile(rf"[\u4e00-\u9fff]{{1,{_HEADING_TAIL}}}$", re.MULTILINE)


@dataclass(frozen=True)
class Mended:
    """A name put back together; ``certain`` where the file allows one reading only."""

    name: str
    certain: bool


@dataclass(frozen=True)
class KnownNames:
    """What a plan, and then the file that it stands in, say of names.

    ``near`` is the text of the plan, ``far`` that of the file; ``directory`` holds the
    names of a printed directory.
    """

    near: str
    far: str
    directory: tuple[str, ...] = ()

    @cached_property
    def _texts(self) -> tuple[str, str]:
        return compact_lines(self.near), compact_lines(f"{self.far}\n" + "\n".join(self.directory))

    @cached_property
    def names(self) -> frozenset[str]:
        """The directory's names, and those that the plan prints apart, as they are compared.

        Of the plan's own only departments that any government may have: 区教育局, and 教育局
        where it opens a line and the plan never prints it with a rank.
        """
        printed = frozenset(compact(fold(name)) for name in self.directory)
        ranked = (name for name in self._apart if is_of_known_work(name))
        return printed | {name for name in ranked if _is_whole(name)} | self._bare

    @cached_property
    def _bare(self) -> frozenset[str]:
        """Departments that the plan prints without a rank, at the head of a line, and only so."""
        text = compact_lines(self.near)
        heads = re.findall(r"^(?:[^\n:]{0,8}:)?([^、,;:\n()（）]{2,20})", text, re.MULTILINE)
        bare = {name for name in heads if work_of(name) is not None}
        return frozenset(name for name in bare if not re.search(_RANK + re.escape(name), text))

    def near_miss(self, name: str) -> str | None:
        """A name as frequent in the plan or more, which is ``name`` but for a lost character."""
        if name not in self._near_misses:
            self._near_misses[name] = self._find_near_miss(compact(fold(name)))
        return self._near_misses[name]

    @cached_property
    def _near_misses(self) -> dict[str, str | None]:
        """What was found for each name: a table asks for the same ones row by row."""
        return {}

    def _find_near_miss(self, folded: str) -> str | None:
        times = self._apart[folded] if _is_whole(folded) else 0
        others = [
            other
            for other in self._by_ends.get((folded[:1], folded[-1:]), ())
            if self._apart[other] >= times and other != folded and _is_whole(other)
        ]
        return near_miss(folded, others)

    @cached_property
    def _apart(self) -> Counter[str]:
        """How often the plan has each of the words between its separators."""
        return Counter(_BETWEEN_NAMES.split(compact_lines(self.near)))

    @cached_property
    def _by_ends(self) -> dict[tuple[str, str], list[str]]:
        """The words between the plan's separators by their first and last character."""
        words: dict[tuple[str, str], list[str]] = {}
        for word in self._apart:
            words.setdefault((word[:1], word[-1:]), []).append(word)
        return words

    def mend(self, name: str) -> Mended:
        """``name`` whole: as it is, or with the character that the file knows it by."""
        folded = compact(fold(name))
        if _is_whole(folded):
            body = _BODY.fullmatch(folded)
            return Mended(f"{name}办", certain=False) if body else Mended(name, certain=True)
        for text in self._texts:
            endings = _endings(folded, text)
            if len(endings) == 1:
                return Mended(name + endings[0], certain=True)
            if endings:
                return Mended(name + endings[0], certain=False)
        return Mended(name + _lost_of_an_ending(folded), certain=False)

    def mend_joined(self, head: str, tail: str) -> Mended:
        """A name that two lines of a cell make, each of them cut; always to be looked at."""
        whole = head + _lost_of_an_ending(compact(fold(head)))
        whole += tail + _lost_of_an_ending(compact(fold(tail)))
        return Mended(whole, certain=any(compact(fold(whole)) in text for text in self._texts))

    def headings(self, cut: str) -> tuple[str, ...]:
        """What lines of the plan, else of the file, make of a cut heading, in their order."""
        folded = compact(fold(cut))
        for text in self._texts:
            if tails := _tails(folded, text):
                return tuple(cut + tail for tail in tails)
        return ()


def _is_whole(name: str) -> bool:
    return department_fitness(name) >= _WHOLE


NOTHING_KNOWN: Final = KnownNames("", "")


def compact_lines(text: str) -> str:
    """The lines of ``text`` folded, each without white space."""
    return "\n".join(compact(fold(line)) for line in text.splitlines())


def _ends_of(words: str, text: str) -> Iterator[int]:
    """The places in ``text`` at which ``words`` end."""
    start = text.find(words)
    while start >= 0:
        yield start + len(words)
        start = text.find(words, start + 1)


def _is_han(character: str) -> bool:
    return "\u4e00" <= character <= "\u9fff"


def _endings(cut: str, text: str) -> list[str]:
    """The characters that make a department of ``cut`` in ``text``, commonest first.

    Names that stand apart are asked first: inside a sentence, or inside a longer name,
    the next character may be anything.
    """
    after = [text[end : end + 2] for end in _ends_of(cut, text)]
    alone = [two for two in after if not _is_han(two[1:])]
    for followed in (alone, after):
        following = Counter(two[0] for two in followed if _is_han(two[:1]))
        whole = [
            (count, character)
            for character, count in following.items()
            if _is_whole(cut + character)
        ]
        if whole:
            return [character for _, character in sorted(whole, reverse=True)]
    return []


_ENDINGS = (
    *("集团", "街道", "街道办", "党校", "分局", "支队", "总队", "检察院", "法院", "研究院"),
    *("委员会", "管委会", "办公室", "领导小组", "联席会议", "成员单位", "指挥部", "管理局"),
    *("纪念馆", "图书馆", "文化馆", "博物馆", "档案馆", "协会", "联合会", "服务中心"),
)


def _lost_of_an_ending(cut: str) -> str:
    """The last character of the organ's ending that ``cut`` breaks off in, as a guess."""
    return next((word[-1] for word in _ENDINGS if cut.endswith(word[:-1])), "")


def _tails(cut: str, text: str) -> list[str]:
    """What follows ``cut`` to the end of its line, where that is little, each once."""
    found = (_TAIL.match(text, end) for end in _ends_of(cut, text))
    return list(dict.fromkeys(match[0] for match in found if match))


def known_names(near: Iterable[str], far: Iterable[str], directory: Iterable[str]) -> KnownNames:
    """The names known to a plan whose blocks are ``near``, in a file of blocks ``far``."""
    return KnownNames("\n".join(near), "\n".join(far), tuple(directory))
