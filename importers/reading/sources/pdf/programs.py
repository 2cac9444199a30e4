"""How much a page's program says, counted before it is run."""

from __future__ import annotations

import re
from typing import Final

_WORD: Final = re.compile(rb"[\[\]<>(){}/]|[^\s\[\]<>(){}/]+")
_BRACKET: Final = re.compile(rb"\\.|[()]", re.DOTALL)


def words_in(program: bytes) -> int:
    """Words, numbers and brackets of ``program``."""
    return sum(1 for _ in _WORD.finditer(program))


def longest_string(program: bytes) -> int:
    """Bytes of the longest string in brackets; one that nothing closes goes to the end."""
    longest = depth = start = 0
    for found in _BRACKET.finditer(program):
        if found[0] == b"(":
            start = start if depth else found.start()
            depth += 1
        elif found[0] == b")" and depth:
            depth -= 1
            longest = longest if depth else max(longest, found.end() - start)
    return max(longest, len(program) - start) if depth else longest
