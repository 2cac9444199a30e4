"""The review page: one row in hand, doubts first, and the next doubt after each verb."""

from __future__ import annotations

import re
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from importers.models import ImportBatch, ImportRow
from tests.importers.pages.desks import (
    HTMX,
    a_certain_row,
    a_doubtful_row,
    an_administrator,
    on_the_desk,
    rows_of,
    signed_in,
    two_doubts,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def hers() -> Client:
    return signed_in(an_administrator())


def page(client: Client, address: str, **headers: str) -> str:
    answer = client.get(address, headers=headers)
    assert answer.status_code == 200, answer.headers
    return answer.content.decode()


def act(client: Client, row: ImportRow, verb: str, *, htmx: bool = True, **said: Any) -> Any:
    """Post a verb on the row as its page would."""
    address = f"/imports/{row.batch_id}/rows/{row.pk}/{verb}/"
    said = {"version": row.version, **said}
    return client.post(address, said, headers=HTMX if htmx else {})


# --- what is shown -----------------------------------------------------------------------


def test_a_review_begins_at_the_first_doubt(hers: Client) -> None:
    batch = on_the_desk(a_certain_row(1), a_doubtful_row(2))
    shown = page(hers, f"/imports/{batch.pk}/")
    assert "第 2 行，共 2 行" in shown
    assert "存疑还有 1 处，在 1 行里" in shown
    assert '<span class="tag unsure">存疑 1</span>配合部门' in shown


def test_a_review_without_doubts_begins_at_the_first_row_and_may_be_committed(
    hers: Client,
) -> None:
    batch = on_the_desk(a_certain_row(1), a_certain_row(2))
    shown = page(hers, f"/imports/{batch.pk}/")
    assert "没有存疑了" in shown
    assert f'href="/imports/{batch.pk}/commit/"' in shown


def test_while_a_cell_is_in_doubt_nothing_is_offered_to_commit(hers: Client) -> None:
    shown = page(hers, f"/imports/{two_doubts().pk}/")
    assert "/commit/" not in shown
    assert re.search(r"<button[^>]*disabled>提交 3 行", shown)


def test_a_file_without_tasks_says_so_and_shows_a_way_on(hers: Client) -> None:
    shown = page(hers, f"/imports/{on_the_desk().pk}/")
    assert "这个文件里没有读到任务" in shown
    assert 'href="/imports/"' in shown


def test_the_map_shows_every_row_and_where_one_is(hers: Client) -> None:
    shown = page(hers, f"/imports/{two_doubts().pk}/")
    assert "3 行：确定 1，已定 0，存疑 2，跳过 0；现在第 1 行" in shown
    assert re.findall(r'<rect class="(\w+)"', shown) == ["ask", "sure", "ask"]
    assert shown.count('class="now"') == 1


def test_the_sure_fields_may_be_changed_too(hers: Client) -> None:
    shown = page(hers, f"/imports/{two_doubts().pk}/")
    for field in ("path", "text", "lead", "leaders", "schedule"):
        assert f'id="words-{field}"' in shown
    assert re.search(r'id="words-schedule"[^>]*>6月底前</textarea>', shown)


def test_what_a_file_says_is_shown_and_never_run(hers: Client) -> None:
    batch = on_the_desk(a_doubtful_row(1, path="<script>alert(1)</script>"))
    assert "<script>alert" not in page(hers, f"/imports/{batch.pk}/")


@pytest.mark.parametrize("asked", ["999999", "1"])
def test_a_row_of_no_batch_is_not_found(hers: Client, asked: str) -> None:
    batch, other = two_doubts(), two_doubts()
    row = rows_of(other)[0].pk if asked == "1" else asked
    assert hers.get(f"/imports/{batch.pk}/rows/{row}/").status_code == 404


def test_an_unknown_verb_is_not_found(hers: Client) -> None:
    assert act(hers, rows_of(two_doubts())[0], "bless").status_code == 404


def test_the_source_scrolls_by_itself(hers: Client) -> None:
    batch = two_doubts()
    address = f"/imports/{batch.pk}/rows/{rows_of(batch)[0].pk}/?from=0"
    answer = hers.get(address, headers={**HTMX, "HX-Target": "source"})
    assert answer.content.decode().lstrip().startswith('<section id="source"')
    assert "HX-Retarget" not in answer.headers


# --- verbs -------------------------------------------------------------------------------


def test_a_settled_doubt_leads_to_the_next_one(hers: Client) -> None:
    batch = two_doubts()
    first, _sure, third = rows_of(batch)
    answer = act(hers, first, "settle", field="coop", reading="1")
    words = answer.content.decode()
    assert answer.status_code == 200
    assert answer.headers["HX-Replace-Url"] == f"/imports/{batch.pk}/rows/{third.pk}/?field=lead"
    assert "第 3 行，共 3 行" in words
    assert re.search(r'<div id="said" hx-swap-oob="innerHTML">[^<]*现在是第 3 行', words)
    first.refresh_from_db()
    assert (first.settled, first.decision) == (["coop"], "accepted")


def test_one_answer_changes_field_map_source_and_head(hers: Client) -> None:
    answer = act(hers, rows_of(two_doubts())[0], "settle", field="coop", reading="1")
    swapped = re.findall(r'id="(\w+)"[^>]*hx-swap-oob', answer.content.decode())
    assert swapped == ["head", "progress", "source", "said"]


def test_a_chosen_reading_is_what_is_kept(hers: Client) -> None:
    batch = two_doubts()
    first = rows_of(batch)[0]
    shown = page(hers, f"/imports/{batch.pk}/")
    keys = re.findall(r'name="reading" value="(\d)"[^>]*><span>([^<]+)', shown)
    key = next(key for key, words in keys if words == "空")
    act(hers, first, "settle", field="coop", reading=key)
    first.refresh_from_db()
    assert (first.draft["coop"], first.decision) == ([], "edited")


def test_one_answer_may_settle_all_that_are_alike(hers: Client) -> None:
    batch = on_the_desk(a_doubtful_row(1), a_doubtful_row(2), a_doubtful_row(3))
    act(hers, rows_of(batch)[0], "settle", field="coop", reading="1", alike="1")
    assert not batch.rows.in_doubt().exists()


def test_a_field_may_be_typed_anew(hers: Client) -> None:
    batch = two_doubts()
    first = rows_of(batch)[0]
    act(hers, first, "edit", field="coop", words="区财政局、区民政局")
    first.refresh_from_db()
    assert first.draft["coop"] == ["区财政局", "区民政局"]


@pytest.mark.parametrize(
    ("verb", "decision"), [("skip", "skipped"), ("accept", "accepted"), ("merge", "merged")]
)
def test_a_whole_row_is_decided(hers: Client, verb: str, decision: str) -> None:
    third = rows_of(two_doubts())[2]
    assert act(hers, third, verb).status_code == 200
    third.refresh_from_db()
    assert third.decision == decision


def test_a_skipped_row_comes_back(hers: Client) -> None:
    first = rows_of(two_doubts())[0]
    act(hers, first, "skip")
    first.refresh_from_db()
    assert "取消跳过" in page(hers, f"/imports/{first.batch_id}/rows/{first.pk}/")
    act(hers, first, "restore")
    first.refresh_from_db()
    assert first.decision == "pending"


def test_after_a_merge_the_row_above_is_in_hand(hers: Client) -> None:
    batch = two_doubts()
    _first, second, third = rows_of(batch)
    answer = act(hers, third, "merge")
    assert answer.headers["HX-Replace-Url"] == f"/imports/{batch.pk}/rows/{second.pk}/"


def test_certain_rows_are_accepted_together_and_the_place_is_kept(hers: Client) -> None:
    batch = two_doubts()
    third = rows_of(batch)[2]
    said = {"row": third.pk, "field": "coop"}
    answer = hers.post(f"/imports/{batch.pk}/certain/", said, headers=HTMX)
    assert answer.headers["HX-Replace-Url"].endswith(f"/rows/{third.pk}/?field=coop")
    assert rows_of(batch)[1].decision == "accepted"


def test_from_a_row_without_doubts_the_acceptance_goes_on_to_the_next_doubt(hers: Client) -> None:
    batch = two_doubts()
    _first, second, third = rows_of(batch)
    answer = hers.post(f"/imports/{batch.pk}/certain/", {"row": second.pk}, headers=HTMX)
    assert f"/rows/{third.pk}/" in answer.headers["HX-Replace-Url"]


def test_after_the_acceptance_of_all_the_row_in_hand_is_shown_as_it_is_now(hers: Client) -> None:
    batch = on_the_desk(a_certain_row(1), a_certain_row(2))
    first, _second = rows_of(batch)
    answer = hers.post(f"/imports/{batch.pk}/certain/", {"row": first.pk}, headers=HTMX)
    words = answer.content.decode()
    assert f'<input type="hidden" name="version" value="{first.version + 1}">' in words
    assert "接受此行" not in words


def test_what_was_done_names_rows_by_the_number_on_the_page(hers: Client) -> None:
    batch = two_doubts()
    second = rows_of(batch)[1]
    words = act(hers, second, "skip").content.decode()
    assert "跳过第 2 行" in words


def test_the_last_step_is_undone_and_shown(hers: Client) -> None:
    batch = two_doubts()
    first, _second, third = rows_of(batch)
    act(hers, first, "settle", field="coop", reading="1")
    answer = hers.post(f"/imports/{batch.pk}/step-back/", {"row": third.pk}, headers=HTMX)
    assert answer.headers["HX-Replace-Url"] == f"/imports/{batch.pk}/rows/{first.pk}/"
    assert "已撤销：" in answer.content.decode()
    assert rows_of(batch)[0].settled == []


# --- without a script --------------------------------------------------------------------


def test_without_a_script_a_form_posts_and_comes_back(hers: Client) -> None:
    batch = two_doubts()
    first, _second, third = rows_of(batch)
    answer = act(hers, first, "settle", htmx=False, field="coop", reading="1")
    there = f"/imports/{batch.pk}/rows/{third.pk}/?field=lead"
    assert (answer.status_code, answer.headers["Location"]) == (302, there)
    assert re.search(r'role="status"[^>]*>[^<]*现在是第 3 行', page(hers, there))


def test_without_a_script_a_dialog_is_a_page(hers: Client) -> None:
    first = rows_of(two_doubts())[0]
    address = f"/imports/{first.batch_id}/rows/{first.pk}/split/"
    assert "<main" in page(hers, address)
    assert "<main" not in page(hers, address, **{**HTMX, "HX-Target": "dialog"})


# --- refusals ----------------------------------------------------------------------------


def test_a_page_that_is_out_of_date_is_told_and_keeps_what_was_typed(hers: Client) -> None:
    first = rows_of(two_doubts())[0]
    act(hers, first, "edit", field="lead", words="区财政局")
    late = act(hers, first, "edit", field="lead", words="区民政局")
    words = late.content.decode()
    assert late.status_code == 409
    assert late.headers["HX-Retarget"] == "#row"
    assert 'role="alert"' in words
    assert re.search(r'id="words-lead"[^>]*>区民政局</textarea>', words)
    assert "韩越" in words
    first.refresh_from_db()
    assert first.draft["lead"] == ["区财政局"]


def test_a_date_that_cannot_be_read_is_told_and_kept(hers: Client) -> None:
    first = rows_of(two_doubts())[0]
    answer = act(hers, first, "edit", field="schedule", words="等通知")
    assert answer.status_code == 422
    assert re.search(
        r'id="words-schedule"[^>]*aria-invalid="true">等通知</textarea>', answer.content.decode()
    )


def test_a_refusal_is_a_whole_page_without_a_script(hers: Client) -> None:
    first = rows_of(two_doubts())[0]
    answer = act(hers, first, "edit", htmx=False, field="text", words="")
    assert answer.status_code == 422
    assert "<main" in answer.content.decode()


@pytest.mark.parametrize("reading", ["9", "x"])
def test_a_reading_that_is_not_offered_is_refused(hers: Client, reading: str) -> None:
    first = rows_of(two_doubts())[0]
    answer = act(hers, first, "settle", field="coop", reading=reading)
    assert answer.status_code == 422
    assert "没有这一种读法" in answer.content.decode()


@pytest.mark.parametrize("version", ["", "x", "7", "99999999999999999999"])
def test_a_form_that_saw_no_version_changes_nothing(hers: Client, version: str) -> None:
    first = rows_of(two_doubts())[0]
    assert act(hers, first, "skip", version=version).status_code == 409
    first.refresh_from_db()
    assert first.decision == "pending"


@pytest.mark.parametrize("verb", ["certain", "step-back"])
def test_where_there_is_nothing_to_do_it_is_said(hers: Client, verb: str) -> None:
    batch = on_the_desk(a_doubtful_row(1))
    answer = hers.post(f"/imports/{batch.pk}/{verb}/", headers=HTMX)
    assert answer.status_code == 409
    assert 'role="alert"' in answer.content.decode()


def test_a_verb_on_a_committed_batch_leads_to_what_became_of_it(hers: Client) -> None:
    batch = on_the_desk(a_certain_row(1))
    hers.post(f"/imports/{batch.pk}/commit/")
    answer = act(hers, rows_of(batch)[0], "skip")
    assert answer.headers["HX-Redirect"] == f"/imports/{batch.pk}/result/"
    assert hers.get(f"/imports/{batch.pk}/").headers["Location"].endswith("/result/")


@pytest.mark.parametrize("verb", ["certain", "step-back", "take-over"])
def test_a_committed_batch_is_not_reviewed_any_more(hers: Client, verb: str) -> None:
    batch = on_the_desk(a_certain_row(1))
    hers.post(f"/imports/{batch.pk}/commit/")
    there = f"/imports/{batch.pk}/result/"
    assert hers.post(f"/imports/{batch.pk}/{verb}/").headers["Location"] == there
    assert "已入库" in page(hers, there)


# --- two people --------------------------------------------------------------------------


def test_the_second_person_is_told_and_changes_nothing(hers: Client) -> None:
    batch = two_doubts()
    page(hers, f"/imports/{batch.pk}/")
    his = signed_in(an_administrator("陆一舟"))
    shown = page(his, f"/imports/{batch.pk}/")
    assert "韩越 正在复核" in shown
    assert "由我接手" in shown
    assert "/settle/" not in shown
    answer = act(his, rows_of(batch)[0], "skip")
    assert answer.status_code == 409
    assert "韩越" in answer.content.decode()


def test_the_first_person_is_told_who_took_over(hers: Client) -> None:
    batch = two_doubts()
    page(hers, f"/imports/{batch.pk}/")
    his = signed_in(an_administrator("陆一舟"))
    assert his.post(f"/imports/{batch.pk}/take-over/", headers=HTMX).status_code == 200
    answer = act(hers, rows_of(batch)[0], "edit", field="coop", words="区财政局")
    assert answer.status_code == 409
    assert "陆一舟" in answer.content.decode()
    assert "您填的“区财政局”还在" in answer.content.decode()
    assert rows_of(batch)[0].draft["coop"] == ["区住建委"]


def test_what_was_typed_is_in_its_box_again_after_taking_over(hers: Client) -> None:
    batch = two_doubts()
    page(signed_in(an_administrator("陆一舟")), f"/imports/{batch.pk}/")
    refused = act(hers, rows_of(batch)[0], "edit", field="coop", words="区财政局").content.decode()
    assert '<input type="hidden" name="words" value="区财政局">' in refused
    said = {"row": rows_of(batch)[0].pk, "field": "coop", "words": "区财政局"}
    answer = hers.post(f"/imports/{batch.pk}/take-over/", said, headers=HTMX)
    assert re.search(r'id="words-coop"[^>]*>区财政局</textarea>', answer.content.decode())


def test_who_gets_up_leaves_the_desk_free(hers: Client) -> None:
    batch = two_doubts()
    page(hers, f"/imports/{batch.pk}/")
    hers.post(f"/imports/{batch.pk}/leave/")
    his = signed_in(an_administrator("陆一舟"))
    assert "正在复核" not in page(his, f"/imports/{batch.pk}/")


# --- size --------------------------------------------------------------------------------


def cost(client: Client, batch: ImportBatch) -> int:
    with CaptureQueriesContext(connection) as queries:
        page(client, f"/imports/{batch.pk}/")
    return len(queries)


def test_a_page_costs_the_same_however_many_rows_there_are(hers: Client) -> None:
    few = on_the_desk(*(a_doubtful_row(n) for n in range(1, 4)))
    many = on_the_desk(*(a_doubtful_row(n) for n in range(1, 41)))
    page(hers, f"/imports/{few.pk}/")
    page(hers, f"/imports/{many.pk}/")
    assert cost(hers, few) == cost(hers, many) <= 50


def test_of_many_rows_the_map_shows_groups(hers: Client) -> None:
    batch = on_the_desk(*(a_certain_row(n) for n in range(1, 701)))
    shown = page(hers, f"/imports/{batch.pk}/")
    assert 200 <= shown.count("<rect ") <= 300
    assert len(shown) < 150_000
