"""The parts of an invented paper, and its head, for tests."""

from __future__ import annotations

import datetime as dt

from importers.reading.draft import PlanHead
from importers.reading.heads import find_segments
from tests.reading.build import document

ITEMS = (
    "一、任务\n（一）植树。栽种千株。（责任单位：区绿化局）\n"
    "（二）治水。清淤三里。（责任单位：区水务局）\n"
)
TITLE = "云州市临溪区人民政府关于印发《临溪区绿化方案》的通知\n"
NUMBER = "临府发〔2026〕5号\n"
LETTER = "各镇人民政府：\n现将方案印发给你们。\n"
SIGNED = "云州市临溪区人民政府\n2026年3月9日\n"
OWN = "临溪区绿化方案\n"
WANTED = PlanHead(
    title="临溪区绿化方案",
    doc_number="临府发〔2026〕5号",
    issued_on=dt.date(2026, 3, 9),
    issuer="云州市临溪区人民政府",
)


def head_of(text: str) -> PlanHead:
    """The head of the one paper that ``text`` is."""
    (segment,) = find_segments(document(text))
    return segment.head
