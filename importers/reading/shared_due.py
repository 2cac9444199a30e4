"""One line of deadlines under several items of a heading: 完成时限：6月15日前.

It stands under the last of them and may be for all. One that tells the items apart
(第1项6月10日前，第2项6月20日前) is for each what it says.
"""

from __future__ import annotations

import re

from importers.reading.numbering import han_number
from importers.reading.outline import split_outside_brackets
from importers.reading.party_lists import is_due
from importers.reading.script import simplify
from importers.reading.section import Section
from importers.reading.trailers import Trailer

_NUMBER = r"(?:\d{1,2}|[一二三四五六七八九十]{1,3})"
_OF_ITEMS = re.compile(
    rf"第?\(?(?P<first>{_NUMBER})\)?项?(?:(?P<mark>[、和]|[-—–~～至到]+)第?\(?(?P<last>{_NUMBER})\)?)?项[:：]?\s*"
)

FROM_LAST = "时限写在其后“{prefix}”项之下，可能是各项共同的时限，请核对。"


def share_due(section: Section) -> None:
    """Give the parts of a numbered section the deadline that stands under the last of them."""
    parts = section.children
    leaves = len(parts) > 1 and not any(part.children for part in parts)
    if section.number is None or not leaves or any(map(_has_own_labels, parts[:-1])):
        return
    below = _label_below(parts[-1])
    if below is None or not below.parties.due:
        return
    told_apart = _told_apart(below.parties.due)
    for part in parts:
        number = part.number.values[-1] if part.number else 0
        if told_apart:
            part.given_due = told_apart.get(number, "")
        elif part is not parts[-1]:
            prefix = parts[-1].number.prefix.strip() if parts[-1].number else ""
            part.given_due, part.due_doubt = below.parties.due, FROM_LAST.format(prefix=prefix)


def _has_own_labels(part: Section) -> bool:
    """Has an item before the last a label of its own, or a time in its trailer?"""
    trailers = [trailer for piece in part.pieces for trailer in piece.trailers]
    return any(trailer.bare or trailer.parties.due for trailer in trailers)


def _label_below(part: Section) -> Trailer | None:
    """The line of deadlines under the last item, if it has no other label."""
    trailers = [trailer for piece in part.pieces for trailer in piece.trailers]
    bare = [trailer for trailer in trailers if trailer.bare]
    if len(bare) != 1 or bare[0].parties.names_somebody or bare[0] is not trailers[-1]:
        return None
    return bare[0]


def _told_apart(due: str) -> dict[int, str]:
    """Deadlines by the number of their item; none unless every part says whose it is."""
    found: dict[int, str] = {}
    for part in split_outside_brackets(due, ",，;；。"):
        match = _OF_ITEMS.match(simplify(part))
        phrase = part[match.end() :].strip() if match else ""
        if match is None or not is_due(phrase):
            return {}
        first = _value(match["first"])
        last = _value(match["last"]) if match["last"] else first
        listed = (first, last) if match["mark"] in ("、", "和") else range(first, last + 1)
        found.update(dict.fromkeys(listed, phrase))
    return found


def _value(digits: str) -> int:
    return int(digits) if digits.isdigit() else han_number(digits) or 0
