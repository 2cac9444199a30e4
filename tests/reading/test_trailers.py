"""Trailers: who is responsible, as a bracket after a task's words says it."""

from __future__ import annotations

import pytest

from importers.reading.parties import BEFORE_COOP, BESIDE, ETC, NO_ROLE, Parties
from importers.reading.trailers import HALF, trailers_in


def parties(text: str) -> Parties:
    (trailer,) = trailers_in(text)
    return trailer.parties


def roles(text: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    return parties(text).lead, parties(text).coop


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("做好植树。(责任单位:区绿化局、区财政局)", id="half width"),
        pytest.param("做好植树。（责任单位：区绿化局、区财政局）", id="full width"),
        pytest.param("做好植树。【责任部门:区绿化局、区财政局】", id="black lenses"),
        pytest.param("做好植树。〔责任部门：区绿化局、区财政局〕", id="tortoise shells"),
        pytest.param("做好植树。[责任单位：区绿化局，区财政局]", id="square, comma"),
        pytest.param("做好植树(责任单位:区绿化局、区财政局)。", id="before the full stop"),
        pytest.param("（责任单位：区绿化局 区财政局）", id="on its own line, space"),
        pytest.param("做好植树。(牵头单位:区绿化局、区财政局)", id="牵头"),
        pytest.param("做好植树。(承办单位:区绿化局、区财政局)", id="承办"),
        pytest.param("做好植树。(区绿化局、区财政局负责)", id="负责"),
        pytest.param("做好植树。(区绿化局、区财政局按职责分工负责)", id="按职责分工负责"),
        pytest.param("做好植树。(区绿化局,区财政局按职责分工负责)", id="a list parted by a comma"),
        pytest.param("做好植树。(区绿化局、区财政局分别负责)", id="分别负责"),
        pytest.param("做好植树。(由区绿化局、区财政局共同牵头)", id="共同牵头"),
    ],
)
def test_all_of_one_list_lead(text: str) -> None:
    assert roles(text) == (("区绿化局", "区财政局"), ())
    assert parties(text).lead_certain


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("(牵头单位:市林业局;配合单位:市财政局、各街道)", id="labels"),
        pytest.param("（牵头单位：市林业局；协办单位：市财政局、各街道）", id="协办"),
        pytest.param("（责任单位：市林业局；配合单位：市财政局、各街道）", id="责任 beside 配合"),
        pytest.param("(市林业局牵头,市财政局、各街道配合)", id="verbs"),
        pytest.param("(市林业局牵头，市财政局、各街道参与)", id="参与"),
        pytest.param("(市林业局牵头,市财政局、各街道按职责分工负责)", id="duty of the others"),
        pytest.param("(市林业局会同市财政局、各街道负责)", id="会同"),
        pytest.param("(牵头单位:市林业局)(配合单位:市财政局、各街道)", id="two brackets"),
        pytest.param(
            "牵头单位：市林业局  配合单位：市财政局、各街道", id="a line without brackets"
        ),
    ],
)
def test_the_printed_roles_are_kept_apart(text: str) -> None:
    found = [trailer.parties for trailer in trailers_in("做好植树。" * (text[0] == "(") + text)]
    joined = found[0] if len(found) == 1 else found[0].joined(found[1])
    assert (joined.lead, joined.coop) == (("市林业局",), ("市财政局", "各街道"))
    assert joined.lead_certain
    assert joined.coop_certain


def test_traditional_names_keep_their_script() -> None:
    assert roles("做好植樹。（責任單位：區綠化局、區財政局）") == (("區綠化局", "區財政局"), ())


def test_brackets_inside_a_name_stay_with_it() -> None:
    text = "【责任部门:区行政服务中心(区数据中心)、区府办】"
    assert roles(text) == (("区行政服务中心(区数据中心)", "区府办"), ())


def test_a_leader_and_a_time_may_stand_beside_the_units() -> None:
    found = parties("(责任领导:李明同志;责任单位:区绿化局;完成时限:2026年6月底前)")
    assert (found.leaders, found.lead, found.due) == (("李明",), ("区绿化局",), "2026年6月底前")


def test_a_time_may_stand_beside_verbs() -> None:
    found = parties("做好植树。(区绿化局牵头,区财政局配合,2026年6月底前完成)")
    assert (found.lead, found.coop, found.due) == (
        ("区绿化局",),
        ("区财政局",),
        "2026年6月底前完成",
    )


# --- doubts ----------------------------------------------------------------------------


@pytest.mark.parametrize("tail", ["等", "等部门", "等有关单位"])
def test_an_open_list_is_never_certain(tail: str) -> None:
    found = parties(f"(责任单位:区绿化局、区财政局{tail})")
    assert found.lead == ("区绿化局", "区财政局")
    assert not found.lead_certain
    assert ETC in found.issues


def test_units_responsible_beside_a_leading_one_take_part_but_not_for_certain() -> None:
    found = parties("(牵头单位:区绿化局;责任单位:区绿化局、区财政局)")
    assert (found.lead, found.coop) == (("区绿化局",), ("区财政局",))
    assert not found.coop_certain
    assert BESIDE in found.issues


def test_departments_without_any_role_are_flagged() -> None:
    found = parties("做好植树。(区绿化局、区财政局)")
    assert found.lead == ("区绿化局", "区财政局")
    assert not found.lead_certain
    assert NO_ROLE in found.issues


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("做好植树。(责任单位:区绿化局、区财政局", id="the closing one"),
        pytest.param("做好植树。责任单位:区绿化局、区财政局)", id="the opening one"),
    ],
)
def test_a_lost_bracket_is_put_up_with_and_said(text: str) -> None:
    assert roles(text) == (("区绿化局", "区财政局"), ())
    found = parties(text)
    assert HALF in found.issues
    assert not found.lead_certain
    assert not found.coop_certain


def test_names_before_those_that_take_part_are_leads_but_not_for_certain() -> None:
    found = parties("做好植树。(区绿化局;区财政局配合)")
    assert (found.lead, found.coop) == (("区绿化局",), ("区财政局",))
    assert not found.lead_certain
    assert BEFORE_COOP in found.issues


@pytest.mark.parametrize(
    ("text", "lead", "coop"),
    [
        pytest.param(
            "(责任单位:区绿化局(牵头)、区财政局)", ("区绿化局",), ("区财政局",), id="牵头"
        ),
        pytest.param(
            "（责任单位：区绿化局、区财政局（配合））", ("区绿化局",), ("区财政局",), id="配合"
        ),
    ],
)
def test_a_role_in_brackets_after_a_name_is_its_own(
    text: str, lead: tuple[str, ...], coop: tuple[str, ...]
) -> None:
    assert roles(text) == (lead, coop)
    assert parties(text).lead_certain


def test_a_list_that_is_open_in_the_middle_is_not_certain_either() -> None:
    assert not parties("做好植树。(区绿化局、区财政局等部门,各街道按职责分工负责)").lead_certain


def test_names_with_the_character_of_consulting_in_them_stay_whole() -> None:
    assert roles("做好植树。(市商务局负责)") == (("市商务局",), ())


def test_a_label_after_the_last_full_stop_needs_no_brackets() -> None:
    assert roles("做好植树。责任单位：区绿化局、区财政局。") == (("区绿化局", "区财政局"), ())


# --- what is none ----------------------------------------------------------------------


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("由专门机构(区绿化局)承担日常工作。", id="an aside"),
        pytest.param("推进绿色饭店(宾馆)复评。", id="a word in brackets"),
        pytest.param("本办法由区绿化局负责解释。", id="no bracket"),
        pytest.param("建设平台(由我负责)", id="nobody named"),
        pytest.param("完成考核(考核单位另行通知)。", id="units, but no list"),
        pytest.param("落实主体责任:各单位要高度重视。做好植树。", id="a sentence with a colon"),
        pytest.param("责任单位要高度重视。", id="the word alone"),
        pytest.param("做好植树。责任单位:要求区绿化局抓好落实。", id="a sentence after the label"),
        pytest.param("(责任单位:)", id="an empty list"),
        pytest.param("(联系人:李明)", id="another label"),
        pytest.param("", id="nothing"),
    ],
)
def test_other_brackets_are_no_trailers(text: str) -> None:
    assert trailers_in(text) == ()


def test_several_trailers_in_one_paragraph_are_found_in_order() -> None:
    text = "1.植树(责任单位:区绿化局);2.修路(区建委负责);3.修桥(责任单位:区水务局)。"
    found = [trailer.parties.lead for trailer in trailers_in(text)]
    assert found == [("区绿化局",), ("区建委",), ("区水务局",)]
