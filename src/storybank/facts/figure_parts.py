"""What stands around a number and belongs to it: unit, noun, rate, hedge, direction."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from storybank.facts import lists
from storybank.facts.areas import area_at
from storybank.facts.claim import Claim
from storybank.facts.fold import Folded, stem
from storybank.facts.sureness import hedge_of
from storybank.signals.clauses import is_past

_ADVERBS: Final = frozenset(
    ["now", "then", "here", "there", "again", "too", "today", "though", "either", "already"]
)
_ADJECTIVES: Final = frozenset(["late", "early", "new", "old", "different", "separate"])
_PERSON: Final = frozenset(["head", "person", "capita"])
EACH: Final = "each"
"""What a number is per that is "a head", "apiece", "each"."""


def unit_at(f: Folded, at: int) -> tuple[str, int, float] | None:
    """The unit at a token: its name, the token after it, and what the number is to be multiplied by."""
    word = f.word(at)
    if word in ("%", "percent", "pct", "‰"):
        points = f.word(at + 1) in ("points", "point")
        return ("points" if points else "percent", at + 1 + points, 0.1 if word == "‰" else 1.0)
    if word == "per" and f.word(at + 1) == "cent":
        return "percent", at + 2, 1.0
    if word in ("pp", "ppt") or (word == "percentage" and f.word(at + 1) in ("points", "point")):
        return "points", at + 1 + (word == "percentage"), 1.0
    if word in ("bps", "bp") or (word == "basis" and f.word(at + 1) in ("points", "point")):
        return "points", at + 1 + (word == "basis"), 0.01
    currency = lists.values("currency").get(word)
    if currency and not currency.endswith("*"):
        return ("gbp", at + 1, 0.01) if currency == "gbx" else (currency, at + 1, 1.0)
    time = lists.seconds().get(word)
    written = f.glued(at) or (
        word in ("s", "h") and f.tokens[at].gap == " " and f.word(at - 1)[-1:].isdigit()
    )
    if time and (len(word) > 1 or written) and not (word == "d" and not f.glued(at)):
        return "time", at + 1, time
    if (area := area_at(f, at)) is not None:
        return area
    if word in lists.values("measure"):
        name, _, size = lists.values("measure-size").get(word, lists.values("measure")[word]).partition("*")
        return name, at + 1, float(size or 1.0)
    if (
        word == "m"
        and not f.glued(at)
        and (f.word(at + 1) in lists.words("behind-metres") or not f.word(at + 1)[:1].isalnum())
    ):
        return "m", at + 1, 1.0
    if word in ("g", "l") and f.word(at - 1)[-1:].isdigit() and not f.word(at + 1)[:1].isalnum():
        return word, at + 1, 1.0
    if word == "°":
        return "deg", at + 1 + (f.word(at + 1) in ("c", "f") and f.glued(at + 1)), 1.0
    if word == "p" and f.glued(at) and (f.word(at + 1), f.word(at + 2)) != (".", "m"):
        return "gbp", at + 1, 0.01
    if word in ("x", "fold") or (word == "times" and f.word(at + 1) not in ("in", "during")):
        return "x" if word != "times" else "times", at + 1, 1.0
    if word in ("am", "pm", "o'clock") or (
        word in ("a", "p") and f.word(at + 1) == "." and f.word(at + 2) == "m"
    ):
        return f"clock-{word[0]}", at + (1 if len(word) > 1 else 3), 1.0
    return None


def measure_size(word: str) -> float | None:
    """What a unit of length, weight or volume is worth in metres, grams or litres; None for any other word."""
    _, _, size = lists.values("measure-size").get(word, "").partition("*")
    return float(size) if size else None


def plain_claim(
    f: Folded, first: int, end: int, key: tuple[str, ...], value: float | None, unit: str
) -> Claim:
    """A claim of a figure, with what stands around it: how surely it is given, its step and its trend."""
    span = f.span(first, end)
    rounded = () if value is None else (f"{value:.6g}",)
    return Claim(
        "figure", span, span.of(f.text), (*key, *rounded, unit), value, None, unit, "",
        hedge_of(f, first, end, unit), "", _step(f, first), _trend(f, first, end), first, end,
    )  # fmt: skip


def noun_at(f: Folded, at: int) -> tuple[str, int]:
    """The stem of what is counted from a token on, and the token after it; "" where no noun is in sight."""
    for k in range(at, min(at + 4, len(f.tokens))):
        word = f.word(k)
        if k > at and f.tokens[k].gap == "\n":
            break
        if not word.isalpha() and not (len(word) > 1 and word[0].isalpha()):
            if word == "-" and f.glued(k):
                continue
            break
        if word in _ADVERBS or (word in lists.words("generic") and not _describes(f, k)):
            break
        following = f.word(k + 1)
        if is_past(word) and (
            following in lists.words("behind-a-verb")
            or f.word(k + 1)[:1].isdigit()
            or not following[:1].isalpha()
        ):
            break  # "three needed a new one": a verb
        if is_past(word) and not word.endswith("ed") and not following.endswith("s"):
            break
        if word.endswith("s") or following in lists.words("stop") or not following[:1].isalpha():
            return stem(word), k + 1
    return "", at


def _describes(f: Folded, at: int) -> bool:
    """True for the "late" of "nine late trains": an adjective before the plural that is counted."""
    noun = f.word(at + 1)
    plural = noun.isalpha() and len(noun) > 3 and noun.endswith("s")
    return f.word(at) in _ADJECTIVES and plural and noun not in lists.words("stop") | lists.words("generic")


def rate_of(f: Folded, end: int, after: int, *, measured: bool = False) -> str:
    """What a number is per: "a night", "per week", "every month", of a measure "a plot" too; "" for none."""
    time = lists.seconds()
    for at in (end, after):
        word, unit = f.word(at), f.word(at + 1)
        if (word in ("a", "per") and unit in _PERSON) or word == "apiece":
            return EACH
        if measured and word == "each" and (unit in lists.words("stop") or not unit.isalpha()):
            return EACH
        if word in ("a", "an", "per", "each", "every", "/") and unit in time:
            return f"{time[unit]:g}"
        if word == "per" and unit.isalpha() and unit != "cent":
            return _thing(f, at + 1) or stem(unit)
        if measured and word in ("a", "an", "per", "each") and (thing := _thing(f, at + 1)):
            return thing
        if word in lists.values("rhythm"):
            return f"{lists.numbers('rhythm')[word]:g}"
    return ""


def _thing(f: Folded, at: int) -> str:
    """The stem of one thing that a measure is per: "£5 a plot", "14 grams a square metre"; "" for none."""
    at += f.word(at) in ("square", "cubic", "single")
    word, after = f.word(at), f.word(at + 1)
    plain = word.isalpha() and word not in lists.words("stop") and not word.endswith("s")
    return stem(word) if plain and (after in lists.words("stop") or not after[:1].isalpha()) else ""


def _step(f: Folded, first: int) -> str:
    governing = first - 1 - (f.word(first - 1) in ("us", "me", "them", "him", "her"))
    if governing < first - 1 and f.word(governing) in lists.words("down") | lists.words("up"):
        return "by"  # "the insurer dropped us nineteen thousand a year"
    for k in range(first - 1, max(-1, first - 4), -1):
        if f.word(k) in ("by", "to", "from"):
            return f.word(k)
        if f.word(k) not in lists.words("about") | lists.words("below") | lists.words("above") | {
            "than",
            "at",
            "up",
        }:
            break
    return ""


def _trend(f: Folded, first: int, end: int) -> str:
    """Whether the words around a number speak of more or of less; "" where neither or both do."""
    low = next((k + 1 for k in range(first - 1, max(-1, first - 6), -1) if _ends(f, k)), max(0, first - 5))
    high = next(
        (k for k in range(end, min(len(f.tokens), end + 3)) if _ends(f, k)), min(len(f.tokens), end + 3)
    )
    around = [f.word(k) for k in range(low, high)]
    up, down = (any(w in lists.words(g) for w in around) for g in ("up", "down"))
    return "" if up == down else "up" if up else "down"


def _ends(f: Folded, at: int) -> bool:
    """True for a full stop, or a token behind which a line ends."""
    return f.word(at) in (".", "!", "?", ";") or (at + 1 < len(f.tokens) and f.tokens[at + 1].gap == "\n")


def measured(f: Folded, first: int, end: int, value: float) -> Claim:
    """A number with scale, unit, noun, rate and hedge."""
    unit, first = _currency_before(f, first)
    value, end = _scaled(f, end, value, bool(unit))
    end = _past_surplus(f, end)
    if f.word(first - 1) == "-" and f.glued(first) and not f.glued(first - 1):
        value, first = -value, first - 1
    if not unit and (found := _unit_behind(f, end)) is not None and not _is_kind(f, end, found[1], value):
        unit, end, times = found
        return number_claim(f, first, end, value * times, unit)
    if not unit and (clock := hour_of_day(f, end, value)) is not None:
        return number_claim(f, first, clock[1], value, clock[0])
    return number_claim(f, first, end, value, unit)


def _is_kind(f: Folded, at: int, behind: int, value: float) -> bool:
    """True for a time that only says of what kind the counted things are: "four night bakers"."""
    word, after = f.word(at), f.word(behind)
    return (
        behind == at + 1 and value > 1 and word in lists.words("whole-part")
        and after.isalpha() and after not in lists.words("generic") and f.tokens[behind].gap == " "
    )  # fmt: skip


def _currency_before(f: Folded, first: int) -> tuple[str, int]:
    """The currency before a number, "" for none, and the token at which the sum begins."""
    currency, before = lists.values("currency"), f.word(first - 1)
    known = first > 0 and before in currency
    if not known or (before.isalpha() and not f.tokens[first - 1].shown.isupper()):
        return "", first
    unit, first = currency[before], first - 1
    if f.word(first - 1) in ("us", "a", "c", "au", "nz", "hk", "s") and f.glued(first):
        unit += f.word(first - 1)
        return "usd" if unit == "usdus" else unit, first - 1
    return unit, first


def _scaled(f: Folded, end: int, value: float, money: bool) -> tuple[float, int]:
    """The number times what follows it ("k", "million", "and a half"), and the token behind that."""
    letter = f.word(end)
    if letter in lists.numbers("letter-scale") and (
        f.glued(end) or (money and f.tokens[end].gap == " " and letter not in ("t", "b"))
    ):
        value, end = value * lists.numbers("letter-scale")[letter], end + 1
    while f.word(end) in lists.numbers("scale") or f.word(end) == "dozen":
        value, end = value * lists.numbers("scale").get(f.word(end), 12.0), end + 1
    part = end + 1 + (f.word(end + 1) == "a")  # "three and a half", "three and half"
    whole = part == end + 1 and f.word(part + 1) in ("the", "of", "a", "my", "our", "their")
    if f.word(end) == "and" and f.word(part) in ("half", "quarter") and not whole:
        more = 0.5 if f.word(part) == "half" else 0.25
        size = max([s for s in lists.numbers("scale").values() if s <= value and value >= 1000] or [1.0])
        value, end = value + more * size, part + 1
        if f.word(end) in lists.numbers("scale"):  # "one and a half thousand"
            value, end = value * lists.numbers("scale")[f.word(end)], end + 1
    return value, end


def _past_surplus(f: Folded, end: int) -> int:
    """The token behind "+", "odd", "-plus", "-ish"."""
    if f.word(end) == "odd" or (f.word(end) == "+" and f.glued(end)):
        return end + 1
    joined = f.word(end) == "-" and f.glued(end) and f.word(end + 1) in ("odd", "plus", "ish")
    return end + 2 if joined else end


def _unit_behind(f: Folded, end: int) -> tuple[str, int, float] | None:
    """`unit_at` behind a number, past a hyphen or a word such as "full"."""
    hyphen = f.word(end) == "-" and f.glued(end) and f.glued(end + 1)
    found = unit_at(f, end + hyphen)
    if found is None and f.word(end) in lists.words("before-a-unit"):
        found = unit_at(f, end + 1)
    return found


def number_claim(f: Folded, first: int, end: int, value: float, unit: str) -> Claim:
    """A claim of a number, with the noun that it counts and what it is per."""
    noun = "" if unit and unit not in ("times",) else noun_at(f, end)[0]
    after = noun_at(f, end)[1] if not unit else end
    claim = plain_claim(f, first, end, ("number",), value, unit)
    if not unit and _is_label(f, first, noun, after):
        return claim
    return replace(
        claim, noun=noun, rate=rate_of(f, end, after, measured=unit not in ("", "time", "times", "x"))
    )


def _is_label(f: Folded, first: int, noun: str, after: int) -> bool:
    """True for a number that only names one of several: "route 6", "page five"."""
    told = f.word(first - 1) in lists.words("label") and f.tokens[first].gap == " "
    return told and not (noun and f.word(after - 1).endswith("s"))


def hour_of_day(f: Folded, end: int, value: float) -> tuple[str, int] | None:
    """The unit of a number that "in the morning" follows, and the token behind; None where it is no time of day."""
    hour, minute = int(value), round(100 * (value - int(value)))
    if not 1 <= hour <= 12 or minute >= 60:
        return None
    part = f.word(end + 2) if f.word(end) == "in" and f.word(end + 1) == "the" else ""
    if f.word(end) == "at" and f.word(end + 1) == "night":
        return "clock-p", end + 2
    half = lists.values("hour-of").get(part)
    return (f"clock-{half}", end + 3) if half else None
