"""No input, however long or odd, keeps the readers of fields busy."""

from __future__ import annotations

import time
from collections.abc import Callable

import pytest

from importers.reading.fields.dates import read_schedule, schedule_fitness
from importers.reading.fields.departments import (
    department_fitness,
    label_of,
    split_departments,
    trailing_departments,
)
from importers.reading.fields.glued import cut_run
from importers.reading.fields.persons import person_fitness, split_leaders
from importers.reading.fields.roles import split_by_role
from importers.reading.fields.targets import read_targets
from importers.reading.numbering import leading_number
from importers.reading.script import compact, fold

LENGTH = 10_000
READERS: list[Callable[[str], object]] = [
    compact,
    cut_run,
    department_fitness,
    fold,
    label_of,
    leading_number,
    person_fitness,
    read_schedule,
    read_targets,
    schedule_fitness,
    split_by_role,
    split_departments,
    split_leaders,
    trailing_departments,
]
UNITS = [
    *("县", "、", "，", "（", "1", "：", " ", "\n", "\u200b", "一", "和", "年", "各", "每", "等"),
    *("县财政局", "县财政局、", "县财政局\n", "县财\n", "县和", "各乡镇和", "A（牵头）、", "牵头"),
    *("会同", "配合单位:", "县财政局负责，", "长期坚持，", "、1", "6月、", "5日、", "15日", "1,"),
    *("2024年6月30日前完成，", "10家", "陈 ", "（按"),
    *("综合行政执法", "综合行政执法、", "市综合行政执法、", "副区长", "王磊", "王磊、", "1.市局 "),
]


@pytest.mark.parametrize("read", READERS, ids=lambda read: read.__name__)
def test_a_cell_of_ten_thousand_characters_is_read_soon(read: Callable[[str], object]) -> None:
    slowest = 0.0
    for unit in UNITS:
        text = (unit * LENGTH)[:LENGTH]
        began = time.perf_counter()
        read(text)
        slowest = max(slowest, time.perf_counter() - began)
    assert slowest < 1


def test_a_long_label_after_white_space_is_still_a_label() -> None:
    assert label_of(" " * 5000 + "责任单位：县财政局") == ("lead", "县财政局")
