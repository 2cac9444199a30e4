"""Reading a Procfile: a name, a colon and a shell command on each line."""

from __future__ import annotations

import re
from pathlib import Path

LINE = re.compile(r"(?P<name>[A-Za-z0-9_-]+):\s*(?P<command>\S.*)")


class BadProcfile(ValueError):
    """The file cannot be understood; the message names the line."""


def read_procfile(file: Path) -> dict[str, str]:
    """Commands by process name, in the order of the file.

    Blank lines and lines that begin with ``#`` are passed over. A line of another shape,
    a name that comes twice and a file without commands are refused.
    """
    commands: dict[str, str] = {}
    for number, line in enumerate(file.read_text(encoding="utf-8").splitlines(), start=1):
        if not line.strip() or line.startswith("#"):
            continue
        found = LINE.fullmatch(line.rstrip())
        if found is None or found["name"] in commands:
            raise BadProcfile(f"{file} 第 {number} 行无法识别或重复：{line}")
        commands[found["name"]] = found["command"]
    if not commands:
        raise BadProcfile(f"{file} 中没有命令")
    return commands
