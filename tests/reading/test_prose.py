"""Narratives whose items end in a trailer."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from importers.reading.document import Location
from importers.reading.draft import Certainty, TableDraft, TaskDraft
from importers.reading.known_names import known_names
from importers.reading.prose import read_trailers
from tests.reading.build import segment


def table(*texts: str) -> TableDraft:
    found = read_trailers(segment(*texts))
    assert found is not None
    return found


def tasks(*texts: str) -> tuple[TaskDraft, ...]:
    return table(*texts).tasks


def leads(*texts: str) -> list[tuple[str | None, tuple[str, ...]]]:
    return [(task.no, task.lead) for task in tasks(*texts)]


# --- items, text and path --------------------------------------------------------------


def test_a_heading_with_words_under_it_belongs_to_the_path() -> None:
    (task,) = tasks(
        "三、重点工作", "(一)植树", "1、种树苗", "种三百株。", "并养护。", "(责任单位:区绿化局)"
    )
    assert task == TaskDraft(
        text="种三百株。并养护。",
        no="1",
        path=("三、重点工作", "(一)植树", "1、种树苗"),
        lead=("区绿化局",),
        location=Location(5, 11),
        raw="1、种树苗\n种三百株。\n并养护。",
    )


def test_a_paragraph_that_runs_on_from_its_number_is_the_text() -> None:
    (task,) = tasks("一、绿化", "(一)种树苗。全年种三百株。【责任部门:区绿化局】")
    assert (task.no, task.path) == ("(一)", ("一、绿化",))
    assert task.text == "种树苗。全年种三百株。"


def test_the_words_go_on_until_the_trailer() -> None:
    (task,) = tasks("1.种树苗。全年种三百株。", "另养护一百株。(责任单位:区绿化局)")
    assert task.text == "种树苗。全年种三百株。另养护一百株。"


def test_numbers_that_run_on_through_the_sections_stay_under_their_own() -> None:
    found = tasks(
        "(一)绿化", "1.植树。(责任单位:区绿化局)", "(二)道路", "2.修路。(责任单位:区建委)"
    )
    assert [(task.no, task.path) for task in found] == [("1", ("(一)绿化",)), ("2", ("(二)道路",))]


def test_a_list_before_the_first_chapter_is_not_over_it() -> None:
    found = tasks("附件:1.任务表", "2.名单", "一、绿化", "(一)植树。(责任单位:区绿化局)")
    assert found[0].path == ("一、绿化",)


def test_paragraphs_without_number_are_items_by_their_trailers() -> None:
    found = tasks("各单位:", "种树苗。(责任单位:区绿化局)", "修道路。", "(责任单位:区建委)")
    assert [(task.text, task.lead) for task in found] == [
        ("种树苗。", ("区绿化局",)),
        ("修道路。", ("区建委",)),
    ]


def test_two_items_in_one_numbered_part_have_its_heading_and_no_number() -> None:
    found = tasks("(一)绿化", "植树。(责任单位:区绿化局)", "养护。(责任单位:区园林所)")
    assert [(t.no, t.path, t.text) for t in found] == [
        (None, ("(一)绿化",), "植树。"),
        (None, ("(一)绿化",), "养护。"),
    ]


def test_trailers_in_a_row_belong_to_one_item() -> None:
    (task,) = tasks("1.植树。(牵头单位:区绿化局)(配合单位:区财政局)")
    assert (task.lead, task.coop) == (("区绿化局",), ("区财政局",))


def test_traditional_text_keeps_its_script() -> None:
    (task,) = tasks("一、綠化", "（一）種樹苗。（責任單位：區綠化局）")
    assert (task.path, task.text, task.lead) == (("一、綠化",), "種樹苗。", ("區綠化局",))


def test_lines_without_brackets_make_a_labelled_table() -> None:
    found = table("1.植树", "牵头单位:市林业局", "配合单位:各县", "2.修路", "牵头单位:市交通局")
    assert found.form == "labelled"
    assert [(t.text, t.lead, t.coop) for t in found.tasks] == [
        ("植树", ("市林业局",), ("各县",)),
        ("修路", ("市交通局",), ()),
    ]


# --- one trailer after several parts ---------------------------------------------------

GROUP = (
    "1、培训",
    "办培训班。",
    "2、宣传",
    "办宣传周。",
    "3、社区",
    "办社区活动。",
    "(责任单位:区科委)",
)


def test_each_part_before_a_shared_trailer_is_an_item_and_only_the_last_is_certain() -> None:
    sisters = ("(一)植树", "1、种树", "种三百株。", "(责任单位:区绿化局)", "(二)能力")
    found = tasks(*sisters, *GROUP)[1:]
    assert [(task.no, task.lead) for task in found] == [
        ("1", ("区科委",)), ("2", ("区科委",)), ("3", ("区科委",)),
    ]  # fmt: skip
    assert [task.certain.lead for task in found] == [False, False, True]
    assert "取自其后“3、”项" in found[0].issues[0]


def test_parts_are_one_item_where_its_sisters_have_their_trailer_a_level_up() -> None:
    sisters = ("(一)植树", "种三百株。(责任单位:区绿化局)", "(二)能力")
    first, second = tasks(*sisters, *GROUP)
    assert (second.no, second.lead, second.certain.lead) == ("(二)", ("区科委",), True)
    assert second.text.startswith("1、培训办培训班。2、宣传")
    assert first.lead == ("区绿化局",)


def test_a_part_without_trailer_among_others_that_have_one_is_flagged_and_has_no_lead() -> None:
    found = tasks(
        "一、任务",
        "1.植树。(责任单位:区绿化局)",
        "2.修路。",
        "3.修桥。(责任单位:区建委)",
    )
    assert [(task.no, task.lead, task.certain.lead) for task in found] == [
        ("1", ("区绿化局",), True),
        ("2", (), False),
        ("3", ("区建委",), True),
    ]
    assert found[1].issues == ("本项没有写责任单位，请核对。",)


def test_the_last_part_is_not_lost_where_it_has_no_trailer() -> None:
    texts = ("一、任务", "1.植树。(责任单位:区绿化局)", "2.修路。(责任单位:区建委)", "3.修桥。")
    assert leads(*texts)[-1] == ("3", ())


def test_an_item_that_names_only_who_takes_part_has_no_certain_lead() -> None:
    (task,) = tasks("1.植树。(配合单位:区财政局)")
    assert (task.lead, task.coop, task.certain.lead) == ((), ("区财政局",), False)


def test_sentences_after_the_trailer_are_not_lost_without_a_word() -> None:
    (task,) = tasks("1.植树。(责任单位:区绿化局)", "养护工作另行安排。")
    assert task.text == "植树。"
    assert task.issues == ("“养护工作另行安排。…”写在责任单位之后，没有列入任何一项，请核对。",)


@pytest.mark.parametrize("heading", ["指导思想", "总体要求", "保障措施"])
def test_general_parts_are_no_items(heading: str) -> None:
    assert leads(f"(一){heading}。坚持。", "(二)植树。(责任单位:区绿化局)") == [
        ("(二)", ("区绿化局",))
    ]


# --- roles -----------------------------------------------------------------------------


@pytest.mark.parametrize(
    "rule",
    [
        "注:排在第一位的为牵头单位。",
        "责任单位中列第一位的部门为牵头部门,其余为配合部门。",
        "（列首位的单位为牵头单位）",
    ],
)
def test_the_first_listed_leads_where_the_plan_says_so(rule: str) -> None:
    (task,) = tasks("1.植树。(责任单位:区绿化局、区财政局、各街道)", rule)
    assert (task.lead, task.coop) == (("区绿化局",), ("区财政局", "各街道"))
    assert task.certain == Certainty()


def test_printed_roles_are_stronger_than_the_rule_of_the_first_listed() -> None:
    (task,) = tasks("1.植树。(牵头单位:区绿化局、区财政局)", "排在第一位的为牵头单位。")
    assert task.lead == ("区绿化局", "区财政局")


# --- the rank that names share -----------------------------------------------------------


@pytest.mark.parametrize(
    ("trailer", "lead", "coop"),
    [
        pytest.param("(区教育局牵头,民政局配合)", "区教育局", "区民政局", id="verbs"),
        pytest.param(
            "(区教育局会同民政局、体育局负责)", "区教育局", "区民政局 区体育局", id="会同"
        ),
        pytest.param("(牵头单位:区教育局;配合单位:民政局)", "区教育局", "区民政局", id="labels"),
        pytest.param("(牵头单位:区教育局)(配合单位:民政局)", "区教育局", "区民政局", id="brackets"),
        pytest.param("(区教育局牵头)(民政局配合)", "区教育局", "区民政局", id="brackets of verbs"),
        pytest.param("\n牵头单位:区教育局\n配合单位:民政局", "区教育局", "区民政局", id="lines"),
        pytest.param("(区教育局、民政局(配合))", "区教育局", "区民政局", id="a role of its own"),
        pytest.param(
            "(责任单位:区教育局(牵头)、民政局 (配合)、体育局)",
            "区教育局",
            "区民政局 区体育局",
            id="roles of their own, a space",
        ),
        pytest.param(
            "(责任单位:区教育局、民政局;配合单位:体育局)",
            "区教育局 区民政局",
            "区体育局",
            id="behind a name restored",
        ),
        pytest.param(
            "(区教育局牵头,区体育局、民政局配合)",
            "区教育局",
            "区体育局 区民政局",
            id="each list prints its own",
        ),
        pytest.param(
            "(市教育局、民政局牵头,市体育局、审计局配合)",
            "市教育局 市民政局",
            "市体育局 市审计局",
            id="the same rank twice",
        ),
        pytest.param(
            "(牵头单位:区教育局、民政局;配合单位:区民政局)",
            "区教育局 区民政局",
            "",
            id="whole the second time",
        ),
        pytest.param("(区教育局牵头,各街道配合)", "区教育局", "各街道", id="bodies without rank"),
        pytest.param("(教育局牵头,民政局配合)", "教育局", "民政局", id="no rank printed"),
    ],
)
def test_a_rank_reaches_over_the_roles_of_a_trailer(trailer: str, lead: str, coop: str) -> None:
    (task,) = tasks(f"1.植树。{trailer}")
    assert (" ".join(task.lead), " ".join(task.coop)) == (lead, coop)
    assert task.certain == Certainty(), task.issues


@pytest.mark.parametrize(
    ("trailer", "lead", "coop"),
    [
        pytest.param(
            "(发改局牵头,区体育局、民政局配合)", "发改局", "区体育局 民政局", id="bare first"
        ),
        pytest.param("(区委宣传部牵头,民政局配合)", "区委宣传部", "区民政局", id="a party's rank"),
        pytest.param(
            "(市体育局牵头,区教育局、民政局配合)", "市体育局", "区教育局 区民政局", id="two ranks"
        ),
        pytest.param(
            "(区体育局、区教育局牵头,民政局配合)", "区体育局 区教育局", "民政局", id="name by name"
        ),
        pytest.param(
            "(市体育局、民政局牵头;区教育局、民政局配合)",
            "市体育局 市民政局",
            "区教育局 区民政局",
            id="a name of two ranks",
        ),
        pytest.param(
            "(责任单位:区体育局和民政局(配合))", "", "区体育局 区民政局", id="a role of several"
        ),
    ],
)
def test_an_open_reach_over_roles_is_doubted(trailer: str, lead: str, coop: str) -> None:
    (task,) = tasks(f"1.植树。{trailer}")
    assert (" ".join(task.lead), " ".join(task.coop)) == (lead, coop)
    assert not task.certain.lead
    assert not task.certain.coop
    assert task.issues


@pytest.mark.parametrize(
    ("known", "coop", "certain"),
    [
        pytest.param((), "区民政局", False, id="nothing"),
        pytest.param(("区民政局",), "区民政局", True, id="with its rank"),
        pytest.param(("民政局",), "区民政局", False, id="bare, at the head of its list"),
    ],
)
def test_what_the_plan_prints_decides_of_a_partys_rank(
    known: tuple[str, ...], coop: str, certain: bool
) -> None:
    plan = segment("1.植树。(区委宣传部牵头,民政局配合)")
    found = read_trailers(plan, known_names((), (), known))
    assert found is not None
    (task,) = found.tasks
    assert (" ".join(task.coop), task.certain.coop) == (coop, certain)


def test_a_name_that_the_plan_prints_bare_stays_bare_inside_a_list() -> None:
    known = known_names((), (), ("民政局",))
    found = read_trailers(segment("1.植树。(区委宣传部、民政局负责)"), known)
    assert found is not None
    assert found.tasks[0].lead == ("区委宣传部", "民政局")
    assert found.tasks[0].certain.lead


def test_an_item_takes_the_rank_of_its_heading_and_is_doubted() -> None:
    (task,) = tasks("一、绿化（牵头单位：区绿化局）", "1.植树。（责任单位：民政局）")
    assert (task.lead, task.coop) == (("区绿化局",), ("区民政局",))
    assert not task.certain.lead


def test_the_first_of_names_that_share_a_rank_leads_for_certain_by_the_rule() -> None:
    (task,) = tasks("1.植树。(区教育局、民政局、体育局)", "排在第一位的为牵头单位。")
    assert (task.lead, task.coop) == (("区教育局",), ("区民政局", "区体育局"))
    assert task.certain == Certainty()
    assert task.issues == ("级别写在前面，补全为“区民政局”“区体育局”",)


# --- time ------------------------------------------------------------------------------


def test_an_item_without_time_has_none_and_that_is_certain() -> None:
    (task,) = tasks("1.植树。按2015年印发的规划推进。(责任单位:区绿化局)")
    assert (task.schedule, task.certain.schedule) == ((), True)


def test_the_time_of_the_trailer_is_certain() -> None:
    (task,) = tasks("1.植树。(责任单位:区绿化局;完成时限:2026年6月底前)")
    assert [item.due for item in task.schedule] == [dt.date(2026, 6, 30)]
    assert task.certain.schedule


def test_a_time_of_the_narrative_is_read_and_flagged() -> None:
    (task,) = tasks("1.植树。2026年6月底前种三百株。(责任单位:区绿化局)")
    assert [item.due for item in task.schedule] == [dt.date(2026, 6, 30)]
    assert not task.certain.schedule
    assert any("时限取自正文" in issue for issue in task.issues)


@pytest.mark.parametrize(
    ("words", "due"),
    [
        pytest.param("2026年10月建成投用。", dt.date(2026, 10, 31), id="a month and its end"),
        pytest.param("年内完成改造。", dt.date(2026, 12, 31), id="within the year"),
        pytest.param("2026年一季度出台细则。", dt.date(2026, 3, 31), id="a quarter"),
    ],
)
def test_a_time_before_a_word_of_completion_is_read_and_flagged(words: str, due: dt.date) -> None:
    (task,) = tasks(f"1.植树。{words}(责任单位:区绿化局)")
    assert [item.due for item in task.schedule] == [due]
    assert not task.certain.schedule


@pytest.mark.parametrize(
    "words",
    [
        pytest.param("到2027年,建成三个公园。", id="a year alone"),
        pytest.param("2026—2028年,每年种树。", id="a span of years"),
        pytest.param("三年内建成公园。", id="a length of time"),
        pytest.param("“十五五”末建成公园。", id="a five-year plan"),
        pytest.param("纳入5月的例会议题。", id="a month in passing"),
        pytest.param("每周通报。", id="again and again"),
    ],
)
def test_no_schedule_is_certain_where_the_words_speak_of_time(words: str) -> None:
    (task,) = tasks(f"1.植树。{words}(责任单位:区绿化局)")
    assert not task.certain.schedule
    assert any("时间“" in issue or "时限取自正文" in issue for issue in task.issues)


@pytest.mark.parametrize("words", ["2025年种了三百株。", "落实《2026年行动计划》。"])
def test_what_has_been_and_what_is_cited_say_nothing_of_time(words: str) -> None:
    (task,) = tasks(f"1.植树。{words}(责任单位:区绿化局)")
    assert (task.schedule, task.certain.schedule) == ((), True)


def test_months_without_year_are_in_the_year_of_issue() -> None:
    paper = segment("1.植树。(责任单位:区绿化局;完成时限:6月底前)")
    issued = replace(paper, head=replace(paper.head, issued_on=dt.date(2031, 2, 1), period=None))
    found = read_trailers(issued)
    assert found is not None
    assert found.tasks[0].schedule[0].due == dt.date(2031, 6, 30)


# --- what is none ----------------------------------------------------------------------


@pytest.mark.parametrize(
    "texts",
    [
        pytest.param(("一、植树", "(一)种树苗。"), id="no trailer"),
        pytest.param(("通知全文", "主办:云州市人民政府办公室"), id="a gazette's imprint"),
        pytest.param((), id="nothing"),
    ],
)
def test_other_papers_have_no_items(texts: tuple[str, ...]) -> None:
    assert read_trailers(segment(*texts)) is None


def test_the_table_bears_the_title_of_its_plan_and_its_own_place() -> None:
    found = table("标题", "1.植树。(责任单位:区绿化局)", "2.修路。(责任单位:区建委)", "此件公开。")
    assert found.title == "云州市临溪区2026年重点工作方案"
    assert (found.form, found.location) == ("prose", Location(3, 5))


@pytest.mark.parametrize(
    ("printed", "leaders", "certain"),
    [
        pytest.param("李 强", ("李强",), True, id="padded to the width of three"),
        pytest.param("李强同志、顾明澜", ("李强", "顾明澜"), True, id="two, one with 同志"),
        pytest.param("各单位负责人", ("各单位负责人",), False, id="no name of a person"),
    ],
)
def test_leaders_under_a_label_are_persons(
    printed: str, leaders: tuple[str, ...], certain: bool
) -> None:
    (task,) = tasks("1.清淤。", f"包案领导：{printed}", "责任单位：区水务局")
    assert (task.leaders, task.certain.leaders) == (leaders, certain)
