"""The outline of a narrative, and the items that its trailers close."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from importers.reading.document import Location
from importers.reading.numbering import Numbering, leading_number
from importers.reading.outline import Line, outranks
from importers.reading.parties import Parties
from importers.reading.script import compact, simplify
from importers.reading.trailers import trailers_in

_LONGEST_HEADING = 40
_GENERAL = re.compile(
    r"(?:指导思想|总体要求|总体思路|基本原则|基本情况|工作目标|总体目标|主要目标|目标任务|发展目标|保障措施|组织领导|工作要求|组织保障"
    r"|进度安排|实施步骤|工作步骤|时间安排|现状|背景|形势|适用范围|附则)"
)


@dataclass(frozen=True, slots=True)
class Item:
    """A stretch of narrative that is one task. ``owned``: its trailer is its very own."""

    text: str
    path: tuple[str, ...]
    no: str | None
    parties: Parties
    owned: bool
    location: Location
    raw: str
    issues: tuple[str, ...] = ()
    bare: bool = False


@dataclass
class _Piece:
    """Lines up to a trailer, and what the trailer says (None where none closes them)."""

    lines: list[Line]
    parties: Parties | None
    end: Location
    bare: bool = False
    after: str = ""


@dataclass
class _Section:
    """A numbered paragraph with what stands under it up to the next numbered one."""

    number: Numbering | None
    parent: _Section | None
    lines: list[Line] = field(default_factory=list)
    children: list[_Section] = field(default_factory=list)
    pieces: list[_Piece] = field(default_factory=list)

    @property
    def style(self) -> str:
        return self.number.style if self.number else ""

    @property
    def is_closed(self) -> bool:
        """Does a trailer of its own close the section?"""
        return any(piece.parties is not None for piece in self.pieces)


def items_of(paragraphs: Sequence[Line]) -> list[Item]:
    """The items of a narrative, in printed order; empty where it has no trailer."""
    sections = _outline(paragraphs)
    for section in sections:
        section.pieces = list(_pieces(section))
    if not any(section.is_closed for section in sections):
        return []
    styles = _item_styles(sections)
    items = [item for section in sections for item in _items(section, styles)]
    return sorted(items, key=lambda item: item.location.start)


def _outline(paragraphs: Sequence[Line]) -> list[_Section]:
    """The sections in order; a style that is open already goes back to its own level."""
    root = _Section(None, None)
    sections, current = [root], root
    for paragraph in paragraphs:
        number, _ = leading_number(paragraph.text)
        if number is not None:
            current = _open(current, number)
            sections.append(current)
        current.lines.append(paragraph)
    return sections


def _open(current: _Section, number: Numbering) -> _Section:
    """The section that ``number`` begins, under the right parent."""
    parent, level = current, current
    while level.parent is not None:
        if level.style == number.style or outranks(number.style, level.style):
            parent = level.parent
        level = level.parent
    section = _Section(number, parent)
    parent.children.append(section)
    return section


def _pieces(section: _Section) -> Iterator[_Piece]:
    """The section's lines cut where its trailers stand; trailers in a row are one."""
    held: list[Line] = []
    last: _Piece | None = None
    for line in section.lines:
        start = 0
        for trailer in trailers_in(line.text):
            held += _words(line, start, trailer.start)
            start = trailer.end
            if held:
                yield from [last] if last else []
                last = _Piece(_of_item(section, held), trailer.parties, line.location, trailer.bare)
                held = []
            elif last is not None and last.parties is not None:
                last.parties, last.end = last.parties.joined(trailer.parties), line.location
        held += _words(line, start, len(line.text))
    if last is not None:
        last.after = next((line.text for line in held if "。" in line.text), "")
        yield last
    if held:
        yield _Piece(held, None, held[-1].location)


def _words(line: Line, start: int, end: int) -> list[Line]:
    """The words of ``line`` between two places, if they are more than punctuation."""
    words = line.text[start:end].strip()
    return [replace(line, text=words.lstrip("。;；,，、"))] if words.strip(" 。;；,，、.") else []


def _of_item(section: _Section, lines: list[Line]) -> list[Line]:
    """Of what stands before a trailer, the item's lines: outside numbers the last only."""
    return lines if section.number is not None else lines[-1:]


def _item_styles(sections: Sequence[_Section]) -> Counter[str]:
    """How often a section of each numbering style has a trailer that is plainly its own."""
    tails = [section.children[-1] for section in sections if _has_tail_trailer(section)]
    return Counter(s.style for s in sections if s.is_closed and all(s is not t for t in tails))


def _has_tail_trailer(section: _Section) -> bool:
    """Do several numbered parts end in one trailer, after the last of them?"""
    parts = section.children
    leaves = all(not part.children for part in parts)
    return (
        len(parts) > 1
        and leaves
        and parts[-1].is_closed
        and not any(part.is_closed for part in parts[:-1])
    )


def _items(section: _Section, styles: Counter[str]) -> Iterator[Item]:
    """The items that ``section`` itself makes."""
    if _has_tail_trailer(section) and _is_one_item(section, styles):
        yield _merged(section)
        return
    parent = section.parent
    if parent is not None and _has_tail_trailer(parent) and _is_one_item(parent, styles):
        return
    closed = [piece for piece in section.pieces if piece.parties is not None]
    for piece in closed:
        yield _closed(section, piece, alone=len(closed) == 1)
    if not closed and (item := _unclosed(section)) is not None:
        yield item


def _is_one_item(section: _Section, styles: Counter[str]) -> bool:
    """Are the numbered parts only the paragraphs of one item, as its sisters show?"""
    return styles[section.style] > 0 and not styles[section.children[-1].style]


def _merged(section: _Section) -> Item:
    """The item whose numbered parts share the trailer after the last of them."""
    last = section.children[-1].pieces[0]
    lines = [*section.lines]
    for part in section.children[:-1]:
        lines += part.lines
    piece = _Piece([*lines, *last.lines], last.parties, last.end, last.bare)
    return _closed(section, piece, alone=True)


def _closed(section: _Section, piece: _Piece, *, alone: bool) -> Item:
    """The item of a piece with its trailer."""
    assert piece.parties is not None
    issues = (
        (f"“{piece.after[:12]}…”写在责任单位之后，没有列入任何一项，请核对。",)
        if piece.after
        else ()
    )
    return _item(section, piece, piece.parties, owned=True, alone=alone, issues=issues)


def _unclosed(section: _Section) -> Item | None:
    """A part without trailer among sisters that have one; None where it is no item."""
    if section.parent is None or section.children or _is_general(section):
        return None
    sisters = [sister for sister in section.parent.children if not sister.children]
    after = sisters[next(i for i, s in enumerate(sisters) if s is section) + 1 :]
    following = next((sister for sister in after if sister.is_closed), None)
    piece = _Piece(list(section.lines), None, section.lines[-1].location)
    if following is not None and _has_tail_trailer(section.parent):
        parties = following.pieces[0].parties or Parties()
        return _item(section, piece, parties, owned=False, issues=(_borrowed_from(following),))
    if sum(sister.is_closed for sister in sisters) * 2 < len(sisters):
        return None
    return _item(section, piece, Parties(), owned=False, issues=("本项没有写责任单位，请核对。",))


def _borrowed_from(sister: _Section) -> str:
    prefix = sister.number.prefix if sister.number else ""
    return f"本项没有单独写责任单位，取自其后“{prefix}”项末尾的责任单位，请核对。"


def _is_general(section: _Section) -> bool:
    """Is the section one of those that set no task: 指导思想, 工作目标 …?"""
    return bool(_GENERAL.search(simplify(section.lines[0].text)[:20]))


def _item(
    section: _Section,
    piece: _Piece,
    parties: Parties,
    *,
    owned: bool,
    alone: bool = True,
    issues: tuple[str, ...] = (),
) -> Item:
    """An item: a heading with words under it goes to the path, else it is the words."""
    path = _path_over(section)
    lines = [line.text for line in piece.lines]
    heading = _heading_of(section)
    if heading and (lines[0] != section.lines[0].text or len(lines) > 1):
        path = (*path, heading)
        lines = lines[1:] if lines[0] == section.lines[0].text else lines
    elif section.number is not None:
        lines[0] = leading_number(lines[0])[1] if lines[0] else lines[0]
    return Item(
        text="\n".join(lines),
        path=path,
        no=_label(section.number) if alone and section.number else None,
        parties=parties,
        owned=owned,
        location=piece.lines[0].location.through(piece.end),
        raw="\n".join(line.text for line in piece.lines),
        issues=issues,
        bare=piece.bare,
    )


def _path_over(section: _Section) -> tuple[str, ...]:
    """The headings above a section, outermost first, as printed."""
    headings: list[str] = []
    above = section.parent
    while above is not None and above.number is not None:
        headings.insert(0, _first_sentence(above.lines[0].text))
        above = above.parent
    return tuple(headings)


def _heading_of(section: _Section) -> str | None:
    """The section's first line if it is a heading: short, and no sentence before its end."""
    if section.number is None:
        return None
    line = compact(section.lines[0].text)
    is_heading = len(line) <= _LONGEST_HEADING and not re.search(r"[。;；:：].|[;；:：,，]$", line)
    return line.rstrip("。") if is_heading and not trailers_in(line) else None


def _first_sentence(text: str) -> str:
    """What stands for a heading that its own words run on from."""
    return re.split(r"[。:：;；]", compact(text), maxsplit=1)[0]


def _label(number: Numbering) -> str:
    """The number as a serial: 3、 is 3, (三) stays as printed."""
    return number.prefix.strip().rstrip("、.． ")
