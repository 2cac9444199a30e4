"""Bodies as headings, and lines that say what a body has to do."""

from __future__ import annotations

import pytest

from importers.reading.body_headings import body_heading, divides_work, duties_in, duty_of
from importers.reading.document import Location
from importers.reading.outline import Line


@pytest.mark.parametrize(
    ("text", "lead", "coop", "tasks"),
    [
        pytest.param("一、市教育局", ("市教育局",), (), False, id="a name"),
        pytest.param("一、市教育局（12项）", ("市教育局",), (), True, id="a count"),
        pytest.param("（二）市教育局(共3项任务)", ("市教育局",), (), True, id="a count of tasks"),
        pytest.param("市教育局、市财政局", ("市教育局", "市财政局"), (), False, id="two names"),
        pytest.param("市教育局牵头事项", ("市教育局",), (), True, id="牵头事项"),
        pytest.param("由市教育局牵头负责的任务", ("市教育局",), (), True, id="由…负责的任务"),
        pytest.param("1.市教育局主要职责", ("市教育局",), (), True, id="职责"),
        pytest.param(
            "市教育局牵头、市财政局配合的事项".replace("、", "，"),
            ("市教育局",),
            ("市财政局",),
            True,
            id="牵头 and 配合",
        ),
        pytest.param("一、市教育局：", ("市教育局",), (), False, id="a colon at the end"),
        pytest.param("一、縣教育局（2項）", ("縣教育局",), (), True, id="Traditional script"),
    ],
)
def test_a_heading_of_bodies_names_them(
    text: str, lead: tuple[str, ...], coop: tuple[str, ...], tasks: bool
) -> None:
    heading = body_heading(text)
    assert heading is not None
    assert (heading.parties.lead, heading.parties.coop, heading.tasks) == (lead, coop, tasks)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "一、",
        "一、重点任务",
        "一、教育（12项）",
        "（一）市政府常务会议",
        "一、加强教育",
        "市教育局要加强领导。",
        "（2项）",
        "牵头事项",
        "市教育局，6月底前",
        "一" * 80,
    ],
)
def test_other_headings_name_nobody(text: str) -> None:
    assert body_heading(text) is None


@pytest.mark.parametrize("text", ["三、职责分工", "（二）部门职责", "任务分工", "四、责任清单"])
def test_headings_that_divide_work(text: str) -> None:
    assert divides_work(text)


@pytest.mark.parametrize("text", ["三、重点任务", "分工合作的意义", f"职责分工{'很长' * 40}", ""])
def test_headings_that_do_not(text: str) -> None:
    assert not divides_work(text)


def test_a_duty_is_the_bodys_and_never_certain() -> None:
    found = duty_of("（一）市教育局、市财政局：制定学校建设计划。")
    assert found is not None
    parties, duty = found
    assert (parties.lead, duty) == (("市教育局", "市财政局"), "制定学校建设计划。")
    assert not parties.lead_certain


@pytest.mark.parametrize(
    ("text", "lead", "coop", "words"),
    [
        pytest.param(
            "1.市教育局。负责制定计划。", "市教育局", "", "负责制定计划。", id="full stop"
        ),
        pytest.param("市教育局、市财政局：定计划。", "市教育局 市财政局", "", "定计划。", id="two"),
        pytest.param("牵头单位：市教育局。制定计划。", "市教育局", "", "制定计划。", id="a label"),
        pytest.param("配合单位：市财政局。安排资金。", "", "市财政局", "安排资金。", id="support"),
    ],
)
def test_a_duty_is_written_behind_its_body(text: str, lead: str, coop: str, words: str) -> None:
    found = duty_of(text)
    assert found is not None
    assert (" ".join(found[0].lead), " ".join(found[0].coop), found[1]) == (lead, coop, words)
    assert not found[0].lead_certain
    assert not found[0].coop_certain


@pytest.mark.parametrize(
    ("texts", "duties"),
    [
        pytest.param(
            ("市教育局", "制定计划。", "组织培训。", "市财政局：", "安排资金。"),
            ["市教育局 制定计划。组织培训。", "市财政局 安排资金。"],
            id="names on lines of their own",
        ),
        pytest.param(
            ("市教育局：制定计划。", "组织教师培训。", "市财政局。安排资金。"),
            ["市教育局 制定计划。组织教师培训。", "市财政局 安排资金。"],
            id="further lines",
        ),
        pytest.param(
            ("市教育局：制定计划。", "市财政局负责安排资金。", "并加强督查工作。"),
            ["市教育局 制定计划。"],
            id="a line that says who acts",
        ),
        pytest.param(("市教育局", "联系人：沈越"), [], id="a contact"),
        pytest.param(
            ("分工如下。", "市教育局", "定计划。"), ["市教育局 定计划。"], id="words over"
        ),
        pytest.param((), [], id="nothing"),
    ],
)
def test_lines_under_a_body_are_its_duties(texts: tuple[str, ...], duties: list[str]) -> None:
    lines = [Line(text, Location(no, no)) for no, text in enumerate(texts, 1)]
    found = duties_in(lines)
    shown = [f"{' '.join(p.lead)} {''.join(line.text for line in words)}" for p, words in found]
    assert shown == duties
    assert not any(parties.lead_certain for parties, _ in found)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("市教育局：联系人沈越", id="a contact"),
        pytest.param("市教育局：88880000", id="a telephone"),
        pytest.param("市教育局：沈越", id="a person"),
        pytest.param("组长：沈越，市教育局局长", id="a post"),
        pytest.param("市教育局制定计划。", id="no colon"),
        pytest.param("一要做到：市教育局制定计划。", id="words before the colon"),
        pytest.param("市教育局：", id="nothing"),
    ],
)
def test_other_lines_are_no_duty(text: str) -> None:
    assert duty_of(text) is None
