"""The defects that need the whole context, judged: a weighted sum of named numbers for each.

The weights stand in `judgement.json`, fitted by `training/fit.py` on answers that the reader had not seen.
Each defect weighs only the handful of numbers that bear on it (`BEARS_ON`), so a judgement can be followed by
hand; and each points at the sentences that show its tag (`SHOWN_BY`), so that it can be quoted.
"""

from __future__ import annotations

import math
from collections.abc import Mapping

from storybank.signals.fitted import Fitted

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

LOOKED_BACK_ON = frozenset(["generic-lesson", "nothing-to-change"])
"""Defects of the look back: their words stand there, if anything there shows them."""
DONE = frozenset(
    ["we-without-i", "handed-off", "waited-passively", "ignored-risk", "avoided-conflict", "escalated-first"]
)  # fmt: skip
"""Defects of what was done: who says afterwards that it was wrong does not do it once more, and who was there ("there
were five of us") is not yet what they did. Orders may stand in the scene."""

_CONTEXT: dict[str, tuple[str, ...]] = {
    "we-without-i": ("share:joint", "share:own", "we-share", "sum:own", "max:credit"),
    "assigned-not-initiated": ("max:unasked", "say:unasked", "sum:own"),
    "handed-off": ("sum:own", "share:others", "max:wait"),
    "waited-passively": ("max:influence", "sum:own"),
    "sole-credit": ("share:credit", "we-share"),
    "blames-others": ("sum:blame", "max:ownfault"),
    "hypothetical": ("share:would", "none:result", "share:own"),
    "effort-as-ownership": ("sum:effort",),
    "ignored-risk": ("max:check", "say:check", "sum:rush"),
    "avoided-conflict": ("max:influence", "asked-disagreement"),
    "proved-them-wrong": ("sum:gloat", "max:influence"),
    "escalated-first": ("asked-disagreement",),
    "hedged": ("sum:hedge", "hedges"),
    "scope-below-level": ("level:L5", "level:L6", "level:L7", "target:L5", "target:L6", "target:L7"),
    "scope-above-level": ("level:L7", "target:L5", "target:L7", "max:own", "max:scope6"),
    "vague-result": ("max:measured", "none:result", "share:feeling", "figures"),
    "unquantified-result": (
        "max:measured",
        "sum:measured",
        "max:feeling",
        "none:result",
        "figures",
        "score:impact",
    ),
    "technical-only-result": (
        "max:business",
        "sum:measured",
        "figures",
        "max:lasting",
        "none:result",
        "score:impact",
    ),
    "generic-lesson": ("max:insight", "max:changed", "say:changed", "none:learning", "score:growth"),
    "nothing-to-change": ("max:changed", "max:insight", "say:changed"),
    "missing-result": ("none:result", "part:result", "max:measured"),
    "missing-learning": ("none:learning", "part:learning", "max:generic", "score:growth"),
    "missing-situation": ("none:situation", "part:situation"),
    "missing-task": ("none:task", "part:task", "max:assigned", "max:unasked"),
    "names-a-person": ("full-names",),
}

BEARS_ON: dict[str, tuple[str, ...]] = {
    name: (f"whole:{name}", *(f"{kind}:{tag}" for tag in tags for kind in ("max", "say")), *_CONTEXT[name])
    for name, tags in SHOWN_BY.items()
}
"""The numbers (see `storybank.readings.features`) that each judgement weighs."""

BEARS_ON["is-story"] = (
    "sum:own",
    "sum:outcome",
    "sum:filler",
    "part:action",
    "part:other",
    "log-words",
    "score:principle",
    "score:impact",
    "verdict",
    "i-rate",
    "share:own",
    "whole:missing-situation",
    "whole:missing-result",
)


def probability(name: str, numbers: Mapping[str, float], fitted: Fitted) -> float:
    """How likely a defect is, 0 to 1."""
    weighed = fitted.judgement["defects"][name]
    total = weighed["bias"] + sum(w * numbers[k] for k, w in weighed["weights"].items())
    return 1 / (1 + math.exp(-max(-30.0, min(30.0, total))))


def threshold(name: str, fitted: Fitted) -> float:
    """From which probability on a defect is raised; chosen so that precision leads recall."""
    return float(fitted.judgement["defects"][name]["threshold"])
