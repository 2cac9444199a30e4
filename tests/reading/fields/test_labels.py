"""Labels inside cells and lines."""

from __future__ import annotations

import pytest

from importers.reading.fields.labels import label_of


@pytest.mark.parametrize(
    ("text", "role", "rest"),
    [
        ("分管领导:周海鹰", "leader", "周海鹰"),
        ("分管區領導：陳豐", "leader", "陳豐"),
        ("责任人：李四", "leader", "李四"),
        ("牵头部门:区商务委", "lead", "区商务委"),
        ("牵头单位：区商务委", "lead", "区商务委"),
        ("牽頭部門：區科委", "lead", "區科委"),
        ("责任部门: 区科委", "lead", "区科委"),
        ("责任单位和部门：区科委", "lead", "区科委"),
        ("主办单位：区科委", "lead", "区科委"),
        ("牵头：区科委", "lead", "区科委"),
        ("配合部门:区投资办、苏河湾公司", "coop", "区投资办、苏河湾公司"),
        ("協同單位：區科委", "coop", "區科委"),
        ("协办单位:区科委", "coop", "区科委"),
        ("完成时限：年底前", "schedule", "年底前"),
        ("時間節點：2016年底", "schedule", "2016年底"),
        ("实施进度:长期坚持", "schedule", "长期坚持"),
        ("(责任单位:区科委、区文化局)", "lead", "区科委、区文化局"),
        ("（責任部門：區科委）", "lead", "區科委"),
        ("【牵头单位】：区科委", "lead", "区科委"),
        ("牵头部门：", "lead", ""),
    ],
)
def test_a_label_gives_the_role(text: str, role: str, rest: str) -> None:
    assert label_of(text) == (role, rest)


@pytest.mark.parametrize(
    "text",
    [
        "区科委",
        "责任部门",
        "牵头部门 区科委",
        "附件：名单",
        "评估：6月15日前",
        "2.市发改委专场：听取",
        "",
        "：区科委",
    ],
)
def test_without_a_known_label_the_text_comes_back(text: str) -> None:
    assert label_of(text) == (None, text)
