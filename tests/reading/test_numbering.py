"""Numbers in front of paragraphs, and quantities that are none."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from importers.reading.numbering import Numbering, han_number, leading_number
from importers.reading.script import visible

NUMBERED = [
    pytest.param("8 完善门户网站", "1", (8,), "8", "完善门户网站", id="serial and a space"),
    pytest.param("1、加大力度", "1.", (1,), "1、", "加大力度", id="enumeration comma"),
    pytest.param("4. 探索新模式", "1.", (4,), "4.", "探索新模式", id="point and space"),
    pytest.param("１２．加强", "1.", (12,), "１２．", "加强", id="full width"),
    pytest.param("1.1电子政务", "1.1", (1, 1), "1.1", "电子政务", id="two levels"),
    pytest.param("1.10 年度考核", "1.1", (1, 10), "1.10", "年度考核", id="年度 is no unit"),
    pytest.param("2.3 家庭医生", "1.1", (2, 3), "2.3", "家庭医生", id="家庭 is no unit"),
    pytest.param("2.4 项目推进", "1.1", (2, 4), "2.4", "项目推进", id="项目 is no unit"),
    pytest.param("3.2.1 建设", "1.1.1", (3, 2, 1), "3.2.1", "建设", id="three levels"),
    pytest.param("(1)加大", "（1）", (1,), "(1)", "加大", id="half-width brackets"),
    pytest.param("（12）加大", "（1）", (12,), "（12）", "加大", id="full-width brackets"),
    pytest.param("1)加大", "1）", (1,), "1)", "加大", id="closing bracket alone"),
    pytest.param("(一)商贸", "（一）", (1,), "(一)", "商贸", id="Chinese in brackets"),
    pytest.param("（二十二）园区", "（一）", (22,), "（二十二）", "园区", id="twenty-two"),
    pytest.param("一、打造", "一、", (1,), "一、", "打造", id="Chinese and comma"),
    pytest.param("十一、落实", "一、", (11,), "十一、", "落实", id="eleven"),
    pytest.param("第一章 总则", "第一章", (1,), "第一章", "总则", id="chapter"),
    pytest.param("第二節 目標", "第一节", (2,), "第二節", "目標", id="section, Traditional"),
    pytest.param("第十三条 本办法", "第一条", (13,), "第十三条", "本办法", id="article"),
    pytest.param("③落实责任", "①", (3,), "③", "落实责任", id="circled"),
    pytest.param("  2.区科委", "1.", (2,), "2.", "区科委", id="indented"),
]


@pytest.mark.parametrize(("text", "style", "values", "prefix", "rest"), NUMBERED)
def test_a_number_is_read_with_its_style(
    text: str, style: str, values: tuple[int, ...], prefix: str, rest: str
) -> None:
    number, remainder = leading_number(text)
    assert number is not None
    assert (number.style, number.values, number.prefix, remainder) == (style, values, prefix, rest)


@pytest.mark.parametrize(
    ("text", "style", "values"),
    [("12", "1", (12,)), (" 1.10 ", "1.1", (1, 10)), ("一", "一", (1,)), ("1-2", "1-1", (1, 2))],
)
def test_a_serial_may_be_the_whole_cell(text: str, style: str, values: tuple[int, ...]) -> None:
    number, rest = leading_number(text)
    assert number is not None
    assert (number.style, number.values, rest) == (style, values, "")


@pytest.mark.parametrize(
    "text",
    [
        "2015年底前完成", "2017年起实施", "201610月完成", "2016", "3幢商务楼宇", "3 幢商务楼宇",
        "10-12个楼宇", "3-5家", "1.5亿元", "1.5 亿元", "1.1%", "6.1％以下", "2.0版", "12345热线",
        "30日前", "800秀", "3D服务", "一是加强领导", "二大会址", "三、四季度", "十三五期间",
        "（筹）", "(2014-2016)", "第三季度", "第一百货", "区科委", "", "6個中心", "100余家",
    ],
)  # fmt: skip
def test_a_quantity_or_a_year_is_no_number(text: str) -> None:
    assert leading_number(text) == (None, text)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("三", 3), ("十", 10), ("十五", 15), ("二十", 20), ("廿三", 23), ("九十九", 99),
        ("一百", 100), ("一百零八", 108), ("一百二十", 120), ("〇", 0),
        ("", None), ("十十", None), ("甲", None), ("百", None), ("二三", None),
    ],
)  # fmt: skip
def test_chinese_numerals_below_a_thousand(text: str, value: int | None) -> None:
    assert han_number(text) == value


@given(st.integers(1, 99), st.integers(1, 99))
def test_every_two_level_number_is_read_back(first: int, second: int) -> None:
    number, rest = leading_number(f"{first}.{second} 加强管理")
    assert number == Numbering("1.1", (first, second), f"{first}.{second}")
    assert rest == "加强管理"


@given(st.text(max_size=30))
def test_any_text_is_answered(text: str) -> None:
    number, rest = leading_number(text)
    assert (number is None) == (rest == visible(text)) or rest == ""


def test_an_invisible_character_before_a_number_does_not_hide_it() -> None:
    number, rest = leading_number("\ufeff1.\u200b植树")
    assert number is not None
    assert (number.values, rest) == ((1,), "植树")
