"""A paper without a number over it: what its first and last lines tell."""

from __future__ import annotations

import pytest

from importers.reading.heads.facts import FROM_SIGNATURE
from tests.reading.heads.invented import ITEMS, NUMBER, OWN, SIGNED, WANTED, head_of


@pytest.mark.parametrize(
    ("lines", "title"),
    [
        pytest.param(
            "临溪区2026年智慧城市\n三年行动计划\n（2026—2028年）\n",
            "临溪区2026年智慧城市三年行动计划（2026—2028年）",
            id="three lines",
        ),
        pytest.param("关于印发\n临溪区绿化方案的通知\n", "临溪区绿化方案", id="a notice on two"),
        pytest.param("临溪区绿化方案\n绿化任务清单\n", "临溪区绿化方案", id="not the next title"),
        pytest.param("2026年重点工作\n责任分解表\n", "2026年重点工作责任分解表", id="half a name"),
    ],
)
def test_a_title_without_number_is_read_whole(lines: str, title: str) -> None:
    assert head_of(lines + ITEMS).title == title


def test_a_cited_day_is_not_the_day_of_issue() -> None:
    head = head_of("临溪区绿化方案\n按会议精神，制定本方案。\n2026年1月2日\n召开会议。\n" + ITEMS)
    assert head.issued_on is None


def test_a_signature_at_the_end_alone_is_taken_and_shown_to_the_reviewer() -> None:
    head = head_of(OWN + ITEMS + SIGNED)
    assert (head.issuer, head.issued_on) == (WANTED.issuer, WANTED.issued_on)
    assert head.issues == (FROM_SIGNATURE,)


def test_the_organ_over_a_title_issues_it() -> None:
    assert head_of("云州市临溪区人民政府\n" + OWN + ITEMS).issuer == WANTED.issuer


def test_rows_of_a_table_sign_nothing() -> None:
    rows = "云州市公路局\n2026年6月30日\n区水务局\n2026年9月30日\n"
    head = head_of(OWN + "责任单位\n完成时限\n" + rows)
    assert (head.issuer, head.issued_on) == (None, None)


def test_a_number_beside_a_title_that_is_no_notice_is_read() -> None:
    assert head_of("云州市文件\n" + NUMBER + OWN + ITEMS).doc_number == "临府发〔2026〕5号"


STATED = [
    pytest.param("临府发〔2026〕5号 · 2026年3月19日 · 云州市临溪区人民政府", id="points"),
    pytest.param("云州市临溪区人民政府｜临府发〔2026〕5号｜2026年3月19日", id="bars"),
    pytest.param("临府发〔2026〕5号　2026年3月19日　云州市临溪区人民政府", id="wide spaces"),
    pytest.param("临府发〔2026〕5号，2026-03-19，云州市临溪区人民政府", id="commas"),
]


@pytest.mark.parametrize("line", STATED)
def test_number_day_and_issuer_are_read_from_one_line_under_the_title(line: str) -> None:
    head = head_of("临溪区绿化方案\n" + line + "\n\n" + ITEMS)
    assert (head.title, head.doc_number) == ("临溪区绿化方案", "临府发〔2026〕5号")
    assert (str(head.issued_on), head.issuer) == ("2026-03-19", "云州市临溪区人民政府")


def test_day_and_issuer_alone_are_a_head_where_a_point_parts_them() -> None:
    head = head_of("临溪区绿化方案\n2026年3月19日 · 云州市临溪区人民政府\n\n" + ITEMS)
    assert (str(head.issued_on), head.issuer) == ("2026-03-19", "云州市临溪区人民政府")


def test_an_organ_under_a_title_without_number_or_day_beside_it_issues_nothing() -> None:
    assert head_of("临溪区绿化方案\n云州市临溪区水务局\n" + ITEMS).issuer is None
