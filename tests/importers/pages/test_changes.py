"""The page that says what a batch creates, changes and leaves, and the numbers taken from it."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from typing import Any

import pytest
from django.core.cache import cache
from django.test import Client

from importers.commit import commit_batch, import_reading, preview, undo_batch
from importers.links import suggest_links
from importers.models import ImportBatch
from importers.pages import foreseen
from importers.reading.draft import TaskDraft
from tasks.models import Task
from tests.importers.pages.desks import (
    HTMX,
    NOW,
    a_certain_row,
    an_administrator,
    on_the_desk,
    rows_of,
    signed_in,
)
from tests.importers.readings import a_head, a_plan_draft, a_reading, a_row
from tests.importers.test_reimport import (
    BY_HAND,
    ON_PAPER,
    PARKS,
    ROADS,
    SCHOOLS,
    first_paper,
    mend,
    the_task,
)

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _nothing_kept() -> Iterator[None]:
    cache.clear()
    yield
    cache.clear()


@pytest.fixture
def hers() -> Client:
    return signed_in(an_administrator())


def words_of(answer: Any, status: int = 200) -> str:
    assert answer.status_code == status
    return str(answer.content.decode())


def a_mended_paper() -> ImportBatch:
    """On the desk; of the first paper one task changes, one is in conflict, one goes, one comes."""
    at = NOW - dt.timedelta(days=1)
    import_reading(a_reading(*first_paper().values()), size=1, at=at, save=True)
    BY_HAND["coop"](the_task(ROADS))
    paper = first_paper()
    return on_the_desk(
        paper["parks"],
        mend(paper["roads"], lead=("区规划局",), **ON_PAPER["coop"]),
        mend(paper["markets"], leaders=("李宁",)),
        a_row(SCHOOLS, "某某专班", "各街道", no="5"),
    )


def rows_in(words: str) -> list[str]:
    """The tasks listed, each as its words without markup."""
    (table,) = re.findall(r"<tbody>(.*?)</tbody>", words, re.DOTALL)
    listed = re.findall(r"<tr>(.*?)</tr>", table, re.DOTALL)
    return [" ".join(re.sub(r"<[^>]+>", " ", row).split()) for row in listed]


def seen(client: Client, batch: ImportBatch, query: str = "") -> str:
    return words_of(client.get(f"/imports/{batch.pk}/changes/{query}"))


# --- what is shown -----------------------------------------------------------------------


def test_each_change_is_told_in_words(hers: Client) -> None:
    listed = rows_in(seen(hers, a_mended_paper()))
    parks, roads, markets, schools, library = listed
    assert roads.startswith("更新 1 打通青松路")
    assert "牵头部门 原 区建委 改为 区规划局" in roads
    assert (
        "配合部门 人工改过，文件也改了，保留人工所改 保留 区财政局 文件 区财政局、区城管局" in roads
    )
    assert "分管领导 原 — 改为 李宁" in markets
    assert parks.startswith("移位 4")
    assert "位置 原 第 4 行 改为 第 1 行" in parks
    assert schools.startswith("新增 5")
    assert "牵头部门 某某专班" in schools
    assert library.startswith("不再印出 3")
    assert "提交以后仍留在库里，请核对" in library


def test_what_the_directory_is_given_stands_beside(hers: Client) -> None:
    words = seen(hers, a_mended_paper())
    assert "<dt>新建部门</dt><dd>" in words
    assert "<dt>新建领导</dt><dd>李宁</dd>" in words
    assert "<dt>新建集合</dt><dd>各街道</dd>" in words
    assert re.search(r"<li>某某专班 <span[^>]*>1 处</span></li>", words)
    assert "1 处人工和文件都改过。" in words
    assert "<b>更新</b>　临溪区2026年重点工作实施方案" in words


def test_to_look_writes_nothing(hers: Client) -> None:
    batch = a_mended_paper()
    seen(hers, batch)
    batch.refresh_from_db()
    assert batch.status == "read"
    assert Task.objects.count() == 4
    assert batch.reviewer is None


@pytest.mark.parametrize(
    ("sort", "number", "first"),
    [
        pytest.param("added", 1, "新增", id="added"),
        pytest.param("changed", 2, "更新", id="changed"),
        pytest.param("withdrawn", 1, "不再印出", id="printed no more"),
        pytest.param("moved", 1, "移位", id="moved"),
        pytest.param("held", 1, "更新", id="kept by hand"),
        pytest.param("nonsense", 5, "移位", id="a sort that there is not"),
    ],
)
def test_one_sort_of_change_is_listed(hers: Client, sort: str, number: int, first: str) -> None:
    words = seen(hers, a_mended_paper(), f"?sort={sort}")
    assert len(rows_in(words)) == number
    assert all(row.startswith(first) for row in rows_in(words)[:1])
    assert words.count('aria-current="true"') == 1
    assert re.search(r"更新 <b>2</b>", words)


def test_a_task_whose_row_was_skipped_is_told_as_such(hers: Client) -> None:
    at = NOW - dt.timedelta(days=1)
    import_reading(a_reading(*first_paper().values()), size=1, at=at, save=True)
    batch = on_the_desk(*first_paper().values())
    batch.rows.filter(draft__text=PARKS).update(decision="skipped")
    (parks,) = rows_in(seen(hers, batch))
    assert parks.startswith("已跳过 4")
    assert "复核时跳过了这一行，库里的照旧不动。" in parks
    dialog = sums(words_of(hers.get(f"/imports/{batch.pk}/changes/sum/")))
    assert dialog == ["已跳过1项任务，库里的照旧不动", "未变3项任务"]


def test_a_sort_of_which_there_is_none_says_so(hers: Client) -> None:
    assert "没有这样的任务" in seen(hers, on_the_desk(a_certain_row(1)), "?sort=moved")


def test_a_paper_that_changes_nothing_says_so(hers: Client) -> None:
    at = NOW - dt.timedelta(days=1)
    import_reading(a_reading(*first_paper().values()), size=1, at=at, save=True)
    words = seen(hers, on_the_desk(*first_paper().values()))
    assert "提交以后什么也不变" in words
    assert "未变的 4 项不列出" in words


def test_a_hundred_tasks_stand_on_a_page_and_the_sort_goes_along(hers: Client) -> None:
    batch = on_the_desk(*(a_certain_row(number) for number in range(130)))
    words = seen(hers, batch, "?sort=added")
    assert len(rows_in(words)) == 100
    assert 'href="?sort=added&amp;page=2"' in words
    assert len(rows_in(seen(hers, batch, "?sort=added&page=2"))) == 30


def test_tasks_of_several_plans_name_theirs(hers: Client) -> None:
    other = a_head(title="临溪区另一方案", doc_number="临政发〔2026〕9号")
    plans = (a_plan_draft(a_row(ROADS)), a_plan_draft(a_row(PARKS), head=other))
    roads, parks = rows_in(seen(hers, on_the_desk(plans=plans)))
    assert "《临溪区2026年重点工作实施方案》" in roads
    assert "《临溪区另一方案》" in parks


def test_a_task_leads_to_its_row_while_the_batch_is_open(hers: Client) -> None:
    batch = on_the_desk(a_certain_row(1))
    assert f'href="/imports/{batch.pk}/rows/{rows_of(batch)[0].pk}/"' in seen(hers, batch)


def test_words_of_a_paper_are_no_markup(hers: Client) -> None:
    row = a_row("<b>打通</b>断头路", "<script>局")
    words = seen(hers, on_the_desk(row))
    assert "&lt;b&gt;打通" in words
    assert "<script>局" not in words


def test_a_file_that_counts_already_is_told(hers: Client) -> None:
    first = on_the_desk(a_certain_row(1))
    commit_batch(first, at=NOW)
    batch = on_the_desk(a_certain_row(2))
    ImportBatch.objects.filter(pk=batch.pk).update(sha256=first.sha256)
    assert "这个文件已经导入过。" in seen(hers, batch)
    assert "这个文件已经导入过。" in words_of(hers.get(f"/imports/{batch.pk}/changes/sum/"))


# --- after the commit --------------------------------------------------------------------


def test_afterwards_it_says_what_was_changed(hers: Client) -> None:
    batch = a_mended_paper()
    before = rows_in(seen(hers, batch))
    commit_batch(batch, at=NOW)
    words = seen(hers, batch)
    assert "这一批改动了什么" in words
    assert [row.split()[:2] for row in rows_in(words)] == [row.split()[:2] for row in before]
    assert f'href="/admin/tasks/task/{the_task(PARKS).pk}/change/"' in words


def test_of_a_batch_taken_back_it_says_so(hers: Client) -> None:
    batch = on_the_desk(a_certain_row(1))
    commit_batch(batch, at=NOW)
    undo_batch(batch, at=NOW)
    assert "这一批改动过什么，已撤销" in seen(hers, batch)


@pytest.mark.parametrize("page", ["changes", "result"])
def test_suggested_links_that_wait_are_told(hers: Client, page: str) -> None:
    for number in (3, 9):
        head = a_head(doc_number=f"临政发〔2026〕{number}号", title=f"临溪区方案{number}")
        batch = on_the_desk(a_row(ROADS, "区建委"), head=head)
        commit_batch(batch, at=NOW)
    address = f"/imports/{batch.pk}/{page}/"
    assert "与其他方案的任务相近" not in words_of(hers.get(address))
    suggest_links([batch.plans.get().plan_id or 0])
    words = words_of(hers.get(address))
    assert "有 1 对任务与其他方案的任务相近" in words
    assert 'href="/admin/tasks/tasklink/?state__exact=suggested"' in words


# --- kept for a while --------------------------------------------------------------------


@pytest.fixture
def worked_out(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """The batches for which it was worked out, one after the other."""
    said: list[int] = []
    real = preview

    def counting(batch: ImportBatch, *, at: dt.datetime) -> Any:
        said.append(batch.pk)
        return real(batch, at=at)

    monkeypatch.setattr(foreseen, "preview", counting)
    return said


def test_to_leaf_through_it_works_nothing_out_again(hers: Client, worked_out: list[int]) -> None:
    batch = on_the_desk(a_certain_row(1))
    for query in ("", "?sort=added", "?page=1"):
        seen(hers, batch, query)
    assert worked_out == [batch.pk]


@pytest.mark.parametrize("what", ["a step of the review", "another commit", "a person who asks"])
def test_it_is_worked_out_again_after(hers: Client, worked_out: list[int], what: str) -> None:
    batch = on_the_desk(a_certain_row(1), a_certain_row(2))
    seen(hers, batch)
    if what == "a step of the review":
        row = rows_of(batch)[0]
        hers.post(f"/imports/{batch.pk}/rows/{row.pk}/skip/", {"version": 0})
    elif what == "another commit":
        commit_batch(on_the_desk(a_certain_row(7)), at=NOW)
    seen(hers, batch, "?anew=1" if what == "a person who asks" else "")
    assert worked_out == [batch.pk] * 2


# --- from the review and the dialog ------------------------------------------------------


def test_the_review_leads_to_it(hers: Client) -> None:
    batch = on_the_desk(a_certain_row(1))
    assert f'href="/imports/{batch.pk}/changes/"' in words_of(hers.get(f"/imports/{batch.pk}/"))


def sums(words: str) -> list[str]:
    found = re.search(r'<div id="sum">(.*?)</div>', words, re.DOTALL)
    assert found is not None
    listed = re.findall(r"<li>(.*?)</li>", found[1], re.DOTALL)
    return ["".join(re.sub(r"<[^>]+>", "", one).split()) for one in listed]


SUMS = [
    "新增1项任务",
    "更新2项任务",
    "不再印出1项任务，留在库里",
    "移位1项任务",
    "保留原有1项任务，其中有的单元格不随文件改",
    "名录新建2个部门、1位领导",
    "1处人工和文件都改过，保留人工所改",
]


def test_the_dialog_has_its_numbers_from_it(hers: Client) -> None:
    batch = a_mended_paper()
    assert sums(words_of(hers.get(f"/imports/{batch.pk}/commit/"))) == SUMS
    assert sums(words_of(hers.get(f"/imports/{batch.pk}/changes/sum/"))) == SUMS


def test_where_there_is_a_script_the_dialog_opens_at_once_and_fetches_them(
    hers: Client, worked_out: list[int]
) -> None:
    batch = on_the_desk(a_certain_row(1))
    words = words_of(hers.get(f"/imports/{batch.pk}/commit/", headers=HTMX))
    assert f'hx-get="/imports/{batch.pk}/changes/sum/" hx-trigger="load"' in words
    assert worked_out == []


def a_large_paper(number: int) -> list[TaskDraft]:
    return [a_certain_row(row) for row in range(number)]


def test_the_page_costs_as_many_queries_for_many_tasks_as_for_few(
    hers: Client, django_assert_max_num_queries: Any
) -> None:
    batch = on_the_desk(*a_large_paper(120))
    with django_assert_max_num_queries(75):
        seen(hers, batch)
