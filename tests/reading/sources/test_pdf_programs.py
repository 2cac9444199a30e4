"""How much a page's program says."""

from __future__ import annotations

import pytest

from importers.reading.errors import SourceError
from importers.reading.sources import pdf
from importers.reading.sources.pdf.pages import MAX_STRING_BYTES, MAX_WORDS
from importers.reading.sources.pdf.programs import longest_string, words_in
from tests.hostile.crafted_pdf import paged


@pytest.mark.parametrize(
    ("program", "longest"),
    [
        pytest.param(b"q Q", 0, id="none"),
        pytest.param(b"(a) Tj (abc) Tj", 5, id="the longest of two"),
        pytest.param(b"(a(b)c) Tj", 7, id="brackets within"),
        pytest.param(rb"(a\)b) Tj", 6, id="a bracket that is escaped"),
        pytest.param(b"q ) (abc", 4, id="never closed"),
    ],
)
def test_the_longest_string_is_measured(program: bytes, longest: int) -> None:
    assert longest_string(program) == longest


def test_words_numbers_and_brackets_are_counted() -> None:
    assert words_in(b"BT /F 9 Tf [(a)] TJ") == 11


@pytest.mark.parametrize(
    "program",
    [
        pytest.param(b"(" * (MAX_STRING_BYTES + 1), id="a string without end"),
        pytest.param(b"q " * (MAX_WORDS + 1), id="too many words"),
    ],
)
def test_a_program_that_says_too_much_is_not_run(program: bytes) -> None:
    with pytest.raises(SourceError, match="多得不像文件正文"):
        pdf.read("plan.pdf", "0", paged(program))
