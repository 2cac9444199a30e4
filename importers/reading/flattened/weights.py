"""The one table of prior weights: what a column of each kind looks like, and how often
cells are missing. Every table starts from these figures and then learns its own.

The figures are odds, not probabilities: each row is normalised when read. They are
judgements about how officials write tables, tried on tables of several layouts; no
figure belongs to one document.
"""

from __future__ import annotations

from typing import Final

FEATURES: Final = (
    "number", "length", "ending", "figures", "department", "date", "person", "label"
)  # fmt: skip
SIZES: Final = {
    "number": 9,
    "length": 7,
    "ending": 5,
    "figures": 2,
    "department": 4,
    "date": 4,
    "person": 4,
    "label": 5,
}

Looks = dict[str, tuple[float, ...]]

# number:  none, 12, 1.1 alone, （一）, 一、, 1., 1.1 in front, （1）, others
# length:  ≤2, ≤5, ≤10, ≤18, ≤35, ≤70, more
# ending:  none, 。, ;, 、, :
# figures: none, some (the number in front aside)
# department, date, person:  none, hardly, may be, surely
# label:   none, leader, lead, coop, schedule
LOOKS: Final[dict[str, Looks]] = {
    "serial": {
        "number": (0.3, 300, 60, 4, 4, 4, 0.1, 4, 4),
        "length": (300, 40, 1, 0.1, 0.1, 0.1, 0.1),
        "ending": (100, 0.1, 0.1, 1, 0.1),
        "figures": (1, 1),
        "department": (100, 2, 0.5, 0.1),
        "date": (100, 2, 0.5, 0.5),
        "person": (100, 1, 1, 1),
        "label": (100, 0.01, 0.01, 0.01, 0.01),
    },
    "path": {
        "number": (60, 1, 1, 16, 10, 12, 4, 4, 6),
        "length": (1, 14, 50, 70, 40, 8, 1),
        "ending": (100, 3, 1, 1, 2),
        "figures": (100, 10),
        "department": (100, 12, 4, 1),
        "date": (100, 4, 2, 1),
        "person": (100, 4, 2, 2),
        "label": (100, 0.01, 0.01, 0.01, 0.01),
    },
    "text": {
        "number": (60, 0.1, 0.1, 2, 2, 8, 10, 6, 6),
        "length": (0.2, 1.5, 6, 20, 60, 80, 90),
        "ending": (50, 70, 10, 2, 1),
        "figures": (60, 40),
        "department": (100, 4, 1, 0.3),
        "date": (100, 8, 3, 1),
        "person": (100, 2, 0.5, 0.5),
        "label": (100, 0.01, 0.01, 0.01, 0.01),
    },
    "leader": {
        "number": (100, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1),
        "length": (20, 80, 40, 10, 1, 0.1, 0.1),
        "ending": (100, 0.5, 0.5, 8, 0.1),
        "figures": (100, 0.5),
        "department": (100, 15, 3, 1),
        "date": (100, 0.5, 0.2, 0.1),
        "person": (1, 4, 30, 90),
        "label": (40, 60, 0.01, 0.01, 0.01),
    },
    "lead": {
        "number": (100, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1),
        "length": (4, 70, 60, 30, 30, 20, 10),
        "ending": (100, 1, 1, 12, 0.2),
        "figures": (100, 1),
        "department": (1, 8, 40, 100),
        "date": (100, 0.5, 0.2, 0.1),
        "person": (100, 6, 4, 2),
        "label": (60, 0.01, 40, 0.01, 0.01),
    },
    "coop": {
        "number": (100, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1),
        "length": (4, 60, 50, 35, 35, 25, 15),
        "ending": (100, 1, 1, 12, 0.2),
        "figures": (100, 1),
        "department": (1, 8, 40, 100),
        "date": (100, 0.5, 0.2, 0.1),
        "person": (100, 6, 4, 2),
        "label": (60, 0.01, 0.01, 40, 0.01),
    },
    "schedule": {
        "number": (60, 0.3, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.5),
        "length": (5, 30, 70, 50, 20, 8, 2),
        "ending": (100, 5, 2, 3, 0.2),
        "figures": (12, 100),
        "department": (100, 2, 0.5, 0.1),
        "date": (2, 8, 30, 100),
        "person": (100, 2, 1, 1),
        "label": (70, 0.01, 0.01, 0.01, 30),
    },
    "target": {
        "number": (60, 3, 1, 1, 1, 4, 2, 4, 4),
        "length": (4, 12, 25, 35, 40, 30, 20),
        "ending": (100, 40, 10, 2, 1),
        "figures": (25, 75),
        "department": (100, 3, 1, 0.3),
        "date": (100, 10, 5, 2),
        "person": (100, 2, 0.5, 0.5),
        "label": (100, 0.01, 0.01, 0.01, 0.01),
    },
    "note": {
        "number": (60, 8, 2, 2, 2, 4, 4, 4, 4),
        "length": (30, 30, 30, 30, 30, 20, 10),
        "ending": (100, 20, 5, 2, 1),
        "figures": (60, 40),
        "department": (100, 10, 5, 4),
        "date": (100, 10, 5, 5),
        "person": (100, 8, 6, 6),
        "label": (100, 0.1, 0.1, 0.1, 0.1),
    },
    "section": {
        "number": (40, 0.2, 0.5, 40, 30, 8, 3, 3, 6),
        "length": (0.2, 8, 40, 70, 50, 6, 0.5),
        "ending": (100, 0.05, 0.02, 0.5, 3),
        "figures": (100, 6),
        "department": (100, 6, 1, 0.2),
        "date": (100, 3, 1, 0.5),
        "person": (100, 1, 0.5, 0.5),
        "label": (100, 0.01, 0.01, 0.01, 0.01),
    },
}

LEARNED: Final = ("number", "length", "ending", "figures", "label")
"""The features whose odds a table learns for itself, column by column."""

STRENGTH: Final = 6.0
"""How many units of its own a table needs to weigh as much as the prior."""

# How often something happens, as (happens, does not): a Beta prior in pseudo-counts.
RATES: Final[dict[str, tuple[float, float]]] = {
    "absent serial": (1, 3),
    "absent path": (5, 3),
    "absent path fresh": (2, 4),
    "absent text": (0.01, 30),
    "absent leader": (2, 4),
    "absent leader fresh": (0.3, 10),
    "absent lead": (1, 8),
    "absent lead fresh": (0.15, 14),
    "absent coop | lead": (2, 5),
    "absent coop | no lead": (5, 2),
    "absent coop": (2, 4),
    "absent schedule": (1.5, 8),
    "absent target": (2, 4),
    "absent note": (6, 2),
    "blank serial": (0.02, 30),
    "blank path": (0.1, 20),
    "blank text": (0.02, 40),
    "blank leader": (0.3, 12),
    "blank lead": (0.2, 25),
    "blank coop": (1, 6),
    "blank schedule": (0.3, 10),
    "blank target": (0.5, 8),
    "blank note": (2, 3),
    "goes on serial": (0.02, 40),
    "goes on path": (0.3, 20),
    "goes on text": (1, 14),
    "goes on leader": (0.5, 10),
    "goes on lead": (2, 6),
    "goes on coop": (2, 5),
    "goes on schedule": (0.6, 12),
    "goes on target": (0.5, 12),
    "goes on note": (0.3, 12),
    "stray blank": (0.6, 12),
    "section": (0.6, 10),
    "section again": (0.5, 6),
}

# What the neighbour says, as log-odds added to "this unit goes on with that cell".
AFTER_COMMA: Final = 7.0
NO_COMMA: Final = -5.0
"""Where cells are held together by commas, none means that the cell has ended."""
CELLS_KEPT_WHOLE: Final = -6.0
"""Times the share of units that hold several departments: where cells came through
whole, two units are two cells."""
WHOLE_CELL_BESIDE: Final = -1.5
OPENS_WITH_BRACKET: Final = 6.0
BARE_TAIL: Final = 4.0
UNFINISHED_SENTENCE: Final = 3.5
AFTER_FULL_STOP: Final = -1.0
"""A whole sentence after a whole sentence is more often the next row."""
SUB_ITEM: Final = 6.0
"""（1）, （2） within a cell: a count that begins anew, with no name or date between."""
LINE_WITHOUT_NAMES: Final = 2.0
"""Where departments end the lines, a line without any is not yet the whole row."""
NUMBERED: Final = -4.0
UNFINISHED_DATE: Final = 9.0
BARE_VERB: Final = 6.0

SERIAL_IN_STEP: Final = 3.0
SERIAL_OUT_OF_STEP: Final = -4.0
NUMBERED_LINE: Final = 3.0
"""A line with a plain number in front is a task's, where lines are rows."""
BEFORE_HEADER_IS_SECTION: Final = 4.0
NAME_MEMORY: Final = 0.6
"""The weight of a department's record in a column against all else that is seen."""
