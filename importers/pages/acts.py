"""The verbs of a reviewer, an address each: checked and done in ``importers.review``."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import Any, Final

from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from importers import review
from importers.models import ImportBatch, ImportRow
from importers.pages import screen
from importers.pages.access import for_administrators, person
from importers.pages.review import batch_and_row, moved, page, refused
from importers.pages.screen import Place, Typed
from importers.review import Changed, ReviewRefused

Verb = Callable[[ImportRow, QueryDict, dict[str, Any]], Changed]


def _settle(row: ImportRow, said: QueryDict, who: dict[str, Any]) -> Changed:
    """As the chosen reading says; a choice that is not there any more is a stale page."""
    field, key = said.get("field", ""), said.get("reading", "")
    value = None
    if who["version"] == row.version and key:
        value = _reading(row, field, key).value
    return review.settle(row, field, value, alike="alike" in said, **who)


def _reading(row: ImportRow, field: str, key: str) -> review.Reading:
    doubts = [one for one in review.doubts_of(row) if one.field == field]
    for reading in doubts[0].readings if doubts else ():
        if str(reading.key) == key:
            return reading
    raise ReviewRefused("invalid", _("没有这一种读法。"), _("请从列出的读法里选，或改字。"))


def _edit(row: ImportRow, said: QueryDict, who: dict[str, Any]) -> Changed:
    return review.edit(row, said.get("field", ""), said.get("words", ""), **who)


_VERBS: Final[dict[str, Verb]] = {
    "settle": _settle,
    "edit": _edit,
    "accept": lambda row, _said, who: review.accept_row(row, **who),
    "skip": lambda row, _said, who: review.skip(row, **who),
    "restore": lambda row, _said, who: review.restore(row, **who),
    "merge": lambda row, _said, who: review.merge_up(row, **who),
}
_STAYS: Final = frozenset({"restore", "merge"})
"""After these the reviewer looks at what came of it; after the others at the next doubt."""


@require_POST
@for_administrators
def on_row(request: HttpRequest, batch: int, row: int, verb: str) -> HttpResponse:
    """One verb on one row."""
    if verb not in _VERBS:
        raise Http404
    found, here = batch_and_row(batch, row)
    said = request.POST
    try:
        changed = _VERBS[verb](here, said, who_sees(request, here))
    except ReviewRefused as one:
        return refused(request, found, here, typed_in(said, one))
    return after(request, found, here, changed, said.get("field", ""), stays=verb in _STAYS)


def who_sees(request: HttpRequest, row: ImportRow) -> dict[str, Any]:
    """The person, now, and the row's version as her page saw it (none seen: none matches)."""
    version = request.POST.get("version", "")
    seen = int(version) if version.isdecimal() and len(version) < 10 else row.version + 1
    return {"version": seen, "by": person(request), "at": timezone.now()}


def typed_in(said: QueryDict, refused: ReviewRefused) -> Typed:
    """What the form held, kept for the page that tells of the refusal."""
    return Typed(said.get("field", ""), said.get("words", ""), said.get("reading", ""), refused)


def after(
    request: HttpRequest,
    batch: ImportBatch,
    row: ImportRow,
    changed: Changed,
    field: str,
    *,
    stays: bool,
) -> HttpResponse:
    """Go on: to the next doubt, or to what the verb made of the row."""
    here = Place(row, field)
    there = Place(_result(batch, row, changed)) if stays else screen.next_place(batch, here)
    return moved(request, batch, there, screen.told(changed, here, there))


def _result(batch: ImportBatch, row: ImportRow, changed: Changed) -> ImportRow:
    """The row that took another in, or the one that was worked on."""
    others = [key for key in changed.rows if key != row.pk and key not in changed.gone]
    return batch.rows.get(pk=others[0] if others else row.pk)


def _on_batch(
    request: HttpRequest,
    key: int,
    verb: Callable[..., Changed],
    goes: Callable[[ImportBatch, Changed, Place], Place],
    words: Callable[[Changed], str],
) -> HttpResponse:
    """A verb on the whole batch; ``?row=`` and ``field`` say where the reviewer is."""
    batch = get_object_or_404(ImportBatch.objects.select_related("reviewer"), pk=key)
    at: dt.datetime = timezone.now()
    place = _place(batch, request.POST)
    try:
        done = verb(batch, by=person(request), at=at)
    except ReviewRefused as one:
        return refused(request, batch, place.row, Typed(place.field, refused=one))
    return moved(request, batch, goes(batch, done, place), words(done))


def _place(batch: ImportBatch, said: QueryDict) -> Place:
    row = said.get("row", "")
    found = batch.rows.filter(kind="task", pk=int(row)).first() if row.isdecimal() else None
    place = Place(found, said.get("field", "")) if found else screen.first_place(batch)
    if place is None:
        raise Http404
    return place


def _undone(batch: ImportBatch, done: Changed, here: Place) -> Place:
    """The row that is as it was again; where many are, the one in hand."""
    keys = done.rows if len(done.rows) == 1 else (here.row.pk, *done.rows[:1], *done.made[:1])
    row = batch.rows.filter(pk__in=keys, kind="task").first()
    return Place(row) if row else screen.first_place(batch) or here


def _accepted(batch: ImportBatch, _done: Changed, here: Place) -> Place:
    """A doubt in hand stays in hand; from a row without any, on to the next doubt."""
    row = batch.rows.get(pk=here.row.pk)
    return Place(row, here.field) if review.doubts_of(row) else screen.next_place(batch, here)


@require_POST
@for_administrators
def certain(request: HttpRequest, batch: int) -> HttpResponse:
    """Accept every row that is certain."""
    return _on_batch(request, batch, review.accept_certain, _accepted, lambda done: str(done.step))


@require_POST
@for_administrators
def step_back(request: HttpRequest, batch: int) -> HttpResponse:
    """Undo the last step."""
    return _on_batch(
        request, batch, review.undo_last, _undone, lambda done: _("已撤销：%s") % str(done.step)
    )


@require_POST
@for_administrators
def take_over(request: HttpRequest, batch: int) -> HttpResponse:
    """Sit down although another is there; what one had typed is in its box again."""
    found = get_object_or_404(ImportBatch.objects.select_related("reviewer"), pk=batch)
    place, words = _place(found, request.POST), _("已接手，可以改了")
    if found.status != ImportBatch.Status.READ:
        closed = ReviewRefused("closed", _("这一批次%s。") % found.get_status_display())
        return refused(request, found, place.row, Typed(refused=closed))
    review.take_over(found, by=person(request), at=timezone.now())
    if request.POST.get("words"):
        typed = Typed(place.field, request.POST["words"])
        return page(request, found, place, said=words, typed=typed)
    return moved(request, found, place, words)


@require_POST
@for_administrators
def leave(request: HttpRequest, batch: int) -> HttpResponse:
    """Get up, so that another need not wait."""
    review.release(get_object_or_404(ImportBatch, pk=batch), by=person(request))
    return redirect("imports:list")
