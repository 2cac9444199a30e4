"""Who may: administrators. Others are told so; one who is not signed in signs in first."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any, Concatenate, ParamSpec

from django.contrib.auth.decorators import login_required
from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse

from accounts.models import User
from importers.review import may_review

P = ParamSpec("P")
View = Callable[Concatenate[HttpRequest, P], HttpResponse]


def for_administrators(view: View[P]) -> View[P]:
    """The view for those who may review: 403 for others. No copy of what it shows is kept."""

    @wraps(view)
    def guarded(request: HttpRequest, /, *args: P.args, **kwargs: P.kwargs) -> HttpResponse:
        if not may_review(request.user):
            raise PermissionDenied
        return view(request, *args, **kwargs)

    @wraps(view)
    def answer(request: HttpRequest, /, *args: P.args, **kwargs: P.kwargs) -> HttpResponse:
        htmx: Any = getattr(request, "htmx", None)
        if htmx and not request.user.is_authenticated:
            return _to_sign_in(htmx.current_url_abs_path or request.path)
        response: HttpResponse = login_required(guarded)(request, *args, **kwargs)
        response["Cache-Control"] = "no-store"
        return response

    return answer


def _to_sign_in(back: str) -> HttpResponse:
    """The whole page goes, not the part that htmx asked for; afterwards one is back on it."""
    location = redirect_to_login(back).headers["Location"]
    return HttpResponse(headers={"HX-Redirect": location})


def person(request: HttpRequest) -> User:
    """Who is signed in; only within ``for_administrators``."""
    assert isinstance(request.user, User)
    return request.user
