"""``make demo`` shows everything, and leaves nothing running."""

from __future__ import annotations

import datetime as dt
import io
import os
import re
import signal
import socket
import subprocess
import sys
import threading
import urllib.request
from collections.abc import Iterator
from http.cookiejar import CookieJar
from pathlib import Path
from urllib.parse import urlencode

import psutil
import pytest
from django.core.management import CommandError, call_command
from django.test import Client
from pytest_django import Settings

from accounts.models import User
from accounts.roles import Role
from importers import tasks, upload_job
from importers.models import ImportBatch, Upload
from tasks.models import Plan
from tracker import demo, demo_review
from tracker.demo import DemoFailed
from tracker.demo_accounts import USERNAMES, open_accounts
from tracker.embedded import ROOT
from tracker.run import Family

NOW = dt.datetime(2026, 3, 1, 1, 30, tzinfo=dt.UTC)
ACCOUNT = re.compile(r"^(\S+)\t([a-z]+)\t(\S+)$", re.MULTILINE)


def test_each_role_has_one_account() -> None:
    assert set(USERNAMES) == set(Role)
    assert len(set(USERNAMES.values())) == len(Role)


@pytest.mark.django_db
def test_the_accounts_open_the_admin_with_the_printed_passwords() -> None:
    out = io.StringIO()
    call_command("seed_demo", stdout=out)
    for role, username, password in ACCOUNT.findall(out.getvalue()):
        client = Client()
        assert client.login(username=username, password=password)
        assert client.get("/admin/").status_code == 200
        groups = User.objects.get(username=username).groups.values_list("name", flat=True)
        assert list(groups) == [role]


@pytest.mark.django_db
def test_opening_the_accounts_again_changes_the_passwords_alone() -> None:
    first = open_accounts()
    second = open_accounts()
    assert [(one.role, one.username) for one in first] == [
        (one.role, one.username) for one in second
    ]
    assert not {one.password for one in first} & {one.password for one in second}
    assert User.objects.count() == len(Role)


@pytest.mark.django_db
def test_demo_accounts_are_not_opened_in_a_real_database(settings: Settings) -> None:
    settings.EMBEDDED_DATABASE = False
    with pytest.raises(CommandError, match="DATABASE_URL"):
        call_command("seed_demo")
    assert not User.objects.exists()


@pytest.fixture
def taken() -> Iterator[int]:
    """A port on which somebody listens already."""
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        listener.listen()
        yield listener.getsockname()[1]


def test_a_taken_port_gives_way_to_the_next_free_one(
    taken: int, capsys: pytest.CaptureFixture[str]
) -> None:
    port = demo.free_port("127.0.0.1", taken)
    assert port > taken
    assert demo.is_free("127.0.0.1", port)
    assert f"端口 {taken} 已被占用，改用 {port}" in capsys.readouterr().out


def test_without_a_free_port_the_demonstration_does_not_begin(
    taken: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(demo, "PORTS_TO_TRY", 1)
    with pytest.raises(DemoFailed, match="PORT"):
        demo.free_port("127.0.0.1", taken)


def test_plans_are_read_in_the_order_of_their_names(tmp_path: Path) -> None:
    for name in ("b.txt", "a.txt"):
        (tmp_path / name).touch()
    assert [plan.name for plan in demo.plans_in(tmp_path)] == ["a.txt", "b.txt"]


def test_plans_are_taken_in_every_form_that_is_read(tmp_path: Path) -> None:
    forms = ("csv", "doc", "docx", "htm", "html", "md", "pdf", "txt", "xls", "XLSX")
    for form in (*forms, "json", "py", "zip"):
        (tmp_path / f"plan.{form}").touch()
    assert {plan.suffix[1:] for plan in demo.plans_in(tmp_path)} == set(forms)


@pytest.mark.django_db
def test_a_file_that_cannot_be_read_does_not_keep_the_others_from_being_shown(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "a.pdf").write_bytes(b"%PDF-1.4 broken")
    (tmp_path / "b.txt").write_bytes(demo.SAMPLE.read_bytes())
    demo.import_all(demo.plans_in(tmp_path))
    assert "a.pdf" in capsys.readouterr().out
    assert Plan.objects.count() == 2


@pytest.mark.django_db
def test_a_sample_with_doubts_is_left_to_be_reviewed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tasks.read_upload, "delay", lambda _key: None)
    open_accounts()
    demo_review.hand_in()
    upload_job.read(Upload.objects.get().pk, at=NOW, now=lambda: NOW)
    batch = Upload.objects.get().batch
    assert batch is not None
    assert batch.status == ImportBatch.Status.READ
    assert batch.rows.of_tasks().in_doubt().exists()
    demo_review.hand_in()
    assert Upload.objects.count() == 1


@pytest.mark.parametrize("folder", ["empty", "missing"])
def test_a_folder_without_plans_is_refused(
    folder: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "empty").mkdir()
    assert demo.main(["--plans", str(tmp_path / folder)]) == 1
    assert folder in capsys.readouterr().err


def family(command: str) -> Family:
    return Family({"web": command}, dict(os.environ))


def test_a_process_that_ends_before_it_is_ready_ends_the_waiting() -> None:
    failing = family("false")
    failing.start()
    failing.wait()
    with pytest.raises(DemoFailed, match=r"web\.log"):
        demo.wait_until(lambda: False, failing)


def test_waiting_has_an_end(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(demo, "READY_SECONDS", 0)
    with pytest.raises(DemoFailed, match="仍未就绪"):
        demo.wait_until(lambda: False, family("true"))


def test_an_address_where_nobody_listens_does_not_answer(taken: int) -> None:
    assert not demo.answers(f"http://127.0.0.1:{demo.free_port('127.0.0.1', taken)}/readyz")


@pytest.mark.parametrize("name", ["DATABASE_URL", "REDIS_URL"])
def test_real_servers_are_not_filled_with_a_demonstration(
    name: str, settings: Settings, capsys: pytest.CaptureFixture[str]
) -> None:
    setattr(settings, f"EMBEDDED_{name.removesuffix('_URL')}", False)
    assert demo.main([]) == 1
    assert name in capsys.readouterr().err


class Demonstration:
    """``python -m tracker.demo`` as a person starts it in a terminal."""

    def __init__(self, var: Path, port: int) -> None:
        unset = {"DATABASE_URL", "REDIS_URL", "HOST"}
        ours = {name: value for name, value in os.environ.items() if name not in unset}
        self.process = subprocess.Popen(
            [sys.executable, "-m", "tracker.demo"],
            cwd=ROOT,
            env={**ours, "VAR_DIR": str(var), "PORT": str(port), "PYTHONUNBUFFERED": "1"},
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            start_new_session=True,
        )
        self.said = ""

    def listen(self) -> None:
        """Read what it says until it is ready or has ended."""
        watchdog = threading.Timer(180, self.process.kill)
        watchdog.start()
        assert self.process.stdout is not None
        for line in self.process.stdout:
            self.said += line
            if "Ctrl-C" in line:
                break
        watchdog.cancel()

    def end(self) -> None:
        """Press Ctrl-C: the terminal sends the signal to the whole group."""
        os.killpg(self.process.pid, signal.SIGINT)
        self.said += self.process.communicate(timeout=60)[0]

    def close(self) -> None:
        """Close what is left of its output, should it have ended by itself."""
        if self.process.stdout is not None:
            self.process.stdout.close()


def processes_of(var: Path) -> list[str]:
    """What runs that belongs to the folder: by command line, or by environment."""
    found = []
    for process in psutil.process_iter(["cmdline", "environ", "status"]):
        info = process.info
        if process.pid == os.getpid() or info["status"] == psutil.STATUS_ZOMBIE:
            continue
        words = " ".join(info["cmdline"] or [])
        if str(var) in words or (info["environ"] or {}).get("VAR_DIR") == str(var):
            found.append(words)
    return found


@pytest.fixture
def shown(open_folder: Path, taken: int) -> Iterator[Demonstration]:
    """A demonstration that is ready, asked to use a port that is taken."""
    shown = Demonstration(open_folder / "var", taken)
    shown.listen()
    yield shown
    if shown.process.poll() is None:
        shown.end()
    shown.close()


def sign_in(address: str, username: str, password: str) -> str:
    """Sign in as a browser does, and give the page one begins with."""
    jar = CookieJar()
    browser = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(jar))
    browser.open(address, timeout=30).read()
    token = next(str(cookie.value) for cookie in jar if cookie.name == "csrftoken")
    form = {"csrfmiddlewaretoken": token, "username": username, "password": password}
    page = browser.open(f"{address}sign-in/", urlencode(form).encode(), timeout=30)
    begins = "imports" if username == USERNAMES[Role.ADMINISTRATOR] else "admin"
    assert page.geturl() == f"{address}{begins}/"
    return str(page.read().decode())


@pytest.mark.slow
def test_it_can_be_signed_in_to_and_ends_without_a_trace(
    shown: Demonstration, open_folder: Path
) -> None:
    var = open_folder / "var"
    address = re.search(r"http://[\d.:]+/$", shown.said, re.MULTILINE)
    assert address is not None, shown.said
    assert len(ACCOUNT.findall(shown.said)) == len(Role)
    for _role, username, password in ACCOUNT.findall(shown.said):
        page = sign_in(address[0], username, password)
        style = re.search(r'href="(/static/\S+\.css)"', page)
        assert style is not None
        assert demo.answers(address[0].rstrip("/") + style[1])
        if username == USERNAMES[Role.ADMINISTRATOR]:
            assert demo_review.SAMPLE.name in page
    assert len(processes_of(var)) >= 5
    shown.end()
    assert shown.process.returncode == 0, shown.said
    assert processes_of(var) == []


@pytest.mark.slow
def test_an_interruption_before_it_is_ready_leaves_nothing_either(
    open_folder: Path, taken: int
) -> None:
    var = open_folder / "var"
    early = Demonstration(var, taken)
    assert early.process.stdout is not None
    assert early.process.stdout.readline().startswith("[1/5]")
    early.end()
    assert early.process.returncode in {0, -signal.SIGINT}, early.said
    assert processes_of(var) == []
