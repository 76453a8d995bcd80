"""Figures that tell a difference: "by half", "-38%", "2% above the year before", "ten minutes less".

Such a figure needs no other beside it: what it is compared with lies in its own wording.
"""

from __future__ import annotations

from typing import Final

from storybank.signals.figure_words import APPROXIMATORS, CHANGED, COMPARING, OWNERS
from storybank.signals.measures import comparative
from storybank.signals.quantity import DASHES, STOPS, FigureKind, Quantity
from storybank.signals.tokens import Tokens

_KINDS: Final[frozenset[FigureKind]] = frozenset(["percent", "ratio", "time", "count", "money"])
_ASIDE: Final = frozenset(["above", "below", "up", "down", "off", "sooner", "early", "earlier", "quicker"])
_LEVEL: Final = frozenset(["to", "at", "of", "from", "in", "with", "for", "after", "within", "over"])
"""After a verb of change these lead to a state ("fell to 12%"), or to how long it took."""
_BACK: Final = 5


def is_relative(t: Tokens, q: Quantity) -> bool:
    """Whether a quantity says how far two states lie apart, and not what one of them is."""
    if q.kind not in _KINDS or q.clock:
        return False
    last, after = t.words[q.end - 1], t.words[q.end]
    if _apart(last) or (q.kind == "ratio" and (last in OWNERS or last in ("×", "x", "fold"))):
        return True
    if q.kind == "percent" and (t.words[q.first] in DASHES or t.words[q.first - 1] == "+" or _apart(after)):
        return True
    if t.words[q.end + 1] == "than" and comparative(after):
        return True
    return _changed_by(t, q)


def _apart(word: str) -> bool:
    return word in _ASIDE or (comparative(word) and word in COMPARING)


def _changed_by(t: Tokens, q: Quantity) -> bool:
    """ "fell by ten a week", "dropped 12%": a verb of change with nothing between that leads to a state."""
    before: list[str] = []
    for at in range(q.first - 1, q.first - 1 - _BACK, -1):
        word = t.words[at]
        if word in STOPS or word == ",":
            break
        if word not in APPROXIMATORS:
            before.append(word)
    if before[:1] == ["by"]:
        return not CHANGED.isdisjoint(before)
    return q.kind == "percent" and bool(before) and before[0] in CHANGED - _LEVEL
