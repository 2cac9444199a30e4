"""Departments at the end of a line of prose."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from importers.reading.fields.trailing import trailing_departments

PROSE = "推动信息资源整合，提升公共服务能级"


@pytest.mark.parametrize(
    ("tail", "names"),
    [
        pytest.param("。区科委", ["区科委"], id="after the full stop"),
        pytest.param("。 区科委 区府办", ["区科委", "区府办"], id="spaced"),
        pytest.param(
            "。区委办 区科委\u00a0区保密局", ["区委办", "区科委", "区保密局"], id="no-break space"
        ),
        pytest.param(
            "。区商务委区市政配套局区科委",
            ["区商务委", "区市政配套局", "区科委"],
            id="run together",
        ),
        pytest.param(" 区教育局", ["区教育局"], id="a space and no full stop"),
        pytest.param("”。公安静安分局区科委", ["公安静安分局", "区科委"], id="after a quotation"),
        pytest.param(
            "。区国资委 静工集团 区科委", ["区国资委", "静工集团", "区科委"], id="a company between"
        ),
        pytest.param(
            "。区科委 区社会信用体系联席会议 成员单位",
            ["区科委", "区社会信用体系联席会议成员单位"],
            id="a bare tail belongs to the name before",
        ),
        pytest.param("。區科委、各街道", ["區科委", "各街道"], id="Traditional"),
    ],
)
def test_names_after_the_prose_are_taken_off(tail: str, names: list[str]) -> None:
    prose, found = trailing_departments(PROSE + tail)
    assert list(found) == names
    assert prose.startswith(PROSE)


@pytest.mark.parametrize(
    "text",
    [
        PROSE + "。",
        PROSE,
        PROSE + "，并落实到区教育局",
        PROSE + "。各部门要加强配合。",
        PROSE + "。 提升服务",
        PROSE + " 平台建设",
        "区科委 区府办",
        "1.1 电子政务一体化",
        "",
    ],
)
def test_where_it_is_not_sure_nothing_is_taken(text: str) -> None:
    assert trailing_departments(text) == (text, ())


@given(st.text(max_size=60))
def test_prose_and_names_are_all_of_the_line(text: str) -> None:
    prose, names = trailing_departments(text)
    assert text.startswith(prose)
    assert all(name in "".join(text.split()) for name in names) or not names
