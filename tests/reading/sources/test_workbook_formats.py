"""A number is printed as the workbook shows it, and a date no more exactly than that."""

from __future__ import annotations

import pytest

from importers.reading.sources.workbook_formats import BUILT_IN, NotShown, shown

DAY = 46_203  # 30 June 2026


@pytest.mark.parametrize(
    ("value", "code", "expected"),
    [
        (DAY, 'yyyy"年"m"月"d"日"', "2026年6月30日"),
        (DAY, "[$-F800]dddd, mmmm dd, yyyy", "2026年6月30日"),
        (DAY, 'yyyy"年"m"月"d"日";@', "2026年6月30日"),
        (DAY, '[DBNum1][$-804]yyyy"年"m"月"d"日"', "2026年6月30日"),
        (DAY, "yyyy-mm-dd", "2026年6月30日"),
        (DAY, 'yyyy"年"m"月"', "2026年6月"),
        (DAY, '[$-804]yyyy"年"m"月";@', "2026年6月"),
        (DAY, "yyyy.mm", "2026年6月"),
        (DAY, "mmm-yy", "2026年6月"),
        (DAY, r"yyyy\-mm", "2026年6月"),
        (DAY, 'yyyy"年度"', "2026年"),
        (DAY, 'm"月"d"日"', "6月30日"),
        (DAY, 'm"月"', "6月"),
        (DAY, "[$-804]aaaa", "2026年6月30日"),
        (DAY + 0.3959, "yyyy-mm-dd hh:mm:ss", "2026年6月30日 9:30"),
        (DAY, "yyyy-mm-dd hh:mm", "2026年6月30日"),
        (0.395834, "h:mm", "9:30"),
        (0.395834, "mm:ss", "9:30"),
        (1.25, "[hh]:mm:ss", "30:00"),
        (1, "yyyy-mm-dd", "1900年1月1日"),
        (61, "yyyy-mm-dd", "1900年3月1日"),
    ],
)
def test_a_date_reads_as_its_format_prints_it(value: float, code: str, expected: str) -> None:
    assert shown(value, code) == expected


def test_workbooks_that_count_from_1904_are_four_years_later() -> None:
    assert shown(DAY - 1462, "yyyy-mm-dd", base_1904=True) == "2026年6月30日"


@pytest.mark.parametrize("number", [27, 36, 50, 52, 57, 17])
def test_the_built_in_formats_for_months_print_months(number: int) -> None:
    assert shown(DAY, BUILT_IN[number]) == "2026年6月"


@pytest.mark.parametrize(
    ("value", "code", "expected"),
    [
        (3.0, "General", "3"),
        (1.25, "General", "1.25"),
        (0.1 + 0.2, "General", "0.3"),
        (-7, "General", "-7"),
        (5, "@", "5"),
        (0.8, "0%", "80%"),
        (0.805, "0.0%", "80.5%"),
        (80, '0"%"', "80%"),
        (1_234_567.891, "#,##0.00", "1,234,567.89"),
        (5, '0"万元"', "5万元"),
        (12.5, "¥#,##0.00", "¥12.50"),
        (5, "000", "005"),
        (1.5, "0.##", "1.5"),
        (2.0, "0.##", "2"),
        (-3, "0;(0)", "(3)"),
        (0, '0;-0;"—"', "—"),
        (0, "0;-0;;@", ""),
        (3, "_ * #,##0_ ;_ * -#,##0_ ", "3"),
        (12_345, '#,##0,"千"', "12千"),
        (0.5, "# ?/?", "0.5"),
        (7, "[>5]0;0.0", "7"),
        (4, '[Red]0"个"', "4个"),
    ],
)
def test_a_number_reads_as_its_format_prints_it(value: float, code: str, expected: str) -> None:
    assert shown(value, code) == expected


@pytest.mark.parametrize("code", ["General", "0.00", "0%", "yyyy-mm-dd"])
@pytest.mark.parametrize("value", [float("nan"), float("inf")])
def test_what_is_no_number_is_refused(value: float, code: str) -> None:
    with pytest.raises(ValueError, match=r"nan|inf"):
        shown(value, code)


@pytest.mark.parametrize(
    ("value", "code"), [(1e300, "0.00"), (1e27, "0.00%"), (1.0, "0" * 9999), (1e-300, "#,##0.00")]
)
def test_numbers_and_formats_of_any_size_are_shown_shortly(value: float, code: str) -> None:
    assert len(shown(value, code)) < 30


@pytest.mark.parametrize("value", [-1, 2_958_466, 9e99])
def test_a_date_beyond_the_calendar_is_not_shown(value: float) -> None:
    with pytest.raises(NotShown):
        shown(value, "yyyy-mm-dd")
