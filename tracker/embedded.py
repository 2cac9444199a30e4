"""PostgreSQL and Redis from Python wheels, for machines that have neither.

Used when ``DATABASE_URL`` or ``REDIS_URL`` is unset. Both servers listen on unix sockets
only and keep their data under ``VAR_DIR`` (``var/``). A server runs from its first user
to its last: every process that uses one holds a shared lock on a file for as long as it
lives, and the process that lets go last stops the server. The kernel drops the locks of
a killed process, so nothing has to be counted or repaired. ``python -m tracker.embedded
status`` shows what runs; ``stop`` stops both whatever holds them; ``remove`` also deletes what
they keep outside ``VAR_DIR``.

Why the wheels' own classes are not used: docs/decisions/0002-embedded-servers.md.
"""

from __future__ import annotations

import atexit
import fcntl
import os
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import IO, Protocol

from tracker.env import Environment
from tracker.servers.home import Home, ServerFailed
from tracker.servers.postgres import Postgres
from tracker.servers.redis import Redis

ROOT = Path(__file__).resolve().parent.parent


class Server(Protocol):
    """What the locks need to know of a server."""

    @property
    def name(self) -> str:
        """Its name in file names and messages."""

    @property
    def home(self) -> Home:
        """Where it lives."""

    def is_ready(self) -> bool:
        """Whether it answers now."""

    def start(self) -> None:
        """Start it and wait until it answers; raise ``ServerFailed`` if it does not."""

    def stop(self) -> None:
        """Stop it and wait until it is gone; do nothing when it does not run."""


_held: dict[tuple[str, Path], tuple[int, IO[bytes]]] = {}
_guard = threading.Lock()


def home() -> Home:
    """Where the servers of this process's environment live."""
    return Home(Environment().envpath("VAR_DIR", ROOT / "var"))


def postgres() -> Postgres:
    """The PostgreSQL server of this environment."""
    return Postgres(home())


def redis() -> Redis:
    """The Redis server of this environment."""
    return Redis(home())


def hold(server: Server) -> None:
    """Have the server running from now until this process ends.

    To be called before each new connection: a server that was killed under its users is
    started again.
    """
    key = (server.name, server.home.var)
    with _guard:
        mine = _held.get(key)
        if mine is None or mine[0] != os.getpid():
            with _alone(server):
                _held[key] = (os.getpid(), _join(server))
            atexit.register(release, server)
        elif not server.is_ready():
            with _alone(server):
                _start(server)


def _join(server: Server) -> IO[bytes]:
    """Count this process in and start the server if need be; give the lock that counts."""
    users = _open(server, "users")
    try:
        fcntl.flock(users, fcntl.LOCK_SH)
        _start(server)
    except BaseException:
        users.close()
        raise
    return users


def _start(server: Server) -> None:
    """Start the server if need be; a start cut short, by Ctrl-C say, leaves none behind."""
    if server.is_ready():
        return
    try:
        server.start()
    except BaseException:
        server.stop()
        raise


def release(server: Server) -> None:
    """Let go of the server; the last to let go stops it. A forked child lets nothing go."""
    with _guard:
        pid, users = _held.pop((server.name, server.home.var), (0, None))
    if users is None or pid != os.getpid():
        return
    with _alone(server), users, suppress(BlockingIOError):
        fcntl.flock(users, fcntl.LOCK_EX | fcntl.LOCK_NB)
        server.stop()


def stop(server: Server) -> None:
    """Stop the server, whoever holds it."""
    with _alone(server):
        server.stop()


@contextmanager
def _alone(server: Server) -> Iterator[None]:
    """One process at a time starts, stops, or counts itself in or out."""
    with _open(server, "lock") as mutex:
        fcntl.flock(mutex, fcntl.LOCK_EX)
        yield


def _open(server: Server, kind: str) -> IO[bytes]:
    var = server.home.var
    try:
        server.home.prepare()
        return (server.home.run / f"{server.name}.{kind}").open("ab")
    except PermissionError as error:
        raise ServerFailed(f"无法写入 {var}：请换回建立它的用户，或另设 VAR_DIR") from error


def remove(server: Server) -> None:
    """Stop the server and delete what it keeps outside ``VAR_DIR``."""
    stop(server)
    server.home.remove()


def _status(server: Server) -> None:
    print(f"{server.name}: {'运行中' if server.is_ready() else '未运行'}")


def main(arguments: list[str]) -> int:
    """``python -m tracker.embedded status|stop|remove``."""
    commands: dict[str, Callable[[Server], None]] = {
        "status": _status,
        "stop": stop,
        "remove": remove,
    }
    if len(arguments) != 1 or arguments[0] not in commands:
        print("用法：python -m tracker.embedded status|stop|remove", file=sys.stderr)
        return 2
    if home().var.is_dir():
        for server in (postgres(), redis()):
            commands[arguments[0]](server)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
