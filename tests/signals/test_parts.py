"""Part labels as a sequence."""

from __future__ import annotations

import numpy as np

from storybank.signals.parts import Decoding, label
from storybank.text import PartKind

KINDS = 6


def decoding(weight: float = 0.0) -> Decoding:
    follow = np.full((KINDS, KINDS), -3.0)
    np.fill_diagonal(follow, -0.1)
    return Decoding(np.zeros(KINDS), follow, weight, {}, 0.5)


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


def sure(part: int, much: float = 0.9) -> list[float]:
    """Probabilities of a sentence that clearly plays one part."""
    return [much if k == part else (1 - much) / 5 for k in range(KINDS)]


def test_a_heading_tips_a_close_call_and_no_clear_one() -> None:
    """One heading alone is worth a little."""
    close = np.log(np.array([[0.05, 0.05, 0.42, 0.38, 0.05, 0.05]]))
    assert label(close, ["result"], decoding()) == ("result",)
    assert label(np.log(np.array([sure(2, 0.95)])), ["result"], decoding()) == ("action",)


def test_headings_are_trusted_as_far_as_the_others_are_right() -> None:
    """A note that could be anything is what its label says among right labels, and not among wrong ones."""
    note = [0.6, 0.1, 0.1, 0.1, 0.05, 0.05]
    rows = np.log(np.array([sure(0), note, sure(2), sure(2), sure(3), sure(4)]))
    right: list[PartKind | None] = ["situation", "task", "action", "action", "result", "learning"]
    wrong: list[PartKind | None] = ["result", "task", "situation", "learning", "task", "action"]
    assert label(rows, right, decoding())[1] == "task"
    assert label(rows, wrong, decoding())[1] == "situation"
    assert label(rows, wrong, decoding()) == label(rows, [None] * 6, decoding())
