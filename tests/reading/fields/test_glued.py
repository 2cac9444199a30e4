"""Names run together: where they may be cut, and where they may not."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from importers.reading.fields.glued import cut_run


@pytest.mark.parametrize(
    "run",
    [
        "区科委",
        "区委",
        "区市政配套局",
        "市市场监管局",
        "区地区办",
        "全区各部门",
        "区各街道",
        "甲",
        "",
        "推进工作",
    ],
)
def test_one_name_comes_back_whole_and_sure(run: str) -> None:
    assert cut_run(run) == ((run,), None)


@pytest.mark.parametrize(
    "run",
    ["区委员会办公室", "区人民政府各部门", "市公安局市南分局", "供电公司市公司", "区委各部门"],
)
def test_an_opening_inside_a_name_is_no_joint(run: str) -> None:
    assert cut_run(run).names == (run,)


def test_brackets_are_never_cut() -> None:
    names = cut_run("区人社局(区医保局区社保中心)区科委").names
    assert names == ("区人社局(区医保局区社保中心)", "区科委")


def test_two_parents_together_may_be_one_heading() -> None:
    cut = cut_run("区委区政府督查室")
    assert cut.doubt is not None


def test_a_run_longer_than_any_cell_is_left_alone() -> None:
    run = "区科委" * 100
    assert cut_run(run).names == (run,)


ONES = [
    "区科委",
    "区发改委",
    "市财政局",
    "县教育局",
    "公安静安分局",
    "各街道",
    "团区委",
    "区人大办",
]


@given(st.lists(st.sampled_from(ONES), min_size=1, max_size=6))
def test_a_run_of_names_is_cut_into_exactly_those(names: list[str]) -> None:
    assert list(cut_run("".join(names)).names) == names


@given(st.text(alphabet=st.sampled_from("区市委局办各科人大政府()部门街道公安"), max_size=24))
def test_the_pieces_of_any_run_are_the_run(run: str) -> None:
    assert "".join(cut_run(run).names) == run
    assert "".join(cut_run(run, frozenset({"区科委", "市政府"})).names) == run
