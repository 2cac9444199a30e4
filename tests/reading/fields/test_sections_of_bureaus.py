"""The sections of a bureau are units too: 人事股, 法规科."""

from __future__ import annotations

import pytest

from importers.reading.fields.organs import name_score
from tests.reading.layouts.papers import agree


@pytest.mark.parametrize("name", ["人事股", "基教股", "财务股", "法规科", "人事科", "市场监管股"])
def test_a_section_may_be_a_unit(name: str) -> None:
    assert name_score(name) == name_score("财政所") >= 0.4


@pytest.mark.parametrize(
    "words",
    [
        "控股",
        "国有控股",
        "参股",
        "增资扩股",
        "学科",
        "重点学科",
        "本科",
        "内科",
        "推进本科",
        "口腔医科",
    ],
)
def test_words_that_end_like_a_section_are_none(words: str) -> None:
    assert name_score(words) < 0.4


@pytest.mark.parametrize("unit", ["人事股", "综合科", "审批股"])
def test_a_unit_that_two_rows_repeat_is_no_task(unit: str) -> None:
    cells = (
        *("序号", "重点任务", "工作内容", "责任科室", "完成时限"),
        *("1", "河道整治", "疏浚河道四公里，新建护岸", "水利股", "3月底前"),
        *("公布河湖名录并更新", "法规科", "7月底前"),
        *("2", "队伍建设", "招聘河道保洁员60名", unit, "8月底前"),
        *("开展保洁员业务培训", unit, "6月底前"),
        *("组织技术员下村20次", "技术股", "年底前"),
        *("3", "设施保障", "新建水位站9个", "后勤科", "9月底前"),
    )
    agree(
        "\n\n".join(cells),
        "疏浚河道四公里，新建护岸 | 水利股 |  | 2026-03-31",
        "公布河湖名录并更新 | 法规科 |  | 2026-07-31",
        f"招聘河道保洁员60名 | {unit} |  | 2026-08-31",
        f"开展保洁员业务培训 | {unit} |  | 2026-06-30",
        "组织技术员下村20次 | 技术股 |  | 2026-12-31",
        "新建水位站9个 | 后勤科 |  | 2026-09-30",
    )
