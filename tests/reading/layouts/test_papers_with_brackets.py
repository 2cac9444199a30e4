"""Whole papers with brackets, and brackets that are none of this kind."""

from __future__ import annotations

import pytest

from tests.reading.layouts.papers import agree

TWO_TIMES = "9月底前，完成新建排水管网；11月底前，治理易涝点八处。"


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
                "摸底。 | 市水务局 |  | 2026-03-31",
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
