"""parse_plan prints what a file holds, asks no database, and refuses what it cannot read."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from io import StringIO
from pathlib import Path

import pytest
from django.conf import settings
from django.core.management import CommandError, call_command

from importers.management.commands import parse_plan
from importers.reading.draft import TargetDraft
from tests.importers.readings import a_reading, a_row

ROOT = Path(settings.BASE_DIR)
PLAN = """云州市临溪区人民政府关于印发临溪区重点工作方案的通知

临政发〔2026〕3号

2026年2月11日

打通三条断头路。(责任单位:区交通局、区财政局)

改造五个菜市场。(责任单位:区商务局)
"""


def parsed(file: Path) -> str:
    out = StringIO()
    call_command("parse_plan", str(file), stdout=out)
    return out.getvalue()


def test_it_prints_the_plan_in_its_own_characters(tmp_path: Path) -> None:
    (tmp_path / "plan.txt").write_text(PLAN, encoding="utf-8")
    printed = parsed(tmp_path / "plan.txt")
    (plan,) = json.loads(printed)["plans"]
    assert plan["doc_number"] == "临政发〔2026〕3号"
    assert [task["lead"] for table in plan["tables"] for task in table["tasks"]]
    assert "区交通局" in printed


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
def test_it_reads_the_same_from_any_encoding(tmp_path: Path, encoding: str) -> None:
    plain, other = tmp_path / "plain" / "plan.txt", tmp_path / "other" / "plan.txt"
    for path, name in ((plain, "utf-8"), (other, encoding)):
        path.parent.mkdir()
        path.write_text(PLAN, encoding=name)
    assert json.loads(parsed(plain))["plans"] == json.loads(parsed(other))["plans"]


@pytest.mark.slow
@pytest.mark.parametrize(
    "database", ["postgres://nobody@localhost:1/none", ""], ids=["away", "ours"]
)
def test_it_needs_no_database_and_starts_none(tmp_path: Path, database: str) -> None:
    (tmp_path / "plan.txt").write_text(PLAN, encoding="utf-8")
    environment = {**os.environ, "DATABASE_URL": database, "VAR_DIR": str(tmp_path / "var")}
    environment["SECRET_KEY"] = "for this test alone"
    done = subprocess.run(
        [sys.executable, "manage.py", "parse_plan", str(tmp_path / "plan.txt")],
        cwd=ROOT, env=environment, capture_output=True, check=False, timeout=60,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr.decode()
    assert json.loads(done.stdout)["plans"]
    assert not (tmp_path / "var" / "postgres").exists()


@pytest.mark.parametrize("value", [float("inf"), float("-inf"), float("nan")], ids=str)
def test_a_figure_that_is_no_number_is_left_out_and_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, value: float
) -> None:
    odd = a_row(
        "甲", targets=(TargetDraft(value, "个"), TargetDraft(1, "个", "range", None, value))
    )
    monkeypatch.setattr(parse_plan, "read_file", lambda path: a_reading(odd))
    printed = json.loads(parsed(tmp_path / "plan.txt"), parse_constant=pytest.fail)
    (task,) = printed["plans"][0]["tables"][0]["tasks"]
    assert task["targets"] == []
    assert task["issues"] == ["有指标的数值不是有限的数，已略去"]


REFUSALS = [
    pytest.param(b"", ":", "文件是空的", id="empty"),
    pytest.param(b" \n\n ", ":", "文件是空的", id="white space alone"),
    pytest.param(b"PK\x03\x04" + b"\0" * 50, ":", "已损坏", id="half a packed file"),
    pytest.param(b"%PDF-1.7\n", ":", "PDF", id="a PDF renamed"),
    pytest.param("重点\0工作".encode(), ":1", "控制字符", id="binary"),
    pytest.param("重点工作\n".encode() + b"\xff\xff\xff", ":2", "既不是 UTF-8", id="broken"),
    pytest.param("各單位重點工作責任分工表".encode("big5"), ":", "Big5", id="Big5"),
    pytest.param("今天天气很好。\n".encode(), ":", "没有找到任务分工", id="no table"),
    pytest.param("方案\n机密★1年\n".encode(), ":2", "密级标志", id="secret"),
    pytest.param(b"plain words only\n", ":", "没有汉字", id="no Chinese"),
]


@pytest.mark.parametrize(("data", "place", "words"), REFUSALS)
def test_it_refuses_and_says_where_and_why(
    tmp_path: Path, data: bytes, place: str, words: str
) -> None:
    (tmp_path / "bad.txt").write_bytes(data)
    with pytest.raises(CommandError, match=words) as refused:
        parsed(tmp_path / "bad.txt")
    assert str(refused.value).startswith(f"bad.txt{place}")
    assert str(refused.value).endswith("。")


def test_it_refuses_100_megabytes_without_reading_them(tmp_path: Path) -> None:
    with (tmp_path / "huge.txt").open("wb") as file:
        file.truncate(100 * 1024 * 1024)
    with pytest.raises(CommandError, match=r"huge\.txt: 文件有 100 MB，超过 2 MB 的上限"):
        parsed(tmp_path / "huge.txt")


def test_it_refuses_a_file_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(CommandError, match=r"none\.txt: 没有这个文件"):
        parsed(tmp_path / "none.txt")


def test_it_refuses_a_folder(tmp_path: Path) -> None:
    with pytest.raises(CommandError, match="这是文件夹"):
        parsed(tmp_path)


@pytest.mark.slow
def test_a_refusal_is_an_exit_status_without_traceback(tmp_path: Path) -> None:
    (tmp_path / "empty.txt").write_bytes(b"")
    done = subprocess.run(
        [sys.executable, "manage.py", "parse_plan", str(tmp_path / "empty.txt")],
        cwd=ROOT, capture_output=True, check=False, timeout=60,
    )  # fmt: skip
    assert done.returncode != 0
    assert done.stdout == b""
    assert "empty.txt: 文件是空的" in done.stderr.decode()
    assert "Traceback" not in done.stderr.decode()
