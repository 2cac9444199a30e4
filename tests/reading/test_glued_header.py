"""A header on one line, nothing between its cells."""

from __future__ import annotations

import pytest

from importers.reading.glued_header import glued_cells, is_header_line

HEADERS = [
    pytest.param("序号|任务内容|牵头单位|配合单位|完成时限", id="two of units"),
    pytest.param("序号|重点任务工作举措|牵头领导|责任单位|完成时间", id="leaders"),
    pytest.param("编号|任务名称|主办单位|协办单位|时限要求", id="编号"),
    pytest.param("类别|序号|具体任务|责任单位|配合单位", id="a category first"),
    pytest.param("责任单位|工作任务|完成时限", id="units first"),
    pytest.param("序号|牵头单位|重点任务|配合单位|完成时限", id="units apart"),
    pytest.param("序号|工作内容|分管领导|责任单位|责任人", id="people"),
    pytest.param("序号|工作事项|责任部门|办结时限|备注", id="a remark"),
]


@pytest.mark.parametrize("header", HEADERS)
def test_words_run_together_fall_into_columns(header: str) -> None:
    words = header.split("|")
    assert [cell.title for cell in glued_cells("".join(words))] == words
    assert is_header_line("".join(words))
    assert is_header_line(" ".join(words))


@pytest.mark.parametrize(
    "line",
    [
        pytest.param("重点任务分工", id="a title"),
        pytest.param("2026年重点工作任务责任单位", id="a year"),
        pytest.param("落实责任单位和完成时限", id="a clause"),
        pytest.param("任务单位", id="too short"),
        pytest.param("", id="nothing"),
        pytest.param("序号 任务", id="two cells"),
        pytest.param("序号任务责任单位" * 9, id="too long"),
    ],
)
def test_other_lines_are_no_header(line: str) -> None:
    assert glued_cells(line) == ()
    assert not is_header_line(line)
