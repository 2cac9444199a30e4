"""Labels under an item: 牵头单位: · 责任单位: · 完成时限:, in the hands of many offices."""

from __future__ import annotations

import pytest

from importers.reading.prose import read_trailers
from tests.reading.build import segment
from tests.reading.layouts.papers import agree, tables

LIBRARY = "建成区图书馆新馆，面积一万平方米。"
FOUR = "市水务局、市住建局、市生态环境局、市交通局"
LONG = "完善排水管网，提升城区防洪排涝和污水收集处理能力水平"
GOALS = "工作目标：改造小区十二个，惠及居民三千户。具体措施：完善水电气路，加装电梯。"
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


@pytest.mark.parametrize(
    ("paper", "rows"),
    [
        pytest.param(
            "一、产业\n1.引进十个项目。\n牵头负责领导：周晓岚\n牵头责任单位：县商务局\n协同责任单位：县财政局、各镇\n"
            "2.建设产业园。\n牵头负责领导：陈 丰\n牵头责任单位：县工信局\n协同责任单位：县住建局",
            (
                "引进十个项目。 | 县商务局 | 县财政局、各镇 |  | 周晓岚",
                "建设产业园。 | 县工信局 | 县住建局 |  | 陈丰",
            ),
            id="牵头负责领导",
        ),
        pytest.param(
            "（一）清理河道。\n分管县领导：何秋白\n责任单位：县水务局\n责任人：陶远\n完成时限：2026年9月底",
            ("清理河道。 | 县水务局 |  | 2026-09-30 | 何秋白、陶远",),
            id="分管县领导, 责任人",
        ),
        pytest.param(
            "1.清理河道。\n责任领导：何秋白副县长\n责任单位：县水务局、县生态环境局",
            ("清理河道。 | 县水务局、县生态环境局 |  |  | 何秋白",),
            id="责任领导 with a title",
        ),
        pytest.param(
            "（一）实施老旧小区改造\n工作目标：改造小区十二个，惠及居民三千户。\n具体措施：完善水电气路，加装电梯。\n"
            "责任单位：市住建局\n完成时限：2026年11月底前",
            (f"{GOALS} | 市住建局 |  | 2026-11-30",),
            id="工作目标 and 具体措施 are text",
        ),
        pytest.param(
            "一、实施老旧小区改造\n主要任务：改造小区十二个。\n牵头单位：市住建局\n时间节点：2026年11月底前\n"
            "二、建设口袋公园\n主要任务：建成公园八个。\n牵头单位：市林业局\n时间节点：2026年10月底前",
            (
                "主要任务：改造小区十二个。 | 市住建局 |  | 2026-11-30",
                "主要任务：建成公园八个。 | 市林业局 |  | 2026-10-31",
            ),
            id="主要任务",
        ),
        pytest.param(
            "1.1 完善排水管网\n牵头单位：市水务局\n"
            "1.2 治理易涝点\n牵头单位：市住建局\n配合单位：市交通局",
            ("完善排水管网 | 市水务局", "治理易涝点 | 市住建局 | 市交通局"),
            id="two-part numbers",
        ),
        pytest.param(
            "①完善排水管网。\n责任单位：市水务局\n②治理易涝点。\n责任单位：市住建局",
            ("完善排水管网。 | 市水务局", "治理易涝点。 | 市住建局"),
            id="circled numbers",
        ),
        pytest.param(
            "一、重点任务\n（一）提升城市品质\n1.完善排水管网。新建管网二十公里。\n责任单位：市水务局、市住建局\n"
            "2.治理易涝点。\n（1）治理城东片区易涝点。\n责任单位：市水务局\n（2）治理城西片区易涝点。\n责任单位：市交通局",
            (
                "完善排水管网。新建管网二十公里。 | 市水务局、市住建局",
                "治理城东片区易涝点。 | 市水务局",
                "治理城西片区易涝点。 | 市交通局",
            ),
            id="four levels of numbers",
        ),
        pytest.param(
            "完善排水管网。\n牵头单位：市水务局\n\n治理易涝点。\n牵头单位：市住建局",
            ("完善排水管网。 | 市水务局", "治理易涝点。 | 市住建局"),
            id="items without numbers",
        ),
        pytest.param(
            "1.完善排水管网。\n牵头单位：市水务局，配合单位：市住建局、各区政府，完成时限：12月底",
            ("完善排水管网。 | 市水务局 | 市住建局、各区政府 | 2026-12-31",),
            id="commas between the labels",
        ),
        pytest.param(
            "1.完善排水管网。\n牵头单位：市水务局\n配合单位：无\n完成时限：长期坚持",
            ("完善排水管网。 | 市水务局 |  | 长期坚持",),
            id="无 is nobody",
        ),
        pytest.param(
            f"1.{LONG}\n牵头单位：{FOUR}\n"
            "配合单位：市财政局、市自然资源局、市城管局、各区人民政府\n完成时限：2026年12月底",
            (f"{LONG} | {FOUR} | 市财政局、市自然资源局、市城管局、各区人民政府 | 2026-12-31",),
            id="long lines in one block are no wrapped ones",
        ),
        pytest.param(
            "1.完善排水管网。\n责任单位：市水务局；联系人：沈越；联系电话：88880000",
            ("完善排水管网。 | 市水务局? | ?",),
            id="a contact person is nobody responsible",
        ),
        pytest.param(
            "1.完善排水管网。\n责任单位：市水务局 责任人：沈越 完成时限：2026年6月底",
            ("完善排水管网。 | 市水务局 |  | 2026-06-30 | 沈越",),
            id="责任人 between spaces",
        ),
        pytest.param(
            "一、完善管网\n措施：1.摸底。\n2.整改。\n牵头单位：市水务局\n二、治理易涝点\n牵头单位：市住建局",
            ("措施：1.摸底。2.整改。 | 市水务局", "治理易涝点 | 市住建局"),
            id="a list that begins within a line",
        ),
        pytest.param(
            "1.完善管网。\n责任单位：市水务局\n完成时限：3月底前完成方案，6月底前完成改造并通过验收\n备注：按季通报",
            ("完善管网。 | 市水务局 |  | 2026-03-31,2026-06-30",),
            id="a line of remarks is no part of the deadline",
        ),
        pytest.param(
            "1.完善管网。\n牵头单位：市水务局（联系人：陶远）\n配合单位：市住建局；6月底前完成",
            ("完善管网。 | 市水务局 | 市住建局 | 2026-06-30",),
            id="a contact in brackets, a deadline behind those who take part",
        ),
        pytest.param(
            "●完善管网。\n◎牵头单位：市水务局\n\n●治理易涝点。\n◎牵头单位：市住建局",
            ("完善管网。 | 市水务局", "治理易涝点。 | 市住建局"),
            id="bullets",
        ),
        pytest.param(
            "1.完善管网。\n责任单位：市水务局\n2.治理易涝点。\n责任单位：同上",
            ("完善管网。 | 市水务局", "治理易涝点。 | 同上?"),
            id="同上 is no name",
        ),
        pytest.param(
            "1.完善管网。\n完成时限：6月底\n2.治理易涝点。\n完成时限：9月底\n以上任务由市水务局牵头，各区政府配合。",
            (
                "完善管网。 | 市水务局? | 各区政府? | 2026-06-30?",
                "治理易涝点。 | 市水务局? | 各区政府? | 2026-09-30",
            ),
            id="a sentence about all of the above",
        ),
        pytest.param(
            "任务一：完善管网。\n牵头单位：市水务局\n\n任务二：治理易涝点。\n牵头单位：市住建局",
            ("任务一：完善管网。 | 市水务局", "任务二：治理易涝点。 | 市住建局"),
            id="任务一, 任务二",
        ),
        pytest.param(
            "1.完善管网。\n责任单位：市水务局(牵头)、市住建局\n"
            "2.治理易涝点。\n责任单位：市住建局（牵头单位）、市水务局（配合单位）",
            ("完善管网。 | 市水务局 | 市住建局", "治理易涝点。 | 市住建局 | 市水务局"),
            id="roles beside the names",
        ),
        pytest.param(
            "1.完善管网。\n责任单位（牵头单位排首位）：市水务局、市住建局\n"
            "2.治理易涝点。\n责任单位（牵头单位排首位）：市住建局、市水务局",
            ("完善管网。 | 市水务局 | 市住建局", "治理易涝点。 | 市住建局 | 市水务局"),
            id="the rule of the first within the label",
        ),
        pytest.param(
            "1.完善排水管网。\n第一责任单位：市水务局\n协助单位：市住建局",
            ("完善排水管网。 | 市水务局 | 市住建局",),
            id="第一责任单位, 协助单位",
        ),
        pytest.param(
            "1.完善排水管网。\n2026年目标：新建管网二十公里。\n牵头单位：市水务局\n责任单位：市水务局、市住建局",
            ("2026年目标：新建管网二十公里。 | 市水务局 | 市住建局? | ?",),
            id="the leading body once more among the responsible",
        ),
    ],
)
def test_labelled_papers(paper: str, rows: tuple[str, ...]) -> None:
    agree(paper, *rows)


def test_white_space_within_a_text_is_dropped_as_in_a_table() -> None:
    agree(
        "1.完善 排水管网，\n新建\u3000管网。\n责任单位：市水务局",
        "完善排水管网，新建管网。 | 市水务局",
    )


def test_labels_without_a_colon_take_the_next_line_as_their_value() -> None:
    found = read_trailers(
        segment("1.植树。", "牵头单位", "区绿化局", "配合单位", "区财政局", "完成时限", "6月底前")
    )
    assert found is not None
    (task,) = found.tasks
    assert (task.text, task.lead, task.coop) == ("植树。", ("区绿化局",), ("区财政局",))
    assert [str(item.due) for item in task.schedule] == ["2026-06-30"]
