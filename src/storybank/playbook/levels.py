"""How far a number reaches on the scale of levels; the numbers are those of `data/levels/`."""

from __future__ import annotations

import json
from functools import cache
from importlib.resources import files
from itertools import pairwise
from math import log10
from typing import Literal

Measure = Literal["people", "teams", "money"]
_MOST = 2.25
"""The top of the scale: ten times the least of L7."""


def reach(measure: Measure, value: float) -> float:
    """Where `value` people, teams or dollars a year stand on the scale of levels: 0 for none, 1 amid L6, 2 for L7.

    Grows with the logarithm between the bounds of the levels: 0.75 at the least of L6, 1.25 at its most, 1.75 at the
    least of L7, and no further than ten times that.
    """
    if value <= 0:
        return 0.0
    points = _points(measure)
    at = log10(1 + value)
    for (low, below), (high, above) in pairwise(points):
        if at <= high:
            return below + (above - below) * (at - low) / (high - low)
    return _MOST


@cache
def bounds() -> dict[str, dict[str, list[float]]]:
    """Least and most people, teams, dollars a year and months of each level."""
    # Read without the models of the playbook: a review needs these numbers and nothing else of it.
    text = (files("storybank.playbook") / "data" / "compiled" / "bounds.json").read_text(encoding="utf-8")
    found: dict[str, dict[str, list[float]]] = json.loads(text)
    return found


@cache
def _points(measure: Measure) -> tuple[tuple[float, float], ...]:
    low, high = bounds()["L6"][measure]
    seven = bounds()["L7"][measure][0]
    least = low / (1000 if measure == "money" else 10)
    values = ((0.0, 0.0), (least, 0.1), (low, 0.75), (high, 1.25), (seven, 1.75), (10 * seven, _MOST))
    return tuple((log10(1 + value), mark) for value, mark in values)
