"""Every number of a text, in whatever dress: digits, words, packs, factors, fractions, roman numerals, codes.

`signals.figures` looks for what an interviewer would call a figure and leaves the rest; a checker must leave
nothing, so this reads every digit and every number word there is.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from storybank.facts import lists
from storybank.facts.claim import Claim
from storybank.facts.durations import joined, of_one, one_of
from storybank.facts.enumerated import counts_lines
from storybank.facts.figure_pairs import proportions, share_units
from storybank.facts.figure_parts import (
    measured,
    noun_at,
    plain_claim,
)
from storybank.facts.fold import Folded, stem
from storybank.facts.number_words import spelled, vague

_ROMAN: Final = re.compile(r"(?=[IVXLCDM]{2,9}$)M{0,3}(?:CM|CD|D?C{0,3})(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})")
_ORDINAL: Final = frozenset(["st", "nd", "rd", "th"])


def find_numbers(f: Folded) -> list[Claim]:
    """All numbers in order; none overlap."""
    found: list[Claim] = []
    at, lines = 0, counts_lines(f)
    while at < len(f.tokens):
        claim = _number_at(f, at) if at not in lines else None
        if claim is not None:
            found.append(claim)
            at = max(at + 1, claim.end)
        else:
            at += 1
    return proportions(f, joined(f, share_units(f, found)))


def _is_level(f: Folded, at: int) -> bool:
    """True for the "none" of "from nine to none", "down to nothing"."""
    return f.word(at - 2) in lists.words("down") or any(f.word(k) == "from" for k in range(at - 8, at))


def _number_at(f: Folded, at: int) -> Claim | None:
    word = f.word(at)
    if word[:1].isdigit() and not lists.numbers("fraction-sign").get(word):
        return _digits(f, at)
    if word in lists.numbers("fraction-sign"):
        return measured(f, at, at + 1, lists.numbers("fraction-sign")[word])
    if word in ("none", "nothing") and f.word(at - 1) == "to" and _is_level(f, at):
        return plain_claim(f, at, at + 1, ("number",), 0.0, "")  # "fell to none"
    if (roman := _roman(f, at)) is not None:
        return roman
    if word in ("a", "an", "one") and (end := _and_a_part(f, at)) is not None:
        whole = measured(f, at, end, 1.5 if f.word(end - 1) == "half" else 1.25)
        return whole if whole.unit else replace(whole, noun=stem(f.word(at + 1)))
    if word in ("a", "an") and f.word(at + 1) in ("half", "quarter") and of_one(f, at + 1) is not None:
        return None  # "a half-hourly log"
    if (duration := _duration(f, at)) is not None:
        return duration
    if (
        word in lists.numbers("number")
        or word in lists.numbers("scale")
        or word in ("a", "an", "half", "point")
    ):
        said = spelled(f, at)
        if said is not None:
            return said
    if word in lists.words("vague"):
        return vague(f, at)
    if word in lists.numbers("pack") and not (
        word == "pair" and f.word(at - 1) in ("one", "a", "per", "each", "every")
    ):
        first = at
        return (
            measured(f, first, at + 1, lists.numbers("pack")[word])
            if word != "pair" or f.word(at + 1) == "of"
            else None
        )
    if (factor := _factor(f, at)) is not None:
        return factor
    if word in lists.numbers("ordinal") and not _is_moment(f, at):
        return _ordinal(f, at, at + 1, lists.numbers("ordinal")[word])
    if word in lists.words("abroad") and len(word) > 2:
        return plain_claim(f, at, at + 1, ("abroad", word), None, "abroad")
    return None


def _duration(f: Folded, at: int) -> Claim | None:
    """ "A day" where it says how long, "half an hour", "a year and a half"."""
    if (whole := one_of(f, at)) is not None:
        return plain_claim(f, at, at + 2, ("number",), whole, "time")
    if (part := of_one(f, at)) is not None and f.word(at - 1) != "and":
        return plain_claim(f, at, part[1], ("number",), part[0], "time")
    return None


def _and_a_part(f: Folded, at: int) -> int | None:
    """The token behind "a point and a half", "a page and a quarter"; None for anything else, and for times."""
    counted = f.word(at + 1).isalpha() and f.word(at + 1) not in lists.words("stop")
    added = f.word(at + 2) == "and" and f.word(at + 3) == "a" and f.word(at + 4) in ("half", "quarter")
    timed = f.word(at + 1) in lists.values("time") or f.word(at + 1) in lists.numbers("scale")
    return at + 5 if counted and added and not timed and f.word(at + 1) != "dozen" else None


def _factor(f: Folded, at: int) -> Claim | None:
    """ "Doubled", "threefold", "halved"."""
    word = f.word(at)
    if word in lists.numbers("factor"):
        if word.startswith("halv"):  # to halve is to fall by half
            return replace(plain_claim(f, at, at + 1, ("share",), 50.0, "percent"), step="by", trend="down")
        return plain_claim(f, at, at + 1, ("factor", word), lists.numbers("factor")[word], "x")
    if not word.endswith("fold"):
        return None
    value = lists.numbers("number").get(word[:-4]) or lists.numbers("scale").get(word[:-4])
    return plain_claim(f, at, at + 1, ("factor", word), value, "x") if value else None


# --- numbers in figures


def _digits(f: Folded, at: int) -> Claim:
    """A number in figures with what is glued to it; a code ("Q3", "p95") where letters stand before it."""
    word = f.word(at)
    before = f.word(at - 1)
    if f.glued(at) and (before.isalpha() and before not in lists.values("currency") and before not in ("x",)):
        return _code(f, at)
    if (
        f.glued(at)
        and before in ("-", "_", ".", "#", "/", ":")
        and f.glued(at - 1)
        and f.word(at - 2).isalpha()
    ):
        return _code(f, at)
    if "/" in word or ":" in word:
        return plain_claim(f, at, at + 1, ("written", word.lstrip("0")), None, "written")
    end, value = at + 1, _parse(word)
    while _continues(f, end, word):  # "310 000", "3 0": figures drawn apart
        word += f.word(end)
        value, end = _parse(word), end + 1
    if value is None:
        return plain_claim(f, at, end, ("written", word), None, "written")
    if f.word(end) in lists.numbers("fraction-sign"):
        value, end = value + lists.numbers("fraction-sign")[f.word(end)], end + 1
    glued = f.word(end)
    if f.glued(end) and glued.isalpha() and glued not in lists.numbers("letter-scale"):
        if glued in _ORDINAL:
            return _ordinal(f, at, end + 1, value)
        known = (
            glued in lists.values("time") or glued in lists.values("measure") or glued in lists.values("currency")
            or glued in ("x", "pct", "pp", "bps", "am", "pm", "p")
        )  # fmt: skip
        if not known:
            return _code(f, at)
    return measured(f, at, end, value)


def _continues(f: Folded, at: int, word: str) -> bool:
    """True when the figures at a token belong to those before: a group of three, or lone figures drawn apart."""
    more = f.word(at)
    if not more.isdigit() or not word.isdigit() or at >= len(f.tokens) or f.tokens[at].gap != " ":
        return False
    between = f.text[f.tokens[at - 1].end : f.tokens[at].start]
    if len(between) != 1:
        return False
    thousands = len(more) == 3 and len(word) <= 9 and len(word.lstrip("0")) > 0
    return (
        (thousands and len(word) <= 3)
        or (thousands and len(word) % 3 == 0)
        or (len(more) == 1 and len(word) <= 3)
    )


def _parse(word: str) -> float | None:
    if len(word) > 24:
        return None
    if re.fullmatch(r"\d{1,3}(?:[,']\d{3})+(?:\.\d+)?", word) or re.fullmatch(
        r"\d{1,2}(?:,\d\d)+,\d{3}", word
    ):
        return float(word.replace(",", "").replace("'", ""))
    if re.fullmatch(r"\d{1,3}(?:\.\d{3}){2,}", word):
        return float(word.replace(".", ""))
    if re.fullmatch(r"\d+(?:\.\d+)?", word):
        return float(word)
    if re.fullmatch(r"\d+,\d{1,2}", word):
        return float(word.replace(",", "."))
    return None


def _code(f: Folded, at: int) -> Claim:
    """A name with figures in it, as a whole: "Q3", "S3-backed", "v2.1"."""
    first, end = at, at + 1
    while first > 0 and f.glued(first) and (f.word(first - 1).isalnum() or f.word(first - 1) in "-_.#/:"):
        first -= 1
    while end < len(f.tokens) and f.glued(end) and (
        f.word(end).isalnum() or (f.word(end) in "-_./:" and f.glued(end + 1) and f.word(end + 1).isalnum())
    ):  # fmt: skip
        end += 1
    said = "".join(f.word(k) for k in range(first, end))
    return plain_claim(f, first, end, ("code", said), None, "code")


def _roman(f: Folded, at: int) -> Claim | None:
    shown = f.tokens[at].shown
    if not (shown.isupper() and _ROMAN.fullmatch(shown)) or shown.lower() in lists.words("no-roman"):
        return None
    worth = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100, "D": 500, "M": 1000}
    values = [worth[c] for c in shown]
    total = sum(-v if k + 1 < len(values) and v < values[k + 1] else v for k, v in enumerate(values))
    return measured(f, at, at + 1, float(total))


# --- numbers in words


def _is_moment(f: Folded, at: int) -> bool:
    """True for "second" as a unit of time."""
    before = f.word(at - 1)
    return f.word(at) == "second" and (before in ("a", "per", "each", "every") or before[:1].isdigit())


def _ordinal(f: Folded, at: int, end: int, value: float) -> Claim:
    noun, _ = noun_at(f, end)
    return replace(plain_claim(f, at, end, ("ordinal", f"{value:g}"), value, "ordinal"), noun=noun)


# --- units, nouns, hedges
