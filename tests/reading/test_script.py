"""Telling the scripts apart, and folding to one spelling."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from importers.reading.script import compact, detect_script, fold, simplify, visible

TRADITIONAL_AND_SIMPLIFIED = [
    ("區發改委", "区发改委"),
    ("區人社局(醫保辦)", "区人社局(医保办)"),
    ("優化産業結構", "优化产业结构"),
    ("2016年啟動,2020年完成", "2016年启动,2020年完成"),
    ("衞生計生委", "卫生计生委"),
    ("公共服務平臺", "公共服务平台"),
    ("建立健全機制", "建立健全机制"),
    ("區檔案局", "区档案局"),
    ("智慧醫療", "智慧医疗"),
]


@pytest.mark.parametrize(("traditional", "simplified"), TRADITIONAL_AND_SIMPLIFIED)
def test_traditional_folds_to_what_the_mainland_writes(traditional: str, simplified: str) -> None:
    assert fold(traditional) == simplified
    assert simplify(traditional) == simplified


@pytest.mark.parametrize(
    ("taiwan", "mainland"),
    [
        ("資訊系統", "信息系统"),
        ("智慧財産權局", "知识产权局"),
        ("網際網路+醫療", "互联网+医疗"),
        ("網路平臺", "网络平台"),
        ("提升品質", "提升质量"),
        ("予以補償支援", "予以补偿支持"),
        ("領先水準", "领先水平"),
        ("軟體開發", "软件开发"),
    ],
)
def test_wording_of_the_other_shore_folds_too(taiwan: str, mainland: str) -> None:
    assert fold(taiwan) == mainland


@pytest.mark.parametrize("text", ["对口支援云南", "提升品质", "高水准", "区科委", "智慧城区"])
def test_mainland_text_keeps_its_own_wording(text: str) -> None:
    assert fold(text) == text


def test_counterpart_support_is_a_word_of_both_shores() -> None:
    assert fold("對口支援雲南") == "对口支援云南"


@pytest.mark.parametrize(
    ("wide", "narrow"),
    [
        ("２０１６年（一）：", "2016年(一):"),
        ("区商务委\u00a0\u00a0区建交委", "区商务委  区建交委"),
        ("陈\u3000丰", "陈 丰"),
        ("Ａ，Ｂ；Ｃ％", "A,B;C%"),
    ],
)
def test_full_width_and_odd_spaces_become_plain(wide: str, narrow: str) -> None:
    assert fold(wide) == narrow
    assert len(simplify(wide)) == len(wide)


@pytest.mark.parametrize(
    ("text", "script"),
    [
        ("静安区节能减排重点工作安排", "hans"),
        ("靜安區節能減排重點工作安排", "hant"),
        ("2016", "hans"),
        ("", "hans"),
        ("太后与皇后的里弄改造项目", "hans"),
        ("太后與里弄改造項目", "hant"),
    ],
)
def test_the_script_is_that_of_most_telling_characters(text: str, script: str) -> None:
    assert detect_script(text) == script


def test_compact_leaves_no_white_space_of_any_kind() -> None:
    assert compact(" 区\u00a0科\u3000委\n（医保办\t）\u200b") == "区科委（医保办）"


UNSEEN = [0x200B, 0x200D, 0x200E, 0x202A, 0x202E, 0x2060, 0x2066, 0xFEFF, 0xAD]


@pytest.mark.parametrize("code", UNSEEN)
def test_characters_that_nobody_sees_are_dropped(code: int) -> None:
    text = f"县{chr(code)}财政局{chr(code)}"
    assert (visible(text), fold(text), compact(text)) == ("县财政局",) * 3


def test_a_text_without_invisible_characters_is_itself() -> None:
    text = "县 财\u3000政局"
    assert visible(text) is text


@given(
    st.text(
        alphabet=st.sampled_from("區发資訊品質支援網路水準智慧財産權２（：\u00a0 a1\n後里"),
        max_size=40,
    )
)
def test_folding_twice_is_folding_once(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(st.text(max_size=60))
def test_simplifying_keeps_every_place(text: str) -> None:
    assert len(simplify(text)) == len(text)


def test_a_plan_of_a_quarter_million_characters_folds_in_a_fifth_of_a_second() -> None:
    blocks = [f"{n}推进区级公共机构节能改造，" * 12 for n in range(1000)]
    assert sum(map(len, blocks)) > 150_000
    start = time.perf_counter()
    for block in blocks:
        fold(block)
    assert time.perf_counter() - start < 0.2
