"""Units as the last words of a line, as flattened rows print them."""

from __future__ import annotations

import pytest

from importers.reading.fields.trailing import trailing_departments

PROSE = "完善社区养老服务网络，新建示范性服务站十处"

TAILS = [
    (" 区民政局", "区民政局"),
    ("。区民政局", "区民政局"),
    ("；区民政局", "区民政局"),
    ("。　县财政局　县民政局", "县财政局 县民政局"),
    ("。区民政局、区财政局、各街道", "区民政局 区财政局 各街道"),
    (" 市住房和城乡建设局、市工业和信息化局", "市住房和城乡建设局 市工业和信息化局"),
    ("\t市民政局", "市民政局"),
    ("。团市委", "团市委"),
    ("。 市委宣传部 市文旅局", "市委宣传部 市文旅局"),
    ("。各乡镇（街道）", "各乡镇（街道）"),
    ("。县民政局、各乡镇（街道）人民政府", "县民政局 各乡镇（街道）人民政府"),
    ("。区人社局（医保办）", "区人社局（医保办）"),
    ("。国网宁川县供电公司", "国网宁川县供电公司"),
    ("。市民政局和市财政局", "市民政局 市财政局"),
    ("。市民政局、财政局", "市民政局 市财政局"),
    ("。市民政局等", "市民政局等"),
    ("。市民政局、市财政局等部门", "市民政局 市财政局等部门"),
    ("。市政务服务和大数据管理局", "市政务服务和大数据管理局"),
    ("。县民政局 县财政局 城关镇", "县民政局 县财政局 城关镇"),
    ("。高新区管委会", "高新区管委会"),
    ("。經濟發展局", "經濟發展局"),
    ("。）区民政局", "区民政局"),
    ("　区民政局", "区民政局"),
]


@pytest.mark.parametrize(("tail", "names"), TAILS)
def test_the_units_at_the_end_of_a_line_are_taken_off(tail: str, names: str) -> None:
    prose, found = trailing_departments(PROSE + tail)
    assert " ".join(found) == names
    assert prose.startswith(PROSE)


PROSES = [
    "，具体由区民政局负责。",
    "，报区民政局",
    "，加强与区民政局",
    "，并抄送市财政局",
    "。责任到各部门",
    " 服务能力",
    " 优化营商环境",
    "。配合区民政局",
    " 联系区民政局",
    "。进一步建设数据中心",
    "。打造技术中心",
    "。支持各类企业",
    "。经济发展局 提升服务",
    "。市民政局 做好服务",
]


@pytest.mark.parametrize("tail", PROSES)
def test_words_that_end_in_a_unit_are_left_alone(tail: str) -> None:
    assert trailing_departments(PROSE + tail) == (PROSE + tail, ())
