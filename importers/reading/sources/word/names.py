"""Names of elements and attributes of WordprocessingML, as lxml spells them."""

from __future__ import annotations

from typing import Final

from lxml import etree

_W: Final = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_MC: Final = "http://schemas.openxmlformats.org/markup-compatibility/2006"
_M: Final = "http://schemas.openxmlformats.org/officeDocument/2006/math"

MC_ALTERNATE: Final = f"{{{_MC}}}AlternateContent"
MC_CHOICE: Final = f"{{{_MC}}}Choice"
MC_FALLBACK: Final = f"{{{_MC}}}Fallback"
MATH_TEXT: Final = f"{{{_M}}}t"

_OFF: Final = frozenset({"0", "false", "off"})


def w(name: str) -> str:
    """``name`` in the namespace of Word."""
    return f"{{{_W}}}{name}"


VAL: Final = w("val")


def value_at(element: etree._Element | None, *path: str) -> str | None:
    """``w:val`` of what stands under ``element`` by these names; None where nothing does."""
    found = child_at(element, *path)
    return None if found is None else found.get(VAL, "")


def child_at(element: etree._Element | None, *path: str) -> etree._Element | None:
    """What stands under ``element`` by these names."""
    for name in path:
        if element is None:
            return None
        element = element.find(w(name))
    return element


def whole_number(written: str | None, default: int) -> int:
    """``written`` as a number, where it is one that Word could have written."""
    text = (written or "").strip()
    return int(text) if text.isascii() and text.isdigit() and len(text) < 9 else default


def switch(element: etree._Element | None, name: str) -> bool | None:
    """Is the property ``name`` on or off; None where it is not stated."""
    stated = value_at(element, name)
    return None if stated is None else stated not in _OFF
