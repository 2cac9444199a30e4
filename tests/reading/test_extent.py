"""A file with more running text, or longer flattened tables, than is read is refused."""

from __future__ import annotations

import pytest

from importers.reading import SourceError, read_bytes
from importers.reading.sources.limits import MAX_FLATTENED, MAX_LINES

TITLE = "云州市临溪区2026年重点工作任务分工表"
HEADER = ("序号", "重点工作", "牵头单位", "配合单位", "完成时限")
ROW = ("1", "打通断头路两条。", "区交通局", "区财政局", "6月底前")


def paragraphs(*words: str) -> bytes:
    return "\n\n".join(words).encode()


def refusal(name: str, data: bytes) -> SourceError:
    with pytest.raises(SourceError) as caught:
        read_bytes(name, data)
    return caught.value


def test_running_text_is_read_up_to_the_limit() -> None:
    items = ["整治河道。（责任单位：区水务局）"] * (MAX_LINES - 1)
    (plan,) = read_bytes("plan.txt", paragraphs(TITLE, *items)).plans
    assert len(plan.tables[0].tasks) == len(items)


def test_running_text_beyond_the_limit_is_refused_where_it_is_reached() -> None:
    error = refusal("plan.txt", paragraphs(TITLE, *["整治河道。"] * MAX_LINES))
    assert error.place == f"plan.txt:{2 * MAX_LINES + 1}"
    assert f"超过 {MAX_LINES} 行" in error.problem


def test_a_table_that_names_nobody_counts_by_its_cells() -> None:
    rows = "河名,长度,宽度\n" + "清溪,12,3\n" * MAX_LINES
    error = refusal("rivers.csv", rows.encode())
    assert error.place.startswith("rivers.csv 第 ")
    assert "其他表格的每一格算一行" in error.problem


def test_a_long_table_of_tasks_does_not_count() -> None:
    rows = "\n".join(",".join(row) for row in (HEADER, *[ROW] * (MAX_LINES // 4)))
    (plan,) = read_bytes("plan.csv", rows.encode()).plans
    assert len(plan.tables[0].tasks) == MAX_LINES // 4


def test_a_flattened_table_beyond_the_limit_is_refused_with_what_to_bring_instead() -> None:
    rows = ROW * (MAX_FLATTENED // len(ROW) + 1)
    error = refusal("plan.txt", paragraphs(TITLE, *HEADER, *rows))
    assert error.place.startswith("plan.txt:")
    assert f"超过 {MAX_FLATTENED} 行" in error.problem
    assert "Word 或 Excel" in error.mend
