"""The sections of a narrative, each cut into the pieces that its trailers close."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from importers.reading.body_headings import (
    FROM_BODY,
    body_heading,
    divides_work,
    duties_in,
    duty_of,
    is_no_duty,
)
from importers.reading.numbering import leading_number
from importers.reading.outline import Line
from importers.reading.paper_ends import before_close
from importers.reading.parties import Parties
from importers.reading.party_lists import listed
from importers.reading.script import compact, simplify
from importers.reading.section import Piece, Section
from importers.reading.section_outline import outline_of
from importers.reading.shared_due import share_due
from importers.reading.trailers import Trailer, trailers_in

LONGEST_HEADING = 40
_LONGEST_LINE = 300
_HEADED = re.compile(r"\s*[:：]\s*\S")
_CLOSES_FIRST = re.compile(r"[^(（【]{1,80}[)）】]")


def sections_of(paragraphs: Sequence[Line]) -> list[Section]:
    """The sections of a narrative in printed order, the unnumbered front first."""
    sections = outline_of(paragraphs)
    for section in sections:
        section.pieces = list(_of_roster(section) if section.is_roster else _pieces(section))
        _give_to_parts(section)
    for section in sections:
        _give_to_bodies(section)
        share_due(section)
    return sections


def _pieces(section: Section) -> Iterator[Piece]:
    """The section's lines cut where its trailers stand; trailers in a row are one."""
    held: list[Line] = []
    last: Piece | None = None
    for line in map(_with_trailer_last, _unwrapped(section.lines)):
        start = 0
        for trailer in trailers_in(line.text):
            held += _words(line, start, trailer.start)
            start = trailer.end
            if not held and last is not None and last.takes(trailer):
                last.trailers.append(trailer)
                last.end = line.location
            elif held and (last is None or not trailer.bare or not _is_left_over(section, held)):
                yield from [last] if last else []
                last = Piece(_of_item(section, held), [trailer], line.location)
                held = []
            else:
                held += _words(line, trailer.start, trailer.end)
        held += _words(line, start, len(line.text))
    if last is not None:
        last.after = _left_over(section, held)
        yield last
    if held := list(before_close(held)) or held:
        yield Piece(held, [], held[-1].location)


def _of_roster(section: Section) -> Iterator[Piece]:
    """A piece for each line under a body's name, with the labels of time under it."""
    last: Piece | None = None
    for line in before_close(section.lines[1:]):
        trailers = trailers_in(line.text)
        if last is not None and len(trailers) == 1 and trailers[0].bare:
            last.trailers.append(trailers[0])
            last.end = line.location
            continue
        if last is not None:
            yield last
        last = Piece([line], [], line.location)
    if last is not None:
        yield last


def _with_trailer_last(line: Line) -> Line:
    """完善政策（责任单位：甲）：开展调研。 with its trailer at the end, where they stand."""
    trailers = trailers_in(line.text)
    if len(trailers) != 1 or trailers[0].start == 0:
        return line
    start, end = trailers[0].start, trailers[0].end
    if not _HEADED.match(line.text, end):
        return line
    return replace(line, text=line.text[:start] + line.text[end:] + line.text[start:end])


def _is_left_over(section: Section, held: Sequence[Line]) -> bool:
    """Are ``held`` lines no words of an item but labels that went with nothing?"""
    return section.number is not None and any(trailers_in(line.text) for line in held)


def _left_over(section: Section, held: Sequence[Line]) -> str:
    """The first words after the last trailer; outside numbers only those of a sentence."""
    lines = before_close(held)
    numbered = section.number is not None
    return next((line.text for line in lines if numbered or "。" in line.text), "")


def _unwrapped(lines: Sequence[Line]) -> list[Line]:
    """The lines, a list of names that goes on in the next line put together."""
    joined: list[Line] = []
    for line in lines:
        above = joined[-1] if joined else None
        if above is not None and _list_goes_on(above.text, line.text):
            place = above.location.through(line.location)
            joined[-1] = Line(above.text + line.text, place)
        else:
            joined.append(line)
    return joined


def _list_goes_on(above: str, below: str) -> bool:
    """Does ``above`` end inside a trailer that ``below``, which is names, goes on with?"""
    if leading_number(below)[0] is not None or len(above) > _LONGEST_LINE:
        return False
    is_open = above.endswith(("、", "，", ",", "；", ";"))
    if is_open and listed(below.rstrip("。、，,；;")) and trailers_in(above):
        return True
    folded = simplify(above)
    lost = folded.count("(") + folded.count("【") > folded.count(")") + folded.count("】")
    return lost and bool(_CLOSES_FIRST.match(below)) and bool(trailers_in(above))


def _give_to_parts(section: Section) -> None:
    """A trailer on a heading with numbered parts is theirs, and closes no task of its own."""
    heading = _closed_heading(section)
    if heading is None:
        return
    section.over_parts = heading.parties
    section.pieces.remove(heading)


def _give_to_bodies(section: Section) -> None:
    """What stands under a body's name, or after it and a colon, is that body's."""
    if section.number is None or section.over_parts or section.is_closed:
        return
    divided = section.parent is not None and _divides_work(section.parent)
    has_more = section.children or len(section.lines) > 1
    heading = body_heading(section.lines[0].text) if has_more or divided else None
    if heading and (heading.tasks or divided or _all_are_bodies(section)):
        _give_to_body(section, heading.parties)
    elif divided and (duty := duty_of(section.lines[0].text)):
        parties, words = duty
        section.pieces = [
            _piece_of(parties, [replace(section.lines[0], text=words), *section.lines[1:]])
        ]
    elif _divides_work(section):
        duties = duties_in(section.lines[1:])
        section.pieces = [_piece_of(*duty) for duty in duties] or section.pieces


def _give_to_body(section: Section, parties: Parties) -> None:
    if section.children:
        section.over_parts = parties
    elif len(section.lines) > 1 and not is_no_duty(section.lines[1].text):
        section.pieces = [_piece_of(parties.doubted(FROM_BODY), section.lines[1:])]


def _divides_work(section: Section) -> bool:
    return bool(section.number and section.lines and divides_work(section.lines[0].text))


def _all_are_bodies(section: Section) -> bool:
    """Are the section and its sisters, at least two, names of bodies over numbered parts?"""
    sisters = section.parent.children if section.parent else []
    return len(sisters) > 1 and all(
        sister.children and body_heading(sister.lines[0].text) for sister in sisters
    )


def _piece_of(parties: Parties, lines: list[Line]) -> Piece:
    return Piece(lines, [Trailer(0, 0, parties)], lines[-1].location)


def _closed_heading(section: Section) -> Piece | None:
    """The section's heading with its trailer, where numbered parts follow it."""
    if section.number is None or not section.children or not section.pieces:
        return None
    piece = section.pieces[0]
    words = compact(piece.lines[0].text).rstrip("。")
    is_heading = len(piece.lines) == 1 and len(words) <= LONGEST_HEADING
    return piece if piece.is_closed and is_heading and not re.search("[。;；]", words) else None


def _words(line: Line, start: int, end: int) -> list[Line]:
    """The words of ``line`` between two places, if they are more than punctuation."""
    words = line.text[start:end].strip()
    return [replace(line, text=words.lstrip("。;；,，、"))] if words.strip(" 。;；,，、.") else []


def _of_item(section: Section, lines: list[Line]) -> list[Line]:
    """Of what stands before a trailer, the item's lines: outside numbers the last only."""
    return lines if section.number is not None else lines[-1:]
