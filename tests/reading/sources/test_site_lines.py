"""What a web site puts around a paper, in text that was pasted from it."""

from __future__ import annotations

import pytest

from importers.reading.sources.site_lines import footer_start, is_of_site, without_site
from tests.reading.build import blocks
from tests.reading.layouts.papers import agree

REGISTER = "云ICP备00000000号"
FOOTERS = [
    pytest.param((REGISTER,), id="register alone"),
    pytest.param(("主办：临溪区人民政府办公室", REGISTER), id="who keeps it"),
    pytest.param(("网站标识码：5300000000", "云公网安备 53000000000000号"), id="marks"),
    pytest.param(("版权所有：临溪区人民政府", "电话：0000-0000000"), id="rights and telephone"),
    pytest.param(("联系电话：0000-0000000", "地址：湖滨路1号", f"{REGISTER} 标识码"), id="where"),
    pytest.param((f"主办单位：临溪区人民政府办公室　{REGISTER}",), id="on one line"),
    pytest.param(("技术支持：云州信息中心", "copyright 2026"), id="who made it"),
]
HEADER = ("序号", "任务", "牵头单位", "配合单位")
ROWS = ("1", "整治河道。", "区水务局", "区财政局", "2", "种树。", "区绿化局", "区财政局")


@pytest.mark.parametrize("footer", FOOTERS)
def test_a_footer_is_no_cell_of_the_last_row(footer: tuple[str, ...]) -> None:
    agree(
        "\n\n".join((*HEADER, *ROWS, *footer)),
        "整治河道。 | 区水务局 | 区财政局",
        "种树。 | 区绿化局 | 区财政局",
    )


@pytest.mark.parametrize("footer", FOOTERS)
def test_a_footer_names_nobody_in_running_text(footer: tuple[str, ...]) -> None:
    agree(
        "\n".join(("1.整治河道。（责任单位：区水务局）", "上一篇：关于值班的通知", *footer)),
        "整治河道。 | 区水务局",
    )


@pytest.mark.parametrize("footer", FOOTERS)
def test_a_footer_begins_with_what_is_of_it(footer: tuple[str, ...]) -> None:
    assert footer_start(("整治河道。", "区水务局", *footer)) == 2


@pytest.mark.parametrize(
    "last",
    [
        "协办单位：区财政局",
        "技术支持：区数据局",
        "联系单位：区财政局",
        "维护河道设施。",
        "区信息中心",
    ],
)
def test_what_stands_over_a_register_and_is_of_the_paper_stays(last: str) -> None:
    assert footer_start(("整治河道。", last, REGISTER)) == 2


def test_nothing_is_a_footer_without_an_entry_in_a_register() -> None:
    lines = ("整治河道。", "主办单位：区政府办公室", "电话：0000-0000000")
    assert footer_start(lines) == 3


@pytest.mark.parametrize(
    "line", ["完成ICP备案手续。", "督促网吧公安备案。", "规范网站标识码管理。"]
)
def test_a_task_about_registers_is_no_footer(line: str) -> None:
    assert footer_start(("整治河道。", line)) == 2


def test_a_register_in_the_midst_of_a_paper_ends_nothing() -> None:
    assert footer_start((REGISTER, *["整治河道。"] * 20)) == 21


@pytest.mark.parametrize(
    "line",
    [
        "打印",
        "【打印】【关闭】",
        "上一篇：关于值班的通知",
        "您的位置：首页 > 公开",
        "字号：[大][中][小]",
    ],
)
def test_lines_for_readers_of_the_site(line: str) -> None:
    assert is_of_site(line)


@pytest.mark.parametrize("line", ["关闭小煤矿三处", "上一年任务", "打印耗材集中采购。"])
def test_lines_that_only_begin_so_stay(line: str) -> None:
    assert not is_of_site(line)


def test_what_is_left_of_a_block_keeps_its_places() -> None:
    found = list(without_site(blocks("河道\n打印\n绿化", "种树")))
    assert [(one.text, one.location.start, one.location.end) for one in found] == [
        ("河道", 1, 1),
        ("绿化", 3, 3),
        ("种树", 5, 5),
    ]
