"""Are two amounts the same, in other words, other units, or by one step of arithmetic?"""

from __future__ import annotations

from itertools import pairwise

from storybank.facts import lists
from storybank.facts.align import Side
from storybank.facts.claim import Claim
from storybank.facts.derived import Derived
from storybank.facts.figure_parts import measure_size
from storybank.facts.fold import Folded

TOLERANCE = 1e-6
ROUNDED = 0.51  # points that a share may be off when it is written in whole percent
LOOSE = 3.0  # and when it is said to be about so much
YEAR, WEEK, DAY = 31557600.0, 604800.0, 86400.0
_ABOUT = 0.09  # by how much a time may miss another that it is said to be about
_NEAR, _UNDER, _HOUR = (
    0.08,
    1.12,
    1.25,
)  # by how much a round number may miss: about, nearly, nearly in a larger unit
ROUNDEST = 1.5  # and by what it may fall short when it is said to be more
_HARD, _SOFT = 0.02, 0.08  # by how much a factor may miss, exact and about


def same_amount(claim: Claim, stated: Claim) -> bool:
    """True when two figures give one amount, whatever they count."""
    if claim.value is None or stated.value is None:
        return claim.key == stated.key
    if (claim.unit == "ordinal") != (stated.unit == "ordinal"):
        return False
    if claim.key[0] == "vague":
        if stated.key[0] == "vague":
            return claim.key[1] == stated.key[1] or (
                stated.value >= claim.value and (stated.top or 0) <= (claim.top or 0)
            )
        return claim.value <= stated.value <= (claim.top or claim.value) and _comparable(claim, stated)
    if stated.key[0] == "vague":
        return stated.key[1] == "couple" and equal(claim.value, stated.value)
    if claim.unit == stated.unit == "percent" and "share" in (claim.key[0], stated.key[0]):
        return abs(claim.value - stated.value) < ROUNDED  # "a third" and 33%
    return equal(claim.value, stated.value)


def unit_size(claim: Claim, f: Folded) -> float:
    """What the unit that a figure is given in is worth, in seconds, metres, grams, litres; 1 for a bare number."""
    times = lists.seconds()
    for k in range(claim.first, claim.end):
        if f.word(k) in times:
            return times[f.word(k)]
        if (size := measure_size(f.word(k))) is not None:
            return size
    return 1.0


def unit_sizes(claim: Claim, f: Folded) -> frozenset[float]:
    """What each unit within a figure is worth: "an hour and ten minutes" has two."""
    times = lists.seconds()
    found = {times[w] for k in range(claim.first, claim.end) if (w := f.word(k)) in times}
    return frozenset(found or {unit_size(claim, f)})


def is_telling(claim: Claim, f: Folded) -> bool:
    """True for a number that is hardly met twice by chance: three figures or more, or a sum, a share, a measure."""
    value = abs(claim.value or 0.0)
    named = claim.unit not in ("", "x", "times", "ordinal", "time")
    return named or _figures(value / unit_size(claim, f)) >= 3


def is_rounded(claim: Claim, f: Folded, stated: Claim, g: Folded) -> bool:
    """True when a figure is another one in fewer figures or a larger unit, and lies on the side that its hedge says."""
    value, exact = claim.value or 0.0, stated.value or 0.0
    plain = {claim.key[0], stated.key[0]} <= {"number", "share"} and claim.unit == stated.unit
    if not plain or exact <= 0 or claim.unit in ("ordinal", "x") or stated.hedge not in ("exact", "about"):
        return False
    mine, theirs = unit_size(claim, f), unit_size(stated, g)
    if mine <= theirs and _figures(value / mine) >= _figures(exact / theirs) and value % 5:
        return False
    if claim.hedge == "about" or stated.hedge == "about":
        return claim.hedge == "about" and abs(value / exact - 1) <= _NEAR
    if claim.hedge == "above":
        return value < exact <= ROUNDEST * value
    return exact < value <= (_HOUR if mine > theirs else _UNDER) * exact


def _figures(value: float) -> int:
    """How many figures a number has, but for the noughts at its end."""
    return len(f"{value:.6g}".replace(".", "").strip("0")) if "e" not in f"{value:.6g}" else 1


def _comparable(claim: Claim, stated: Claim) -> bool:
    return claim.unit == stated.unit or not claim.unit


def equal(a: float, b: float) -> bool:
    """True for the same number, but for the last digits."""
    return abs(a - b) <= TOLERANCE * max(abs(a), abs(b), 1.0)


def same_time(claim: Claim, seconds: float) -> bool:
    """True for the same time in other units: "four weeks or so" is a month, "52 weeks" a year."""
    value = claim.value or 0.0
    pairs = ((value, seconds), (seconds, value))
    if any(equal(a, 2 * n * WEEK) and equal(b, n * YEAR / 24) for a, b in pairs for n in range(1, 25)):
        return True  # twelve weeks are three months to most people, and six a month and a half
    if any(equal(a, 30 * n * DAY) and equal(b, n * YEAR / 12) for a, b in pairs for n in (1, 2, 3, 4, 6)):
        return True  # ninety days are three months
    if "working" in claim.quote.lower() and any(equal(a * 7 / 5, b) for a, b in pairs):
        return True  # five working days are a week
    return equal(value, seconds) or (claim.hedge == "about" and abs(value / seconds - 1) < _ABOUT)


def follows(claim: Claim, step: Derived, other: Side) -> bool:
    """True when a figure is what one step of arithmetic makes of the source, and is told as such."""
    value, loose = claim.value or 0.0, claim.hedge == "about"
    if step.how == "share":
        return claim.unit == "percent" and _range(claim)[0] <= step.value <= _range(claim)[1]
    if step.how == "span":
        return claim.unit in ("time", "") and equal(value, step.value)
    if step.how == "difference":
        points = step.unit == "points" and claim.noun == "point" and not claim.unit
        return (claim.unit == step.unit or points) and equal(value, step.value) and compares(claim, other)
    if step.how == "sum":
        return claim.unit == step.unit and equal(value, step.value) and is_sum(claim, other)
    if step.how in ("rest", "most"):
        return (
            claim.unit == "" and equal(value, step.value) and (step.how == "most" or _is_rest(claim, other))
        )
    if claim.unit == "percent" and _is_level(claim, other):
        return _range(claim)[0] <= 100 * step.value <= _range(claim)[1]
    if claim.unit == "percent" and compares(claim, other):
        change = 100 * (step.value - 1)
        fits = claim.trend in ("", "up" if change > 0 else "down")
        return fits and _range(claim)[0] <= abs(change) <= _range(claim)[1]
    return claim.unit in ("x", "times") and abs(value / step.value - 1) < (_SOFT if loose else _HARD)


def _is_level(claim: Claim, other: Side) -> bool:
    """True for "a quarter of what it was", "down to a third": what is left, and no change."""
    of = (other.folded.word(claim.end), other.folded.word(claim.end + 1))
    return claim.step == "to" or of in (("of", "what"), ("of", "its"), ("of", "their"), ("the", "former"))


def _range(claim: Claim) -> tuple[float, float]:
    """What a share in percent may be given as so: exactly, about, just below or above."""
    value = claim.value or 0.0
    slack = LOOSE if claim.hedge == "about" else ROUNDED
    ranges = {"above": (value, 1.3 * value), "below": (0.85 * value, value)}
    return ranges.get(claim.hedge, (value - slack, value + slack))


def compares(claim: Claim, other: Side) -> bool:
    """True when words around a figure say that it lies between two others."""
    if claim.step in ("from", "to"):
        return False  # a level, and no difference
    if claim.step == "by" or claim.trend:
        return True
    f = other.folded
    segment = other.segments[other.home[claim.first]]
    first = max(segment.first, claim.first - 3)
    if f.word(claim.first - 1) == "than":
        first = claim.first  # "longer than ten days" is a level as well; "ten days longer than" is none
    return any(f.word(k) in lists.words("comparing") for k in range(first, min(segment.end, claim.end + 4)))


def _is_rest(claim: Claim, other: Side) -> bool:
    """True when words around a figure say that it is what is left of another: "all but two", "the remaining six"."""
    f = other.folded
    segment = other.segments[other.home[claim.first]]
    around = range(max(segment.first, claim.first - 5), min(segment.end, claim.end + 6))
    return any(f.word(k) in lists.words("remaining") for k in around)


def is_sum(claim: Claim, other: Side) -> bool:
    """True when words around a figure say that it is several taken together: "ten in all", "£30 altogether"."""
    f = other.folded
    segment = other.segments[other.home[claim.first]]
    around = [f.word(k) for k in range(max(segment.first, claim.first - 6), min(segment.end, claim.end + 6))]
    return any(w in lists.words("together") for w in around) or any(
        (a, b) in (("in", "all"), ("between", "them")) for a, b in pairwise(around)
    )


def anaphoric(claim: Claim, other: Side) -> bool:
    """ "the two of us", "one of the two": a number that only takes up who was named."""
    f, two = other.folded, claim.value == 2
    return two and f.word(claim.first - 1) == "the" and (
        (f.word(claim.end) == "of" and f.word(claim.end + 1) in ("us", "them", "you"))
        or (f.word(claim.first - 2) == "of" and f.word(claim.first - 3) in ("one", "each", "either", "both"))
    )  # fmt: skip


def goes_on(claim: Claim, stated: Claim, source: Side, other: Side) -> bool:
    """True where what was reached is where the next move began: "rose from 4 to 9", then "from 9 it fell to 5"."""
    here, there = _other_end(claim, other), _other_end(stated, source)
    return here is not None and there is not None and not equal(here.value or 0.0, there.value or 0.0)


def _other_end(claim: Claim, where: Side) -> Claim | None:
    """The figure of a sentence to which "from" a figure leads, or from which it came."""
    segment = where.segments[where.home[claim.first]]
    near = where.near(segment.first, segment.end)
    ends = (
        c
        for c in near
        if c.kind == "figure" and {c.step, claim.step} == {"from", "to"} and c.value is not None
    )
    return next((c for c in ends if c.unit == claim.unit), None)


def is_age(claim: Claim, f: Folded) -> bool:
    """True for "91-year-old"."""
    return claim.unit == "time" and "old" in (f.word(claim.end), f.word(claim.end + 1))
