"""What a page may load (Content-Security-Policy).

Our own pages: their own files, and nothing written into the page. The admin's theme runs
expressions out of attributes and styles itself, so the admin has a policy of its own.
"""

from __future__ import annotations

from typing import Any, Final

from csp.constants import NONE, SELF, UNSAFE_EVAL, UNSAFE_INLINE
from csp.middleware import CSPMiddleware, PolicyParts
from django.http import HttpRequest, HttpResponseBase
from django.urls import reverse

OURS: Final[dict[str, Any]] = {
    "default-src": [NONE],
    "script-src": [SELF],
    "style-src": [SELF],
    "img-src": [SELF],
    "font-src": [SELF],
    "connect-src": [SELF],
    "form-action": [SELF],
    "base-uri": [NONE],
    "frame-ancestors": [NONE],
}
OF_THE_ADMIN: Final[dict[str, Any]] = {
    "script-src": [SELF, UNSAFE_EVAL, UNSAFE_INLINE],
    "style-src": [SELF, UNSAFE_INLINE],
    "img-src": [SELF, "data:"],
}


class ContentSecurityMiddleware(CSPMiddleware):
    """Our policy everywhere, the admin's looser one below its address."""

    def get_policy_parts(
        self, request: HttpRequest, response: HttpResponseBase, report_only: bool = False
    ) -> PolicyParts:
        """The policy of one answer; a view that asked for another gets it."""
        parts = super().get_policy_parts(request, response, report_only)
        if parts.replace is None and request.path_info.startswith(reverse("admin:index")):
            parts.replace = OF_THE_ADMIN
        return parts
