"""Where the embedded servers keep their files, and as whom they run.

PostgreSQL refuses to run as root. Started by root, the servers run as ``nobody``; their
folders belong to that account. Where ``nobody`` cannot reach the project's folder (a clone
under ``/root``), data and a copy of the programs live under ``/var/lib/tracker-…``, and
``var/`` holds a link to them: opening ``/root`` to everybody is not ours to do.
"""

from __future__ import annotations

import hashlib
import os
import pwd
import shutil
import stat
import subprocess
import tempfile
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

ACCOUNT = "nobody"
LONGEST_SOCKET = 100
"""Bytes in the path of a unix socket: Linux allows 107, macOS 103."""
SYSTEM_STATE = Path("/var/lib")


class ServerFailed(RuntimeError):
    """An embedded server could not be started or stopped; the message says what to do."""


@dataclass(frozen=True)
class Home:
    """The folder ``VAR_DIR`` and what the servers keep in it."""

    var: Path

    @cached_property
    def account(self) -> pwd.struct_passwd | None:
        """The account to run servers as, or None for the caller's own."""
        return pwd.getpwnam(ACCOUNT) if os.geteuid() == 0 else None

    @cached_property
    def place(self) -> Path:
        """The folder with the data: ``var`` itself wherever the account can reach it."""
        if self.account is None or is_open_to_all(self.var.parent):
            return self.var
        return SYSTEM_STATE / f"tracker-{_mark(str(self.var))}"

    @property
    def run(self) -> Path:
        """Locks and logs, ours alone."""
        return self.var / "run"

    @cached_property
    def sockets(self) -> Path:
        """The folder of the unix sockets: a short path, closed to other people."""
        within = self.place / "sockets"
        longest = within / ".s.PGSQL.5432.lock"
        if len(os.fsencode(longest)) <= LONGEST_SOCKET:
            return within
        return Path(tempfile.gettempdir()) / f"tracker-{os.geteuid()}-{_mark(str(self.var))}"

    def prepare(self) -> None:
        """Make the folders that locks need, and let the account pass through ours."""
        self.run.mkdir(parents=True, exist_ok=True)
        self._let_pass(self.var)
        link = self.var / "elsewhere"
        if self.place != self.var and not link.is_symlink():
            link.symlink_to(self.place)

    def remove(self) -> None:
        """Delete what the servers keep outside ``var``. They must not run."""
        for folder in {self.place, self.sockets} - {self.var, self.var / "sockets"}:
            shutil.rmtree(folder, ignore_errors=True)

    def _let_pass(self, folder: Path) -> None:
        if self.account is not None:
            folder.chmod(folder.stat().st_mode | stat.S_IXGRP | stat.S_IXOTH)

    def give(self, folder: Path) -> Path:
        """Make a folder that only the servers' account may enter, and return it."""
        if not folder.parent.exists():
            folder.parent.mkdir(parents=True)
            self._let_pass(folder.parent)
        folder.mkdir(mode=0o700, exist_ok=True)
        owner = os.geteuid() if self.account is None else self.account.pw_uid
        if folder.stat().st_uid != owner:
            self._take_over(folder, owner)
        folder.chmod(0o700)
        return folder

    def _take_over(self, folder: Path, owner: int) -> None:
        if self.account is None or folder.is_symlink() or any(folder.iterdir()):
            who = folder.stat().st_uid
            raise ServerFailed(
                f"目录 {folder} 属于用户 {who}，不是 {owner}：请换回原来的用户，或另设 VAR_DIR"
            )
        os.chown(folder, owner, self.account.pw_gid)

    def programs(self, source: Path, *also: Path) -> Path:
        """Give a folder of programs that the account can run: ``source``, or a copy of it.

        ``also`` are folders beside it that the programs look for relative to themselves.
        """
        if self.account is None or is_open_to_all(source):
            return source
        packages = source.parents[1]
        copies = self.place / "programs" / _mark(f"{source} {source.stat().st_mtime_ns}")
        if not copies.exists():
            draft = copies.with_suffix(".new")
            shutil.rmtree(draft, ignore_errors=True)
            for folder in (source, *also):
                shutil.copytree(folder, draft / folder.relative_to(packages), symlinks=True)
            _open_to_all(draft)
            draft.rename(copies)
        return copies / source.relative_to(packages)

    def command(self, *words: str | Path, wait: float) -> None:
        """Run a program as the account; raise ``ServerFailed`` with its output if it fails."""
        with tempfile.TemporaryFile("w+") as output:
            try:
                done = subprocess.run(
                    [str(word) for word in words],
                    stdin=subprocess.DEVNULL,
                    stdout=output,
                    stderr=output,
                    cwd="/",
                    timeout=wait,
                    check=False,
                    **self._identity(),
                )
            except (OSError, subprocess.TimeoutExpired) as error:
                raise ServerFailed(f"{words[0]}：{error}") from error
            if done.returncode != 0:
                output.seek(0)
                raise ServerFailed(f"{words[0]}：\n{output.read()}")

    def _identity(self) -> dict[str, Any]:
        if self.account is None:
            return {}
        return {"user": self.account.pw_uid, "group": self.account.pw_gid, "extra_groups": []}


def is_open_to_all(path: Path) -> bool:
    """Whether any account may pass through the path and every folder above it."""
    real = path.resolve()
    return all(
        not folder.exists() or folder.stat().st_mode & stat.S_IXOTH
        for folder in (real, *real.parents)
    )


def _open_to_all(tree: Path) -> None:
    """Let any account read what is in the tree, and run what its owner may run."""
    for path in (tree.parent, tree, *tree.rglob("*")):
        if not path.is_symlink():
            mode = stat.S_IMODE(path.stat().st_mode)
            path.chmod(mode | (mode >> 3 & 0o050) | (mode >> 6 & 0o005))


def _mark(text: str) -> str:
    """A short name that stands for the text."""
    return hashlib.sha256(os.fsencode(text)).hexdigest()[:10]
