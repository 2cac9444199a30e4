"""Roles written inside a cell: who leads, who takes part, and what is left open."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from importers.reading.fields.departments import split_departments
from importers.reading.fields.roles import split_by_role

A, B, C = "县林业局", "县财政局", "县民政局"

CERTAIN = [
    pytest.param("县林业局（牵头）、县财政局（配合）", A, B, "", id="remarks"),
    pytest.param("县林业局(牵头单位)、县财政局(参与单位)", A, B, "", id="remarks with 单位"),
    pytest.param("县林业局（牵头）、县财政局、县民政局", A, f"{B} {C}", "", id="only the lead"),
    pytest.param("县林业局、县财政局（配合）", A, B, "", id="only who takes part"),
    pytest.param(
        "县林业局\n（牵头）\n县财政局（配合）", A, B, "", id="remark on a line of its own"
    ),
    pytest.param("（牵头）县林业局、（配合）县财政局", A, B, "", id="remarks in front"),
    pytest.param(
        "【牵头】县林业局【配合】县财政局、县民政局", A, f"{B} {C}", "", id="square brackets"
    ),
    pytest.param("县林业局牵头，县财政局配合", A, B, "", id="verbs"),
    pytest.param("县林业局牵头，县财政局，县民政局配合", A, f"{B} {C}", "", id="verbs and commas"),
    pytest.param("县林业局牵头、县财政局配合", A, B, "", id="verbs and enumeration comma"),
    pytest.param("縣林業局牽頭，縣財政局配合", "縣林業局", "縣財政局", "", id="Traditional"),
    pytest.param("县林业局牵头\n县财政局、县民政局参与", A, f"{B} {C}", "", id="verbs on lines"),
    pytest.param("由县林业局牵头负责，县财政局协助落实", A, B, "", id="longer verbs"),
    pytest.param("县林业局负责，县财政局配合", A, B, "", id="负责 beside 配合"),
    pytest.param("县林业局负责牵头，县财政局负责配合", A, B, "", id="负责 before both"),
    pytest.param("县林业局为牵头单位，县财政局为配合单位", A, B, "", id="为…单位"),
    pytest.param("县林业局牵头总抓，县财政局具体实施", A, B, "", id="总抓"),
    pytest.param("县林业局负总责，县财政局协助", A, B, "", id="负总责"),
    pytest.param("县林业局\n牵头，县财政局\n配合", A, B, "", id="verbs on lines of their own"),
    pytest.param("县林业局（牵头，负责监测）、县财政局（配合）", A, B, "", id="remark with a duty"),
    pytest.param("县林业局会同县财政局、县民政局", A, f"{B} {C}", "", id="会同"),
    pytest.param("县林业局会同县财政局、县民政局落实", A, f"{B} {C}", "", id="会同 and a verb"),
    pytest.param("县林业局牵头，会同县财政局落实", A, B, "", id="牵头 and 会同"),
    pytest.param("县林业局牵头，县财政局、县民政局按职责分工负责", A, f"{B} {C}", "", id="by duty"),
    pytest.param("县林业局、县财政局按职责分工负责", "", "", f"{A} {B}", id="all by duty"),
    pytest.param("县林业局、县财政局共同负责", "", "", f"{A} {B}", id="all together"),
    pytest.param(
        "牵头单位：县林业局；配合单位：县财政局、各乡镇", A, f"{B} 各乡镇", "", id="labels"
    ),
    pytest.param("（牵头单位：县林业局；配合单位：县财政局）", A, B, "", id="labels in a bracket"),
    pytest.param("（牵头单位：县林业局）（配合单位：县财政局）", A, B, "", id="bracket by bracket"),
    pytest.param("牵头:县林业局 配合:县财政局", A, B, "", id="short labels, a space"),
    pytest.param("责任单位：县林业局 配合单位：县财政局", A, B, "", id="责任 beside 配合"),
    pytest.param("配合单位：县财政局", "", B, "", id="one label"),
    pytest.param("责任单位：县林业局", "", "", A, id="a label without rank"),
    pytest.param("县林业局、县财政局", "", "", f"{A} {B}", id="no role"),
    pytest.param("各牵头单位、各配合部门", "", "", "各牵头单位 各配合部门", id="collectives"),
    pytest.param(
        "区经济协作办、会同县林业局", "", "", "区经济协作办 会同县林业局", id="words in names"
    ),
    pytest.param("怀化市会同县林业局", "", "", "怀化市会同县林业局", id="the county 会同县"),
    pytest.param(
        "县人社局（医保办）（牵头）、县财政局（配合）", "县人社局（医保办）", B, "", id="alias"
    ),
    pytest.param("", "", "", "", id="empty"),
]


@pytest.mark.parametrize(("cell", "lead", "coop", "unmarked"), CERTAIN)
def test_roles_written_in_a_cell_are_read(cell: str, lead: str, coop: str, unmarked: str) -> None:
    found = split_by_role(cell)
    expected = (lead.split(), coop.split(), unmarked.split())
    assert tuple(map(list, (found.lead, found.coop, found.unmarked))) == expected
    assert found.certain, found.issues


DOUBTFUL = [
    pytest.param("县林业局、县财政局（牵头）", B, "", A, "没有写角色", id="before the lead"),
    pytest.param("县林业局，县财政局牵头", B, "", A, "没有写角色", id="before the verb"),
    pytest.param(
        "县林业局、县财政局、县民政局（配合）", f"{A} {B}", C, "", "没有写角色", id="two before"
    ),
    pytest.param("县林业局，县财政局配合", A, B, "", "没有写角色", id="a comma before 配合"),
    pytest.param("县林业局牵头，县财政局", A, B, "", "按配合单位理解", id="after the lead"),
    pytest.param("县财政局、县民政局配合", "", f"{B} {C}", "", "没有写牵头", id="nobody leads"),
    pytest.param("牵头单位：县林业局 责任单位：县财政局", A, B, "", "并列", id="责任 beside 牵头"),
    pytest.param("责任领导：张三；牵头单位：县林业局", A, "", "", "张三", id="a person"),
    pytest.param("县林业局牵头，县林业局、县财政局配合", A, B, "", "既牵头又配合", id="both"),
    pytest.param(
        "县林业局（县财政局配合）", "", "", "县林业局（县财政局配合）", "未能分开", id="inside"
    ),
]


@pytest.mark.parametrize(("cell", "lead", "coop", "unmarked", "why"), DOUBTFUL)
def test_roles_that_the_words_leave_open_are_told(
    cell: str, lead: str, coop: str, unmarked: str, why: str
) -> None:
    found = split_by_role(cell)
    expected = (lead.split(), coop.split(), unmarked.split())
    assert tuple(map(list, (found.lead, found.coop, found.unmarked))) == expected
    assert not found.certain
    assert why in "".join(found.issues)


@pytest.mark.parametrize(
    ("cell", "names"),
    [
        ("县林业局（牵头）、县财政局（配合）", (A, B)),
        ("县林业局牵头，县财政局配合", (A, B)),
        ("牵头单位：县林业局；配合单位：县财政局", (A, B)),
    ],
)
def test_a_plain_list_never_drops_a_role_silently(cell: str, names: tuple[str, ...]) -> None:
    found = split_departments(cell)
    assert found.names == names
    assert not found.certain
    assert "角色" in found.issues[-1]


NAMES = st.lists(
    st.sampled_from(["区科委", "区发改委", "公安静安分局", "各街道", "区人社局(医保办)"]),
    unique=True, min_size=2, max_size=5,
)  # fmt: skip
FORMS = st.sampled_from(
    [
        "{0}牵头，{1}配合",
        "{0}(牵头)、{1}",
        "牵头单位:{0};配合单位:{1}",
        "{0}会同{1}",
        "{0}负责;{1}参与",
    ]
)


@given(NAMES, FORMS)
def test_one_leads_and_the_others_take_part_in_every_form(names: list[str], form: str) -> None:
    found = split_by_role(form.format(names[0], "、".join(names[1:])))
    assert [list(found.lead), list(found.coop)] == [names[:1], names[1:]]
    assert found.certain, found.issues


@given(
    st.text(alphabet=st.sampled_from("县林业局牵头配合负责会同单位（）：、，； \n等"), max_size=40)
)
def test_any_text_is_answered_and_nothing_is_invented(text: str) -> None:
    found = split_by_role(text)
    assert found.certain or found.issues
    for name in (*found.lead, *found.coop, *found.unmarked):
        assert all(character in text for character in name)


@pytest.mark.parametrize("unit", ["县", "，", "（", "牵头", "：", "A（牵头）、", "县财政局，", "1"])
def test_a_very_long_cell_is_answered_soon(unit: str) -> None:
    began = time.perf_counter()
    split_by_role(unit * (10_000 // len(unit)))
    assert time.perf_counter() - began < 2
