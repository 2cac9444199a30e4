"""Schedules of several milestones, their labels, rules and years; and what never happens."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from importers.reading.draft import Period, ScheduleDraft
from importers.reading.fields.dates import read_schedule

PLAN_YEAR = 2018


def _dates(phrase: str, year: int | None = PLAN_YEAR) -> list[tuple[str, str, str]]:
    return [
        (item.kind, str(item.start or "-"), str(item.due or "-"))
        for item in read_schedule(phrase, year)
    ]


@pytest.mark.parametrize(
    ("phrase", "expected"),
    [
        (
            "2016年启动,2020年完成",
            [("start", "2016-01-01", "-"), ("complete", "-", "2020-12-31")],
        ),
        (
            "2016年第三\n季度起實施,\n2020年完成",
            [("start", "2016-07-01", "-"), ("complete", "-", "2020-12-31")],
        ),
        (
            "2016年起實施,2020\n完成",
            [("start", "2016-01-01", "-"), ("complete", "-", "2020-12-31")],
        ),
        (
            "2016年启动2020年完成",
            [("start", "2016-01-01", "-"), ("complete", "-", "2020-12-31")],
        ),
        (
            "一季度、三季度",
            [("complete", "-", "2018-03-31"), ("complete", "-", "2018-09-30")],
        ),
        (
            "三、四季度",
            [("complete", "-", "2018-09-30"), ("complete", "-", "2018-12-31")],
        ),
        (
            "2016年6月、9月",
            [("complete", "-", "2016-06-30"), ("complete", "-", "2016-09-30")],
        ),
        (
            "3、6、9月",
            [
                ("complete", "-", "2018-03-31"),
                ("complete", "-", "2018-06-30"),
                ("complete", "-", "2018-09-30"),
            ],
        ),
        (
            "2019年6月底前,12月底前",
            [("complete", "-", "2019-06-30"), ("complete", "-", "2019-12-31")],
        ),
        (
            "每季度通报,年底前完成总结",
            [("recurring", "-", "-"), ("complete", "-", "2018-12-31")],
        ),
    ],
)
def test_one_phrase_may_hold_several_milestones(
    phrase: str, expected: list[tuple[str, str, str]]
) -> None:
    assert _dates(phrase) == expected
    assert all(item.certain for item in read_schedule(phrase, PLAN_YEAR))


@pytest.mark.parametrize(
    ("phrase", "labels"),
    [
        ("2016年底组建区管委会", ["组建区管委会"]),
        ("2016年底\n組建區管委會", ["組建區管委會"]),
        ("2020年底前完成50%,2021年全部完成", ["完成50%", ""]),
        ("3月15日前完成方案制定,6月底前完成初验", ["完成方案制定", "完成初验"]),
        ("2016年启动编制,力争2017年完成", ["启动编制", ""]),
        ("2016年底前启动", ["启动"]),
        ("方案制定:3月底前", ["方案制定"]),
        ("每季度通报", ["通报"]),
        ("2017年起实施", [""]),
        ("2020年完成", [""]),
    ],
)
def test_the_label_is_what_is_due_in_the_plans_own_words(phrase: str, labels: list[str]) -> None:
    assert [item.label for item in read_schedule(phrase, PLAN_YEAR)] == labels


def test_each_milestone_keeps_its_own_words() -> None:
    items = read_schedule("2016年第三\n季度起實施，\n2020年完成", PLAN_YEAR)
    assert [item.raw for item in items] == ["2016年第三季度起實施", "2020年完成"]


@pytest.mark.parametrize(
    ("phrase", "rule"),
    [
        ("每季度", "FREQ=MONTHLY;BYMONTH=3,6,9,12;BYMONTHDAY=-1"),
        ("每季度末前", "FREQ=MONTHLY;BYMONTH=3,6,9,12;BYMONTHDAY=-1"),
        ("按季度报送", "FREQ=MONTHLY;BYMONTH=3,6,9,12;BYMONTHDAY=-1"),
        ("每季度首月10日前", "FREQ=MONTHLY;BYMONTH=1,4,7,10;BYMONTHDAY=10"),
        ("每月25日前", "FREQ=MONTHLY;BYMONTHDAY=25"),
        ("每月", "FREQ=MONTHLY;BYMONTHDAY=-1"),
        ("每個月底前", "FREQ=MONTHLY;BYMONTHDAY=-1"),
        ("每月上旬", "FREQ=MONTHLY;BYMONTHDAY=10"),
        ("每年", "FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=31"),
        ("每年年底前", "FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=31"),
        ("每年6月底前", "FREQ=YEARLY;BYMONTH=6;BYMONTHDAY=-1"),
        ("每年6月、12月底前", "FREQ=YEARLY;BYMONTH=6,12;BYMONTHDAY=-1"),
        ("每年3月15日前", "FREQ=YEARLY;BYMONTH=3;BYMONTHDAY=15"),
        ("每年一季度", "FREQ=YEARLY;BYMONTH=3;BYMONTHDAY=-1"),
        ("每半年", "FREQ=YEARLY;BYMONTH=6,12;BYMONTHDAY=-1"),
        ("每两年", "FREQ=YEARLY;INTERVAL=2;BYMONTH=12;BYMONTHDAY=31"),
        ("每周五", "FREQ=WEEKLY;BYDAY=FR"),
        ("每周", "FREQ=WEEKLY"),
        ("每天", "FREQ=DAILY"),
    ],
)
def test_what_comes_again_becomes_a_rule(phrase: str, rule: str) -> None:
    (item,) = read_schedule(phrase, PLAN_YEAR)
    assert (item.kind, item.rrule, item.certain) == ("recurring", rule, True)


def test_a_rule_is_bounded_by_the_time_before_it() -> None:
    (since,) = read_schedule("2019年起每季度通报", PLAN_YEAR)
    (within,) = read_schedule("2019-2020年每月报送", PLAN_YEAR)
    assert (since.start, since.due) == (dt.date(2019, 1, 1), None)
    assert (within.start, within.due) == (dt.date(2019, 1, 1), dt.date(2020, 12, 31))


@pytest.mark.parametrize(
    ("year", "period", "reference", "due"),
    [
        pytest.param(2015, None, None, "2015-06-30", id="the year given"),
        pytest.param(2015, Period(2016, 2016), None, "2015-06-30", id="given goes before period"),
        pytest.param(None, Period(2016, 2016), None, "2016-06-30", id="a period of one year"),
        pytest.param(None, None, dt.date(2017, 4, 1), "2017-06-30", id="the day of issue"),
        pytest.param(None, Period(2014, 2016), dt.date(2014, 4, 1), "-", id="several years"),
        pytest.param(None, None, None, "-", id="nothing known"),
    ],
)
def test_a_month_without_year_takes_the_plans(
    year: int | None, period: Period | None, reference: dt.date | None, due: str
) -> None:
    (item,) = read_schedule("6月底前", year, period, reference=reference)
    assert str(item.due or "-") == due
    assert item.certain == (due != "-")


def test_from_today_counts_from_the_day_of_issue() -> None:
    (item,) = read_schedule("即日起至12月31日", reference=dt.date(2018, 4, 2))
    assert (item.start, item.due) == (dt.date(2018, 4, 2), dt.date(2018, 12, 31))


@pytest.mark.parametrize("text", ["", " \u00a0 ", "\n", "、", "完成时限："])
def test_an_empty_cell_holds_no_milestone(text: str) -> None:
    assert read_schedule(text, PLAN_YEAR) == ()


PIECES = [
    "2016年", "2020", "201610月", "615日", "6月", "15日", "底", "前", "起", "完成", "启动", "实施",
    "第三季度", "上半年", "每", "季度", "月", "年", "“十三五”", "期间", "-", "至", "、", "，", "\n",
    "长期", "组建", "明年", "25", "三", "十二", "国庆节", "即日", "99", "0",
    "区科委", "(", ")", "：",
]  # fmt: skip


def _is_sound(item: ScheduleDraft) -> bool:
    ordered = item.start is None or item.due is None or item.start <= item.due
    return ordered and (item.certain or bool(item.issues)) and bool(item.raw)


@given(st.lists(st.sampled_from(PIECES), max_size=9).map("".join))
def test_any_mixture_of_date_words_gives_sound_milestones(text: str) -> None:
    assert all(_is_sound(item) for item in read_schedule(text, PLAN_YEAR))


@given(st.text(max_size=40))
def test_any_text_gives_sound_milestones(text: str) -> None:
    assert all(_is_sound(item) for item in read_schedule(text, PLAN_YEAR))


WORDS = st.text(
    alphabet=st.sampled_from("区科委管理推动服务体系建设企业平台资源能级的"),
    min_size=1,
    max_size=20,
)


@given(WORDS)
def test_words_without_a_time_never_get_a_date(text: str) -> None:
    for item in read_schedule(text, PLAN_YEAR):
        assert (item.start, item.due, item.rrule) == (None, None, None)


@given(WORDS, st.sampled_from(["2016年", "6月底", "第三季度", "年底前"]))
def test_words_before_a_time_that_are_not_understood_are_never_certain(
    words: str, time: str
) -> None:
    items = read_schedule(words + time, PLAN_YEAR)
    assert not any(item.due and item.certain for item in items)


@given(st.dates(dt.date(1990, 1, 1), dt.date(2089, 12, 31)))
def test_every_written_day_is_read_back(day: dt.date) -> None:
    (item,) = read_schedule(f"{day.year}年{day.month}月{day.day}日前完成")
    assert (item.due, item.certain) == (day, True)


@given(st.integers(1, 12), st.integers(10, 31))
def test_a_day_whose_month_mark_is_lost_is_right_or_marked(month: int, day: int) -> None:
    (item,) = read_schedule(f"{month}{day}日前", PLAN_YEAR)
    try:
        written = dt.date(PLAN_YEAR, month, day)
    except ValueError:
        return
    assert item.due == written or not item.certain


THEN_ON = ["2018年6月30日前完成，长期坚持", "6月底前完成并持续推进", "6月底前完成任务；持续推进。"]


@pytest.mark.parametrize("phrase", THEN_ON)
def test_what_is_done_by_a_day_and_then_goes_on_is_two_milestones(phrase: str) -> None:
    done, lasting = read_schedule(phrase, PLAN_YEAR)
    assert (done.kind, done.due) == ("complete", dt.date(2018, 6, 30))
    assert (lasting.kind, lasting.due) == ("ongoing", None)
    assert done.certain
    assert lasting.certain


def test_what_goes_on_may_stand_first() -> None:
    lasting, done = read_schedule("长期坚持，6月底前完成", PLAN_YEAR)
    assert (lasting.raw, lasting.kind) == ("长期坚持", "ongoing")
    assert (done.due, done.certain) == (dt.date(2018, 6, 30), True)


ONE = ["2018年起，长期坚持", "6月底前，持续推进", "6月底前完成，持续推进改革"]


@pytest.mark.parametrize("phrase", ONE)
def test_a_beginning_or_a_purpose_stays_one_milestone(phrase: str) -> None:
    assert len(read_schedule(phrase, PLAN_YEAR)) == 1


def test_next_year_counts_from_the_year_written_before() -> None:
    _, second = read_schedule("2017年12月底前启动，次年6月底前完成", 2015)
    assert (second.due, second.certain) == (dt.date(2018, 6, 30), True)


def test_next_year_counts_from_the_months_before_it() -> None:
    (span,) = read_schedule("4月—次年2月", PLAN_YEAR)
    assert (span.due, span.certain) == (dt.date(2019, 2, 28), True)


def test_next_year_is_doubtful_where_the_plan_is_of_another_year_than_its_issue() -> None:
    issued = dt.date(2017, 12, 20)
    (item,) = read_schedule("明年6月底前", 2018, reference=issued)
    assert not item.certain
    (item,) = read_schedule("明年6月底前", reference=issued)
    assert (item.due, item.certain) == (dt.date(2018, 6, 30), True)


def test_the_doubt_of_a_short_year_holds_for_the_months_after_it() -> None:
    assert not any(item.certain for item in read_schedule("24年6月启动，9月完成", PLAN_YEAR))


def test_invisible_characters_do_not_hide_a_date() -> None:
    (item,) = read_schedule("6\u200b月30\ufeff日前", PLAN_YEAR)
    assert (item.due, item.certain) == (dt.date(2018, 6, 30), True)
