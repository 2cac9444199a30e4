"""Where one paper of a file ends and the next begins."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from importers.reading.heads import find_segments
from tests.reading.build import document
from tests.reading.heads.invented import ITEMS, LETTER, NUMBER, SIGNED, TITLE, WANTED


@pytest.mark.parametrize(
    "cited",
    [
        pytest.param(
            "根据\n《云州市人民政府关于印发绿化规划的通知》\n（云政发〔2025〕5号）\n要求，制定本方案。\n",
            id="in book marks, within a sentence",
        ),
        pytest.param(
            "按照\n云州市人民政府关于印发绿化规划的通知\n云政发〔2025〕5号\n各镇抓好落实：\n",
            id="after 按照",
        ),
        pytest.param(
            "云州市人民政府关于印发绿化规划的通知\n云政发〔2025〕5号\n精神，制定本方案。\n",
            id="before 精神",
        ),
        pytest.param(
            "三、编制依据\n云州市人民政府关于印发绿化规划的通知\n云政发〔2025〕5号\n一、任务\n",
            id="under a heading",
        ),
        pytest.param(
            "附件\n1\n云州市人民政府关于印发绿化规划的通知\n云政发〔2025〕5号\n"
            "2\n云州市人民政府关于印发造林规划的通知\n云政发〔2025〕6号\n",
            id="rows of a table",
        ),
    ],
)
def test_a_paper_that_is_cited_begins_no_new_one(cited: str) -> None:
    (segment,) = find_segments(document(TITLE + NUMBER + LETTER + SIGNED + ITEMS + cited + ITEMS))
    assert segment.head == WANTED


def test_lines_of_contents_are_no_part_of_a_title() -> None:
    contents = "区政府关于印发绿化方案的通知……（1）\n区政府办公室关于印发造林要点的通知……（8）\n"
    (segment,) = find_segments(
        document("目 录\n" + contents + TITLE + NUMBER + LETTER + SIGNED + ITEMS)
    )
    assert segment.head == WANTED


def test_a_signature_over_a_letterhead_number_stays_with_its_paper() -> None:
    second = NUMBER.replace("5", "6") + TITLE + LETTER + SIGNED.replace("9日", "10日") + ITEMS
    papers = find_segments(document(NUMBER + TITLE + LETTER + ITEMS + SIGNED + second))
    assert [paper.head.issued_on for paper in papers] == [dt.date(2026, 3, 9), dt.date(2026, 3, 10)]


def test_a_paper_without_number_before_the_first_head_is_kept() -> None:
    text = "临溪区植树计划\n" + ITEMS + ITEMS + SIGNED + TITLE + NUMBER + LETTER + SIGNED + ITEMS
    before, after = find_segments(document(text))
    assert before.head.title == "临溪区植树计划"
    assert after.head == WANTED


def test_words_that_share_a_block_with_a_head_are_not_lost() -> None:
    spaced = (
        TITLE + NUMBER + "2026年3月9日\n" + LETTER
    ).rstrip() + "\n\n一、任务\n\n植树。\n\n治水。\n"
    (segment,) = find_segments(document(spaced))
    assert segment.blocks[0].lines == ("各镇人民政府：", "现将方案印发给你们。")
    assert (segment.blocks[0].location.start, segment.location.start) == (4, 1)


def test_days_and_numbers_without_end_are_no_head() -> None:
    (segment,) = find_segments(document(TITLE + NUMBER + "2026年3月9日\n" * 200))
    assert segment.head == WANTED
    assert len(segment.blocks) > 100


def test_a_head_without_text_at_the_foot_of_a_file_hides_nothing_above_it() -> None:
    foot = "标题：" + TITLE + "发文字号：" + NUMBER + "成文日期：2026年3月9日\n"
    (segment,) = find_segments(document("临溪区绿化方案\n植树\n区绿化局\n" + foot))
    assert segment.head.title == "临溪区绿化方案"
    assert segment.blocks[0].text == "临溪区绿化方案"


def test_a_file_of_blank_cells_holds_no_paper() -> None:
    made = document("临溪区\n")
    blank = replace(made, blocks=(replace(made.blocks[0], lines=("\u00a0",)),))
    assert find_segments(blank) == ()
