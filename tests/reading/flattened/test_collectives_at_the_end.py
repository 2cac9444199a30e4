"""Rows run together that end in units of a collective name."""

from __future__ import annotations

import pytest

from importers.reading.flattened.row_cells import row_cells


@pytest.mark.parametrize(
    "units", ["各行政执法部门", "各相关单位", "各有关部门", "各区县", "各乡镇人民政府"]
)
def test_a_collective_at_the_end_is_the_last_unit(units: str) -> None:
    row = row_cells(f"制定免罚清单市司法局{units}", ["text", "lead", "coop"])
    assert row is not None
    assert row.words == {0: "制定免罚清单", 1: "市司法局", 2: units}
    assert row.unsure or row.is_glued
