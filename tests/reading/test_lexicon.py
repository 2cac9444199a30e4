"""Which columns are which, in the words of many cities."""

from __future__ import annotations

import pytest

from importers.reading.lexicon import header_cell, is_period


@pytest.mark.parametrize(
    ("cells", "kind"),
    [
        pytest.param("序号 编号 序 No.", "serial", id="serial"),
        pytest.param(
            "重点工作 工作类别 项目名称 目标分类 推进阶段 重点领域 专项", "path", id="heading"
        ),
        pytest.param(
            "任务分解 具体举措 主要任务 工作内容 改革措施 项目内容 重点任务 工作要求 具体事项",
            "text",
            id="task",
        ),
        pytest.param(
            "分管领导 责任领导 牵头领导 分管市领导 责任人 牵头负责领导", "leader", id="leader"
        ),
        pytest.param(
            "责任部门 责任单位 牵头部门 牵头单位 推进部门 主办单位 承办单位 责任主体",
            "lead",
            id="lead",
        ),
        pytest.param("主要责任单位 牵头责任单位", "lead", id="two words for lead"),
        pytest.param(
            "配合部门 配合单位 协同单位 协办单位 参与单位 参加单位 协同责任单位 责任配合单位",
            "coop",
            id="support",
        ),
        pytest.param("属地 属地单位 属地街镇 属地责任单位", "coop", id="where the work is"),
        pytest.param("落实街镇 责任街镇 责任街道", "lead", id="places that answer"),
        pytest.param(
            "完成时限 完成时间 时间节点 实施进度 进度安排 时限要求 起止时间",
            "schedule",
            id="schedule",
        ),
        pytest.param("工作目标 预期成效 年度目标 实现目标", "target", id="target"),
        pytest.param("备注 联系人", "note", id="note"),
        pytest.param(
            "牵头站办所 责任站所 主办站所 牵头办所 责任办所 站所 办所 站办所 科室 股室（责任）"
            " 科室（责任） 牵头科室 责任村 责任村（社区） 挂牌督办单位",
            "lead",
            id="offices of a town or within a bureau",
        ),
        pytest.param("配合站所 配合站办所 协办科室 参与村（社区）", "coop", id="its support"),
        pytest.param("責任部門 牽頭單位", "lead", id="Traditional"),
    ],
)
def test_a_header_cell_is_known(cells: str, kind: str) -> None:
    for cell in cells.split():
        found = header_cell(cell)
        assert found is not None, cell
        assert found.kind == kind, cell


def test_white_space_and_units_in_a_header_cell_do_not_matter() -> None:
    for cell in ("责 任 单 位", "完成时限\n(月)", "配合\u00a0部门"):
        assert header_cell(cell) is not None


@pytest.mark.parametrize(
    "text",
    [
        "区水务局",
        "办理机构",
        "事项内容说明如下",
        "一、总体要求",
        "(一)加强组织领导",
        "1",
        "2026年底",
        "整治全区黑臭河道",
        "",
    ],
)
def test_other_words_head_no_column(text: str) -> None:
    assert header_cell(text) is None


@pytest.mark.parametrize(
    ("cut", "whole"),
    [
        ("推进部", "推进部门"),
        ("配合单", "配合单位"),
        ("主要任", "主要任务"),
        ("完成时", "完成时限"),
    ],
)
def test_a_cut_cell_is_mended(cut: str, whole: str) -> None:
    found = header_cell(cut)
    assert found is not None
    assert (found.title, found.cut) == (whole, True)


@pytest.mark.parametrize(
    "text",
    [
        *("一季度", "第二季度", "3季度目标", "Q4", "上半年", "前三季度", "一至二季度"),
        *("1月", "1-3月", "12月份", "6月底前", "全年", "年底前", "四季度完成目标"),
        *("2026年", "2026年目标", "2025年度工作目标", "2026年一季度", "第一季度\n工作安排"),
    ],
)
def test_a_stretch_of_time_may_head_a_column(text: str) -> None:
    assert is_period(text)


@pytest.mark.parametrize(
    "text", ["完成时限", "13月", "季度", "工作目标", "2026年重点工作任务分解表"]
)
def test_other_heads_are_no_stretches_of_time(text: str) -> None:
    assert not is_period(text)
