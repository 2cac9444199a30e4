"""区教育局、民政局: the rank printed once is every name's, as far as it reaches."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from importers.reading.fields.departments import split_departments
from importers.reading.fields.ranks import with_ranks
from importers.reading.fields.roles import RoleList, split_by_role, split_paragraphs_by_role

SHARED = [
    ("区教育局、民政局、人社局", "区教育局 区民政局 区人社局"),
    ("市发改委、财政局、县人社局", "市发改委 市财政局 县人社局"),
    ("市财政局、税务局、公安局", "市财政局 市税务局 市公安局"),
    ("区委宣传部、组织部", "区委宣传部 区委组织部"),
    ("区委组织部、宣传部、区财政局", "区委组织部 区委宣传部 区财政局"),
    ("区委办、宣传部、统战部、政法委", "区委办 区委宣传部 区委统战部 区委政法委"),
    ("静安区教育局、民政局", "静安区教育局 静安区民政局"),
    ("云州市临溪区教育局、民政局", "云州市临溪区教育局 云州市临溪区民政局"),
    ("县自然资源和规划局、住房和城乡建设局", "县自然资源和规划局 县住房和城乡建设局"),
    ("县农业农村局，水利局，林业局", "县农业农村局 县水利局 县林业局"),
    ("省发展改革委、科技厅、财政厅", "省发展改革委 省科技厅 省财政厅"),
    ("省教育厅、人力资源社会保障厅", "省教育厅 省人力资源社会保障厅"),
    ("自治区教育厅、民政厅", "自治区教育厅 自治区民政厅"),
    ("自治州财政局、审计局", "自治州财政局 自治州审计局"),
    ("州发改委、财政局", "州发改委 州财政局"),
    ("盟教育局、民政局", "盟教育局 盟民政局"),
    ("旗农牧局、林草局", "旗农牧局 旗林草局"),
    ("自治县教育局、卫健局", "自治县教育局 自治县卫健局"),
    ("兵团教育局、财政局", "兵团教育局 兵团财政局"),
    ("市总工会、妇联、残联", "市总工会 市妇联 市残联"),
    ("市科协、文联、红十字会", "市科协 市文联 市红十字会"),
    ("市公安局、检察院、法院", "市公安局 市检察院 市法院"),
    ("区教育局、各街道、民政局", "区教育局 各街道 区民政局"),
    ("区教育局、民政局、各街道", "区教育局 区民政局 各街道"),
    ("区教育局、团区委、民政局", "区教育局 团区委 区民政局"),
    ("区民政局、大宁路街道", "区民政局 大宁路街道"),
    ("县民政局、城关镇", "县民政局 城关镇"),
    ("县发改局、国网宁川县供电公司", "县发改局 国网宁川县供电公司"),
    ("区国资委、大宁集团", "区国资委 大宁集团"),
    ("市财政局、武警云州支队", "市财政局 武警云州支队"),
    ("市财政局、经开区管委会", "市财政局 经开区管委会"),
    ("市财政局、高新区", "市财政局 高新区"),
    ("市财政局、人民银行云州分行", "市财政局 人民银行云州分行"),
    ("市财政局、相关部门", "市财政局 相关部门"),
    ("市财政局、云州海关", "市财政局 云州海关"),
    ("区教育局和民政局", "区教育局 区民政局"),
    ("市发改委、财政局及各区政府", "市发改委 市财政局 各区政府"),
    ("區教育局、民政局", "區教育局 區民政局"),
    ("縣財政局、農業農村局", "縣財政局 縣農業農村局"),
    ("市委办、政府办", "市委办 市政府办"),
    ("县委办公室、政府办公室", "县委办公室 县政府办公室"),
    ("市住建局、城管局、生态环境局", "市住建局 市城管局 市生态环境局"),
    ("市工信局、商务局、文旅局、卫健委", "市工信局 市商务局 市文旅局 市卫健委"),
    ("区人社局（医保办）、民政局", "区人社局（医保办） 区民政局"),
    ("区民政局、教育局（体育局）", "区民政局 区教育局（体育局）"),
    ("市应急局、消防救援支队", "市应急局 市消防救援支队"),
    ("市数据局、政务服务和大数据管理局", "市数据局 市政务服务和大数据管理局"),
    ("宁川县委宣传部、组织部", "宁川县委宣传部 宁川县委组织部"),
    ("市中区教育局、民政局", "市中区教育局 市中区民政局"),
    ("临夏州财政局、教育局", "临夏州财政局 临夏州教育局"),
    ("第八师发展改革委、财政局", "第八师发展改革委 第八师财政局"),
    ("喀什地区教育局、财政局", "喀什地区教育局 喀什地区财政局"),
    ("阿拉善左旗农牧局、林草局", "阿拉善左旗农牧局 阿拉善左旗林草局"),
    ("宁川回族自治县教育局、财政局", "宁川回族自治县教育局 宁川回族自治县财政局"),
    ("市城管委、规划局、建委、房管局", "市城管委 市规划局 市建委 市房管局"),
    ("市安委办、消安办、防汛办", "市安委办 市消安办 市防汛办"),
    ("市教育局\n民政局\n残联", "市教育局 市民政局 市残联"),
    ("市人大、政协", "市人大 市政协"),
    ("县财政局、信访局、机关事务管理局", "县财政局 县信访局 县机关事务管理局"),
    ("区市场监管局、民防办", "区市场监管局 区民防办"),
]


@pytest.mark.parametrize(("cell", "names"), SHARED)
def test_a_rank_reaches_to_the_next_name_with_its_own(cell: str, names: str) -> None:
    found = split_departments(cell)
    assert " ".join(found.names) == names
    assert found.certain, found.issues


def test_what_was_restored_is_told() -> None:
    found = split_departments("区教育局、民政局、人社局、区财政局")
    assert found.issues == ("级别写在前面，补全为“区民政局”“区人社局”",)


UNTOUCHED = [
    "教育局、民政局、人社局",
    "教育局、县委宣传部、民政局",
    "发改局、财政局、县人武部、民政局",
    "各街道、民政局",
    "国网宁川县供电公司、民政局",
    "团区委、各街道",
    "大宁路街道、天目西路街道",
    "城关镇、财政所",
    "区教育局、区民政局",
    "市城投公司、交投公司",
    "公安静安分局、市场监管局",
]


@pytest.mark.parametrize("cell", UNTOUCHED)
def test_nothing_is_added_where_no_rank_was_printed(cell: str) -> None:
    found = split_departments(cell)
    assert list(found.names) == cell.split("、")
    assert found.certain, found.issues


DOUBTFUL = [
    ("县委宣传部、教育局、民政局", "县委宣传部 县教育局 县民政局"),
    ("县政府办、发改局", "县政府办 县发改局"),
    ("市教育局、区民政局、财政局", "市教育局 区民政局 区财政局"),
    ("市财政局、宣传部", "市财政局 市委宣传部"),
    ("区教育局、社建办", "区教育局 区社建办"),
    ("区教育局、公安分局", "区教育局 区公安分局"),
    ("市公安局、交警支队", "市公安局 交警支队"),
    ("区文旅局、图书馆", "区文旅局 区图书馆"),
    ("教育局、县财政局、民政局", "教育局 县财政局 民政局"),
    ("市财政局、团委", "市财政局 团委"),
    ("高新区教育局、财政局", "高新区教育局 高新区财政局"),
    ("市委、市政府办公室", "市委 市政府办公室"),
    ("发改、财政、住建等部门", "发改 财政 住建"),
    ("发改、财政、住建部门", "发改 财政 住建部门"),
    ("市发改、财政、住建部门", "市发改 财政 住建部门"),
    ("两办、县财政局", "两办 县财政局"),
    ("市发改委、财政", "市发改委 财政"),
    ("市财政局、云州税务局", "市财政局 云州税务局"),
    ("市教育局市民政局、残联", "市教育局 市民政局 残联"),
    ("浦江新区教育局、民政局", "浦江新区教育局 浦江新区民政局"),
    ("市委宣传部、市委网信办、公安局", "市委宣传部 市委网信办 公安局"),
    ("旗教育局、旗民政局、公安局", "旗教育局 旗民政局 公安局"),
    ("市场局、区财政局、民政局", "市场局 区财政局 民政局"),
    ("云州市社建办、民政局", "云州市社建办 云州市民政局"),
    ("巴州教育局、卫健委", "巴州教育局 卫健委"),
    ("锡林郭勒盟行署办公室、财政局", "锡林郭勒盟行署办公室 锡林郭勒盟财政局"),
    ("省科技厅，各市、县人民政府", "省科技厅 各市 各县人民政府"),
    ("县卫健局，县发改局、财政局", "县卫健局 县发改局 财政局"),
    ("市教育局、公安分局", "市教育局 公安分局"),
    ("中国移动、中国联通、中国电信云州分公司", "中国移动 中国联通 中国电信云州分公司"),
    ("建设银行、农业银行云州支行", "建设银行 农业银行云州支行"),
    ("市发改委、市财政局、商务局", "市发改委 市财政局 商务局"),
    ("区卫健委、区委宣传部、区医保局、信访办", "区卫健委 区委宣传部 区医保局 信访办"),
]


@pytest.mark.parametrize(("cell", "names"), DOUBTFUL)
def test_where_the_reach_of_a_rank_is_open_a_person_is_asked(cell: str, names: str) -> None:
    found = split_departments(cell)
    assert " ".join(found.names) == names
    assert not found.certain


def test_names_that_the_plan_prints_bare_stay_bare() -> None:
    known = frozenset({"民政局", "教育局"})
    found = split_departments("县委宣传部、教育局、民政局", known)
    assert found.names == ("县委宣传部", "教育局", "民政局")
    assert found.certain


def test_names_that_the_plan_prints_with_their_rank_are_certain() -> None:
    known = frozenset({"县教育局"})
    found = split_departments("县委宣传部、教育局", known)
    assert found.names == ("县委宣传部", "县教育局")
    assert found.certain


ROLES = [
    ("区教育局牵头，民政局、人社局配合", "区教育局", "区民政局 区人社局"),
    ("牵头单位：区教育局；配合单位：民政局、人社局", "区教育局", "区民政局 区人社局"),
    ("区教育局（牵头）、民政局、人社局", "区教育局", "区民政局 区人社局"),
    ("区教育局、民政局牵头，人社局配合", "区教育局 区民政局", "区人社局"),
    ("区教育局会同民政局、各街道", "区教育局", "区民政局 各街道"),
]


@pytest.mark.parametrize(("cell", "lead", "coop"), ROLES)
def test_a_rank_reaches_over_words_of_role(cell: str, lead: str, coop: str) -> None:
    found = split_by_role(cell)
    assert (found.lead, found.coop) == (tuple(lead.split()), tuple(coop.split()))
    assert found.certain, found.issues


def test_a_doubtful_rank_in_another_role_makes_the_cell_doubtful() -> None:
    found = split_by_role("县委宣传部牵头，教育局配合")
    assert found == RoleList(
        lead=("县委宣传部",),
        coop=("县教育局",),
        certain=False,
        issues=("级别写在前面，补全为“县教育局”", "“教育局”的级别没有写明，按“县教育局”理解"),
        printed=("县委宣传部", "县教育局"),
    )


SOME = [
    *("区教育局", "民政局", "团区委", "各街道", "城关镇", "市财政局", "宣传部", "区委组织部"),
    *("公安分局", "县政府办", "图书馆", "社建办", "云州市民政局", "云州市社建办", "高新区", "妇联"),
    "国网宁川县供电公司",
]


@given(st.lists(st.sampled_from(SOME), max_size=6))
def test_every_name_ends_as_printed_and_what_is_whole_stays_so(names: list[str]) -> None:
    whole = with_ranks(names).names
    assert len(whole) == len(names)
    assert all(name.endswith(printed) for name, printed in zip(whole, names, strict=True))
    assert with_ranks(whole).names == whole


PARAGRAPHS = [
    pytest.param(
        ("区教育局", "民政局、人社局"), "区教育局 区民政局 区人社局", "", id="below the first"
    ),
    pytest.param(
        ("区教育局、民政局", "人社局"), "区教育局 区民政局 区人社局", "", id="after one restored"
    ),
    pytest.param(("区教育局（牵头）", "民政局（配合）"), "区教育局", "区民政局", id="over remarks"),
    pytest.param(
        ("区教育局", "各街道", "民政局"), "区教育局 各街道 区民政局", "", id="past others"
    ),
    pytest.param(("民政局", "人社局"), "民政局 人社局", "", id="no rank at all"),
    pytest.param(("区教育局、民政局",), "区教育局 区民政局", "", id="a single one"),
    pytest.param((), "", "", id="none"),
]


@pytest.mark.parametrize(("cell", "lead", "coop"), PARAGRAPHS)
def test_a_rank_reaches_over_the_paragraphs_of_a_cell(
    cell: tuple[str, ...], lead: str, coop: str
) -> None:
    found = split_paragraphs_by_role(cell)
    assert " ".join(name for one in found for name in (*one.lead, *one.unmarked)) == lead
    assert " ".join(name for one in found for name in one.coop) == coop
    assert all(one.certain for one in found)
    assert len(found) == len(cell)


@pytest.mark.parametrize(
    ("cell", "known", "names"),
    [
        pytest.param(("发改局", "区财政局", "民政局"), (), "发改局 区财政局 民政局", id="later"),
        pytest.param(("区委宣传部", "教育局"), (), "区委宣传部 区教育局", id="a party's rank"),
        pytest.param(
            ("市教育局", "区财政局", "民政局"), (), "市教育局 区财政局 区民政局", id="two"
        ),
        pytest.param(("区教育局", "民政局"), ("民政局",), "区教育局 区民政局", id="known bare"),
    ],
)
def test_an_open_reach_over_paragraphs_is_doubted(
    cell: tuple[str, ...], known: tuple[str, ...], names: str
) -> None:
    found = split_paragraphs_by_role(cell, frozenset(known))
    assert " ".join(name for one in found for name in one.unmarked) == names
    assert not all(one.certain for one in found)
    assert found[0].issues


def test_a_name_that_the_rank_makes_the_same_stays_once() -> None:
    (found, more) = split_paragraphs_by_role(("区教育局、民政局、区民政局", "民政局"))
    assert found.unmarked == ("区教育局", "区民政局")
    assert more.unmarked == ("区民政局",)
