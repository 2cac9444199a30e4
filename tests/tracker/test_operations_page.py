"""The page for operators lists the variables that are read, and no others."""

from __future__ import annotations

import re

from tracker.embedded import ROOT

READER = re.compile(r"\.env[a-z]+\(\s*\"([A-Z_]+)\"")
EXPANSION = re.compile(r"\$\{([A-Z_]+)")
ROW = re.compile(r"^\| `([A-Z_]+)` \|", re.MULTILINE)


def variables_read() -> set[str]:
    sources = "".join(file.read_text() for file in (ROOT / "tracker").rglob("*.py"))
    procfile = (ROOT / "Procfile").read_text()
    return {*READER.findall(sources), *EXPANSION.findall(procfile)}


def variables_listed() -> list[str]:
    return ROW.findall((ROOT / "docs" / "operations.md").read_text())


def test_every_variable_that_is_read_is_listed_once() -> None:
    assert sorted(variables_listed()) == sorted(variables_read())
