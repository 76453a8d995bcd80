"""Quantities that begin with no number: "half the calls", "a month early", "twice as fast", "B+"."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from storybank.signals.counts import with_rate
from storybank.signals.durations import longer
from storybank.signals.figure_words import CHANGED, FRACTION, LONE, OWNERS, SCALE, SPANS, TIME, TIMING
from storybank.signals.measures import breaks, comparative, fraction, measured, owned
from storybank.signals.numerals import SOLID, numeral
from storybank.signals.quantity import STOPS, Quantity
from storybank.signals.tokens import Tokens

TIMES: Final = frozenset(["once", "twice", "thrice"])
FACTORS: Final = {"double": 2.0, "triple": 3.0, "treble": 3.0, "quadruple": 4.0}
GRADES: Final = frozenset("abcdf")
_BEING: Final = frozenset(
    ["is", "are", "was", "were", "at", "became", "stands", "stood", "stayed", "remains"]
)
_ENDING: Final = STOPS | {",", "and", "but", "since", "now", "with", "instead", "or", ")"}
"""Before these a fraction ends that says how things stand: "the load is half", "losses are at a third"."""


def unnumbered(t: Tokens, at: int, word: str) -> Quantity | None:
    """Quantities that begin with no number: fractions, "a month early", "twice", "double", grades, "none"."""
    words = t.words
    before, after = words[at - 1], words[at + 1]
    if word in FRACTION:
        return _opening_fraction(t, at)
    if word in LONE:
        return _lone_time(t, at)
    if word in TIMES:
        if word != "once" and (after in ("as", "the", "what", "our", "its", "their")):
            return Quantity(at, owned(t, at + 1), "ratio", 2.0 if word == "twice" else 3.0)
        found = with_rate(t, Quantity(at, at + 1, "count", {"once": 1.0, "twice": 2.0}.get(word, 3.0)))
        return found if word != "once" or found.rate or before in ("only", "just") else None
    if word in FACTORS:
        fits = after in OWNERS or before in ("nearly", "almost", "than", "about", "roughly")
        end = owned(t, at + 1) if after in OWNERS else at + 1
        return Quantity(at, end, "ratio", FACTORS[word]) if fits else None
    if word in GRADES:
        return _grade(t, at)
    if word in ("none", "nothing", "nil"):
        return Quantity(at, at + 1, "count", 0.0, bare=True, weak=True)
    return None


def _grade(t: Tokens, at: int) -> Quantity | None:
    """ "B+", "an A"."""
    words = t.words
    if not t.capital(at) or t.ends[at] - t.starts[at] != 1:
        return None
    if (
        words[at + 1] in ("+", "-", "−")
        and t.glued(at + 1)
        and not (t.glued(at + 2) and words[at + 2].isalnum())
    ):
        return Quantity(at, at + 2, "rating", None)
    article = words[at - 1] in ("a", "an", "straight") and not t.capital(at - 1)
    got = words[at - 2] in (
        "got",
        "get",
        "received",
        "from",
        "to",
        "earned",
        "scored",
        "awarded",
        "gave",
        "given",
    )
    return Quantity(at, at + 1, "rating", None) if article and got else None


def _lone_time(t: Tokens, at: int) -> Quantity | None:
    """ "a month early", "slipped a quarter", "within the week"."""
    words, word = t.words, t.words[at]
    article, before, after = words[at - 1], words[at - 2], words[at + 1]
    if article == "half" and (at < 1 or before not in ("a", "the", "first", "second", "other")):
        return None
    if article not in ("a", "an") and not (article == "the" and before in ("within", "inside")):
        return None
    spare = after == "to" and words[at + 2] == "spare"
    half = after == "and" and words[at + 2] == "a" and words[at + 3] in ("half", "bit")
    if not (after in TIMING or spare or half or before in SPANS):
        return None
    found = Quantity(at - 1, at + 1, "time", TIME[word], factor=TIME[word])
    return replace(found, end=at + 3) if spare else longer(t, found)


def _opening_fraction(t: Tokens, at: int) -> Quantity | None:
    """A fraction whose numerator is "a" or nothing: "half the calls", "a third less", "half a million"."""
    words, word = t.words, t.words[at]
    before, after = words[at - 1], words[at + 1]
    if word == "half":
        if (
            before in ("first", "second", "other", "top", "bottom", "latter", "better", "-")
            or after == "past"
        ):
            return None
        if after in ("a", "an") and words[at + 2] in SCALE:
            number = numeral(t, at + 2)
            return measured(t, replace(number, first=at)) if number is not None else None
        if after in ("a", "an") and words[at + 2] in TIME:
            size = TIME[words[at + 2]]
            return with_rate(t, longer(t, Quantity(at, at + 3, "time", size / 2, factor=size)))
        if after in TIME and len(after) > 1:
            return Quantity(at, at + 2, "time", TIME[after] / 2, factor=TIME[after])
        if after in OWNERS or after == "of" or before in SPANS or before in ("in", "to", "cut"):
            return fraction(t, at, at, 0.5)
        if before == "a" and words[at - 2] in ("by", "to", "from", "at"):
            return fraction(t, at - 1, at, 0.5)
        return fraction(t, at, at, 0.5) if before in _BEING and _ends(t, at + 1) else None
    solid = before in SOLID  # "a good third"
    first = at - 1 - solid
    if words[first] != "a" or word.endswith("s"):
        return None
    compared = after in ("of", "off", "down", "up") or after in TIMING or comparative(after)
    if word == "quarter" and after in TIMING and after not in ("less", "more", "off"):
        return _lone_time(t, at)
    behind = words[first - 1]
    if solid and word in LONE and not compared and behind != "by":
        return None  # "in a good quarter" may be one of the year
    moved = after in STOPS | {","} and not CHANGED.isdisjoint(words[first - 3 : first])
    stands = (behind in _BEING and _ends(t, at + 1)) or (behind == "from" and after == "to")
    moved = moved or stands or behind in SPANS or behind in ("up", "down", "cut", "to")
    if compared or (moved and word != "second"):
        return fraction(t, first, at, FRACTION[word])
    return _lone_time(t, at) if word in LONE else None


def _ends(t: Tokens, at: int) -> bool:
    """Whether a clause ends before a token: by a mark, a joining word, or a line break of a transcript."""
    return t.words[at] in _ENDING or breaks(t, at)
