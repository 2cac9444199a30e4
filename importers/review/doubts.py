"""What is in doubt in a row, why, and which readings a person may choose from."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Final

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from importers.commit.line import FIELDS
from importers.models import ImportRow
from importers.review.alike import rows_alike
from importers.review.decisions import open_fields
from importers.review.readings import Reading, Surroundings, readings_of
from importers.review.values import LABELS, words_of
from importers.review.whys import printed_of, whys_of

_UNTOUCHED: Final = {"no": gettext_lazy("序号"), "targets": gettext_lazy("指标")}


@dataclass(frozen=True, slots=True)
class Doubt:
    """One cell that a person must look at.

    ``printed`` is the source's own text of it, empty where nothing was printed; ``whys`` are
    sentences. ``same`` is how many other rows have the same doubt (same field, same words,
    same reasons) and would be settled alike.
    """

    row: int
    field: str
    label: str
    printed: str
    whys: tuple[str, ...]
    readings: tuple[Reading, ...]
    same: int


@dataclass(frozen=True, slots=True)
class SureField:
    """A field that is not in doubt: its label and words, and whether a person decided it
    (``settled``) or the source (not). ``editable`` ones may be given to ``edit``."""

    field: str
    label: str
    words: str
    settled: bool
    editable: bool


def doubts_of(row: ImportRow) -> list[Doubt]:
    """The open doubts of the row, in the order of the fields; none for a row left out.

    The number of queries does not depend on the batch's size.
    """
    opened = [field for field in FIELDS if field in open_fields(row)]
    if not opened:
        return []
    around = Surroundings.of(row)
    return [
        Doubt(
            row=row.pk,
            field=field,
            label=str(LABELS[field]),
            printed=printed_of(row, field),
            whys=whys_of(row, field),
            readings=readings_of(row, field, around),
            same=len(rows_alike(row, field)),
        )
        for field in opened
    ]


def sure_fields(row: ImportRow) -> list[SureField]:
    """The other fields, with headings (章节), number (序号) and figures (指标), as printed."""
    opened = open_fields(row)
    names: dict[str, Any] = {"path": LABELS["path"], "no": _UNTOUCHED["no"], **FIELDS}
    names["targets"] = _UNTOUCHED["targets"]
    return [
        SureField(
            field=name,
            label=str(label),
            words=words_of(name, row.draft[name] or "") or _("空"),
            settled=name in row.settled,
            editable=name in LABELS,
        )
        for name, label in names.items()
        if name not in opened
    ]
