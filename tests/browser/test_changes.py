"""What a batch changes, looked at in a browser: from the review, and in the dialog."""

from __future__ import annotations

import datetime as dt
import os
from pathlib import Path

import pytest
from django.core.cache import cache
from playwright.sync_api import Page, expect

from importers.commit import import_reading
from importers.models import ImportBatch
from tests.browser.driving import press, settled
from tests.importers.pages.desks import on_the_desk
from tests.importers.readings import a_reading, a_row
from tests.importers.test_reimport import BY_HAND, ON_PAPER, ROADS, SCHOOLS, first_paper, mend
from tests.importers.test_reimport import the_task as task_like

pytestmark = pytest.mark.django_db(transaction=True)

SHOTS = os.environ.get("SHOTS")
"""A folder for pictures, for whoever wants to look."""


@pytest.fixture
def batch() -> ImportBatch:
    """A mended paper on the desk: something of every sort."""
    cache.clear()
    first = dt.datetime(2026, 3, 1, tzinfo=dt.UTC)
    import_reading(a_reading(*first_paper().values()), size=1, at=first, save=True)
    BY_HAND["coop"](task_like(ROADS))
    BY_HAND["schedule"](task_like(ROADS))
    paper = first_paper()
    return on_the_desk(
        mend(paper["roads"], lead=("区规划局",), **ON_PAPER["coop"]),
        a_row(SCHOOLS, "某某专班", "各街道", no="2", path="二、民生"),
        mend(paper["markets"], no="3", leaders=("李宁",)),
        paper["parks"],
    )


def picture(page: Page, name: str) -> None:
    if SHOTS:
        page.screenshot(path=Path(SHOTS) / f"{name}.png", full_page=True)


def test_the_dialog_tells_what_will_change_and_leads_there(page: Page, batch: ImportBatch) -> None:
    page.goto(f"/imports/{batch.pk}/")
    press(page, "c")
    expect(page.locator("#sum li").first).to_have_text("新增 1 项任务")
    settled(page)
    picture(page, "dialog")
    page.get_by_role("link", name="逐项看会改动什么").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("提交以后会改动什么")
    expect(page.locator("tbody tr")).to_have_count(4)
    picture(page, "changes")


def test_without_scripts_the_sorts_are_links(page: Page, batch: ImportBatch) -> None:
    context = page.context.browser.new_context(  # type: ignore[union-attr]
        java_script_enabled=False, storage_state=page.context.storage_state()
    )
    bare = context.new_page()
    bare.goto(page.url if page.url.startswith("http") else _address(page, batch))
    bare.get_by_role("link", name="保留原有 1").click()
    expect(bare.locator("tbody tr")).to_have_count(1)
    expect(bare.locator("tbody")).to_contain_text("人工改过，文件也改了，保留人工所改")
    context.close()


def _address(page: Page, batch: ImportBatch) -> str:
    page.goto(f"/imports/{batch.pk}/changes/")
    return page.url


@pytest.mark.parametrize("width", [1440, 390])
def test_nothing_sticks_out_at_the_side(page: Page, batch: ImportBatch, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    page.goto(f"/imports/{batch.pk}/changes/")
    wide = page.evaluate("document.documentElement.scrollWidth")
    picture(page, f"changes-{width}")
    assert wide <= width
