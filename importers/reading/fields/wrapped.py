"""Names that a line break or a space cut in two or three: 县交通运 / 输局."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Final

from importers.reading.fields.glued import SURE, cut_run
from importers.reading.fields.listed import listed_score
from importers.reading.fields.names import Piece
from importers.reading.fields.organs import is_bare_tail, name_score, opens_like_a_name
from importers.reading.fields.ranks import is_of_known_work
from importers.reading.script import simplify

_STANDS_ALONE: Final = re.compile(
    r".?[妇残文侨]联|科协|团委|工会|海关|政协|人大|纪委|.{0,3}办"
    r"|.*(?:财政|教育|公安|统计|审计|民政|税务|水务|林业|水利|气象|司法)局"
)


def joined_pieces(
    pieces: Iterable[Piece],
    known: frozenset[str],
    issues: list[str],
    doubts: list[str],
    *,
    cut: bool,
) -> list[str]:
    """The pieces with the parts of a name that soft separators cut put together.

    What was joined, and is not among the ``known`` names, is told: in ``issues`` where the
    parts are no names and the whole surely is one, else in ``doubts``. ``cut`` says that
    names may lack their last character: less is joined then.
    """
    joined: list[Piece] = []
    for piece in pieces:
        count = _parts_before(joined, piece, known, cut=cut)
        if not count:
            joined.append(piece)
            continue
        parts = [part.text for part in (*joined[-count:], piece)]
        whole = Piece("".join(parts), joined[-count].soft)
        if simplify(whole.text) not in known:
            told = issues if not cut and _is_sure(parts) else doubts
            told.append(f"“{'”与“'.join(parts)}”合并为一个名称")
        joined[-count:] = [whole]
    return [piece.text for piece in joined]


def _is_sure(parts: Sequence[str]) -> bool:
    """Is the whole a department's known name, and what stands before its last part none?"""
    begun, rest = simplify("".join(parts[:-1])), simplify(parts[-1])
    if opens_like_a_name(rest) or listed_score(begun) >= SURE:
        return False
    return is_of_known_work(begun + rest)


def _parts_before(joined: list[Piece], piece: Piece, known: frozenset[str], *, cut: bool) -> int:
    """How many of the last pieces belong to the name that ``piece`` ends: 0, 1 or 2."""
    if not piece.soft or not joined:
        return 0
    if len(joined) > 1 and joined[-1].soft and not cut:
        first, second, last = (simplify(part.text) for part in (*joined[-2:], piece))
        broken = max(listed_score(first), listed_score(first + second)) < SURE
        if broken and _is_rest(second + last) and _is_whole(first + second + last):
            return 2
    return 1 if _goes_on(joined[-1].text, piece.text, known, cut=cut) else 0


def _goes_on(before: str, after: str, known: frozenset[str], *, cut: bool) -> bool:
    """Is ``after`` the rest of the name that ``before`` began?"""
    left, right = simplify(before), simplify(after)
    if left + right in known:
        return True
    if left in known and right in known:
        return False
    if is_bare_tail(right) and right not in known:
        return True
    if not cut and listed_score(left) < SURE:
        if is_of_known_work(left + right) and not opens_like_a_name(right):
            return True
        if _is_rest(right):
            return _is_whole(left + right)
    cut_here = listed_score(left) < 0.5 or name_score(right) < 0.25
    return cut_here and name_score(left + right) >= SURE


def _is_whole(name: str) -> bool:
    return name_score(name) >= SURE and cut_run(name).names == (name,)


def _is_rest(name: str) -> bool:
    """May ``name`` be the second half of a name and nothing by itself (输局)?"""
    return not opens_like_a_name(name) and _STANDS_ALONE.fullmatch(name) is None
