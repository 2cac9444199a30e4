"""Names of organs, alone and before 关于."""

from __future__ import annotations

import pytest

from importers.reading.heads.lines import Line
from importers.reading.heads.organs import (
    in_full,
    is_in_full,
    issuers_before_verb,
    issuers_on,
    red_head,
)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        pytest.param("临溪区水务局", ("临溪区水务局",), id="one"),
        pytest.param("临溪区水务局  临溪区财政局", ("临溪区水务局", "临溪区财政局"), id="two"),
        pytest.param("区水务局、区财政局", ("区水务局", "区财政局"), id="two with 、"),
        pytest.param("临 溪 区 人 民 政 府", ("临溪区人民政府",), id="spaced letters"),
        pytest.param("临溪区水务局等三部门", ("临溪区水务局等三部门",), id="and others"),
        pytest.param("臨溪區辦公室", ("臨溪區辦公室",), id="Traditional, kept"),
        pytest.param("各有关委员会", (), id="no name"),
        pytest.param("经济和信息化局", ("经济和信息化局",), id="经 begins a name"),
        pytest.param("区政府办公室转发区水务局等部门", (), id="half a title"),
        pytest.param("关于财政局", (), id="a title"),
        pytest.param("根据临溪区人民政府", (), id="a sentence"),
        pytest.param("推进绿化工作", (), id="a task"),
    ],
)
def test_a_line_of_organs(text: str, names: tuple[str, ...]) -> None:
    assert issuers_on(Line(text, 0, 0)) == names


@pytest.mark.parametrize(
    ("text", "parted"),
    [
        pytest.param(
            "区水务局 区财政局关于印发甲 方案的通知",
            (("区水务局", "区财政局"), "关于印发甲方案的通知"),
            id="two",
        ),
        pytest.param(
            "区政府批转区水务局关于甲的通知", (("区政府",), "批转区水务局关于甲的通知"), id="批转"
        ),
        pytest.param("2026年关于甲的通知", ((), "2026年关于甲的通知"), id="none"),
        pytest.param("甲方案", ((), "甲方案"), id="no verb"),
    ],
)
def test_organs_before_the_verb(text: str, parted: tuple[tuple[str, ...], str]) -> None:
    assert issuers_before_verb(text) == parted


def test_a_letterhead_names_its_organs() -> None:
    assert red_head(Line("临溪区人民政府文件", 0, 0)) == ("临溪区人民政府",)
    assert red_head(Line("临溪区绿化文件", 0, 0)) == ()


def test_a_short_name_is_said_in_full_where_another_says_it() -> None:
    others = ["临溪区人民政府", "临溪区人民政府办公室"]
    assert in_full("区政府办公室", others) == "临溪区人民政府办公室"
    assert in_full("区政府", others) == "临溪区人民政府"
    assert in_full("市政府", others) == "市政府"
    assert in_full("云州市人民政府", others) == "云州市人民政府"


def test_a_name_in_full_tells_its_place() -> None:
    assert is_in_full("临溪区人民政府")
    assert not is_in_full("区人民政府")
