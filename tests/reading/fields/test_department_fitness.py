"""How much a text looks like departments: lists, cut names, headings, prose."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from importers.reading.fields.departments import department_fitness
from importers.reading.fields.organs import name_score

WHOLE = """
区科委 区发改委 区财政局 区府办 区委办 区委宣传部 区委党校 区人大 区政协 区检察院
区法院 区总工会 团区委 区残联 区科协 公安静安分局 税务静安分局 区公安分局 区府老干部局
区网格化管理中心 区行政服务中心 曹家渡街道 彭浦镇 各街道 各街镇 相关街镇 全区各部门
区各有关部门 各相关部门 各相关单位 区各相关责任部门 各项目主管部门 市级有关部门
其他监管部门 其他行政审批部门 区节能减排工作领导小组成员单位 市北高新集团 苏河湾公司
九百集团 中共二大会址纪念馆 二大纪念馆 区公立医院 市教育局 县发展改革局 自治区教育厅
人民法院 市中级人民法院 供电公司 高新区管委会 市消防救援支队 州卫生健康委 旗农牧局
市邮政管理局 人民银行 区人社局(医保办) 区公立医院管委会(筹) 区发展和改革委员会
上海市静安区人民政府防范和处理邪教问题办公室 区人民武装部 上海市静安区土地管理中心 区红十字会
市税务局 区地区办 区人大办 区政协办 教育局 信访办 统计局 各县区政府 区政府各部门
區發改委 區衛生計生委 區機管局 區人社局(醫保辦) 各街道(鎮) 全區公立醫院 市北園區
各县 各县区 各县（市、区） 各镇街 各村（社区） 县属国有企业 市交投 市社科联 县人武部
区委社会工作部 中国移动 中省驻石单位 国网桐乡供电公司
市直有关部门 市直各单位 省直有关单位 各通信运营商 各有关高校 镇党政办 镇综治中心
人行某市分行 各旗县区人民政府 区属各企业
"""


@pytest.mark.parametrize("name", WHOLE.split())
def test_a_whole_name_fits_whatever_the_city(name: str) -> None:
    assert department_fitness(name) >= 0.85


@pytest.mark.parametrize(
    "cell",
    [
        "区发改委、区科委",
        "区财政局，区科委；各街道",
        "区商务委\u00a0\u00a0\u00a0区建交委",
        "区财政局、\n区科委",
        "全区各部门、\u00a0 各街道",
        "区发改委和区商务委",
        "区科委、区文化局等部门",
        "区科委等",
        "区商务委区市政配套局区科委",
        "牵头部门：区科委、区商务委",
        "區財政局、\n區人社局\n(醫保辦)",
    ],
)
def test_a_list_fits_as_its_names_do(cell: str) -> None:
    assert department_fitness(cell) >= 0.85


CUT = """
区科 区民政 区统计 区市场监管 公安静安分 区委党 各街 区网格化管理中
中共二大会址纪念 静工集 成员单
"""


@pytest.mark.parametrize("name", CUT.split())
def test_a_name_without_its_last_character_may_be_one(name: str) -> None:
    assert 0.35 <= department_fitness(name) <= 0.7


@pytest.mark.parametrize(
    "text",
    [
        "推进节能技术改造项目。", "加强能耗监测和监督检查", "广泛发动全社会参与低碳实践",
        "(一)商贸服务业", "（二）金融服务业", "智慧社区", "智慧园区", "重点园区", "电子政务一体化",
        "城市综合管理信息化",
        "高新技术企业", "公共服务平台总量", "科技园区载体建设", "优化产业结构",
        "责任部门", "配合单位", "牵头部门", "部门", "单位", "序号", "12", "1.10", "2016年底前",
        "2017年起实施", "长期坚持", "周海鹰", "陈丰", "组建区管委会", "完成", "召开座谈会",
        "全面实施阶段", "各类措施", "", " \u00a0 ",
        "财务制度", "工作专班", "项目所在地", "主管部门职责", "经开区建设", "度假区",
        "打造特色小镇", "市场监管", "区域协同",
        "深化部门协同监管", "建设区行政服务中心。", "依托市平台建立数据归集机制",
    ],
)  # fmt: skip
def test_headings_prose_numbers_and_people_do_not_fit(text: str) -> None:
    assert department_fitness(text) < 0.25


@pytest.mark.parametrize(
    "text",
    [
        "工程技术中心",
        "企业技术中心",
        "高新区",
        "开发区",
        "财政部",
        "职业技术学院",
        "气象站",
        "房产股",
    ],
)
def test_a_body_that_may_be_a_heading_is_in_between(text: str) -> None:
    assert 0.25 <= department_fitness(text) <= 0.6


def test_a_sentence_with_departments_in_it_hardly_fits() -> None:
    assert department_fitness("加强与区科委、区商务委的联动,推进区级平台建设,形成合力") < 0.25


def test_a_line_in_brackets_is_the_tail_of_a_name() -> None:
    assert 0.4 <= department_fitness("(醫保辦)、") <= 0.8


@given(st.text(max_size=50))
def test_fitness_is_a_share_for_any_text(text: str) -> None:
    assert 0.0 <= department_fitness(text) <= 1.0
    assert 0.0 <= name_score(text) <= 1.0
