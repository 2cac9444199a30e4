"""Who may: administrators. Others are told so; one who is not signed in signs in first."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Concatenate, ParamSpec

from django.contrib.auth.decorators import login_required
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
        response: HttpResponse = login_required(guarded)(request, *args, **kwargs)
        response["Cache-Control"] = "no-store"
        return response

    return answer


def person(request: HttpRequest) -> User:
    """Who is signed in; only within ``for_administrators``."""
    assert isinstance(request.user, User)
    return request.user
