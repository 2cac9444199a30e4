"""Names run together: where they may be cut, and where they may not."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from importers.reading.fields.glued import cut_run


@pytest.mark.parametrize(
    "run",
    [
        "区科委",
        "区委",
        "区市政配套局",
        "市市场监管局",
        "区地区办",
        "全区各部门",
        "区各街道",
        "甲",
        "",
        "推进工作",
    ],
)
def test_one_name_comes_back_whole_and_sure(run: str) -> None:
    assert cut_run(run) == ((run,), None)


@pytest.mark.parametrize(
    "run",
    ["区委员会办公室", "区人民政府各部门", "市公安局市南分局", "供电公司市公司", "区委各部门"],
)
def test_an_opening_inside_a_name_is_no_joint(run: str) -> None:
    assert cut_run(run).names == (run,)


TOWNLIKE = """
新乡市财政局 萍乡市教育局 景德镇市财政局 宁乡市水利局 桐乡市民政局 内乡县财政局 西乡县林业局
平乡县审计局 河南省新乡市财政局 国家税务总局新乡市税务局 新乡市委宣传部 人行新乡市中心支行
国网桐乡供电公司
"""


@pytest.mark.parametrize("name", TOWNLIKE.split())
def test_a_place_that_ends_like_a_town_is_not_cut_in_two(name: str) -> None:
    assert cut_run(name) == ((name,), None)


@pytest.mark.parametrize("run", ["彭浦镇区财政局", "石岭镇县林业局"])
def test_a_town_before_another_organ_is_cut_with_a_doubt(run: str) -> None:
    cut = cut_run(run)
    assert cut.names == (run[:3], run[3:])
    assert "可能是一个名称" in (cut.doubt or "")


def test_all_towns_before_another_organ_are_cut_for_sure() -> None:
    assert cut_run("各乡镇县财政局") == (("各乡镇", "县财政局"), None)


@pytest.mark.parametrize(
    "name",
    [
        "开发区管委会财政局", "市国资委机关党委", "市城投集团有限公司", "市自然资源和规划局预算科",
        "开发区财政局", "彭浦镇信访办", "县公安局交警大队", "市中心医院", "国有林场管理站",
        "县城市建设投资集团有限责任公司", "县社会保险事业中心",
    ],
)  # fmt: skip
def test_a_body_of_another_body_is_one_name(name: str) -> None:
    assert cut_run(name) == ((name,), None)


@pytest.mark.parametrize(
    "run",
    [
        "林业站农技站", "财政所司法所", "财政部商务部", "高新区经开区", "供销社气象站",
        "县文化馆图书馆", "县一中气象站", "财政部门商务部门", "县卫健局疾控中心", "县财政局彭浦镇",
        "开发区管委会公安局",
    ],
)  # fmt: skip
def test_two_bodies_without_a_telling_joint_are_doubtful(run: str) -> None:
    assert cut_run(run).doubt is not None


def test_brackets_are_never_cut() -> None:
    names = cut_run("区人社局(区医保局区社保中心)区科委").names
    assert names == ("区人社局(区医保局区社保中心)", "区科委")


def test_two_parents_together_may_be_one_heading() -> None:
    cut = cut_run("区委区政府督查室")
    assert cut.doubt is not None


def test_a_run_longer_than_any_cell_is_left_alone() -> None:
    run = "区科委" * 100
    assert cut_run(run).names == (run,)


ONES = [
    "区科委",
    "区发改委",
    "市财政局",
    "县教育局",
    "公安静安分局",
    "各街道",
    "团区委",
    "区人大办",
]


@given(st.lists(st.sampled_from(ONES), min_size=1, max_size=6))
def test_a_run_of_names_is_cut_into_exactly_those(names: list[str]) -> None:
    assert list(cut_run("".join(names)).names) == names


@given(st.text(alphabet=st.sampled_from("区市委局办各科人大政府()部门街道公安"), max_size=24))
def test_the_pieces_of_any_run_are_the_run(run: str) -> None:
    assert "".join(cut_run(run).names) == run
    assert "".join(cut_run(run, frozenset({"区科委", "市政府"})).names) == run


@pytest.mark.parametrize(
    "name",
    ["各县区政府", "各区县政府", "各县市区人民政府", "各市县", "各乡镇街道", "各旗县区人民政府"],
)
def test_levels_of_government_in_a_row_are_one_collective(name: str) -> None:
    assert cut_run(name).names == (name,)
