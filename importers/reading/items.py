"""The items of a narrative: which of its sections are tasks, and whose they are."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from importers.reading.document import Location
from importers.reading.item_words import item_words
from importers.reading.numbering import Numbering, leading_number
from importers.reading.outline import Line
from importers.reading.paper_ends import before_close
from importers.reading.parties import Parties
from importers.reading.party_lists import listed
from importers.reading.script import compact, simplify
from importers.reading.section import Piece, Section
from importers.reading.sections import LONGEST_HEADING, sections_of
from importers.reading.trailers import trailers_in

FROM_HEADING = "本项没有单独写责任单位，取自上级标题的责任单位，请核对。"
OVER_TOO = "上级标题另写有责任单位，请核对。"
LEAD_FROM_HEADING = "牵头单位取自上级标题，本项的责任单位列为配合单位，请核对。"
_BULLETS = "•●○◎■□◆◇▪►▶※"
_GENERAL = re.compile(
    r"(?:指导思想|总体要求|总体思路|基本原则|基本情况|工作目标|总体目标|主要目标|目标任务|发展目标|保障措施|组织领导|工作要求|组织保障"
    r"|进度安排|实施步骤|工作步骤|时间安排|现状|背景|形势|适用范围|附则)"
)


@dataclass(frozen=True, slots=True)
class Item:
    """A stretch of narrative that is one task. ``owned``: its trailer is its very own.

    ``after`` are words behind the trailer that belong to no item; ``due_lent`` tells that
    its deadline stands under another item.
    """

    text: str
    path: tuple[str, ...]
    no: str | None
    parties: Parties
    owned: bool
    location: Location
    raw: str
    issues: tuple[str, ...] = ()
    labelled: bool = False
    after: str = ""
    due_lent: bool = False


@dataclass(frozen=True, slots=True)
class Items:
    """The items of a narrative, and its numbered paragraphs that are none."""

    items: tuple[Item, ...] = ()
    unlisted: tuple[Line, ...] = ()


def items_of(paragraphs: Sequence[Line]) -> Items:
    """The items of a narrative, in printed order; none where it has no trailer."""
    sections = sections_of(paragraphs)
    if not any(section.has_closed_parts for section in sections):
        return Items()
    styles = _item_styles(sections)
    made = [(section, list(_items(section, styles))) for section in sections]
    items = sorted((i for _, own in made for i in own), key=lambda item: item.location.start)
    covered = {line for item in items for line in range(item.location.start, item.location.end + 1)}
    unlisted = [s.lines[0] for s, own in made if not own and _is_unlisted(s, covered)]
    return Items(tuple(items), tuple(unlisted))


def _is_unlisted(section: Section, covered: set[int]) -> bool:
    """Is a numbered paragraph, beside others with trailers, part of no item?"""
    if section.parent is None or section.children or _is_general(section):
        return False
    if section.lines[0].location.start in covered:
        return False
    beside = [part for part in section.parent.children if part.style == section.style]
    return section.parent.is_closed or any(part.has_closed_parts for part in beside)


def _item_styles(sections: Sequence[Section]) -> Counter[str]:
    """How often a section of each numbering style has a trailer that is plainly its own."""
    tails = [section.children[-1] for section in sections if _has_tail_trailer(section)]
    return Counter(s.style for s in sections if s.is_closed and all(s is not t for t in tails))


def _has_tail_trailer(section: Section) -> bool:
    """Do several numbered parts end in one trailer, after the last of them?"""
    parts = section.children
    leaves = all(not part.children for part in parts)
    return (
        len(parts) > 1
        and leaves
        and parts[-1].is_closed
        and not any(part.is_closed for part in parts[:-1])
    )


def _items(section: Section, styles: Counter[str]) -> Iterator[Item]:
    """The items that ``section`` itself makes."""
    if section.is_roster and section.over_parts:
        for piece in section.pieces:
            parties = section.over_parts.joined(piece.parties or Parties())
            yield _item(section, piece, parties, owned=False, issues=(FROM_HEADING,))
        return
    if _has_tail_trailer(section) and _is_one_item(section, styles):
        yield _merged(section)
        return
    parent = section.parent
    if parent is not None and _has_tail_trailer(parent) and _is_one_item(parent, styles):
        return
    closed = [piece for piece in section.pieces if piece.is_closed]
    for piece in closed:
        yield _closed(section, piece, alone=len(closed) == 1)
    if not closed and (item := _unclosed(section)) is not None:
        yield item


def _is_one_item(section: Section, styles: Counter[str]) -> bool:
    """Are the numbered parts only the paragraphs of one item, as its sisters show?"""
    return styles[section.style] > 0 and not styles[section.children[-1].style]


def _merged(section: Section) -> Item:
    """The item whose numbered parts share the trailer after the last of them."""
    last = section.children[-1].pieces[0]
    lines = [*section.lines]
    for part in section.children[:-1]:
        lines += part.lines
    piece = Piece([*lines, *last.lines], last.trailers, last.end, last.after)
    return _closed(section, piece, alone=True)


def _closed(section: Section, piece: Piece, *, alone: bool) -> Item:
    """The item of a piece with its trailer."""
    parties = piece.parties or Parties()
    issues: tuple[str, ...] = ()
    if piece.after:
        issues = (f"“{piece.after[:12]}…”写在责任单位之后，没有列入任何一项，请核对。",)
        if _may_name_more(piece.after):
            parties = replace(parties, lead_certain=False, coop_certain=False)
    over = section.inherited
    owned = over is None or (parties.ranked and parties.lead == over.lead)
    if over is not None and not owned:
        parties, doubt = _under(over, parties)
        issues = (*issues, doubt)
    return _item(section, piece, parties, owned=owned, alone=alone, issues=issues)


def _under(over: Parties, own: Parties) -> tuple[Parties, str]:
    """An item's own parties below those of its heading: who leads there leads here.

    Bodies 责任单位 of the item take part beside a body 牵头 of the heading.
    """
    if own.lead and not (over.ranked and not own.ranked):
        return own, OVER_TOO
    beside = (*own.lead, *own.coop, *over.coop)
    coop = tuple(name for name in dict.fromkeys(beside) if name not in over.lead)
    lists = (*over.lists, *own.lists)
    return replace(own, lead=over.lead, coop=coop, lists=lists, ranked=True), LEAD_FROM_HEADING


def _may_name_more(words: str) -> bool:
    """May ``words`` after a trailer be more of those who are responsible?"""
    plain = words.strip("()（）。、，,；; ")
    return bool(trailers_in(words) or trailers_in(f"({plain})") or listed(plain))


def _unclosed(section: Section) -> Item | None:
    """A part without trailer among sisters that have one; None where it is no item."""
    if section.parent is None or section.children:
        return None
    lines = list(before_close(section.lines)) or section.lines
    timed = next((piece for piece in section.pieces if piece.trailers), None)
    piece = timed or Piece(lines, [], lines[-1].location)
    times = piece.parties or Parties()
    is_general = _is_general(section)
    if is_general and section.parent.number is None:
        return None
    if (over := section.inherited) is not None:
        return _item(section, piece, over.joined(times), owned=False, issues=(FROM_HEADING,))
    if is_general:
        return None
    sisters = [sister for sister in section.parent.children if not sister.children]
    after = sisters[next(i for i, s in enumerate(sisters) if s is section) + 1 :]
    following = next((sister for sister in after if sister.is_closed), None)
    if following is not None and _has_tail_trailer(section.parent):
        parties = following.pieces[0].parties or Parties()
        parties = replace(parties, due=times.due or parties.due)
        return _item(section, piece, parties, owned=False, issues=(_borrowed_from(following),))
    if sum(sister.is_closed for sister in sisters) * 2 < len(sisters):
        return None
    return _item(section, piece, times, owned=False, issues=("本项没有写责任单位，请核对。",))


def _borrowed_from(sister: Section) -> str:
    prefix = sister.number.prefix if sister.number else ""
    return f"本项没有单独写责任单位，取自其后“{prefix}”项末尾的责任单位，请核对。"


def _is_general(section: Section) -> bool:
    """Is the section one of those that set no task: 指导思想, 工作目标 …?"""
    return bool(_GENERAL.search(simplify(section.lines[0].text)[:20]))


def _item(
    section: Section,
    piece: Piece,
    parties: Parties,
    *,
    owned: bool,
    alone: bool = True,
    issues: tuple[str, ...] = (),
) -> Item:
    """An item: a heading with words under it goes to the path, else it is the words."""
    if section.given_due is not None:
        parties = replace(parties, due=section.given_due)
        issues = (*issues, section.due_doubt) if section.due_doubt else issues
    path = _path_over(section)
    lines = [line.text for line in piece.lines]
    heading = _heading_of(section)
    if heading and (lines[0] != section.lines[0].text or len(lines) > 1):
        path = (*path, heading)
        lines = lines[1:] if lines[0] == section.lines[0].text else lines
    elif section.number is not None:
        lines[0] = leading_number(lines[0])[1] if lines[0] else lines[0]
    words = item_words(compact("".join(lines)).lstrip(_BULLETS))
    number = words.number or (section.number if alone else None)
    return Item(
        text=words.text,
        path=(*path, words.heading) if words.heading else path,
        no=_label(number) if number else None,
        parties=parties,
        owned=owned,
        location=piece.lines[0].location.through(piece.end),
        raw="\n".join(line.text for line in piece.lines),
        issues=issues,
        labelled=piece.is_labelled,
        after=piece.after,
        due_lent=bool(section.due_doubt),
    )


def _path_over(section: Section) -> tuple[str, ...]:
    """The headings above a section, outermost first, as printed."""
    headings: list[str] = []
    above = section if section.is_roster else section.parent
    while above is not None and above.number is not None:
        headings.insert(0, _first_sentence(_untrailed(above.lines[0].text)))
        above = above.parent
    if above is not None and above.over_parts is not None and above.lines:
        headings.insert(0, compact(above.lines[0].text))
    return tuple(headings)


def _heading_of(section: Section) -> str | None:
    """The section's first line if it is a heading: short, and no sentence before its end.

    A number alone, as a list has it, is none.
    """
    if section.number is None:
        return None
    line = compact(section.lines[0].text)
    if not compact(leading_number(section.lines[0].text)[1]):
        return None
    is_heading = len(line) <= LONGEST_HEADING and not re.search(r"[。;；:：].|[;；:：,，]$", line)
    return line.rstrip("。") if is_heading and not trailers_in(line) else None


def _untrailed(text: str) -> str:
    """``text`` without the trailers at its end."""
    trailers = trailers_in(text)
    return text[: trailers[0].start].rstrip() if trailers and trailers[0].start else text


def _first_sentence(text: str) -> str:
    """What stands for a heading that its own words run on from."""
    return re.split(r"[。:：;；]", compact(text), maxsplit=1)[0]


def _label(number: Numbering) -> str:
    """The number as a serial: 3、 is 3, (三) stays as printed."""
    return number.prefix.strip().rstrip("、.． ")
