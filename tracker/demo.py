"""``make demo``: everything running on this machine, with a plan in it, in one step."""

from __future__ import annotations

import argparse
import io
import os
import socket
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import django
from django.conf import settings
from django.core.management import CommandError, call_command

from tracker import embedded
from tracker.env import Environment
from tracker.procfile import read_procfile
from tracker.run import Family, Stopped, environment, hold_embedded, stoppable
from tracker.servers.home import ServerFailed

STEPS = 5
SAMPLE = embedded.ROOT / "samples" / "linxi-2026-key-work.txt"
FORMS = frozenset({"txt", "md", "docx", "doc", "xlsx", "xls", "csv", "pdf", "html", "htm"})
"""The endings of the files that are taken from a folder."""
PORTS_TO_TRY = 100
READY_SECONDS = 90


class DemoFailed(RuntimeError):
    """The demonstration cannot go on; the message says why."""


def main(arguments: list[str]) -> int:
    """Run the demonstration until Ctrl-C; give the exit status."""
    options = _options(arguments)
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tracker.settings")
    try:
        with stoppable():
            demonstrate(options.plans)
    except Stopped:
        print("\n已停止")
    except (DemoFailed, ServerFailed, CommandError) as error:
        print(f"\n{error}", file=sys.stderr)
        return 1
    return 0


def _options(arguments: list[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tracker.demo", description=__doc__)
    parser.add_argument("--plans", type=Path, default=None, metavar="DIR")
    return parser.parse_args(arguments)


def demonstrate(folder: Path | None) -> None:
    """Start, fill and show; returns only by an exception. Without a folder of the visitor's own:
    the sample plan on record, and a sample file that waits for its review."""
    plans = plans_in(folder) if folder else [SAMPLE]
    with step(1, "启动 PostgreSQL 与 Redis"):
        django.setup()
        if not settings.EMBEDDED_DATABASE or not settings.EMBEDDED_REDIS:
            raise DemoFailed("已设置 DATABASE_URL 或 REDIS_URL：演示只用自带的服务，请先取消")
        hold_embedded()
    with step(2, "建立数据表"):
        call_command("migrate", verbosity=0, interactive=False)
    with step(3, f"读入 {len(plans)} 份文件"):
        import_all(plans)
    with step(4, "建立演示账号"):
        accounts = io.StringIO()
        call_command("seed_demo", stdout=accounts)
        if folder is None:
            _leave_one_to_review()
    _serve(accounts.getvalue())


def import_all(plans: list[Path]) -> None:
    """Put the files on record; what is refused is told, and the others are shown without it."""
    try:
        call_command("import_plan", *map(str, plans), "--commit")
    except CommandError as error:
        print(f"      {error}", flush=True)


def _leave_one_to_review() -> None:
    from tracker import demo_review

    demo_review.hand_in()


def _serve(accounts: str) -> None:
    host = Environment().envstr("HOST", "127.0.0.1")
    port = free_port(host, Environment().envint("PORT", 8000, least=1, most=65535))
    logs = embedded.home().run
    variables = environment(HOST=host, PORT=str(port), PYTHONUNBUFFERED="1")
    family = Family(read_procfile(embedded.ROOT / "Procfile"), variables, logs)
    try:
        with step(5, "启动 web、worker、beat"):
            family.start()
            wait_until(lambda: answers(f"http://{host}:{port}/readyz"), family)
            wait_for_a_job(family)
        print(f"\n地址：http://{host}:{port}/\n\n角色\t用户名\t密码\n{accounts}")
        print(f"日志在 {logs}；按 Ctrl-C 停止", flush=True)
        raise DemoFailed(f"进程 {family.wait()} 已退出，日志在 {logs}")
    finally:
        family.stop()


def plans_in(folder: Path) -> list[Path]:
    """The files of the folder that may be plans, by their endings, in order of their names."""
    files = folder.iterdir() if folder.is_dir() else ()
    plans = sorted(file for file in files if file.suffix.lower().lstrip(".") in FORMS)
    if not plans:
        raise DemoFailed(f"{folder} 中没有可读的文件（{'、'.join(sorted(FORMS))}）")
    return plans


@contextmanager
def step(number: int, title: str) -> Iterator[None]:
    """Say what begins, and at its end how long it took."""
    print(f"[{number}/{STEPS}] {title} …", flush=True)
    started = time.monotonic()
    yield
    print(f"      完成，{time.monotonic() - started:.1f} 秒", flush=True)


def free_port(host: str, wanted: int) -> int:
    """The wanted port, or the next one that is free; says so when it is another."""
    for port in range(wanted, min(wanted + PORTS_TO_TRY, 65536)):
        if is_free(host, port):
            if port != wanted:
                print(f"端口 {wanted} 已被占用，改用 {port}")
            return port
    raise DemoFailed(f"从 {wanted} 起的 {PORTS_TO_TRY} 个端口都被占用，请设置 PORT")


def is_free(host: str, port: int) -> bool:
    """Whether a server could listen there now."""
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError:
            return False
    return True


def answers(address: str) -> bool:
    """Whether a GET of the address succeeds."""
    try:
        with urllib.request.urlopen(address, timeout=10) as reply:
            return bool(reply.status == 200)
    except (urllib.error.URLError, OSError):
        return False


def wait_until(ready: Callable[[], bool], family: Family) -> None:
    """Wait until it is ready; a process that ends before, or too long a wait, is a failure."""
    deadline = time.monotonic() + READY_SECONDS
    while not ready():
        name = family.ended()
        if name is not None:
            raise DemoFailed(f"进程 {name} 未能启动，日志在 {embedded.home().run / name}.log")
        if time.monotonic() > deadline:
            raise DemoFailed(f"{READY_SECONDS} 秒后仍未就绪，日志在 {embedded.home().run}")
        time.sleep(0.2)


def wait_for_a_job(family: Family) -> None:
    """Send a heartbeat through the broker and wait until the worker has done it."""
    from tracker import broker, tasks

    before = broker.last_beat()
    tasks.heartbeat.delay()
    wait_until(lambda: broker.last_beat() != before, family)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
