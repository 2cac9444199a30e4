"""One filter: a dictionary's entry under a key that is itself a variable."""

from __future__ import annotations

from collections.abc import Mapping

from django import template

register = template.Library()


@register.filter
def of(words: Mapping[str, str], name: str) -> str:
    """``{{ words|of:field }}``; empty where there is none."""
    return words.get(name, "")
