"""Directories of departments in tables, whatever their columns are called and ordered."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from importers.reading.directory_cells import day_of, names_of
from importers.reading.directory_columns import directory_column
from importers.reading.draft import DirectoryEntry
from importers.reading.pipeline import read_document
from importers.reading.sources import read_source
from tests.reading.grids.drawn import ABOVE, LEFT, Drawn, document, grid

TITLE = "云州市临溪区部门名录"
HEALTH = ("云州市临溪区卫生健康委员会", "区卫生健康委")
BRIDGE = ("云州市临溪区人民政府柳桥街道办事处", "柳桥街道")


def read(rows: Drawn, *, above: str = TITLE, **drawn: Any) -> tuple[DirectoryEntry, ...]:
    return read_document(document(grid(rows, **drawn), above=(above,))).departments


def one(head: str, cell: str) -> DirectoryEntry:
    """The department of a directory that has this column too."""
    (entry,) = read([["全称", "简称", head], [*HEALTH, cell]])
    return entry


@pytest.mark.parametrize(
    ("kind", "heads"),
    [
        ("full", "全称 机构全称 单位名称全称 部门规范全称 單位全稱"),
        ("name", "名称 部门名称 单位名称 机构名称 部门（单位）名称 部门/单位 现机构名称"),
        ("short", "简称 机构简称 规范简称 单位规范化简称 常用名称 常用简称 規範簡稱"),
        ("former", "曾用名 曾用名称 原名称 原机构名称 原单位 旧称 更名前名称 机构改革前名称"),
        ("alias", "别称 别名 其他名称 其它名称 又称 俗称 加挂牌子"),
        ("kind", "类别 性质 单位性质 机构类型"),
        ("parent", "上级 上级部门 主管部门 主管单位 隶属关系"),
        ("since", "启用日期 成立时间 设立日期 组建时间"),
        ("until", "停用日期 撤销时间 终止日期 失效日期"),
        ("successor", "职能并入 承接部门 职能承接部门 职责划入 并入单位"),
        ("groups", "所属集合 分组 所属分组 部门集合"),
        ("area", "行政区 所属行政区 行政区划"),
        ("serial", "序号 编号 机构代码"),
        ("note", "备注 联系电话 主要职责 地址"),
    ],
)
def test_a_column_is_known_by_any_of_its_names(kind: str, heads: str) -> None:
    assert {head: directory_column(head) for head in heads.split()} == dict.fromkeys(
        heads.split(), kind
    )


@pytest.mark.parametrize("head", ["牵头单位", "责任部门", "任务", "企业名称", "项目名称", "姓名"])
def test_a_column_of_other_tables_is_none_of_a_directory(head: str) -> None:
    assert directory_column(head) is None


def test_a_row_is_a_department_with_all_that_its_columns_say() -> None:
    head = ["序号", "简称", "曾用名", "部门名称", "类别", "启用日期", "停用日期", "职能并入"]
    row = ["1", HEALTH[1], "区卫生计生委、区卫生局", HEALTH[0], "委办局", "2019-01-28", "", "—"]
    (entry,) = read([[*head, "所属集合", "主管部门", "别称"], [*row, "区各部门", "区政府", "卫健"]])
    assert (entry.full, entry.short) == HEALTH
    assert entry.former == ("区卫生计生委", "区卫生局")
    assert (entry.kind, entry.since, entry.until) == ("委办局", dt.date(2019, 1, 28), None)
    assert (entry.successor, entry.parent, entry.groups) == ("", "区政府", ("区各部门",))
    assert (entry.aliases, entry.issues, entry.location.start) == (("卫健",), (), 11)
    assert entry.head is not None
    assert entry.head.title == TITLE


def test_columns_may_stand_in_any_order() -> None:
    (entry,) = read([["简称", "序号", "全称"], [HEALTH[1], "1", HEALTH[0]]])
    assert (entry.full, entry.short) == HEALTH


def test_a_working_name_beside_both_others_is_an_alias() -> None:
    (entry,) = read([["部门名称", "全称", "简称"], ["卫生健康委", *HEALTH]])
    assert (entry.full, entry.short, entry.aliases) == (*HEALTH, ("卫生健康委",))


def test_an_empty_short_name_leaves_the_whole_one() -> None:
    (entry,) = read([["全称", "简称"], [HEALTH[0], ""]])
    assert (entry.full, entry.short) == (HEALTH[0], HEALTH[0])


def test_a_merged_cell_counts_for_every_row_that_it_covers() -> None:
    rows = [["类别", "全称", "简称"], ["卫生", *HEALTH], [ABOVE, *BRIDGE]]
    assert [entry.kind for entry in read(rows)] == ["卫生", "卫生"]


def test_headings_repeated_headers_and_remarks_are_no_departments() -> None:
    head = ["序号", "全称", "简称"]
    rows = [
        head,
        ["一、政府工作部门", LEFT, LEFT],
        ["1", *HEALTH],
        head,
        ["", "", ""],
        ["2", *BRIDGE],
        ["注：按规范简称使用。", LEFT, LEFT],
    ]
    assert [entry.short for entry in read(rows)] == [HEALTH[1], BRIDGE[1]]


def test_two_directories_may_stand_side_by_side() -> None:
    rows = [["序号", "全称", "简称"] * 2, ["1", *HEALTH, "2", *BRIDGE]]
    assert [(entry.full, entry.short) for entry in read(rows)] == [HEALTH, BRIDGE]


def test_a_header_may_have_two_levels_and_titles_over_it() -> None:
    rows = [
        [TITLE, LEFT, LEFT],
        ["序号", "机构名称", LEFT],
        [ABOVE, "全称", "简称"],
        ["1", *HEALTH],
    ]
    assert [(entry.full, entry.short) for entry in read(rows)] == [HEALTH]


@pytest.mark.parametrize(
    ("rows", "above"),
    [
        pytest.param([["单位名称", "类别"], ["临溪一中", "中学"]], "名单如下", id="no title"),
        pytest.param(
            [["单位名称", "联系人"], ["区财政局", "王小红"]], TITLE, id="names and persons only"
        ),
        pytest.param(
            [["企业名称", "证券简称"], ["临溪建材公司", "建材"]], TITLE, id="listed companies"
        ),
        pytest.param([["全称", "备注"], ["临溪区财政局", ""]], "名单如下", id="one name a row"),
    ],
)
def test_other_lists_of_names_are_no_directory(rows: Drawn, above: str) -> None:
    assert read(rows, above=above) == ()


def test_a_title_makes_a_directory_of_names_with_kinds() -> None:
    rows = [["单位名称", "类别"], ["区财政局", "委办局"]]
    assert [(entry.short, entry.kind) for entry in read(rows)] == [("区财政局", "委办局")]


def test_a_table_of_tasks_stays_one_though_units_have_short_names() -> None:
    rows = [
        ["序号", "工作任务", "牵头单位", "单位简称", "完成时限"],
        ["1", "整治临溪河道，清理两岸堆放的杂物。", "区水务局", "水务局", "2026年6月底前"],
        ["2", "新建口袋公园，补植行道树。", "区绿化市容局", "绿容局", "2026年9月底前"],
    ]
    reading = read_document(document(grid(rows)))
    assert reading.departments == ()
    assert len(reading.plans[0].tables[0].tasks) == 2


def test_a_plan_and_a_directory_of_one_file_are_both_read() -> None:
    tasks = [
        ["序号", "工作任务", "牵头单位", "完成时限"],
        ["1", "整治临溪河道，清理两岸堆放的杂物。", "区水务局", "2026年6月底前"],
    ]
    listed = [["全称", "简称"], list(HEALTH)]
    reading = read_document(document(grid(tasks), grid(listed, table=2, first=30)))
    assert [entry.short for entry in reading.departments] == [HEALTH[1]]
    assert len(reading.plans[0].tables[0].tasks) == 1


@pytest.mark.parametrize(
    ("name", "text"),
    [
        pytest.param("名录.csv", "全称,简称,曾用名\n{0},{1},区卫生计生委\n", id="csv"),
        pytest.param(
            "名录.md", "| 全称 | 简称 | 曾用名 |\n|---|---|---|\n| {0} | {1} | 区卫生计生委 |\n",
            id="pipes",
        ),
        pytest.param(
            "名录.html",
            "<table><tr><th>全称<th>简称<th>曾用名<tr><td>{0}<td>{1}<td>区卫生计生委</table>",
            id="a web page",
        ),
    ],
)  # fmt: skip
def test_every_form_of_file_gives_the_same(name: str, text: str) -> None:
    source = read_source(name, text.format(*HEALTH).encode())
    (entry,) = read_document(source).departments
    assert (entry.full, entry.short, entry.former) == (*HEALTH, ("区卫生计生委",))


# --- cells -------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("cell", "names"),
    [
        pytest.param("", (), id="empty"),
        pytest.param("无", (), id="said to be none"),
        pytest.param("——", (), id="a dash"),
        pytest.param("区卫生局、区计生委", ("区卫生局", "区计生委"), id="two"),
        pytest.param("区卫生局；区计生委，区卫生局", ("区卫生局", "区计生委"), id="once each"),
        pytest.param("区卫生局\n区计生委", ("区卫生局", "区计生委"), id="on two lines"),
        pytest.param("区人社局（医保办、就业办）", ("区人社局（医保办、就业办）",), id="bracket"),
        pytest.param("区 卫 生 局", ("区卫生局",), id="white space"),
    ],
)
def test_the_names_of_a_cell(cell: str, names: tuple[str, ...]) -> None:
    assert names_of(cell) == (names, [])


@pytest.mark.parametrize(
    ("cell", "names", "issue"),
    [
        pytest.param("区卫生局（2010—2014）", ("区卫生局",), "括号里的日期", id="a date beside"),
        pytest.param("详见附件。", (), "不像部门名称", id="a sentence"),
        pytest.param("A", (), "不像部门名称", id="a letter"),
    ],
)
def test_what_is_no_name_is_told(cell: str, names: tuple[str, ...], issue: str) -> None:
    found, (words,) = names_of(cell)
    assert found == names
    assert issue in words


@pytest.mark.parametrize(
    ("cell", "last", "day"),
    [
        pytest.param("2019-01-28", False, dt.date(2019, 1, 28), id="ISO"),
        pytest.param("2019年1月28日", False, dt.date(2019, 1, 28), id="in Chinese"),
        pytest.param("２０１９．１．２８", False, dt.date(2019, 1, 28), id="dots, full width"),
        pytest.param("2019/1/28 00:00:00", False, dt.date(2019, 1, 28), id="with midnight"),
        pytest.param("20190128", False, dt.date(2019, 1, 28), id="eight figures"),
        pytest.param("—", False, None, id="none"),
    ],
)
def test_a_day_is_read(cell: str, last: bool, day: dt.date | None) -> None:
    assert day_of(cell, last=last) == (day, [])


@pytest.mark.parametrize(
    ("cell", "last", "day", "issue"),
    [
        pytest.param("2019年2月", False, dt.date(2019, 2, 1), "没有写到日", id="since a month"),
        pytest.param("2019年2月", True, dt.date(2019, 2, 28), "没有写到日", id="until a month"),
        pytest.param("2019年", True, dt.date(2019, 12, 31), "没有写到日", id="until a year"),
        pytest.param("2019-02-30", False, None, "没有“2019-02-30”这一天", id="no such day"),
        pytest.param("2019年13月", False, None, "这一天", id="no such month"),
        pytest.param("机构改革时", False, None, "不是日期", id="words"),
    ],
)
def test_a_day_that_is_not_whole_is_told(
    cell: str, last: bool, day: dt.date | None, issue: str
) -> None:
    found, (words,) = day_of(cell, last=last)
    assert found == day
    assert issue in words


def test_an_end_before_the_beginning_takes_neither() -> None:
    rows = [["全称", "简称", "启用日期", "停用日期"], [*HEALTH, "2019-01-28", "2018-01-01"]]
    (entry,) = read(rows)
    assert (entry.since, entry.until) == (None, None)
    assert "停用日期2018-01-01早于启用日期2019-01-28，都没有读取" in entry.issues


@pytest.mark.parametrize("cell", ["区卫生局（2010—2014）", "见备注。"])
def test_doubts_of_a_cell_stay_with_the_row(cell: str) -> None:
    assert len(one("曾用名", cell).issues) == 1
