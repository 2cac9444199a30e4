"""Whatever bytes come: they are read, or refused with a place and a mend, in good time."""

from __future__ import annotations

import random
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from importers.reading import read_document
from importers.reading.errors import SourceError
from importers.reading.sources import read_source

SAMPLE = (Path(__file__).parents[2] / "samples" / "linxi-2026-key-work.txt").read_bytes()
HEAD = "云州市2026年工作要点\n\n"
PIECES = [
    "（",
    "）",
    "责任单位：",
    "3月",
    "、",
    "\n\n",
    "《",
    "2026年",
    "一、",
    "1.",
    "\x00",
    "区",
    "\t",
]


def changed_text(seed: int) -> bytes:
    """The sample with stretches of its text dropped, doubled and overwritten."""
    chance = random.Random(seed)
    text = SAMPLE.decode()
    for _ in range(chance.randint(1, 30)):
        start = chance.randrange(len(text))
        end = min(len(text), start + chance.randint(1, 200))
        piece = chance.choice(PIECES) * chance.randint(1, 9)
        text = text[:start] + chance.choice(["", text[start:end] * 2, piece]) + text[end:]
    return text.encode()


def changed_bytes(seed: int) -> bytes:
    """The sample with a few bytes overwritten, most often no valid text any more."""
    chance = random.Random(seed)
    data = bytearray(SAMPLE)
    for _ in range(chance.randint(1, 3)):
        start = chance.randrange(len(data))
        data[start : start + 2] = chance.randbytes(chance.randint(0, 3))
    return bytes(data)


def refusal_of(data: bytes) -> SourceError | None:
    """Why ``data`` is refused; None where it is read. Any other error is a fault."""
    try:
        read_document(read_source("plan.txt", data))
    except SourceError as refusal:
        return refusal
    return None


@pytest.mark.parametrize("change", [changed_text, changed_bytes])
@pytest.mark.parametrize("seed", range(25))
def test_changed_sources_are_read_or_refused(change: Callable[[int], bytes], seed: int) -> None:
    started = time.process_time()
    refusal = refusal_of(change(seed))
    assert refusal is None or (refusal.place.startswith("plan.txt") and refusal.mend)
    assert time.process_time() - started < 5


@pytest.mark.parametrize(
    "words",
    [
        pytest.param("3月" * 5_000, id="months"),
        pytest.param("，3月" * 5_000, id="months, each leading in"),
        pytest.param("（" * 18_000, id="brackets that never close"),
        pytest.param("（责任单位：" * 3_000, id="labels in open brackets"),
        pytest.param("责任单位：" + "市教育局、" * 3_500, id="one long list"),
        pytest.param("《" * 18_000, id="titles that never close"),
        pytest.param("1." * 9_000, id="numbers"),
        pytest.param("\n".join(f"{n}.事（责任单位：市教育局）" for n in range(4_000)), id="items"),
        pytest.param(
            "一、实施步骤\n" + "\n".join(f"{n % 12 + 1}月，完成第{n}步。" for n in range(2_000)),
            id="steps",
        ),
    ],
)
def test_no_text_takes_long(words: str) -> None:
    started = time.process_time()
    read_document(read_source("plan.txt", f"{HEAD}{words}\n".encode()))
    assert time.process_time() - started < 4
