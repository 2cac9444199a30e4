"""Brackets at the end of an item or a sentence: (牵头单位:甲;责任单位:乙), (甲牵头,乙配合)."""

from __future__ import annotations

import pytest

from tests.reading.layouts.papers import agree, tables

TWO_TIMES = "9月底前，完成新建排水管网；11月底前，治理易涝点八处。"
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


@pytest.mark.parametrize(
    ("paper", "rows"),
    [
        pytest.param(
            "（一）加强水务。新建排水管网。（责任单位：市水务局）治理易涝点。（责任单位：市住建局）"
            "清理河道。（责任单位：市河长办）",
            (
                "加强水务。新建排水管网。 | 市水务局",
                "治理易涝点。 | 市住建局",
                "清理河道。 | 市河长办",
            ),
            id="a bracket after each sentence",
        ),
        pytest.param(
            "（一）加强水务。新建排水管网（市水务局负责）；治理易涝点（市住建局负责）；清理河道（市河长办负责）。",
            ("加强水务。新建排水管网 | 市水务局", "治理易涝点 | 市住建局", "清理河道 | 市河长办"),
            id="a bracket before each semicolon",
        ),
        pytest.param(
            "（一）加强水务。新建排水管网，市水务局牵头，6月底前完成。（责任单位：市水务局）",
            ("加强水务。新建排水管网，市水务局牵头，6月底前完成。 | 市水务局 |  | 2026-06-30?",),
            id="a deadline in the sentence",
        ),
        pytest.param(
            "1.2026年6月底前，完成新建排水管网二十公里。（市水务局负责）",
            ("2026年6月底前，完成新建排水管网二十公里。 | 市水务局 |  | 2026-06-30?",),
            id="a deadline opens the sentence",
        ),
        pytest.param(
            f"1.{TWO_TIMES}（市水务局负责）",
            (f"{TWO_TIMES} | 市水务局 |  | 2026-09-30,2026-11-30?",),
            id="two deadlines in the sentences",
        ),
        pytest.param(
            "1.新建排水管网。3月底前开工，10月底前完工。（市水务局负责）",
            ("新建排水管网。3月底前开工，10月底前完工。 | 市水务局 |  | 2026-03-31,2026-10-31?",),
            id="begun and done",
        ),
        pytest.param(
            "1.新建排水管网。（市水务局负责；3月底前开工，10月底前完工）",
            ("新建排水管网。 | 市水务局 |  | 2026-03-31,2026-10-31",),
            id="begun and done in the bracket",
        ),
        pytest.param(
            "一、水务\n1.新建排水管网。（市水务局负责）\n2.治理易涝点。\n3.清理河道。（市河长办负责）",
            ("新建排水管网。 | 市水务局", "治理易涝点。 | ? | ?", "清理河道。 | 市河长办"),
            id="an item without anybody",
        ),
        pytest.param(
            "一、水务\n（一）新建排水管网。新建二十公里，\n改造十公里，提升防洪排涝能力。（市水务局\n牵头，市住建局配合）",
            ("新建排水管网。新建二十公里，改造十公里，提升防洪排涝能力。 | 市水务局 | 市住建局",),
            id="wrapped lines",
        ),
        pytest.param(
            "1.新建排水管网。由市水务局牵头，市住建局配合，于2026年6月底前完成。\n2.治理易涝点。市住建局牵头。",
            ("新建排水管网。 | 市水务局? | 市住建局? | 2026-06-30", "治理易涝点。 | 市住建局? | ?"),
            id="no bracket at all",
        ),
        pytest.param(
            "1.新建排水管网。\n市水务局牵头，市住建局配合\n2.治理易涝点。\n市住建局牵头，市水务局配合",
            ("新建排水管网。 | 市水务局? | 市住建局?", "治理易涝点。 | 市住建局? | 市水务局?"),
            id="a line without bracket",
        ),
        pytest.param(
            "（一）完善管网。1.摸底。（市水务局负责，3月底前完成）2.整改。（市住建局负责，6月底前完成）",
            (
                "完善管网。1.摸底。 | 市水务局 |  | 2026-03-31",
                "整改。 | 市住建局 |  | 2026-06-30",
            ),
            id="numbers within a paragraph",
        ),
        pytest.param(
            "1.完善管网（牵头单位：市水务局）：新建二十公里。\n2.治理易涝点（市住建局负责）：改造八处。",
            ("完善管网：新建二十公里。 | 市水务局", "治理易涝点：改造八处。 | 市住建局"),
            id="a bracket after the heading, the text behind it",
        ),
        pytest.param(
            "一是新建排水管网。（市水务局负责）二是治理易涝点。（市住建局负责）",
            ("一是新建排水管网。 | 市水务局", "二是治理易涝点。 | 市住建局"),
            id="一是, 二是",
        ),
        pytest.param(
            "1.新建《云州市城市防洪条例》（2020年修订）要求的管网（以下简称管网）。（市水务局负责）",
            ("新建《云州市城市防洪条例》（2020年修订）要求的管网（以下简称管网）。 | 市水务局",),
            id="ordinary brackets in the text stay there",
        ),
        pytest.param(
            "1.建立由市水务局牵头、市住建局参与的联席会议，市财政局配合做好保障。（责任单位：市应急局）",
            ("建立由市水务局牵头、市住建局参与的联席会议，市财政局配合做好保障。 | 市应急局",),
            id="roles in the sentence are no trailer",
        ),
        pytest.param(
            "1.新建排水管网。（责任单位：市水务局。完成时限：2026年6月底前。）",
            ("新建排水管网。 | 市水务局 |  | 2026-06-30",),
            id="full stops between the labels",
        ),
        pytest.param(
            "1.新建排水管网。（市水务局牵头；市住建局、市财政局等部门配合；2026年12月底前完成）",
            ("新建排水管网。 | 市水务局 | 市住建局、市财政局? | 2026-12-31",),
            id="等 among those who take part leaves the lead certain",
        ),
    ],
)
def test_papers_with_brackets(paper: str, rows: tuple[str, ...]) -> None:
    agree(paper, *rows)


@pytest.mark.parametrize(
    "paper",
    [
        pytest.param("1.云州市水务局（以下简称市水务局）依法管理河道。", id="以下简称"),
        pytest.param("1.根据《防洪条例》第十条（市水务局、市住建局职责）执行。", id="an article"),
        pytest.param("1.材料报市水务局（联系人：沈越，电话：88880000）。", id="a contact person"),
        pytest.param("1.本方案由市水务局负责解释。\n2.本方案自2026年3月1日起施行。", id="负责解释"),
        pytest.param(
            "一、各单位要落实主体责任。\n二、责任单位：要提高站位，加强协同。",
            id="a sentence under a label",
        ),
        pytest.param("1.评选先进单位（市水务局、市住建局除外）。", id="除外"),
        pytest.param("1.请于6月底前报送材料（市水务局410室）。", id="a room"),
        pytest.param("1.会议由市长主持（市水务局、市住建局主要负责同志参加）。", id="who attends"),
        pytest.param("1.报送材料。\n联系单位：市水务局，联系电话：88880000。", id="联系单位"),
    ],
)
def test_ordinary_brackets_and_labels_are_no_tasks(paper: str) -> None:
    agree(paper)
