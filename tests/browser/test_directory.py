"""A directory of departments in a real browser: handed in, looked through, committed."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from accounts.models import Department
from importers.models import ImportBatch
from samples.build_directory import FILE, ROWS


@pytest.mark.usefixtures("worker")
def test_a_directory_goes_from_the_file_to_the_record(page: Page) -> None:
    page.goto("/imports/")
    page.get_by_label("文件", exact=True).set_input_files(FILE)
    page.get_by_label(re.compile("不含国家秘密")).check()
    page.get_by_role("button", name="上传并读取").click()
    page.wait_for_url(re.compile(r"/imports/\d+/directory/$"))
    expect(page.get_by_role("heading", level=1)).to_have_text(f"名录里读到 {len(ROWS)} 个部门")
    page.get_by_role("button", name="跳过 区城投公司", exact=True).click()
    expect(page.get_by_role("button", name="取消跳过 区城投公司", exact=True)).to_be_visible()
    page.get_by_role("button", name=f"提交 {len(ROWS) - 1} 个部门").click()
    page.wait_for_url(re.compile(r"/imports/\d+/result/$"))
    assert Department.objects.count() == len(ROWS) - 1
    assert ImportBatch.objects.get().is_live
