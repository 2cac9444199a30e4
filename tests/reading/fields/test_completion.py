"""Names that lost characters at their end."""

from __future__ import annotations

import pytest

from importers.reading.fields.completion import complete_name

KNOWN = [
    "区科委",
    "区科协",
    "区民政局",
    "公安静安分局",
    "区府办",
    "区府机管局",
    "区网格化管理中心",
    "區統計局",
]


@pytest.mark.parametrize(
    ("cut", "names"),
    [
        pytest.param("区民政", ("区民政局",), id="one character missing"),
        pytest.param("公安静安分", ("公安静安分局",), id="one character of two"),
        pytest.param("区网格化管理", ("区网格化管理中心",), id="two characters missing"),
        pytest.param("区科", ("区科协", "区科委"), id="two names fit: both"),
        pytest.param("区府", ("区府办",), id="one missing goes before three"),
        pytest.param("区科委", ("区科委",), id="nothing missing"),
        pytest.param("區民政", ("区民政局",), id="Traditional against simplified"),
        pytest.param("区统计", ("區統計局",), id="simplified against Traditional"),
        pytest.param("区教育", (), id="nothing known fits"),
        pytest.param("公安", (), id="too much is missing"),
        pytest.param("", (), id="empty"),
    ],
)
def test_the_known_names_that_begin_so(cut: str, names: tuple[str, ...]) -> None:
    assert complete_name(cut, KNOWN) == names


def test_the_same_name_in_both_scripts_is_one_answer() -> None:
    assert complete_name("区统计", ["区统计局", "區統計局"]) == ("区统计局",)
