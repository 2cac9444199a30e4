"""Numbers are written as Word writes them."""

from __future__ import annotations

import pytest

from importers.reading.sources.counting import number


@pytest.mark.parametrize(
    ("form", "written"),
    [
        ("decimal", {1: "1", 12: "12"}),
        ("decimalZero", {3: "03", 12: "12"}),
        ("decimalFullWidth", {12: "１２"}),
        ("numberInDash", {3: "- 3 -"}),
        ("none", {1: ""}),
        ("bullet", {1: ""}),
        ("upperRoman", {4: "IV", 19: "XIX"}),
        ("lowerRoman", {9: "ix", 4000: "4000"}),
        ("upperLetter", {1: "A", 26: "Z", 27: "AA", 0: "0"}),
        ("lowerLetter", {2: "b", 28: "bb"}),
        ("decimalEnclosedCircle", {1: "①", 20: "⑳", 21: "㉑", 36: "㊱", 50: "㊿", 51: "51"}),
        ("decimalEnclosedCircleChinese", {3: "③"}),
        ("decimalEnclosedFullstop", {1: "⒈", 20: "⒛", 21: "21"}),
        ("decimalEnclosedParen", {2: "⑵"}),
        ("ideographEnclosedCircle", {1: "㊀", 10: "㊉"}),
        (
            "chineseCounting",
            {1: "一", 10: "十", 11: "十一", 20: "二十", 99: "九十九", 100: "一〇〇"},
        ),
        ("chineseCountingThousand", {103: "一百零三", 110: "一百一十", 2026: "二千零二十六"}),
        ("japaneseCounting", {10: "十", 35: "三十五"}),
        ("taiwaneseCountingThousand", {15: "十五"}),
        ("chineseLegalSimplified", {3: "叁", 10: "壹拾", 15: "壹拾伍", 21: "贰拾壹"}),
        ("ideographDigital", {1: "一", 10: "一〇", 26: "二六"}),
        ("japaneseDigitalTenThousand", {10: "一〇"}),
        ("ideographTraditional", {1: "甲", 11: "甲"}),
        ("ideographZodiac", {12: "亥", 13: "子"}),
        ("chineseCounting", {0: "0"}),
        ("unheardOf", {7: "7"}),
    ],
)
def test_a_form_writes_its_numbers(form: str, written: dict[int, str]) -> None:
    assert {value: number(value, form) for value in written} == written
