"""What the database refuses after the form has let it pass, said in words.

A form checks each row against what is saved, not against the rows beside it, and another
person may save first. The database has the last word; this tells the person what it said.
"""

from __future__ import annotations

from django.apps import apps
from django.db import IntegrityError
from django.utils.functional import Promise
from django.utils.translation import gettext as _


def refusal(error: IntegrityError) -> str:
    """The message of the constraint that was broken, else its name."""
    diagnosis = getattr(error.__cause__, "diag", None)
    name = getattr(diagnosis, "constraint_name", None) or ""
    return str(_messages().get(name) or _("数据库拒绝了这次修改（%s）。") % name)


def _messages() -> dict[str, str | Promise]:
    return {
        constraint.name: constraint.violation_error_message
        for model in apps.get_models()
        for constraint in model._meta.constraints
        if constraint.violation_error_message
    }
