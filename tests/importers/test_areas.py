"""The area of a paper is read off its issuer, else off its title."""

from __future__ import annotations

import pytest

from importers.areas import Area, area_of, full_name, read_areas

SHANGHAI = Area("上海市", "province")
JINGAN = (SHANGHAI, Area("静安区", "county"))
CHANGNING = (SHANGHAI, Area("长宁区", "county"))


@pytest.mark.parametrize(
    ("text", "areas"),
    [
        pytest.param("上海市静安区人民政府", JINGAN, id="government of a district"),
        pytest.param("上海市静安区人民政府办公室", JINGAN, id="its office"),
        pytest.param("上海市靜安區人民政府", JINGAN, id="in Traditional script"),
        pytest.param("上海市 静安区 人民政府", JINGAN, id="with white space"),
        pytest.param("中共上海市静安区委员会", JINGAN, id="party committee"),
        pytest.param("上海市长宁区市场监督管理局", CHANGNING, id="a department of a district"),
        pytest.param("上海市市场监督管理局", (SHANGHAI,), id="a department of the city"),
        pytest.param("上海市人民政府办公厅", (SHANGHAI,), id="a municipality"),
        pytest.param("上海市经济信息化委", (SHANGHAI,), id="a commission of the city"),
        pytest.param(
            "江苏省南京市鼓楼区人民政府",
            (Area("江苏省", "province"), Area("南京市", "city"), Area("鼓楼区", "county")),
            id="province, city and district",
        ),
        pytest.param(
            "云州市临溪区人民政府", (Area("云州市", "city"), Area("临溪区", "county")), id="any"
        ),
        pytest.param(
            "江苏省苏州市昆山市人民政府",
            (Area("江苏省", "province"), Area("苏州市", "city"), Area("昆山市", "county")),
            id="a county-level city",
        ),
        pytest.param(
            "湖南省湘西土家族苗族自治州人民政府",
            (Area("湖南省", "province"), Area("湘西土家族苗族自治州", "city")),
            id="an autonomous prefecture",
        ),
        pytest.param(
            "新疆维吾尔自治区阿克苏地区行政公署",
            (Area("新疆维吾尔自治区", "province"), Area("阿克苏地区", "city")),
            id="a prefecture of an autonomous region",
        ),
        pytest.param(
            "天津市蓟县人民政府", (Area("天津市", "province"), Area("蓟县", "county")), id="short"
        ),
        pytest.param(
            "上海市浦东新区人民政府", (SHANGHAI, Area("浦东新区", "county")), id="a new area is one"
        ),
        pytest.param(
            "上海市静安区彭浦镇人民政府",
            (*JINGAN, Area("彭浦镇", "township")),
            id="government of a town",
        ),
        pytest.param(
            "上海市静安区江宁路街道办事处",
            (*JINGAN, Area("江宁路街道", "township")),
            id="office of a street",
        ),
    ],
)
def test_an_issuer_names_its_areas(text: str, areas: tuple[Area, ...]) -> None:
    assert read_areas(text) == areas


@pytest.mark.parametrize(
    "text",
    ["", "人民政府办公室", "区财政局", "市商务委", "各区县人民政府", "全市各部门", "开发区管委会"],
)
def test_a_name_without_a_place_names_no_area(text: str) -> None:
    assert read_areas(text) == ()


@pytest.mark.parametrize(
    ("text", "county"),
    [
        pytest.param("上海市漕河泾开发区管委会", None, id="a development zone"),
        pytest.param("上海市自由贸易试验区管委会", None, id="a pilot zone"),
        pytest.param("上海市城区道路", None, id="a part of town"),
        pytest.param("上海市区域发展", None, id="a region"),
    ],
)
def test_a_zone_is_no_district(text: str, county: None) -> None:
    assert [area.name for area in read_areas(text) if area.level == "county"] == []


@pytest.mark.parametrize(
    "title",
    [
        "静安区2015年工作方案",
        "2018年静安区工作清单",
        "关于印发《静安区工作要点》的通知",
        "关于开展静安区评估工作方案",
        "靜安區2016年工作方案",
        "2014-2016年静安区行动计划",
    ],
)
def test_a_title_names_the_area_where_the_issuer_does_not(title: str) -> None:
    assert area_of(None, title) == (Area("静安区", "county"),)
    assert area_of("区卫生计生委", title) == (Area("静安区", "county"),)


def test_the_issuer_goes_before_the_title() -> None:
    assert area_of("上海市长宁区人民政府", "静安区经验推广方案") == CHANGNING


def test_a_paper_of_no_area_has_none() -> None:
    assert area_of(None, "2026年重点工作安排") == ()


def test_the_whole_chain_is_written_in_one() -> None:
    assert full_name(JINGAN) == "上海市静安区"
