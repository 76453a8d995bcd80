"""How long: what a time takes in behind its unit, and what a number behind a unit counts."""

from __future__ import annotations

from dataclasses import replace

from storybank.signals.figure_words import CLOSED, SMALL, TIME, TIMING
from storybank.signals.numerals import Numeral, numeral
from storybank.signals.quantity import STOPS, Quantity
from storybank.signals.tokens import DIGITS, Tokens

WHO = frozenset(["it", "they", "we", "i", "he", "she", "that"])
OPENING = frozenset(["before", "after", "since"])
_SUBJECTS = (WHO - {"that"}) | frozenset(
    ["you", "anybody", "anyone", "somebody", "someone", "nobody", "people"]
)
_SMALLER = 100  # of the smaller unit make the larger one at most
_PARTING = CLOSED - {
    "of",
    "more",
    "less",
    "fewer",
    "per",
    "each",
    "times",
    "late",
    "later",
    "early",
    "earlier",
}


def longer(t: Tokens, q: Quantity) -> Quantity:
    """ "two hours and ten minutes", "a day and a half", "two years running", "a month early"."""
    words, end, value = t.words, q.end, q.value
    after = end + (words[end] == "and")
    if words[after] == "a" and words[after + 1] in ("half", "bit", "quarter") and after > end:
        half = 0.5 if words[after + 1] == "half" else 0.25 if words[after + 1] == "quarter" else 0.0
        value = None if value is None else value + half * q.factor
        end = after + 2
    elif words[after] in SMALL or words[after][0] in DIGITS:
        more = numeral(t, after)
        size = TIME.get(words[more.end]) if more is not None else None
        if more is not None and size is None and q.factor == TIME["hour"] and lesser(t, more):
            return replace(
                q, end=more.end, value=None if value is None else value + TIME["minute"] * (more.value or 0)
            )
        if more is not None and more.value is not None and size is not None and size < q.factor:
            value = None if value is None else value + more.value * size
            end = more.end + 1
    if words[end] in TIMING and not _clause_follows(t, q.first, end):
        end += 1
    return replace(q, end=end, value=value)


def lesser(t: Tokens, n: Numeral) -> bool:
    """Whether a number behind a unit counts the next smaller one: "one hour ten", "four pounds sixty"."""
    words = t.words
    alone = words[n.end] in STOPS or words[n.end] in _PARTING or words[n.end] == ","
    return alone and not n.scaled and not n.nominal and n.value is not None and 5 <= n.value < _SMALLER


def _clause_follows(t: Tokens, first: int, at: int) -> bool:
    """Whether "before", "after" or "since" opens what happened then: "for ten days before we changed the others"."""
    return t.words[at] in OPENING and (t.words[first - 1] == "for" or t.words[at + 1] in _SUBJECTS)
