"""Numbers in words: spelled out, fractions, and those that say no number ("dozens")."""

from __future__ import annotations

from dataclasses import replace

from storybank.facts import lists
from storybank.facts.claim import Claim
from storybank.facts.figure_parts import (
    measured,
    noun_at,
    number_claim,
    plain_claim,
    rate_of,
    unit_at,
)
from storybank.facts.fold import Folded
from storybank.signals.clauses import is_past


def spelled(f: Folded, at: int) -> Claim | None:
    """Number words from a token on; None when they are no number ("a", "one" of "one of them")."""
    first, word = at, f.word(at)
    if word == "half":
        k = at + 1 + (f.word(at + 1) in ("a", "an", "-"))  # "half a dozen", "half-dozen"
        if f.word(k) in lists.numbers("scale") or f.word(k) == "dozen":
            return measured(f, at, k + 1, lists.numbers("scale").get(f.word(k), 12.0) / 2)
        return _fraction(f, at, at, 1.0)
    if word in ("a", "an"):
        at += 1
        if f.word(at) in ("good", "full", "cool", "whole", "solid", "mere", "round"):
            at += 1
        if f.word(at) in lists.numbers("scale"):
            value, end = _sum(f, at, 1.0)
            return measured(f, first, end, value)
        if f.word(at) in lists.numbers("fraction") and f.word(at) not in ("second",):
            return _fraction(f, first, at, 1.0)
        return None
    if word == "point":
        return None
    if word in lists.numbers("scale"):
        if word in ("grand", "hundreds", "thousands", "lakhs", "millions", "crores", "billions", "trillions"):
            return vague(f, at) if word in lists.words("vague") else None
        value, end = _sum(f, at, 1.0)
        return measured(f, at, end, value)
    value, end = _sum(f, at, 0.0)
    parted = (
        f.word(end) == "and"
        and f.word(end + 1) in ("half", "a")
        and "half" in (f.word(end + 1), f.word(end + 2))
    )
    if word == "one" and end == at + 1 and not parted and _is_pronoun(f, at):
        return None
    if f.word(end) == "-" and f.glued(end) and f.word(end + 1) in lists.numbers("fraction"):
        return _fraction(f, first, end + 1, value)
    if f.word(end) in lists.numbers("fraction") and f.word(end) != "second" and value <= 20:
        return _fraction(f, first, end, value)
    return measured(f, first, end, value)


def _is_pronoun(f: Folded, at: int) -> bool:
    """True for the "one" of "one of them" and of "one night I looked", which counts nothing."""
    end = at + 1
    if f.word(end) in lists.words("whole-part") and _once(f, at):
        return True
    if unit_at(f, end) is not None or f.word(at - 1) in ("only", "just", "exactly"):
        return False
    if rate_of(f, end, noun_at(f, end)[1]) or _ends_a_change(f, at):
        return False
    numbers = lists.numbers("number")
    return not any(f.word(k) == "in" and f.word(k + 1) in numbers for k in range(end, end + 4))


def _once(f: Folded, at: int) -> bool:
    """True for the "one" of "one evening", which counts nothing: no word before it asks how long."""
    before = f.word(at - 1)
    long = before in lists.words("duration-before") or before in (
        "only",
        "just",
        "exactly",
        "than",
        "least",
        "about",
    )
    return not long and not f.word(at + 2).startswith(("later", "early", "late", "before", "after", "a", "-"))


def _ends_a_change(f: Folded, at: int) -> bool:
    """True for the "one" of "from eleven a day to one": a level, and nobody."""
    if f.word(at - 1) != "to" or f.word(at + 1)[:1].isalpha():
        return False
    for k in range(at - 2, max(-1, at - 14), -1):
        if f.word(k) in (".", "!", "?", ";"):
            return False
        if f.word(k) == "from":
            return any(
                f.word(n)[:1].isdigit() or f.word(n) in lists.numbers("number") for n in range(k + 1, k + 4)
            )
    return False


def _sum(f: Folded, at: int, group: float) -> tuple[float, int]:
    """The value of number words from a token on, and the token after them."""
    small, scale = lists.numbers("number"), lists.numbers("scale")
    total, end, ceiling, room = 0.0, at, 1e19, 1000.0
    while end - at < 24:
        word = f.word(end).removesuffix("'s")  # "two grand's worth"
        if word in small and small[word] < room:
            group += small[word]
            room = 10.0 if small[word] >= 20 else 1.0
        elif word == "hundred" and group < 100:
            group, room = (group or 1.0) * 100, 100.0
        elif word in scale and scale[word] < ceiling and word not in ("hundreds",):
            ceiling = scale[word]
            total, group, room = total + (group or 1.0) * ceiling, 0.0, 1000.0
        elif (word == "-" and f.glued(end) and f.glued(end + 1) and _carries(f, end + 1)) or (
            word == "and" and f.word(end + 1) in small and f.word(end - 1) in scale
        ):
            pass
        else:
            break
        end += 1
    value = total + group
    if f.word(end) == "point" and f.word(end + 1) in small:
        figures = ""
        end += 1
        while f.word(end) in small and small[f.word(end)] < 10:
            figures += str(int(small[f.word(end)]))
            end += 1
        value += float(f"0.{figures or 0}")
        if f.word(end) in scale:
            value, end = value * scale[f.word(end)], end + 1
    return value, end


def _carries(f: Folded, at: int) -> bool:
    word = f.word(at)
    return word in lists.numbers("number") or (word in lists.numbers("scale") and word != "grand")


def _fraction(f: Folded, first: int, at: int, count: float) -> Claim | None:
    word = f.word(at)
    part = lists.numbers("fraction").get(word)
    if part is None:
        return None
    after = f.word(at + 1)
    if after == "-" and f.glued(at + 1) and f.word(at + 2).isalpha():
        return None  # "a sixth-former"
    if (
        word == "half"
        and first == at
        and after.isalpha()
        and after not in lists.words("stop")
        and not is_past(after)
    ):
        return None  # "half term", "half price"
    if word in ("quarter", "quarters") and f.word(at + 1) not in ("of", "the") and first == at:
        return None
    end = at + 1
    if f.word(end) == "of" and f.word(end + 1) in ("a", "an") and f.word(end + 2) in lists.numbers("scale"):
        return measured(f, first, end + 3, count * part * lists.numbers("scale")[f.word(end + 2)])
    if f.word(end) in ("a", "an", "of") and (unit := unit_at(f, end + 1 + (f.word(end + 1) in ("a", "an")))):
        return number_claim(f, first, unit[1], count * part * unit[2], unit[0])
    return plain_claim(f, first, end, ("share",), 100 * count * part, "percent")


def vague(f: Folded, at: int) -> Claim | None:
    """ "a couple of", "dozens", "tens of thousands"."""
    word = f.word(at)
    if (
        word in ("score", "lots", "loads", "tons", "bunch", "plenty", "various", "few", "couple")
        and word == "score"
    ):
        return None
    if word == "scores" and f.word(at + 1) != "of":
        return None  # the scores of a choir, of a match
    end = at + 1
    said = [word]
    while f.word(end) in ("of",) and (f.word(end + 1) in lists.words("vague")):
        said.append(f.word(end + 1))
        end += 2
    if f.word(end) in lists.numbers("scale") and f.word(end) != "grand":
        said.append(f.word(end))
        end += 1
    low, high = lists.ranges("vague-range").get(word, (3.0, 1e18))
    for more in said[1:]:
        size = lists.numbers("scale").get(more, 1.0)
        low, high = low * size, min(1e18, high * size)
    unit = unit_at(f, end + (f.word(end) == "of"))
    claim = plain_claim(
        f, at, end, ("vague", *said), low * (unit[2] if unit else 1.0), unit[0] if unit else ""
    )
    noun, _ = noun_at(f, end + (f.word(end) == "of"))
    return replace(
        claim, top=min(1e18, high * (unit[2] if unit else 1.0)), noun="" if unit else noun, hedge="about"
    )
