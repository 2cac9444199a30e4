"""The servers themselves: where they listen, as whom they run, what they survive."""

from __future__ import annotations

import os
import signal
import stat
from collections.abc import Iterator
from pathlib import Path

import psutil
import psycopg
import pytest
import redis

from tracker.servers import home as home_module
from tracker.servers.home import Home, ServerFailed, is_open_to_all
from tracker.servers.postgres import Postgres
from tracker.servers.redis import Redis

pytestmark = pytest.mark.slow
as_root = pytest.mark.skipif(os.geteuid() != 0, reason="only root can give files away")


@pytest.fixture
def postgres(home: Home) -> Iterator[Postgres]:
    server = Postgres(home)
    server.start()
    yield server
    server.stop()


def query(server: Postgres, statement: str) -> list[tuple[object, ...]]:
    """Ask as the application does."""
    with psycopg.connect(
        host=str(server.home.sockets), user="tracker", dbname="tracker"
    ) as connection:
        return connection.execute(statement.encode()).fetchall()


def remember_one(server: Postgres) -> None:
    with psycopg.connect(
        host=str(server.home.sockets), user="tracker", dbname="tracker"
    ) as connection:
        connection.execute("CREATE TABLE kept AS SELECT 1 AS n")


def pid_of(server: Postgres) -> int:
    return int((server.data / "postmaster.pid").read_text().split()[0])


def kill(pid: int) -> None:
    process = psutil.Process(pid)
    children = process.children()
    process.send_signal(signal.SIGKILL)
    psutil.wait_procs([process, *children], timeout=20)


def test_postgres_is_version_18(postgres: Postgres) -> None:
    assert query(postgres, "SHOW server_version_num")[0][0] >= "180000"  # type: ignore[operator]


def test_the_application_is_no_superuser_but_may_make_test_databases(postgres: Postgres) -> None:
    asked = "SELECT rolsuper, rolcreatedb FROM pg_roles WHERE rolname = current_user"
    assert query(postgres, asked) == [(False, True)]


def test_text_is_unicode_and_sorts_the_same_on_every_machine(postgres: Postgres) -> None:
    asked = (
        "SELECT pg_encoding_to_char(encoding), datlocprovider::text, datlocale "
        "FROM pg_database WHERE datname = 'tracker'"
    )
    assert query(postgres, asked) == [("UTF8", "b", "C.UTF-8")]


def test_postgres_listens_on_no_port(postgres: Postgres) -> None:
    assert query(postgres, "SHOW listen_addresses") == [("",)]
    assert psutil.Process(pid_of(postgres)).net_connections(kind="inet") == []


def test_redis_listens_on_no_port(redis_server: Redis) -> None:
    with redis.Redis(unix_socket_path=str(redis_server.socket)) as client:
        process = psutil.Process(client.info()["process_id"])
    assert process.net_connections(kind="inet") == []


@pytest.mark.parametrize("folder", ["sockets", "redis"])
def test_nobody_else_may_enter_the_folders(redis_server: Redis, folder: str) -> None:
    mode = (redis_server.home.place / folder).stat().st_mode
    assert stat.S_IMODE(mode) == 0o700


def test_servers_do_not_run_as_root(postgres: Postgres, redis_server: Redis) -> None:
    with redis.Redis(unix_socket_path=str(redis_server.socket)) as client:
        pids = [pid_of(postgres), client.info()["process_id"]]
    assert 0 not in [psutil.Process(pid).uids().real for pid in pids]


def test_stopping_what_does_not_run_does_nothing(home: Home) -> None:
    Postgres(home).stop()
    Redis(home).stop()


def test_data_outlives_a_stop(postgres: Postgres) -> None:
    remember_one(postgres)
    postgres.stop()
    assert not postgres.is_ready()
    postgres.start()
    assert query(postgres, "SELECT n FROM kept") == [(1,)]


def test_data_outlives_a_kill(postgres: Postgres) -> None:
    remember_one(postgres)
    kill(pid_of(postgres))
    assert not postgres.is_ready()
    postgres.start()
    assert query(postgres, "SELECT n FROM kept") == [(1,)]


def test_a_killed_server_whose_number_another_process_has_now_starts_again(
    postgres: Postgres,
) -> None:
    dead = pid_of(postgres)
    kill(dead)
    for file in (postgres.data / "postmaster.pid", postgres.home.sockets / ".s.PGSQL.5432.lock"):
        file.write_text(file.read_text().replace(str(dead), str(os.getpid()), 1))
    postgres.start()
    assert postgres.is_ready()


def test_jobs_outlive_a_kill(redis_server: Redis) -> None:
    with redis.Redis(unix_socket_path=str(redis_server.socket)) as client:
        client.set("job", "waiting")
        pid = client.info()["process_id"]
    kill(pid)
    assert not redis_server.is_ready()
    redis_server.start()
    with redis.Redis(unix_socket_path=str(redis_server.socket)) as client:
        assert client.get("job") == b"waiting"


def test_a_cluster_left_half_made_is_made_anew(home: Home) -> None:
    server = Postgres(home)
    half = home.give(home.place / "postgres.new")
    (half / "PG_VERSION").write_text("18")
    server.start()
    assert query(server, "SELECT 1") == [(1,)]
    server.stop()
    assert not half.exists()


def test_a_role_without_its_database_gets_it_at_the_next_start(postgres: Postgres) -> None:
    with psycopg.connect(
        host=str(postgres.home.sockets), user="postgres", dbname="postgres", autocommit=True
    ) as connection:
        connection.execute("DROP DATABASE tracker")
    postgres.stop()
    postgres.start()
    assert query(postgres, "SELECT current_user") == [("tracker",)]


def test_a_start_that_fails_names_the_log(home: Home) -> None:
    server = Postgres(home)
    server.start()
    server.stop()
    (server.data / "postgresql.conf").write_text("no_such_setting = 1\n")
    with pytest.raises(ServerFailed, match=r"server\.log"):
        server.start()


def test_a_path_too_long_for_sockets_is_no_obstacle(open_folder: Path) -> None:
    server = Redis(Home(open_folder / ("长" * 20) / ("long" * 20) / "var"))
    server.home.prepare()
    server.start()
    assert server.is_ready()
    assert len(os.fsencode(server.socket)) <= home_module.LONGEST_SOCKET
    server.stop()
    server.home.remove()
    assert not server.home.sockets.exists()


@as_root
def test_a_project_that_nobody_can_reach_keeps_its_servers_elsewhere(
    open_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(home_module, "SYSTEM_STATE", open_folder / "lib")
    closed = open_folder / "closed"
    closed.mkdir(mode=0o700)
    server = Redis(Home(closed / "var"))
    server.home.prepare()
    server.start()
    assert server.is_ready()
    server.stop()
    assert stat.S_IMODE(closed.stat().st_mode) == 0o700
    assert (server.home.var / "elsewhere").resolve() == server.home.place
    assert server.home.place.parent == open_folder / "lib"


@as_root
def test_programs_that_nobody_can_reach_are_copied_once(home: Home, open_folder: Path) -> None:
    package = open_folder / "closed" / "package" / "bin"
    package.mkdir(parents=True)
    (package / "tool").write_text("#!/bin/sh\n")
    (package / "tool").chmod(0o700)
    package.parents[1].chmod(0o700)
    copy = home.programs(package)
    assert home.programs(package) == copy
    assert is_open_to_all(copy / "tool")
    home.command(copy / "tool", wait=10)


def test_programs_that_can_be_reached_are_run_where_they_are(home: Home, open_folder: Path) -> None:
    assert home.programs(open_folder) == open_folder


def test_a_program_that_fails_is_reported_with_its_words(home: Home) -> None:
    with pytest.raises(ServerFailed, match="out of luck"):
        home.command("/bin/sh", "-c", "echo out of luck >&2; exit 3", wait=10)


def test_a_program_that_does_not_exist_is_reported(home: Home) -> None:
    with pytest.raises(ServerFailed, match="no-such-program"):
        home.command("/no-such-program", wait=10)


def test_a_program_that_takes_too_long_is_ended(home: Home) -> None:
    with pytest.raises(ServerFailed, match="timed out"):
        home.command("/bin/sleep", "30", wait=0.1)
