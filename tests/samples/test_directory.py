"""The sample directory is what its script builds, and reads as what it says."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest
from django.core.management import call_command

from accounts.models import Department, DepartmentGroup
from importers.directory import Register
from importers.jurisdictions import AreaBook
from importers.reading.pipeline import read_document
from importers.reading.sources import read_source
from importers.resolve import Found, Unknown
from samples.build_directory import FILE, HEAD, ROWS, build

DOCS = Path(__file__).resolve().parents[2] / "docs" / "directory.md"


def test_the_file_is_what_the_script_builds() -> None:
    assert FILE.read_bytes() == build()


def test_every_row_is_read_without_a_doubt() -> None:
    reading = read_document(read_source(FILE.name, FILE.read_bytes()))
    assert [entry.short for entry in reading.departments] == [row[1] for row in ROWS]
    assert [entry.issues for entry in reading.departments] == [()] * len(ROWS)
    assert (reading.plans, reading.skipped) == ((), ())


def test_the_page_on_directories_tells_of_every_column() -> None:
    words = DOCS.read_text(encoding="utf-8")
    assert [head for head in HEAD if head not in words] == []


@pytest.mark.django_db
def test_the_command_puts_it_on_record() -> None:
    call_command("import_plan", str(FILE), "--commit")
    assert Department.objects.count() == len(ROWS)
    health, market = (
        Department.objects.get(name=name) for name in ("区卫生健康委", "区市场监管局")
    )
    register = Register(health.jurisdiction, AreaBook())
    assert str(health.jurisdiction) == "云州市临溪区"
    assert register.resolve("区卫生计生委", dt.date(2017, 6, 1)) == Found(health.pk)
    today = register.resolve("区工商局", dt.date(2026, 6, 1))
    assert isinstance(today, Unknown)
    assert [(one.department, one.why) for one in today.once] == [(market.pk, "merged")]
    streets = DepartmentGroup.objects.get(name="各街道").members_on(dt.date(2026, 6, 1))
    assert {street.name for street in streets} == {"柳桥街道", "南浦街道"}
