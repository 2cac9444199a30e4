"""The end of a review: committed, looked at, and taken back while nothing hangs on it."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.db.models import Count
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from importers import review
from importers.commit import ImportRefused, UndoRefused, commit_batch, undo_batch
from importers.models import ImportBatch, ImportRow, Upload
from importers.pages.access import for_administrators, person
from importers.pages.changes import sum_of, waiting_links
from importers.pages.review import dialog, partly
from importers.review import ReviewRefused


def _batch(key: int) -> ImportBatch:
    batches = ImportBatch.objects.select_related("reviewer", "imported_by", "jurisdiction")
    return get_object_or_404(batches, pk=key)


@require_http_methods(["GET", "POST"])
@for_administrators
def commit(request: HttpRequest, batch: int) -> HttpResponse:
    """Ask with the numbers on the button; then write all of it, or nothing."""
    found = _batch(batch)
    if found.status != ImportBatch.Status.READ:
        return _gone(request, found, _("这一批次%s，不能再次入库。") % found.get_status_display())
    if request.method == "GET":
        return _to_commit(request, found)
    try:
        _commit(request, found)
    except ReviewRefused as refused:
        return _to_commit(request, found, str(refused))
    except ImportRefused as refused:
        return _to_commit(request, found, f"{refused.problem}{refused.mend}")
    return _gone(request, found, "")


def _commit(request: HttpRequest, batch: ImportBatch) -> None:
    """At the desk, with no cell in doubt: the batch goes on record."""
    now = timezone.now()
    review.take(batch, by=person(request), at=now)
    open_cells = review.progress(batch).open_cells
    if open_cells:
        raise ReviewRefused(
            "invalid",
            _("还有 %d 处存疑，没有提交。") % open_cells,
            _("请先定下存疑，或跳过那一行。"),
        )
    commit_batch(batch, at=now)


def _to_commit(request: HttpRequest, batch: ImportBatch, refused: str = "") -> HttpResponse:
    shown = {"batch": batch, "progress": review.progress(batch), "refused": refused}
    if not partly(request):  # where there is a script, the page fetches them: it may take seconds
        shown["sum"] = sum_of(batch)
    return dialog(request, "commit", shown, 409 if refused else 200)


def _gone(request: HttpRequest, batch: ImportBatch, words: str) -> HttpResponse:
    """To what became of the batch."""
    if words:
        messages.error(request, words)
    address = reverse("imports:result", args=[batch.pk])
    if partly(request):
        return HttpResponse(headers={"HX-Redirect": address})
    return redirect(address)


@require_GET
@for_administrators
def result(request: HttpRequest, batch: int) -> HttpResponse:
    """What the commit made, changed and left; or that it was taken back."""
    found = _batch(batch)
    if found.status == ImportBatch.Status.READ:
        return redirect("imports:review", batch)
    plans = found.plans.select_related("plan", "jurisdiction")
    listed = {} if plans else of_directory(found)
    shown = {
        "batch": found,
        "upload": Upload.objects.filter(batch=found).first(),
        "plans": plans,
        "made": made_by(found),
        "listed": listed if any(listed.values()) else None,
        "links": waiting_links(found),
    }
    return render(request, "importers/result.html", shown)


def made_by(batch: ImportBatch) -> dict[str, int]:
    """How many tasks were added, changed, kept and left out; what the directory was given."""
    rows = batch.rows.order_by().values_list("kind", "outcome", "decision").annotate(n=Count("pk"))
    made = dict.fromkeys(("added", "changed", "kept", "out", "departments", "leaders"), 0)
    for kind, outcome, decision, count in rows:
        if kind != ImportRow.Kind.TASK:
            made[f"{kind}s"] += count if outcome == ImportRow.Outcome.ADDED else 0
        elif decision in ImportRow.LEFT_OUT:
            made["out"] += count
        elif outcome in made:
            made[outcome] += count
    return made


def of_directory(batch: ImportBatch) -> dict[str, int]:
    """How many departments of a printed directory were added, changed, kept and left out."""
    rows = batch.rows.filter(kind=ImportRow.Kind.DEPARTMENT).order_by()
    counts = dict.fromkeys(("added", "changed", "kept", "out"), 0)
    for outcome, decision, n in rows.values_list("outcome", "decision").annotate(n=Count("pk")):
        key = "out" if decision in ImportRow.LEFT_OUT else outcome
        counts[key] = counts.get(key, 0) + n
    return counts


@require_http_methods(["GET", "POST"])
@for_administrators
def undo(request: HttpRequest, batch: int) -> HttpResponse:
    """Ask, telling what goes; then take all of it back, or say what hangs on it."""
    found = _batch(batch)
    if request.method == "GET":
        return _to_undo(request, found)
    try:
        undo_batch(found, at=timezone.now())
    except UndoRefused as refused:
        return _to_undo(request, found, str(refused))
    messages.success(request, _("已撤销整个批次。"))
    return _gone(request, found, "")


def _to_undo(request: HttpRequest, batch: ImportBatch, refused: str = "") -> HttpResponse:
    made: dict[str, Any] = made_by(batch)
    shown = {"batch": batch, "made": made, "refused": refused, "live": batch.is_live}
    return dialog(request, "undo", shown, 409 if refused else 200)
