"""Numbers with a unit: percent, money, time, stars, factors, fractions."""

from __future__ import annotations

from dataclasses import replace

from storybank.signals.counts import NUMBERISH, count, noun_after, proportion, with_rate
from storybank.signals.durations import OPENING, WHO, lesser, longer
from storybank.signals.figure_words import (
    BETWEEN,
    CLOSED,
    CODES,
    CURRENCIES,
    FRACTION,
    OWNERS,
    PERCENTS,
    SCALE,
    SMALL,
    SYMBOLS,
    TIME,
    TIMING,
)  # fmt: skip
from storybank.signals.numerals import Numeral, numeral
from storybank.signals.quantity import DASHES, STOPS, Quantity
from storybank.signals.tokens import DIGITS, Tokens

_ENDING = frozenset([",", "and", "but", "in", "after", "since", "this", "that", "now"])
"""Before these "up" and "down" belong to the amount before them."""
_PRONOUNS = frozenset(["it", "them", "us", "which", "whom"])
_OPEN = frozenset(["what", "as", "that"])
_DESCRIBING = ("ed", "ing", "al", "ic", "ous", "ive", "ary")
"""What stands before a noun often ends so, the noun itself seldom."""
_SHARING = frozenset(["in", "out"])
_BEFORE = frozenset(["was", "were", "had", "used", "took", "cost", "did"])
"""With these a clause after "a tenth of what it" tells how it was."""


def measured(t: Tokens, n: Numeral) -> Quantity:
    """A number with its unit, noun, share and rate."""
    words, end = t.words, n.end
    value = n.value
    second = range_end(t, n)
    if second is not None:
        end, value = second.end, second.value
    compound = words[end] == "-" and t.glued(end) and t.glued(end + 1)
    unit_at = _adjectives(t, end + compound)
    found = _unit(t, Numeral(n.first, end, value, n.digits, n.scaled), unit_at)
    if found is None:
        return count(t, Numeral(n.first, end, value, n.digits, n.scaled))
    found = replace(found, compound=compound)
    if found.kind == "time":
        share = (
            proportion(t, n.first, found.end, n.value, noun=True) if words[found.end] in _SHARING else None
        )
        if share is not None:  # "97 weeks out of 100"
            return share
        found = longer(t, found)
    return with_rate(t, _beyond(t, _share(t, found) if found.kind != "ratio" else found))


def _adjectives(t: Tokens, at: int) -> int:
    """Step over "or so", "+", "full", "more" to where a unit may stand."""
    words = t.words
    if words[at] == "or" and words[at + 1] in ("so", "more"):
        at += 2
    elif words[at] in ("+", "plus", "odd"):
        at += 1
    for _ in range(2):
        if words[at] in BETWEEN and words[at + 1] not in CLOSED:
            at += 1
    return at


def range_end(t: Tokens, n: Numeral) -> Numeral | None:
    """The upper end of "10-15" or "two or three"."""
    mark = t.words[n.end]
    dash = mark in DASHES
    if not dash and mark != "or":
        return None
    if dash and not (n.digits and t.glued(n.end) and t.glued(n.end + 1)) and mark == "-":
        return None
    if dash and t.words[n.end + 1][0] not in DIGITS:
        return None
    if t.words[n.end + 1] not in NUMBERISH and t.words[n.end + 1][0] not in DIGITS:
        return None
    second = numeral(t, n.end + 1)
    return second if second is not None and not second.nominal else None


def _unit(t: Tokens, n: Numeral, at: int) -> Quantity | None:
    """The quantity when a unit of percent, money, time, rating or ratio stands at a token."""
    words, word, value = t.words, t.words[at], n.value
    first = n.first
    if word in PERCENTS or (word == "per" and words[at + 1] == "cent"):
        end = at + 1 + (word == "per")
        if word == "percentage":
            end += words[end] in ("points", "point")
        factor = 0.01 if word in ("bps", "bp") or words[at - 1] == "basis" else 1.0
        return Quantity(first, end, "percent", _scaled_by(value, factor), factor=factor)
    if word in SYMBOLS or word in CURRENCIES or word in CODES:
        if word in SYMBOLS and words[at + 1][0] in DIGITS and not t.glued(at):
            return None
        factor = 1000.0 if word == "grand" else 1.0
        found = Quantity(first, at + 1, "money", _scaled_by(value, factor), factor=factor)
        rest = numeral(t, at + 1) if word in CURRENCIES and words[at + 1] in SMALL else None
        if rest is not None and lesser(t, rest) and not n.scaled:
            return replace(found, end=rest.end, value=(value or 0) + (rest.value or 0) / 100)
        return found
    time = _time_unit(t, n, at)
    if time is not None:
        return time
    if word in ("star", "stars"):
        return Quantity(first, at + 1, "rating", value)
    if (word == "x" and t.words[at + 1][0] not in DIGITS) or word in ("×", "fold"):
        return Quantity(first, at + 1, "ratio", value)
    if word == "times" and (words[at + 1] in OWNERS or words[at + 1] in TIMING or comparative(words[at + 1])):
        stop = owned(t, at + 1) if words[at + 1] in OWNERS else at + 2
        return Quantity(first, stop, "ratio", value)
    if word in FRACTION and value is not None and 0 < value <= 20 and not n.scaled:
        return fraction(t, first, at, value * FRACTION[word])
    return None


def comparative(word: str) -> bool:
    return word in ("more", "less", "fewer", "better", "worse") or (word.endswith("er") and len(word) > 4)


def _time_unit(t: Tokens, n: Numeral, at: int) -> Quantity | None:
    word = t.words[at]
    if word == "milli" and t.words[at + 1] in ("second", "seconds"):
        return Quantity(n.first, at + 2, "time", _scaled_by(n.value, 1e-3), factor=1e-3)
    size = TIME.get(word)
    named = len(word) == 1 and (
        t.capital(at) or (word == "s" and t.words[n.first - 1] == "the")
    )  # "3D", "the 90s"
    if (
        size is None
        or named
        or (len(word) == 1 and not (n.digits and t.glued(at)))
        or (word == "us" and not t.glued(at))
    ):
        return None
    if word in ("quarter", "quarters") and t.words[at + 1] == "of":
        return None
    if word == "second" and n.value != 1 and t.words[at - 1] != "-" and not n.digits and not n.scaled:
        return None
    return Quantity(n.first, at + 1, "time", _scaled_by(n.value, size), factor=size)


def _share(t: Tokens, q: Quantity) -> Quantity:
    """ "12% of sessions" stays as it is; "4.6 stars out of 5" takes its scale in."""
    if q.kind == "rating" and t.words[q.end] == "out" and t.words[q.end + 1] == "of":
        scale = numeral(t, q.end + 2)
        if scale is not None:
            return replace(q, end=scale.end)
    return q


def fraction(t: Tokens, first: int, at: int, part: float) -> Quantity:
    """A fraction that ends at a token, with what it is of."""
    words, end = t.words, at + 1
    if words[end] == "of":
        if words[end + 1] in ("a", "an") and words[end + 2] in TIME:
            size = TIME[words[end + 2]]
            return Quantity(first, end + 3, "time", part * size, factor=size)
        if words[end + 1] == "a" and words[end + 2] in SCALE:
            number = numeral(t, end + 2)
            if number is not None and number.value is not None:
                return measured(t, replace(number, first=first, value=part * number.value))
        if words[end + 1] == "what":
            return _of_what_was(t, Quantity(first, end + 2, "ratio", part))
        end += 1
    elif words[end] == "what":
        return _of_what_was(t, Quantity(first, end + 1, "ratio", part))
    elif words[end] == "as":
        return Quantity(first, end + 1, "ratio", part)
    elif comparative(words[end]) or words[end] in ("off",):
        return Quantity(first, end + 1, "percent", 100 * part)
    dated = words[end + 1] in TIME and words[end + 2] in OPENING
    if words[end] == "the" and (dated or words[end + 1] == "same"):
        return Quantity(first, at + 1, "percent", 100 * part)  # "lost a third the year before"
    if (words[end] in OWNERS and not breaks(t, end)) or end > at + 1:
        return Quantity(first, owned(t, end), "percent", 100 * part)
    return Quantity(first, at + 1, "percent", 100 * part)


def breaks(t: Tokens, at: int) -> bool:
    """Whether a line ends before a token, as between two turns of a transcript."""
    return "\n" in t.text[t.ends[at - 1] : t.starts[at]]


def owned(t: Tokens, at: int) -> int:
    """The token after what a part or a multiple is of: "the calls", "the permitted load", "a danger", "them"."""
    word = t.words[at]
    if word in _PRONOUNS:
        return at + 1
    start = at + (word in OWNERS or word in ("a", "an", "all"))
    stop = noun_after(t, start)
    if stop or start == at or word in _OPEN:
        return stop or start
    end = head(t, start)
    return end if end > start or word in ("those", "these", "that") else at


def head(t: Tokens, at: int) -> int:
    """The token after the next noun, where no plural says which word it is."""
    end = at
    while end < at + 3 and t.words[end].isalpha() and t.words[end] not in CLOSED:
        end += 1
        if not t.words[end - 1].endswith(_DESCRIBING):
            break
    return end


def _beyond(t: Tokens, q: Quantity) -> Quantity:
    """Take in which way an amount differs: "two rupees more per litre", "12 percent up", "7% fewer kilometres"."""
    words, end = t.words, q.end
    if q.kind not in ("percent", "money") or q.compound:
        return q
    if words[end] in ("more", "less", "fewer", "extra"):
        return replace(q, end=(noun_after(t, end + 1) if q.kind == "percent" else 0) or end + 1)
    way = words[end] in ("up", "down") and (words[end + 1] in STOPS or words[end + 1] in _ENDING)
    return replace(q, end=end + 1) if way else q


def _of_what_was(t: Tokens, q: Quantity) -> Quantity:
    """ "a tenth of what it was", "half of what we had been": both ends in one, so a pair."""
    at = q.end + (t.words[q.end] in WHO)
    if at == q.end or t.words[at] not in _BEFORE:
        return q
    end = at + 1
    while t.words[end] in ("to", "been", "be") and end < at + 3:
        end += 1
    return replace(q, end=end, pair=True)


def money(t: Tokens, at: int) -> Quantity | None:
    """An amount behind its currency: "$1.8m", "US$ 40", "EUR 21k", "£2-3m"."""
    dotted = t.words[at] == "rs" and t.words[at + 1] == "." and t.glued(at + 1)
    number = numeral(t, at + 1 + dotted, money=True)
    if number is None or number.nominal or (t.words[at] in CODES and not t.capital(at)):
        return None
    first = at
    if t.glued(at) and t.words[at - 1] in ("us", "a", "ca", "c", "au", "nz", "hk", "s", "r"):
        first = at - 1
    if t.words[first - 1] in ("-", "−") and t.glued(first):
        first -= 1
    second = range_end(t, number)
    if second is None and t.words[number.end] in DASHES and t.words[number.end + 1] in SYMBOLS:
        second = numeral(t, number.end + 2, money=True)
    if second is not None:
        letter = numeral(t, second.first, money=True)
        number = letter or second
    end = number.end + (t.words[number.end] in CURRENCIES and t.words[number.end] != "grand")
    return with_rate(t, _beyond(t, Quantity(first, end, "money", number.value)))


def _scaled_by(value: float | None, factor: float) -> float | None:
    return None if value is None else value * factor
