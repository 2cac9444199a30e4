"""What joins names inside a piece of a list, and what ends it: 和, 以及, 等部门."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final

from importers.reading.fields.glued import SURE
from importers.reading.fields.shared_committees import joints_within
from importers.reading.script import simplify

_LONGEST_PIECE = 200
AND: Final = re.compile(r"以及|[和及与]")
"""Between two names; inside one too (发展和改革委)."""
ETC: Final = re.compile(
    r"等(?:(?:\d{1,2}|[一二三四五六七八九十几多]{1,3})(?:个|家))?"
    r"(?:(?:相关|有关|各|其他|责任|成员|职能|主管|[省市区县旗州]?(?:直|级|属)){0,4}(?:部门|单位))?$"
)
"""And others: 等, 等部门, 等3个市直有关部门."""


def parts_of(piece: str, score: Callable[[str], float]) -> list[str]:
    """``piece`` cut at 和, 及 or 与 where there is a whole name on both sides."""
    simple = simplify(piece)
    within = joints_within(simple)
    joints = [m for m in AND.finditer(simple) if m.start() not in within]
    joints = joints if len(simple) <= _LONGEST_PIECE else []
    ends = [joint.start() for joint in joints[1:]] + [len(simple)] * bool(joints)
    bounds = [0]
    for joint, end in zip(joints, ends, strict=True):
        left, right = simple[bounds[-1] : joint.start()], simple[joint.end() :]
        if "(" in left and ")" not in left:
            continue
        if score(left) < SURE:
            continue
        if score(right) >= SURE or score(simple[joint.end() : end]) >= SURE:
            bounds += [joint.start(), joint.end()]
    bounds.append(len(simple))
    return [piece[a:b] for a, b in zip(bounds[::2], bounds[1::2], strict=True)]
