"""Which figures state an outcome: the witnesses weighed, and how sure is sure enough."""

from __future__ import annotations

import numpy as np

from hearing import FLAT
from regression import best_threshold, logistic
from storybank.signals.outcomes import WITNESSES, find_outcomes, witnesses
from train import hash_of

_EQUAL = 0.002  # of F1


def figure_f1(examples, heards, figure) -> tuple[float, float, float]:
    tp = fn = fp = 0
    fitted = FLAT._replace(figure=figure)
    for e, h in zip(examples, heards, strict=True):
        said = [
            h.document.locate(f.figure.span)
            for f in find_outcomes(h.document, h.read, h.told, fitted)
            if f.outcome
        ]
        for a, b in e.figures:
            if any(s.start < b and a < s.end for s in said):
                tp += 1
            else:
                fn += 1
        fp += sum(not any(s.start < b and a < s.end for a, b in e.figures) for s in said)
    return 2 * tp / max(1, 2 * tp + fn + fp), tp / max(1, tp + fp), tp / max(1, tp + fn)


def fit_figures(examples, heards) -> dict[str, float]:
    """Weigh the witnesses; the estimate is cross-validated by story."""
    groups, rows, gold = [], [], []
    for e, h in zip(examples, heards, strict=True):
        for figure, said in witnesses(h.document, h.read, h.told):
            span = h.document.locate(figure.span)
            rows.append([said[w] for w in WITNESSES])
            gold.append(any(span.start < b and a < span.end for a, b in e.figures))
            groups.append(hash_of("fit" + e.story) % 6)
    x, y, groups = np.array(rows), np.array(gold, float), np.array(groups)

    def weigh(fit):
        b = logistic(x[fit], y[fit], np.ones(int(fit.sum())), 0.5)
        p = 1 / (1 + np.exp(-(x[fit] @ b[:-1] + b[-1])))
        cut = best_threshold(p, y[fit] > 0.5, np.ones(len(p)), 1.0)
        b[-1] -= np.log(cut / (1 - cut))
        return {
            **dict(zip(WITNESSES, np.round(b[:-1], 3).tolist(), strict=True)),
            "bias": round(float(b[-1]), 3),
        }

    best = (-1.0, 0.0, {})
    for alone in (0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 1.0):
        tally = []
        for g in range(6):
            held = [k for k, e in enumerate(examples) if hash_of("fit" + e.story) % 6 == g]
            weights = {**weigh(groups != g), "alone": alone}
            tally.append(
                (len(held), figure_f1([examples[k] for k in held], [heards[k] for k in held], weights))
            )
        value = np.average([t[1] for t in tally], axis=0, weights=[t[0] for t in tally])
        if value[0] > best[0]:
            best = (float(value[0]), alone, value)
    weights = {**weigh(np.ones(len(x), bool)), "alone": best[1]}
    shifts = [round(weights["bias"] - step / 10, 3) for step in range(16)]
    tried = [(figure_f1(examples, heards, {**weights, "bias": bias}), bias) for bias in shifts]
    most = max(value[0] for value, _ in tried)
    # What is no outcome and is called one misleads more than an outcome that is passed over: of about equals the surest.
    value, weights["bias"] = max((t for t in tried if t[0][0] >= most - _EQUAL), key=lambda t: t[0][1])
    print(
        f"figures: F1 {best[2][0]:.3f}, alone {best[1]}; as chosen, not held out: "
        + "{:.3f} {:.3f} {:.3f}".format(*value)
    )
    return weights
