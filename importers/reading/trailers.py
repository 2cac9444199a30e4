"""Where the trailers of a paragraph stand: brackets that say who is responsible.

Read in any pair of brackets, also where the dump lost one of the two or both, and on a
line of their own without any.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from importers.reading.actors import opens_with_verb
from importers.reading.fields.organs import ends_like_an_organ
from importers.reading.fields.schedule_fitness import schedule_fitness
from importers.reading.parties import Parties
from importers.reading.party_asides import without_asides
from importers.reading.party_labels import labelled
from importers.reading.party_lists import are_surely_bodies, is_due, listed
from importers.reading.party_verbs import spoken
from importers.reading.script import simplify
from importers.reading.trailer_labels import labels_of

_OPENING, _CLOSING = "(（【〔[［〖", ")）】〕]］〗"
_ANY_BRACKET = re.compile(f"[{re.escape(_OPENING + _CLOSING)}]")
_ENDS_TASK = re.compile(
    r"\s*(?:[。,，.、]?\s*(?:$|[(（【〔\[［]|[(（]?[\d一二三四五六七八九十]{1,3}[)）、.是])|[;；:：])"
)
_UNCLOSED = re.compile(
    r"[(（【〔\[［]([^()（）【】〔〕]*(?:[(（][^()（）]*[)）][^()（）【】〔〕]*)*)$"
)
_UNOPENED = re.compile(r"(?:^|(?<=[。;；]))([^。;；()（）]{2,10}[:：][^。]*)[)）】〕\]］]$")
_UNBRACKETED = re.compile(r"(?<=[。;；！!])\s*(?=[^。;；,，:：]{2,12}[:：])")
_LAST_SENTENCE = re.compile(r"(?:^|(?<=[。;；！!]))\s*([^。;；]{4,80})。?$")
_ABOVE = re.compile(r"^(?:以上|上述|本项|该项|此项)(?:各项)?(?:工作|任务|事项)*(?:均|都)?由")
_DASHED = re.compile(r"(?<=[。;；！!])\s*[—–-]{1,4}\s*([^。;；—–]+)。?$")
_LONGEST_LINE = 300
_LONGEST_PARAGRAPH = 4000

_BETWEEN = re.compile(r"[\s,，;；、。]*")
_LIKE_A_DEADLINE = 0.5

_SENTENCE_ENDS = ("。", "；", ";", "！", "!")

UNMARKED = "责任单位取自句末，没有标签或括号，请核对。"
HALF = "责任单位的括号缺了一半，请核对。"
MAY_BE_ANOTHER_NAME = "括号前没有句号，括号里是责任单位还是别名，请核对。"


@dataclass(frozen=True, slots=True)
class Trailer:
    """A trailer at ``[start, end)`` of its paragraph; ``bare`` ones are a line by themselves.

    ``words`` are its words, where it says its roles in labels.
    """

    start: int
    end: int
    parties: Parties
    bare: bool = False
    words: str = ""
    in_brackets: bool = True


@lru_cache(maxsize=1 << 12)
def trailers_in(text: str) -> tuple[Trailer, ...]:
    """The trailers in a paragraph, in order; a labelled line without brackets is one as well.

    A bracket with nothing but a deadline is one where it stands beside another.
    """
    found = _bracketed(text)
    if not found:
        other = _half_bracketed(text) or _bare(text) or _unbracketed(text)
        found = [other] if other else []
    return tuple(found)


def bare_trailer(text: str) -> Trailer | None:
    """The trailer that a paragraph is from end to end, without brackets; None if it is none.

    As ``trailers_in`` has it, without a look for trailers at the end of a task's words.
    """
    bare = _bare(text)
    return bare if bare and not _bracketed(text) and not _half_bracketed(text) else None


def together(trailers: Sequence[Trailer]) -> Parties:
    """What trailers in a row say: their labels rank one another as if they stood in one."""
    issues = tuple(issue for trailer in trailers for issue in trailer.parties.issues)
    if len(trailers) > 1 and all(trailer.words for trailer in trailers):
        parties = labelled("；".join(trailer.words for trailer in trailers))
        if parties is not None:
            return replace(parties, issues=tuple(dict.fromkeys((*issues, *parties.issues))))
    parties = trailers[0].parties
    for trailer in trailers[1:]:
        parties = parties.joined(trailer.parties)
    return parties


def _bracketed(text: str) -> list[Trailer]:
    """Trailers between brackets; one without label only where the task's words end."""
    found = [_of_bracket(text, start, end) for start, end in _bracket_spans(text)]
    times = [trailer for trailer in found if trailer and not trailer.parties.names_somebody]
    named = [trailer for trailer in found if trailer and trailer not in times]
    kept = [t for t in times if t.words or any(_beside(text, t, other) for other in named)]
    return sorted([*named, *kept], key=lambda trailer: trailer.start)


def _beside(text: str, one: Trailer, other: Trailer) -> bool:
    """Does nothing but punctuation stand between the two?"""
    start, end = sorted((one, other), key=lambda trailer: trailer.start)
    return _BETWEEN.fullmatch(text, start.end, end.start) is not None


def _of_bracket(text: str, start: int, end: int) -> Trailer | None:
    content, issues, doubt = without_asides(text[start + 1 : end - 1])
    parties = labelled(content)
    words = content if parties else ""
    after_sentence = text[:start].rstrip().endswith(_SENTENCE_ENDS)
    if parties is None and (after_sentence or _ENDS_TASK.match(text, end)):
        is_time = is_due(content)
        parties = Parties(due=content.strip()) if is_time else spoken(content, in_brackets=True)
        parties = parties or _listed(text, start, content)
    if parties is None:
        return None
    parties = replace(parties, issues=(*parties.issues, *issues))
    return Trailer(start, end, parties.doubted(doubt) if doubt else parties, words=words)


def _listed(text: str, start: int, content: str) -> Parties | None:
    """A list without role: after a full stop, or where all of it is surely bodies."""
    before = text[:start].rstrip(" )）】")
    parties = listed(content)
    if parties is None or not before or before[-1] in "。.(（":
        return parties
    if not are_surely_bodies(parties) or _ends_in_a_body(before):
        return None
    issues = (*parties.issues, MAY_BE_ANOTHER_NAME)
    return replace(parties, lead_certain=False, issues=issues)


def _ends_in_a_body(words: str) -> bool:
    """Do ``words`` end in a body, so that brackets after them hold its other name?"""
    last = re.split("[、,，;；。.)]", simplify(words))[-1]
    return ends_like_an_organ(last) and not opens_with_verb(last)


def _bracket_spans(text: str) -> Iterator[tuple[int, int]]:
    """Outermost pairs of brackets, of whatever shapes."""
    depth = start = 0
    for bracket in _ANY_BRACKET.finditer(text):
        if bracket[0] in _OPENING:
            start = start if depth else bracket.start()
            depth += 1
        elif depth:
            depth -= 1
            if not depth:
                yield start, bracket.end()


def _half_bracketed(text: str) -> Trailer | None:
    """A labelled trailer at the paragraph's end that lost one of its brackets."""
    open_here = sum(map(text.count, _OPENING)) - sum(map(text.count, _CLOSING))
    if open_here == 0 or len(text) > _LONGEST_PARAGRAPH:
        return None
    match = (_UNCLOSED if open_here > 0 else _UNOPENED).search(text)
    parties = labelled(match[1]) if match else None
    if match is None or parties is None or not parties.names_somebody:
        return None
    return Trailer(match.start(), len(text), parties.doubted(HALF), words=match[1])


@lru_cache(maxsize=1 << 12)
def _bare(text: str) -> Trailer | None:
    """A paragraph that is nothing but labels: 牵头单位:甲  配合单位:乙、丙.

    A label 配合单位 or 完成时限 alone goes with the lines beside it. 进度安排:… may be
    a chapter's heading, and is a label only before what looks like a deadline.
    """
    parties = labelled(text) if len(text) < _LONGEST_LINE and _is_one_run(text) else None
    if parties is None:
        return None
    if parties.due and not parties.names_somebody and not _is_deadline(text, parties.due):
        return None
    return Trailer(0, len(text), parties, bare=True, words=text, in_brackets=False)


def _is_deadline(text: str, due: str) -> bool:
    plain = any(part.is_plainly_a_deadline for part in labels_of(text))
    return plain or schedule_fitness(due) >= _LIKE_A_DEADLINE


def _unbracketed(text: str) -> Trailer | None:
    """Labels after a full stop of a paragraph, if nothing but departments and times follow.

    After a dash at the end, verbs too: ——甲牵头,乙配合。
    """
    for match in _UNBRACKETED.finditer(text):
        words = text[match.end() :]
        parties = labelled(words) if len(words) < _LONGEST_LINE and _is_one_run(words) else None
        if parties is not None and are_surely_bodies(parties):
            return Trailer(match.start(), len(text), parties, words=words, in_brackets=False)
    return _spoken_at_end(text)


def _spoken_at_end(text: str) -> Trailer | None:
    """Words after a dash, or a last sentence (doubtful), that are nothing but 甲牵头,乙配合."""
    dashed = _DASHED.search(text)
    match = dashed or _LAST_SENTENCE.search(text)
    parties = spoken(_ABOVE.sub("", match[1])) if match else None
    if match is None or parties is None or not parties.ranked or not are_surely_bodies(parties):
        return None
    parties = parties if dashed else parties.doubted(UNMARKED)
    return Trailer(match.start(), len(text), parties)


def _is_one_run(words: str) -> bool:
    """Are ``words`` labels with their values, and no sentence within one or behind them?"""
    return not any("。" in part.value.rstrip("。") for part in labels_of(words))
