"""A Procfile is understood whole, or refused by line."""

from __future__ import annotations

from pathlib import Path

import pytest

from tracker.embedded import ROOT
from tracker.procfile import BadProcfile, read_procfile


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "Procfile"


def test_commands_come_in_the_order_of_the_file(file: Path) -> None:
    file.write_text("web: serve --port ${PORT:-1}\n\n# a remark\nworker:work hard  \n")
    assert list(read_procfile(file).items()) == [
        ("web", "serve --port ${PORT:-1}"),
        ("worker", "work hard"),
    ]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        pytest.param("web: a\nweb: b\n", "第 2 行", id="a name that comes twice"),
        pytest.param("web a\n", "第 1 行", id="no colon"),
        pytest.param("web:\n", "第 1 行", id="no command"),
        pytest.param("we b: a\n", "第 1 行", id="a blank in the name"),
        pytest.param("# nothing\n", "没有命令", id="no line at all"),
    ],
)
def test_it_refuses(file: Path, text: str, message: str) -> None:
    file.write_text(text)
    with pytest.raises(BadProcfile, match=message):
        read_procfile(file)


def test_ours_has_web_worker_and_beat() -> None:
    assert list(read_procfile(ROOT / "Procfile")) == ["web", "worker", "beat"]
