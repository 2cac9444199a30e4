"""The departments that a file's directory lists: looked through, and skipped where unwanted."""

from __future__ import annotations

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from importers import review
from importers.models import ImportBatch, ImportRow
from importers.pages import screen
from importers.pages.access import for_administrators, person
from importers.pages.acts import who_sees
from importers.pages.review import STATUS
from importers.review import ReviewRefused

A_PAGE = 100


@require_http_methods(["GET", "POST"])
@for_administrators
def entries(request: HttpRequest, batch: int) -> HttpResponse:
    """Every department with what a commit would do; a row is skipped, or brought back."""
    found = get_object_or_404(ImportBatch.objects.select_related("reviewer"), pk=batch)
    if found.status != ImportBatch.Status.READ:
        return redirect("imports:result", batch)
    if request.method == "GET":
        return _listed(request, found)
    said = request.POST
    rows = found.rows.filter(kind=ImportRow.Kind.DEPARTMENT)
    key = said.get("row", "")
    row = get_object_or_404(rows, pk=int(key) if key.isdecimal() else 0)
    verb = review.restore if said.get("verb") == "restore" else review.skip
    try:
        changed = verb(row, **who_sees(request, row))
    except ReviewRefused as refused:
        return _listed(request, found, refused)
    messages.success(request, str(changed.step))
    return redirect(f"{reverse('imports:entries', args=[batch])}?page={said.get('page', '1')}")


def _listed(
    request: HttpRequest, batch: ImportBatch, refused: ReviewRefused | None = None
) -> HttpResponse:
    listed = review.listed_entries(batch)
    page = Paginator(listed, A_PAGE).get_page(request.GET.get("page") or request.POST.get("page"))
    kept = [one for one in listed if not one.skipped]
    shown = {
        "batch": batch,
        "desk": screen.seated(batch, by=person(request), at=timezone.now()),
        "page": page,
        "total": len(listed),
        "kept": len(kept),
        "made": sum(one.outcome == ImportRow.Outcome.ADDED for one in kept),
        "changed": sum(one.outcome == ImportRow.Outcome.CHANGED for one in kept),
        "has_tasks": review.row_at(batch, 1) is not None,
        "refused": refused,
    }
    status = STATUS.get(refused.code, 409) if refused else 200
    return render(request, "importers/entries.html", shown, status=status)
