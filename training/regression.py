"""Small regressions with named weights, and where to cut what they say."""

from __future__ import annotations

import numpy as np
from scipy.optimize import lsq_linear, minimize


def logistic(x: np.ndarray, y: np.ndarray, w: np.ndarray, l2: float) -> np.ndarray:
    """Weighted logistic regression on standardised columns, the bias last and free."""

    def loss(b):
        z = x @ b[:-1] + b[-1]
        p = 1 / (1 + np.exp(-z))
        value = (w * (np.logaddexp(0, z) - y * z)).sum() + l2 * (b[:-1] ** 2).sum()
        d = w * (p - y)
        return value, np.append(x.T @ d + 2 * l2 * b[:-1], d.sum())

    return minimize(loss, np.zeros(x.shape[1] + 1), jac=True, method="L-BFGS-B").x


def best_threshold(p: np.ndarray, y: np.ndarray, w: np.ndarray, beta2: float) -> float:
    """The threshold with the best F-beta, precision leading."""
    best, at = -1.0, 0.5
    for t in np.unique(np.clip(np.round(p, 2), 0.42, 0.9)):
        s = p >= t
        tp, fp, fn = (w * (s & y)).sum(), (w * (s & ~y)).sum(), (w * (~s & y)).sum()
        f = (1 + beta2) * tp / max(1e-9, (1 + beta2) * tp + beta2 * fn + fp)
        if f > best + 1e-9:
            best, at = f, float(t)
    return at


def cuts_for(points: np.ndarray, gold: np.ndarray, w: np.ndarray, low: int, high: int) -> list[float]:
    """Cut points that maximise weighted kappa, by coordinate search from the quantiles."""
    values = range(low, high)
    cuts = [float(k) + 0.5 for k in values]
    grid = np.linspace(points.min(), points.max(), 80)

    def quality(c):
        s = low + sum((points >= k).astype(int) for k in c)
        return -(w * (s - gold) ** 2).sum() / w.sum() + 1.0 * wkappa(s, gold, w)

    for _ in range(6):
        for k in range(len(cuts)):
            lo = cuts[k - 1] + 0.05 if k else -9
            hi = cuts[k + 1] - 0.05 if k + 1 < len(cuts) else 99
            options = [g for g in grid if lo < g < hi] + [cuts[k]]
            cuts[k] = float(max(options, key=lambda g: quality([*cuts[:k], g, *cuts[k + 1 :]])))
    return [round(c, 3) for c in cuts]


def wkappa(a, b, w) -> float:
    """Weighted quadratic kappa."""
    a, b = a.astype(float), b.astype(float)

    def mean(x: np.ndarray) -> float:
        return float(np.average(x, weights=w))

    by_chance = mean(a * a) + mean(b * b) - 2 * mean(a) * mean(b)  # (a_i - b_k) squared, over all pairs
    return 1 - mean((a - b) ** 2) / by_chance


def nonneg(x: np.ndarray, y: np.ndarray, w: np.ndarray, ridge: float) -> np.ndarray:
    """Least squares with non-negative weights and a free base, a little ridge towards small weights."""
    n = x.shape[1]
    a = np.vstack(
        [
            np.column_stack([x, np.ones(len(x))]) * np.sqrt(w)[:, None],
            np.column_stack([np.sqrt(ridge) * np.eye(n), np.zeros(n)]),
        ]
    )
    b = np.concatenate([y * np.sqrt(w), np.zeros(n)])
    return lsq_linear(a, b, bounds=([0] * n + [-np.inf], np.inf)).x
