"""Old formats go through LibreOffice: apart from everything, with an end, or not at all."""

from __future__ import annotations

import os
import time
from pathlib import Path

import pytest

from importers.reading.errors import SourceError
from importers.reading.sources import convert, read_source
from tests.reading.sources.builders.docx import docx, p
from tests.reading.sources.builders.ole import compound
from tests.reading.sources.shown import texts

OLD = compound("WordDocument")
NEW = docx(p("责任单位：区水务局"))

# What LibreOffice would be asked: the last four are --outdir, the folder and the source.
_ASKED = 'for word; do before="$here"; here="$there"; there="$word"; done\n'


@pytest.fixture
def office(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A program in LibreOffice's place; what it does is written by the test."""
    program = tmp_path / "soffice"
    monkeypatch.setenv("PATH", f"{tmp_path}:{os.environ['PATH']}")
    monkeypatch.setenv("SECRET_KEY", "nobody's business")
    return program


def does(program: Path, script: str) -> None:
    program.write_text(f"#!/bin/sh\n{_ASKED}{script}\n", encoding="utf-8")
    program.chmod(0o755)


def test_an_old_file_is_turned_into_a_new_one_and_warned_of(office: Path, tmp_path: Path) -> None:
    (tmp_path / "new.docx").write_bytes(NEW)
    does(office, f'mkdir "$here" && cp {tmp_path}/new.docx "$here/source.docx"')
    document = read_source("方案.doc", OLD)
    assert texts(document) == ["责任单位：区水务局"]
    assert document.source.format == "docx"
    (warning,) = document.warnings
    assert "由 LibreOffice 自动转换" in warning


def test_it_runs_apart_from_everything(office: Path, tmp_path: Path) -> None:
    seen = tmp_path / "seen"
    does(office, f'(echo "$@"; env; cat profile/user/*.xcu) > {seen}; cp "$there" {tmp_path}/in')
    with pytest.raises(SourceError):
        convert.converted("方案.doc", OLD, "旧版", "doc", "docx")
    said = seen.read_text(encoding="utf-8")
    assert "--headless" in said
    assert "--convert-to docx" in said
    assert "-env:UserInstallation=file://" in said
    assert "DisableMacrosExecution" in said
    assert "https_proxy=http://127.0.0.1:9" in said
    assert "nobody's business" not in said
    assert (tmp_path / "in").read_bytes() == OLD


@pytest.mark.parametrize(
    "script",
    [
        pytest.param("exit 1", id="fails"),
        pytest.param("exit 0", id="makes nothing"),
        pytest.param('mkdir "$here"; : > "$here/source.docx"', id="makes an empty file"),
        pytest.param('mkdir -p "$here/source.docx"', id="makes a folder"),
    ],
)
def test_a_conversion_that_fails_says_what_to_save_as(office: Path, script: str) -> None:
    does(office, script)
    with pytest.raises(SourceError, match="自动转换没有成功") as refusal:
        read_source("方案.doc", OLD)
    assert "docx" in refusal.value.mend


def test_one_that_takes_too_long_is_ended_with_all_it_started(
    office: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(convert, "MAX_CONVERSION_SECONDS", 0.5)
    does(office, f"(sleep 60; touch {tmp_path}/late) & echo $! > {tmp_path}/pid; wait")
    started = time.monotonic()
    with pytest.raises(SourceError, match="没有成功"):
        read_source("方案.doc", OLD)
    assert time.monotonic() - started < 10
    assert is_gone(int((tmp_path / "pid").read_text()))


def is_gone(pid: int) -> bool:
    """Is the process ended, or ended and not yet taken note of?"""
    stat = Path(f"/proc/{pid}/stat")
    try:
        return stat.read_text().rpartition(")")[2].split()[0] in {"Z", "X"}
    except (FileNotFoundError, ProcessLookupError):
        return True


def test_nothing_is_left_behind(
    office: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    temporary = tmp_path / "temporary"
    temporary.mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(temporary))
    does(office, "exit 1")
    with pytest.raises(SourceError):
        read_source("方案.doc", OLD)
    assert list(temporary.iterdir()) == []


def test_without_libreoffice_the_refusal_names_the_formats(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(SourceError, match="不能直接读取") as refusal:
        read_source("方案.wps", OLD)
    assert "docx" in refusal.value.mend
