"""The way in: signing in, and where each role begins."""

from __future__ import annotations

from django.contrib.auth.decorators import login_required
from django.contrib.auth.forms import AuthenticationForm
from django.contrib.auth.views import LoginView
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext_lazy as _

IMPORTING = "importers.add_importbatch"


class SignInForm(AuthenticationForm):
    """Name and password; a refusal does not say which of the two is wrong."""

    error_messages = {
        "invalid_login": _("用户名或密码不对，请核对后重试。密码区分大小写。"),
        "inactive": _("这个账号已停用，请联系管理员。"),
    }


class SignIn(LoginView):
    """The page to sign in; one who is signed in already goes on."""

    template_name = "accounts/sign_in.html"
    authentication_form = SignInForm
    redirect_authenticated_user = True


@login_required
def home(request: HttpRequest) -> HttpResponse:
    """Administrators begin with imports, the others in the admin's lists."""
    return redirect("imports:list" if request.user.has_perm(IMPORTING) else "admin:index")
