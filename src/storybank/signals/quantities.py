"""All quantities of a text: numbers with what they count or measure, told from those that only name.

`quantities` walks over the tokens once. Each number is read with its unit, its noun and its rate ("310,000
parcel labels a night"); years, dates, versions, labels and telephone numbers are stepped over.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from storybank.signals.figure_words import (
    APPROXIMATORS,
    BEFELL,
    CLOSED,
    CODES,
    FRACTION,
    LONE,
    PRICED,
    PRONOUN,
    SCALE,
    SMALL,
    SYMBOLS,
    TIMING,
    VAGUE,
)
from storybank.signals.labels import clock, follows_month, names_something
from storybank.signals.measures import head, measured, money
from storybank.signals.numerals import VULGAR, Numeral, numeral
from storybank.signals.quantity import DASHES, Quantity
from storybank.signals.ranks import PLACES, rank
from storybank.signals.tokens import DIGITS, Tokens
from storybank.signals.unnumbered import FACTORS, GRADES, TIMES, unnumbered

_OPENERS: Final = (
    frozenset(SMALL) | frozenset(SCALE) | frozenset(VAGUE) | frozenset(FRACTION) | frozenset(VULGAR)
    | SYMBOLS | CODES | LONE | TIMES | PLACES | frozenset(FACTORS) | (GRADES - {"a"})
    | frozenset(["point", "none", "nothing", "nil"])
)  # fmt: skip
_BARRING: Final = frozenset(["but", "except", "bar"])
_ALL: Final = frozenset(["all", "everybody", "everyone", "each", "every"])
_BARRED: Final = 6
"""Words back from "one" to "all" in "every last set of teeth bar one"."""
_FORTUNE: Final = 1e5
_REACH: Final = 3
_GRADE_MARKS: Final = ("A+", "A-", "A−", "A–", "an A", "straight A")


def quantities(t: Tokens) -> list[Quantity]:
    """All quantities in order, none overlapping."""
    found: list[Quantity] = []
    free = 0
    words = t.words
    openers = _OPENERS | {"a"} if _has_grade(t.text) else _OPENERS
    for at in [i for i, w in enumerate(words) if w in openers or "0" <= w < ":"]:
        if at < free:
            continue
        quantity, free = _read(t, at)
        if quantity is not None:
            if found and quantity.first < found[-1].end:
                quantity = replace(quantity, first=found[-1].end)
            found.append(quantity)
    return found


def _has_grade(text: str) -> bool:
    """Whether the letter A may be a grade somewhere; looking at every article would be slow."""
    return any(mark in text for mark in _GRADE_MARKS)


def _read(t: Tokens, at: int) -> tuple[Quantity | None, int]:
    """The quantity that begins here, if any, and the token to go on from."""
    word = t.words[at]
    quantity: Quantity | None
    place = rank(t, at)
    if place is not None:
        return place, place.end
    if word in SYMBOLS or word in CODES:
        quantity = money(t, at)
        return quantity, quantity.end if quantity else at + 1
    time = clock(t, at)
    if time:
        first = at - (word == "quarter" and t.words[at - 1] == "a")
        return Quantity(first, time, "time", None, clock=True), time
    special = unnumbered(t, at, word) if word[0] not in DIGITS else None
    if special is not None:
        return special, special.end
    if word in FRACTION or word in LONE or word in GRADES:
        return None, at + 1
    number = numeral(t, at)
    if number is None:
        return None, at + 1
    if number.nominal or (follows_month(t, number) and t.words[number.end] in CLOSED):
        return None, number.end
    quantity = _in_money(t, measured(t, _signed(t, number)))
    past = 0
    if quantity.kind in ("count", "time"):
        past = names_something(t, number, bare=quantity.bare, unitless=quantity.kind == "count")
    if past:
        return None, past
    lone = t.words[at] == "one" and number.end == at + 1 and quantity.value == quantity.factor
    if lone and t.words[at - 1] in _BARRING and not _ALL.isdisjoint(t.words[at - _BARRED : at - 1]):
        quantity = replace(quantity, weak=False)
    elif lone and quantity.weak and _there_was(t, at):
        quantity = replace(quantity, end=max(quantity.end, head(t, at + 1)), weak=False)
    elif lone and not _counts_one(t, at, quantity):
        return None, at + 1
    return quantity, quantity.end


def _in_money(t: Tokens, q: Quantity) -> Quantity:
    """A large number that nothing is named with, after a word of money: "which saved 1.2 million"."""
    if q.kind != "count" or not q.bare or (q.value or 0) < _FORTUNE or t.words[q.end - 1] not in SCALE:
        return q
    said = [w for w in t.words[q.first - _REACH : q.first] if w not in APPROXIMATORS]
    return replace(q, kind="money") if said and said[-1] in PRICED else q


def _signed(t: Tokens, number: Numeral) -> Numeral:
    """Take in a minus sign or the word."""
    before = t.words[number.first - 1]
    alone = before in DASHES and t.glued(number.first) and not t.glued(number.first - 1) and number.digits
    if (before in ("minus", "negative") or (alone and before in ("-", "−"))) and number.value is not None:
        return replace(number, first=number.first - 1, value=-number.value)
    return number


def _there_was(t: Tokens, at: int) -> bool:
    """Whether a lone "one" says how often a thing happened: "there's been one since", "there was one calf"."""
    words = t.words
    told = words[at - 1] == "been" or (words[at - 2] == "there" and words[at - 1] in ("was", "is"))
    befell = words[at + 2] in BEFELL and words[at + 2] not in CLOSED
    return (told or befell) and (words[at + 1] not in PRONOUN or (befell and words[at + 1] == "person"))


def _counts_one(t: Tokens, at: int, quantity: Quantity) -> bool:
    """Whether a lone "one" counts: with a unit, a rate, or "only" before it. As half of a pair it is weak."""
    if quantity.kind != "count" or quantity.rate or quantity.weak:
        idle = quantity.end == at + 2 and t.words[at + 1] in PRONOUN and t.words[at + 2] not in TIMING
        return t.words[at - 1] != "no" and not idle
    return t.words[at - 1] in ("only", "just", "exactly") and quantity.end > at + 1
