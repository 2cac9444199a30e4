"""Labels under an item: 牵头单位: · 责任单位: · 完成时限:, in the hands of many offices."""

from __future__ import annotations

import pytest

from importers.reading.prose import read_trailers
from tests.reading.build import segment
from tests.reading.layouts.papers import agree, tables

LIBRARY = "建成区图书馆新馆，面积一万平方米。"
ALL = f"{LIBRARY} | 区文旅局 | 区财政局、区住建局? | 2026-06-30"
WITH_SUPPORT = f"{LIBRARY} | 区文旅局 | 区财政局、区住建局 | 2026-06-30"


@pytest.mark.parametrize(
    ("paper", "row"),
    [
        pytest.param(
            f"1.{LIBRARY}\n牵头单位：区文旅局\n责任单位：区财政局、区住建局\n完成时限：2026年6月底前",
            ALL,
            id="three lines, no empty line between",
        ),
        pytest.param(
            f"1.{LIBRARY}\n\n牵头单位：区文旅局 责任单位：区财政局、区住建局 "
            "完成时限：2026年6月底前",
            ALL,
            id="one line, spaces between",
        ),
        pytest.param(
            f"1.{LIBRARY}\n牵头单位:区文旅局;配合单位:区财政局、区住建局;时间节点:2026年6月底前",
            WITH_SUPPORT,
            id="half width",
        ),
        pytest.param(
            f"1.{LIBRARY}\n完成时限：2026年6月底前\n配合单位：区财政局、区住建局\n牵头单位：区文旅局",
            WITH_SUPPORT,
            id="the other way round",
        ),
        pytest.param(
            f"1.{LIBRARY}【牵头单位】区文旅局【配合单位】区财政局、区住建局【完成时限】2026年6月底前",
            WITH_SUPPORT,
            id="black lenses instead of colons",
        ),
        pytest.param(
            f"1.{LIBRARY}\n【牵头单位】区文旅局\n【配合单位】区财政局、区住建局\n【完成时限】2026年6月底前",
            WITH_SUPPORT,
            id="black lenses, a line each",
        ),
        pytest.param(
            f"1.{LIBRARY}\n【牵头单位：区文旅局】\n【配合单位：区财政局、区住建局】\n【完成时限：2026年6月底前】",
            WITH_SUPPORT,
            id="black lenses around all",
        ),
        pytest.param(
            f"1.{LIBRARY}\n**牵头单位：**区文旅局\n**配合单位：**区财政局、区住建局\n**完成时限：**2026年6月底前",
            WITH_SUPPORT,
            id="bold marks around the label",
        ),
        pytest.param(
            f"**1.{LIBRARY}**\n**牵头单位**：区文旅局\n**配合单位**：区财政局、区住建局\n**完成时限**：2026年6月底前",
            WITH_SUPPORT,
            id="bold marks around the label and the item",
        ),
        pytest.param(
            f"1.{LIBRARY}\n牵头责任单位：区文旅局\n协同责任单位：区财政局、区住建局\n完成时间：2026年6月底",
            WITH_SUPPORT,
            id="牵头责任单位, 协同责任单位",
        ),
        pytest.param(
            f"1.{LIBRARY}\n主办单位：区文旅局\n协办单位：区财政局、区住建局\n办结时限：2026年6月30日",
            WITH_SUPPORT,
            id="主办, 协办",
        ),
        pytest.param(
            f"1.{LIBRARY}\n主办：区文旅局\n会办：区财政局、区住建局\n时限：6月底前",
            WITH_SUPPORT,
            id="主办, 会办 without 单位",
        ),
        pytest.param(
            f"1.{LIBRARY}\n主办单位：区文旅局；会办单位：区财政局、区住建局；办理时限：2026年6月底。",
            WITH_SUPPORT,
            id="会办单位 on one line with a full stop",
        ),
        pytest.param(
            f"1.{LIBRARY}\n\n牵头单位：\n\n区文旅局\n\n配合单位：\n\n区财政局、区住建局\n\n完成时限：\n\n2026年6月底前",
            WITH_SUPPORT,
            id="the value on the line after the colon",
        ),
        pytest.param(
            f"1.{LIBRARY}\n牵头单位：\n区文旅局\n配合单位：\n区财政局、区住建局\n完成时限：\n2026年6月底前",
            WITH_SUPPORT,
            id="the value on the line after the colon, in one block",
        ),
        pytest.param(
            f"1.{LIBRARY}牵头单位：区文旅局；配合单位：区财政局、区住建局；完成时限：2026年6月底前。",
            WITH_SUPPORT,
            id="in the paragraph after the sentence",
        ),
        pytest.param(
            f"1.{LIBRARY}牵头单位：区文旅局。配合单位：区财政局、区住建局。完成时限：2026年6月底前。",
            WITH_SUPPORT,
            id="in the paragraph, each with its full stop",
        ),
        pytest.param(
            f"1.{LIBRARY}\n牵头单位 ： 区文旅局\n配合单位 ： 区财政局、区住建局\n"
            "完成时限 ： 2026年6月底前",
            WITH_SUPPORT,
            id="spaces around the colon",
        ),
        pytest.param(
            f"1.{LIBRARY}\n（1）牵头单位：区文旅局\n（2）配合单位：区财政局、区住建局\n（3）完成时限：2026年6月底前",
            WITH_SUPPORT,
            id="numbered labels",
        ),
        pytest.param(
            f"1.{LIBRARY}\n—牵头单位：区文旅局\n—配合单位：区财政局、区住建局\n—完成时限：2026年6月底前",
            WITH_SUPPORT,
            id="dashes before the labels",
        ),
        pytest.param(
            f"1.{LIBRARY}\n责任部门（单位）：区文旅局\n配合部门（单位）：区财政局、区住建局\n完成时限：2026年6月底前",
            WITH_SUPPORT,
            id="责任部门（单位）",
        ),
        pytest.param(
            f"1.{LIBRARY}\n牵头部门：区文旅局\n参与部门：区财政局、区住建局\n进度要求：2026年6月底前完成",
            WITH_SUPPORT,
            id="牵头部门, 参与部门, 进度要求",
        ),
        pytest.param(
            f"1.{LIBRARY}\n责任单位：区文旅局\n落实单位：区财政局、区住建局\n完成时限：2026年6月底前",
            f"{LIBRARY} | 区文旅局? | 区财政局、区住建局? | 2026-06-30",
            id="责任单位 and 落实单位",
        ),
    ],
)
def test_the_labels_of_an_item_say_who_and_when(paper: str, row: str) -> None:
    agree(paper, row)
    form = "prose" if "【牵头单位：" in paper else "labelled"
    assert [table.form for table in tables(paper)] == [form]


def test_labels_without_a_colon_take_the_next_line_as_their_value() -> None:
    found = read_trailers(
        segment("1.植树。", "牵头单位", "区绿化局", "配合单位", "区财政局", "完成时限", "6月底前")
    )
    assert found is not None
    (task,) = found.tasks
    assert (task.text, task.lead, task.coop) == ("植树。", ("区绿化局",), ("区财政局",))
    assert [str(item.due) for item in task.schedule] == ["2026-06-30"]


TURNS = (
    ("推进老旧小区改造十二处。", "区住建委", "区财政局"),
    ("新建口袋公园三处。", "区绿化局", "区教育局"),
    ("治理道路扬尘。", "区城管局", "区财政局"),
)


@pytest.mark.parametrize("joint", ["\n", "\n\n"], ids=["lines", "paragraphs"])
@pytest.mark.parametrize("helper", ["配合单位", "协办单位"])
def test_labels_without_colons_and_their_values_in_turn(helper: str, joint: str) -> None:
    paper = "\n\n".join(
        joint.join((f"{no}.{text}", "牵头单位", lead, helper, coop, "完成时限", "2026年6月底前"))
        for no, (text, lead, coop) in enumerate(TURNS, 1)
    )
    agree(paper, *(f"{text} | {lead} | {coop} | 2026-06-30" for text, lead, coop in TURNS))


@pytest.mark.parametrize("joint", ["\n", "\n\n"], ids=["lines", "paragraphs"])
def test_leaders_and_units_in_turn_under_labels_without_colons(joint: str) -> None:
    leaders = ("顾明澜", "陆一舟", "陆一舟")
    paper = "\n\n".join(
        joint.join((f"{no}.{text}", "责任领导", leader, "责任单位", lead))
        for no, ((text, lead, _), leader) in enumerate(zip(TURNS, leaders, strict=True), 1)
    )
    rows = zip(TURNS, leaders, strict=True)
    agree(paper, *(f"{text} | {lead} |  |  | {leader}" for (text, lead, _), leader in rows))
