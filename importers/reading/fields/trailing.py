"""Departments at the end of a line of prose, where a table's row was kept as a line."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from importers.reading.fields.glued import SURE, cut_run
from importers.reading.fields.names import pieces_of, without_layout
from importers.reading.fields.organs import is_bare_tail, name_score, opens_like_a_name
from importers.reading.fields.parts import ETC, parts_of
from importers.reading.fields.ranks import with_ranks
from importers.reading.script import simplify

_SENTENCE_END: Final = re.compile(r"[。;!?][”\"')）]?")
_SPACED: Final = re.compile(r"[ \t]+")
_SHORTEST_PROSE = 8
_LONGEST_TAIL = 120
_SURE_ALONE = 0.95


@lru_cache(maxsize=1 << 13)
def trailing_departments(text: str) -> tuple[str, tuple[str, ...]]:
    """The prose of a line and the departments printed after it: (``prose``, ``names``).

    Departments follow the last full stop (…能级。区科委 区府办) or, where there is none
    before them, white space (…体验 区教育局). All of the tail must be names; else, and
    where there is no prose before them, nothing is taken: (``text``, ()).
    """
    simple = simplify(text)
    for place in _places(simple):
        prose, tail = text[:place].rstrip(), text[place:]
        if len(prose) < _SHORTEST_PROSE or len(tail) > _LONGEST_TAIL:
            continue
        names = _names(tail)
        if names:
            return prose, names
    return text, ()


def _places(simple: str) -> list[int]:
    """Where the tail may begin: after the last sentence, else at a space, longest first."""
    ends = [match.end() for match in _SENTENCE_END.finditer(simple)]
    floor = ends[-1] if ends else 0
    spaces = [m.end() for m in _SPACED.finditer(simple) if m.end() > floor]
    return ([floor] if floor else []) + spaces


def _names(tail: str) -> tuple[str, ...]:
    """The names that ``tail`` consists of, or none where anything else is in it."""
    etc = ETC.search(simplify(tail))
    names = _pieces(tail[: etc.start()] if etc else tail)
    scores = [name_score(simplify(name)) for name in names]
    if not names or min(scores) < SURE:
        return ()
    if not opens_like_a_name(simplify(names[0])) and scores[0] < _SURE_ALONE:
        return ()
    ranked = with_ranks(names)
    whole = ranked.names if not ranked.doubts else tuple(names)
    return (*whole[:-1], whole[-1] + tail[etc.start() :].strip()) if etc else whole


def _pieces(tail: str) -> list[str]:
    """The stretches of ``tail`` that may be names each, the end of one put to its beginning."""
    names: list[str] = []
    for piece in pieces_of(without_layout(tail)):
        if piece.soft and names and is_bare_tail(simplify(piece.text)):
            names[-1] += piece.text
            continue
        for part in parts_of(piece.text, name_score):
            names.extend(cut_run(part).names)
    return names
