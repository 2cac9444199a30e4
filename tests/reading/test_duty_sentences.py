"""Who acts in a sentence of running text: cases of every kind, all invented."""

from __future__ import annotations

import time

import pytest

from importers.reading.duty_sentences import Acting, acting_in, level_of

DISTRICT, CITY = 3, 2

# sentence | who acts, with 、 between them
ACTING = """
区民政局加强与市级部门对接,做好居务公开|区民政局
区教育局要开设家长课堂|区教育局
区卫生健康委应当建立随访制度|区卫生健康委
区城管局须每周巡查背街小巷|区城管局
由区水务局负责整治黑臭河道|区水务局
河湖日常保洁由区水务局具体承担|区水务局
绿地认养方案由区绿化市容局牵头制定|区绿化市容局
区财政局、区人社局共同落实补贴|区财政局、区人社局
区教育局、民政局、人社局推进政策送达|区教育局、区民政局、区人社局
区教育局、区体育局和团区委组织暑期活动|区教育局、区体育局、团区委
区财政局会同区审计局检查资金使用|区财政局
区商务委等部门围绕夜间经济推出活动|区商务委
区市场监管局等相关单位对市场开展抽检|区市场监管局
各街道（镇）应当落实专人负责|各街道（镇）
各街道、镇要摸清底数|各街道、各镇
区委组织部要加强培训|区委组织部
区委宣传部、区文旅局开展巡讲|区委宣传部、区文旅局
区体育局开放场馆|区体育局
区规划和自然资源局审查方案|区规划和自然资源局
区人力资源和社会保障局、区医疗保障局落实待遇|区人力资源和社会保障局、区医疗保障局
一是区教育局要加强管理|区教育局
县委组织部、县人社局要将其纳入考核|县委组织部、县人社局
各乡镇（街道）要落实属地责任|各乡镇（街道）
高新区管委会要加快建设|高新区管委会
每月5日前,各街道将进展报区民政局|各街道
区农业农村局新增示范点|区农业农村局
各镇街依托网格开展走访|各镇街
各部门、街道(镇)要统一思想|各部门、街道(镇)
区政府各部门、街道(镇)结合实际制订计划|区政府各部门、街道(镇)
根据要求,区政府办公室在门户网站建立文件库|区政府办公室
按照职责分工,区司法局审核文件|区司法局
8月底前,区统计局汇总数据|区统计局
6月底前区统计局完成汇总|区统计局
同时,区气象局及时发布预警|区气象局
其中,区应急局牵头编制预案|区应急局
区大数据中心承担平台运行|区大数据中心
区残联开展调查摸底,协助教育部门做好入学|区残联
区编办按照规定核定编制|区编办
公安分局要加强夜间巡逻|公安分局
团区委组织志愿服务|团区委
临溪区财政局安排专项资金|临溪区财政局
云州市临溪区教育局要制定细则|云州市临溪区教育局
区民政局（以下简称“主管部门”）负责养老设施建设|区民政局
区住房建设局:做好老旧小区改造|区住房建设局
区科委对已备案的企业开展走访|区科委
区文化旅游局将非遗项目纳入课程|区文化旅游局
区政府办公室会同有关部门研究确定目录,各街道(镇)出台本单位目录|区政府办公室、各街道(镇)
區民政局加強與市級部門對接|區民政局
區財政局、區人社局共同落實補貼|區財政局、區人社局
区计生协要积极统筹协调|区计生协
城东镇要建设示范村|城东镇
区机关事务局为节能改造提供支持|区机关事务局
区国资委指导区属企业公开信息|区国资委
"""

SILENT = """
市级部门要加强指导
市教委应当制定标准
省财政厅下达资金
国家卫生健康委开展评估
配合市教委做好招生工作
报区政府批准后实施
经区发改委同意后实施
报送区财政局备案
在区委、区政府领导下推进工作
区民政局的养老服务平台上线运行
区教育局制定的方案已经区政府审核通过
区政府各部门制订的政策性文件均要开展解读
由区教育局认定的机构可以申请补贴
区卫计委成立了领导小组
区教育局已建成12所学校
区商务委先后举办展会5场
区财政局曾开展专项检查
区政府办公室累计发布信息300条
区政府门户网站要开设留言板
由区级财政预算安排
区政府要加强领导
区委、区政府高度重视
相关部门要按照职责分工落实
各有关单位要密切配合
各成员单位应当报送信息
起草单位要开展解读
区内企业要落实主体责任
区域内各医院应当开展自查
各类学校要开展演练
加强与区教育局的沟通
会同区财政局做好资金监管
协同区市场监管局做好检查
联系区人大、区政协
充分发挥区残联作用
本办法由区市场监管局负责解释
区联席会议每年召开一次
市场主体可以申请贷款
推动区级平台对接
打造区域品牌
坚持政府引导、家庭为主
去年区教育局新建学校2所
截至目前,区教育局建成学校2所
近年来,区文旅局推动夜间经济
市融媒体中心要做好宣传
国家税务总局临溪区税务局落实减税政策
与区教育局联合开展活动
在区住建局的指导下推进
对区教育局、区体育局提出的问题及时整改
依托区大数据中心建设平台
区文旅局的工作人员要加强培训
鼓励区属企业参与
县财政每年安排资金
立足全局统筹谋划
每个街镇配备1个指导站
在街镇设立服务中心
区政府各委、办、局,各街道办事处,新泾镇政府:
办公室设在区房管局
"""


def _acting(sentence: str, level: int | None = DISTRICT) -> str:
    found = acting_in(sentence, level)
    return "、".join(found.lead) if found else ""


@pytest.mark.parametrize(
    ("sentence", "lead"), [line.split("|") for line in ACTING.strip().splitlines()]
)
def test_the_body_that_a_verb_follows_acts(sentence: str, lead: str) -> None:
    assert _acting(sentence) == lead


@pytest.mark.parametrize("sentence", SILENT.strip().splitlines())
def test_objects_owners_the_past_and_others_do_not_act(sentence: str) -> None:
    assert _acting(sentence) == ""


def test_who_is_joined_takes_part() -> None:
    found = acting_in("区财政局会同区审计局、区人社局检查资金使用", DISTRICT)
    assert found == Acting(("区财政局",), ("区审计局", "区人社局"))


def test_who_only_helps_behind_a_lead_takes_part() -> None:
    found = acting_in("区教育局牵头制定方案,区公安分局、区财政局配合", DISTRICT)
    assert found == Acting(("区教育局",), ("区公安分局", "区财政局"))


def test_who_helps_alone_acts() -> None:
    found = acting_in("区教育局配合市级部门做好招生", DISTRICT)
    assert found == Acting(("区教育局",))


@pytest.mark.parametrize(
    ("sentence", "level", "lead"),
    [
        pytest.param("市教育局要制定标准", CITY, "市教育局", id="a city's plan"),
        pytest.param("各县（市、区）要落实资金", CITY, "各县（市、区）", id="its counties"),
        pytest.param("省教育厅要制定标准", CITY, "", id="the province above it"),
        pytest.param("县教育局要制定细则", CITY, "县教育局", id="a county under it"),
        pytest.param("市教育局要制定标准", None, "市教育局", id="no level known"),
    ],
)
def test_departments_above_the_plans_own_level_do_not_act(
    sentence: str, level: int | None, lead: str
) -> None:
    assert _acting(sentence, level) == lead


@pytest.mark.parametrize(
    ("names", "level"),
    [
        (("上海市长宁区人民政府办公室",), 3),
        (("云州市临溪区2026年工作要点",), 3),
        (("云州市2026年工作要点",), 2),
        (("临河县工作方案",), 3),
        (("江南省工作方案",), 1),
        (("工作方案", None, "云州市人民政府"), 2),
        (("社区治理方案",), None),
        (("市场监管工作要点",), None),
        ((None,), None),
    ],
)
def test_the_lowest_place_named_tells_whose_plan_it_is(
    names: tuple[str | None, ...], level: int | None
) -> None:
    assert level_of(*names) == level


@pytest.mark.parametrize(
    "unit",
    ["区教育局、", "由区教育局", "区教育局,", "区教育局和", "区", "(", "由", "一", "6月底前"],
)
def test_a_sentence_of_ten_thousand_characters_is_read_soon(unit: str) -> None:
    began = time.perf_counter()
    acting_in((unit * 10_000)[:10_000], DISTRICT)
    assert time.perf_counter() - began < 1
