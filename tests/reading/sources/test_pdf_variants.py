"""Characters of the other script that a font gives for those it draws alike."""

from __future__ import annotations

import pytest

from importers.reading.sources.pdf.pages import Char, Page
from importers.reading.sources.pdf.variants import with_usual


def page(text: str, number: int = 1) -> Page:
    chars = [Char(c, 10.0 * place, 0, 10.0 * place + 10, 10) for place, c in enumerate(text)]
    return Page(number, 600, 800, chars)


def words(pages: list[Page]) -> str:
    return "|".join("".join(char.text for char in one.chars) for one in pages)


@pytest.mark.parametrize(
    ("printed", "read", "odd"),
    [
        pytest.param("完成戶厕改造，责任单位", "完成户厕改造，责任单位", ["戶"], id="户"),
        pytest.param("年內查清稅务问题", "年内查清税务问题", ["內", "稅"], id="two"),
        pytest.param("戸籍业务办理", "户籍业务办理", ["戸"], id="a Japanese form"),
        pytest.param("责任单位|沒有完成", "责任单位|没有完成", ["沒"], id="another page's script"),
    ],
)
def test_in_a_simplified_paper_the_usual_ones_are_read_and_told(
    printed: str, read: str, odd: list[str]
) -> None:
    pages = [page(text, number) for number, text in enumerate(printed.split("|"), 1)]
    (told,) = with_usual(pages)
    assert words(pages) == read
    assert all(f"“{character}”读作" in told for character in odd)


@pytest.mark.parametrize(
    "printed",
    [
        pytest.param("完成廁所改造，責任單位為各戶", id="Traditional"),
        pytest.param("完成户厕改造，责任单位", id="Simplified as it is"),
        pytest.param("乾县瞭望台，著名品牌", id="characters of both scripts"),
        pytest.param("", id="nothing"),
    ],
)
def test_other_papers_are_left_as_they_are(printed: str) -> None:
    pages = [page(printed)]
    assert with_usual(pages) == ()
    assert words(pages) == printed


def test_a_character_keeps_its_place() -> None:
    one = page("户戶责任")
    before = [(char.x0, char.top, char.x1, char.bottom) for char in one.chars]
    with_usual([one])
    assert [(char.x0, char.top, char.x1, char.bottom) for char in one.chars] == before
