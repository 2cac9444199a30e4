"""A plan goes in, is reviewed by keyboard alone, committed, and taken back."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from importers.models import ImportBatch
from tasks.models import Task
from tests.browser.driving import hand_in, press, settle_all, settled
from tests.reading.answer_keys import PLANS

SAMPLE = Path(__file__).resolve().parents[2] / "samples" / "linxi-2026-key-work.txt"
OF_2015 = next(iter(PLANS.glob("000_*.txt")), SAMPLE)
NOT_HERE = pytest.mark.skipif(
    OF_2015 is SAMPLE, reason=f"the real plans are not at {PLANS} (PLANS_DIR says where)"
)


@pytest.mark.usefixtures("worker")
@pytest.mark.parametrize(
    "file",
    [
        pytest.param(SAMPLE, id="the sample"),
        pytest.param(OF_2015, id="the plan of 2015", marks=NOT_HERE),
    ],
)
def test_a_plan_is_read_reviewed_by_keyboard_committed_and_undone(page: Page, file: Path) -> None:
    batch = hand_in(page, file)
    doubts = sum(len(row.flagged) for row in batch.rows.of_tasks())
    assert 0 < settle_all(page, batch) <= doubts
    expect(page.get_by_text("没有存疑了")).to_be_visible()
    press(page, "a")
    assert not batch.rows.of_tasks().filter(decision="pending").exists()
    _commit(page, batch)
    _undo(page, batch)


def _commit(page: Page, batch: ImportBatch) -> None:
    """C opens the question, Enter answers it."""
    rows = batch.rows.of_tasks().count()
    press(page, "c")
    expect(page.get_by_role("dialog").get_by_role("button", name=f"提交 {rows} 行")).to_be_focused()
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile("/result/$"))
    expect(page.get_by_role("heading", level=1)).to_have_text(f"{rows} 项任务已入库")
    assert Task.objects.count() == rows


def _undo(page: Page, batch: ImportBatch) -> None:
    """By keyboard too: to the link, into the dialog, and to its button."""
    page.get_by_role("link", name="撤销整个批次").focus()
    press(page, "Enter")
    expect(page.get_by_role("dialog").get_by_role("link", name="不撤销")).to_be_focused()
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("这一批次已撤销")
    settled(page)
    assert not Task.objects.exists()


@pytest.mark.usefixtures("worker")
def test_a_file_that_cannot_be_read_says_what_to_do(page: Page, tmp_path: Path) -> None:
    file = tmp_path / "空.txt"
    file.write_text("没有任务，也没有部门。", encoding="utf-8")
    page.goto("/imports/")
    page.get_by_label("文件", exact=True).set_input_files(file)
    page.get_by_label(re.compile("不含国家秘密")).check()
    page.get_by_role("button", name="上传并读取").click()
    expect(page.get_by_text(re.compile("没有读到任务|怎么办"))).to_be_visible()
