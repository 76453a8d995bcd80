"""How far the wording around a quantity speaks for a measured outcome."""

from __future__ import annotations

import math
from typing import Final

from storybank.signals.figure_words import CHANGED, CLOSING, COMPARING, SETTING, YIELDED
from storybank.signals.quantities import STOPS, Quantity
from storybank.signals.tokens import Tokens

_BACK: Final = 6
_ON: Final = 5
_CLAUSES: Final = STOPS | {",", ":", "but", "so", "because", "which", "who"}


def features(t: Tokens, q: Quantity) -> dict[str, float]:
    """What the wording shows, by name; 0 or 1 each."""
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
    inside = words[q.end - 1]
    last = before[0] if before else ""
    out = {
        "pair": q.pair,
        "kind:" + q.kind: True,
        "rate": q.rate,
        "bare": q.bare,
        "compound": q.compound,
        "clock": q.clock,
        "changed-before": not CHANGED.isdisjoint(before),
        "yielded-before": not YIELDED.isdisjoint(before),
        "closing-before": not CLOSING.isdisjoint(before),
        "setting-before": not SETTING.isdisjoint(before),
        "changed-after": not CHANGED.isdisjoint(after),
        "yielded-after": not YIELDED.isdisjoint(after),
        "comparing-after": inside in COMPARING or not COMPARING.isdisjoint(after[:3]),
        "since-after": "since" in after or "again" in after,
        "ago": "ago" in after or inside == "ago",
        "old": inside == "old" or "old" in after[:1],
        "by": last == "by",
        "to": last in ("to", "at"),
        "of": last == "of",
        "in": last in ("in", "within", "inside", "under"),
        "for": last in ("for", "over", "after", "every", "during"),
        "with": last in ("with", "had", "have", "has", "a", "the"),
        "i": "i" in before[:3] or "my" in before[:2],
        "we-had": "we" in before[:3] and ("had" in before[:2] or "have" in before[:2]),
        "opens": not before,
        "approximate": last == "" and False,
        "small": q.value is not None and q.kind == "count" and 0 < q.value < 5 and not q.pair,
        "end": len(after) == 0,
        "and": last == "and",
        "changed-last": last in CHANGED or (last in ("by", "to", "at") and len(before) > 1 and before[1] in CHANGED),
        "yielded-last": last in YIELDED or (len(before) > 1 and before[1] in YIELDED),
        "yielded-next": len(after) > 0 and after[0] in YIELDED or inside in YIELDED,
        "setting-last": last in SETTING,
    }
    return {name: 1.0 for name, on in out.items() if on}


_BIAS: Final = -1.0
WEIGHTS: Final[dict[str, float]] = {}


def hint_of(t: Tokens, q: Quantity) -> float:
    """0 to 1."""
    total = _BIAS + sum(WEIGHTS.get(name, 0.0) for name in features(t, q))
    return 1 / (1 + math.exp(-total))
