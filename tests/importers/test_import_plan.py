"""import_plan tries by default, saves with --commit, and names what it refuses."""

from __future__ import annotations

import datetime as dt
import threading
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command
from django.db import connection

from accounts.models import Department, Jurisdiction
from importers.commit import FileOutcome, import_reading
from importers.models import ImportBatch
from tasks.models import Plan, Task
from tests.importers.readings import a_reading, a_row, a_source

NOW = dt.datetime(2026, 3, 1, tzinfo=dt.UTC)
PLAN = """云州市临溪区人民政府关于印发《临溪区{topic}方案》的通知

临政发〔2026〕{number}号

2026年2月11日

打通三条断头路。(责任单位:区交通局、区财政局)

改造五个菜市场。(责任单位:区商务局)
"""


def a_file(folder: Path, number: int = 3, topic: str = "重点工作") -> Path:
    path = folder / f"plan{number}.txt"
    path.write_text(PLAN.format(number=number, topic=topic), encoding="utf-8")
    return path


def run(*files: Path, **options: object) -> str:
    out = StringIO()
    err = options.pop("stderr", StringIO())
    call_command("import_plan", *map(str, files), stdout=out, stderr=err, no_color=True, **options)
    return out.getvalue()


@pytest.mark.django_db
def test_it_tries_and_saves_nothing(tmp_path: Path) -> None:
    told = run(a_file(tmp_path))
    assert "新方案 《临溪区重点工作方案》 临政发〔2026〕3号 2026-02-11 云州市临溪区" in told
    assert "任务 2 项，全部新增；存疑 0 格" in told
    assert "新建 3 个：区交通局、区财政局、区商务局" in told
    assert "未保存；加 --commit 保存" in told
    assert not Jurisdiction.objects.exists()


@pytest.mark.django_db
def test_with_commit_it_saves(tmp_path: Path) -> None:
    told = run(a_file(tmp_path), commit=True)
    batch = ImportBatch.objects.get()
    assert f"已保存，批次 {batch.pk}" in told
    assert (batch.status, batch.imported_by) == ("committed", None)
    assert batch.size == (tmp_path / "plan3.txt").stat().st_size
    assert Task.objects.count() == 2


@pytest.mark.django_db
def test_again_it_says_that_nothing_changed(tmp_path: Path) -> None:
    run(a_file(tmp_path), commit=True)
    assert "未作改动：内容与" in run(tmp_path / "plan3.txt", commit=True)
    assert ImportBatch.objects.count() == 1


@pytest.mark.django_db
def test_a_corrected_file_tells_what_changed(tmp_path: Path) -> None:
    run(a_file(tmp_path), commit=True)
    text = PLAN.format(number=3, topic="重点工作").replace("三条断头路", "四条断头路")
    (tmp_path / "corrected.txt").write_text(text.replace("改造五个菜市场", "新建图书馆"), "utf-8")
    told = run(tmp_path / "corrected.txt", commit=True)
    assert "已有方案 《临溪区重点工作方案》" in told
    assert "新增 1，更新 1，未变 0，文件中不再列出 1（保留）" in told
    assert "中不再有“改造五个菜市场" in told


@pytest.mark.django_db
def test_a_bad_file_fails_the_run_and_not_the_others(tmp_path: Path) -> None:
    bad = tmp_path / "bad.txt"
    bad.write_bytes(b"")
    err = StringIO()
    first, last = a_file(tmp_path), a_file(tmp_path, 4, "水利")
    with pytest.raises(
        CommandError, match=r"1 个文件未导入：bad\.txt（原因见上）；其余 2 个不受影响"
    ) as failed:
        run(first, bad, last, commit=True, stderr=err)
    assert failed.value.returncode != 0
    assert "bad.txt: 文件是空的" in err.getvalue()
    assert Plan.objects.count() == 2


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("data", "words"),
    [
        pytest.param(b"", "文件是空的", id="empty"),
        pytest.param(b"PK\x03\x04\0\0", "已损坏", id="half a packed file"),
        pytest.param("今天天气很好。".encode(), "没有找到任务分工", id="no table"),
        pytest.param("方案\n绝密\n".encode(), "密级标志", id="secret"),
        pytest.param(
            "打通断头路。(责任单位:区交通局)".encode(), "看不出属于哪个行政区", id="no area"
        ),
    ],
)
def test_nothing_is_saved_of_a_file_that_is_refused(
    tmp_path: Path, data: bytes, words: str
) -> None:
    (tmp_path / "bad.txt").write_bytes(data)
    err = StringIO()
    with pytest.raises(CommandError):
        run(tmp_path / "bad.txt", commit=True, stderr=err)
    assert err.getvalue().startswith("bad.txt")
    assert words in err.getvalue()
    for model in (ImportBatch, Plan, Department, Jurisdiction):
        assert not model._default_manager.exists()


@pytest.mark.django_db
def test_the_area_may_be_given_where_the_paper_names_none(tmp_path: Path) -> None:
    (tmp_path / "bare.txt").write_text("打通断头路。(责任单位:区交通局)", "utf-8")
    run(tmp_path / "bare.txt", commit=True, jurisdiction="云州市临溪区")
    assert Plan.objects.get().jurisdiction.name == "云州市临溪区"


@pytest.mark.django_db
def test_what_the_database_refuses_is_told_with_the_name_of_the_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(plan: Plan, head: object) -> bool:
        plan.title = ""
        return True

    monkeypatch.setattr("importers.commit.plans.fill", broken)
    err = StringIO()
    with pytest.raises(CommandError, match=r"plan3\.txt"):
        run(a_file(tmp_path), commit=True, stderr=err)
    assert "plan3.txt: 数据库拒绝了这个文件" in err.getvalue()
    assert "plan_is_titled" in err.getvalue()
    assert not ImportBatch.objects.exists()


def test_an_area_that_is_none_is_refused(tmp_path: Path) -> None:
    with pytest.raises(CommandError, match="“某处”不是行政区的全称"):
        run(a_file(tmp_path), jurisdiction="某处")


def test_it_wants_a_file() -> None:
    with pytest.raises(CommandError):
        run()


@pytest.mark.slow
@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("same", [True, False], ids=["one file", "two files of one plan"])
def test_two_imports_at_once_make_one_plan(same: bool) -> None:
    sources = [a_source("a.txt")] * 2 if same else [a_source(), a_source()]
    outcomes: list[FileOutcome] = []
    ready = threading.Barrier(2)

    def import_one(number: int) -> None:
        reading = a_reading(a_row("打通断头路", "区交通局"), source=sources[number])
        ready.wait(timeout=10)
        try:
            outcomes.append(import_reading(reading, size=1, at=NOW, save=True))
        finally:
            connection.close()

    threads = [threading.Thread(target=import_one, args=(number,)) for number in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(timeout=30)
    assert Plan.objects.count() == Task.objects.count() == Department.objects.count() == 1
    assert sorted(bool(outcome.already) for outcome in outcomes) == [False, same]
