"""Part labels: the best sequence, not the best guess for each sentence alone.

The reader gives each sentence a log-probability for each part. Answers have an order, though any order is
possible, so a label also pays for how unusual it is after the one before (Viterbi over six states). A heading
that claims a part adds a little weight to that label and never decides: headings are often wrong.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from storybank.text.document import PART_KINDS, PartKind


class Decoding(NamedTuple):
    """Fitted by `training/fit.py`: log-probabilities of first labels, of transitions, and two weights."""

    first: NDArray[np.float64]  # (6,)
    follow: NDArray[np.float64]  # (6, 6)
    weight: float
    heading: float
    figure: Mapping[str, float]  # how a figure's witnesses weigh (`storybank.signals.outcomes`)
    boundary: float  # from which word probability on a sentence starts, in speech without full stops


def label(
    scores: NDArray[np.floating], headings: Sequence[PartKind | None], fitted: Decoding
) -> tuple[PartKind, ...]:
    """The best label sequence for (sentences, 6) log-probabilities; needs at least one sentence."""
    emit = np.array(scores, dtype=np.float64)
    for row, claimed in enumerate(headings):
        if claimed is not None:
            emit[row, PART_KINDS.index(claimed)] += fitted.heading
    best = emit[0] + fitted.weight * fitted.first
    back = np.zeros(emit.shape, dtype=np.int64)
    for row in range(1, len(emit)):
        paths = best[:, None] + fitted.weight * fitted.follow
        back[row] = paths.argmax(0)
        best = paths.max(0) + emit[row]
    state = int(best.argmax())
    out = [state]
    for row in range(len(emit) - 1, 0, -1):
        state = int(back[row, state])
        out.append(state)
    return tuple(PART_KINDS[k] for k in reversed(out))
