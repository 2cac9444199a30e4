"""Names that the directory does not know: said once, for all rows that print them."""

from __future__ import annotations

from typing import Any, Final

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from importers import review
from importers.models import ImportBatch
from importers.pages import screen
from importers.pages.access import for_administrators, person
from importers.pages.review import STATUS
from importers.review import Chosen, ReviewRefused

A_PAGE: Final = 20


@require_http_methods(["GET", "POST"])
@for_administrators
def names(request: HttpRequest, batch: int) -> HttpResponse:
    """Every unknown name with those that are near; a form each."""
    found = get_object_or_404(ImportBatch.objects.select_related("reviewer"), pk=batch)
    if found.status != ImportBatch.Status.READ:
        return redirect("imports:result", batch)
    if request.method == "GET":
        return _listed(request, found)
    said = request.POST
    try:
        changed = review.resolve_name(
            found,
            said.get("printed", ""),
            _number(said.get("area", "")),
            _chosen(said),
            by=person(request),
            at=timezone.now(),
        )
    except ReviewRefused as refused:
        return _listed(request, found, refused)
    messages.success(request, str(changed.step))
    return redirect(f"{reverse('imports:names', args=[batch])}?page={said.get('page', '1')}")


def _number(words: str) -> int:
    return int(words) if words.isdecimal() else 0


def _chosen(said: Any) -> Chosen | None:
    """What the form says: ``d12`` is department 12; ``back`` takes back what was said."""
    way = said.get("way", "")
    if way == "back":
        return None
    if way.startswith("d") and way[1:].isdecimal():
        return Chosen("department", department=int(way[1:]), once=bool(said.get("once")))
    if way == "new":
        return Chosen("new", name=said.get("name", "").strip() or said.get("printed", ""))
    if way in ("group", "leave"):
        return Chosen(way)
    raise ReviewRefused("invalid", _("还没有选这个名称是什么。"), _("请选一项再保存。"))


def _listed(
    request: HttpRequest, batch: ImportBatch, refused: ReviewRefused | None = None
) -> HttpResponse:
    unknown = review.unknown_names(batch)
    page = Paginator(unknown, A_PAGE).get_page(request.GET.get("page") or request.POST.get("page"))
    sought = {key: str(request.GET.get(key, "")) for key in ("printed", "q")}
    shown = {
        "batch": batch,
        "desk": screen.seated(batch, by=person(request), at=timezone.now()),
        "page": page,
        "open": sum(one.chosen is None for one in unknown),
        "total": len(unknown),
        "sought": sought,
        "found": review.departments(batch, sought["q"]) if sought["q"] else [],
        "refused": refused,
        "typed": request.POST,
    }
    status = STATUS.get(refused.code, 409) if refused else 200
    return render(request, "importers/names.html", shown, status=status)
