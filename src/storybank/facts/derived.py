"""What follows from the figures and dates of a source by one step of arithmetic.

A share ("nine of the twelve" is three quarters), a difference ("from 21 to 13" is eight fewer), a factor ("from 40 to
20" is half), a span of time ("from January to March" is three months). Only figures that the source itself sets side
by side are put together: with any two numbers of a text nearly every third one could be made.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from typing import Final, Literal

from storybank.facts import lists
from storybank.facts.align import Side, weighty
from storybank.facts.claim import Claim
from storybank.facts.fold import Folded, root

_WINDOW: Final = 8  # figures back that one is put together with
_NEIGHBOUR: Final = 6  # sentences apart at most
_ELLIPTIC: Final = 3  # sentences on in which "74 came back" may speak of 480 people
_MONTH: Final = 2629800.0
_YEAR: Final = 31557600.0
_NO_PRODUCT: Final = frozenset(["percent", "points", "x", "times", "ordinal"])
_DAYS: Final = {"night", "nights", "evening", "evenings", "morning", "mornings", "afternoon", "afternoons"}


@dataclass(frozen=True, slots=True)
class Derived:
    """A value that follows, in percent, seconds or whole units, and the figure of the source that is nearest.

    For "rest", what is left of a whole, that is the part which was told of.
    """

    how: Literal["share", "difference", "factor", "span", "rest", "most", "sum"]
    value: float
    unit: str
    source: Claim


def derived(source: Side) -> list[Derived]:
    """All that follows, in the order of the text; as long as the text times a constant."""
    figures = [
        c for c in source.claims if c.kind == "figure" and c.value is not None and c.key[0] == "number"
    ]
    found: list[Derived] = []
    for k, late in enumerate(figures):
        for early in figures[max(0, k - _WINDOW) : k]:
            apart = source.home[late.first] - source.home[early.first]
            if apart <= _NEIGHBOUR:
                found += _pair(source, early, late, apart)
    found += [step for c in figures if (step := _one_more(source, c)) is not None]
    found += _spans(source)
    return found


def _pair(source: Side, a: Claim, b: Claim, apart: int) -> Iterator[Derived]:
    x, y = a.value or 0.0, b.value or 0.0
    if x == y or min(x, y) <= 0:
        return
    clocks = a.unit.startswith("clock") and b.unit.startswith("clock")
    if clocks and apart == 0:
        yield Derived("span", abs(_seconds(b) - _seconds(a)), "time", b)
    between = [source.folded.word(k) for k in range(a.end, b.first)]
    of = len(between) <= 6 and any(w in ("of", "in") for w in between) and apart == 0
    alike = bool(a.noun) and a.noun == b.noun
    if a.unit == b.unit == "":
        alike = alike or bool(around(source, a) & around(source, b))
    led, lead = source.folded.word(a.first - 1), source.folded.word(b.first - 1)
    alike = alike or (a.unit == b.unit != "" and bool(around(source, a) & around(source, b)))
    alike = alike or (led == lead and led.isalpha() and led not in lists.words("stop") and a.unit == b.unit)
    change = apart == 0 and (a.step, b.step) in (("from", "to"), ("to", "from"))
    change = change or (apart == 0 and any(w in ("against", "versus", "instead", "than") for w in between))
    levels = a.unit == b.unit and (
        alike
        or change
        or (bool(a.unit) and apart <= (1 if a.unit == "time" or _is_money(a.unit) else _NEIGHBOUR))
    )
    elliptic = bool(a.noun) and not b.noun and apart <= _ELLIPTIC
    if between == ["to"] and a.step != "from" and a.unit == b.unit == "":
        yield Derived("share", 100 * x / (x + y), "percent", a)  # "31 to 9" votes
    if a.unit == b.unit == "" and (of or elliptic or (bool(a.noun) and a.noun == b.noun)):
        small, large = min(x, y), max(x, y)
        yield Derived("share", 100 * small / large, "percent", a if x < y else b)
        if of or apart <= 1 or a.noun == b.noun:
            yield Derived("rest", large - small, "", a if x < y else b)
    if a.unit == b.unit == "" and apart <= 1 and source.folded.word(b.first - 1) in ("but", "except"):
        yield Derived("most", abs(x - y), "", b)
    if a.unit == b.unit and not clocks and (a.unit or alike):
        yield Derived("sum", x + y, a.unit, b)
        yield Derived("difference", abs(x - y), {"percent": "points"}.get(a.unit, a.unit), b)
    elif (levels or change) and not clocks and (not a.unit or not b.unit):
        unit = a.unit or b.unit
        yield Derived("difference", abs(x - y), {"percent": "points"}.get(unit, unit), b)
    if apart == 0 and bool(a.unit) != bool(b.unit) and (a.unit or b.unit) not in _NO_PRODUCT:
        yield Derived("sum", x * y, a.unit or b.unit, b)  # twelve mats at £90
    if change or (levels and (alike or (a.unit and a.unit != "time" and not _is_money(a.unit)))):
        yield Derived("factor", y / x, "x", b)
        yield Derived("factor", x / y, "x", b)


def _one_more(source: Side, claim: Claim) -> Derived | None:
    """ "The other four" are five with the one that was told of before."""
    f = source.folded
    if claim.unit or not (
        f.word(claim.first - 1) == "other" or f.word(claim.first + 1) in ("other", "others")
    ):
        return None
    return Derived("sum", (claim.value or 0.0) + 1, "", claim)


def _is_money(unit: str) -> bool:
    return unit in lists.values("currency").values()


def around(source: Side, claim: Claim) -> frozenset[str]:
    """Roots of weight close to a figure."""
    segment = source.segments[source.home[claim.first]]
    f, first, end = source.folded, max(segment.first, claim.first - 6), min(segment.end, claim.end + 6)
    return frozenset(weighty(f, first, claim.first) + weighty(f, claim.end, end)) - units_of_measure()


@cache
def units_of_measure() -> frozenset[str]:
    """The roots of units of time and of measures."""
    return frozenset(root(u) for u in lists.values("time").keys() | lists.values("measure").keys())


def _seconds(clock: Claim) -> float:
    """The time of day of a clock claim: 4.3 is half past four."""
    hour = int(clock.value or 0.0)
    minute = round(100 * ((clock.value or 0.0) - hour))
    return 3600.0 * (hour + (12 if clock.unit.endswith("p") and hour < 12 else 0)) + 60.0 * minute


def _spans(source: Side) -> Iterator[Derived]:
    """Spans of time between two dates of one sentence, with both ends and without."""
    dates = [c for c in source.claims if c.kind == "date"]
    yield from _weekdays(source, dates)
    for early, late in pairwise(dates):
        if source.home[early.first] != source.home[late.first]:
            continue
        a, b = _month(early), _month(late)
        if a is not None and b is not None:
            years = (_year(late) or 0) - (_year(early) or _year(late) or 0)
            months = 12 * years + b - a
            joined = source.folded.word(late.first - 1) == "and"
            for count in {months + 1} if joined else {months, months + 1}:
                if count > 0:
                    yield Derived("span", count * _MONTH, "time", late)
        elif (first := _year(early)) is not None and (last := _year(late)) is not None:
            for count in (last - first, last - first + 1):
                if count > 0:
                    yield Derived("span", count * _YEAR, "time", late)


def _weekdays(source: Side, dates: list[Claim]) -> Iterator[Derived]:
    """ "On Mondays and Thursdays" are two days of the week."""
    days: dict[int, set[str]] = {}
    for date in dates:
        home = source.home[date.first]
        days.setdefault(home, set()).update(k for k in date.key if k.startswith("weekday"))
        if len(days[home]) > 1 and date.key[0].startswith("weekday"):
            yield Derived("span", len(days[home]) * 86400.0, "time", date)


def _month(date: Claim) -> int | None:
    return next((int(k.split()[1]) for k in date.key if k.startswith("month ")), None)


def _year(date: Claim) -> int | None:
    return next((int(float(k.split()[1])) for k in date.key if k.startswith("year ")), None)


def periods(f: Folded) -> dict[float, int]:
    """The spans that a text names in the singular or as a rhythm ("a fortnight", "monthly"): seconds, first token."""
    found: dict[float, int] = {}
    times = lists.seconds()
    for at in range(len(f.tokens)):
        word = f.word(at)
        if word in lists.values("rhythm"):
            found.setdefault(lists.numbers("rhythm")[word], at)
        elif len(word) > 3 and word in times and not word.endswith("s") and word not in _DAYS:
            found.setdefault(times[word], at)
    return found
