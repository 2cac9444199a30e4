"""Environment variables are understood, or refused by name."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import urlsplit

import pytest

from tracker.env import BadVariable, Environment


def env(value: str | None) -> Environment:
    return Environment({} if value is None else {"X": value})


@pytest.mark.parametrize(
    ("value", "default", "expected"),
    [
        pytest.param(None, True, True, id="unset takes the default"),
        pytest.param("", False, False, id="empty takes the default"),
        pytest.param("  ", True, True, id="blank takes the default"),
        pytest.param("1", False, True, id="1"),
        pytest.param("Yes", False, True, id="Yes"),
        pytest.param("on", False, True, id="on"),
        pytest.param("TRUE", False, True, id="TRUE"),
        pytest.param("0", True, False, id="0"),
        pytest.param("no", True, False, id="no"),
        pytest.param(" off ", True, False, id="off between blanks"),
        pytest.param("False", True, False, id="False"),
    ],
)
def test_a_switch_is_on_or_off(value: str | None, default: bool, expected: bool) -> None:
    assert env(value).envbool("X", default=default) is expected


@pytest.mark.parametrize("value", ["2", "yess", "是", "none", "-"])
def test_a_switch_that_is_neither_on_nor_off_is_refused(value: str) -> None:
    with pytest.raises(BadVariable, match="环境变量 X"):
        env(value).envbool("X", default=False)


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        pytest.param(None, 7, id="unset takes the default"),
        pytest.param("0", 0, id="the least"),
        pytest.param("10", 10, id="the most"),
        pytest.param("007", 7, id="leading zeros"),
    ],
)
def test_a_number_is_read(value: str | None, expected: int) -> None:
    assert env(value).envint("X", 7, least=0, most=10) == expected


def test_a_negative_number_is_read_where_it_is_allowed() -> None:
    assert env("-3").envint("X", 0, least=-5, most=5) == -3


@pytest.mark.parametrize(
    "value", ["11", "-1", "1.5", "1e1", "1_0", "ten", "７", "--1", "-", "+3", "1 0", "0x5"]
)
def test_what_is_no_number_within_the_bounds_is_refused(value: str) -> None:
    with pytest.raises(BadVariable, match="0 到 10 之间的整数"):
        env(value).envint("X", 7, least=0, most=10)


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        pytest.param(None, ["d"], id="unset takes the default"),
        pytest.param("a", ["a"], id="one"),
        pytest.param("a,b", ["a", "b"], id="two"),
        pytest.param(" a , b ", ["a", "b"], id="blanks around are dropped"),
    ],
)
def test_a_list_is_read(value: str | None, expected: list[str]) -> None:
    assert env(value).envlist("X", ("d",)) == expected


@pytest.mark.parametrize("value", ["a,,b", ",a", "a,", ",", "a, ,b"])
def test_a_list_with_an_empty_item_is_refused(value: str) -> None:
    with pytest.raises(BadVariable):
        env(value).envlist("X")


def test_a_default_list_is_not_shared() -> None:
    reader = env(None)
    reader.envlist("X", ("d",)).append("e")
    assert reader.envlist("X", ("d",)) == ["d"]


def test_a_choice_is_one_of_the_words() -> None:
    assert env("B").envchoice("X", ("A", "B"), "A") == "B"
    assert env(None).envchoice("X", ("A", "B"), "A") == "A"


@pytest.mark.parametrize("value", ["b", "C", "A B"])
def test_a_choice_that_is_not_offered_is_refused(value: str) -> None:
    with pytest.raises(BadVariable, match="A、B 之一"):
        env(value).envchoice("X", ("A", "B"), "A")


def test_a_path_counts_from_the_working_directory(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert env("data").envpath("X", Path("/d")) == tmp_path / "data"
    assert env("/srv").envpath("X", Path("/d")) == Path("/srv")
    assert env(None).envpath("X", Path("/d")) == Path("/d")


def test_a_path_may_begin_at_home(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", "/home/li")
    assert env("~/data").envpath("X", Path("/d")) == Path("/home/li/data")


@pytest.mark.parametrize(
    "value",
    ["redis://host", "redis://host:6379/0", "redis://:pass@host/1", "unix:///run/redis.sock"],
)
def test_an_address_with_a_known_scheme_is_read(value: str) -> None:
    assert env(value).envurl("X", ("redis", "unix")) == urlsplit(value)


def test_an_address_that_is_unset_is_none() -> None:
    assert env("").envurl("X", ("redis",)) is None


@pytest.mark.parametrize(
    "value",
    [
        pytest.param("host:6379", id="no scheme"),
        pytest.param("http://host", id="another scheme"),
        pytest.param("redis://", id="nothing after the scheme"),
        pytest.param("redis://host:port", id="a port that is no number"),
        pytest.param("redis://host:99999", id="a port out of range"),
        pytest.param("redis://[::1", id="an open bracket"),
    ],
)
def test_what_is_no_such_address_is_refused(value: str) -> None:
    with pytest.raises(BadVariable, match="redis://"):
        env(value).envurl("X", ("redis",))


def test_the_refusal_of_an_address_does_not_print_its_password() -> None:
    with pytest.raises(BadVariable) as refusal:
        env("mysql://tracker:hunter2@host/db").envurl("X", ("postgresql",))
    assert "hunter2" not in str(refusal.value)


def test_the_environment_of_the_process_is_read_unless_told_otherwise(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("TRACKER_TEST_X", " here ")
    assert Environment().envstr("TRACKER_TEST_X") == "here"
