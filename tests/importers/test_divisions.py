"""Divisions of work one after the other: who held what, when, in whatever order they came."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from itertools import permutations
from typing import Any

import pytest

from accounts.models import Department, DepartmentName, DeputyPair, Jurisdiction, Office, Portfolio
from importers.commit import FileOutcome, import_reading, undo_batch
from importers.models import ImportBatch, ImportRow
from importers.reading.draft import Body, LeaderDraft, PlanHead
from tests.factories import a_department
from tests.importers.readings import (
    DONGHE,
    a_division_head,
    a_head,
    a_leader_draft,
    a_reading,
    a_row,
    an_entry,
)

pytestmark = pytest.mark.django_db

NOW = dt.datetime(2026, 3, 1, tzinfo=dt.UTC)
Y18, Y19, Y21 = dt.date(2018, 4, 10), dt.date(2019, 5, 1), dt.date(2021, 6, 2)
EVE19, EVE21 = dt.date(2019, 4, 30), dt.date(2021, 6, 1)


def a_leader(name: str, title: str, *bodies: str, **fields: Any) -> LeaderDraft:
    """A leader with this title who supervises these bodies."""
    return a_leader_draft(name, title, supervises=tuple(map(Body, bodies)), **fields)


def imported(*leaders: LeaderDraft, on: dt.date | None = Y18, **head: Any) -> FileOutcome:
    """Import a division of work of that day with these leaders."""
    return imported_with(a_division_head(on, **head), *leaders)


def imported_with(head: PlanHead, *leaders: LeaderDraft, **fields: Any) -> FileOutcome:
    drafts = tuple(replace(leader, head=head) for leader in leaders)
    reading = a_reading(plans=(), leaders=drafts, **fields)
    return import_reading(reading, size=1, at=NOW, save=True)


def undo(outcome: FileOutcome) -> None:
    undo_batch(ImportBatch.objects.get(pk=outcome.batch or 0), at=NOW)


def terms() -> dict[str, list[tuple[dt.date | None, dt.date | None]]]:
    """Everything on record by what it says, with its terms."""
    found: dict[str, list[tuple[dt.date | None, dt.date | None]]] = {}
    for model in (Office, Portfolio, DeputyPair):
        for row in model._default_manager.order_by("valid_from"):
            found.setdefault(str(row), []).append((row.valid_from, row.valid_to))
    return found


FIRST = (
    a_leader("陈丰", "副区长", "区建委", "区科委", deputy=("李宁",)),
    a_leader("李宁", "副区长", "区民政局"),
)
BETWEEN = (a_leader("陈丰", "副区长", "区建委"), a_leader("李宁", "副区长"))
LATER = (
    a_leader("陈丰", "区长", "区建委", deputy=("王安",)),
    a_leader("王安", "副区长", "区民政局", "区科委"),
)
DIVISIONS = {Y18: FIRST, Y19: BETWEEN, Y21: LATER}


def test_a_division_of_work_holds_from_its_date() -> None:
    imported(*FIRST)
    assert set(map(tuple, terms().values())) == {((Y18, None),)}


def test_a_later_one_ends_what_it_does_not_repeat() -> None:
    imported(*FIRST)
    outcome = imported(*LATER, on=Y21)
    assert terms() == {
        "陈丰 副区长": [(Y18, EVE21)],
        "李宁 副区长": [(Y18, EVE21)],
        "陈丰 区长": [(Y21, None)],
        "王安 副区长": [(Y21, None)],
        "陈丰 分管 区建委": [(Y18, None)],
        "陈丰 分管 区科委": [(Y18, EVE21)],
        "李宁 分管 区民政局": [(Y18, EVE21)],
        "王安 分管 区民政局": [(Y21, None)],
        "王安 分管 区科委": [(Y21, None)],
        "陈丰 / 李宁": [(Y18, EVE21)],
        "陈丰 / 王安": [(Y21, None)],
    }
    assert "新的领导分工未再列出的原有任职、分工和AB角：5 项，已截止" in outcome.issues


@pytest.mark.parametrize("order", list(permutations(DIVISIONS)), ids=str)
def test_the_order_of_import_does_not_matter(order: tuple[dt.date, ...]) -> None:
    for day in order:
        imported(*DIVISIONS[day], on=day)
    assert terms()["陈丰 分管 区建委"] == [(Y18, None)]
    assert terms()["陈丰 分管 区科委"] == [(Y18, EVE19)]
    assert terms()["陈丰 副区长"] == [(Y18, EVE21)]
    assert terms()["陈丰 / 李宁"] == [(Y18, EVE19)]
    assert terms()["陈丰 区长"] == [(Y21, None)]
    assert len(terms()) == 11


@pytest.mark.parametrize("taken", list(DIVISIONS), ids=str)
@pytest.mark.parametrize("order", list(permutations(DIVISIONS)), ids=str)
def test_an_undo_leaves_what_the_others_say(order: tuple[dt.date, ...], taken: dt.date) -> None:
    outcomes = {day: imported(*DIVISIONS[day], on=day) for day in order}
    undo(outcomes[taken])
    left = terms()
    for day in order:
        if day != taken:
            undo(outcomes[day])
    assert terms() == {}
    assert not Department.objects.exists()
    for day, leaders in DIVISIONS.items():
        if day != taken:
            imported(*leaders, on=day)
    assert terms() == left


def test_an_older_paper_is_told_to_be_one() -> None:
    imported(*LATER, on=Y21)
    (issue,) = imported(*FIRST).issues
    assert issue.startswith("2018-04-10印发的领导分工早于已导入的（2021-06-02）")


def test_two_papers_of_one_day_complete_each_other() -> None:
    for leader in FIRST:
        imported(leader, doc_number=f"临政发〔2018〕{FIRST.index(leader) + 1}号")
    assert terms()["陈丰 分管 区科委"] == terms()["李宁 分管 区民政局"] == [(Y18, None)]


def test_a_paper_on_one_leader_leaves_the_others() -> None:
    many = [a_leader(name, "副区长", f"区{name}局") for name in ("陈丰", "李宁", "王安", "赵平")]
    imported(*many)
    outcome = imported(a_leader("陈丰", "副区长", "区科委"), on=Y21)
    assert terms()["陈丰 分管 区陈丰局"] == [(Y18, EVE21)]
    assert terms()["赵平 分管 区赵平局"] == [(Y18, None)]
    assert "2021-06-02印发的领导分工只列1位领导，按局部调整处理" in outcome.issues[0]


def test_what_could_not_be_read_ends_nothing_and_is_told() -> None:
    imported(*FIRST)
    unread = a_leader("陈丰", "副区长", issues=("“分管…”未能读出",), raw="陈丰 副区长 分管…")
    outcome = imported(unread, a_leader("李宁", "副区长"), on=Y21)
    assert terms()["陈丰 分管 区科委"] == [(Y18, None)]
    assert terms()["李宁 分管 区民政局"] == [(Y18, EVE21)]
    assert "有1位领导的内容未能读全" in outcome.issues[0]
    row = ImportRow.objects.filter(raw="陈丰 副区长 分管…").get()
    assert row.issues == ["“分管…”未能读出"]


def test_a_paper_without_a_date_dates_and_ends_nothing() -> None:
    imported(*FIRST)
    outcome = imported(*LATER, on=None)
    assert terms()["王安 分管 区民政局"] == [(None, None)]
    assert terms()["李宁 分管 区民政局"] == [(Y18, None)]
    assert "没有印发日期" in outcome.issues[0]


@pytest.mark.parametrize(
    ("issuer", "ended"),
    [
        pytest.param("云州市临溪区人民政府办公室", True, id="its office"),
        pytest.param("中共云州市临溪区委员会", False, id="the party committee"),
        pytest.param("云州市临溪区财政局", False, id="a bureau"),
        pytest.param(DONGHE, False, id="another district"),
    ],
)
def test_only_the_same_organ_ends_a_division(issuer: str, ended: bool) -> None:
    imported(*FIRST)
    imported(*LATER, on=Y21, issuer=issuer)
    assert terms()["李宁 分管 区民政局"] == [(Y18, EVE21 if ended else None)]


def test_leaders_of_two_districts_in_one_file_keep_apart() -> None:
    heads = (a_division_head(), a_division_head(issuer=DONGHE))
    leaders = tuple(replace(one, head=head) for head in heads for one in FIRST)
    import_reading(a_reading(plans=(), leaders=leaders), size=1, at=NOW, save=True)
    assert Jurisdiction.objects.filter(leaders__isnull=False).distinct().count() == 2
    assert Portfolio.objects.count() == 6
    for one in Portfolio.objects.select_related("department", "leader"):
        assert one.department.jurisdiction_id == one.leader.jurisdiction_id


# --- what people entered -----------------------------------------------------------------


def test_what_a_person_dated_is_left_and_told() -> None:
    imported(*FIRST)
    resigned = dt.date(2020, 1, 31)
    Office.objects.filter(leader__name="李宁").update(valid_to=resigned)
    outcome = imported(*LATER, on=Y21)
    assert terms()["李宁 副区长"] == [(Y18, resigned)]
    assert "有人工改动过的任职、分工或AB角：1 项，未作调整，请核对" in outcome.issues


def test_what_a_person_entered_is_neither_doubled_nor_ended_nor_taken_back() -> None:
    first = imported(a_leader("陈丰", "副区长"))
    chen = Office.objects.get().leader
    body = a_department("区建委", jurisdiction=chen.jurisdiction)
    Portfolio.objects.create(leader=chen, department=body)
    second = imported(*FIRST, on=Y19)
    third = imported(*LATER, on=Y21)
    assert terms()["陈丰 分管 区建委"] == [(None, None)]
    for outcome in (third, second, first):
        undo(outcome)
    assert terms() == {"陈丰 分管 区建委": [(None, None)]}


# --- names -------------------------------------------------------------------------------


def entries(*names: tuple[str, str]) -> FileOutcome:
    head = a_head(title="机构简称", doc_number=None)
    reading = a_reading(plans=(), departments=tuple(an_entry(*one, head=head) for one in names))
    return import_reading(reading, size=1, at=NOW, save=True)


def names() -> set[str]:
    return set(DepartmentName.objects.values_list("name", flat=True))


def plan_of(lead: str, number: int = 9) -> FileOutcome:
    head = a_head(doc_number=f"临政发〔2026〕{number}号")
    return import_reading(a_reading(a_row("甲", lead), head=head), size=1, at=NOW, save=True)


def test_a_name_that_a_known_department_learned_goes_with_the_undo() -> None:
    plan_of("区建委")
    outcome = entries(("临溪区建设和管理委员会", "区建委"))
    assert names() == {"区建委", "临溪区建设和管理委员会"}
    undo(outcome)
    assert names() == {"区建委"}


@pytest.mark.parametrize(
    "use",
    [
        pytest.param(lambda: plan_of("区建设管理委", 10), id="a task names it so"),
        pytest.param(
            lambda: entries(("临溪区建设和管理委员会", "区建委")), id="another directory prints it"
        ),
        pytest.param(
            lambda: imported(a_leader("陈丰", "副区长", "临溪区建设和管理委员会")),
            id="a division of work names it so",
        ),
    ],
)
def test_a_name_in_use_stays(use: Any) -> None:
    plan_of("区建委")
    outcome = entries(("临溪区建设和管理委员会", "区建委"))
    use()
    undo(outcome)
    assert "临溪区建设和管理委员会" in names()


def test_a_department_that_two_files_named_goes_with_the_last() -> None:
    first, second = plan_of("区建委"), plan_of("区建委", 10)
    undo(first)
    assert Department.objects.exists()
    undo(second)
    assert not Department.objects.exists()
