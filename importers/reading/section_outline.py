"""The outline of a narrative: its sections by their numbers and by the bodies over them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from importers.reading.body_headings import body_heading
from importers.reading.numbering import Numbering, leading_number
from importers.reading.outline import Line, outranks
from importers.reading.paper_ends import before_close, is_imprint
from importers.reading.parties import Parties
from importers.reading.section import Section
from importers.reading.trailers import bare_trailer, trailers_in

_INLINE = 20
"""How many lines back a list that began within a line is looked for."""


def outline_of(paragraphs: Sequence[Line]) -> list[Section]:
    """The sections in order; a style that is open already goes back to its own level.

    From an imprint on nothing is read until the numbers go on.
    """
    root = Section(None, None)
    sections, current = [root], root
    ended = False
    on_top = _labels_on_top(paragraphs)
    rosters = _rosters(paragraphs)
    for index, paragraph in enumerate(paragraphs):
        number, _ = leading_number(paragraph.text)
        ended = number is None and (ended or is_imprint(paragraphs, index))
        if ended:
            continue
        if number is not None and not _goes_on_inline(current, number):
            current = _open(current, number)
            sections.append(current)
        elif over := _unnumbered_heading(paragraphs, index) or rosters.get(index):
            current = Section(None, None, over_parts=over)
            current.is_roster = index in rosters
            sections.append(current)
        elif over := on_top.get(index):
            current = Section(None, None, over_parts=over)
            sections.append(current)
            continue
        current.lines.append(paragraph)
    return sections


def _labels_on_top(paragraphs: Sequence[Line]) -> dict[int, Parties]:
    """Lines of labels that stand over numbered paragraphs, not under them, by their index.

    So they do where the first stands before all numbers and none after the last.
    """
    numbered = [leading_number(line.text)[0] is not None for line in paragraphs]
    first = numbered.index(True) if True in numbered else 0
    if not any(_labels_of_bodies(line) for line in paragraphs[:first]):
        return {}
    labels = {
        index: parties
        for index, line in enumerate(paragraphs)
        if not numbered[index] and (parties := _labels_of_bodies(line))
    }
    is_over = all(index + 1 < len(numbered) and numbered[index + 1] for index in labels)
    return labels if is_over else {}


def _rosters(paragraphs: Sequence[Line]) -> dict[int, Parties]:
    """Bodies that stand on lines by themselves over what each has to do, by their index.

    Two at least, in a paper in which nothing else says who is responsible.
    """
    if any(t.parties.names_somebody for line in paragraphs for t in trailers_in(line.text)):
        return {}
    shown = before_close(paragraphs)
    if not any(trailers_in(line.text) for line in shown):
        return {}
    found = {
        index: heading.parties
        for index, line in enumerate(shown[:-1])
        if leading_number(line.text)[0] is None and (heading := body_heading(line.text))
    }
    over = {index: parties for index, parties in found.items() if index + 1 not in found}
    timed = any(trailers_in(line.text) for line in shown[min(over, default=0) :])
    return over if len(over) > 1 and timed else {}


def _labels_of_bodies(line: Line) -> Parties | None:
    """What a line by itself that is nothing but labels says, if it names anybody."""
    trailer = bare_trailer(line.text)
    return trailer.parties if trailer and trailer.parties.names_somebody else None


def _goes_on_inline(current: Section, number: Numbering) -> bool:
    """Is ``number`` the next of a list that began within a line: 措施：1.摸底。 / 2.整改。?"""
    level: Section | None = current
    while level is not None:
        if level.style == number.style:
            return False
        level = level.parent
    before = number.prefix.replace(str(number.values[-1]), str(number.values[-1] - 1), 1)
    near = [line.text for line in current.lines[-_INLINE:] if before in line.text]
    if before == number.prefix or not near:
        return False
    inline = re.compile(rf"(?:^|[。;；:：])\s*{re.escape(before)}")
    return any(map(inline.search, near))


def _unnumbered_heading(paragraphs: Sequence[Line], index: int) -> Parties | None:
    """The bodies of 市教育局（2项） over numbered paragraphs: it begins a part of its own."""
    below = paragraphs[index + 1].text if index + 1 < len(paragraphs) else ""
    heading = body_heading(paragraphs[index].text) if leading_number(below)[0] else None
    return heading.parties if heading and heading.tasks else None


def _open(current: Section, number: Numbering) -> Section:
    """The section that ``number`` begins, under the right parent."""
    parent, level = current, current
    while level.parent is not None:
        if level.style == number.style or outranks(number.style, level.style):
            parent = level.parent
        level = level.parent
    section = Section(number, parent)
    parent.children.append(section)
    return section
