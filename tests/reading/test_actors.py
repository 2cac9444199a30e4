"""Who acts in a clause."""

from __future__ import annotations

import pytest

from importers.reading.actors import Actors, actors_of, acts_alone, opens_with_verb


@pytest.mark.parametrize(
    ("clause", "actors"),
    [
        pytest.param("区发改委起草报告", Actors(("区发改委",)), id="one"),
        pytest.param("各部门根据分工开展评估", Actors(("各部门",)), id="a collective"),
        pytest.param(",由区发改委组织专家论证", Actors(("区发改委",)), id="由"),
        pytest.param("区发改委、区财政局完成审核", Actors(("区发改委", "区财政局")), id="two"),
        pytest.param(
            "区发改委会同区财政局完成审核", Actors(("区发改委",), ("区财政局",)), id="会同"
        ),
        pytest.param("各专项规划牵头部门形成初稿", Actors(("各专项规划牵头部门",)), id="described"),
        pytest.param("區發改委起草報告", Actors(("區發改委",)), id="traditional"),
    ],
)
def test_the_body_before_the_verb_acts(clause: str, actors: Actors) -> None:
    assert actors_of(clause) == actors


@pytest.mark.parametrize(
    "clause",
    [
        "召开推进大会",
        "报送区政府审核",
        "并做好区人大常委会审议的准备",
        "形成报告",
        "全面启动评估",
        "",
    ],
)
def test_the_object_of_a_verb_does_not_act(clause: str) -> None:
    assert actors_of(clause) is None


@pytest.mark.parametrize(
    ("text", "names"),
    [
        pytest.param("各部门于", ("各部门",), id="before a date"),
        pytest.param("区发改委、区财政局应在", ("区发改委", "区财政局"), id="two"),
        pytest.param("由区发改委于", ("区发改委",), id="由"),
        pytest.param("为征求意见,拟于", (), id="a purpose"),
        pytest.param("", (), id="nothing"),
    ],
)
def test_bodies_before_a_date_act(text: str, names: tuple[str, ...]) -> None:
    assert acts_alone(text) == names


@pytest.mark.parametrize(
    ("text", "start", "opens"),
    [
        pytest.param("制定方案", 0, True, id="at the start"),
        pytest.param("区教育局制定方案", 0, False, id="a body"),
        pytest.param("区教育局制定方案", 4, True, id="behind the body"),
        pytest.param("區教育局制訂方案", 4, True, id="Traditional"),
        pytest.param("区教育局", 4, False, id="at the end"),
    ],
)
def test_a_verb_is_looked_for_at_a_place(text: str, start: int, opens: bool) -> None:
    assert opens_with_verb(text, start) is opens
