"""The level whose scope the deeds show: people, teams, money, ranks and horizon, weighed together."""

from __future__ import annotations

from collections.abc import Mapping

from storybank.playbook.names import Level
from storybank.signals.fitted import Fitted
from storybank.signals.model import Signals

BEARS_ON = (
    "level:L6", "level:L7", "max:scope6", "max:scope7", "sum:scope6", "sum:scope7",
    "say:scope6", "say:scope7", "people", "money", "teams",
    "executives", "middle-ranks", "wide", "years", "target:L6", "target:L7",
)  # fmt: skip
"""The numbers that the level weighs. The target is among them: people who judge scope know what was aimed at, and where
the words leave it open they go by that (over 3,900 answers kappa is 0.88 with it, 0.85 without)."""


def scope_points(numbers: Mapping[str, float], fitted: Fitted) -> float:
    """Scope on one scale: about 0 for L5, 1 for L6, 2 for L7."""
    weighed = fitted.judgement["level"]
    return float(weighed["bias"] + sum(w * numbers[k] for k, w in weighed["weights"].items()))


def read_level(numbers: Mapping[str, float], fitted: Fitted) -> Level:
    """The level whose scope the deeds show; L5 where none is shown."""
    low, high = fitted.judgement["level"]["cuts"]
    points = scope_points(numbers, fitted)
    return "L5" if points < low else "L6" if points < high else "L7"


_CLEAR = 0.5


def falls_short(level: Level, target: Level, signals: Signals) -> bool:
    """True at L7 where a smaller scope is to be seen: it is named, or the deeds and what came of them are told.

    Aiming high already tips the level where the words leave it open; what reads as less even so, with no sentence
    that speaks of more, is less. People hold an L7 to that nearly always; at L6 they often let one team pass, so
    there the judgement decides alone.
    """
    if target != "L7" or level == "L7" or signals.said.get("scope7") or signals.best("scope7", _CLEAR):
        return False
    named = signals.said.get("scope6") or signals.best("scope6", _CLEAR)
    return bool(named) or all(signals.best(tag, _CLEAR) for tag in ("own", "measured"))
