"""Every key of the review does what its hint says, and nothing while somebody types."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from importers.models import ImportBatch
from tests.browser.driving import press, settled
from tests.factories import a_department
from tests.importers.pages.desks import a_certain_row, a_doubtful_row, on_the_desk, rows_of


@pytest.fixture
def batch(page: Page) -> ImportBatch:
    """Four rows on the page, the second certain."""
    batch = on_the_desk(
        a_doubtful_row(1), a_certain_row(2), a_doubtful_row(3, "lead", "coop"), a_doubtful_row(4)
    )
    page.goto(f"/imports/{batch.pk}/")
    return batch


def at(page: Page) -> str:
    """Which row is in hand, and which doubt of it."""
    row = page.locator("#row h2").inner_text().split()
    doubt = page.locator("#row .doubt.is").get_attribute("aria-label")
    return f"{row[1]} {doubt}"


def test_one_walks_from_doubt_to_doubt_and_round(page: Page, batch: ImportBatch) -> None:
    seen = [at(page)]
    for key in "jjjjk":
        press(page, key)
        seen.append(at(page))
    doubts = ["1 配合部门", "3 牵头部门", "3 配合部门", "4 配合部门"]
    assert seen == [*doubts, "1 配合部门", "4 配合部门"]
    assert batch.rows.filter(settled=[]).count() == 4


def test_a_reading_is_chosen_by_its_number(page: Page, batch: ImportBatch) -> None:
    empty = page.get_by_role("radio", name="空")
    page.keyboard.press(empty.get_attribute("value") or "")
    expect(empty).to_be_checked()
    press(page, "Enter")
    assert rows_of(batch)[0].draft["coop"] == []
    assert at(page) == "3 牵头部门"


def test_all_doubts_of_a_row_are_accepted_at_once(page: Page, batch: ImportBatch) -> None:
    press(page, "j")
    assert at(page) == "3 牵头部门"
    press(page, "Shift+Enter")
    assert at(page) == "4 配合部门"
    assert [row.decision for row in rows_of(batch)] == ["pending", "pending", "accepted", "pending"]
    assert rows_of(batch)[2].as_read is None
    expect(page.get_by_role("status")).to_contain_text("接受第 3 行")
    press(page, "z")
    assert at(page) == "3 牵头部门"
    assert rows_of(batch)[2].settled == []


def test_a_row_is_not_accepted_as_read_over_another_reading_that_is_chosen(
    page: Page, batch: ImportBatch
) -> None:
    button = page.locator('[data-key="Shift+Enter"]')
    expect(button).to_be_visible()
    page.keyboard.press("2")
    expect(button).to_be_hidden()
    page.keyboard.press("Shift+Enter")
    settled(page)
    assert at(page) == "1 配合部门"
    page.keyboard.press("1")
    press(page, "Shift+Enter")
    assert at(page) == "3 牵头部门"


def test_a_row_without_doubt_has_no_doubts_to_accept_at_once(
    page: Page, batch: ImportBatch
) -> None:
    press(page, "]")
    page.keyboard.press("Shift+Enter")
    assert page.locator('[data-key="Shift+Enter"]').count() == 0
    settled(page)
    assert rows_of(batch)[1].decision == "pending"


def test_a_field_is_typed_and_keys_are_letters_meanwhile(page: Page, batch: ImportBatch) -> None:
    page.keyboard.press("e")
    box = page.locator("#words-coop")
    expect(box).to_be_focused()
    box.fill("")
    page.keyboard.type("jkxzsm区财政局")
    expect(box).to_have_value("jkxzsm区财政局")
    page.keyboard.press("Escape")
    expect(box).to_be_hidden()
    page.keyboard.press("e")
    expect(box).to_be_focused()
    box.fill("区财政局")
    press(page, "Control+Enter")
    assert rows_of(batch)[0].draft["coop"] == ["区财政局"]


def test_a_department_is_looked_up_and_picked(page: Page, batch: ImportBatch) -> None:
    area = batch.plans.get().jurisdiction
    a_department("区住房和城乡建设委员会", jurisdiction=area)
    press(page, "d")
    expect(page.get_by_role("searchbox")).to_be_focused()
    page.keyboard.type("住房")
    expect(page.get_by_role("radio", name="区住房和城乡建设委员会")).to_be_visible()
    press(page, "Enter")
    expect(page.get_by_role("radio", name="区住房和城乡建设委员会")).to_be_focused()
    press(page, "Enter")
    expect(page.get_by_role("dialog")).to_be_hidden()
    assert rows_of(batch)[0].draft["coop"] == ["区住房和城乡建设委员会"]


def test_one_escape_leaves_a_search_though_something_was_typed(
    page: Page, batch: ImportBatch
) -> None:
    press(page, "d")
    page.keyboard.type("住房")
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog")).to_be_hidden()
    press(page, "Enter")
    assert rows_of(batch)[0].settled == ["coop"]


def test_rows_are_skipped_split_merged_and_all_of_it_undone(page: Page, batch: ImportBatch) -> None:
    before = [row.draft for row in rows_of(batch)]
    press(page, "x")
    assert rows_of(batch)[0].decision == "skipped"
    press(page, "m")
    assert rows_of(batch)[2].decision == "merged"
    press(page, "s")
    page.get_by_role("dialog").get_by_role("textbox").fill(_in_two(page))
    press(page, "Control+Enter")
    expect(page.get_by_role("dialog")).to_be_hidden()
    assert len(rows_of(batch)) == 5
    for _step in range(3):
        press(page, "z")
    assert [row.draft for row in rows_of(batch)] == before
    assert {row.decision for row in rows_of(batch)} == {"pending"}


def _in_two(page: Page) -> str:
    text = "".join(page.get_by_role("dialog").get_by_role("textbox").input_value().split("\n"))
    return f"{text[:4]}\n{text[4:]}"


def test_certain_rows_are_accepted_together(page: Page, batch: ImportBatch) -> None:
    press(page, "a")
    assert [row.decision for row in rows_of(batch)][1] == "accepted"
    expect(page.get_by_role("status")).not_to_be_empty()


def test_all_keys_are_shown_and_the_dialog_gives_the_focus_back(
    page: Page, batch: ImportBatch
) -> None:
    press(page, "?")
    expect(page.get_by_role("dialog")).to_contain_text("全部按键")
    page.keyboard.press("j")
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog")).to_be_hidden()
    assert at(page) == "1 配合部门"
    expect(page.get_by_role("radio").first).to_be_focused()
    settled(page)


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("width", [360, 760, 1180])
def test_no_page_is_wider_than_its_window(
    page: Page, batch: ImportBatch, width: int, theme: str
) -> None:
    page.set_viewport_size({"width": width, "height": 740})
    page.emulate_media(color_scheme="dark" if theme == "dark" else "light")
    row = rows_of(batch)[0].pk
    for address in ("", f"{batch.pk}/", f"{batch.pk}/names/", f"{batch.pk}/rows/{row}/split/"):
        page.goto(f"/imports/{address}")
        wider = page.evaluate("document.documentElement.scrollWidth - window.innerWidth")
        assert wider <= 0, address
