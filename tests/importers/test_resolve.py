"""A printed name means the department of its own area that goes by it."""

from __future__ import annotations

import datetime as dt

import pytest

from importers.resolve import (
    AreaRef,
    Bearer,
    Directory,
    Found,
    Group,
    KnownName,
    NotUnique,
    Resolution,
    Unknown,
    is_collective,
    plain,
)

CITY = AreaRef(1, "云州市", "云州市")
LINXI = AreaRef(2, "云州市临溪区", "临溪区")
DONGHE = AreaRef(3, "云州市东河区", "东河区")
ON = dt.date(2026, 2, 11)
FINANCE, CITY_FINANCE, SOCIAL, REFORM, SCIENCE, PARK = 10, 11, 12, 13, 14, 15


def known(text: str, department: int, area: AreaRef = LINXI, **dates: dt.date) -> KnownName:
    return KnownName(text, department, area.pk, **dates)


def linxi(*more: KnownName) -> Directory:
    """临溪区's directory, under that of its city; 东河区 lies beside it."""
    names = [
        known("区财政局", FINANCE),
        known("市财政局", CITY_FINANCE, CITY),
        known("区人社局", SOCIAL),
        known("区发展和改革委员会", REFORM),
        known("区科学技术局", SCIENCE),
        known("市北高新园区", PARK),
        *more,
    ]
    return Directory([LINXI, CITY], names, [(70, "各街道")], others=["东河区", "云州市东河区"])


@pytest.mark.parametrize(
    ("printed", "department"),
    [
        pytest.param("区财政局", FINANCE, id="its name"),
        pytest.param("區財政局", FINANCE, id="in Traditional script"),
        pytest.param(" 区财\u3000政局\n", FINANCE, id="with white space"),
        pytest.param("临溪区财政局", FINANCE, id="with the name of the area"),
        pytest.param("云州市临溪区财政局", FINANCE, id="with the whole name of the area"),
        pytest.param("区人社局(医保办)", SOCIAL, id="with a bracket"),
        pytest.param("区人社局（医保办）", SOCIAL, id="with a full-width bracket"),
        pytest.param("区发改委", REFORM, id="its official short form"),
        pytest.param("区发展和改革委", REFORM, id="委 for 委员会"),
        pytest.param("区发展改革委", REFORM, id="委 for 委员会, without 和"),
        pytest.param("市财政局", CITY_FINANCE, id="the city's, as it says"),
        pytest.param("云州市财政局", CITY_FINANCE, id="the city's by the city's name"),
        pytest.param("市北高新园区", PARK, id="the area's own though it begins with 市"),
    ],
)
def test_it_is_found(printed: str, department: int) -> None:
    assert linxi().resolve(printed, ON) == Found(department)


def test_each_district_has_its_own_finance_bureau() -> None:
    here = Directory([LINXI, CITY], [known("区财政局", FINANCE)], others=["东河区"])
    there = Directory([DONGHE, CITY], [known("区财政局", 99, DONGHE)], others=["临溪区"])
    assert here.resolve("区财政局", ON) == Found(FINANCE)
    assert there.resolve("区财政局", ON) == Found(99)


def test_a_neighbours_department_is_never_taken() -> None:
    directory = linxi(known("区水务局", 50, DONGHE))
    assert isinstance(directory.resolve("区水务局", ON), Unknown)


@pytest.mark.parametrize("printed", ["东河区财政局", "云州市东河区财政局"])
def test_a_name_of_a_neighbour_is_at_home_nowhere_here(printed: str) -> None:
    assert linxi().resolve(printed, ON) == Unknown(printed, None)


def test_the_area_above_is_asked_only_by_names_that_say_so() -> None:
    directory = linxi(known("水务集团", 60, CITY))
    resolution = directory.resolve("水务集团", ON)
    assert resolution == Unknown("水务集团", LINXI.pk)


def test_the_areas_own_department_goes_before_the_one_above() -> None:
    directory = linxi(known("市财政局", 61))
    assert directory.resolve("市财政局", ON) == Found(61)


@pytest.mark.parametrize(
    ("on", "expected"),
    [
        (dt.date(2014, 12, 31), Found(80)),
        (dt.date(2015, 1, 1), Found(81)),
        (None, NotUnique((80, 81))),
    ],
)
def test_a_name_means_whoever_bore_it_that_day(on: dt.date | None, expected: Resolution) -> None:
    directory = linxi(
        known("区规土局", 80, until=dt.date(2014, 12, 31)),
        known("区规土局", 81, since=dt.date(2015, 1, 1)),
    )
    assert directory.resolve("区规土局", on) == expected


def test_a_name_that_ended_is_no_longer_known() -> None:
    directory = linxi(known("区计生委", 80, until=dt.date(2014, 12, 31)))
    assert isinstance(directory.resolve("区计生委", ON), Unknown)


def test_the_whole_name_goes_before_the_one_without_bracket() -> None:
    directory = linxi(known("区人社局(医保办)", 82))
    assert directory.resolve("区人社局(医保办)", ON) == Found(82)


def test_two_departments_that_differ_in_spelling_alone_are_not_unique() -> None:
    directory = linxi(known("区地区和社区办公室", 83), known("区地区社区办公室", 84))
    assert directory.resolve("区地区社区办", ON) == NotUnique((83, 84))
    assert directory.resolve("区地区社区办公室", ON) == Found(84)


@pytest.mark.parametrize(
    ("printed", "group"),
    [
        pytest.param("各街道", 70, id="known"),
        pytest.param("各 街道", 70, id="known, with white space"),
        pytest.param("全区各部门", None, id="not known yet"),
    ],
)
def test_a_collective_name_stays_a_group(printed: str, group: int | None) -> None:
    assert linxi().resolve(printed, ON) == Group(group, plain(printed))


@pytest.mark.parametrize(
    "names",
    [
        "各街道 各镇街 各街道(镇) 各区县政府 各成员单位 各相关部门",
        "全区各部门 区各相关部门 区政府各部门 市级有关部门",
        "相关部门 有关单位 其他有关部门 成员单位",
        "区属企业 驻区单位 區屬各單位",
        "区节能减排领导小组成员单位 街道(镇) 乡镇",
    ],
)
def test_it_is_collective(names: str) -> None:
    assert [name for name in names.split() if not is_collective(name)] == []


def test_it_is_one_department() -> None:
    names = "区财政局 南塘街道 江宁路街道 区属企业局 区各界人士联络办 市相关机构服务中心"
    assert [name for name in names.split() if is_collective(name)] == []


@pytest.mark.parametrize(
    ("printed", "area"),
    [
        pytest.param("区水务局", LINXI, id="the plan's area"),
        pytest.param("水务集团", LINXI, id="the plan's area, saying nothing"),
        pytest.param("市水务局", CITY, id="the city"),
        pytest.param("市场监管局", LINXI, id="市场 is no city"),
    ],
)
def test_an_unknown_name_is_at_home_where_it_says(printed: str, area: AreaRef) -> None:
    resolution = linxi().resolve(printed, ON)
    assert isinstance(resolution, Unknown)
    assert resolution.area == area.pk


@pytest.mark.parametrize(
    ("printed", "nearest"),
    [
        pytest.param("区财政厅", "区财政局", id="one letter apart"),
        pytest.param("区科技局", "区科学技术局", id="its short form, other letters"),
    ],
)
def test_an_unknown_name_comes_with_the_nearest_known(printed: str, nearest: str) -> None:
    resolution = linxi().resolve(printed, ON)
    assert isinstance(resolution, Unknown)
    assert resolution.nearest[0] == nearest


def test_an_unknown_name_is_told_without_its_bracket() -> None:
    resolution = linxi().resolve("区大数据中心(信息办)", ON)
    assert isinstance(resolution, Unknown)
    assert resolution.name == "区大数据中心"


def test_what_is_learned_is_known_from_then_on() -> None:
    directory = linxi()
    directory.learn(known("区数据局", 90))
    directory.learn_group(71, "各镇街")
    assert directory.resolve("區數據局", ON) == Found(90)
    assert directory.resolve("各镇街", ON) == Group(71, "各镇街")


# --- names of other days -----------------------------------------------------------------

HEALTH, PLANNING, MARKET = 20, 21, 22
REFORM_DAY = dt.date(2019, 1, 28)
EVE = dt.date(2019, 1, 27)


def after_the_reform() -> Directory:
    """区卫生计生委 is called 区卫生健康委 now; 区工商局 was merged into 区市场监管局."""
    names = [
        known("区卫生健康委", HEALTH, since=REFORM_DAY),
        known("区卫生计生委", HEALTH, until=EVE),
        known("区卫生健康促进中心", 23),
        known("区工商局", PLANNING, until=EVE),
        known("区市场监管局", MARKET),
    ]
    return Directory([LINXI, CITY], names, heirs={PLANNING: MARKET})


@pytest.mark.parametrize(
    ("printed", "year", "expected"),
    [
        pytest.param("区卫生计生委", 2017, Found(HEALTH), id="then's name then"),
        pytest.param("区卫生和计划生育委员会", 2017, Found(HEALTH), id="in full"),
        pytest.param("区卫生健康委", 2026, Found(HEALTH), id="today's name today"),
        pytest.param("区工商局", 2017, Found(PLANNING), id="merged later"),
    ],
)
def test_a_plan_means_the_names_of_its_own_day(
    printed: str, year: int, expected: Resolution
) -> None:
    assert after_the_reform().resolve(printed, dt.date(year, 6, 1)) == expected


@pytest.mark.parametrize(
    ("printed", "year", "bearer"),
    [
        pytest.param(
            "区卫生计生委", 2026, Bearer(HEALTH, "区卫生健康委", "former"), id="a former name"
        ),
        pytest.param(
            "区卫生健康委", 2017, Bearer(HEALTH, "区卫生计生委", "later"), id="a later name"
        ),
        pytest.param(
            "区工商局", 2026, Bearer(MARKET, "区市场监管局", "merged"), id="a merged department"
        ),
    ],
)
def test_a_name_of_other_days_is_unknown_and_its_bearer_the_first_suggestion(
    printed: str, year: int, bearer: Bearer
) -> None:
    resolution = after_the_reform().resolve(printed, dt.date(year, 6, 1))
    assert isinstance(resolution, Unknown)
    assert resolution.once == (bearer,)
    assert resolution.nearest[0] == bearer.name
    assert printed not in resolution.nearest


def test_a_merger_of_mergers_is_followed_to_who_stands() -> None:
    directory = Directory(
        [LINXI],
        [known("区甲局", 1, until=EVE), known("区乙局", 2, until=EVE), known("区丙局", 3)],
        heirs={1: 2, 2: 3},
    )
    resolution = directory.resolve("区甲局", ON)
    assert isinstance(resolution, Unknown)
    assert resolution.once == (Bearer(3, "区丙局", "merged"),)


@pytest.mark.parametrize("heirs", [{}, {1: 2, 2: 1}], ids=["no heir", "a ring"])
def test_nobody_is_suggested_for_whom_nobody_took_over(heirs: dict[int, int]) -> None:
    names = [known("区甲局", 1, until=EVE), known("区乙局", 2, until=EVE)]
    resolution = Directory([LINXI], names, heirs=heirs).resolve("区甲局", ON)
    assert isinstance(resolution, Unknown)
    assert resolution.once == ()


@pytest.mark.parametrize("cut", ["区科", "区科学", "区发展和", "临溪区科学"])
def test_the_beginning_of_a_name_is_a_suggestion_and_never_an_answer(cut: str) -> None:
    resolution = linxi().resolve(cut, ON)
    assert isinstance(resolution, Unknown)
    assert set(resolution.nearest) & {"区科学技术局", "区发展和改革委员会"}


@pytest.mark.parametrize(
    "printed", ["区财政厅", "区财局", "区财政局长", "财政局", "区科学技术", "区人社"]
)
def test_what_a_name_merely_looks_like_is_never_an_answer(printed: str) -> None:
    assert isinstance(linxi().resolve(printed, ON), Unknown)


def test_two_departments_of_one_name_in_two_areas_stay_apart() -> None:
    directory = linxi(known("市财政局", 91))
    assert directory.resolve("区财政局", ON) == Found(FINANCE)
    assert directory.resolve("云州市财政局", ON) == Found(91)
    assert Directory([CITY], [known("市财政局", CITY_FINANCE, CITY)]).resolve(
        "市财政局", ON
    ) == Found(CITY_FINANCE)
