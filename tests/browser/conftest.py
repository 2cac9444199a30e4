"""A real browser before a live server, and a Celery worker on a Redis of their own."""

from __future__ import annotations

import logging
import os
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from celery.contrib.testing.worker import start_worker
from django.test import Client, override_settings
from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page, sync_playwright
from pytest_django.live_server_helper import LiveServer

from tests.importers.pages.desks import an_administrator
from tracker import addresses, celery
from tracker.servers.home import Home
from tracker.servers.redis import Redis

CHROMIUM = Path(os.environ.get("CHROMIUM") or "/usr/bin/chromium")
SECONDS = 15
"""How long anything on a page may take."""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Where there is no Chromium, the tests that need it say so."""
    reason = f"no browser at {CHROMIUM} (CHROMIUM says where)"
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.skipif(not CHROMIUM.exists(), reason=reason))
            item.add_marker(pytest.mark.slow)


@pytest.fixture(scope="session")
def broker() -> Iterator[str]:
    """The address of a Redis that is at work for this run alone."""
    folder = Path(tempfile.mkdtemp(prefix="tracker-test-"))
    folder.chmod(0o755)
    home = Home(folder / "var")
    home.prepare()
    server = Redis(home)
    server.start()
    yield f"unix://{server.socket}"
    server.stop()
    shutil.rmtree(folder)


@pytest.fixture
def worker(broker: str, live_server: LiveServer) -> Iterator[None]:
    """A worker that does what the live server asks for."""
    app = celery.app
    before = app.conf.broker_url
    app.conf.update(broker_url=addresses.broker_url(broker))
    app.__dict__.pop("amqp", None)
    with (
        override_settings(EMBEDDED_REDIS=False, REDIS_ADDRESS=broker),
        start_worker(app, perform_ping_check=False, loglevel=logging.root.level),
    ):
        yield
    app.conf.update(broker_url=before)
    app.__dict__.pop("amqp", None)


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """The browser, started once. The tests ask the database themselves, beside its loop."""
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "1"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=str(CHROMIUM), args=["--no-sandbox", "--disable-gpu"]
        )
        yield browser
        browser.close()
    del os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"]


@pytest.fixture
def context(chromium: Browser, live_server: LiveServer) -> Iterator[BrowserContext]:
    """A window of an administrator; its console has to stay silent."""
    said: list[str] = []
    context = chromium.new_context(
        base_url=live_server.url, viewport={"width": 1440, "height": 900}, locale="zh-CN"
    )
    context.set_default_timeout(SECONDS * 1000)
    context.on("console", lambda message: said.extend(complaint(message)))
    context.on("weberror", lambda error: said.append(str(error.error)))
    _sign_in(context, live_server.url)
    yield context
    context.close()
    assert said == []


def complaint(message: ConsoleMessage) -> list[str]:
    """What the browser complains of: errors of scripts, and breaches of the policy."""
    return [message.text] if message.type in ("error", "warning") else []


def _sign_in(context: BrowserContext, url: str) -> None:
    client = Client()
    client.force_login(an_administrator())
    cookie = client.cookies["sessionid"]
    context.add_cookies([{"name": cookie.key, "value": cookie.value, "url": url}])


@pytest.fixture
def page(context: BrowserContext) -> Page:
    """A page in that window."""
    return context.new_page()
