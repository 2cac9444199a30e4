"""What tests of the project share."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tracker.servers.home import Home
from tracker.servers.redis import Redis


@pytest.fixture
def home(open_folder: Path) -> Home:
    """A home for servers of a test's own."""
    home = Home(open_folder / "var")
    home.prepare()
    return home


@pytest.fixture
def redis_server(home: Home) -> Iterator[Redis]:
    """A Redis at work, for one test."""
    server = Redis(home)
    server.start()
    yield server
    server.stop()
