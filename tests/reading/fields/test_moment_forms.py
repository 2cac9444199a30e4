"""Times found in text: where they stand and how they are told apart."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from importers.reading.fields.moment_forms import moment_at, moments_in
from importers.reading.fields.moments import Years


def _times(text: str) -> list[str]:
    return [text[found.start : found.end] for found in moments_in(text, Years(2018))]


@pytest.mark.parametrize(
    ("text", "times"),
    [
        ("2016年10月完成", ["2016年10月"]),
        ("2016年12月底前", ["2016年12月底"]),
        ("2016年6月15日", ["2016年6月15日"]),
        ("2016年第三季度起实施,2020年完成", ["2016年第三季度", "2020年"]),
        ("3月15日前完成方案,6月底前初验", ["3月15日", "6月底"]),
        ("一季度、三季度", ["一季度", "三季度"]),
        ("二、三、四季度", ["二", "三", "四季度"]),
        ("3、6、9月", ["3", "6", "9月"]),
        ("2016年至2020年", ["2016年至2020年"]),
        ("2016年6月至2017年3月", ["2016年6月至2017年3月"]),
        ("自2016年起至2020年", ["2016年起至2020年"]),
        ("即日起至12月31日", ["即日起至12月31日"]),
        ("2024年6-9月", ["2024年6-9月"]),
        ("201610月", ["201610月"]),
        ("2016启动", ["2016"]),
        ("20162020年", ["20162020年"]),
        ("“十三五”期间", ["“十三五”期间"]),
        ("上半年、年底", ["上半年", "年底"]),
        ("国庆节前", ["国庆节"]),
    ],
)
def test_times_are_found_whole(text: str, times: list[str]) -> None:
    assert _times(text) == times


@pytest.mark.parametrize(
    "text",
    [
        "区科委",
        "完成50%",
        "3幢楼",
        "10-12个",
        "第三方评估",
        "30日内",
        "10个工作日",
        "12345热线",
        "一网通办",
        "上下联动",
        "巨鹿路915号",
        "2020个项目",
        "三年内",
        "国庆活动",
        "今后",
        "本区",
        "年轻人",
    ],
)
def test_numbers_and_words_that_are_no_times_are_left(text: str) -> None:
    assert _times(text) == []


def test_a_time_is_read_only_where_it_begins() -> None:
    assert moment_at("到2016年底", 0, Years(2018)) is None
    found = moment_at("到2016年底", 1, Years(2018))
    assert found is not None
    assert (found.start, found.end) == (1, 7)


@given(
    st.text(
        alphabet=st.sampled_from("20167至-、年月日底季度第三上半十五期间起前完成 ，"), max_size=24
    )
)
def test_times_never_overlap_and_stay_in_the_text(text: str) -> None:
    end = 0
    for found in moments_in(text, Years(2018)):
        assert end <= found.start < found.end <= len(text)
        end = found.end
