"""Terms follow from the set of papers: each holds from its date until one leaves it out."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from itertools import pairwise
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from importers.terms import Duty, Office, Pair, Paper, Portfolio, Term, Wording, terms_of, wordings

CHEN, LI, WANG, ZHAO, QIAN = 1, 2, 3, 4, 5
Y18, Y21, Y24 = (dt.date(year, 6, 2) for year in (2018, 2021, 2024))
EVE21, EVE24 = dt.date(2021, 6, 1), dt.date(2024, 6, 1)


def over(leader: int, department: int = 7) -> Portfolio:
    return Portfolio(leader, department, "supervises")


def a_paper(
    on: dt.date | None, *duties: Duty, issuer: str = "区政府", listed: Sequence[int] = ()
) -> Paper:
    """A paper with these duties, which lists those whom they concern and ``listed``."""
    named = {leader for duty in duties for leader in duty.leaders}
    return Paper(issuer, on, named | {*listed}, set(), dict.fromkeys(duties, Wording()))


@pytest.mark.parametrize(
    ("papers", "terms"),
    [
        pytest.param([a_paper(Y18, over(CHEN))], [Term(Y18, None)], id="one paper"),
        pytest.param(
            [a_paper(Y18, over(CHEN)), a_paper(Y21, over(CHEN))], [Term(Y18, None)], id="repeated"
        ),
        pytest.param(
            [a_paper(Y18, over(CHEN)), a_paper(Y21, over(LI))],
            [Term(Y18, EVE21)],
            id="left out: ends the day before",
        ),
        pytest.param(
            [a_paper(Y18, over(CHEN)), a_paper(Y21, over(LI)), a_paper(Y24, over(CHEN))],
            [Term(Y18, EVE21), Term(Y24, None)],
            id="left out once",
        ),
        pytest.param(
            [a_paper(Y18, over(CHEN)), a_paper(Y18, over(LI))],
            [Term(Y18, None)],
            id="two papers of one day complete each other",
        ),
        pytest.param(
            [a_paper(Y18, over(CHEN)), a_paper(Y21, over(LI), issuer="区委")],
            [Term(Y18, None)],
            id="another issuer ends nothing",
        ),
        pytest.param(
            [a_paper(Y18, over(CHEN)), a_paper(Y21, over(CHEN), issuer="区委")],
            [Term(Y18, None)],
            id="two issuers say the same",
        ),
        pytest.param(
            [
                a_paper(Y18, over(CHEN)),
                a_paper(Y21, over(LI)),
                a_paper(Y21, over(CHEN), issuer="区委"),
            ],
            [Term(Y18, None)],
            id="one issuer goes on where the other stops",
        ),
        pytest.param([a_paper(None, over(CHEN))], [Term(None, None)], id="without a date"),
        pytest.param(
            [a_paper(None, over(CHEN)), a_paper(Y18, over(LI))],
            [Term(None, None)],
            id="without a date nothing ends it",
        ),
        pytest.param(
            [a_paper(Y18, over(CHEN)), a_paper(None, over(LI))],
            [Term(Y18, None)],
            id="without a date it ends nothing",
        ),
    ],
)
def test_a_portfolio_holds(papers: list[Paper], terms: list[Term]) -> None:
    assert terms_of(papers)[over(CHEN)] == terms
    assert terms_of(reversed(papers))[over(CHEN)] == terms


def test_an_office_ends_with_another_title() -> None:
    terms = terms_of([a_paper(Y18, Office(CHEN, "副区长")), a_paper(Y21, Office(CHEN, "区长"))])
    assert terms[Office(CHEN, "副区长")] == [Term(Y18, EVE21)]
    assert terms[Office(CHEN, "区长")] == [Term(Y21, None)]


def test_an_office_goes_on_where_the_leader_is_listed_without_a_title() -> None:
    papers = [a_paper(Y18, Office(CHEN, "副区长"), over(CHEN)), a_paper(Y21, listed=[CHEN])]
    assert terms_of(papers) == {
        Office(CHEN, "副区长"): [Term(Y18, None)],
        over(CHEN): [Term(Y18, EVE21)],
    }


def test_a_pair_ends_when_either_has_another() -> None:
    terms = terms_of([a_paper(Y18, Pair(CHEN, LI)), a_paper(Y21, Pair(CHEN, WANG), listed=[LI])])
    assert terms == {Pair(CHEN, LI): [Term(Y18, EVE21)], Pair(CHEN, WANG): [Term(Y21, None)]}


def test_what_could_not_be_read_ends_nothing_of_that_leader() -> None:
    later = a_paper(Y21, listed=[CHEN, LI])
    later.unclear.add(CHEN)
    terms = terms_of([a_paper(Y18, over(CHEN), over(LI), Pair(CHEN, LI)), later])
    assert terms == {
        over(CHEN): [Term(Y18, None)],
        over(LI): [Term(Y18, EVE21)],
        Pair(CHEN, LI): [Term(Y18, None)],
    }


FOUR = (over(CHEN), over(LI), over(WANG), over(ZHAO))


def test_a_paper_on_a_few_ends_only_what_they_had() -> None:
    terms = terms_of([a_paper(Y18, *FOUR), a_paper(Y21, over(CHEN, 8))])
    assert terms[over(CHEN)] == [Term(Y18, EVE21)]
    assert {tuple(terms[duty]) for duty in FOUR[1:]} == {(Term(Y18, None),)}


def test_a_second_paper_on_a_few_is_measured_by_all_who_hold_something() -> None:
    papers = [a_paper(Y18, *FOUR), a_paper(Y21, over(CHEN, 8)), a_paper(Y24, over(LI, 8))]
    terms = terms_of(papers)
    assert terms[over(CHEN, 8)] == [Term(Y21, None)]
    assert terms[over(LI)] == [Term(Y18, EVE24)]


def test_a_paper_on_half_of_them_is_a_new_division() -> None:
    terms = terms_of([a_paper(Y18, *FOUR), a_paper(Y21, over(CHEN), over(QIAN))])
    assert terms[over(CHEN)] == [Term(Y18, None)]
    assert {tuple(terms[duty]) for duty in FOUR[1:]} == {(Term(Y18, EVE21),)}


def test_the_latest_paper_says_how_a_duty_is_printed() -> None:
    papers = [a_paper(day, over(CHEN)) for day in (Y21, None, Y18)]
    for number, paper in enumerate(papers):
        paper.duties[over(CHEN)] = Wording(str(number))
    assert wordings(papers) == {over(CHEN): Wording("0")}


duties = st.sampled_from([over(leader, body) for leader in (1, 2, 3) for body in (7, 8)])
days = st.none() | st.dates(dt.date(2018, 1, 1), dt.date(2018, 1, 6))
papers = st.builds(
    lambda day, held, issuer: a_paper(day, *held, issuer=issuer),
    days, st.sets(duties), st.sampled_from("甲乙"),
)  # fmt: skip


@given(st.lists(papers, max_size=6), st.randoms())
def test_the_order_of_the_papers_does_not_matter(several: list[Paper], random: Random) -> None:
    shuffled = random.sample(several, len(several))
    assert terms_of(shuffled) == terms_of(several)


@given(st.lists(papers, max_size=6))
def test_terms_of_one_duty_never_overlap_or_touch(several: list[Paper]) -> None:
    for spans in terms_of(several).values():
        for one, after in pairwise(spans):
            assert one.until is not None
            assert after.since is not None
            assert one.until + dt.timedelta(days=1) < after.since


@given(st.lists(papers, min_size=1, max_size=6))
def test_what_a_paper_says_holds_on_its_day(several: list[Paper]) -> None:
    terms = terms_of(several)
    for paper in several:
        for duty in paper.duties:
            assert any(_covers(term, paper.on) for term in terms[duty])


def _covers(term: Term, day: dt.date | None) -> bool:
    if day is None:
        return term == Term(None, None)
    return (term.since or day) <= day <= (term.until or day)
