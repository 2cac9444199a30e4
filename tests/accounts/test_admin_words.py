"""The words that the admin's theme leaves in English are said in Chinese."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest
from django.apps import apps
from django.utils import translation

CATALOGUE = Path(apps.get_app_config("accounts").path) / "locale/zh_Hans/LC_MESSAGES/django.po"
ENTRY = re.compile(r'^msgid (".+")\nmsgstr (".+")$', re.MULTILINE)
WORDS = [
    pytest.param(ast.literal_eval(said), ast.literal_eval(meant), id=said[1:20])
    for said, meant in ENTRY.findall(CATALOGUE.read_text(encoding="utf-8"))
]


@pytest.mark.parametrize(("said", "meant"), WORDS)
def test_the_compiled_catalogue_says(said: str, meant: str) -> None:
    with translation.override("zh-hans"):
        assert translation.gettext(said) == meant


def test_the_catalogue_was_read() -> None:
    assert len(WORDS) > 40
