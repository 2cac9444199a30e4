"""Text with a space between all characters, as it comes out of scans."""

from __future__ import annotations

import pytest

from importers.reading.pipeline import read_document
from importers.reading.sources.spread_text import CLOSED_UP, closed_up
from tests.reading.build import document

PAPER = (
    "2026年护城河整治任务分工\n\n一、压实责任\n1.疏浚护城河三公里，6月底前完成。（责任单位：市水务局）\n"
    "2.修缮河埠三十处。（责任单位：市住建局、市文旅局；完成时限：2026年10月底）"
)


def spread(text: str, space: str = " ") -> str:
    return "\n".join(space.join(line) for line in text.split("\n"))


@pytest.mark.parametrize("space", [" ", "\u3000", "\u00a0"])
def test_a_spread_text_is_read_as_the_close_one_and_it_is_said(space: str) -> None:
    (plan,) = read_document(document(spread(PAPER, space))).plans
    (close,) = read_document(document(PAPER)).plans
    assert [(t.text, t.lead) for t in plan.tables[0].tasks] == [
        (t.text, t.lead) for t in close.tables[0].tasks
    ]
    assert document(spread(PAPER, space)).warnings == (CLOSED_UP,)


def test_gaps_of_two_spaces_stay() -> None:
    lines, _ = closed_up(
        [spread("疏浚护城河三公里并加固两岸的河埠和护坡还有桥梁") + "  " + "市 水 务 局"]
    )
    assert lines == ["疏浚护城河三公里并加固两岸的河埠和护坡还有桥梁  市水务局"]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(PAPER, id="close"),
        pytest.param("陈 丰\n李 明\n合 计", id="padded names alone"),
        pytest.param("疏浚 护城河 修缮 河埠 新建 书场 " * 9, id="words apart"),
        pytest.param("", id="nothing"),
    ],
)
def test_other_texts_stay_as_they_are(text: str) -> None:
    assert closed_up(text.split("\n")) == (text.split("\n"), ())
