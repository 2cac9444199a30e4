"""A task of a corrected paper continues at most one on record, the surest first."""

from __future__ import annotations

import pytest

from importers.diff import Matching, Wording, match_parts, match_tasks

ROADS = "打通青松路等三条断头路并同步完成配套管线入地"
MARKETS = "改造五个标准化菜市场并完善周边停车设施"
LIBRARY = "新建一座区级图书馆"


def wordings(*texts: str) -> list[Wording]:
    """Wordings written as "number|text"."""
    return [Wording(*text.split("|")) for text in texts]


def matched(old: list[str], new: list[str]) -> Matching:
    return match_tasks(wordings(*old), wordings(*new))


@pytest.mark.parametrize(
    ("old", "new", "pairs"),
    [
        pytest.param([f"1|{ROADS}"], [f"1|{ROADS}"], {0: 0}, id="same"),
        pytest.param([f"1|{ROADS}"], [f"7|{ROADS}"], {0: 0}, id="same text, other number"),
        pytest.param([f"1|{ROADS}"], [f"|{ROADS}"], {0: 0}, id="same text, no number"),
        pytest.param(["1|整治河道"], ["1|整治 河\u3000道"], {0: 0}, id="white space aside"),
        pytest.param(["1|整治河道"], ["1|整治河道"], {0: 0}, id="short"),
        pytest.param(["1|推進無紙化"], ["1|推进无纸化"], {0: 0}, id="in the other script"),
        pytest.param([f"1|{ROADS}"], [f"1|{ROADS[:16]}"], {0: 0}, id="cut, same number"),
        pytest.param([f"1|{ROADS}"], [f"2|{ROADS[:16]}"], {}, id="cut, other number"),
        pytest.param([f"1|{ROADS}"], [f"2|{ROADS}。"], {0: 0}, id="much alike, other number"),
        pytest.param([f"1|{ROADS}"], [f"1|{LIBRARY}"], {}, id="same number, another thing"),
        pytest.param([f"|{ROADS}"], [f"|{ROADS[:16]}"], {}, id="no number is no number in common"),
        pytest.param(
            [f"1|{ROADS}", f"2|{MARKETS}"],
            [f"1|{MARKETS}", f"2|{ROADS}"],
            {0: 1, 1: 0},
            id="numbers swapped",
        ),
        pytest.param(
            ["1|加强宣传", "2|加强宣传"],
            ["2|加强宣传", "1|加强宣传"],
            {0: 1, 1: 0},
            id="one text twice",
        ),
        pytest.param(
            ["1|加强宣传"], ["1|加强宣传", "2|加强宣传"], {0: 0}, id="one text, twice now"
        ),
        pytest.param(
            [f"1|{ROADS}一期", f"2|{ROADS}二期"],
            [f"2|{ROADS}二期工程", f"1|{ROADS}一期工程"],
            {0: 1, 1: 0},
            id="alike texts keep to their numbers",
        ),
        pytest.param([], [f"1|{ROADS}"], {}, id="nothing on record"),
        pytest.param([f"1|{ROADS}"], [], {}, id="nothing printed"),
    ],
)  # fmt: skip
def test_a_task_is_known_by_number_and_text(
    old: list[str], new: list[str], pairs: dict[int, int]
) -> None:
    assert matched(old, new).pairs == pairs


def test_what_is_in_no_pair_is_added_or_removed() -> None:
    matching = matched([f"1|{ROADS}", f"2|{MARKETS}"], [f"1|{LIBRARY}", f"2|{MARKETS}"])
    assert (matching.added, matching.removed) == ([0], [0])


def test_nobody_is_taken_twice() -> None:
    old = [f"{n}|{ROADS}" for n in range(5)]
    new = [f"{n}|{ROADS}{'。' * (n % 2)}" for n in range(9)]
    pairs = matched(old, new).pairs
    assert sorted(pairs.values()) == list(range(5))


def test_parts_are_paired_by_one_key_after_the_other() -> None:
    matching = match_parts(["a1", "b2", "c3"], ["c9", "x2", "a1", "y"], [str, lambda one: one[1:]])
    assert matching.pairs == {2: 0, 1: 1}
    assert (matching.added, matching.removed) == ([0, 3], [2])


def test_a_key_that_is_the_same_for_all_pairs_what_is_left_in_order() -> None:
    matching = match_parts(["a", "b", "c"], ["x", "y"], [lambda one: None])
    assert matching.pairs == {0: 0, 1: 1}
    assert matching.removed == [2]
