"""What stands over and under the items of a paper is none of them."""

from __future__ import annotations

import pytest

from importers.reading.pipeline import read_document
from tests.reading.build import document
from tests.reading.layouts.papers import agree, tasks

TITLE = "云州市2026年护城河整治任务清单"
ITEMS = "1.清淤。（责任单位：市水务局）\n2.绿化。（责任单位：市林业局）"


def texts(paper: str) -> list[str]:
    plans = read_document(document(paper)).plans
    return [task.text for plan in plans for table in plan.tables for task in table.tasks]


@pytest.mark.parametrize(
    "under",
    [
        "（市水务局　2026年3月6日）",
        "（2026年3月6日市政府第5次常务会议通过）",
        "（云州市河湖保护工作领导小组办公室 2026年3月）",
        "（二〇二六年三月六日）",
    ],
)
@pytest.mark.parametrize("gap", ["\n", "\n\n"], ids=["run on", "apart"])
def test_office_and_day_under_the_title_are_no_task(under: str, gap: str) -> None:
    assert texts(f"{TITLE}\n{under}{gap}{ITEMS}") == ["清淤。", "绿化。"]


def test_a_title_over_two_lines_is_no_task() -> None:
    paper = f"云州市人民政府办公室\n{TITLE}\n（市水务局　2026年3月6日）\n{ITEMS}"
    assert texts(paper) == ["清淤。", "绿化。"]


def test_a_bracket_of_a_unit_and_its_day_under_a_task_is_its_trailer() -> None:
    agree("1.清淤三公里。\n（市水务局，2026年6月30日）", "清淤三公里。 | 市水务局 |  | 2026-06-30")


@pytest.mark.parametrize(
    "signature",
    [
        "云州市人民政府办公室\n2026年2月27日",
        "云州市河湖保护工作领导小组办公室\n\n2026年2月27日",
        "2026年2月27日",
        "附件：名录",
    ],
)
def test_the_signature_is_no_part_of_the_last_item(signature: str) -> None:
    paper = f"一、市水务局牵头事项（2项）\n1.清淤。\n2.护岸加固三处。\n\n{signature}"
    assert [(task.text, task.path) for task in tasks(paper)] == [
        ("清淤。", ("一、市水务局牵头事项（2项）",)),
        ("护岸加固三处。", ("一、市水务局牵头事项（2项）",)),
    ]


@pytest.mark.parametrize(
    "chrome",
    [
        "上一篇：关于做好值班工作的通知\n下一篇：关于公布名录的通知",
        "主办单位：云州市人民政府办公室　鄂ICP备00000000号　网站标识码 4200000000",
        "版权所有：云州市人民政府",
    ],
)
def test_what_a_web_page_prints_below_is_no_task(chrome: str) -> None:
    assert texts(f"{TITLE}\n\n{ITEMS}\n各单位按季报送。\n\n{chrome}") == ["清淤。", "绿化。"]
