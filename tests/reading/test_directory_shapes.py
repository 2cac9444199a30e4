"""Directories whose full and short names are held apart in other ways than by wide spaces."""

from __future__ import annotations

import pytest

from importers.reading.directory import read_directory
from tests.reading.build import segment

NAMES = [
    ("云州市发展和改革委员会", "市发改委"),
    ("云州市财政局", "市财政局"),
    ("云州市人力资源和社会保障局", "市人社局"),
]


@pytest.mark.parametrize(
    "shape",
    [
        pytest.param("{no}. {full}  简称：{short}", id="简称 with a colon"),
        pytest.param("{no}.{full}（简称“{short}”）", id="in brackets"),
        pytest.param("{full}（以下简称{short}）；", id="以下简称"),
        pytest.param("{full}，简称{short}。", id="after a comma"),
        pytest.param("{full}——{short}", id="a dash"),
        pytest.param("{full} {short}", id="one space"),
        pytest.param("{short}：{full}", id="short name first"),
        pytest.param("| {no} | {full} | {short} |", id="pipes"),
        pytest.param("（{no}）{full}：{short}", id="a serial in brackets"),
        pytest.param("{no} {full} {short}", id="a serial and spaces"),
    ],
)
@pytest.mark.parametrize("joint", ["\n", None], ids=["one block", "a block each"])
def test_the_two_names_of_a_line_are_told_apart(shape: str, joint: str | None) -> None:
    lines = [shape.format(no=no, full=f, short=s) for no, (f, s) in enumerate(NAMES, start=1)]
    texts = [joint.join(lines)] if joint else lines
    found = read_directory(segment("市政府机构简称", *texts, "以上简称自印发之日起使用。"))
    assert [(entry.full, entry.short) for entry in found] == NAMES


@pytest.mark.parametrize(
    "lines",
    [
        pytest.param(("张三：局长", "李四：副局长"), id="persons and posts"),
        pytest.param(("地址——云州市南山路", "电话——云州市总机"), id="labels"),
    ],
)
def test_other_pairs_are_no_directory(lines: tuple[str, ...]) -> None:
    assert read_directory(segment("市政府机构简称", *lines)) == ()
