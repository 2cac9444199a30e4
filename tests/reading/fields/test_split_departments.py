"""Cells of departments become names: nothing lost, nothing invented, doubts told."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from importers.reading.fields.departments import DepartmentList, split_departments

CELLS = [
    pytest.param("区科委", ["区科委"], id="one"),
    pytest.param("区发改委、区科委", ["区发改委", "区科委"], id="enumeration comma"),
    pytest.param(
        "区发改委,区科委;区文化局；各街道", ["区发改委", "区科委", "区文化局", "各街道"], id="marks"
    ),
    pytest.param(
        "区商务委\u00a0\u00a0\u00a0区建交委", ["区商务委", "区建交委"], id="no-break spaces"
    ),
    pytest.param(
        "区商务委、\u00a0\u00a0 开开集团", ["区商务委", "开开集团"], id="mark and padding"
    ),
    pytest.param("區財政局、\n區科委", ["區財政局", "區科委"], id="line break, script kept"),
    pytest.param("區人社局\n(醫保辦)", ["區人社局(醫保辦)"], id="bracket on its own line"),
    pytest.param(
        "區人社局\n（醫保辦）、\n區科委", ["區人社局（醫保辦）", "區科委"], id="full-width bracket"
    ),
    pytest.param(
        "区卫生计生委(中医办、老龄办)、区科委",
        ["区卫生计生委(中医办、老龄办)", "区科委"],
        id="list in bracket",
    ),
    pytest.param(
        "各街道（镇）、全区各部门", ["各街道（镇）", "全区各部门"], id="collectives as printed"
    ),
    pytest.param("区发改委和区商务委", ["区发改委", "区商务委"], id="and between names"),
    pytest.param("区发改委和区商务委和区科委", ["区发改委", "区商务委", "区科委"], id="and twice"),
    pytest.param("区发改委及相关部门", ["区发改委", "相关部门"], id="及 between names"),
    pytest.param("区发展和改革委员会", ["区发展和改革委员会"], id="and inside a name"),
    pytest.param(
        "区规划和土地管理局、区住房保障和房屋管理局",
        ["区规划和土地管理局", "区住房保障和房屋管理局"],
        id="and inside two names",
    ),
    pytest.param("牵头部门：区科委", ["区科委"], id="label"),
    pytest.param("責任單位:區科委、區商務委", ["區科委", "區商務委"], id="label, Traditional"),
    pytest.param("(责任单位:区科委、区文化局)", ["区科委", "区文化局"], id="label in bracket"),
    pytest.param("区科委、", ["区科委"], id="open end"),
    pytest.param("区委区政府", ["区委", "区政府"], id="two parents"),
    pytest.param(
        "公安静安分局  曹家渡街道   区检察院",
        ["公安静安分局", "曹家渡街道", "区检察院"],
        id="no prefix",
    ),
    pytest.param("", [], id="empty"),
]


@pytest.mark.parametrize(("cell", "names"), CELLS)
def test_a_cell_is_split_into_its_names(cell: str, names: list[str]) -> None:
    assert list(split_departments(cell).names) == names


@pytest.mark.parametrize(("cell", "names"), CELLS[:-3])
def test_a_plain_cell_is_certain(cell: str, names: list[str]) -> None:
    assert split_departments(cell).certain, names


GLUED = [
    ("区商务委区市政配套局区科委", ["区商务委", "区市政配套局", "区科委"]),
    ("区科委公安静安分局", ["区科委", "公安静安分局"]),
    ("区科委区社建办区民政局各街道", ["区科委", "区社建办", "区民政局", "各街道"]),
    ("区科委区委党校 区人保局", ["区科委", "区委党校", "区人保局"]),
    ("市财政局市税务局团市委", ["市财政局", "市税务局", "团市委"]),
    ("区安全生产委员会办公室区消防支队", ["区安全生产委员会办公室", "区消防支队"]),
    ("区人大办区政协办", ["区人大办", "区政协办"]),
    ("區商務委區科委", ["區商務委", "區科委"]),
    ("區編辦区各相关部门区人口办", ["區編辦", "区各相关部门", "区人口办"]),
    ("区编办公安静安分局", ["区编办", "公安静安分局"]),
    ("区检察院区环保局", ["区检察院", "区环保局"]),
    ("区民政局各项目主管部门区体育局", ["区民政局", "各项目主管部门", "区体育局"]),
    ("苏河湾公司区公安分局", ["苏河湾公司", "区公安分局"]),
    ("市北园区区科委", ["市北园区", "区科委"]),
]


@pytest.mark.parametrize(("cell", "names"), GLUED)
def test_names_run_together_are_cut_where_one_ends_and_one_opens(
    cell: str, names: list[str]
) -> None:
    found = split_departments(cell)
    assert list(found.names) == names
    assert found.certain, found.issues


@pytest.mark.parametrize(
    "name",
    [
        "区委宣传部", "区委办公室", "区政府办公室", "区公安局静安分局", "区人民政府合作交流办公室",
        "上海市静安区民政局", "区工会联合会",
        "区公安分局交警支(大)队", "区市场监管局",
        "国家税务总局某市税务局",
        "区社会治安综合治理委员会办公室", "区政府各部门", "全区各部门",
        "上海市静安区城市管理行政执法局",
        "中国共产党静安区委员会办公室", "人民银行县支行", "上海市静安区人力资源和社会保障局",
    ],
)  # fmt: skip
def test_a_long_name_stays_whole(name: str) -> None:
    assert split_departments(name).names == (name,)


@pytest.mark.parametrize(
    ("cell", "second"),
    [
        ("区国资委静工集团区科委", "静工集团"),
        ("其他相关部门开开集团", "开开集团"),
        ("区行政服务中心大宁集团", "大宁集团"),
        ("二大纪念馆信访办", "信访办"),
        ("市北园区开开集团", "开开集团"),
    ],
)
def test_a_joint_without_a_telling_opening_is_doubtful(cell: str, second: str) -> None:
    found = split_departments(cell)
    assert not found.certain
    assert second in found.issues[0]


@pytest.mark.parametrize("name", ["区委宣传部", "区委办", "区政府办公室", "区国资委党委"])
def test_a_known_name_inside_a_longer_one_does_not_cut_it(name: str) -> None:
    known = frozenset({"区委", "区政府", "区国资委", "区科委"})
    assert split_departments(name, known).names == (name,)


def test_known_names_decide_where_the_words_do_not() -> None:
    known = frozenset({"区国资委", "静工集团"})
    found = split_departments("区国资委静工集团区科委", known)
    assert found.names == ("区国资委", "静工集团", "区科委")
    assert found.certain


def test_a_name_wrapped_over_two_lines_is_joined_and_told() -> None:
    found = split_departments("區公立醫院\n管委會(籌)")
    assert found.names == ("區公立醫院管委會(籌)",)
    assert not found.certain


@pytest.mark.parametrize(
    ("cell", "names"),
    [
        pytest.param("县交通运\n输局", ["县交通运输局"], id="in two"),
        pytest.param(
            "县人力资\n源社会保\n障局、县财政局",
            ["县人力资源社会保障局", "县财政局"],
            id="in three",
        ),
        pytest.param(
            "县财政局\n县农业\n农村局\n县民政局",
            ["县财政局", "县农业农村局", "县民政局"],
            id="amidst",
        ),
        pytest.param("县自然资源和规\n划局", ["县自然资源和规划局"], id="after 和"),
        pytest.param("縣交通運\n輸局", ["縣交通運輸局"], id="Traditional"),
    ],
)
def test_a_name_that_a_line_break_cut_is_joined_and_told(cell: str, names: list[str]) -> None:
    found = split_departments(cell)
    assert list(found.names) == names
    assert found.certain
    assert "合并为一个名称" in found.issues[0]


@pytest.mark.parametrize(
    "cell", ["宁川\n县财政局", "区公立医院\n管委会", "各乡镇\n人民政府", "县扶农帮\n困局"]
)
def test_parts_that_may_be_names_or_make_no_known_one_are_doubted(cell: str) -> None:
    found = split_departments(cell)
    assert found.names == (cell.replace("\n", ""),)
    assert not found.certain


@pytest.mark.parametrize(
    ("cell", "names"),
    [
        ("县财政局\n妇联", ["县财政局", "县妇联"]),
        ("开发区\n财政局", ["开发区", "财政局"]),
        ("县林业局\n供销社", ["县林业局", "县供销社"]),
        ("各县区\n开发区", ["各县区", "开发区"]),
    ],
)
def test_whole_names_on_lines_of_their_own_stay_apart(cell: str, names: list[str]) -> None:
    found = split_departments(cell)
    assert list(found.names) == names
    assert found.certain, found.issues


@pytest.mark.parametrize(
    ("cell", "names"),
    [
        ("市直有关部门和中省驻石单位", ["市直有关部门", "中省驻石单位"]),
        ("各乡镇和开发区", ["各乡镇", "开发区"]),
        ("市直各单位及各县区", ["市直各单位", "各县区"]),
        ("各县区与市直有关部门", ["各县区", "市直有关部门"]),
    ],
)
def test_and_beside_many_bodies_is_a_separator(cell: str, names: list[str]) -> None:
    assert list(split_departments(cell).names) == names


@pytest.mark.parametrize("cell", ["各乡镇和平台", "驻地企业及各乡镇", "平台和各有关单位"])
def test_and_beside_many_bodies_is_at_least_a_doubt(cell: str) -> None:
    found = split_departments(cell)
    assert len(found.names) > 1 or not found.certain


@pytest.mark.parametrize("name", ["各部门和单位", "各镇和街道", "县工业和信息化局"])
def test_and_inside_one_name_is_no_doubt(name: str) -> None:
    assert split_departments(name) == DepartmentList((name,))


@pytest.mark.parametrize(
    ("cell", "names"),
    [
        ("县财政局（负责监测）、县林业局", ["县财政局", "县林业局"]),
        ("县财政局、县林业局按职责分工负责", ["县财政局", "县林业局"]),
        ("县财政局（按职责分工负责）", ["县财政局"]),
        ("县财政局、县林业局（按职责分工）", ["县财政局", "县林业局"]),
    ],
)
def test_what_a_body_does_is_left_out_and_told(cell: str, names: list[str]) -> None:
    found = split_departments(cell)
    assert list(found.names) == names
    assert found.certain
    assert "已略去" in found.issues[0]


@pytest.mark.parametrize("name", ["县人社局（医保办）", "县发改局（县统计局）", "管委会（筹）"])
def test_a_bracket_with_another_name_stays(name: str) -> None:
    assert split_departments(name).names == (name,)


LISTED = """
各县 各市 各县区 各区县 各县（市、区） 各镇街 各村（社区） 各县（区） 各镇（街道）
各地区 县属国有企业 经开区 开发区 度假区 高新区 市交投 市社科联 县人武部 组织人事部
区委社会工作部 职业技术学院 工作专班 招商引资工作专班 气象站 财政所 房产股 执法队
法规科 党政办 供销社 县供销社 公共资源交易中心 中国移动 中国电信 市城投集团有限公司
项目所在地乡镇 项目所在地镇街 财政部门 财政部 商务部 工业和信息化部 国网桐乡供电公司
开发区管委会财政局 市国资委机关党委 中省驻石单位 中央驻市单位 市直各单位 新乡市 平乡县
县一中 县实验小学 行业主管部门
"""


@pytest.mark.parametrize("name", LISTED.split())
def test_a_whole_name_in_a_list_is_not_called_cut_or_strange(name: str) -> None:
    assert split_departments(name) == DepartmentList((name,))


@pytest.mark.parametrize(
    "words",
    [
        "责任部门",
        "牵头单位",
        "加强学校",
        "新建医院",
        "智慧社区",
        "全体干部",
        "服务平台",
        "有关部",
        "区科",
    ],
)
def test_other_words_in_a_list_are_still_doubtful(words: str) -> None:
    assert not split_departments(words).certain


def test_a_wrapped_name_that_is_known_is_certain() -> None:
    found = split_departments("区府老干\n部局", frozenset({"区府老干部局"}))
    assert (found.names, found.certain) == (("区府老干部局",), True)


@pytest.mark.parametrize(
    "cell", ["区科委、区文化局等", "区科委、区文化局等部门", "区科委、区文化局等相关单位"]
)
def test_and_others_is_told_and_no_name_is_lost(cell: str) -> None:
    found = split_departments(cell)
    assert found.names == ("区科委", "区文化局")
    assert "名单可能不全" in found.issues[0]


def test_a_department_printed_twice_counts_once_and_is_told() -> None:
    found = split_departments("区委宣传部区科委区科委")
    assert found.names == ("区委宣传部", "区科委")
    assert "重复" in found.issues[0]


def test_a_name_that_may_be_cut_is_doubtful_unless_the_caller_mends_it() -> None:
    assert not split_departments("区科").certain
    assert split_departments("区科", cut=True).certain
    assert split_departments("区科", frozenset({"区科"})).certain


def test_what_is_no_department_is_kept_and_told() -> None:
    found = split_departments("推进工作")
    assert (found.names, found.certain) == (("推进工作",), False)
    assert "不像部门名称" in found.issues[0]


NAMES = [
    "区科委",
    "区发改委",
    "区财政局",
    "公安静安分局",
    "团区委",
    "各街道",
    "区委宣传部",
    "区人社局(医保办)",
]


@given(
    st.lists(st.sampled_from(NAMES), unique=True),
    st.sampled_from(["、", "，", ";", "\n", "\u00a0\u00a0"]),
)
def test_any_list_with_separators_is_read_back(names: list[str], separator: str) -> None:
    found = split_departments(separator.join(names))
    assert list(found.names) == names
    assert found.certain


@given(st.lists(st.sampled_from(NAMES), unique=True, max_size=5))
def test_any_run_without_separators_is_read_back(names: list[str]) -> None:
    assert list(split_departments("".join(names)).names) == names


@given(st.text(alphabet=st.sampled_from("区科委发改局各街道（医保办）、 \n等和及办"), max_size=30))
def test_no_character_of_a_name_is_invented(text: str) -> None:
    found = split_departments(text)
    letters = "".join(text.split())
    assert all(all(c in letters for c in name) for name in found.names)
    assert found.certain or found.issues


@pytest.mark.parametrize("code", [0x200B, 0xFEFF, 0x200E, 0x2060])
def test_invisible_characters_separate_nothing_and_stay_in_no_name(code: int) -> None:
    found = split_departments(f"\ufeff县财{chr(code)}政局、县林业局{chr(code)}")
    assert found == DepartmentList(("县财政局", "县林业局"))
