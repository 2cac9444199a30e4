"""A process that reads one file after another and says what came of each.

Run with ``-m tests.hostile.reader``: it takes lines of JSON (``name`` and ``path``) and
answers each with one. Its memory and the time of one file are bounded: beyond the one it
tells a fault, beyond the other the system ends it. Whatever is no refusal is a fault too.
"""

from __future__ import annotations

import json
import re
import resource
import sys
import warnings
from pathlib import Path
from time import process_time
from typing import Any, Final

from importers.reading import Reading, SourceError, read_bytes
from importers.reading.as_json import reading_to_dict
from importers.reading.document import Block

MOST_MEMORY: Final = 1_536 * 1024 * 1024
"""Of address space, in bytes."""

MOST_SECONDS: Final = 10
"""Of the processor's time, for one file."""

_HAN: Final = re.compile("[\u4e00-\u9fff]")


def main() -> None:
    """Answer until there is no more to read."""
    resource.setrlimit(resource.RLIMIT_AS, (MOST_MEMORY, MOST_MEMORY))
    warnings.simplefilter("error")
    for line in sys.stdin:
        asked = json.loads(line)
        data = Path(asked["path"]).read_bytes()
        end = int(process_time()) + MOST_SECONDS + 1
        resource.setrlimit(resource.RLIMIT_CPU, (end, resource.RLIM_INFINITY))
        answer = outcome(asked["name"], data)
        print(json.dumps(answer), flush=True)


def outcome(name: str, data: bytes) -> dict[str, Any]:
    """What comes of reading: ``read``, ``refused`` or ``fault``, why, and what it took."""
    begun = process_time()
    try:
        found, why = _outcome(name, data)
    except BaseException as error:  # also what is no Exception is a fault
        found, why = "fault", f"{type(error).__module__}.{type(error).__name__}: {error}"[:500]
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    why = why.encode("ascii", "backslashreplace").decode()
    return {"found": found, "why": why, "seconds": process_time() - begun, "peak": peak}


def _outcome(name: str, data: bytes) -> tuple[str, str]:
    try:
        reading = read_bytes(name, data)
    except SourceError as error:
        fault = _unfit_refusal(error)
        return ("fault", fault) if fault else ("refused", error.problem)
    fault = _unfit_reading(reading)
    return ("fault", fault) if fault else ("read", "")


def _unfit_refusal(error: SourceError) -> str:
    """What is wrong with the words of a refusal; nothing where they may be shown."""
    for words in (error.problem, error.mend):
        if not _HAN.search(words) or not words.rstrip("”）").endswith("。"):
            return f"no sentence: {words!r}"
    if not error.place.strip():
        return "no place"
    return _unfit(f"{error.place}{error.problem}{error.mend}")


def _unfit_reading(reading: Reading) -> str:
    """What no database can keep of a reading; nothing where all can be kept."""
    told = json.dumps(reading_to_dict(reading), ensure_ascii=False)
    blocks = reading.document.blocks if reading.document else ()
    return next(filter(None, map(_unfit, (told, *map(_words, blocks)))), "")


def _words(block: Block) -> str:
    cells = "".join(cell.text for cell in block.grid.cells) if block.grid else ""
    return "".join((*block.lines, cells, block.location.sheet or ""))


def _unfit(words: str) -> str:
    if "\0" in words or "\\u0000" in words:
        return "holds NUL"
    try:
        words.encode()
    except UnicodeEncodeError as error:
        return f"holds a lone surrogate: {words[error.start]!r}"
    return ""


if __name__ == "__main__":
    main()
