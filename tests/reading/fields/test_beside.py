"""A person beside a department is no part of its name, and never passed over."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from importers.reading import read_bytes
from importers.reading.fields.beside import leaders_beside, people_beside
from importers.reading.fields.departments import department_fitness, split_departments

SURE = [
    ("区城管局（柏文远）", "区城管局", "柏文远"),
    ("区园林局：秦向北", "区园林局", "秦向北"),
    ("区园林局: 秦向北", "区园林局", "秦向北"),
    ("区水务局（局长 常玉宁）", "区水务局", "常玉宁"),
    ("区水务局（常玉宁、李小禾）", "区水务局", "常玉宁 李小禾"),
    ("区城管局（柏文远）、区水务局（常玉宁）", "区城管局 区水务局", "柏文远 常玉宁"),
    ("区城管局：柏文远；区水务局：常玉宁", "区城管局 区水务局", "柏文远 常玉宁"),
    ("區城管局（陳一帆）", "區城管局", "陳一帆"),
]


@pytest.mark.parametrize(("cell", "units", "people"), SURE)
def test_a_person_in_a_bracket_or_behind_a_colon_is_told_apart(
    cell: str, units: str, people: str
) -> None:
    found = split_departments(cell)
    assert " ".join(found.names) == units
    assert found.certain, found.issues
    assert all(f"“{person}”是人名，没有列为单位" in found.issues for person in people.split())
    assert " ".join(people_beside(cell).people) == people


DOUBTED = [
    ("区水务局 常玉宁", "区水务局", "常玉宁"),
    ("区水务局、常玉宁、区财政局", "区水务局 区财政局", "常玉宁"),
    ("区水务局\n常玉宁 李小禾", "区水务局", "常玉宁 李小禾"),
    ("区商务局（安平）", "区商务局", "安平"),
    ("县公安局（黄河路）", "县公安局", "黄河路"),
    ("区城管局：柏文", "区城管局", "柏文"),
]


@pytest.mark.parametrize(("cell", "units", "people"), DOUBTED)
def test_what_may_be_a_place_or_another_name_is_doubted(cell: str, units: str, people: str) -> None:
    found = split_departments(cell)
    assert " ".join(found.names) == units
    assert not found.certain
    assert " ".join(people_beside(cell).people) == people


@pytest.mark.parametrize(
    "cell",
    [
        *("区人社局（医保办）", "区城管局（环卫中心）", "县卫健局（县疾控局）", "区财政局"),
        *("柏文远", "柏文远（区城管局）", "常玉宁 区水务局", "各镇（街道）", "县委办：县政府办"),
        *("区人民 武装部", "县市场 监管局", "区教育局（牵头）", "", "（柏文远）", "）柏文远（"),
    ],
)
def test_other_words_are_left_as_they_are(cell: str) -> None:
    assert people_beside(cell) == (cell, (), None)


def test_people_beside_departments_lead_and_are_doubted() -> None:
    found = leaders_beside(["区城管局（柏文远）", "区水务局（常玉宁）、区城管局（柏文远）"])
    assert found.names == ("柏文远", "常玉宁")
    assert not found.certain
    assert found.issues == tuple(f"“{name}”写在单位之后，按负责人理解" for name in found.names)


def test_without_people_nobody_leads_for_sure() -> None:
    found = leaders_beside(["区城管局", ""])
    assert (found.names, found.certain, found.issues) == ((), True, ())


@pytest.mark.parametrize("cell", [cell for cell, _, _ in (*SURE, *DOUBTED)])
def test_departments_with_their_people_look_like_departments(cell: str) -> None:
    assert department_fitness(cell) >= 0.85


def test_a_long_text_is_left_alone() -> None:
    text = "区城管局（柏文远）" * 100
    assert people_beside(text).units == text


@given(st.text("区水务局常玉宁（）():：、 \n"))
def test_any_text_is_answered(text: str) -> None:
    found = people_beside(text)
    assert len(found.units) <= len(text)
    assert found.people or (found.units, found.doubt) == (text, None)


PAPER = """云州市临溪区2026年重点工作任务分解表

一、提升市容环境。
{}
完成时限：2026年6月底
二、完善公园绿化。
责任单位：区园林局
完成时限：2026年9月底
"""
TABLE = """序号,工作任务,责任单位及责任人,完成时限
1,提升市容环境，清理卫生死角,{},2026年6月底
2,完善公园绿化，补种行道树,区园林局,2026年9月底
"""


@pytest.mark.parametrize("cell", ["区城管局（柏文远）", "区城管局 柏文远", "区城管局：柏文远"])
@pytest.mark.parametrize(
    ("name", "text"),
    [
        pytest.param("分解表.csv", TABLE, id="a table"),
        pytest.param("分解表.txt", PAPER.replace("{}", "责任单位：{}"), id="a trailer"),
        pytest.param(
            "分解表.txt", PAPER.replace("{}", "责任单位：区住建局\n配合单位：{}"), id="coop"
        ),
    ],
)
def test_in_a_plan_the_person_is_the_leader_to_be_looked_at(
    name: str, text: str, cell: str
) -> None:
    reading = read_bytes(name, text.format(cell).encode())
    first = reading.plans[0].tables[0].tasks[0]
    assert "区城管局" in (*first.lead, *first.coop)
    assert first.leaders == ("柏文远",)
    assert not first.certain.leaders
