"""Old and foreign formats are turned into new ones by LibreOffice, where it is installed.

It runs apart from everything: a profile of its own in a folder that is thrown away,
macros off, no proxy to reach a network through, and an end after a minute.
"""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final, Literal, TypeAlias

from importers.reading.errors import SourceError
from importers.reading.sources.limits import MAX_CONVERSION_SECONDS, MAX_FILE_BYTES

Target: TypeAlias = Literal["docx", "xlsx", "pdf"]

_PROGRAMS: Final = ("soffice", "libreoffice")
_SAVE_AS: Final[dict[Target, str]] = {
    "docx": "请在 Word 或 WPS 里另存为 docx（也可以是 PDF、网页或纯文本），再导入。",
    "xlsx": "请在 Excel 或 WPS 里另存为 xlsx（也可以是 CSV），再导入。",
    "pdf": "请另存为 PDF 或 docx，再导入。",
}
_NOWHERE: Final = "http://127.0.0.1:9"
_PROFILE: Final = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Common/Security/Scripting">
<prop oor:name="MacroSecurityLevel" oor:op="fuse"><value>3</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Security/Scripting">
<prop oor:name="DisableMacrosExecution" oor:op="fuse"><value>true</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Security/Scripting">
<prop oor:name="BlockUntrustedRefererLinks" oor:op="fuse"><value>true</value></prop></item>
</oor:items>
"""


def converted(name: str, data: bytes, what: str, suffix: str, target: Target) -> bytes:
    """``data``, a file whose ending is ``suffix``, as ``target``.

    Raises :class:`SourceError` where LibreOffice is missing, fails, or takes too long;
    ``what`` says in words which format it was.
    """
    program = next(filter(None, map(shutil.which, _PROGRAMS)), None)
    if program is None:
        raise SourceError(name, f"这是{what}，不能直接读取。", _SAVE_AS[target])
    with TemporaryDirectory(prefix="convert-") as folder:
        made = _run(program, Path(folder), data, suffix, target)
    if made is None:
        raise SourceError(name, f"这是{what}，自动转换没有成功。", _SAVE_AS[target])
    return made


def _run(program: str, folder: Path, data: bytes, suffix: str, target: Target) -> bytes | None:
    """What LibreOffice makes of ``data``; None where it makes nothing."""
    source = folder / f"source.{suffix}"
    source.write_bytes(data)
    _write_profile(folder / "profile")
    if not _finishes(_command(program, folder, source, target), folder):
        return None
    made = folder / "made" / f"source.{target}"
    if not made.is_file() or not 0 < made.stat().st_size <= MAX_FILE_BYTES:
        return None
    return made.read_bytes()


def _write_profile(profile: Path) -> None:
    settings = profile / "user" / "registrymodifications.xcu"
    settings.parent.mkdir(parents=True)
    settings.write_text(_PROFILE, encoding="utf-8")


def _command(program: str, folder: Path, source: Path, target: Target) -> list[str]:
    return [
        program,
        f"-env:UserInstallation={(folder / 'profile').as_uri()}",
        "--headless",
        "--norestore",
        "--nolockcheck",
        "--nodefault",
        "--convert-to",
        target,
        "--outdir",
        str(folder / "made"),
        str(source),
    ]


def _finishes(command: list[str], folder: Path) -> bool:
    """Run ``command`` in a group of its own, and end the whole group after its time."""
    process = subprocess.Popen(
        command,
        cwd=folder,
        env=_environment(folder),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    try:
        return process.wait(MAX_CONVERSION_SECONDS) == 0
    except subprocess.TimeoutExpired:
        return False
    finally:
        _end_group(process)


def _end_group(process: subprocess.Popen[bytes]) -> None:
    with suppress(ProcessLookupError):
        os.killpg(process.pid, signal.SIGKILL)
    process.wait()


def _environment(folder: Path) -> dict[str, str]:
    """Nothing of ours but the path of programs: no secrets, no home, no network."""
    proxies = dict.fromkeys(("http_proxy", "https_proxy", "ftp_proxy", "all_proxy"), _NOWHERE)
    path = os.environ.get("PATH", os.defpath)
    return {"PATH": path, "HOME": str(folder), "TMPDIR": str(folder), "LANG": "C.UTF-8", **proxies}
