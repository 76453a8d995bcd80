"""Part labels: the best sequence, not the best guess for each sentence alone.

The reader gives each sentence a log-probability for each part. Answers have an order, though any order is
possible, so a label also pays for how unusual it is after the one before (Viterbi over six states). A heading
that claims a part adds weight to that label: headings are often wrong, so their weight is how often those of
this answer are borne out by what stands under them.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from storybank.text.document import PART_KINDS, PartKind

_RIGHT, _WRONG = 1, 2  # headings that we have seen before any: tried from 1 and 1 to 3 and 2
_ROUNDS = 5
_OTHERS = len(PART_KINDS) - 1


class Decoding(NamedTuple):
    """Fitted by `training/fit.py`: log-probabilities of first labels, of transitions, and the weight of order."""

    first: NDArray[np.float64]  # (6,)
    follow: NDArray[np.float64]  # (6, 6)
    weight: float
    figure: Mapping[str, float]  # how a figure's witnesses weigh (`storybank.signals.outcomes`)
    boundary: float  # from which word probability on a sentence starts, in speech without full stops


def label(
    scores: NDArray[np.floating], headings: Sequence[PartKind | None], fitted: Decoding
) -> tuple[PartKind, ...]:
    """The best label sequence for (sentences, 6) log-probabilities; needs at least one sentence."""
    emit = np.array(scores, dtype=np.float64)
    claims = [(row, PART_KINDS.index(part)) for row, part in enumerate(headings) if part is not None]
    weight = _borne_out(np.exp(emit), claims)
    for row, part in claims:
        emit[row, part] += weight
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


def _borne_out(scores: NDArray[np.float64], claims: Sequence[tuple[int, int]]) -> float:
    """How much a heading of this answer says for its part, as log-odds against each other part.

    The share of right headings is what makes the claims and the probabilities of the parts likeliest together
    (expectation and maximisation), starting from the belief in one that is right and two that are not.
    """
    likely = np.array([(scores[claim], scores[claim[0]].sum() - scores[claim]) for claim in claims])
    likely = likely.reshape(-1, 2) / (1, _OTHERS)
    right = _RIGHT / (_RIGHT + _WRONG)
    for _ in range(_ROUNDS):
        told = likely * (right, 1 - right)
        right = float((told[:, 0] / told.sum(1)).sum() + _RIGHT) / (len(claims) + _RIGHT + _WRONG)
    return math.log(_OTHERS * right / (1 - right))
