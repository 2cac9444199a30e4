"""Reads many hostile files and tells what came of them; ``make fuzz`` runs it.

    python -m tests.hostile.fuzz --files 5000 --seed 1

Files that were not handled are kept under ``var/fuzz/``; then it exits with 1.
"""

from __future__ import annotations

import argparse
import json
import secrets
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from threading import Timer
from types import TracebackType
from typing import Any, Final, Self

from tests.hostile.cases import Case, case

_ROOT: Final = Path(__file__).resolve().parents[2]
_KEPT: Final = _ROOT / "var" / "fuzz"
_PATIENCE: Final = 90.0
"""Seconds by the clock after which a process that waits for something is ended."""


@dataclass(frozen=True, slots=True)
class Told:
    """What came of a file: ``read``, ``refused`` or ``fault``; why, seconds, peak in KiB."""

    case: Case
    found: str
    why: str
    seconds: float
    peak: int


class Reader:
    """A process that reads (``tests.hostile.reader``), begun again where it ended."""

    def __init__(self) -> None:
        self._process: subprocess.Popen[str] | None = None
        self._folder = tempfile.TemporaryDirectory(prefix="hostile-")

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._end()
        self._folder.cleanup()

    def read(self, one: Case) -> Told:
        """What comes of the file."""
        path = Path(self._folder.name) / "file"
        path.write_bytes(one.data)
        answer = self._asked({"name": one.name, "path": str(path)})
        if answer is None:
            code = self._end()
            return Told(one, "fault", f"the process ended ({code})", float("inf"), 0)
        return Told(one, answer["found"], answer["why"], answer["seconds"], answer["peak"])

    def _asked(self, question: dict[str, str]) -> dict[str, Any] | None:
        process = self._process or _begun()
        self._process = process
        assert process.stdin is not None
        assert process.stdout is not None
        timer = Timer(_PATIENCE, process.kill)
        timer.start()
        try:
            process.stdin.write(json.dumps(question) + "\n")
            process.stdin.flush()
            line = process.stdout.readline()
        except BrokenPipeError:
            line = ""
        finally:
            timer.cancel()
        answer: dict[str, Any] | None = json.loads(line) if line else None
        return answer

    def _end(self) -> int:
        process, self._process = self._process, None
        if process is None:
            return 0
        process.kill()
        process.communicate()
        return process.returncode


def _begun() -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-m", "tests.hostile.reader"],
        cwd=_ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    )


def told(seed: int, numbers: Iterable[int], readers: int = 2) -> Iterator[Told]:
    """What comes of the files of these numbers."""
    listed = list(numbers)
    with ThreadPoolExecutor(readers) as pool:
        for part in pool.map(lambda first: _told(seed, listed[first::readers]), range(readers)):
            yield from part


def _told(seed: int, numbers: Iterable[int]) -> list[Told]:
    with Reader() as reader:
        return [_kept_small(reader.read(case(seed, number))) for number in numbers]


def _kept_small(one: Told) -> Told:
    """``one`` without the bytes of a file that was handled, and those of a fault saved."""
    if one.found == "fault":
        _KEPT.mkdir(parents=True, exist_ok=True)
        name = one.case.name.encode("ascii", "replace").decode().replace("/", "_")
        (_KEPT / f"{one.case.number}-{name}").write_bytes(one.case.data)
        print(f"FAULT {one.case.number} {one.case.name}: {one.case.made}: {one.why}", flush=True)
    return Told(
        Case(one.case.number, one.case.name, b"", one.case.made),
        one.found,
        one.why,
        one.seconds,
        one.peak,
    )


def summary(seed: int, all_told: list[Told]) -> dict[str, Any]:
    """The figures of a run."""
    slowest = max(all_told, key=lambda one: one.seconds)
    return {
        "seed": seed,
        "files": len(all_told),
        **Counter(one.found for one in all_told),
        "slowest_s": round(slowest.seconds, 2),
        "slowest": f"{slowest.case.number} {slowest.case.name} ({slowest.case.made})",
        "peak_mb": max(one.peak for one in all_told) // 1024,
    }


def main() -> int:
    """Read as many files as asked for; 1 where one was not handled."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--files", type=int, default=5000)
    parser.add_argument("--first", type=int, default=0)
    parser.add_argument("--seed", type=int, default=secrets.randbelow(10**9))
    asked = parser.parse_args()
    numbers = range(asked.first, asked.first + asked.files)
    all_told = list(told(asked.seed, numbers))
    print(json.dumps(summary(asked.seed, all_told), ensure_ascii=False))
    for one in sorted(all_told, key=lambda one: -one.seconds)[:5]:
        print(
            f"{one.seconds:6.2f} s  {one.case.number} {one.case.name}: {one.case.made}: {one.found}"
        )
    return int(any(one.found == "fault" for one in all_told))


if __name__ == "__main__":
    sys.exit(main())
