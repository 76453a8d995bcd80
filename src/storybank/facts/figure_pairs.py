"""Two numbers that belong together: "from 91 to 97%", "two or three weeks", "seven in ten"."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from typing import Final

from storybank.facts import lists
from storybank.facts.claim import Claim
from storybank.facts.figure_parts import measure_size, plain_claim
from storybank.facts.fold import Folded

_APART: Final = 4  # tokens between a number and the one that it came for
_FOR: Final = frozenset(
    [("rather", "than"), ("instead", "of"), ("no", "longer"), ("compared", "with"), ("compared", "to")]
)
_ROUND: Final = (10.0, 100.0, 1000.0)


def share_units(f: Folded, claims: list[Claim]) -> list[Claim]:
    """ "from 91 to 97%", "two or three weeks": the unit or noun said once belongs to both numbers."""
    for k in range(len(claims) - 2, -1, -1):
        here, after = claims[k], claims[k + 1]
        bare = (
            not here.unit
            and not here.noun
            and here.key[0] == after.key[0] == "number"
            and here.value is not None
        )
        if not bare or after.value is None or not _are_pair(f, here.end, after.first):
            continue
        value = (here.value or 0.0) * _shared_scale(f, here, after)
        key = ("number", f"{value:.6g}", after.unit)
        claims[k] = replace(here, unit=after.unit, noun=after.noun, value=value, key=key)
    for k in range(1, len(claims)):
        if _is_range(f, claims[k - 1], claims[k]):
            claims[k - 1], claims[k] = _either(claims[k - 1]), _either(claims[k])
        if f.word(claims[k].first - 1) == "or" and claims[k].first - claims[k - 1].end == 1:
            claims[k - 1], claims[k] = _either(claims[k - 1]), _either(_like(f, claims[k], claims[k - 1]))
        if _instead(f, claims[k - 1].end, claims[k].first) and not (claims[k - 1].step or claims[k].step):
            claims[k - 1], claims[k] = replace(claims[k - 1], step="to"), replace(claims[k], step="from")
        if (claims[k - 1].step, claims[k].step) in (("from", "to"), ("to", "from")):
            claims[k - 1], claims[k] = _levels(f, claims[k - 1], claims[k])
    return claims


def _either(claim: Claim) -> Claim:
    """One of "three or four": given as about so much."""
    return replace(claim, hedge="about") if claim.hedge == "exact" and claim.key[0] == "number" else claim


def _like(f: Folded, late: Claim, early: Claim) -> Claim:
    """The second of two numbers with the unit of the first, where it has none."""
    if not early.unit or late.unit or late.noun or late.key[0] != "number" or early.key[0] != "number":
        return late
    value = (late.value or 0.0) * _shared_scale(f, late, early)
    return replace(late, unit=early.unit, value=value, key=("number", f"{value:.6g}", early.unit))


def _is_range(f: Folded, early: Claim, late: Claim) -> bool:
    """True for "between forty and fifty", "two to three weeks": each end is about so much."""
    if late.first - early.end != 1 or early.step or early.unit != late.unit or early.key[0] != "number":
        return False
    joint = f.word(early.end)
    between = f.word(early.first - 1) == "between" and joint == "and"
    return between or (joint == "to" and (early.value or 0.0) < (late.value or 0.0) and early.trend != "up")


def _instead(f: Folded, first: int, end: int) -> bool:
    """True for what stands between a number and the one that it came for: "22 rather than 70"."""
    words = [f.word(k) for k in range(first, end)]
    return end - first <= _APART and any(pair in _FOR for pair in pairwise(words))


def _levels(f: Folded, early: Claim, late: Claim) -> tuple[Claim, Claim]:
    """ "from 130 minutes to 55", "from eleven to three a day": what is said once holds of both."""
    if late.first - early.end > 5 or early.value is None or late.value is None:
        return early, late
    late = _like(f, late, early)
    rate = early.rate or late.rate
    return replace(early, rate=early.rate or rate), replace(late, rate=late.rate or rate)


def proportions(f: Folded, claims: list[Claim]) -> list[Claim]:
    """ "seven in ten": one share for two numbers, the second of which is round."""
    out: list[Claim] = []
    for claim in claims:
        here = out[-1] if out else None
        if here is not None and here.end < claim.first and _is_share(f, here, claim):
            value = 100 * (_in_units(f, here) if here.unit else here.value or 0.0) / (claim.value or 1.0)
            out[-1] = plain_claim(f, here.first, claim.end, ("share",), value, "percent")
        else:
            out.append(claim)
    return out


def _is_share(f: Folded, here: Claim, after: Claim) -> bool:
    """True for "seven in ten", "one pair in seven", "four mornings in five"."""
    between = [f.word(k) for k in range(here.end, after.first)]
    noun = between[:-1] if between[-1:] == ["in"] and len(between) <= 4 else []
    if here.value == 1 and here.noun and len(noun) == 1 and not f.word(after.end).endswith("s"):
        return (
            after.unit == "" and 1 < (after.value or 0.0) <= 20
        )  # "one grower in two watering", no "two towns"
    counted = bool(here.noun) or here.unit == "time" or bool(noun)
    if not (
        here.key[0] == "number"
        and after.unit == ""
        and (after.noun == "" or between == ["in"])
        and 0 < (here.value or 0.0) < (after.value or 0.0)
    ):
        return _is_time_share(f, here, after, between)
    plain = between in (["in"], ["in", "every"], ["out", "of"], ["out", "of", "every"])
    if not plain and not (counted and between[-1:] == ["in"] and all(w.isalpha() for w in noun)):
        return False
    small = (after.value or 0) <= 20 and "in" in between
    return here.unit == "" and (after.value in _ROUND or small)


def _is_time_share(f: Folded, here: Claim, after: Claim, between: list[str]) -> bool:
    """ "Four mornings in five": the first number has a unit of time, the second is bare."""
    if here.unit != "time" or here.key[0] != "number" or after.unit or after.noun or between != ["in"]:
        return False
    return 0 < _in_units(f, here) < (after.value or 0.0) <= 20


def _in_units(f: Folded, claim: Claim) -> float:
    """The number of a duration as it stands: 4 of "four mornings"."""
    times = lists.seconds()
    unit = next((times[w] for k in range(claim.first, claim.end) if (w := f.word(k)) in times), 1.0)
    return (claim.value or 0.0) / unit


def _are_pair(f: Folded, first: int, end: int) -> bool:
    """True when nothing but words that join two numbers stands between them."""
    between = [f.word(k) for k in range(first, end)]
    joins = ("to", "or", "-", "and", "than")
    return (
        len(between) <= 3
        and any(w in joins for w in between)
        and all(w in joins or w in ("about", "nearly", "almost", "less", "over", "from") for w in between)
    )


def _shared_scale(f: Folded, here: Claim, after: Claim) -> float:
    """What the second number was multiplied by and the first was not: "two or three weeks", "2-3m"."""
    words = [f.word(k) for k in range(after.first, after.end)]
    if after.unit == "time":
        return next((lists.seconds()[w] for w in words if w in lists.seconds()), 1.0)
    if (size := next((s for w in words if (s := measure_size(w)) is not None), None)) is not None:
        return size
    if after.unit and (after.value or 0.0) >= 1000 and (here.value or 0.0) < 1000:
        scales = {**lists.numbers("letter-scale"), **lists.numbers("scale")}
        return next((scales[w] for w in words if w in scales), 1.0)
    return 1.0
