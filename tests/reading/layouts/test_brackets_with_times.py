"""Brackets whose clauses say who and by when, and whose marks leave the roles open."""

from __future__ import annotations

import pytest

from importers.reading.parties import BEFORE_COOP, LED_BY_PAUSE, Parties
from importers.reading.trailers import trailers_in


def in_bracket(words: str) -> Parties:
    (trailer,) = trailers_in(f"疏浚护城河。（{words}）")
    return trailer.parties


@pytest.mark.parametrize(
    ("words", "due"),
    [
        pytest.param("区水利局牵头，区财政局配合，6月底前完成清淤", "6月底前完成清淤", id="one"),
        pytest.param(
            "区水利局牵头，区财政局配合，6月底前完成清淤，12月底前主体封顶",
            "6月底前完成清淤，12月底前主体封顶",
            id="two steps",
        ),
        pytest.param(
            "区水利局负责，区财政局配合，9月底前完成并验收", "9月底前完成并验收", id="负责"
        ),
        pytest.param("区水利局牵头，3月中旬进场施工，区财政局配合", "3月中旬进场施工", id="amid"),
        pytest.param("区水利局牵头，区财政局配合，力争6月底前通水", "力争6月底前通水", id="力争"),
        pytest.param(
            "牵头单位：区水利局；配合单位：区财政局；6月底前完成清淤，10月底前通水",
            "6月底前完成清淤，10月底前通水",
            id="under labels",
        ),
    ],
)
def test_a_clause_that_opens_with_a_time_is_a_deadline(words: str, due: str) -> None:
    found = in_bracket(words)
    assert (found.lead, found.coop) == (("区水利局",), ("区财政局",))
    assert found.due == due
    assert (found.lead_certain, found.coop_certain) == (True, True)


def test_such_a_clause_outside_brackets_stays_the_tasks() -> None:
    assert trailers_in("疏浚护城河。6月底前完成清淤，区财政局配合。") == ()


@pytest.mark.parametrize(
    "words",
    [
        pytest.param("区水利局牵头，区财政局、区住建局，团区委配合", id="lists of several"),
        pytest.param("区水利局牵头，区财政局，团区委配合", id="one name"),
        pytest.param("区水利局，团区委配合", id="nobody leads in words"),
    ],
)
def test_names_without_a_role_before_those_that_take_part_doubt_both(words: str) -> None:
    found = in_bracket(words)
    assert (found.lead_certain, found.coop_certain) == (False, False)
    assert BEFORE_COOP in found.issues


@pytest.mark.parametrize(
    "words",
    [
        pytest.param("区水利局牵头、区财政局、团区委配合", id="牵头"),
        pytest.param("由区水利局牵头负责、区财政局、团区委协助", id="牵头负责"),
        pytest.param("区水利局主办、区财政局、团区委协办", id="主办"),
    ],
)
def test_a_pause_after_who_leads_parts_the_roles_in_doubt(words: str) -> None:
    found = in_bracket(words)
    assert (found.lead, found.coop) == (("区水利局",), ("区财政局", "团区委"))
    assert (found.lead_certain, found.coop_certain) == (False, False)
    assert LED_BY_PAUSE in found.issues
