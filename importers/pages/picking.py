"""Dialogs of one row: a department out of the directory, a row cut in parts, a line missed."""

from __future__ import annotations

from typing import Any, Final

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from accounts.models import Department
from importers import review
from importers.models import ImportBatch, ImportRow
from importers.pages import acts, cutting
from importers.pages.access import for_administrators, person
from importers.pages.review import STATUS, batch_and_row, dialog, partly, refused
from importers.pages.screen import typing_of
from importers.review import Changed, ReviewRefused

PARTIES: Final = {"lead": gettext_lazy("牵头部门"), "coop": gettext_lazy("配合部门")}
_NEAR: Final = 12


@require_http_methods(["GET", "POST"])
@for_administrators
def pick(request: HttpRequest, batch: int, row: int) -> HttpResponse:
    """Look a department up, and put it in the place of a printed name or after them."""
    found, here = batch_and_row(batch, row)
    if request.method == "GET":
        return _to_pick(request, found, here, request.GET)
    field = _field(request.POST)
    try:
        changed = _picked(request, here, field)
    except ReviewRefused as one:
        if one.code == "invalid":
            return _to_pick(request, found, here, request.POST, one)
        return refused(request, found, here, acts.typed_in(request.POST, one))
    return acts.after(request, found, here, changed, field, stays=False)


def _field(asked: Any) -> str:
    return "coop" if asked.get("field") == "coop" else "lead"


def _to_pick(
    request: HttpRequest,
    batch: ImportBatch,
    row: ImportRow,
    asked: Any,
    refused: ReviewRefused | None = None,
) -> HttpResponse:
    field, sought = _field(asked), asked.get("q", "").strip()
    names: list[str] = row.draft.get(field) or []
    shown = {
        "batch": batch,
        "row": row,
        "field": field,
        "label": PARTIES[field],
        "names": names,
        "which": asked.get("which", "0" if names else "add"),
        "sought": sought,
        "found": review.departments(batch, sought) if sought else [],
        "refused": refused,
    }
    if partly(request, "found"):
        return render(request, "importers/parts/found.html", shown)
    return dialog(request, "pick", shown, STATUS["invalid"] if refused else 200)


def _picked(request: HttpRequest, row: ImportRow, field: str) -> Changed:
    """The field with the department in it; settled where it was in doubt."""
    key = request.POST.get("department", "")
    department = Department.objects.filter(pk=int(key)).first() if key.isdecimal() else None
    if department is None:
        raise ReviewRefused("invalid", _("还没有选部门。"), _("请先查找，再从结果里选一个。"))
    names = _put(row.draft.get(field) or [], request.POST.get("which", ""), department.name)
    who = acts.who_sees(request, row)
    if field in row.flagged and field not in row.settled:
        return review.settle(row, field, names, **who)
    return review.edit(row, field, "、".join(names), **who)


def _put(names: list[str], which: str, name: str) -> list[str]:
    """The name in the place of the one at ``which``, else behind all; none comes twice."""
    at = int(which) if which.isdecimal() and int(which) < len(names) else len(names)
    return list(dict.fromkeys([*names[:at], name, *names[at + 1 :]]))


@require_http_methods(["GET", "POST"])
@for_administrators
def split(request: HttpRequest, batch: int, row: int) -> HttpResponse:
    """Cut a row: a line of the box is a row; the words stay as they are."""
    found, here = batch_and_row(batch, row)
    text = typing_of(here, "text")
    if request.method == "GET":
        proposed = cutting.in_lines(text, review.split_offsets(here))
        return _to_split(request, found, here, proposed)
    try:
        changed = review.split(
            here,
            cutting.offsets(text, request.POST.get("lines", "")),
            **acts.who_sees(request, here),
        )
    except ReviewRefused as one:
        if one.code == "invalid":
            return _to_split(request, found, here, request.POST.get("lines", ""), one)
        return refused(request, found, here, acts.typed_in(request.POST, one))
    return acts.after(request, found, here, changed, "", stays=True)


def _to_split(
    request: HttpRequest,
    batch: ImportBatch,
    row: ImportRow,
    lines: str,
    refused: ReviewRefused | None = None,
) -> HttpResponse:
    shown = {"batch": batch, "row": row, "lines": lines, "refused": refused}
    return dialog(request, "split", shown, STATUS["invalid"] if refused else 200)


@require_http_methods(["GET", "POST"])
@for_administrators
def missed(request: HttpRequest, batch: int, row: int) -> HttpResponse:
    """Make a row of a line near by that the reader passed over."""
    found, here = batch_and_row(batch, row)
    if request.method == "GET":
        return _to_add(request, found, here)
    position = request.POST.get("position", "")
    try:
        if not position.isdecimal():
            raise ReviewRefused("invalid", _("还没有选哪一行。"), _("请选一行原文。"))
        by, at = person(request), timezone.now()
        changed = review.add_row(found, int(position), by=by, at=at)
    except ReviewRefused as one:
        if one.code == "invalid":
            return _to_add(request, found, here, one)
        return refused(request, found, here, acts.typed_in(request.POST, one))
    made = found.rows.get(pk=changed.made[0])
    return acts.after(request, found, made, changed, "", stays=True)


def _to_add(
    request: HttpRequest,
    batch: ImportBatch,
    row: ImportRow,
    refused: ReviewRefused | None = None,
) -> HttpResponse:
    shown = {"batch": batch, "row": row, "lines": _passed_over(row), "refused": refused}
    return dialog(request, "missed", shown, STATUS["invalid"] if refused else 200)


def _passed_over(row: ImportRow) -> list[tuple[int, str]]:
    """Position and words of the lines near the row that belong to no row."""
    lines = review.lines_around(row, before=_NEAR, after=_NEAR).lines
    if not lines:
        return []
    near = ImportRow.objects.of_tasks().filter(
        batch=row.batch_id, sheet=row.sheet, start__lte=lines[-1].start, end__gte=lines[0].start
    )
    places = list(near.values_list("start", "end"))
    return [
        (line.position, words)
        for line in lines
        if (words := line.text or " ".join(cell.text for cell in line.cells)).strip()
        and not any(start <= line.start <= end for start, end in places)
    ]
