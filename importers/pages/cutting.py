"""Where to cut a text, told by putting it on several lines."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from django.utils.translation import gettext as _

from importers.review import ReviewRefused


def in_lines(text: str, offsets: Sequence[int]) -> str:
    """The text with a line for each part, cut before the characters at ``offsets``."""
    edges = [0, *offsets, len(text)]
    return "\n".join(text[start:end].strip() for start, end in pairwise(edges))


def offsets(text: str, lines: str) -> list[int]:
    """Before which characters of ``text`` the lines cut it; spaces count for nothing.

    Raises ``ReviewRefused`` ``invalid`` where there is one line only, or where the words are
    not those of the text.
    """
    parts = [part for line in lines.splitlines() if (part := "".join(line.split()))]
    if len(parts) < 2:
        raise ReviewRefused("invalid", _("还没有分开。"), _("请在要分开的地方换行，至少分成两行。"))
    places = [place for place, character in enumerate(text) if not character.isspace()]
    if "".join(parts) != "".join(text[place] for place in places):
        raise ReviewRefused(
            "invalid", _("拆行只能换行，不能改字。"), _("请恢复原来的字；要改字，拆完再改。")
        )
    found, count = [], 0
    for part in parts[:-1]:
        count += len(part)
        found.append(places[count])
    return found
