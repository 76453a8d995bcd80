"""Percentile bootstrap intervals over stories: where a measure might lie with other stories.

Answers about one event are alike, so whole stories are drawn again, never single answers.
"""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Callable, Mapping, Sequence

RESAMPLES = 1000
SEED = 2026
COVERED = 0.95
Interval = tuple[float, float]


def intervals(
    rows: Sequence[Sequence[int]],
    measured: Callable[[Sequence[int]], Mapping[str, float | None]],
    resamples: int = RESAMPLES,
    seed: int = SEED,
) -> dict[str, Interval]:
    """The middle 95% of each measure over `resamples` draws of stories: as many as there are, with repeats.

    `rows` holds one row of counts a story; a draw is the sum of its rows, which `measured` turns into named
    values. A measure with nothing to measure in a draw (None) leaves that draw out; in all draws, has no
    interval. The same rows and seed give the same intervals.
    """
    if not rows:
        return {}
    import numpy as np

    rng = random.Random(seed)
    weights = np.zeros((resamples, len(rows)), dtype=np.int64)
    for draw in weights:
        for story, times in Counter(rng.choices(range(len(rows)), k=len(rows))).items():
            draw[story] = times
    # Whole numbers all through: sums are exact, whatever the order.
    sums: list[list[int]] = (weights @ np.array(rows, dtype=np.int64)).tolist()
    samples: dict[str, list[float]] = {}
    for row in sums:
        for name, value in measured(row).items():
            if value is not None:
                samples.setdefault(name, []).append(value)
    tail = (1 - COVERED) / 2
    return {name: (percentile(v, tail), percentile(v, 1 - tail)) for name, v in samples.items()}


def percentile(values: Sequence[float], share: float) -> float:
    """The value below which `share` (0 to 1) of the values lie, straight lines between neighbours."""
    ranked = sorted(values)
    at = share * (len(ranked) - 1)
    low = int(at)
    high = min(low + 1, len(ranked) - 1)
    return ranked[low] + (ranked[high] - ranked[low]) * (at - low)
