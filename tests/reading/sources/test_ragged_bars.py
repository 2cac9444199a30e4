"""Rows between bars that lost the bar before their first cell."""

from __future__ import annotations

import pytest

from tests.reading.layouts.papers import agree

RULE = "|---|---|---|---"
ROWS = ("整治河道 | 陈丰 | 区水务局 | 6月底", "种树 | 李明 | 区绿化局 | 9月底")
READ = (
    "整治河道 | 区水务局 |  | 2026-06-30 | 陈丰",
    "种树 | 区绿化局 |  | 2026-09-30 | 李明",
)


@pytest.mark.parametrize("rule", [f"{RULE}\n", f"{RULE}|\n", ""], ids=["open", "closed", "none"])
@pytest.mark.parametrize("last", ["", " |"], ids=["open rows", "closed rows"])
@pytest.mark.parametrize(
    ("first", "second"),
    [("| ", "| "), ("", "| "), ("| ", ""), ("", "")],
    ids=["both", "the second", "the first", "neither"],
)
def test_a_row_without_its_first_bar_is_a_row(
    rule: str, last: str, first: str, second: str
) -> None:
    header = f"| 任务 | 责任领导 | 责任部门 | 时限{last}"
    agree(f"{header}\n{rule}{first}{ROWS[0]}{last}\n{second}{ROWS[1]}{last}", *READ)


def test_a_line_that_goes_on_with_a_row_is_none() -> None:
    agree(
        f"| 任务 | 责任领导 | 责任部门 | 时限 |\n{RULE}|\n"
        "| 整治河道\n和湖泊 | 陈丰 | 区水务局 | 6月底 |",
        "整治河道和湖泊 | 区水务局 |  | 2026-06-30 | 陈丰",
    )
