"""Rules that a plan states once, for the tasks of its tables."""

from __future__ import annotations

import pytest

from tests.reading.layouts.papers import agree, issues

HEADER = ("序号", "任务", "责任单位", "完成时限")
ROWS = (
    ("1", "新建口袋公园三处。", "区绿化局、区财政局", "6月底"),
    ("2", "疏浚河道两公里。", "区水务局", "9月底"),
    ("3", "开展防汛演练。", "区应急局、区水务局、各街道", "5月底"),
)
LED = (
    "新建口袋公园三处。 | 区绿化局 | 区财政局 | 2026-06-30",
    "疏浚河道两公里。 | 区水务局 |  | 2026-09-30",
    "开展防汛演练。 | 区应急局 | 区水务局、各街道 | 2026-05-31",
)
UNLED = (
    "新建口袋公园三处。 | 区绿化局、区财政局",
    "疏浚河道两公里。 | 区水务局",
    "开展防汛演练。 | 区应急局、区水务局、各街道",
)
RULE = "注：责任单位中列第一位的为牵头单位。"


def tabs(*rows: tuple[str, ...], header: tuple[str, ...] = HEADER) -> str:
    """The rows as lines with tabs."""
    return "\n".join("\t".join(row) for row in (header, *rows))


def dumped(*rows: tuple[str, ...], header: tuple[str, ...] = HEADER) -> str:
    """The rows as paragraphs, one a cell."""
    return "\n\n".join(cell for row in (header, *rows) for cell in row)


def barred(*rows: tuple[str, ...], header: tuple[str, ...] = HEADER) -> str:
    """The rows between bars."""
    ruled = (header, ("---",) * len(header), *rows)
    return "\n".join(f"| {' | '.join(row)} |" for row in ruled)


@pytest.mark.parametrize("drawn", [tabs, dumped, barred], ids=["tabs", "dumped", "bars"])
@pytest.mark.parametrize(
    "rule",
    [
        RULE,
        "（责任单位中列首位的为牵头单位）",
        "说明：排在首位的单位为牵头单位，其余为配合单位。",
        "注：第一个单位为牵头单位",
        "备注：责任单位首位单位牵头。",
        "注：责任单位中排名第一的为牵头单位",
        "各项任务列第一位的为牵头单位，请抓好落实。",
    ],
)
@pytest.mark.parametrize("place", ["above", "below", "notice"])
def test_the_first_listed_leads_in_a_table(drawn: object, rule: str, place: str) -> None:
    table = drawn(*ROWS)  # type: ignore[operator]
    paper = {
        "above": f"{rule}\n\n{table}",
        "below": f"{table}\n\n{rule}",
        "notice": f"各街道：\n\n现将任务印发给你们。{rule}\n\n重点任务分工表\n\n{table}",
    }[place]
    agree(paper, *LED)
    assert "列在首位的责任单位作为牵头单位" in issues(paper)


@pytest.mark.parametrize("column", ["责任部门", "承办单位", "责任单位（列首位的为牵头单位）"])
def test_any_column_without_a_role_obeys(column: str) -> None:
    header = ("序号", "任务", column, "完成时限")
    rule = "" if "首位" in column else RULE
    agree(f"{rule}\n\n{tabs(*ROWS, header=header)}", *LED)


def test_without_a_rule_all_that_are_listed_lead() -> None:
    agree(tabs(*ROWS), *(f"{row} |  | {due}" for row, due in zip(UNLED, DUES, strict=True)))


DUES = ("2026-06-30", "2026-09-30", "2026-05-31")


@pytest.mark.parametrize("column", ["牵头单位", "主办部门", "牵头责任单位"])
def test_a_column_of_leads_stays_as_it_is(column: str) -> None:
    header = ("序号", "任务", column, "完成时限")
    paper = f"{RULE}\n\n{tabs(*ROWS, header=header)}"
    agree(paper, *(f"{row} |  | {due}" for row, due in zip(UNLED, DUES, strict=True)))
    assert "首位" not in issues(paper)


def test_roles_that_a_cell_prints_win() -> None:
    rows = (
        ("1", "新建公园。", "区财政局、区绿化局共同牵头", "6月底"),
        ("2", "疏浚河道。", "区水务局牵头，区财政局配合", "9月底"),
        ("3", "开展演练。", "区应急局、区水务局", "5月底"),
    )
    agree(
        f"{RULE}\n\n{tabs(*rows)}",
        "新建公园。 | 区财政局、区绿化局 |  | 2026-06-30",
        "疏浚河道。 | 区水务局 | 区财政局 | 2026-09-30",
        "开展演练。 | 区应急局 | 区水务局 | 2026-05-31",
    )


def test_a_rule_beside_a_column_of_support_leaves_the_lead_in_doubt() -> None:
    header = ("序号", "任务", "责任单位", "配合单位")
    rows = (
        ("1", "新建公园。", "区绿化局、区财政局", "各街道"),
        ("2", "疏浚河道。", "区水务局", "区财政局"),
    )
    agree(
        f"{RULE}\n\n{tabs(*rows, header=header)}",
        "新建公园。 | 区绿化局、区财政局? | 各街道?",
        "疏浚河道。 | 区水务局 | 区财政局",
    )


TWO = (
    "附件1\n河道任务清单\n\n"
    + tabs(("1", "疏浚河道。", "区水务局、区财政局", "9月底"))
    + "\n\n{first}\n\n附件2\n绿化任务清单\n\n"
    + tabs(("1", "新建公园。", "区绿化局、区财政局", "6月底"))
    + "\n\n{last}"
)


def test_a_remark_under_one_table_is_doubted_in_another() -> None:
    agree(
        TWO.format(first="注：列第一位的为牵头单位。", last=""),
        "疏浚河道。 | 区水务局 | 区财政局 | 2026-09-30",
        "新建公园。 | 区绿化局、区财政局? | ? | 2026-06-30",
    )


def test_a_rule_before_both_tables_reaches_both() -> None:
    agree(
        "各项任务列第一位的为牵头单位。\n\n" + TWO.format(first="", last=""),
        "疏浚河道。 | 区水务局 | 区财政局 | 2026-09-30",
        "新建公园。 | 区绿化局 | 区财政局 | 2026-06-30",
    )


@pytest.mark.parametrize("drawn", [tabs, dumped, barred], ids=["tabs", "dumped", "bars"])
@pytest.mark.parametrize("mark", ["★", "▲", "☆"])
def test_a_mark_in_a_cell_leads_where_the_plan_says_so(drawn: object, mark: str) -> None:
    rows = (
        ("1", "新建口袋公园三处。", f"{mark}区绿化局、区财政局", "6月底"),
        ("2", "疏浚河道两公里。", f"区水务局{mark}、区财政局", "9月底"),
    )
    paper = f"注：标{mark}的为牵头单位。\n\n{drawn(*rows)}"  # type: ignore[operator]
    agree(
        paper,
        "新建口袋公园三处。 | 区绿化局 | 区财政局 | 2026-06-30",
        "疏浚河道两公里。 | 区水务局 | 区财政局 | 2026-09-30",
    )
    assert f"标“{mark}”的单位" in issues(paper)


def test_a_standing_rule_beside_a_column_of_support_adds_to_it() -> None:
    header = ("序号", "任务", "责任单位", "配合单位")
    agree(
        "以下各项均需各街镇落实，不再逐一列出。\n\n"
        + tabs(
            ("1", "新建公园。", "区绿化局", "区财政局"),
            ("2", "疏浚。", "区水务局", ""),
            header=header,
        ),
        "新建公园。 | 区绿化局 | 区财政局、各街镇?",
        "疏浚。 | 区水务局 | 各街镇?",
    )


def test_bold_type_that_a_table_lost_leaves_the_lead_in_doubt() -> None:
    agree(
        "（加粗的为牵头单位）\n\n" + tabs(*ROWS[:2]),
        "新建口袋公园三处。 | 区绿化局、区财政局? | ? | 2026-06-30",
        "疏浚河道两公里。 | 区水务局 |  | 2026-09-30",
    )


@pytest.mark.parametrize("drawn", [tabs, dumped, barred], ids=["tabs", "dumped", "bars"])
def test_a_standing_rule_adds_its_body_to_each_row(drawn: object) -> None:
    header = ("序号", "任务", "牵头单位", "完成时限")
    rows = (
        ("1", "新建口袋公园三处。", "区绿化局", "6月底"),
        ("2", "疏浚河道两公里。", "区水务局", "9月底"),
    )
    table = drawn(*rows, header=header)  # type: ignore[operator]
    agree(
        f"以下各项均需各街镇落实，不再逐一列出。\n\n{table}",
        "新建口袋公园三处。 | 区绿化局 | 各街镇? | 2026-06-30",
        "疏浚河道两公里。 | 区水务局 | 各街镇? | 2026-09-30",
    )
