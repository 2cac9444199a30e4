"""What every test may rely on."""

from __future__ import annotations

import fcntl
import itertools
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.db import connection
from hypothesis import settings

from tracker import embedded

settings.register_profile("default", deadline=None)
settings.register_profile("fuzz", deadline=None, max_examples=5000)
settings.load_profile("default")


@pytest.fixture
def open_folder() -> Iterator[Path]:
    """A folder that every account can reach: pytest's own are closed to other people."""
    folder = Path(tempfile.mkdtemp(prefix="tracker-test-"))
    folder.chmod(0o755)
    yield folder
    shutil.rmtree(folder)


@pytest.fixture(scope="session")
def django_db_modify_db_settings() -> Iterator[None]:
    """Give each test process a database of its own, also when two runs go on at once."""
    home = embedded.home()
    home.prepare()
    for number in itertools.count(1):
        with (home.run / f"tests-{number}.lock").open("wb") as lock:
            try:
                fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                continue
            connection.settings_dict["TEST"]["NAME"] = f"test_tracker_{number}"
            yield
            return
