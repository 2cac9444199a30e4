"""A server runs from its first user to its last."""

from __future__ import annotations

import fcntl
import os
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO

import pytest

from tracker import embedded
from tracker.servers.home import Home, ServerFailed


@dataclass(frozen=True)
class Pretended:
    """A server that notes what is asked of it."""

    home: Home
    name: str = "pretended"
    calls: list[str] = field(default_factory=list, hash=False)
    running: list[bool] = field(default_factory=lambda: [False], hash=False)

    def is_ready(self) -> bool:
        return self.running[0]

    def start(self) -> None:
        self.calls.append("start")
        self.running[0] = True

    def stop(self) -> None:
        self.calls.append("stop")
        self.running[0] = False


class Failing(Pretended):
    """A server whose start is cut short."""

    def start(self) -> None:
        super().start()
        raise KeyboardInterrupt


@pytest.fixture
def server(tmp_path: Path) -> Pretended:
    return Pretended(Home(tmp_path))


def another_user(server: Pretended) -> IO[bytes]:
    """Hold the server as another process would."""
    server.home.prepare()
    users = (server.home.run / f"{server.name}.users").open("ab")
    fcntl.flock(users, fcntl.LOCK_SH)
    return users


def test_the_first_user_starts_the_server(server: Pretended) -> None:
    embedded.hold(server)
    assert server.calls == ["start"]
    embedded.release(server)


def test_holding_twice_is_holding_once(server: Pretended) -> None:
    embedded.hold(server)
    embedded.hold(server)
    embedded.release(server)
    assert server.calls == ["start", "stop"]


def test_a_server_that_runs_is_joined(server: Pretended) -> None:
    with another_user(server):
        server.running[0] = True
        embedded.hold(server)
        embedded.release(server)
    assert server.calls == []


def test_the_last_user_stops_the_server(server: Pretended) -> None:
    users = another_user(server)
    embedded.hold(server)
    users.close()
    embedded.release(server)
    assert server.calls == ["start", "stop"]


def test_a_server_that_died_under_its_users_is_started_again(server: Pretended) -> None:
    with another_user(server):
        embedded.hold(server)
        embedded.release(server)
    assert server.calls == ["start"]


def test_a_server_that_died_is_started_again_when_it_is_next_asked_for(
    server: Pretended,
) -> None:
    embedded.hold(server)
    server.running[0] = False
    embedded.hold(server)
    embedded.release(server)
    assert server.calls == ["start", "start", "stop"]


def test_letting_go_of_what_is_not_held_does_nothing(server: Pretended) -> None:
    embedded.release(server)
    assert server.calls == []


def test_a_server_can_be_held_again_after_it_was_let_go(server: Pretended) -> None:
    for _round in range(2):
        embedded.hold(server)
        embedded.release(server)
    assert server.calls == ["start", "stop"] * 2


def test_a_child_does_not_let_go_of_what_its_parent_holds(
    server: Pretended, monkeypatch: pytest.MonkeyPatch
) -> None:
    embedded.hold(server)
    users = embedded._held[server.name, server.home.var]
    with monkeypatch.context() as child:
        child.setattr(os, "getpid", lambda: -1)
        embedded.release(server)
    assert server.calls == ["start"]
    embedded._held[server.name, server.home.var] = users
    embedded.release(server)
    assert server.calls == ["start", "stop"]


def test_a_start_cut_short_leaves_no_server(tmp_path: Path) -> None:
    server = Failing(Home(tmp_path))
    with pytest.raises(KeyboardInterrupt):
        embedded.hold(server)
    assert server.calls == ["start", "stop"]
    with (server.home.run / "pretended.users").open("ab") as users:
        fcntl.flock(users, fcntl.LOCK_EX | fcntl.LOCK_NB)


def test_stopping_does_not_ask_who_holds(server: Pretended) -> None:
    with another_user(server):
        embedded.stop(server)
    assert server.calls == ["stop"]


@pytest.mark.parametrize("arguments", [[], ["start"], ["stop", "now"]])
def test_the_command_refuses_what_it_does_not_know(
    arguments: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert embedded.main(arguments) == 2
    assert "status|stop" in capsys.readouterr().err


@pytest.mark.parametrize("command", ["status", "stop", "remove"])
def test_the_command_makes_nothing_where_nothing_was(
    command: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("VAR_DIR", str(tmp_path / "var"))
    assert embedded.main([command]) == 0
    assert not (tmp_path / "var").exists()


def test_the_command_tells_what_runs(
    home: Home, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("VAR_DIR", str(home.var))
    embedded.main(["status"])
    assert capsys.readouterr().out.splitlines() == ["postgres: 未运行", "redis: 未运行"]


def test_a_folder_that_cannot_be_written_is_named(
    server: Pretended, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_args: object, **_options: object) -> None:
        raise PermissionError

    monkeypatch.setattr(Path, "mkdir", refuse)
    with pytest.raises(ServerFailed, match="VAR_DIR"):
        embedded.hold(server)
    assert server.calls == []


def test_data_of_somebody_else_is_refused(home: Home, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = home.give(home.var / "postgres")
    (folder / "PG_VERSION").write_text("18")
    os.chown(folder, 12345, -1) if os.geteuid() == 0 else monkeypatch.setattr(
        os, "geteuid", lambda: 12345
    )
    with pytest.raises(ServerFailed, match="VAR_DIR"):
        home.give(folder)
