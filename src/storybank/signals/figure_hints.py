"""How far the wording around a quantity speaks for a measured outcome, by open arithmetic.

The weights are log odds, set by hand in the light of a logistic regression on labelled answers (most are its
rounded coefficients; "ago", the setting and the bias are choices), so that each can be read: a pair speaks
for an outcome, "with 40 people" for the setting.
"""

from __future__ import annotations

import math
from typing import Final

from storybank.signals.figure_words import CHANGED, CLOSING, COMPARING, SETTING, YIELDED
from storybank.signals.quantity import DASHES, STOPS, Quantity
from storybank.signals.tokens import Tokens

_BACK: Final = 6
_ON: Final = 5
_SMALL: Final = 5
_CLAUSES: Final = STOPS | {",", ":", "but", "so", "because", "which", "who"}
_DIFFERENCE: Final = frozenset(
    ["less", "fewer", "sooner", "early", "late", "faster", "quicker", "shorter", "cheaper"]
)
_BESIDE: Final = frozenset(["above", "below", "over", "under", "up", "down", "better", "worse"]) | {
    "more", "less", "fewer", "higher", "lower",
}  # fmt: skip
_BIAS: Final = -0.8
_KINDS: Final = {"money": 0.2, "percent": 0.4, "rating": 0.7, "time": -0.9, "count": -0.4}
_LAST: Final = {"been": 0.9, "by": 0.4, "of": -0.1} | dict.fromkeys(
    ("in", "within", "inside", "under"), 0.5
) | dict.fromkeys(("for", "over", "after", "every", "during"), -0.5) | dict.fromkeys(
    ("with", "had", "have", "has", "a", "the"), -0.7
)  # fmt: skip


def hint_of(t: Tokens, q: Quantity) -> float:
    """From 0 (the scene) to 1 (what came of it)."""
    before, after = _around(t, q)
    last = before[0] if before else ""
    second = before[1] if len(before) > 1 else ""
    inside = t.words[q.end - 1]
    total = _BIAS + _KINDS.get(q.kind, 0.0) + _LAST.get(last, 0.0)
    total += 1.8 * q.pair + 0.8 * q.rate - 0.1 * q.compound - 1.5 * q.clock + _compared(t, q)
    if q.kind == "count" and not q.pair and q.value is not None and 0 < q.value < _SMALL:
        total -= 0.7
    if last in CHANGED or (second in CHANGED and last in ("by", "to", "at", "about")):
        total += 1.1
    if not YIELDED.isdisjoint(before):
        total += 0.8
    if not CLOSING.isdisjoint(before):
        total += 0.1
    if not SETTING.isdisjoint(before):
        total -= 0.3
    if inside in COMPARING or not COMPARING.isdisjoint(after[:3]):
        total += 0.2
    if inside in YIELDED or not YIELDED.isdisjoint(after[:2]):
        total += 0.4
    if "since" in after:
        total += 0.3
    if inside == "ago" or inside == "old" or "ago" in after or "old" in after[:1]:
        total -= 1.5
    if "i" in before[:3] or "my" in before[:2]:
        total -= 0.9
    return 1 / (1 + math.exp(-total))


def _compared(t: Tokens, q: Quantity) -> float:
    """What a comparison inside the quantity adds: "ten minutes less", "2% above", "-38%", "two of the three"."""
    words = t.words
    if words[q.end - 1] in _DIFFERENCE:
        return 1.5 if q.kind == "time" else 0.4
    if q.kind == "percent":
        signed = words[q.first] in DASHES or words[q.first - 1] == "+"
        return 0.8 * signed + 0.4 * (words[q.end] in _BESIDE)
    share = q.kind == "count" and any(words[k : k + 2] == ["of", "the"] for k in range(q.first, q.end - 2))
    return 0.8 * share


def _around(t: Tokens, q: Quantity) -> tuple[list[str], list[str]]:
    """The words of the clause before a quantity, nearest first, and those after it."""
    words = t.words
    before: list[str] = []
    for at in range(q.first - 1, q.first - 1 - _BACK, -1):
        if words[at] in _CLAUSES:
            break
        before.append(words[at])
    after: list[str] = []
    for at in range(q.end, q.end + _ON):
        if words[at] in _CLAUSES:
            break
        after.append(words[at])
    return before, after
