"""Figures to reach, and numbers that are none."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from importers.reading.draft import TargetDraft
from importers.reading.fields.targets import read_targets

ONE = [
    ("高新技术企业总量突破280家", "高新技术企业总量", ">=", 280, None, "家"),
    ("总量突破280", "总量", ">=", 280, None, None),
    ("研发投入资金达到30亿元", "研发投入资金", ">=", 30, None, "亿元"),
    ("试点企业申报不少于25家", "试点企业申报", ">=", 25, None, "家"),
    ("覆盖率不低于95%", "覆盖率", ">=", 95, None, "%"),
    ("至少培训300人次", "培训", ">=", 300, None, "人次"),
    ("绿化面积超过12.5万平方米", "绿化面积", ">=", 12.5, None, "万平方米"),
    ("企业技术中心30家以上", "企业技术中心", ">=", 30, None, "家"),
    ("吸引创客1000名以上", "创客", ">=", 1000, None, "名"),
    ("年度能耗增长率力争控制在6.1%以下", "年度能耗增长率", "<=", 6.1, None, "%"),
    ("每平方米能耗不超过0.08吨标煤", "每平方米能耗", "<=", 0.08, None, "吨标煤"),
    ("办结时间控制在10个工作日以内", "办结时间", "<=", 10, None, "个工作日"),
    ("药占比降至30%左右", "药占比", "about", 30, None, "%"),
    ("万元增加值能耗下降1%", "万元增加值能耗下降", "=", 1, None, "%"),
    ("建成3-5家符合导向的人才实训基地", "人才实训基地", "range", 3, 5, "家"),
    ("推进10—12个商务楼宇", "商务楼宇", "range", 10, 12, "个"),
    ("新增成果转化项目130", "成果转化项目", "=", 130, None, None),
    ("面积不低于1,200万平方米", "面积", ">=", 1200, None, "万平方米"),
    ("1.4 每平方米能耗不超过0.08吨标煤", "每平方米能耗", "<=", 0.08, None, "吨标煤"),
    ("研發投入資金達到30億元", "研發投入資金", ">=", 30, None, "億元"),
    ("完成率100%", "完成率", "=", 100, None, "%"),
    ("到2020年，总收入突破2500亿元", "总收入", ">=", 2500, None, "亿元"),
    ("接待量低于50万人次", "接待量", "<", 50, None, "万人次"),
]


@pytest.mark.parametrize(("text", "name", "op", "value", "most", "unit"), ONE)
def test_a_figure_is_read_with_its_comparator_and_unit(
    text: str, name: str | None, op: str, value: float, most: float | None, unit: str | None
) -> None:
    (target,) = read_targets(text)
    read = (target.name, target.op, target.value, target.value_max, target.unit)
    assert read == (name, op, value, most, unit)


def test_a_sentence_may_set_several() -> None:
    found = read_targets("专利申请量累计不少于6000件，授权量累计不少于1600件。企业达到90家")
    assert [(t.name, t.value, t.unit) for t in found] == [
        ("专利申请量", 6000, "件"),
        ("授权量", 1600, "件"),
        ("企业", 90, "家"),
    ]


def test_a_figure_that_only_says_which_companies_is_part_of_the_name() -> None:
    assert read_targets("其中10亿元以上企业达到12家") == (
        TargetDraft(name="10亿元以上企业", op=">=", value=12, unit="家"),
    )


def test_a_second_count_joined_by_and_does_not_take_the_first_ones_name() -> None:
    first, second = read_targets("对3栋商务楼宇和1个公共机构")
    assert (first.value, first.unit, second.value, second.unit) == (3, "栋", 1, "个")
    assert second.name == "公共机构"


@pytest.mark.parametrize(
    "text",
    [
        "2015年底前完成", "6月15日前", "2014-2016年", "静府发〔2015〕7号", "巨鹿路915号大厦",
        "12345热线", "推广3D服务", "4G网络", "完善“1+3+4”体系", "2.0计划", "第3批",
        "附件1", "第三季度",
        "落实“人才20条”", "全球500强企业", "编制2016", "1.1 加强管理", "3", "", "建设三大平台",
    ],
)  # fmt: skip
def test_years_serials_and_names_with_digits_are_no_targets(text: str) -> None:
    assert read_targets(text) == ()


@given(st.text(max_size=50))
def test_any_text_is_answered(text: str) -> None:
    for target in read_targets(text):
        assert (target.op == "range") == (target.value_max is not None)


@given(st.integers(1, 99999), st.sampled_from(["家", "个", "亿元", "万平方米", "%", "人次"]))
def test_every_plain_figure_is_read_back(value: int, unit: str) -> None:
    (target,) = read_targets(f"企业总量不少于{value}{unit}")
    assert (target.value, target.unit, target.op) == (value, unit, ">=")
