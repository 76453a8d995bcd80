"""Quantities: a number with what it counts or measures, told from numbers that only name things.

`quantities` walks over the tokens once. Each number is read with its unit, its noun and its rate ("310,000
parcel labels a night"); years, dates, versions, labels and telephone numbers are stepped over.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Final, Literal

from storybank.signals.figure_words import (
    BETWEEN, CHANGED, CLOSED, CODES, COMPOUNDS, CURRENCIES, FRACTION, NOUNS, PERCENTS, PRONOUN, RATED, SCALE, SINGULARS,
    SMALL, SPANS, SYMBOLS, TIME, TIMING, VAGUE,
)  # fmt: skip
from storybank.signals.labels import clock, names_something
from storybank.signals.numerals import VULGAR, Numeral, numeral
from storybank.signals.tokens import BARRIER, DIGITS, Tokens

FigureKind = Literal["percent", "money", "time", "count", "ratio", "rating", "words"]

STOPS: Final = frozenset([".", "!", "?", ";", BARRIER, "•"])
_DASHES: Final = frozenset(["-", "–", "—", "−"])
_LONE: Final = frozenset(["hour", "day", "week", "fortnight", "month", "quarter", "season", "year", "decade", "minute"])
_TIMES: Final = frozenset(["once", "twice", "thrice"])
_FACTORS: Final = {"double": 2.0, "triple": 3.0, "treble": 3.0, "quadruple": 4.0}
_OWNERS: Final = frozenset(["the", "what", "our", "its", "their", "that", "my", "his", "her", "these", "those", "as"])
_LETTERS: Final = frozenset("abcdf")
_OPENERS: Final = (
    frozenset(SMALL) | frozenset(SCALE) | frozenset(VAGUE) | frozenset(FRACTION) | frozenset(VULGAR) | SYMBOLS | CODES
    | _LONE | _TIMES | frozenset(_FACTORS) | _LETTERS | frozenset(["point", "none", "nothing", "nil", "us"])
)  # fmt: skip
_NUMBERISH: Final = frozenset(SMALL) | frozenset(SCALE)


@dataclass(frozen=True, slots=True)
class Quantity:
    """Tokens `first` to `end` (exclusive). `value` in whole units, percent or seconds; None when vague.

    `bare` has neither unit nor noun; a `weak` one ("one", "none") counts only as half of a pair; `rate` is
    per time or per thing; `factor` is what the number was multiplied by to give the value; `clock` is a time of
    day; `compound` stands before a noun as in "three-day trial".
    """

    first: int
    end: int
    kind: FigureKind
    value: float | None
    bare: bool = False
    weak: bool = False
    rate: bool = False
    factor: float = 1.0
    clock: bool = False
    compound: bool = False
    pair: bool = False


def quantities(t: Tokens) -> list[Quantity]:
    """All quantities in order, none overlapping."""
    found: list[Quantity] = []
    free = 0
    words = t.words
    for at in [i for i, w in enumerate(words) if w in _OPENERS or w[0] in DIGITS]:
        if at < free:
            continue
        quantity, free = _read(t, at, max(free, at))
        if quantity is not None:
            if found and quantity.first < found[-1].end:
                quantity = replace(quantity, first=found[-1].end)
            found.append(quantity)
    return found


def _read(t: Tokens, at: int, free: int) -> tuple[Quantity | None, int]:
    """The quantity that begins here, if any, and the token to go on from."""
    word = t.words[at]
    quantity: Quantity | None
    if word[0] not in DIGITS:
        if word in SYMBOLS or word in CODES:
            quantity = _money(t, at)
            return quantity, quantity.end if quantity else at + 1
        special = _special(t, at, word)
        if special is not None:
            return special, special.end
    if word in FRACTION or word in _LONE or (word in _LETTERS and word != "point"):
        return None, at + 1
    time = clock(t, at)
    if time:
        return Quantity(at, time, "time", None, clock=True), time
    number = numeral(t, at)
    if number is None:
        return None, at + 1
    if number.nominal:
        return None, number.end
    quantity = _measured(t, _signed(t, number))
    past = names_something(t, number, quantity.bare, _unitless(quantity)) if quantity.kind in ("count", "time") else 0
    if past:
        return None, past
    if number.value == 1 and quantity.value == 1 and t.words[at] == "one" and not _counts_one(t, at, quantity):
        return None, at + 1
    return quantity, quantity.end


def _unitless(quantity: Quantity) -> bool:
    """True when the number stands without a unit of time (a noun may follow)."""
    return quantity.kind == "count"


def _signed(t: Tokens, number: Numeral) -> Numeral:
    """Take in a minus sign or the word."""
    before = t.words[number.first - 1]
    alone = before in _DASHES and t.glued(number.first) and not t.glued(number.first - 1) and number.digits
    if (before in ("minus", "negative") or (alone and before in ("-", "−"))) and number.value is not None:
        return replace(number, first=number.first - 1, value=-number.value)
    return number


def _counts_one(t: Tokens, at: int, quantity: Quantity) -> bool:
    """Whether a lone "one" counts: with a unit, a rate, or "only" before it. As half of a pair it is weak."""
    if quantity.kind != "count" or quantity.rate or quantity.weak:
        idle = quantity.end == at + 2 and t.words[at + 1] in PRONOUN and t.words[at + 2] not in TIMING
        return t.words[at - 1] != "no" and not idle
    return t.words[at - 1] in ("only", "just", "exactly") and quantity.end > at + 1


def _measured(t: Tokens, n: Numeral) -> Quantity:
    """A number with its unit, noun, share and rate."""
    words, end = t.words, n.end
    value = n.value
    second = _range(t, n)
    if second is not None:
        end, value = second.end, second.value
    compound = words[end] == "-" and t.glued(end) and t.glued(end + 1)
    unit_at = _adjectives(t, end + compound)
    found = _unit(t, Numeral(n.first, end, value, n.digits, n.scaled), unit_at)
    if found is None:
        return _count(t, Numeral(n.first, end, value, n.digits, n.scaled))
    found = replace(found, compound=compound)
    if found.kind == "time":
        found = _longer(t, found)
    return _rate(t, _share(t, found) if found.kind != "ratio" else found)


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


def _range(t: Tokens, n: Numeral) -> Numeral | None:
    """The upper end of "10-15" or "two or three"."""
    mark = t.words[n.end]
    dash = mark in _DASHES
    if not dash and mark != "or":
        return None
    if dash and not (n.digits and t.glued(n.end) and t.glued(n.end + 1)) and mark == "-":
        return None
    if dash and t.words[n.end + 1][0] not in DIGITS:
        return None
    if t.words[n.end + 1] not in _NUMBERISH and t.words[n.end + 1][0] not in DIGITS:
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
        return Quantity(first, end, "percent", _times(value, factor), factor=factor)
    if word in SYMBOLS or word in CURRENCIES or word in CODES:
        if word in SYMBOLS and words[at + 1][0] in DIGITS and not t.glued(at):
            return None
        factor = 1000.0 if word == "grand" else 1.0
        return Quantity(first, at + 1, "money", _times(value, factor), factor=factor)
    time = _time_unit(t, n, at)
    if time is not None:
        return time
    if word in ("star", "stars"):
        return Quantity(first, at + 1, "rating", value)
    if (word == "x" and t.words[at + 1][0] not in DIGITS) or word in ("×", "fold"):
        return Quantity(first, at + 1, "ratio", value)
    if word == "times" and (words[at + 1] in _OWNERS or words[at + 1] in TIMING or _comparative(words[at + 1])):
        return Quantity(first, at + 2, "ratio", value)
    if word in FRACTION and value is not None and 0 < value <= 20 and not n.scaled:
        return _fraction(t, first, at, value * FRACTION[word])
    return None


def _comparative(word: str) -> bool:
    return word in ("more", "less", "fewer", "better", "worse") or (word.endswith("er") and len(word) > 4)


def _time_unit(t: Tokens, n: Numeral, at: int) -> Quantity | None:
    word = t.words[at]
    if word == "milli" and t.words[at + 1] in ("second", "seconds"):
        return Quantity(n.first, at + 2, "time", _times(n.value, 1e-3), factor=1e-3)
    size = TIME.get(word)
    if size is None or (len(word) == 1 and not (n.digits and t.glued(at))) or word == "us" and not t.glued(at):
        return None
    if word in ("quarter", "quarters") and t.words[at + 1] == "of":
        return None
    if word == "second" and n.value != 1 and t.words[at - 1] != "-" and not n.digits and not n.scaled:
        return None
    return Quantity(n.first, at + 1, "time", _times(n.value, size), factor=size)


def _longer(t: Tokens, q: Quantity) -> Quantity:
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
        if more is not None and more.value is not None and size is not None and size < q.factor:
            value = None if value is None else value + more.value * size
            end = more.end + 1
    if words[end] in TIMING:
        end += 1
    return replace(q, end=end, value=value)


def _share(t: Tokens, q: Quantity) -> Quantity:
    """ "12% of sessions" stays as it is; "4.6 stars out of 5" takes its scale in."""
    if q.kind == "rating" and t.words[q.end] == "out" and t.words[q.end + 1] == "of":
        scale = numeral(t, q.end + 2)
        if scale is not None:
            return replace(q, end=scale.end)
    return q


def _rate(t: Tokens, q: Quantity) -> Quantity:
    """Take in "a week", "per controller", "every other month", "/day"."""
    words, end = t.words, q.end
    for _ in range(2):
        word, after = words[end], words[end + 1]
        if word in ("a", "an", "each", "every") and after in TIME and len(after) > 1:
            if words[end + 2] in TIMING and words[end + 2] != "more":
                break  # "two sites a month early"
            end += 2
        elif word == "every" and after == "other" and words[end + 2] in TIME:
            end += 3
        elif word == "per" and after != "cent" and after not in CLOSED and after not in STOPS:
            end += 2
        elif word == "/" and t.glued(end) and t.glued(end + 1) and after.isalpha():
            end += 2
        else:
            break
    return replace(q, end=end, rate=True) if end > q.end else q


def _count(t: Tokens, n: Numeral) -> Quantity:
    """A number without a unit: a count, a share of a count ("three of the nine"), a rating out of five."""
    words = t.words
    scored = _rating(t, n)
    if scored is not None:
        return scored
    end = n.end
    if words[end] == "-" and t.glued(end) and t.glued(end + 1):
        if words[end + 1] in COMPOUNDS or (n.value or 99) < 10 and not n.digits:
            return Quantity(n.first, end, "count", n.value, bare=True, weak=True)
        return Quantity(n.first, end + 2, "count", n.value, compound=True)
    share = _proportion(t, n.first, end, n.value, noun=False)
    if share is not None:
        return share
    start = end
    if words[end] == "or" and words[end + 1] in ("so", "more", "fewer", "less", "thereabouts"):
        start = end + 2
    elif words[end] in ("+", "plus"):
        start = end + 1
    stop = _noun(t, start)
    found = Quantity(n.first, stop or start, "count", n.value, bare=not stop)
    if stop:
        share = _proportion(t, n.first, stop, n.value, noun=True)
        if share is not None:
            return share
    if n.value == 1 and words[start] not in CLOSED:
        share = _proportion(t, n.first, start + 1, n.value, noun=True)
        if share is not None:
            return share
    found = _rate(t, found)
    if not found.rate and not stop and n.value == 1 and words[start] not in CLOSED and words[start].isalpha():
        for reach in (1, 2, 3):  # "one red build a week"
            found = _rate(t, replace(found, end=start + reach))
            if found.rate:
                return replace(found, bare=False)
        found = replace(found, end=start)
    alone = n.end - n.first == 1 and words[n.first] in ("one", "zero") and found.bare and not found.rate
    return replace(found, weak=alone)


def _noun(t: Tokens, at: int) -> int:
    """The token after the noun that a number counts, within three words; 0 when there is none."""
    for end in range(at, at + 3):
        word = t.words[end]
        if not word.isalpha() and "'" not in word or word in CLOSED or word in _NUMBERISH:
            return 0
        if word in NOUNS or (len(word) > 2 and word[-1] == "s" and word[-2] not in "s'" and word not in SINGULARS):
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
        if whole is not None and whole.value in (5, 10, 20, 100) and n.value <= whole.value:
            people = not slash and (_noun(t, whole.end) or n.value == int(n.value) and whole.value != 5)
            return Quantity(n.first, whole.end, "ratio" if people else "rating", n.value)
        if whole is not None and slash:
            return Quantity(n.first, whole.end, "count", n.value)
    if n.scaled or n.value is None:
        return None
    for back in range(1, 4):
        word = words[n.first - back]
        if word in RATED:
            return Quantity(n.first, end, "rating", n.value, bare=True) if not _noun(t, end) else None
        if word not in CLOSED and word not in CHANGED:
            return None
    return None


def _proportion(t: Tokens, first: int, at: int, value: float | None, noun: bool) -> Quantity | None:
    """ "one in nine", "one copy in three", "three of the nine", "38 of 40", "18 out of 20", "one per 2,600"."""
    words = t.words
    word, end = words[at], at + 1
    if word == "of" and words[end] in ("them", "us", "those", "these", "which", "whom"):
        pronoun = words[first] == "one" and at == first + 1
        return None if pronoun else Quantity(first, end + 1, "count", value)
    if word == "out" and words[end] == "of":
        end += 1
    elif word not in ("in", "of", "per") or (word == "of" and noun):
        return None
    for _ in range(4):
        if words[end] in ("the", "every", "each", "last", "first", "these", "those", "our", "my", "their", "about", "all"):
            end += 1
    whole = numeral(t, end) if words[end] in _OPENERS or words[end][0] in DIGITS else None
    if whole is None and words[end] == "a" and words[end + 1] in SCALE:
        whole = numeral(t, end + 1)
    if whole is None or whole.nominal or whole.value is None or value is None or whole.value <= value:
        return None
    if 1900 <= whole.value < 2100 and whole.digits and "," not in words[whole.end - 1]:
        return None
    if _unit(t, whole, _adjectives(t, whole.end)) is not None:
        return None
    stop = _noun(t, whole.end)
    if word == "in":
        if noun and stop or whole.value > 100 and whole.value % 100:
            return None
        return Quantity(first, whole.end, "ratio", value / whole.value)
    kind: FigureKind = "ratio" if word == "per" else "count"
    return Quantity(first, stop or whole.end, kind, value)


def _money(t: Tokens, at: int) -> Quantity | None:
    """An amount behind its currency: "$1.8m", "US$ 40", "EUR 21k", "£2-3m"."""
    number = numeral(t, at + 1, money=True)
    if number is None or number.nominal or (t.words[at] in CODES and not t.capital(at)):
        return None
    first = at
    if t.glued(at) and t.words[at - 1] in ("us", "a", "ca", "c", "au", "nz", "hk", "s", "r"):
        first = at - 1
    if t.words[first - 1] in ("-", "−") and t.glued(first):
        first -= 1
    second = _range(t, number)
    if second is None and t.words[number.end] in _DASHES and t.words[number.end + 1] in SYMBOLS:
        second = numeral(t, number.end + 2, money=True)
    if second is not None:
        letter = numeral(t, second.first, money=True)
        number = letter or second
    end = number.end + (t.words[number.end] in CURRENCIES and not t.words[number.end] == "grand")
    return _rate(t, Quantity(first, end, "money", number.value))


def _times(value: float | None, factor: float) -> float | None:
    return None if value is None else value * factor


def _special(t: Tokens, at: int, word: str) -> Quantity | None:
    """Quantities that begin with no number: fractions, "a month early", "twice", "double", grades, "none"."""
    words = t.words
    before, after = words[at - 1], words[at + 1]
    if word in FRACTION:
        return _opening_fraction(t, at)
    if word in _LONE:
        return _lone_time(t, at)
    if word in _TIMES:
        if word != "once" and (after in ("as", "the", "what", "our", "its", "their")):
            return Quantity(at, at + 2, "ratio", 2.0 if word == "twice" else 3.0)
        found = _rate(t, Quantity(at, at + 1, "count", {"once": 1.0, "twice": 2.0}.get(word, 3.0)))
        return found if word != "once" or found.rate or before in ("only", "just") else None
    if word in _FACTORS:
        fits = after in _OWNERS or before in ("nearly", "almost", "than", "about", "roughly")
        return Quantity(at, at + 1 + (after in _OWNERS), "ratio", _FACTORS[word]) if fits else None
    if word in _LETTERS:
        return _grade(t, at)
    if word in ("none", "nothing", "nil"):
        return Quantity(at, at + 1, "count", 0.0, bare=True, weak=True)
    return None


def _grade(t: Tokens, at: int) -> Quantity | None:
    """ "B+", "an A"."""
    words = t.words
    if not t.capital(at) or t.ends[at] - t.starts[at] != 1:
        return None
    if words[at + 1] in ("+", "-", "−") and t.glued(at + 1) and not (t.glued(at + 2) and words[at + 2].isalnum()):
        return Quantity(at, at + 2, "rating", None)
    article = words[at - 1] in ("a", "an", "straight") and not t.capital(at - 1)
    got = words[at - 2] in ("got", "get", "received", "from", "to", "earned", "scored", "awarded", "gave", "given")
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
    return replace(found, end=at + 3) if spare else _longer(t, found)


def _opening_fraction(t: Tokens, at: int) -> Quantity | None:
    """A fraction whose numerator is "a" or nothing: "half the calls", "a third less", "half a million dollars"."""
    words, word = t.words, t.words[at]
    before, after = words[at - 1], words[at + 1]
    if word == "half":
        if before in ("first", "second", "other", "top", "bottom", "latter", "better", "-") or after == "past":
            return None
        if after in ("a", "an") and words[at + 2] in SCALE:
            number = numeral(t, at + 2)
            return _measured(t, replace(number, first=at)) if number is not None else None
        if after in ("a", "an") and words[at + 2] in TIME:
            size = TIME[words[at + 2]]
            return _rate(t, _longer(t, Quantity(at, at + 3, "time", size / 2, factor=size)))
        if after in TIME and len(after) > 1:
            return Quantity(at, at + 2, "time", TIME[after] / 2, factor=TIME[after])
        if after in _OWNERS or after == "of" or before in SPANS or before in ("in", "to", "cut"):
            return _fraction(t, at, at, 0.5)
        return None
    if before != "a" or word.endswith("s"):
        return None
    measured = after in ("of", "off", "down", "up") or after in TIMING or _comparative(after)
    if word == "quarter" and after in TIMING and after not in ("less", "more", "off"):
        return _lone_time(t, at)
    behind = words[at - 2]
    moved = after in STOPS | {","} and not CHANGED.isdisjoint(words[at - 4 : at - 1])
    if measured or (moved or behind in SPANS or behind in ("up", "down", "cut", "to")) and word != "second":
        return _fraction(t, at - 1, at, FRACTION[word])
    return _lone_time(t, at) if word in _LONE else None


def _fraction(t: Tokens, first: int, at: int, part: float) -> Quantity:
    """A fraction that ends at a token, with what it is of."""
    words, end = t.words, at + 1
    if words[end] == "of":
        if words[end + 1] in ("a", "an") and words[end + 2] in TIME:
            size = TIME[words[end + 2]]
            return Quantity(first, end + 3, "time", part * size, factor=size)
        if words[end + 1] == "a" and words[end + 2] in SCALE:
            number = numeral(t, end + 2)
            if number is not None and number.value is not None:
                return _measured(t, replace(number, first=first, value=part * number.value))
        if words[end + 1] in ("what", "its", "the") and words[end + 1] == "what":
            return Quantity(first, end + 2, "ratio", part)
        end += 1
    elif words[end] == "what" or words[end] == "as":
        return Quantity(first, end + 1, "ratio", part)
    elif _comparative(words[end]) or words[end] in ("off",):
        return Quantity(first, end + 1, "percent", 100 * part)
    if words[end] in _OWNERS or end > at + 1:
        stop = _noun(t, end + (words[end] in _OWNERS))
        return Quantity(first, stop or (end + (words[end] in _OWNERS)), "percent", 100 * part)
    return Quantity(first, at + 1, "percent", 100 * part)
