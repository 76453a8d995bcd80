"""What stands around a number and belongs to it: unit, noun, rate, hedge, direction."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from storybank.facts import lists
from storybank.facts.claim import Claim, Hedge
from storybank.facts.fold import Folded, stem

_OFTEN: Final = {
    "daily": "day", "weekly": "week", "monthly": "month", "yearly": "year", "annually": "year", "hourly": "hour",
    "nightly": "night", "quarterly": "quarter",
}  # fmt: skip
_BEFORE_UNITS: Final = (
    "full", "whole", "more", "extra", "straight", "working", "business", "calendar", "solid", "consecutive",
    "percentage", "basis", "long",
)  # fmt: skip


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
        return currency, at + 1, 1.0
    time = lists.values("time").get(word)
    if time and (len(word) > 1 or f.glued(at)) and not (word in ("s", "d") and not f.glued(at)):
        return "time", at + 1, float(time.rstrip("*"))
    if word in lists.values("measure"):
        return lists.values("measure")[word], at + 1, 1.0
    if word in ("x", "fold") or (word == "times" and f.word(at + 1) not in ("in", "during")):
        return "x" if word != "times" else "times", at + 1, 1.0
    if word in ("am", "pm", "o'clock") or (
        word in ("a", "p") and f.word(at + 1) == "." and f.word(at + 2) == "m"
    ):
        return f"clock-{word[0]}", at + (1 if len(word) > 1 else 3), 1.0
    return None


def plain_claim(
    f: Folded, first: int, end: int, key: tuple[str, ...], value: float | None, unit: str
) -> Claim:
    span = f.span(first, end)
    rounded = () if value is None else (f"{value:.6g}",)
    return Claim(
        "figure", span, span.of(f.text), (*key, *rounded, unit), value, None, unit, "", hedge_of(f, first, end), "",
        _step(f, first), _trend(f, first, end), first, end,
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
        if word in lists.words("generic"):
            break
        following = f.word(k + 1)
        if word.endswith("s") or following in lists.words("stop") or not following[:1].isalpha():
            return stem(word), k + 1
    return "", at


def hedge_of(f: Folded, first: int, end: int) -> Hedge:
    """How surely a number is given, by the words before it and what is glued behind it."""
    behind = f.word(end - 1)
    if behind in ("+", "plus") or (f.word(end) == "or" and f.word(end + 1) == "more"):
        return "above"
    if behind in ("ish", "odd") or (f.word(end) == "or" and f.word(end + 1) == "so"):
        return "about"
    before = _words_before(f, first)
    if (found := _hedge_near(before[:3])) is not None:
        return found
    if "i" in before and any(w in ("think", "guess", "believe", "reckon", "suppose") for w in before):
        return "about"
    return "exact"


def _words_before(f: Folded, first: int) -> list[str]:
    """At most five words before a token, the nearest first, back to where a clause or a line begins."""
    before: list[str] = []
    for k in range(first - 1, max(-1, first - 6), -1):
        if f.tokens[k + 1].opens and f.tokens[k + 1].gap == "\n":
            break
        word = f.word(k)
        if word in (".", "!", "?", ";", ",", "(") or word[:1].isdigit():
            break
        before.append(word)
    return before


def _hedge_near(near: list[str]) -> Hedge | None:
    """What the three words before a number, the nearest first, say of it; None where they say nothing."""
    if near[:1] == ["than"]:
        less = ("less", "fewer", "lower", "shorter", "cheaper")
        return "below" if any(word in less for word in near[1:2]) else "above"
    if near[:1] == ["least"]:
        return "above"
    if near[:2] in (["most", "at"], ["to", "up"], ["to", "close"], ["quite", "not"]):
        return "below"
    for k, word in enumerate(near):
        if word in ("at", "least"):
            continue
        if (
            word in lists.words("below")
            and word not in ("not", "less", "fewer", "lower", "most", "max")
            and k < 2
        ):
            return "below"
        if word in lists.words("above") and word not in ("more", "least", "plus") and k < 1:
            return "above"
        if word in lists.words("about") and not (
            word in ("like", "say", "order", "think", "guess", "believe") and k > 1
        ):
            return "about" if word != "some" or k == 0 else "exact"
    return None


def rate_of(f: Folded, end: int, after: int) -> str:
    """What a number is per: "a night", "per week", "every month"; "" for none."""
    time = lists.values("time")
    for at in (end, after):
        word, unit = f.word(at), f.word(at + 1)
        if word in ("a", "an", "per", "each", "every", "/") and unit in time:
            return f"{float(time[unit].rstrip('*')):g}"
        if word == "per" and unit.isalpha() and unit != "cent":
            return stem(unit)
        if word in _OFTEN:
            return f"{float(time[_OFTEN[word]]):g}"
    return ""


def _step(f: Folded, first: int) -> str:
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


def share_units(f: Folded, claims: list[Claim]) -> list[Claim]:
    """ "from 91 to 97%", "two or three weeks": the unit or noun said once belongs to both numbers."""
    for k in range(len(claims) - 2, -1, -1):
        here, after = claims[k], claims[k + 1]
        bare = not here.unit and not here.noun and here.key[0] == "number" and here.value is not None
        if not bare or after.value is None or not _are_pair(f, here.end, after.first):
            continue
        value = (here.value or 0.0) * _shared_scale(f, here, after)
        key = ("number", f"{value:.6g}", after.unit)
        claims[k] = replace(here, unit=after.unit, noun=after.noun, value=value, key=key)
    return claims


def _are_pair(f: Folded, first: int, end: int) -> bool:
    """True when nothing but words that join two numbers stands between them."""
    between = [f.word(k) for k in range(first, end)]
    joins = ("to", "or", "-", "and", ",", "than")
    return (
        len(between) <= 3
        and any(w in joins for w in between)
        and all(w in joins or w in ("about", "nearly", "almost", "less", "over", "from") for w in between)
    )


def _shared_scale(f: Folded, here: Claim, after: Claim) -> float:
    """What the second number was multiplied by and the first was not: "two or three weeks", "2-3m"."""
    words = [f.word(k) for k in range(after.first, after.end)]
    if after.unit == "time":
        unit = next((w for w in words if w in lists.values("time")), "")
        return float(lists.values("time").get(unit, "1").rstrip("*"))
    if after.unit and (after.value or 0.0) >= 1000 and (here.value or 0.0) < 1000:
        scales = {**lists.numbers("letter-scale"), **lists.numbers("scale")}
        return next((scales[w] for w in words if w in scales), 1.0)
    return 1.0


def measured(f: Folded, first: int, end: int, value: float) -> Claim:
    """A number with scale, unit, noun, rate and hedge."""
    unit, first = _currency_before(f, first)
    value, end = _scaled(f, end, value, bool(unit))
    end = _past_surplus(f, end)
    if f.word(first - 1) == "-" and f.glued(first) and not f.glued(first - 1):
        value, first = -value, first - 1
    if not unit and (found := _unit_behind(f, end)) is not None:
        unit, end, times = found
        return number_claim(f, first, end, value * times, unit)
    return number_claim(f, first, end, value, unit)


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
    if f.word(end) == "and" and f.word(end + 1) == "a" and f.word(end + 2) in ("half", "quarter"):
        more = 0.5 if f.word(end + 2) == "half" else 0.25
        size = max([s for s in lists.numbers("scale").values() if s <= value and value >= 1000] or [1.0])
        value, end = value + more * size, end + 3
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
    if found is None and f.word(end) in _BEFORE_UNITS:
        found = unit_at(f, end + 1)
    return found


def number_claim(f: Folded, first: int, end: int, value: float, unit: str) -> Claim:
    noun = "" if unit and unit not in ("times",) else noun_at(f, end)[0]
    after = noun_at(f, end)[1] if not unit else end
    claim = plain_claim(f, first, end, ("number",), value, unit)
    return replace(claim, noun=noun, rate=rate_of(f, end, after))
