"""From one source file to plans, tasks, directories: text in, plain data out.

No Django, no settings, no clock: what a file says does not depend on where or when it
is read. The stages, in order::

    sources/     bytes → Document: lines and blocks, each with its place
    heads        Document → Segments: the papers of a gazette, each with its head
    flattened/   Segment → tables whose cells became paragraphs
    prose, quota, obligations
                 Segment → tasks written as text, as quotas, as dated steps
    directory, division
                 Segment → departments' names, leaders' portfolios
    catalogue    Segment → tables that hold no responsibilities, with the reason
    fields/      the words of a cell → departments, dates, figures, persons
"""

from __future__ import annotations

from pathlib import Path

from importers.reading.document import Document
from importers.reading.draft import Reading
from importers.reading.errors import SourceError
from importers.reading.pipeline import read_document
from importers.reading.sources import open_source, read_source

__all__ = [
    "Document",
    "Reading",
    "SourceError",
    "read_bytes",
    "read_document",
    "read_file",
    "required",
]

_LOOKED_FOR = (
    "找过：责任分工表（表头含责任、牵头、配合一类的栏）、段末的“（责任单位：……）”、"
    "指标分解表、进度安排、机构简称和领导分工。"
)


def read_file(path: Path) -> Reading:
    """Read the plan file at ``path``.

    Raises :class:`SourceError` where the file cannot be read, or holds nothing of what
    is looked for.
    """
    return required(path.name, read_document(open_source(path)))


def read_bytes(name: str, data: bytes) -> Reading:
    """As :func:`read_file`, for ``data`` that came under the file name ``name``."""
    return required(name, read_document(read_source(name, data)))


def required(name: str, reading: Reading) -> Reading:
    """The reading, where it holds anything; raises :class:`SourceError` for one that does not."""
    if not (reading.plans or reading.departments or reading.leaders):
        seen = "".join(f"略过“{table.title}”：{table.reason}。" for table in reading.skipped[:5])
        raise SourceError(
            name, f"没有找到任务分工。{_LOOKED_FOR}{seen}", "请确认文件中有这些内容，且没有被截断。"
        )
    return reading
