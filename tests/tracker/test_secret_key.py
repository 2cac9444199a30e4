"""A key nobody has set is made once, and kept for its owner alone."""

from __future__ import annotations

import os
import stat
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from tracker.secret_key import kept_key


def test_the_key_is_made_once(tmp_path: Path) -> None:
    file = tmp_path / "var" / "secret-key"
    first = kept_key(file)
    assert kept_key(file) == first
    assert first == (file.read_text(), True)


def test_the_key_is_long(tmp_path: Path) -> None:
    key, _kept = kept_key(tmp_path / "key")
    assert len(key) >= 64


def test_two_machines_have_different_keys(tmp_path: Path) -> None:
    assert kept_key(tmp_path / "a") != kept_key(tmp_path / "b")


def test_only_the_owner_may_read_the_key(tmp_path: Path) -> None:
    kept_key(tmp_path / "key")
    assert stat.S_IMODE((tmp_path / "key").stat().st_mode) == 0o600


def test_nothing_but_the_key_is_left_in_the_folder(tmp_path: Path) -> None:
    kept_key(tmp_path / "key")
    assert [file.name for file in tmp_path.iterdir()] == ["key"]


def test_processes_that_start_together_agree(tmp_path: Path) -> None:
    with ThreadPoolExecutor(8) as pool:
        keys = set(pool.map(lambda _n: kept_key(tmp_path / "key"), range(32)))
    assert len(keys) == 1


def test_a_folder_that_cannot_be_written_gives_a_key_that_is_not_kept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_args: object) -> None:
        raise PermissionError

    monkeypatch.setattr(os, "link", refuse)
    first, second = kept_key(tmp_path / "key"), kept_key(tmp_path / "key")
    assert first != second
    assert not first[1]
