"""The defects that need the whole context, judged: a weighted sum of named numbers for each.

The weights stand in `data/judgement.json`, fitted by `training/fit.py` on answers that the reader had not seen.
Each defect weighs only the handful of numbers that bear on it (`BEARS_ON`), so a judgement can be followed by
hand; and each points at the sentences that show its tag (`SHOWN_BY`), so that it can be quoted.
"""

from __future__ import annotations

import json
import math
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Any

SHOWN_BY: dict[str, tuple[str, ...]] = {
    "we-without-i": ("joint",),
    "assigned-not-initiated": ("assigned",),
    "handed-off": ("handoff", "others"),
    "waited-passively": ("wait",),
    "sole-credit": ("credit",),
    "blames-others": ("blame",),
    "hypothetical": ("would",),
    "effort-as-ownership": ("effort",),
    "ignored-risk": ("rush",),
    "avoided-conflict": ("yield",),
    "proved-them-wrong": ("gloat",),
    "escalated-first": ("upfirst",),
    "hedged": ("hedge",),
    "scope-below-level": ("scope6", "scope7"),
    "scope-above-level": ("scope7", "credit"),
    "vague-result": ("feeling",),
    "unquantified-result": ("outcome",),
    "technical-only-result": ("measured",),
    "generic-lesson": ("generic",),
    "nothing-to-change": ("sameagain",),
    "missing-result": ("outcome",),
    "missing-learning": ("insight", "changed"),
    "missing-situation": ("pain", "filler"),
    "missing-task": (),
    "names-a-person": (),
}
"""The tags whose sentences speak for (or, for what is missing, against) each defect."""

_CONTEXT: dict[str, tuple[str, ...]] = {
    "we-without-i": ("share:joint", "share:own", "we-share", "sum:own", "max:credit"),
    "assigned-not-initiated": ("max:unasked", "asked-initiative"),
    "handed-off": ("sum:own", "share:others", "max:wait"),
    "waited-passively": ("max:influence", "sum:own"),
    "sole-credit": ("share:credit", "we-share"),
    "blames-others": ("sum:blame", "max:ownfault"),
    "hypothetical": ("share:would", "none:result", "share:own"),
    "effort-as-ownership": ("sum:effort",),
    "ignored-risk": ("max:check", "sum:rush"),
    "avoided-conflict": ("max:influence", "asked-disagreement"),
    "proved-them-wrong": ("sum:gloat", "max:influence"),
    "escalated-first": ("asked-disagreement",),
    "hedged": ("sum:hedge", "hedges"),
    "scope-below-level": ("level:L5", "level:L6", "level:L7", "target:L5", "target:L6", "target:L7"),
    "scope-above-level": ("level:L7", "target:L5", "target:L7", "max:own", "max:scope6"),
    "vague-result": ("max:measured", "none:result", "share:feeling", "figures"),
    "unquantified-result": ("max:measured", "max:feeling", "none:result", "figures"),
    "technical-only-result": ("max:business", "figures", "max:lasting", "none:result"),
    "generic-lesson": ("max:insight", "max:changed", "none:learning"),
    "nothing-to-change": ("max:changed", "max:insight"),
    "missing-result": ("none:result", "part:result", "max:measured"),
    "missing-learning": ("none:learning", "part:learning", "max:generic"),
    "missing-situation": ("none:situation", "part:situation"),
    "missing-task": ("none:task", "part:task", "max:assigned", "max:unasked"),
    "names-a-person": ("full-names",),
}

BEARS_ON: dict[str, tuple[str, ...]] = {
    name: (f"whole:{name}", *(f"max:{tag}" for tag in tags), *_CONTEXT[name]) for name, tags in SHOWN_BY.items()
}
"""The numbers (see `storybank.readings.features`) that each judgement weighs."""

BEARS_ON["is-story"] = ("sum:own", "sum:outcome", "sum:filler", "part:action", "part:other", "log-words", "score:principle")


@cache
def weights() -> Mapping[str, Mapping[str, Any]]:
    """The fitted weights: for each defect `weights` by name, `bias`, and the `threshold` in probability."""
    text = (files("storybank.readings") / "data/judgement.json").read_text(encoding="utf-8")
    loaded: dict[str, dict[str, Any]] = json.loads(text)
    return loaded


def probability(name: str, numbers: Mapping[str, float]) -> float:
    """How likely a defect is, 0 to 1."""
    fitted = weights()["defects"][name]
    total = fitted["bias"] + sum(w * numbers[k] for k, w in fitted["weights"].items())
    return 1 / (1 + math.exp(-max(-30.0, min(30.0, total))))


def threshold(name: str) -> float:
    """From which probability on a defect is raised; chosen so that precision leads recall."""
    return float(weights()["defects"][name]["threshold"])
