"""Templates and styles keep the rules that no browser would complain of."""

from __future__ import annotations

import re
from itertools import product
from pathlib import Path

import pytest

from tracker.embedded import ROOT

TEMPLATES = sorted((ROOT / "templates").rglob("*.html"))
OURS = [ROOT / "static" / "tracker" / "tracker.css", ROOT / "static" / "importers" / "review.css"]
SCRIPTS = sorted((ROOT / "static").rglob("*.js"))
CJK = re.compile("[\u4e00-\u9fff]")
SAID = re.compile(
    r"{% blocktranslate.*?{% endblocktranslate %}|{% translate .*?%}|_\(\"[^\"]*\"\)", re.DOTALL
)
TOKEN = re.compile(r"--([a-z0-9-]+): (#[0-9a-f]{6})")


def name(path: Path) -> str:
    return str(path.relative_to(ROOT))


# --- templates ---------------------------------------------------------------------------


@pytest.mark.parametrize("template", TEMPLATES, ids=name)
def test_all_words_go_through_gettext(template: Path) -> None:
    left = SAID.sub("", template.read_text(encoding="utf-8"))
    assert CJK.findall(left) == []


@pytest.mark.parametrize("template", TEMPLATES, ids=name)
def test_nothing_is_written_into_a_page_that_the_policy_forbids(template: Path) -> None:
    words = template.read_text(encoding="utf-8")
    assert not re.search(r"\sstyle=|<style|\son[a-z]+=|hx-on|hx-vals=.js:|https?://", words)
    assert not re.search(r"<script(?![^>]*\ssrc=)", words)
    assert "|safe" not in words


@pytest.mark.parametrize("template", TEMPLATES, ids=name)
def test_a_form_that_posts_carries_its_token(template: Path) -> None:
    words = template.read_text(encoding="utf-8")
    posts = re.findall(r'<form[^>]*method="post".*?</form>', words, re.DOTALL)
    assert all("{% csrf_token %}" in form for form in posts)
    assert len(posts) == words.count('method="post"')


# --- scripts and styles ------------------------------------------------------------------


@pytest.mark.parametrize("script", SCRIPTS, ids=name)
def test_scripts_evaluate_and_fetch_nothing(script: Path) -> None:
    words = script.read_text(encoding="utf-8")
    assert not re.search(r"\beval\(|new Function|innerHTML|https?://|\.style\b", words)


@pytest.mark.parametrize("script", SCRIPTS, ids=name)
def test_only_our_own_scripts_are_kept_here(script: Path) -> None:
    assert len(script.read_text(encoding="utf-8")) < 6_000


@pytest.mark.parametrize("style", OURS, ids=name)
def test_styles_are_understood_by_old_browsers_and_load_nothing(style: Path) -> None:
    words = style.read_text(encoding="utf-8")
    rules = re.sub(r"/\*.*?\*/", "", words, flags=re.DOTALL)
    assert not re.search(r":has\(|oklch\(|@import|url\(|&\s", rules)


# --- colours -----------------------------------------------------------------------------


def themes() -> dict[str, dict[str, str]]:
    """The colours of each theme, by name."""
    words = OURS[0].read_text(encoding="utf-8")
    light, dark = words.split("@media (prefers-color-scheme: dark)")[:2]
    return {"light": dict(TOKEN.findall(light)), "dark": dict(TOKEN.findall(dark[:1200]))}


def luminance(colour: str) -> float:
    """WCAG 2.2, relative luminance."""
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """WCAG 2.2, contrast ratio."""
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


PAIRS = [
    *product(("ink", "ink-2", "ink-3", "accent"), ("paper", "ground")),
    *product(("ink", "ink-2", "accent"), ("accent-tint",)),
    ("accent-on", "accent"),
    ("accent-on", "accent-2"),
    ("red", "red-tint"),
    ("red", "paper"),
    ("ink", "red-tint"),
]


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize(("words", "ground"), PAIRS)
def test_words_can_be_read_on_their_ground(theme: str, words: str, ground: str) -> None:
    colours = themes()[theme]
    assert contrast(colours[words], colours[ground]) >= 4.5


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_the_edge_of_a_field_can_be_seen(theme: str) -> None:
    colours = themes()[theme]
    assert contrast(colours["edge"], colours["paper"]) >= 3
