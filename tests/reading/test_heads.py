"""A gazette is cut into papers, each with title, number, date and issuer."""

from __future__ import annotations

import datetime as dt

import pytest

from importers.reading.draft import Period, PlanHead
from importers.reading.heads import find_segments
from importers.reading.heads.facts import NO_DATE, NO_ISSUER, NO_TITLE
from tests.reading.build import document
from tests.reading.heads.invented import (
    ITEMS,
    LETTER,
    NUMBER,
    OWN,
    SIGNED,
    TITLE,
    WANTED,
    head_of,
)

WHOLE = """
云州市临溪区人民政府

关于印发《临溪区2026年

水环境治理行动方案》的通知

（2026年3月9日）

临府发〔2026〕5号

各镇人民政府、街道办事处：

现将方案印发给你们，请认真执行。

临溪区2026年水环境治理行动方案

一、总体要求

治理全区河道。
"""


def test_a_head_gives_title_number_date_issuer_and_period() -> None:
    assert head_of(WHOLE) == PlanHead(
        title="临溪区2026年水环境治理行动方案",
        doc_number="临府发〔2026〕5号",
        issued_on=dt.date(2026, 3, 9),
        issuer="云州市临溪区人民政府",
        period=Period(2026, 2026),
    )


def test_issuer_and_title_may_share_one_line() -> None:
    head = head_of(
        "云州市临溪区人民政府办公室关于印发《临溪区绿化计划》的通知\n\n2026年3月9日\n\n"
        "临府办〔2026〕6号\n\n各单位：\n\n一、目标"
    )
    assert head.issuer == "云州市临溪区人民政府办公室"
    assert head.title == "临溪区绿化计划"


def test_a_notice_without_a_plan_keeps_its_own_title() -> None:
    head = head_of(
        "云州市临溪区人民政府\n\n关于调整政府领导工作分工的通知\n\n2026年3月9日\n\n临府〔2026〕7号\n\n各单位："
        "\n\n调整如下。"
    )
    assert head.title == "关于调整政府领导工作分工的通知"


def test_a_lost_opening_book_mark_is_made_good_by_the_title_over_the_text() -> None:
    head = head_of(WHOLE.replace("《", ""))
    assert head.title == "临溪区2026年水环境治理行动方案"
    assert any("书名号" in issue for issue in head.issues)


def test_the_lost_dash_between_two_years_is_put_back() -> None:
    head = head_of(WHOLE.replace("临溪区2026年", "临溪区20262028年"))
    assert head.title == "临溪区2026-2028年水环境治理行动方案"
    assert head.period == Period(2026, 2028)


def test_damage_in_number_and_date_is_repaired_and_named() -> None:
    head = head_of(WHOLE.replace("〕5号", "5").replace("（2026年3月9日）", "(202639)"))
    assert (head.doc_number, head.issued_on) == ("临府发〔2026〕5号", dt.date(2026, 3, 9))
    assert len(head.issues) == 2


def test_a_gazette_is_cut_where_the_next_head_begins() -> None:
    second = WHOLE.replace("水环境治理", "空气治理").replace("5号", "6号")
    first, other = find_segments(document("目录\n\n临溪区公报\n" + WHOLE + second))
    assert (first.head.doc_number, other.head.doc_number) == (
        "临府发〔2026〕5号",
        "临府发〔2026〕6号",
    )
    assert "空气治理" not in "".join(block.text for block in first.blocks)


def test_the_issuer_of_a_forwarded_plan_is_the_one_that_forwards() -> None:
    text = WHOLE.replace("关于印发", "关于转发区水务局").replace(
        "人民政府\n", "人民政府办公室\n", 1
    )
    assert head_of(text).issuer == "云州市临溪区人民政府办公室"


def test_a_file_without_number_is_one_paper_with_what_its_front_tells() -> None:
    head = head_of(
        "云州市2026年智慧城市计划\n\n《云州市2026年智慧城市计划》已经市政府同意，现印发给你们。\n\n"
        "云州市人民政府办公室 2026年6月11日\n\n一、要求"
    )
    assert head == PlanHead(
        title="云州市2026年智慧城市计划",
        issued_on=dt.date(2026, 6, 11),
        issuer="云州市人民政府办公室",
        period=Period(2026, 2026),
    )


# --- where the facts of a head stand -----------------------------------------------------


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(TITLE + NUMBER + LETTER + SIGNED + OWN + ITEMS, id="signed after the letter"),
        pytest.param(TITLE + NUMBER + LETTER + OWN + ITEMS + SIGNED, id="signed at the end"),
        pytest.param(TITLE + NUMBER + LETTER + "2026年3月9日\n" + ITEMS, id="a day without a name"),
        pytest.param(TITLE + NUMBER + "2026-03-09\n" + LETTER + ITEMS, id="day under the number"),
        pytest.param(NUMBER + TITLE + LETTER + SIGNED + ITEMS, id="number over the title"),
        pytest.param(
            "云州市临溪区人民政府文件\n" + NUMBER + TITLE + LETTER + SIGNED + ITEMS,
            id="letterhead",
        ),
        pytest.param(
            "云州市临溪区人民政府文件 临府发〔2026〕5号\n" + TITLE + LETTER + SIGNED + ITEMS,
            id="letterhead and number on one line",
        ),
        pytest.param(
            TITLE.strip() + " 临府发〔2026〕5号 2026年3月9日\n" + LETTER + ITEMS,
            id="title, number and day on one line",
        ),
        pytest.param(
            TITLE + "临府发〔2026〕5号 签发人：张三\n" + LETTER + SIGNED + ITEMS, id="a signatory"
        ),
        pytest.param(TITLE + "文号：" + NUMBER + LETTER + SIGNED + ITEMS, id="a labelled number"),
        pytest.param(
            TITLE
            + "发布日期：2026-03-19 09:32 信息来源：区府办\n字号：[大 中 小]\n"
            + NUMBER
            + LETTER
            + SIGNED
            + ITEMS,
            id="a site's lines between title and number",
        ),
        pytest.param(
            "索引号：X1\n发文机关：云州市临溪区人民政府\n成文日期：2026年03月09日\n标 题："
            + TITLE
            + "发文字号："
            + NUMBER
            + "发布日期：2026年03月19日\n"
            + TITLE
            + LETTER
            + ITEMS,
            id="a site's front matter, key and value on a line",
        ),
        pytest.param(
            "索引号\nX1\n发文机关\n云州市临溪区人民政府\n成文日期\n2026-03-09\n标题\n"
            + TITLE
            + "发文字号\n"
            + NUMBER
            + "主题分类\n林业\n"
            + TITLE
            + NUMBER
            + LETTER
            + ITEMS,
            id="a site's front matter, key and value in turn",
        ),
        pytest.param(
            "索 引 号：X1 发文机关：云州市临溪区人民政府 成文日期：2026年3月9日 发文字号："
            + NUMBER
            + "关于印发临溪区绿化方案的通知\n"
            + LETTER
            + ITEMS,
            id="a site's front matter on one line",
        ),
        pytest.param(
            TITLE.replace("云州市临溪区人民政府", "区政府") + NUMBER + LETTER + SIGNED + ITEMS,
            id="issuer in short, signed in full",
        ),
        pytest.param(
            TITLE + NUMBER + LETTER + ITEMS + "云州市临溪区人民政府办公室 2026年3月9日印发\n",
            id="an imprint only",
        ),
        pytest.param(
            TITLE.replace("《", "").replace("》", "")
            + NUMBER
            + SIGNED.split("\n")[1]
            + "\n"
            + ITEMS,
            id="a title without book marks",
        ),
    ],
)
def test_the_facts_are_found_wherever_they_are_printed(text: str) -> None:
    assert head_of(text) == WANTED


@pytest.mark.parametrize("mark", ["2026111日", "2026年115日", "（2026年2月30日）", "2026年3月"])
@pytest.mark.parametrize(
    "template",
    [
        pytest.param(TITLE + NUMBER + "{}\n" + ITEMS, id="beside the number"),
        pytest.param(
            TITLE + NUMBER + LETTER + "云州市临溪区人民政府\n{}\n" + ITEMS, id="in the signature"
        ),
    ],
)
def test_a_day_that_cannot_be_decided_is_none_with_an_issue(template: str, mark: str) -> None:
    head = head_of(template.format(mark))
    assert head.issued_on is None
    assert head.issues == (f"印发日期无法确定：{mark}",)


def test_signatures_that_disagree_decide_no_day() -> None:
    head = head_of(TITLE + NUMBER + ITEMS + SIGNED + SIGNED.replace("9日", "8日"))
    assert head.issued_on is None
    assert head.issues[0].startswith("印发日期无法确定")


def test_days_that_disagree_are_all_named_and_the_one_beside_the_title_is_taken() -> None:
    head = head_of("成文日期：2026年3月1日\n" + TITLE + NUMBER + "2026年3月9日\n" + LETTER + ITEMS)
    assert head.issued_on == dt.date(2026, 3, 9)
    assert head.issues == ("几处日期不一致：2026-03-09、2026-03-01，请核对。",)


def test_a_title_that_names_another_organ_on_its_first_line_is_read_whole() -> None:
    lines = "临溪区政府办公室转发区水务局等部门\n关于加快绿化的方案的通知\n"
    head = head_of(lines + NUMBER + "2026年3月9日\n" + LETTER + ITEMS)
    assert (head.issuer, head.title) == ("临溪区政府办公室", "关于加快绿化的方案")


def test_what_was_looked_for_and_not_found_is_named() -> None:
    assert head_of("临溪区绿化方案\n" + ITEMS).issues == (NO_DATE, NO_ISSUER)
    assert head_of(ITEMS).issues == (NO_TITLE, NO_DATE, NO_ISSUER)


@pytest.mark.parametrize(
    "lines",
    [
        pytest.param("中共临溪区委办公室 临溪区人民政府办公室\n", id="on one line"),
        pytest.param("中共临溪区委办公室\n临溪区人民政府办公室\n", id="on two lines"),
        pytest.param("中共临溪区委办公室 临溪区人民政府办公室", id="on the title's line"),
    ],
)
def test_joint_issuers_are_kept_apart(lines: str) -> None:
    head = head_of(
        lines + "关于印发《临溪区绿化方案》的通知\n临委办〔2026〕3号\n2026年3月9日\n" + ITEMS
    )
    assert head.issuer == "中共临溪区委办公室、临溪区人民政府办公室"
    assert head.title == "临溪区绿化方案"


@pytest.mark.parametrize(
    ("printed", "issuer"),
    [
        pytest.param("临溪区水务局等六部门", "临溪区水务局等六部门", id="and others"),
        pytest.param("臺北市政府", "臺北市政府", id="a Taiwan government"),
        pytest.param("区政府", "区政府", id="in short and nowhere in full"),
    ],
)
def test_other_names_of_issuers(printed: str, issuer: str) -> None:
    assert (
        head_of(f"{printed}关于印发绿化方案的通知\n{NUMBER}2026年3月9日\n{ITEMS}").issuer == issuer
    )


def test_names_of_a_table_over_a_head_issue_nothing() -> None:
    last_cells = "云州市临溪区人民政府城东街道办事处\n城东街道办事处\n区水务局\n"
    text = TITLE + NUMBER + LETTER + ITEMS + last_cells + TITLE + NUMBER.replace("5", "6") + LETTER
    first, second = find_segments(document(text + SIGNED + ITEMS))
    assert second.head.issuer == "云州市临溪区人民政府"
    assert first.blocks[-1].text == "区水务局"
