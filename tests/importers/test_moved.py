"""Only what changed places among the others has moved."""

from __future__ import annotations

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from importers.commit.moved import out_of_order


@pytest.mark.parametrize(
    ("places", "moved"),
    [
        pytest.param([], set(), id="nothing"),
        pytest.param([0, 1, 2], set(), id="as it was"),
        pytest.param([4, 5, 6], set(), id="pushed down by others"),
        pytest.param([0, 2, 7], set(), id="closed up where others went"),
        pytest.param([3, 0, 1, 2], {0}, id="the last comes first"),
        pytest.param([1, 2, 3, 0], {3}, id="the first comes last"),
        pytest.param([0, 3, 4, 1, 2, 5, 6], {1, 2}, id="one of two blocks that swapped"),
        pytest.param([2, 1, 0], {0, 1}, id="turned round"),
    ],
)
def test_only_what_breaks_the_order_has_moved(places: list[int], moved: set[int]) -> None:
    assert out_of_order(places) == moved


@given(st.permutations(range(7)))
def test_what_stays_ascends_and_nothing_longer_does(places: list[int]) -> None:
    moved = out_of_order(places)
    stayed = [place for at, place in enumerate(places) if at not in moved]
    assert stayed == sorted(stayed)
    longer = combinations(places, len(stayed) + 1)
    assert not any(list(one) == sorted(one) for one in longer)
