"""Long answers in windows that the encoder can see whole, and where each sentence stands in the answer."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

WIDTH = 254  # pieces a window, the two special ones not counted
OVERLAP = 64  # pieces that two neighbouring windows share
FEATURES = 8


def windows(
    ids: list[int], cls: int, sep: int
) -> tuple[NDArray[np.int64], NDArray[np.int64], NDArray[np.int64]]:
    """Lay piece numbers out in windows that overlap.

    Returns ids and mask, both (windows, width + 2), and for each piece the index of its best view in the
    flattened windows: the one in which it stands farthest from an edge that cuts the text.
    """
    n = len(ids)
    if n <= WIDTH:
        starts = [0]
        width = n
    else:
        count = -(-(n - OVERLAP) // (WIDTH - OVERLAP))
        width = min(WIDTH, -(-(n + (count - 1) * OVERLAP) // count))
        step = (n - width) / (count - 1)
        starts = [round(k * step) for k in range(count)]
    table = np.zeros((len(starts), width + 2), dtype=np.int64)
    for row, start in enumerate(starts):
        table[row, 0] = cls
        table[row, 1 : width + 1] = ids[start : start + width]
        table[row, width + 1] = sep
    best = np.zeros(n, dtype=np.int64)
    for row, start in enumerate(starts):
        # From the middle of the overlap with the window before, this one sees more.
        first = 0 if row == 0 else (start + starts[row - 1] + width) // 2
        best[first : start + width] = np.arange(first - start, width) + row * (width + 2) + 1
    return table, np.ones_like(table), best


def features(lengths: Sequence[int]) -> NDArray[np.float32]:
    """Where each sentence stands: (sentences, FEATURES), from the number of pieces of each, in their order."""
    count, pieces = len(lengths), sum(lengths)
    rows = np.zeros((count, FEATURES), dtype=np.float32)
    first = 0
    for k, length in enumerate(lengths):
        share = (first + length / 2) / max(pieces, 1)
        first += length
        rows[k] = (
            share,
            share * share,
            float(k == 0),
            float(k == count - 1),
            float(k == count - 2),
            min(length, 60) / 60,
            min(pieces, 1000) / 1000,
            1 / (1 + count),
        )
    return rows
