"""Numbers without a unit: counts with their noun, shares ("three of the nine"), ratings, rates."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from storybank.signals.figure_words import (
    CHANGED,
    CLOSED,
    CODES,
    COMPOUNDS,
    CURRENCIES,
    NOUNS,
    PERCENTS,
    QUANTIFIED,
    RATED,
    SCALE,
    SINGULARS,
    SMALL,
    SYMBOLS,
    TIME,
    TIMING,
)  # fmt: skip
from storybank.signals.numerals import Numeral, numeral
from storybank.signals.quantity import STOPS, FigureKind, Quantity
from storybank.signals.tokens import DIGITS, Tokens

NUMBERISH: Final = frozenset(SMALL) | frozenset(SCALE)
_UNITS: Final = frozenset(TIME) | PERCENTS | CURRENCIES | SYMBOLS | CODES
_LONE: Final = frozenset(["one", "zero", "nought", "naught"])
_FEWER: Final = frozenset(["fewer", "less"])  # "nineteen fewer women", "nine incidents fewer"
_WHOLES: Final = (5.0, 10.0, 20.0, 100.0)


def count(t: Tokens, n: Numeral) -> Quantity:
    """A number without a unit: a count, a share of a count ("three of the nine"), a rating out of five."""
    words = t.words
    scored = _rating(t, n)
    if scored is not None:
        return scored
    end = n.end
    if words[end] == "-" and t.glued(end) and t.glued(end + 1):
        if words[end + 1] in COMPOUNDS or ((n.value or 99) < 10 and not n.digits):
            return Quantity(n.first, end, "count", n.value, bare=True, weak=True)
        return Quantity(n.first, end + 2, "count", n.value, compound=True)
    share = proportion(t, n.first, end, n.value, noun=False)
    if share is not None:
        return share
    start = end
    if words[end] == "or" and words[end + 1] in ("so", "more", "fewer", "less", "thereabouts"):
        start = end + 2
    elif words[end] in ("+", "plus"):
        start = end + 1
    stop = noun_after(t, start + (words[start] in _FEWER))
    stop += bool(stop) and words[stop] in _FEWER
    found = Quantity(n.first, stop or start, "count", n.value, bare=not stop)
    if stop:
        share = proportion(t, n.first, stop, n.value, noun=True)
        if share is not None:
            return share
    if n.value == 1 and words[start] not in CLOSED:
        share = proportion(t, n.first, start + 1, n.value, noun=True)
        if share is not None:
            return share
    if words[start] == "times":
        found = replace(found, end=start + 1, bare=False)
    found = with_rate(t, found)
    if not found.rate and not stop and n.value == 1 and words[start] not in CLOSED and words[start].isalpha():
        often = _so_often(t, found, start)
        if often is not None:
            return often
    lone = n.end - n.first == 1 and words[n.first] in _LONE
    return replace(found, weak=lone and found.bare and not found.rate)


def _so_often(t: Tokens, q: Quantity, start: int) -> Quantity | None:
    """ "one red build a week": one thing in the singular, and a rate."""
    for reach in (1, 2, 3):
        found = with_rate(t, replace(q, end=start + reach))
        if found.rate:
            return replace(found, bare=False)
    return None


def noun_after(t: Tokens, at: int) -> int:
    """The token after the noun that a number counts, within three words; 0 when there is none."""
    for end in range(at, at + 3):
        word = t.words[end]
        if (not word.isalpha() and "'" not in word) or word in CLOSED or word in NUMBERISH:
            return 0
        if word in NOUNS or (
            len(word) > 2 and word[-1] == "s" and word[-2] not in "s'" and word not in SINGULARS
        ):
            return end + 1
        if word in CHANGED:
            return 0
    return 0


def _rating(t: Tokens, n: Numeral) -> Quantity | None:
    """ "4.6/5", "8 out of 10", "NPS of 47"."""
    words, end = t.words, n.end
    slash = words[end] == "/" and words[end + 1][0] in DIGITS
    if (slash or (words[end] == "out" and words[end + 1] == "of")) and n.value is not None:
        whole = numeral(t, end + (1 if slash else 2))
        if whole is not None and whole.value in _WHOLES and n.value <= whole.value:
            people = not slash and (
                noun_after(t, whole.end) or (n.value == int(n.value) and whole.value != 5)
            )
            if people:
                return Quantity(n.first, whole.end, "ratio", n.value / whole.value)
            return Quantity(n.first, whole.end, "rating", n.value)
        if whole is not None and slash:
            return Quantity(n.first, whole.end, "count", n.value)
    if n.scaled or n.value is None:
        return None
    for back in range(1, 4):
        word = words[n.first - back]
        if word in RATED:
            return Quantity(n.first, end, "rating", n.value, bare=True) if not noun_after(t, end) else None
        if word not in CLOSED and word not in CHANGED:
            return None
    return None


def proportion(t: Tokens, first: int, at: int, value: float | None, noun: bool) -> Quantity | None:
    """ "one in nine", "one copy in three", "three of the nine", "18 out of 20", "one per 2,600".

    The share stands at `at`, behind the number or, with `noun`, behind what it counts.
    """
    words = t.words
    word, end = words[at], at + 1
    if word == "of" and words[end] in ("them", "us", "those", "these", "which", "whom"):
        pronoun = words[first] == "one" and at == first + 1
        return None if pronoun else Quantity(first, end + 1, "count", value)
    if word == "out" and words[end] == "of":
        end += 1
    elif word not in ("in", "of", "per") or (word == "of" and noun and words[first - 1] != "in"):
        return None
    for _ in range(4):
        if words[end] in QUANTIFIED:
            end += 1
    whole = numeral(t, end) if words[end] in NUMBERISH or words[end][0] in DIGITS else None
    if whole is None and words[end] == "a" and words[end + 1] in SCALE:
        whole = numeral(t, end + 1)
    if whole is None or whole.nominal or whole.value is None or value is None or whole.value <= value:
        return None
    if 1900 <= whole.value < 2100 and whole.digits and "," not in words[whole.end - 1]:
        return None
    if words[whole.end] in _UNITS or words[whole.end : whole.end + 2] == ["per", "cent"]:
        return None
    stop = noun_after(t, whole.end)
    if word == "of" and noun:  # "in 88 cases of 90"; "in three boxes of 12 bottles" is no share
        return None if stop else Quantity(first, whole.end, "ratio", value / whole.value)
    if word == "in":
        # "one in 310" is a share, "12 in 310" and "the one in 310" may be in a room
        odd = whole.value > 100 and whole.value % 100 and (value != 1 or words[first - 1] == "the")
        if (noun and stop) or odd:
            return None
        return Quantity(first, whole.end, "ratio", value / whole.value)
    kind: FigureKind = "ratio" if word == "per" else "count"
    return Quantity(first, stop or whole.end, kind, value)


def with_rate(t: Tokens, q: Quantity) -> Quantity:
    """Take in "a week", "per controller", "every other month", "/day"."""
    words, end = t.words, q.end
    for _ in range(2):
        word, after = words[end], words[end + 1]
        if word in ("a", "an", "each", "every") and after in TIME and len(after) > 1:
            if words[end + 2] in TIMING and words[end + 2] != "more" and q.kind != "money":
                break  # "two sites a month early"; money is never early
            end += 2
        elif word == "every" and after == "other" and words[end + 2] in TIME:
            end += 3
        elif (word == "per" and after != "cent" and after not in CLOSED and after not in STOPS) or (
            word == "/" and t.glued(end) and t.glued(end + 1) and after.isalpha()
        ):
            end += 2
        else:
            break
    return replace(q, end=end, rate=True) if end > q.end else q
