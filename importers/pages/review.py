"""The review page: one batch, one row in hand."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET

from importers.models import ImportBatch, ImportRow
from importers.pages import screen
from importers.pages.access import for_administrators, person
from importers.pages.screen import Place, Typed
from importers.review import ReviewRefused

STATUS = {"forbidden": 403, "invalid": 422}
"""What a refusal is answered with; any other is a conflict with what was found: 409."""


def batch_and_row(batch: int, row: int) -> tuple[ImportBatch, ImportRow]:
    """The task row of the batch; 404 where there is none."""
    found = get_object_or_404(
        ImportRow.objects.of_tasks().select_related("batch__reviewer"), batch=batch, pk=row
    )
    return found.batch, found


def partly(request: HttpRequest, target: str = "") -> bool:
    """Did htmx ask, for a part of the page (of that id)?"""
    htmx: Any = getattr(request, "htmx", None)
    return bool(htmx) and (not target or htmx.target == target)


@require_GET
@for_administrators
def review(request: HttpRequest, batch: int) -> HttpResponse:
    """The first doubt of the batch, or what became of a batch that is not open any more."""
    found = get_object_or_404(ImportBatch.objects.select_related("reviewer"), pk=batch)
    if found.status != ImportBatch.Status.READ:
        return redirect("imports:result", batch)
    place = screen.first_place(found)
    if place is None and found.rows.filter(kind=ImportRow.Kind.DEPARTMENT).exists():
        return redirect("imports:entries", batch)
    if place is None:
        return render(request, "importers/no_rows.html", {"batch": found})
    return page(request, found, place)


@require_GET
@for_administrators
def row(request: HttpRequest, batch: int, row: int) -> HttpResponse:
    """One row; ``?field=`` takes a doubt of it in hand, ``?from=`` scrolls the source."""
    found, here = batch_and_row(batch, row)
    if found.status != ImportBatch.Status.READ:
        return redirect("imports:result", batch)
    start = request.GET.get("from", "")
    return page(
        request,
        found,
        Place(here, request.GET.get("field", "")),
        start=int(start) if start.isdecimal() else None,
    )


def page(
    request: HttpRequest,
    batch: ImportBatch,
    place: Place,
    *,
    said: str = "",
    typed: Typed | None = None,
    start: int | None = None,
) -> HttpResponse:
    """The whole page, or for htmx its changed regions; the status tells of a refusal."""
    by, at = person(request), timezone.now()
    shown = screen.shown(batch, place, by=by, at=at, typed=typed, start=start)
    template = "importers/review.html"
    if partly(request):
        name = "source" if partly(request, "source") else "regions"
        template = f"importers/parts/{name}.html"
    refused = typed.refused if typed else None
    status = STATUS.get(refused.code, 409) if refused else 200
    answer = render(request, template, {**shown, "said": said}, status=status)
    if partly(request) and not partly(request, "source"):
        answer["HX-Replace-Url"] = place.address
        answer["HX-Retarget"], answer["HX-Reswap"] = "#row", "outerHTML"
    return answer


def moved(request: HttpRequest, batch: ImportBatch, place: Place, said: str) -> HttpResponse:
    """After a verb: the page at its new place for htmx, a redirect without it."""
    if partly(request):
        return page(request, batch, place, said=said)
    messages.success(request, said)
    return redirect(place.address)


def refused(request: HttpRequest, batch: ImportBatch, row: ImportRow, typed: Typed) -> HttpResponse:
    """A verb that was not done: the state found, who acted, and what was typed."""
    assert isinstance(typed.refused, ReviewRefused)
    batch.refresh_from_db()
    if batch.status != ImportBatch.Status.READ:
        return _closed(request, batch, typed.refused)
    row.refresh_from_db()
    return page(request, batch, Place(row, typed.field), typed=typed)


def _closed(request: HttpRequest, batch: ImportBatch, refused: ReviewRefused) -> HttpResponse:
    messages.error(request, str(refused))
    sent = redirect("imports:result", batch.pk)
    if partly(request):
        return HttpResponse(headers={"HX-Redirect": sent.headers["Location"]})
    return sent


@require_GET
@for_administrators
def keys(request: HttpRequest) -> HttpResponse:
    """All keys of the review, in a dialog or as a page."""
    return dialog(request, "keys", {})


def dialog(
    request: HttpRequest, name: str, shown: dict[str, Any], status: int = 200
) -> HttpResponse:
    """A dialog over the page; where no script opens it, a page of its own."""
    template = "importers/parts/dialog.html" if partly(request) else "importers/dialog.html"
    answer = render(
        request, template, {**shown, "dialog": f"importers/dialogs/{name}.html"}, status=status
    )
    if partly(request):
        answer["HX-Retarget"], answer["HX-Reswap"] = "#dialog", "innerHTML"
    return answer
