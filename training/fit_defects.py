"""How likely each judged defect is from what was read and found, and from where on it is reported."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from hearing import Case
from records import Example
from regression import best_threshold, logistic
from storybank.readings.asked import read_question
from storybank.readings.judgement import BEARS_ON
from train import hash_of

FOLDS = 8
PRECISION = 0.85
"""How often a reported defect is to be there: a wrong reproach costs more trust than a missed one."""


def gold_defect(name: str, e: Example) -> bool | None:
    """Whether an answer has a defect; None where the labels leave it open."""
    if name == "missing-learning":  # raised only at some levels, true or false at all
        if {"generic-lesson", "nothing-to-change"} & set(e.defects):
            return False
        return not any(s.label == "learning" for s in e.sentences)
    if name == "is-story":
        return not (
            e.verdict == "strong-no"
            and set(e.scores) == {1}
            and {"missing-result", "missing-situation"} <= set(e.defects)
        )
    if name == "assigned-not-initiated" and not read_question(e.question).initiative:
        return None
    return name in e.defects


def fit_defects(cases: list[Case], weight: np.ndarray) -> tuple[dict, dict]:
    """Weights and thresholds of every judged defect; also out-of-fold probabilities for the scores' terms."""
    groups = np.array([hash_of("fit" + c.example.story) % FOLDS for c in cases])
    out, oof, trials = {}, {}, {}
    for name, keys in BEARS_ON.items():
        gold = [gold_defect(name, c.example) for c in cases]
        known = np.array([g is not None for g in gold])
        y = np.array([bool(g) for g in gold])
        x = np.array([[c.numbers[k] for k in keys] for c in cases])
        mean, std = x[known].mean(0), x[known].std(0) + 1e-6
        z = (x - mean) / std
        p, cuts = np.zeros(len(cases)), np.zeros(len(cases))
        weighs, l2 = weight, 1.5
        if name == "is-story":  # one in sixty tells none, and none of these may pass for a story
            weighs, l2 = weight * np.where(y, 1, 20), 15.0
        for g in range(FOLDS):
            fit, test = known & (groups != g), groups == g
            b = logistic(z[fit], y[fit].astype(float), weighs[fit], l2)
            p[test] = 1 / (1 + np.exp(-(z[test] @ b[:-1] + b[-1])))
        for g in range(FOLDS):  # the threshold too is chosen without the answers it is judged on
            fit, test = known & (groups != g), groups == g
            cuts[test] = best_threshold(p[fit], y[fit], weight[fit], 0.6)
        oof[name] = p
        b = logistic(z[known], y[known].astype(float), weighs[known], l2)
        cut = 0.5 if name == "is-story" else best_threshold(p[known], y[known], weight[known], 0.6)
        raw = b[:-1] / std
        bias = b[-1] - (raw * mean).sum()
        out[name] = {
            "weights": {k: round(float(v), 4) for k, v in zip(keys, raw, strict=True)},
            "bias": round(float(bias), 4), "threshold": cut,
        }  # fmt: skip
        trials[name] = Trial(p[known], y[known], cuts[known])
    free = [name for name in out if name not in ("is-story", "missing-learning")]
    more = sure_enough([trials[name] for name in free])
    for name in free:
        out[name]["threshold"] = raised(out[name]["threshold"], more)
        trials[name] = trials[name]._replace(cuts=raised(trials[name].cuts, more))
    for name, trial in trials.items():
        out[name]["threshold"] = round(float(out[name]["threshold"]), 3)
        tp, fp, fn = trial.tally()
        print(
            f"  {name:24} n {tp + fn:3} tp {tp:3} fp {fp:3} fn {fn:3}  threshold {out[name]['threshold']:.2f}"
        )
    tp, fp, fn = np.sum([trials[name].tally() for name in free], axis=0)
    print(
        f"defects judged: F1 {2 * tp / (2 * tp + fp + fn):.3f} precision {tp / (tp + fp):.3f}, raised by {more}"
    )
    return out, oof


class Trial(NamedTuple):
    """One defect over many answers: how likely it seemed, whether it was there, from where on it would be reported."""

    p: np.ndarray
    gold: np.ndarray
    cuts: np.ndarray

    def tally(self) -> tuple[int, int, int]:
        """Rightly reported, wrongly reported, missed."""
        said = self.p >= self.cuts
        return int((said & self.gold).sum()), int((said & ~self.gold).sum()), int((~said & self.gold).sum())


def raised(threshold, more: float):
    """A probability, or several, further up by so much on the scale of log odds."""
    return 1 / (1 + (1 / threshold - 1) * np.exp(-more))


def sure_enough(trials: list[Trial]) -> float:
    """How far all thresholds are raised together, in log odds, so that a report is right as often as promised."""
    for more in np.arange(0, 1, 0.05):
        tp, fp, _ = np.sum([t._replace(cuts=raised(t.cuts, more)).tally() for t in trials], axis=0)
        if tp >= PRECISION * (tp + fp):
            break
    return round(float(more), 2)
