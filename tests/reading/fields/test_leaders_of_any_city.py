"""Leaders as cells print them: padded, spaced, run together, with posts."""

from __future__ import annotations

import pytest

from importers.reading.fields.persons import split_leaders

SURE = [
    ("陈 丰", "陈丰"),
    ("陈　丰", "陈丰"),
    ("王　磊　李　宁", "王磊 李宁"),
    ("陈丰 李宁", "陈丰 李宁"),
    ("陈丰  李小宁  欧阳明", "陈丰 李小宁 欧阳明"),
    ("欧阳明 王 磊", "欧阳明 王磊"),
    ("王 磊 欧阳明", "王磊 欧阳明"),
    ("欧 阳 明", "欧阳明"),
    ("欧阳 明", "欧阳明"),
    ("陈丰副区长", "陈丰"),
    ("副县长李宁", "李宁"),
    ("常务副市长王磊", "王磊"),
    ("王磊（常务副市长）", "王磊"),
    ("王磊(副区长)、李宁(副区长)", "王磊 李宁"),
    ("陈丰同志", "陈丰"),
    ("陈丰同志、李宁同志", "陈丰 李宁"),
    ("陈丰、李宁同志", "陈丰 李宁"),
    ("阿依古丽·买买提", "阿依古丽·买买提"),
    ("阿依古丽・买买提", "阿依古丽・买买提"),
    ("阿依古丽•买买提、王磊", "阿依古丽•买买提 王磊"),
    ("县委常委、副县长李宁", "李宁"),
    ("区委常委、常务副区长王磊", "王磊"),
    ("县委副书记王磊", "王磊"),
    ("县政府党组成员陈丰", "陈丰"),
    ("分管领导：陈 丰", "陈丰"),
    ("责任领导：陈丰、李宁", "陈丰 李宁"),
    ("陈丰/李宁", "陈丰 李宁"),
    ("陈丰\n李宁", "陈丰 李宁"),
    ("陈丰，李宁；王磊", "陈丰 李宁 王磊"),
    ("陈 丰、李 宁", "陈丰 李宁"),
    ("陳豐副區長", "陳豐"),
    ("副市长 王磊", "王磊"),
    ("王磊 副市长", "王磊"),
    ("李宁（县财政局局长）", "李宁"),
    ("县财政局局长李宁", "李宁"),
    ("王磊和李宁", "王磊 李宁"),
    ("诸葛明", "诸葛明"),
    ("司徒文宇", "司徒文宇"),
    ("管委会主任陈丰", "陈丰"),
    ("陈丰 副县长、李宁 副县长", "陈丰 李宁"),
    ("副县长：李宁", "李宁"),
    ("李宁区长", "李宁"),
    ("市政府副秘书长王磊", "王磊"),
    ("王磊（牵头）、李宁", "王磊 李宁"),
    ("陈丰（女）", "陈丰"),
]


@pytest.mark.parametrize(("cell", "names"), SURE)
def test_leaders_are_read_without_padding_and_posts(cell: str, names: str) -> None:
    found = split_leaders(cell)
    assert " ".join(found.names) == names
    assert found.certain, found.issues


OPEN = [
    "陈丰李宁",
    "陈丰李小宁",
    "欧阳明王磊",
    "陈丰李宁王磊",
    "陈李宁王",
    "分管副区长",
    "副县长",
    "分管领导",
    "各分管领导",
    "县委常委、副县长",
    "县财政局",
    "主要负责人",
    "王某某",
    "王××",
    "李副县长",
    "张区长",
    "王磊等",
    "局长",
    "各乡镇党委书记",
    "陈丰（县财政局）李宁",
    "无",
    "同上",
    "张 区长",
    "欧阳",
    "李常委",
    "市领导王磊",
    "王磊（李宁）",
    "陈丰、副县长、李宁",
    "王磊 13800000000",
    "书记、县长",
]


@pytest.mark.parametrize("cell", OPEN)
def test_what_names_nobody_for_sure_is_flagged(cell: str) -> None:
    found = split_leaders(cell)
    assert not found.certain
    assert found.issues


CUT = [
    ("陈丰李宁", "陈丰 李宁"),
    ("陈丰李宁王磊", "陈丰 李宁 王磊"),
    ("欧阳明王磊", "欧阳明 王磊"),
    ("陈丰李小宁", "陈丰 李小宁"),
]


@pytest.mark.parametrize(("cell", "names"), CUT)
def test_names_run_together_are_offered_apart(cell: str, names: str) -> None:
    assert " ".join(split_leaders(cell).names) == names
