"""Tasks that a plan's text and its table both state."""

from __future__ import annotations

import pytest

from tests.reading.layouts.papers import issues, tables, tasks

TABLE = (
    "| 序号 | 工作任务 | 牵头单位 | 配合单位 | 完成时限 |\n| --- | --- | --- | --- | --- |\n"
    "| 1 | 疏浚护城河，清淤三公里 | 市水务局 | 市城管局 | 2026年9月 |\n"
    "| 2 | 修缮古戏台两座 | 市文旅局 | 市住建局、市财政局 | 2026年11月 |\n"
    "| 3 | 编制书场名录 | 市文旅局 | 市民政局 | 2026年6月 |"
)


def paper(*items: str) -> str:
    return "\n".join(items) + f"\n\n附件\n任务分解表\n\n{TABLE}"


RIVER = "（一）疏浚护城河。推进水系连通，全线清淤三公里。（牵头单位：{}；配合单位：市城管局）"
STAGE = "（二）保护古建。修缮古戏台两座。（牵头单位：市文旅局；配合单位：市住建局）"


def test_what_the_table_says_too_is_listed_once_and_told() -> None:
    document = paper(RIVER.format("市水务局"), STAGE)
    assert [task.text for task in tasks(document)] == [
        "疏浚护城河，清淤三公里",
        "修缮古戏台两座",
        "编制书场名录",
    ]
    assert issues(document).count("写有同一任务") == 2


def test_what_the_table_does_not_say_stays() -> None:
    document = paper(RIVER.format("市水务局"), STAGE, "（三）开设夜校。（责任单位：市教育局）")
    assert [task.lead for task in tasks(document)][:1] == [("市教育局",)]
    assert len(tasks(document)) == 4


@pytest.mark.parametrize(
    "item",
    [
        pytest.param(RIVER.format("市住建局"), id="another leads"),
        pytest.param(
            RIVER.format("市水务局").replace("市城管局", "市财政局"), id="another takes part"
        ),
    ],
)
def test_what_differs_in_its_bodies_stays_and_is_doubted(item: str) -> None:
    document = paper(item, STAGE)
    said = tasks(document)[0]
    assert len(tasks(document)) == 4
    assert (said.certain.lead, said.certain.coop) == (False, False)
    assert "可能是同一任务" in issues(document)


def test_a_table_of_few_of_the_items_leaves_them_where_they_are_and_it_is_told() -> None:
    others = [f"（{n}）开设夜校{n}所。（责任单位：市教育局）" for n in "二三四"]
    document = paper(RIVER.format("市水务局"), *others)
    assert len(tasks(document)) == 7
    assert tasks(document)[0].certain.lead
    assert issues(document).count("可能是同一任务") == 1


def test_a_text_all_of_which_the_table_says_leaves_no_empty_table() -> None:
    (table,) = tables(paper(RIVER.format("市水务局")))
    assert table.form == "grid"


def test_two_items_never_go_into_one_row() -> None:
    twice = "{}修缮古戏台两座。（牵头单位：市文旅局；配合单位：市住建局）"
    document = paper(twice.format("（一）"), twice.format("（二）城东"))
    assert len(tasks(document)) == 4
