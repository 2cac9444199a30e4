"""Which papers a file holds: a gazette's pages cut into plans, each with its head.

A head is a stack of short lines: who issues, about what, on which day, under which
number. Each file here knows one kind of line; :mod:`papers` puts them together.

    lines         the written lines of a file, and what the plain ones are
    front_matter  what a government site prints over a paper (索引号, 发文字号, 成文日期 …)
    organs        who issues
    notices       the title of a notice, over its number or under it
    titles        the plan's own title, taken out of the notice's; the years in it
    signatures    issuer and day at the end of a letter or a paper
    facts         what was read in several places, weighed into one head
    papers        the heads of a file, and the papers between them
"""

from __future__ import annotations

from importers.reading.heads.papers import find_segments
from importers.reading.heads.titles import read_period

__all__ = ["find_segments", "read_period"]
