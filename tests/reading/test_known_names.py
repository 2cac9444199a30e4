"""Names that lost their last character are made whole where the file knows them."""

from __future__ import annotations

import pytest

from importers.reading.known_names import KnownNames, Mended

PLAN = (
    "由区水务局会同各街道推进。\n区科委\n区发改委、区财政局\n智慧教育服务\n重点专项：智慧医疗服务"
)
FILE = "区科协\n区府办\n区府台办\n区档案局负责。"
KNOWN = KnownNames(PLAN, FILE, directory=("区委党校",))


@pytest.mark.parametrize(
    ("cut", "mended"),
    [
        pytest.param("区水务局", Mended("区水务局", certain=True), id="whole already"),
        pytest.param("区水务", Mended("区水务局", certain=True), id="known from a sentence"),
        pytest.param("区科", Mended("区科委", certain=True), id="the plan knows one, the file two"),
        pytest.param("区府", Mended("区府办", certain=True), id="one name that stands apart"),
        pytest.param("区档案", Mended("区档案局", certain=True), id="known to the file alone"),
        pytest.param("区委党", Mended("区委党校", certain=True), id="known to a directory"),
        pytest.param("区体育", Mended("区体育", certain=False), id="not known at all"),
    ],
)
def test_a_cut_name_is_mended_only_as_far_as_the_file_knows(cut: str, mended: Mended) -> None:
    assert KNOWN.mend(cut) == mended


def test_of_two_names_that_begin_alike_the_commoner_is_offered_and_flagged() -> None:
    known = KnownNames("区科委\n区科委\n区科协", "")
    assert known.mend("区科") == Mended("区科委", certain=False)


def test_a_traditional_name_is_mended_in_its_own_script() -> None:
    known = KnownNames("區財政局", "")
    assert known.mend("區財政") == Mended("區財政局", certain=True)


@pytest.mark.parametrize("cut", ["区委", "区人大", "区政协"])
def test_a_leading_body_stands_for_its_office_and_is_flagged(cut: str) -> None:
    assert KNOWN.mend(cut) == Mended(f"{cut}办", certain=False)


@pytest.mark.parametrize(
    ("cut", "guess"), [("临工集", "临工集团"), ("革命纪念", "革命纪念馆"), ("区体育", "区体育")]
)
def test_an_ending_that_breaks_off_is_guessed_and_flagged(cut: str, guess: str) -> None:
    assert KNOWN.mend(cut) == Mended(guess, certain=False)


def test_two_cut_lines_of_one_name_are_each_made_whole() -> None:
    mended = KNOWN.mend_joined("区信用体系联席会", "成员单")
    assert mended == Mended("区信用体系联席会议成员单位", certain=False)


@pytest.mark.parametrize(
    ("cut", "ways"),
    [
        pytest.param("智慧教", ("智慧教育服务",), id="one line goes on that way"),
        pytest.param("智慧", ("智慧教育服务", "智慧医疗服务"), id="two lines, in their order"),
        pytest.param("智慧交", (), id="none"),
    ],
)
def test_a_cut_heading_goes_on_as_lines_of_the_plan_do(cut: str, ways: tuple[str, ...]) -> None:
    assert KNOWN.headings(cut) == ways


def test_departments_that_the_plan_prints_apart_are_known() -> None:
    known = KnownNames("县教育局、县民政局\n由县财政局负责推进。", "", directory=("县林业局",))
    assert known.names == {"县教育局", "县民政局", "县林业局"}


@pytest.mark.parametrize(
    ("plan", "bare"),
    [
        pytest.param("教育局、县委宣传部", {"教育局"}, id="at the head of a line"),
        pytest.param("责任单位：教育局", {"教育局"}, id="after a label"),
        pytest.param("县委宣传部、教育局", set(), id="behind a rank"),
        pytest.param("教育局\n县教育局", set(), id="printed with a rank too"),
    ],
)
def test_a_department_without_rank_is_known_where_none_is_shared(plan: str, bare: set[str]) -> None:
    assert {name for name in KnownNames(plan, "").names if not name.startswith("县")} == bare
