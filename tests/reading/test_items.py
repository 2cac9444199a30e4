"""Labels on lines of their own, trailers on headings, and what stands after a trailer."""

from __future__ import annotations

import datetime as dt

import pytest

from importers.reading.draft import TableDraft, TaskDraft
from importers.reading.items import FROM_HEADING
from importers.reading.parties import (
    BESIDE,
    CARRYING,
    NO_COLON,
    PERSONS_TOO,
    UNENDED,
)
from importers.reading.prose import read_trailers
from importers.reading.trailers import MAY_BE_ANOTHER_NAME
from tests.reading.build import segment

JUNE = [dt.date(2026, 6, 30)]


def table(*texts: str) -> TableDraft:
    found = read_trailers(segment(*texts))
    assert found is not None
    return found


def only(*texts: str) -> TaskDraft:
    (task,) = table(*texts).tasks
    return task


def dues(task: TaskDraft) -> list[dt.date | None]:
    return [item.due for item in task.schedule]


# --- labels on lines of their own ------------------------------------------------------

LEADING = "牵头单位：市文旅局"
RESPONSIBLE = "责任单位：市财政局、市住建局"
DUE = "完成时限：2026年6月底前"


@pytest.mark.parametrize(
    "lines",
    [
        pytest.param((LEADING, RESPONSIBLE, DUE), id="the time last"),
        pytest.param((DUE, LEADING, RESPONSIBLE), id="the time first"),
        pytest.param((RESPONSIBLE, LEADING, DUE), id="责任 before 牵头"),
        pytest.param((LEADING, "时间节点：2026年6月底前", RESPONSIBLE), id="时间节点"),
        pytest.param((f"{LEADING}；{RESPONSIBLE}；{DUE}",), id="on one line"),
        pytest.param((f"（{LEADING}）（{RESPONSIBLE}）（{DUE}）",), id="in brackets of their own"),
    ],
)
@pytest.mark.parametrize("joint", ["\n", None], ids=["one block", "a block each"])
def test_label_lines_are_ranked_together(lines: tuple[str, ...], joint: str | None) -> None:
    texts = ("(一)建设图书馆。", *lines)
    task = only(*((joint.join(texts),) if joint else texts))
    assert task.text == "建设图书馆。"
    assert (task.lead, task.coop, dues(task)) == (("市文旅局",), ("市财政局", "市住建局"), JUNE)
    assert (task.certain.lead, task.certain.coop, task.certain.schedule) == (True, False, True)
    assert BESIDE in task.issues


@pytest.mark.parametrize(
    ("lines", "due", "certain"),
    [
        pytest.param(("(责任单位:市民政局)(完成时限:2026年6月底)",), JUNE, True, id="labelled"),
        pytest.param(("(市民政局)(2026年6月底前)",), JUNE, True, id="a bare time behind"),
        pytest.param(("(2026年6月底前)(市民政局)",), JUNE, True, id="a bare time before"),
        pytest.param(("(市民政局，2026年6月底前完成)",), JUNE, True, id="in the same bracket"),
        pytest.param(("(责任单位:市民政局)", "完成时限:2026年6月底"), JUNE, True, id="a line"),
        pytest.param(("(责任单位:市民政局;完成时限:按部署)",), [None], False, id="no date"),
    ],
)
def test_a_deadline_beside_the_trailer_is_the_items(
    lines: tuple[str, ...], due: list[dt.date | None], certain: bool
) -> None:
    task = only("1.建图书馆。" + lines[0], *lines[1:])
    assert (task.text, task.lead, dues(task)) == ("建图书馆。", ("市民政局",), due)
    assert task.certain.schedule is certain


def test_a_time_alone_closes_no_item() -> None:
    assert read_trailers(segment("1.建图书馆。(完成时限:2026年6月底)", "(2026年6月底前)")) is None


# --- lists that go on ------------------------------------------------------------------

MORE = ("市文旅局", "市财政局", "市住建局", "市教育局")


@pytest.mark.parametrize("mark", ["、", "，", "；"])
@pytest.mark.parametrize("joint", ["\n", None], ids=["one block", "a block each"])
def test_a_list_that_ends_in_a_mark_goes_on(mark: str, joint: str | None) -> None:
    texts = ("1.建图书馆。", f"责任单位：市文旅局、市财政局{mark}", "市住建局、市教育局")
    task = only(*((joint.join(texts),) if joint else texts))
    assert task.lead == MORE


def test_an_open_bracket_goes_on_in_the_next_block() -> None:
    task = only("1.建图书馆。（责任单位：市文旅局、市财政局、", "市住建局、市教育局）")
    assert task.lead == MORE


def test_names_on_a_further_line_make_the_list_doubtful() -> None:
    task = only("1.建图书馆。", "责任单位：市文旅局、市财政局", "市住建局、市教育局")
    assert task.lead == ("市文旅局", "市财政局")
    assert not task.certain.lead


def test_a_list_that_breaks_off_is_doubtful() -> None:
    task = table("1.建图书馆。", "责任单位：市文旅局、", "2.修路。", "责任单位：市住建局").tasks[0]
    assert task.lead == ("市文旅局",)
    assert not task.certain.lead
    assert UNENDED in task.issues


# --- trailers on headings --------------------------------------------------------------


@pytest.mark.parametrize(
    "heading",
    [
        pytest.param(("一、稳增长（责任单位：市发改局）",), id="on its line"),
        pytest.param(("一、稳增长", "（责任单位：市发改局）"), id="under it"),
    ],
)
def test_a_trailer_on_a_heading_is_for_all_its_parts(heading: tuple[str, ...]) -> None:
    found = table(*heading, "1.抓项目。开工30个。", "2.促消费。发券1000万元。").tasks
    assert [(t.no, t.lead, t.path) for t in found] == [
        ("1", ("市发改局",), ("一、稳增长",)),
        ("2", ("市发改局",), ("一、稳增长",)),
    ]
    assert not any(task.certain.lead or task.certain.coop for task in found)
    assert all(FROM_HEADING in task.issues for task in found)


def test_a_part_with_a_trailer_of_its_own_has_that_and_a_doubt() -> None:
    found = table("一、稳增长（责任单位：市发改局）", "1.抓项目。（责任单位：市住建局）").tasks
    assert [(task.lead, task.certain.lead) for task in found] == [(("市住建局",), False)]


def test_a_trailer_for_the_above_reaches_all_parts() -> None:
    found = table("一、稳增长", "1.抓项目。", "2.促消费。", "（以上责任单位：市发改局）").tasks
    assert [task.lead for task in found] == [("市发改局",)] * 2


def test_numbered_parts_that_are_no_items_are_said() -> None:
    found = table(
        "一、稳增长",
        "1.抓项目。",
        "2.促消费。",
        "3.修路。(责任单位:市住建局)",
        "4.植树。",
        "5.扫地。",
    )
    assert [task.no for task in found.tasks] == ["3"]
    assert [issue.split("“")[1][:2] for issue in found.issues] == ["1.", "2.", "4.", "5."]


# --- what stands after -----------------------------------------------------------------


@pytest.mark.parametrize(
    "imprint",
    [
        pytest.param(("主办单位：云州市人民政府", "编辑出版：云州市政府公报室"), id="a gazette's"),
        pytest.param(("主办：云州市人民政府办公室",), id="the publisher alone"),
        pytest.param(("抄送：市委办公室、市政协办公室。",), id="copies"),
        pytest.param(("云州市人民政府办公室 2026年2月20日印发",), id="印发"),
        pytest.param(("附件：任务表",), id="an annex"),
        pytest.param(("云州市人民政府", "2026年2月20日"), id="signed"),
    ],
)
@pytest.mark.parametrize("trailer", ["（责任单位：市文旅局）", "\n责任单位：市文旅局"])
def test_what_closes_the_paper_belongs_to_no_item(imprint: tuple[str, ...], trailer: str) -> None:
    task = only(f"1.建图书馆。{trailer}", *imprint)
    assert (task.lead, task.coop, task.certain.lead, task.issues) == (("市文旅局",), (), True, ())


def test_a_line_of_labels_never_goes_with_a_bracket() -> None:
    task = only("1.建图书馆。（牵头单位：市发改局）", "配合单位：市财政局")
    assert (task.lead, task.coop) == (("市发改局",), ())
    assert not task.certain.coop


@pytest.mark.parametrize("words", ["经费由各单位自筹", "另见附图", "养护另行安排。"])
def test_whatever_is_left_after_a_trailer_is_said(words: str) -> None:
    assert (
        f"“{words[:12]}…”写在责任单位之后" in only("1.植树。(责任单位:市林业局)", words).issues[0]
    )


def test_a_time_left_after_a_trailer_makes_the_schedule_doubtful() -> None:
    assert not only("1.植树。(责任单位:市林业局)", "2026年10月验收。").certain.schedule


def test_an_item_without_anybody_is_certain_of_nobody() -> None:
    first, second = table("一、任务", "1.植树。(责任单位:市林业局)", "2.修路。").tasks
    assert first.certain.coop
    assert not second.certain.lead
    assert not second.certain.coop


# --- wordings --------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("trailer", "lead", "coop"),
    [
        pytest.param("（由市文旅局牵头，会同市财政局落实）", "市文旅局", "市财政局", id="会同"),
        pytest.param("（市文旅局牵头，市财政局落实）", "市文旅局", "市财政局", id="落实"),
        pytest.param("（市文旅局牵头抓总，市财政局抓落实）", "市文旅局", "市财政局", id="抓落实"),
        pytest.param("（市文旅局负总责，市财政局配合）", "市文旅局", "市财政局", id="负总责"),
        pytest.param("（责任单位：市文旅局牵头，市财政局配合）", "市文旅局", "市财政局", id="both"),
        pytest.param("（责任单位为市文旅局）", "市文旅局", "", id="为"),
        pytest.param("（责任单 位：市文旅局）", "市文旅局", "", id="a space in the label"),
        pytest.param("（市级牵头单位：市文旅局）", "市文旅局", "", id="市级"),
        pytest.param("（市文旅局落实）", "市文旅局", "", id="落实 alone"),
    ],
)
def test_wordings_of_who_leads_and_who_takes_part(trailer: str, lead: str, coop: str) -> None:
    task = only(f"1.建图书馆。{trailer}")
    assert (task.lead, task.coop) == ((lead,), (coop,) if coop else ())
    assert task.certain.lead
    assert task.certain.coop


@pytest.mark.parametrize(
    ("trailer", "issue"),
    [
        pytest.param("（市文旅局负责，各县区政府落实）", CARRYING, id="负责 and 落实"),
        pytest.param("（责任单位及责任人：市文旅局 张三）", PERSONS_TOO, id="persons too"),
        pytest.param(
            "（责任单位：市文旅局；联系电话：110）", "“联系电话：110”没有读", id="unknown"
        ),
    ],
)
def test_wordings_with_two_readings_are_doubtful(trailer: str, issue: str) -> None:
    task = only(f"1.建图书馆。{trailer}")
    assert task.lead[0] == "市文旅局"
    assert not task.certain.lead
    assert any(issue in said for said in task.issues)


def test_a_lost_colon_is_put_back_and_said() -> None:
    task = only("1.建图书馆。（责任单位市商务局、市财政局）")
    assert task.lead == ("市商务局", "市财政局")
    assert NO_COLON in task.issues


def test_a_bracket_that_closes_a_name_stays_with_it() -> None:
    assert only("1.建图书馆。", "责任单位:市公安局(网安支队)").lead == ("市公安局(网安支队)",)


def test_the_leader_over_a_case_is_a_leader() -> None:
    task = only("1.建图书馆。（包案领导：孙立；责任单位：市公安局）")
    assert (task.leaders, task.lead) == (("孙立",), ("市公安局",))


def test_a_list_in_brackets_without_a_full_stop_before_it_is_doubtful() -> None:
    found = table("1.建成图书馆（市文旅局）；", "2.改造道路（市住建局、市财政局）；").tasks
    assert [(task.text, task.lead[0]) for task in found] == [
        ("建成图书馆", "市文旅局"),
        ("改造道路", "市住建局"),
    ]
    assert not any(task.certain.lead for task in found)
    assert MAY_BE_ANOTHER_NAME in found[0].issues


@pytest.mark.parametrize("words", ["分管市卫健委（市中医药局）。", "包括市图书馆（市文化馆）。"])
def test_another_name_in_brackets_is_no_trailer(words: str) -> None:
    assert read_trailers(segment(f"1.{words}")) is None


def test_a_number_alone_on_its_line_is_no_heading() -> None:
    made = table(
        "一、公共服务", "1.", "新增托位。", "牵头单位：区教育局", "2.", "建公园。（区城管局牵头）"
    )
    assert [(task.no, task.text, task.path) for task in made.tasks] == [
        ("1", "新增托位。", ("一、公共服务",)),
        ("2", "建公园。", ("一、公共服务",)),
    ]
