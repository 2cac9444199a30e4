"""What tests in a browser do with a review: hand in, settle by keyboard, wait for the swap."""

from __future__ import annotations

import re
from pathlib import Path

from playwright.sync_api import Page, expect

from importers.models import ImportBatch


def hand_in(page: Page, file: Path) -> ImportBatch:
    """Upload the file and wait until its review is open."""
    page.goto("/imports/")
    page.get_by_label("文件", exact=True).set_input_files(file)
    page.get_by_label(re.compile("不含国家秘密")).check()
    page.get_by_role("button", name="上传并读取").click()
    page.wait_for_url(re.compile(r"/imports/\d+/$"))
    return ImportBatch.objects.get()


def press(page: Page, key: str) -> None:
    """Press the key and wait until what it asked for has been swapped in."""
    with page.expect_response(lambda answer: "/imports/" in answer.url):
        page.keyboard.press(key)
    settled(page)


def settled(page: Page) -> None:
    """Wait until htmx is at rest."""
    expect(page.locator(".htmx-request, .htmx-settling, .htmx-swapping")).to_have_count(0)


def settle_all(page: Page, batch: ImportBatch) -> int:
    """Accept doubt after doubt with Enter alone, as long as the focus is on one; how often."""
    pressed = 0
    while page.evaluate("document.activeElement.closest('#row .doubt.is') !== null"):
        press(page, "Enter")
        pressed += 1
        assert pressed < 1000, "the same doubt again and again"
    assert not batch.rows.of_tasks().in_doubt().exists()
    return pressed
