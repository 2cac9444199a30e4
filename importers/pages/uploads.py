"""Handing in a file or a text, watching it being read, and having the original back."""

from __future__ import annotations

from typing import Final

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.http import content_disposition_header
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from importers import uploads
from importers.models import Upload
from importers.pages import listing, originals, waiting
from importers.pages.access import for_administrators, person
from importers.pages.forms import HandInForm
from importers.review import ReviewRefused

_OF_A_REFUSAL: Final = {"forbidden": 403, "invalid": 422}


@require_http_methods(["GET", "POST"])
@for_administrators
def list_of_imports(request: HttpRequest) -> HttpResponse:
    """What came in, and the form to hand in more."""
    if request.method == "GET":
        return _listed(request, HandInForm())
    form = HandInForm(request.POST, request.FILES)
    if not form.is_valid():
        return _listed(request, form, status=422)
    try:
        return _received(request, form)
    except ReviewRefused as refused:
        form.add_error(None, f"{refused.problem}{refused.mend}")
        return _listed(request, form, status=_OF_A_REFUSAL.get(refused.code, 409))


def _listed(request: HttpRequest, form: HandInForm, status: int = 200) -> HttpResponse:
    page, entries = listing.entries(request.GET.get("page"), by=person(request), at=timezone.now())
    shown = {
        "form": form,
        "sentence": listing.sentence(),
        "uploads": listing.unread(),
        "page": page,
        "entries": entries,
    }
    return render(request, "importers/list.html", shown, status=status)


def _received(request: HttpRequest, form: HandInForm) -> HttpResponse:
    """Hand over what was filled in; go to its reading, or to what is known of it already."""
    file = form.cleaned_data["file"]
    received = uploads.receive(
        file.name if file else uploads.PASTED_NAME,
        file.read() if file else form.cleaned_data["text"].encode(),
        by=person(request),
        at=timezone.now(),
        pasted=file is None,
        fallback=form.cleaned_data["fallback"],
        notice_accepted=form.cleaned_data["notice"],
    )
    if received.already:
        messages.info(request, received.already)
    if received.batch is not None:
        return redirect("imports:review", received.batch.pk)
    assert received.upload is not None
    return redirect("imports:upload", received.upload.pk)


@require_GET
@for_administrators
def upload(request: HttpRequest, key: int) -> HttpResponse:
    """How far the reading has come; htmx asks every second, and is sent on at the end."""
    one = get_object_or_404(Upload.objects.select_related("by"), pk=key)
    partly = bool(getattr(request, "htmx", False))
    if one.batch_id is not None:
        sent = redirect("imports:review", one.batch_id)
        if not partly:
            return sent
        return HttpResponse(headers={"HX-Redirect": sent.headers["Location"]})
    template = "importers/parts/reading.html" if partly else "importers/upload.html"
    return render(request, template, waiting.shown(one, at=timezone.now()))


@require_POST
@for_administrators
def retry(request: HttpRequest, key: int) -> HttpResponse:
    """Read it once more."""
    one = get_object_or_404(Upload, pk=key)
    try:
        uploads.retry(one, by=person(request), at=timezone.now())
    except ReviewRefused as refused:
        messages.error(request, f"{refused.problem}{refused.mend}")
    return redirect("imports:upload", key)


@require_GET
@for_administrators
def original(request: HttpRequest, key: int) -> HttpResponse:
    """The bytes as they came: to keep, or (``?view``) to look at where they are text.

    Whatever they hold, nothing of it runs: text is shown as plain text, all else is saved.
    Of a file that bore a mark of secrecy nothing is kept: 404.
    """
    one = get_object_or_404(Upload.objects.with_content().exclude(content=b""), pk=key)
    words = originals.as_text(bytes(one.content)) if "view" in request.GET else None
    answer = HttpResponse(
        bytes(one.content) if words is None else words,
        content_type="application/octet-stream" if words is None else "text/plain; charset=utf-8",
    )
    disposition = content_disposition_header(words is None, one.source_name)
    answer["Content-Disposition"] = disposition or "attachment"
    answer["Content-Security-Policy"] = "default-src 'none'; frame-ancestors 'none'; sandbox"
    return answer
