"""Files made to do harm: bombs, circles, depths and lengths that nobody writes."""

from __future__ import annotations

from collections.abc import Callable
from random import Random
from typing import Final, TypeAlias

from tests.hostile import crafted_office as office
from tests.hostile import crafted_pdf as pdf
from tests.hostile import crafted_words as words
from tests.hostile.making import File

Make: TypeAlias = Callable[[Random], File]

CRAFTED: Final[tuple[Make, ...]] = (
    words.many_lines, words.one_line, words.strange_letters, words.other_encoding,
    words.overlong_field, words.wide_record, words.wide_drawing, words.unclosed,
    words.wide_spans, words.many_cells, words.expanding, words.lying_letter,
    words.nested_letter, office.deep_tables, office.wide_word_spans, office.huge_paragraph,
    office.many_paragraphs, office.far_cells, office.scattered_rows, office.overlapping,
    office.hidden_columns, office.lost_strings, office.strange_formats, office.strange_cells,
    office.many_rows, pdf.circling, pdf.drawn_without_end, pdf.many_pages, pdf.unpacking,
)  # fmt: skip
