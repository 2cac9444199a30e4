"""How much is read of one file. What goes beyond is refused, with its place and the mend."""

from __future__ import annotations

from typing import Final

MAX_TEXT_BYTES: Final = 2 * 1024 * 1024
"""Of plain text: ten times the longest gazette known (0.21 MB)."""

MAX_FILE_BYTES: Final = 20 * 1024 * 1024
"""Of a file in any other form: pictures and seals weigh more than words."""

MAX_UNPACKED_BYTES: Final = 200 * 1024 * 1024
"""Of all parts of a packed file together, once unpacked."""

MAX_ENTRIES: Final = 10_000
"""Parts of a packed file; a workbook of 100 sheets has some 300."""

MAX_RATIO: Final = 400
"""How many times larger a part may be unpacked: XML of long uniform tables reaches 140."""

MAX_XML_TAGS: Final = 8_000_000
"""In one XML part, parsed at once; 10,000 rows of 8 columns in Word are 3 million."""

MAX_CELLS: Final = 200_000
"""Cells in the tables of one file, empty ones too; 10,000 tasks of 12 columns are 120,000."""

MAX_LINES: Final = 15_000
"""Lines outside of tables of tasks, a cell of any other table being one; known are 1,562."""

MAX_FLATTENED: Final = 6_000
"""Paragraphs of tables whose cells became paragraphs; read they are at a thousand a second."""

MAX_COLUMNS: Final = 256
"""Columns of one table; the widest plan known has 14."""

MAX_CELL_CHARACTERS: Final = 20_000
"""Of one cell or paragraph; the longest paragraph known has 1,643."""

MAX_DEPTH: Final = 20
"""Tables within tables."""

MAX_PAGES: Final = 1_000
"""Pages of a PDF."""

MAX_CONVERSION_SECONDS: Final = 60.0
"""Of turning an old format into a new one; a paper of 100 pages takes five."""
