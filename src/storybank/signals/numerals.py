"""Numbers in digits and in words: "310,000", "1.8m", "a hundred and forty", "three point one million"."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from storybank.signals.figure_words import CLOSED, LETTERS, POINTING, SCALE, SMALL, VAGUE
from storybank.signals.tokens import BARRIER, DIGITS, Tokens

VULGAR: Final = {"½": 0.5, "¼": 0.25, "¾": 0.75, "⅓": 1 / 3, "⅔": 2 / 3, "⅕": 0.2, "⅛": 0.125}
SOLID: Final = frozenset(["good", "full", "cool", "whole", "round", "solid", "mere"])
_LONGEST = 15  # digits; more is an identifier
_GROUP = 3
_LARGE = 1e6  # from here on a digit behind the scale tells tenths of it


@dataclass(frozen=True, slots=True)
class Numeral:
    """Tokens `first` to `end` (exclusive) say a number. `value` is None when vague or unclear ("dozens").

    `digits` is True for figures, False for words; `scaled` when a thousand, a dozen or a letter stood
    behind it; `nominal` when it is no amount at all (a year, a version, an identifier).
    """

    first: int
    end: int
    value: float | None
    digits: bool
    scaled: bool = False
    nominal: bool = False


def numeral(t: Tokens, at: int, money: bool = False) -> Numeral | None:
    """The number that begins at a token, or None. With `money`, "5 m" means millions."""
    word = t.words[at]
    if word[0] in DIGITS:
        return _figures(t, at, money)
    if word in VULGAR:
        return Numeral(at, at + 1, VULGAR[word], True)
    if word in SMALL:
        if word == "oh":
            return None
        return _spelled(t, at, at)
    if word in SCALE:
        return _bare_scale(t, at)
    if word in VAGUE:
        return _vague(t, at)
    if word == "point" and (t.words[at - 1] in POINTING or t.words[at - 1] in (",", BARRIER)):
        value, end = _decimals(t, at)
        return _scaled(t, Numeral(at, end, value, False)) if end > at + 1 else None
    return None


def _figures(t: Tokens, at: int, money: bool) -> Numeral:
    value = _parse(t.words[at])
    if value is None:
        return Numeral(at, at + 1, None, True, nominal=True)
    end = at + 1
    # "310 000": a space as the thousands mark
    while (
        len(t.words[end]) == _GROUP
        and t.words[end].isdecimal()
        and 0 < value < 1e9
        and (len(t.words[at]) <= _GROUP and t.starts[end] == t.ends[end - 1] + 1 and "." not in t.words[at])
    ):
        value, end = value * 1000 + float(t.words[end]), end + 1
    if t.words[end] in VULGAR:
        value, end = value + VULGAR[t.words[end]], end + 1
    if t.words[end] == "point":
        tail, after = _decimals(t, end)
        if after > end + 1:
            value, end = value + tail, after
    found = Numeral(at, end, value, True)
    letter = t.words[end]
    if letter in LETTERS and (t.glued(end) or (money and letter != "b")):
        return Numeral(at, end + 1, value * LETTERS[letter], True, scaled=True)
    return _scaled(t, found)


def _parse(word: str) -> float | None:
    """The value of figures with thousands marks; None for versions and identifiers."""
    if len(word) > _LONGEST:
        return None
    if "'" in word:  # "12'000", as the Swiss write it
        return float(word.replace("'", "")) if "," not in word and word.count(".") < 2 else None
    commas, dots = word.count(","), word.count(".")
    if not commas and dots <= 1:
        return float(word)
    if not dots:
        head, *groups = word.split(",")
        if all(len(g) == _GROUP for g in groups) and len(head) <= _GROUP:
            return float(word.replace(",", ""))
        lakhs = len(groups[-1]) == _GROUP and all(len(g) == 2 for g in groups[:-1])
        if lakhs:
            return float(word.replace(",", ""))
        return float(word.replace(",", ".")) if commas == 1 else None
    if not commas:
        head, *groups = word.split(".")
        grouped = all(len(g) == _GROUP for g in groups)
        return float(word.replace(".", "")) if grouped else None
    mark = "." if word.rfind(".") > word.rfind(",") else ","
    if word.count(mark) > 1:
        return None
    other = "," if mark == "." else "."
    return float(word.replace(other, "").replace(mark, "."))


def _decimals(t: Tokens, at: int) -> tuple[float, int]:
    """What follows a spoken "point": (fraction, token after it)."""
    digits = ""
    end = at + 1
    while len(digits) < 8:
        word = t.words[end]
        small = SMALL.get(word)
        if small is not None:
            digits += str(int(small))
        elif word.isdecimal() and word.isascii() and len(word) <= 4 and not digits:
            digits = word
        else:
            break
        end += 1
        if len(digits) > 1 and small is not None and small >= 20 and (SMALL.get(t.words[end], 0) or 99) < 10:
            digits = digits[:-1]  # "point twenty five"
    return (float("0." + digits) if digits else 0.0), end


def _spelled(t: Tokens, first: int, at: int) -> Numeral:
    """Number words from `at`; `first` is where the quantity begins ("a" of "a hundred")."""
    words = t.words
    total = group = 0.0
    room = 1000.0  # the next small word must be below this
    ceiling = 1e18  # the next scale word must be below this
    end = at
    while end - at < 16:
        word = words[end]
        small = SMALL.get(word)
        if small is not None and word != "oh":
            if small >= room:
                break
            group += small
            room = 10.0 if small >= 20 else 0.0
        elif word == "hundred" and 0 < group < 100:
            group, room = group * 100, 100.0
        elif word in SCALE and word not in ("hundred", "grand") and group > 0 and SCALE[word] < ceiling:
            ceiling = SCALE[word]
            total, group, room = total + group * ceiling, 0.0, 1000.0
        elif not _joins(t, end, room):
            break
        end += 1
    value = total + group
    found = Numeral(first, end, value, False, scaled=room == 1000.0 or room == 100.0)
    follow = SMALL.get(words[end])
    if follow is not None and not found.scaled:
        return _run(t, found, follow)
    if words[end] == "point":
        tail, after = _decimals(t, end)
        if after > end + 1:
            found = Numeral(first, after, value + tail, False)
    return _scaled(t, found)


def _joins(t: Tokens, at: int, room: float) -> bool:
    """True when "and" or a hyphen at this token carries a number on: "a hundred and forty", "sixty-one"."""
    if not 0 < SMALL.get(t.words[at + 1], 0) < room:
        return False
    if t.words[at] == "-":
        return t.glued(at) and t.glued(at + 1)
    return t.words[at] == "and" and t.words[at - 1] in SCALE


def _run(t: Tokens, found: Numeral, follow: float) -> Numeral:
    """Number words that do not add up: a year ("twenty nineteen"), digits one by one ("four one"), "24 7"."""
    value = found.value or 0.0
    end = found.end + 1
    if value in (19, 20) and follow >= 10:
        if follow >= 20 and 0 < SMALL.get(t.words[end], 0) < 10:
            end += 1
        return Numeral(found.first, end, None, False, nominal=True)
    if value == 24 and follow == 7:
        return Numeral(found.first, end, None, False, nominal=True)
    while t.words[end] in SMALL and end - found.first < 24:
        end += 1
    count = end - found.first
    if count == 2 and value == follow and t.words[end].isalpha() and t.words[end] not in CLOSED:
        return Numeral(found.first, end, value, False)  # a stutter: "two two kilowatts"
    if count == 2 and value < 10 and follow < 10:
        return Numeral(found.first, end, value + follow / 10, False)  # "four one" of a rating
    if count == 2 and value < 10 <= follow:
        return Numeral(found.first, end, value * 100 + follow, False)  # "one twenty"
    return Numeral(found.first, end, None, False, nominal=count > 6)


def _scaled(t: Tokens, found: Numeral) -> Numeral:
    """Take in what follows a number and changes it: "and a half", "-odd", a scale word."""
    words, end, value = t.words, found.end, found.value
    if value is None:
        return found
    scaled = found.scaled
    for _ in range(2):
        if words[end] == "and" and words[end + 1] == "a" and words[end + 2] == "half":
            value, end = value + (0.5 if not scaled or value < 1000 else _half(value)), end + 3
        odd = end + (words[end] == "-" and words[end + 1] == "odd")
        odd += words[odd] == "odd"
        word = words[odd]
        if word in SCALE and word != "grand" and not t.capital(odd):
            value, end, scaled = value * SCALE[word], odd + 1, True
        elif odd > end:
            end = odd
        else:
            break
    return Numeral(found.first, end, value, found.digits, scaled)


def _half(value: float) -> float:
    """Half of the largest scale in a value: "two million and a half"."""
    return max(s for s in SCALE.values() if s <= value) / 2


def _bare_scale(t: Tokens, at: int) -> Numeral | None:
    """ "a hundred", "a good thousand", "half a million", "hundred percent"."""
    words = t.words
    if words[at] == "grand":
        return None
    first = at
    if words[at - 1] in ("a", "an"):
        first = at - 1
    elif words[at - 1] in SOLID and words[at - 2] == "a":
        first = at - 2
    size = SCALE[words[at]]
    if first < at and words[first - 1] == "half":
        return _scaled(t, Numeral(first - 1, at + 1, size / 2, False, scaled=True))
    if words[at] == "hundred" or words[at] == "thousand":
        return _hundreds(t, first, at, size)
    return _tenths(t, _scaled(t, Numeral(first, at + 1, size, False, scaled=True)), size)


def _tenths(t: Tokens, found: Numeral, size: float) -> Numeral:
    """ "a million four": tenths of the scale, as people say large sums; "a million two hundred thousand"."""
    digit = SMALL.get(t.words[found.end], 0)
    if found.value != size or size < _LARGE or not 0 < digit < size:
        return found
    rest = _spelled(t, found.end, found.end)
    if rest.scaled and rest.value is not None and 1000 <= rest.value < size:
        return Numeral(found.first, rest.end, size + rest.value, False, scaled=True)
    ends = t.words[rest.end] in CLOSED or not t.words[rest.end].isalpha()
    if rest.end == found.end + 1 and digit < 10 and ends:
        return Numeral(found.first, rest.end, size * (1 + digit / 10), False, scaled=True)
    return found


def _hundreds(t: Tokens, first: int, at: int, size: float) -> Numeral:
    """ "a hundred and forty", "a thousand two hundred"."""
    end = at + 2 if _joins(t, at + 1, 100.0) else at + 1
    if t.words[end] in SMALL and t.words[end] not in ("oh", "zero"):
        rest = _spelled(t, end, end)
        if rest.value is not None and not rest.nominal and rest.value < size:
            return Numeral(first, rest.end, size + rest.value, False, scaled=True)
        if rest.value is not None and rest.value % 1000 == 0:  # "a hundred and forty thousand"
            scale = 1e6 if rest.value >= 1e6 else 1e3
            return Numeral(first, rest.end, size * scale + rest.value, False, scaled=True)
    return _scaled(t, Numeral(first, at + 1, size, False, scaled=True))


def _vague(t: Tokens, at: int) -> Numeral | None:
    """ "a couple of", "a few", "dozens of", "tens of thousands of"."""
    words = t.words
    first = at - 1 if words[at - 1] == "a" else at
    end = at + 1
    if words[at] in ("couple", "handful") and first == at:
        return None
    if words[end] == "of":
        end += 1
    value: float | None = 2.0 if words[at] == "couple" else None
    if words[end] in SCALE and words[end] != "grand":
        value, end = (value * SCALE[words[end]] if value else None), end + 1
        return Numeral(first, end, value, False, scaled=True)
    if words[end] in VAGUE and words[at] in ("tens", "hundreds", "scores", "dozens"):
        end += 1
        return Numeral(first, end, None, False, scaled=True)
    if words[at] in ("few", "several") and end == at + 1:
        return Numeral(first, end, None, False)
    return Numeral(first, end, value, False, scaled=words[at] not in ("couple", "few", "several", "handful"))
