"""Part labels as a sequence."""

from __future__ import annotations

import numpy as np

from storybank.signals.parts import Decoding, label

KINDS = 6


def decoding(weight: float = 0.0, heading: float = 0.0) -> Decoding:
    follow = np.full((KINDS, KINDS), -3.0)
    np.fill_diagonal(follow, -0.1)
    return Decoding(np.zeros(KINDS), follow, weight, heading, {}, 0.5)


def test_without_order_each_sentence_takes_its_own_best_label() -> None:
    """With no weight on order, the labels are the plain best guesses."""
    scores = np.log(np.array([[0.7, 0.1, 0.05, 0.05, 0.05, 0.05], [0.1, 0.1, 0.5, 0.1, 0.1, 0.1]]))
    assert label(scores, [None, None], decoding()) == ("situation", "action")


def test_order_overrules_a_doubtful_sentence() -> None:
    """A weak guess gives way when its neighbours agree on something else."""
    sure = [0.05, 0.05, 0.75, 0.05, 0.05, 0.05]
    doubtful = [0.30, 0.05, 0.28, 0.13, 0.12, 0.12]
    scores = np.log(np.array([sure, doubtful, sure]))
    assert label(scores, [None] * 3, decoding()) == ("action", "situation", "action")
    assert label(scores, [None] * 3, decoding(weight=1.0)) == ("action",) * 3


def test_a_heading_nudges_and_does_not_decide() -> None:
    """A claimed part tips a close call and leaves a clear one alone."""
    close = np.log(np.array([[0.05, 0.05, 0.42, 0.38, 0.05, 0.05]]))
    clear = np.log(np.array([[0.01, 0.01, 0.95, 0.01, 0.01, 0.01]]))
    assert label(close, ["result"], decoding(heading=0.5)) == ("result",)
    assert label(clear, ["result"], decoding(heading=0.5)) == ("action",)
