"""The chain's arithmetic, held against all paths counted one by one."""

from __future__ import annotations

import itertools

import numpy as np
import pytest
from numpy.typing import NDArray

from importers.reading.flattened.decoder import Chain, best_path, posterior, sample_paths

UNITS, STATES = 5, 3


def chain(seed: int) -> Chain:
    random = np.random.default_rng(seed)
    steps = random.normal(size=(STATES, STATES))
    steps[0, 2] = -np.inf
    return Chain(
        units=random.normal(size=(UNITS, STATES)) * 3,
        steps=steps,
        starts=np.array([0.0, -1.0, -np.inf]),
        ends=random.normal(size=STATES),
    )


def every_path(of: Chain) -> dict[tuple[int, ...], float]:
    """The log score of each path there is."""
    scores = {}
    for path in itertools.product(range(STATES), repeat=UNITS):
        score = of.starts[path[0]] + of.ends[path[-1]]
        score += sum(of.units[index, state] for index, state in enumerate(path))
        score += sum(of.steps[a, b] for a, b in itertools.pairwise(path))
        scores[path] = float(score)
    return scores


def shares(of: Chain) -> dict[tuple[int, ...], float]:
    scores = every_path(of)
    total = np.logaddexp.reduce(list(scores.values()))
    return {path: float(np.exp(score - total)) for path, score in scores.items()}


@pytest.mark.parametrize("seed", range(5))
def test_the_best_path_is_the_best_of_all(seed: int) -> None:
    scores = every_path(chain(seed))
    assert tuple(best_path(chain(seed))) == max(scores, key=lambda path: scores[path])


@pytest.mark.parametrize("seed", range(5))
def test_the_evidence_is_the_sum_over_all_paths(seed: int) -> None:
    total = np.logaddexp.reduce(list(every_path(chain(seed)).values()))
    assert posterior(chain(seed)).evidence == pytest.approx(float(total))


@pytest.mark.parametrize("seed", range(5))
def test_expected_states_and_steps_are_counts_over_all_paths(seed: int) -> None:
    states = np.zeros((UNITS, STATES))
    steps = np.zeros((STATES, STATES))
    for path, share in shares(chain(seed)).items():
        states[range(UNITS), path] += share
        for one, other in itertools.pairwise(path):
            steps[one, other] += share
    expected = posterior(chain(seed))
    np.testing.assert_allclose(expected.states, states, atol=1e-12)
    np.testing.assert_allclose(expected.steps, steps, atol=1e-12)


def test_sampled_paths_come_as_often_as_they_are_likely() -> None:
    paths: NDArray[np.int64] = sample_paths(chain(1), 20_000, seed=7)
    drawn = {tuple(path): 0 for path in paths}
    for path in paths:
        drawn[tuple(path)] += 1
    for path, share in shares(chain(1)).items():
        assert drawn.get(path, 0) / len(paths) == pytest.approx(share, abs=0.015)


def test_the_same_seed_draws_the_same_paths() -> None:
    one, other = (sample_paths(chain(2), 50, seed=3) for _ in range(2))
    np.testing.assert_array_equal(one, other)


def test_a_step_that_cannot_be_is_never_taken() -> None:
    for path in sample_paths(chain(3), 500, seed=1):
        assert (0, 2) not in itertools.pairwise(path)


def test_a_long_chain_neither_overflows_nor_vanishes() -> None:
    random = np.random.default_rng(0)
    long = Chain(
        units=random.normal(size=(5000, STATES)) * 50,
        steps=random.normal(size=(STATES, STATES)),
        starts=np.zeros(STATES),
        ends=np.zeros(STATES),
    )
    assert np.isfinite(posterior(long).evidence)
    np.testing.assert_allclose(posterior(long).states.sum(axis=1), 1)


@pytest.mark.parametrize("size", [pytest.param(3, id="one stretch"), pytest.param(60, id="many")])
def test_a_chain_is_expected_to_take_a_step_between_each_two_units(size: int) -> None:
    random = np.random.default_rng(1)
    wide = Chain(
        units=random.normal(size=(200, size)),
        steps=random.normal(size=(size, size)),
        starts=np.zeros(size),
        ends=np.zeros(size),
    )
    expected = posterior(wide)
    np.testing.assert_allclose(expected.steps.sum(axis=1), expected.states[:-1].sum(axis=0))
    np.testing.assert_allclose(expected.steps.sum(axis=0), expected.states[1:].sum(axis=0))
