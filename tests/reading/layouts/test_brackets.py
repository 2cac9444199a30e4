"""Brackets at the end of an item or a sentence: (牵头单位:甲;责任单位:乙), (甲牵头,乙配合)."""

from __future__ import annotations

import pytest

from tests.reading.layouts.papers import agree, tables

SEWERS = "新建排水管网二十公里。"


@pytest.mark.parametrize(
    ("bracket", "cells"),
    [
        pytest.param(
            "（牵头单位：市水务局；配合单位：市住建局）", "市水务局 | 市住建局", id="labels"
        ),
        pytest.param(
            "(牵头单位:市水务局;责任单位:市住建局)", "市水务局 | 市住建局?", id="责任 beside"
        ),
        pytest.param(
            "（市水务局牵头，市住建局、市财政局配合）", "市水务局 | 市住建局、市财政局", id="verbs"
        ),
        pytest.param("（市水务局、市住建局按职责分工负责）", "市水务局、市住建局", id="按职责分工"),
        pytest.param("（市水务局会同市住建局等负责）", "市水务局 | 市住建局?", id="会同…等"),
        pytest.param("（市水务局、市住建局负责）", "市水务局、市住建局", id="负责"),
        pytest.param(
            "（责任单位：市水务局、市住建局，各街镇）",
            "市水务局、市住建局、各街镇",
            id="a comma in the list",
        ),
        pytest.param(
            "〔责任单位：市水务局、市住建局〕", "市水务局、市住建局", id="tortoise shells"
        ),
        pytest.param("【市水务局牵头，市住建局配合】", "市水务局 | 市住建局", id="black lenses"),
        pytest.param(
            "[牵头单位：市水务局，配合单位：市住建局]", "市水务局 | 市住建局", id="square"
        ),
        pytest.param("［市水务局负责］", "市水务局", id="full-width square"),
        pytest.param("（市水务局(市河长办)牵头）", "市水务局(市河长办)", id="nested"),
        pytest.param(
            "（责任单位：市水务局（市河长办）、市住建局（市人防办））",
            "市水务局（市河长办）、市住建局（市人防办）",
            id="nested, labelled",
        ),
        pytest.param("（市水务局负总责）", "市水务局", id="负总责"),
        pytest.param("（由市水务局牵头负责）", "市水务局", id="由…牵头负责"),
        pytest.param(
            "（市水务局、市住建局为牵头单位，市财政局、各区政府为责任单位）",
            "市水务局、市住建局 | 市财政局、各区政府?",
            id="为牵头单位, 为责任单位",
        ),
        pytest.param(
            "（市水务局为牵头单位，市财政局为配合单位）", "市水务局 | 市财政局", id="为配合单位"
        ),
        pytest.param("（市水务局为责任单位）", "市水务局", id="为责任单位"),
        pytest.param(
            "（市水务局负责，市住建局配合，2026年6月底前完成）",
            "市水务局 | 市住建局 | 2026-06-30",
            id="a deadline after the verbs",
        ),
        pytest.param(
            "（责任单位：市水务局；完成时限：2026年底）",
            "市水务局 |  | 2026-12-31",
            id="a labelled deadline",
        ),
        pytest.param(
            "（2026年6月底前；市水务局、市住建局负责）",
            "市水务局、市住建局 |  | 2026-06-30",
            id="the deadline first",
        ),
        pytest.param(
            "（完成时限：2026年6月底前；牵头单位：市水务局）",
            "市水务局 |  | 2026-06-30",
            id="时限 first",
        ),
        pytest.param("（牵头单位：市水务局，下同）", "市水务局", id="下同"),
        pytest.param(
            "（各区政府〔除滨河区外〕负责）", "各区政府〔除滨河区外〕? | ?", id="除…外 in a bracket"
        ),
        pytest.param("（除滨河区外，各区政府负责）", "各区政府? | ?", id="除…外"),
        pytest.param("（各相关部门按职责分工负责）", "各相关部门", id="各相关部门"),
        pytest.param(
            "（市水务局牵头，市级有关部门配合）", "市水务局 | 市级有关部门", id="市级有关部门"
        ),
        pytest.param(
            "（牵头单位：市水务局，配合单位：各区政府、市级有关部门）",
            "市水务局 | 各区政府、市级有关部门",
            id="collectives under a label",
        ),
        pytest.param(
            "（市水务局、市住建局，各区政府负责）",
            "市水务局、市住建局、各区政府",
            id="comma then 负责",
        ),
        pytest.param(
            "（市水务局；市住建局、市财政局）",
            "市水务局、市住建局、市财政局? | ?",
            id="a semicolon without words of role",
        ),
        pytest.param(
            "（市水务局、市住建局，2026年6月底前）",
            "市水务局、市住建局? | ? | 2026-06-30",
            id="bare, due",
        ),
        pytest.param(
            "（市水务局 2026年6月底前）", "市水务局 |  | 2026-06-30", id="bare, a space, due"
        ),
        pytest.param(
            "（市水务局、市住建局6月底前完成）",
            "市水务局、市住建局? | ? | 2026-06-30",
            id="bare, glued due",
        ),
        pytest.param(
            "（6月底前，市水务局、市住建局）",
            "市水务局、市住建局? | ? | 2026-06-30",
            id="due, then bare",
        ),
        pytest.param(
            "（市水务局牵头，市住建局配合；持续推进）",
            "市水务局 | 市住建局 | 持续推进",
            id="持续推进",
        ),
        pytest.param("（市水务局牵头，6月底前完成）", "市水务局 |  | 2026-06-30", id="no year"),
        pytest.param(
            "（责任领导：唐一鸣；责任单位：市水务局）", "市水务局 |  |  | 唐一鸣", id="a leader"
        ),
        pytest.param(
            "（牵头领导：唐一鸣，牵头单位：市水务局）", "市水务局 |  |  | 唐一鸣", id="牵头领导"
        ),
        pytest.param(
            "（责任单位：市水务局、\n市住建局）", "市水务局、市住建局", id="over a line break"
        ),
        pytest.param(
            "（市水务局牵\n头，市住建局配合）", "市水务局 | 市住建局", id="a verb over a line break"
        ),
        pytest.param(
            "（牵头单位：市水务局）（配合单位：市住建局）", "市水务局 | 市住建局", id="two brackets"
        ),
        pytest.param(
            "（责任单位：市水务局）（2026年6月底前完成）",
            "市水务局 |  | 2026-06-30",
            id="two, one due",
        ),
        pytest.param(
            "\n（牵头单位：市水务局；配合单位：市住建局）", "市水务局 | 市住建局", id="its own line"
        ),
        pytest.param("——市水务局牵头，市住建局配合", "市水务局 | 市住建局", id="a dash instead"),
        pytest.param(
            "（市水务局主办，市住建局、市财政局协办）",
            "市水务局 | 市住建局、市财政局",
            id="主办, 协办",
        ),
        pytest.param("（主办：市水务局 会办：市住建局）", "市水务局 | 市住建局", id="主办: 会办:"),
        pytest.param(
            "（责任单位：市水务局牵头，市住建局、市财政局参与）",
            "市水务局 | 市住建局、市财政局",
            id="mixed",
        ),
        pytest.param(
            "（市水务局、市住建局牵头，市直有关单位按职责分工负责）",
            "市水务局、市住建局 | 市直有关单位",
            id="two lead",
        ),
        pytest.param("（市水务局）", "市水务局", id="one body alone"),
        pytest.param(
            "（省级指导单位：省水利厅；市级牵头单位：市水务局；配合单位：市住建局）",
            "市水务局? | 市住建局?",
            id="a label unknown before the others",
        ),
        pytest.param(
            "（时限：2026年6月30日前；责任：市水务局）", "市水务局 |  | 2026-06-30", id="责任 alone"
        ),
        pytest.param(
            "（责任单位：市水务局、市住建局；2026年6月底前完成）",
            "市水务局、市住建局 |  | 2026-06-30",
            id="a deadline behind the list of a label",
        ),
        pytest.param(
            "（2026年6月底前；责任单位：市水务局、市住建局）",
            "市水务局、市住建局 |  | 2026-06-30",
            id="a deadline before the label",
        ),
        pytest.param(
            "（市水务局牵头，2026年6月底前完成，市住建局配合）",
            "市水务局 | 市住建局 | 2026-06-30",
            id="a deadline between the verbs",
        ),
        pytest.param(
            "（市水务局牵头，市住建局会同市财政局负责）",
            "市水务局 | 市住建局、市财政局",
            id="会同 below 牵头",
        ),
        pytest.param(
            "（市水务局、市住建局等）", "市水务局、市住建局? | ?", id="a bare list with 等"
        ),
        pytest.param(
            "（责任部门：水务局、住建局、各乡镇人民政府）",
            "水务局、住建局、各乡镇人民政府",
            id="names without their place",
        ),
        pytest.param(
            "（县水务局牵头，县住建局、财政局配合）",
            "县水务局 | 县住建局、县财政局",
            id="a shared prefix",
        ),
        pytest.param(
            "（牵头单位：市水务局，责任单位：各区政府、管委会）", "市水务局 | ?", id="管委会"
        ),
    ],
)
def test_a_bracket_says_who_and_when(bracket: str, cells: str) -> None:
    paper = f"一、水务\n\n1.{SEWERS}{bracket}\n\n2.治理易涝点。（市应急局负责）"
    agree(paper, f"{SEWERS} | {cells}", "治理易涝点。 | 市应急局")
    assert [table.form for table in tables(paper)] == ["prose"]


@pytest.mark.parametrize("verb", ["指导", "监督", "督办", "负责指导", "督促落实"])
def test_who_guides_or_oversees_takes_part_and_is_doubted(verb: str) -> None:
    agree(
        f"1.修缮书场。（区文旅局负责，区住建局{verb}）",
        "修缮书场。 | 区文旅局? | 区住建局?",
    )


def test_who_oversees_beside_lead_and_support_takes_part() -> None:
    agree(
        "1.修缮书场。（区文旅局牵头，区住建局配合，区政府督查室督办）",
        "修缮书场。 | 区文旅局? | 区住建局、区政府督查室?",
    )
