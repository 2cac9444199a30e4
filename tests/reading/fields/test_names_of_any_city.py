"""Names as plans of any city print them: whole names, lists, runs, wraps, remarks."""

from __future__ import annotations

import pytest

from importers.reading.fields.departments import DepartmentList, split_departments

WHOLE = """
市发展改革委 县自然资源和规划局 区委宣传部 团市委 国网宁川县供电公司 经开区管委会 市税务局
临溪控股集团 市城投公司 县武装部 县人武部 县法院 县检察院 市总工会 市残联 市科协
市红十字会 市委网信办 市委编办 市政务服务和大数据管理局 自贸片区管委会 高新区 省属驻市单位
市住房和城乡建设局 县工业和信息化局 市卫生和健康委员会 区商务委（粮食局） 区人社局(医保办)
各有关部门 相关街镇 各乡镇（街道）人民政府 各街道办事处 各成员单位 各乡镇（街道） 各镇（街道）
各乡镇人民政府 各县（市、区）人民政府 各区县（市）人民政府 各市（州）人民政府 各盟市
各旗县区 各师市 兵团各师 各乡镇党委 各村（社区）党组织 各园区管委会 各开发区管委会
市委金融办 市委社会工作部 市委军民融合办 市委政法委 市委政研室 市委老干部局 市直机关工委
市委党史研究室 市档案馆 市地方志办公室 市国资委 市民族宗教局 市退役军人局 市医保局 市数据局
市粮食和储备局 市人防办 市乡村振兴局 市公共资源交易中心 市机关事务服务中心 市住房公积金中心
市住房公积金管理中心 市气象局 市邮政管理局 市烟草专卖局 市通信管理局 市消防救援支队
国家统计局云州调查队 国家金融监督管理总局云州监管分局 中国人民银行云州市分行 云州海关
云州海事局 云州军分区 武警云州支队 云州银保监分局 中国电信云州分公司 中国铁塔云州分公司
云州火车站 云州机场公司 云州学院 云州日报社 云州广播电视台 市融媒体中心 县融媒体中心
市城管执法局 市综合行政执法局 市行政审批服务局 市大数据发展局 市政府外事办 市政府驻京办
市供销合作社 市供销社 市工商联 市妇联 市侨联 市文联 市贸促会 市台办 市侨办 市残疾人联合会
市关工委 市法学会 市慈善总会 市消费者协会 市生态环境局临溪分局 临溪生态环境分局
县交警大队 县公路段 县供电公司 县自来水公司 县城投集团 县疾控中心 县妇幼保健院 县人民医院
县中医院 县第一中学 县职教中心 县文化馆 县新华书店 县邮政公司 县烟草专卖局（分公司）
旗农牧和科技局 盟行政公署 盟委宣传部 州政府办公室 州林业和草原局 自治州民族宗教委
自治区党委宣传部 自治区发展改革委 兵团发展改革委 第八师石河子市 师市教育局 团场
省委宣传部 省政府办公厅 省高级人民法院 省通信管理局 省总工会 省直有关部门 省级有关部门
中央驻市各单位 驻市部队 驻区单位 市属国有企业 区属国有企业 市级各部门 市直各部门 县直各单位
区级相关部门 区直各部门 各街镇 各镇 各乡 各镇（区） 各镇办 各乡镇办 各镇街园区
功能区管委会 临溪新区管委会 度假区管委会 临溪高新区管委会 综合保税区管委会 港口集团
区投促中心 区城运中心 区行政服务中心 区大数据中心 区机管局 区规划资源局 区房管局 区建设管理委
區財政局 市發展和改革委員會 縣衛生健康局 各鄉鎮（街道） 國網寧川縣供電公司
"""

EACH = [pytest.param(name, id=name) for name in WHOLE.split()]


@pytest.mark.parametrize("name", EACH)
def test_a_whole_name_by_itself_is_certain(name: str) -> None:
    assert split_departments(name) == DepartmentList((name,))


@pytest.mark.parametrize("name", EACH)
def test_a_whole_name_between_others_stays_whole(name: str) -> None:
    found = split_departments(f"市甲乙局、{name}、县丙丁局")
    assert found.names == ("市甲乙局", name, "县丙丁局")


LISTS = [
    ("市发展改革委、市财政局，市商务局；市文旅局", "市发展改革委 市财政局 市商务局 市文旅局"),
    ("市发改委 市财政局　市商务局", "市发改委 市财政局 市商务局"),
    ("市发改委\n市财政局\n市商务局", "市发改委 市财政局 市商务局"),
    ("市发改委/市财政局", "市发改委 市财政局"),
    ("市发改委／市财政局", "市发改委 市财政局"),
    ("市发改委·市财政局", "市发改委 市财政局"),
    ("市发改委．市财政局", "市发改委 市财政局"),
    ("市发改委.市财政局", "市发改委 市财政局"),
    ("市发改委，市财政局、各县（市、区）人民政府", "市发改委 市财政局 各县（市、区）人民政府"),
    ("市发改委与市财政局", "市发改委 市财政局"),
    ("市发改委以及市财政局", "市发改委 市财政局"),
    ("市工业和信息化局和市住房和城乡建设局", "市工业和信息化局 市住房和城乡建设局"),
    ("县自然资源和规划局及县林业和草原局", "县自然资源和规划局 县林业和草原局"),
    ("市财政局、市住房和城乡建设局和各区人民政府", "市财政局 市住房和城乡建设局 各区人民政府"),
    ("区财政局区民政局各街道", "区财政局 区民政局 各街道"),
    ("市发改委市财政局市商务局", "市发改委 市财政局 市商务局"),
    ("市住房和城乡建设局市工业和信息化局", "市住房和城乡建设局 市工业和信息化局"),
    ("县委宣传部县文旅局县融媒体中心", "县委宣传部 县文旅局 县融媒体中心"),
    ("县发改局县交通局各乡镇（街道）", "县发改局 县交通局 各乡镇（街道）"),
    ("区人社局（医保办）区民政局", "区人社局（医保办） 区民政局"),
    ("市财政局（按职责分工）", "市财政局"),
    ("市财政局（按职责分工负责）", "市财政局"),
    ("市财政局、市商务局、\n市文旅局", "市财政局 市商务局 市文旅局"),
    ("市财政局、市商务局、", "市财政局 市商务局"),
    ("市财政局、、市商务局", "市财政局 市商务局"),
    ("市财政局 、 市商务局", "市财政局 市商务局"),
    ("1.市财政局 2.市商务局", "市财政局 市商务局"),
    ("①市财政局 ②市商务局", "市财政局 市商务局"),
    ("市财政局,市商务局.", "市财政局 市商务局"),
    ("市财政局；\n各县（市、区）", "市财政局 各县（市、区）"),
    ("市委办公室、市政府办公室", "市委办公室 市政府办公室"),
    ("县委组织部、县委编办、县人社局", "县委组织部 县委编办 县人社局"),
    ("市 财 政 局、市 商 务 局", "市财政局 市商务局"),
    ("市法院、市检察院", "市法院 市检察院"),
]


@pytest.mark.parametrize(("cell", "names"), LISTS)
def test_a_list_of_any_layout_is_read_for_sure(cell: str, names: str) -> None:
    found = split_departments(cell)
    assert " ".join(found.names) == names
    assert found.certain, found.issues


MANY = [
    ("各乡镇、街道", "各乡镇 各街道"),
    ("各镇、街道办事处", "各镇 各街道办事处"),
    ("各乡镇人民政府、街道办事处", "各乡镇人民政府 各街道办事处"),
    ("各有关部门、单位", "各有关部门 各有关单位"),
    ("市直有关部门、单位", "市直有关部门 市直有关单位"),
    ("各乡镇（街道）、村", "各乡镇（街道） 各村"),
    ("各镇、街道、园区", "各镇 各街道 各园区"),
]


@pytest.mark.parametrize(("cell", "names"), MANY)
def test_collectives_that_share_their_every_are_told_apart_with_a_doubt(
    cell: str, names: str
) -> None:
    found = split_departments(cell)
    assert " ".join(found.names) == names
    assert not found.certain


WRAPPED = [
    ("区经济和信\n息化局", "区经济和信息化局"),
    ("县住房和\n城乡建设局", "县住房和城乡建设局"),
    ("市人力资源和社会\n保障局", "市人力资源和社会保障局"),
    ("县市场监督\n管理局", "县市场监督管理局"),
    ("市发展和改革\n委员会", "市发展和改革委员会"),
    ("各乡镇\n人民政府", "各乡镇人民政府"),
    ("各乡镇\n（街道）", "各乡镇（街道）"),
    ("县自然资源\n和规划局、县财政\n局", "县自然资源和规划局 县财政局"),
    ("市生态\n环境局", "市生态环境局"),
    ("县退役军\n人事务局\n县民政局", "县退役军人事务局 县民政局"),
    ("区行政服\n务中心", "区行政服务中心"),
    ("国网宁川县\n供电公司", "国网宁川县供电公司"),
    ("市委网\n信办", "市委网信办"),
    ("市\n财政局", "市财政局"),
    ("县财政\n局、县民政局", "县财政局 县民政局"),
    ("县卫\n健局", "县卫健局"),
    ("市政务服\n务和大数据管\n理局", "市政务服务和大数据管理局"),
]


@pytest.mark.parametrize(("cell", "names"), WRAPPED)
def test_a_name_cut_over_lines_is_put_together(cell: str, names: str) -> None:
    assert " ".join(split_departments(cell).names) == names


ETC = [
    ("区发改委等", "区发改委"),
    ("区发改委、区财政局等部门", "区发改委 区财政局"),
    ("市财政局、市商务局等有关部门", "市财政局 市商务局"),
    ("市财政局、市商务局等市直有关部门", "市财政局 市商务局"),
    ("市财政局、市商务局等单位", "市财政局 市商务局"),
    ("市财政局等3个部门", "市财政局"),
    ("市财政局、市商务局等相关市级部门", "市财政局 市商务局"),
]


@pytest.mark.parametrize(("cell", "names"), ETC)
def test_and_others_is_dropped_and_told(cell: str, names: str) -> None:
    found = split_departments(cell)
    assert " ".join(found.names) == names
    assert any("名单可能不全" in issue for issue in found.issues)


DAMAGED = ["区民政", "县自然资源和规划", "各街", "市发", "工作专", "临溪控股集"]


@pytest.mark.parametrize("name", DAMAGED)
def test_what_lost_its_end_is_never_certain_by_itself(name: str) -> None:
    assert not split_departments(f"县财政局、{name}").certain


OPEN = [
    "财政局民政局",
    "县财政局民政局",
    "市发改委财政局商务局",
    "临溪集团宁川公司",
    "县人民医院中医院",
    "县委县政府办公室",
    "县财政局负责人",
    "张三 县财政局",
    "县财政局 13800000000",
    "县财政局王磊",
    "县财政局：王磊",
    "责任人：王磊",
    "同上",
    "见附件",
    "待定",
    "无",
    "各县、市、区人民政府",
]


@pytest.mark.parametrize("cell", OPEN)
def test_what_allows_another_reading_is_not_certain(cell: str) -> None:
    assert not split_departments(cell).certain


@pytest.mark.parametrize("cell", ["/", "——", "-", "、", "  "])
def test_a_stroke_names_nobody_or_is_doubted(cell: str) -> None:
    found = split_departments(cell)
    assert not found.names or not found.certain
