"""What admins of imports have in common: they are read, never changed."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.db.models import Model
from django.http import HttpRequest
from django.urls import reverse
from django.utils.html import format_html, format_html_join

from accounts.admin.base import ModelT, TrackerAdmin


class ReadOnly:
    """What happened is on record: nobody adds, changes or deletes it here."""

    def has_add_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Refused: imports come from files."""
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Refused: provenance is evidence."""
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Refused: an import is undone, never deleted."""
        return False


class ProvenanceAdmin(ReadOnly, TrackerAdmin[ModelT]):
    """A list and a page to read."""

    class Media:
        css = {"all": ["tasks/admin.css", "importers/admin.css"]}


def listed(words: Sequence[str]) -> str:
    """One below the other; a dash for none."""
    if not words:
        return "—"
    items = format_html_join("", "<li>{}</li>", ((one,) for one in words))
    return format_html('<ul class="told">{}</ul>', items)


def link(row: Model) -> str:
    """To the row's own page."""
    meta = row._meta
    address = reverse(f"admin:{meta.app_label}_{meta.model_name}_change", args=[row.pk])
    return to(address, row)


def to(address: str, words: object) -> str:
    """A link that looks like one."""
    classes = "text-primary-600 dark:text-primary-500"
    return format_html('<a class="{}" href="{}">{}</a>', classes, address, words)
