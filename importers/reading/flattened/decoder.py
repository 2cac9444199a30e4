"""Chains of states: how likely each is, which is best, and samples of what else may be.

Plain hidden-Markov arithmetic over a table of unit scores and a table of step scores
(both logs): forward and backward with scaling, Viterbi, forward filtering with backward
sampling.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Path = NDArray[np.int64]
_SMALL_PRODUCT = 1 << 17
"""Multiplications of a product of matrices that BLAS works out by itself, without threads."""


@dataclass(frozen=True)
class Chain:
    """The scores of one sequence: units × states, states × states, and of both ends."""

    units: Floats
    steps: Floats
    starts: Floats
    ends: Floats


@dataclass(frozen=True)
class Posterior:
    """What is expected of a chain: each unit's states, each step's count, the evidence."""

    states: Floats
    steps: Floats
    evidence: float


def _potentials(chain: Chain) -> tuple[Floats, Floats, Floats]:
    """The scores as factors, each row of units scaled to a greatest factor of one."""
    peaks = chain.units.max(axis=1)
    return np.exp(chain.units - peaks[:, None]), np.exp(chain.steps), peaks


def forward(chain: Chain) -> tuple[Floats, Floats]:
    """Filtered shares of the states at each unit, and the log scale of each unit."""
    units, steps, peaks = _potentials(chain)
    alpha = np.empty_like(units)
    scales = np.empty(len(units))
    before = np.exp(chain.starts)
    for index, factors in enumerate(units):
        here = before * factors
        scales[index] = total = np.add.reduce(here)
        alpha[index] = here = here / total
        before = here @ steps
    return alpha, np.log(scales) + peaks


def posterior(chain: Chain) -> Posterior:
    """Expected states and steps, by one pass forward and one backward."""
    alpha, scales = forward(chain)
    units, steps, peaks = _potentials(chain)
    factors = np.exp(scales - peaks)
    beta = np.empty_like(alpha)
    last = np.exp(chain.ends)
    closing = float(alpha[-1] @ last)
    beta[-1] = last / closing
    ahead = np.empty_like(alpha)
    for index in range(len(units) - 1, 0, -1):
        ahead[index] = units[index] * beta[index] / factors[index]
        beta[index - 1] = steps @ ahead[index]
    expected = steps * _counts(alpha[:-1], ahead[1:])
    return Posterior(alpha * beta, expected, float(scales.sum() + np.log(closing)))


def _counts(before: Floats, after: Floats) -> Floats:
    """``before.T @ after``, a stretch of units at a time.

    BLAS wakes a thread a core for a greater product, which costs a table of a plan more
    time of processors than the product does.
    """
    stretch = max(1, _SMALL_PRODUCT // (before.shape[1] * after.shape[1]))
    counts = np.zeros((before.shape[1], after.shape[1]))
    for start in range(0, len(before), stretch):
        counts += before[start : start + stretch].T @ after[start : start + stretch]
    return counts


def best_path(chain: Chain) -> Path:
    """The one most likely sequence of states (Viterbi)."""
    size = len(chain.units)
    back = np.zeros((size, chain.steps.shape[0]), dtype=np.int64)
    score = chain.starts + chain.units[0]
    for index in range(1, size):
        reach = score[:, None] + chain.steps
        back[index] = reach.argmax(axis=0)
        score = reach.max(axis=0) + chain.units[index]
    path = np.empty(size, dtype=np.int64)
    path[-1] = int((score + chain.ends).argmax())
    for index in range(size - 1, 0, -1):
        path[index - 1] = back[index, path[index]]
    return path


def sample_paths(chain: Chain, count: int, seed: int) -> NDArray[np.int64]:
    """``count`` sequences drawn by their likelihood, one a row; the same for the same seed."""
    random = np.random.default_rng(seed)
    alpha, _ = forward(chain)
    steps = np.exp(chain.steps)
    paths = np.empty((count, len(alpha)), dtype=np.int64)
    weights = np.repeat((alpha[-1] * np.exp(chain.ends))[:, None], count, axis=1)
    for index in range(len(alpha) - 1, -1, -1):
        if index < len(alpha) - 1:
            weights = alpha[index][:, None] * steps[:, paths[:, index + 1]]
        sums = weights.cumsum(axis=0)
        draw = random.random(count) * sums[-1]
        paths[:, index] = (sums <= draw).sum(axis=0).clip(max=len(weights) - 1)
    return paths
