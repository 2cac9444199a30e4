"""Sentences between the items of a list that speak of several of them."""

from __future__ import annotations

import pytest

from tests.reading.layouts.papers import agree, issues

ABOVE = "一、水利\n1.清淤。（牵头单位：市水利局）\n2.植树。（牵头单位：市林业局）\n"
BELOW = (
    "\n3.修路。（牵头单位：市交通局）\n4.换灯。（牵头单位：市城管局）\n"
    "5.挂牌。（牵头单位：市文旅局）"
)
HEADS = ("清淤。 | 市水利局", "植树。 | 市林业局", "修路。 | 市交通局", "换灯。 | 市城管局",
         "挂牌。 | 市文旅局")  # fmt: skip


def agree_amid(rule: str, reached: str, body: str = " | 市财政局?") -> None:
    agree(
        f"{ABOVE}{rule}{BELOW}",
        *(f"{head}{body if str(no) in reached else ''}" for no, head in enumerate(HEADS, 1)),
    )


@pytest.mark.parametrize(
    ("rule", "reached"),
    [
        pytest.param("第3项至第4项均由市财政局配合。", "34", id="a range in front"),
        pytest.param("第三项至第四项由市财政局参与。", "34", id="Chinese numerals"),
        pytest.param("以下第3至4项，市财政局为共同配合单位。", "34", id="below, a range"),
        pytest.param("以下3-4项任务市财政局均为配合单位。", "34", id="below, a dash"),
        pytest.param("以上第1至2项，市财政局为配合单位。", "12", id="above, a range"),
        pytest.param("以下各项市财政局均为配合单位。", "345", id="below, 为配合单位"),
        pytest.param("以下任务市财政局配合。", "345", id="below, without 由"),
        pytest.param("以上各项任务均需市财政局参加。", "12", id="above"),
        pytest.param("市财政局参加以上各项任务。", "12", id="the body in front"),
        pytest.param("本部分各项任务均由市财政局配合落实。", "12345", id="this part"),
        pytest.param("各项任务均由市财政局协助。", "12345", id="no direction"),
    ],
)
def test_a_rule_amid_items_reaches_those_that_it_speaks_of(rule: str, reached: str) -> None:
    agree_amid(rule, reached)
    assert "市财政局" in issues(f"{ABOVE}{rule}{BELOW}")


@pytest.mark.parametrize(
    ("rule", "reached"),
    [
        pytest.param("以下任务由市财政局牵头。", "345", id="who leads"),
        pytest.param("第3项至第4项由市财政局组织验收。", "34", id="another verb"),
        pytest.param("以下各项市财政局按进度拨付资金。", "345", id="a verb without 由"),
    ],
)
def test_what_is_not_understood_of_bodies_doubts_the_items_spoken_of(
    rule: str, reached: str
) -> None:
    paper = f"{ABOVE}{rule}{BELOW}"
    agree(
        paper,
        *(f"{head}? | ?" if str(no) in reached else head for no, head in enumerate(HEADS, 1)),
    )
    assert "没有读懂" in issues(paper)


@pytest.mark.parametrize(
    "closing",
    [
        pytest.param("以上各项任务由市政府办公室负责督查。", id="who oversees"),
        pytest.param("各项任务各责任单位要抓好落实。", id="those who are named"),
    ],
)
def test_a_sentence_that_gives_nobody_a_part_leaves_all_certain(closing: str) -> None:
    agree(f"{ABOVE}3.修路。（牵头单位：市交通局）\n\n{closing}", *HEADS[:3])
