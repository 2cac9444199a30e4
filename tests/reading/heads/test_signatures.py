"""Who signed, and when: at the end of a letter, or of a paper."""

from __future__ import annotations

import pytest

from importers.reading.heads.lines import written_lines
from importers.reading.heads.signatures import Signature, find_signatures
from tests.reading.build import document

GOVERNMENT = "云州市临溪区人民政府"
LETTER = "各镇：\n现印发给你们。\n"


def signatures_of(text: str, *issuers: str) -> list[Signature]:
    lines = written_lines(document(text).blocks)
    return find_signatures(lines, 0, len(lines), issuers)


@pytest.mark.parametrize(
    ("text", "issuers"),
    [
        pytest.param(f"{LETTER}{GOVERNMENT}\n2026年3月9日\n", (GOVERNMENT,), id="two lines"),
        pytest.param(f"{LETTER}{GOVERNMENT} 2026年3月9日\n", (GOVERNMENT,), id="one line"),
        pytest.param(
            f"{LETTER}临溪区委\n{GOVERNMENT}\n2026年3月9日", ("临溪区委", GOVERNMENT), id="two"
        ),
        pytest.param(f"{LETTER}2026年3月9日\n一、任务", (), id="a day alone"),
    ],
)
def test_the_signature_of_a_letter(text: str, issuers: tuple[str, ...]) -> None:
    assert signatures_of(text, GOVERNMENT) == [Signature(issuers, "2026年3月9日", in_letter=True)]


def test_a_day_on_its_own_after_a_chapter_signs_nothing() -> None:
    assert signatures_of(LETTER + "一、任务\n召开会议。\n2026年3月9日\n", GOVERNMENT) == []


def test_another_organ_does_not_sign_for_the_issuer() -> None:
    assert signatures_of("一、任务\n云州市公路局\n2026年6月30日\n", GOVERNMENT) == []


def test_a_cell_that_names_the_issuer_in_short_signs_nothing_after_the_letter() -> None:
    assert signatures_of("一、任务\n区政府\n2026年6月30日\n", GOVERNMENT) == []


def test_without_an_issuer_more_than_one_day_under_organs_is_a_table() -> None:
    row = "云州市公路局\n2026年6月30日\n"
    assert len(signatures_of("一、任务\n" + row)) == 1
    assert signatures_of("一、任务\n" + row + "区水务局\n2026年9月30日\n") == []


def test_the_letter_outweighs_what_follows_it() -> None:
    text = f"{LETTER}{GOVERNMENT}\n2026年3月9日\n一、任务\n{GOVERNMENT}\n2026年6月30日\n"
    assert [one.day for one in signatures_of(text, GOVERNMENT)] == ["2026年3月9日"]


def test_an_imprint_comes_last_whoever_prints() -> None:
    text = f"{GOVERNMENT}办公室 2026年3月10日印发\n{GOVERNMENT}\n2026年3月9日\n"
    first, imprint = signatures_of(text, GOVERNMENT)
    assert (first.is_imprint, imprint.is_imprint) == (False, True)
