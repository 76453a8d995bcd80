"""Does the source state this figure: the same amount, of the same thing, no surer and no greater?"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import islice, pairwise

from storybank.facts import clocks, lists
from storybank.facts.align import Segment, Side
from storybank.facts.claim import Claim
from storybank.facts.derived import Derived, derived, periods
from storybank.facts.figure_detail import ELSEWHERE, difference
from storybank.facts.figure_match import (
    LOOSE,
    ROUNDED,
    ROUNDEST,
    TOLERANCE,
    YEAR,
    anaphoric,
    equal,
    follows,
    is_age,
    is_rounded,
    is_telling,
    same_amount,
    same_time,
    unit_size,
    unit_sizes,
)
from storybank.facts.fold import root
from storybank.facts.reckoned import Reckoned
from storybank.facts.remainder import Remainders
from storybank.facts.rivals import Rivals, of_a_whole

_MANY = 50  # years of a source that are compared with each other
_MOST = 200  # figures of the same amount that one is compared with
_PAIR = frozenset(["both", "pair", "neither", "either", "twins"])
_FEW = frozenset(["some", "few", "several", "handful", "couple"])
_SINGLE = frozenset(["one", "single", "once", "1"])
_ANOTHER = "the source gives another number here, and this one for something else"
_RHYTHM = 0.01  # by how much "four times a year" may miss "once a quarter"

Fault = tuple[str, Claim | None]


class Sorted:
    """Things by a number of theirs, to be found by a range."""

    def __init__(self, things: Iterable[tuple[float, Claim | Derived]]) -> None:
        self._things = sorted(things, key=lambda t: t[0])
        self._values = [value for value, _ in self._things]

    def between(self, low: float, high: float) -> Iterator[Claim | Derived]:
        """What lies between two numbers, both included; the first `_MOST` of it."""
        first, end = bisect_left(self._values, low), bisect_right(self._values, high)
        return (thing for _, thing in islice(self._things, first, min(end, first + _MOST)))


class Stated:
    """The figures of a source, those that follow from them, and how often it says that things happen."""

    def __init__(self, source: Side) -> None:
        self.source = source
        self.rivals, self.reckoned = Rivals(source), Reckoned(source)
        self.figures = [c for c in source.claims if c.kind == "figure"]
        valued = [c for c in self.figures if c.value is not None]
        self.by_value = Sorted((c.value or 0.0, c) for c in valued)
        self.as_said = Sorted(((c.value or 0.0) / unit_size(c, source.folded), c) for c in valued)
        self.vague = [c for c in self.figures if c.key[0] == "vague"][:_MOST]
        self.steps: dict[str, Sorted] = {}
        steps = derived(source)
        self.remainders = Remainders(source, steps)
        for how in {s.how for s in steps}:
            self.steps[how] = Sorted((s.value, s) for s in steps if s.how == how)
        self.periods = periods(source.folded)
        words = source.folded
        every = {
            c.value for c in self.figures if c.unit == "time" and words.word(c.first - 1) in ("every", "each")
        }
        self.rhythms = set(self.periods) | {v for v in every if v}
        self.times = {c.value for c in self.figures if c.unit == "time" and c.value is not None}
        self.keys = {c.key for c in self.figures}
        self.clocks = clocks.clocks_of(c for c in source.claims if c.kind == "date")
        self.dates = {k for c in source.claims if c.kind == "date" for k in c.key}
        self.joined = "".join(t.word for t in source.folded.tokens)
        self.pairs = set(pairwise(t.word for t in source.folded.tokens))
        self.starts = {t.word for t in source.folded.tokens}

    def fault_of(self, claim: Claim, other: Side, aligned: Segment | None) -> Fault | None:
        """Why the source does not state a figure, with the nearest that it does state; None when it states it."""
        if claim.key[0] in ("code", "written", "abroad"):
            if claim.key in self.keys or self._written_so(claim) or self._in_full(claim):
                return None
            return "the source holds no such number or code", None
        same = [
            c for c in self._alike(claim, other) if same_amount(claim, c) or self._same_word(claim, c, other)
        ]
        faults = [(difference(claim, c, self.source, other), c) for c in same]
        stated = [*(c for fault, c in faults if fault is None), *self._rounded(claim, other)]
        if stated and (rival := self.rivals.better(claim, other, stated)) is not None:
            return None if self._derived(claim, other) else (_ANOTHER, rival)
        if stated or self._in_other_words(claim, other):
            return None
        if len(same) == 1 and faults[0][0] == ELSEWHERE and is_telling(claim, other.folded):
            return None
        if not same:
            return "the source states no such number", _closest(claim, self.figures, aligned)
        within = [(f, c) for f, c in faults if aligned and aligned.first <= c.first < aligned.end]
        fault, found = (within or faults)[0]
        return fault or "", found

    def _alike(self, claim: Claim, other: Side) -> list[Claim]:
        """The figures of the source that could give the same amount, in the order of the text."""
        if claim.value is None:
            return [c for c in self.figures if c.key == claim.key][:_MOST]
        slack = ROUNDED if claim.unit == "percent" else TOLERANCE * max(abs(claim.value), 1.0)
        found = [*self.by_value.between(claim.value - slack, (claim.top or claim.value) + slack), *self.vague]
        for bare in (claim.value, claim.value / unit_size(claim, other.folded)):
            found += self.as_said.between(
                bare - TOLERANCE * max(bare, 1.0), bare + TOLERANCE * max(bare, 1.0)
            )
        return sorted({c.first: c for c in found if isinstance(c, Claim)}.values(), key=lambda c: c.first)

    def _steps_near(self, value: float) -> Iterator[Derived]:
        """What follows from the source and comes near a number."""
        for how, found in self.steps.items():
            if how == "factor":  # a change in percent, or the factor itself
                ranges = [
                    (0.9 * value, 1.1 * value),
                    *((1 + s * 1.35 * value / 100, 1 + s * 0.8 * value / 100) for s in (1, -1)),
                ]
            else:
                share = how == "share"
                ranges = [
                    (0.8 * value - LOOSE, 1.3 * value + LOOSE) if share else (value - 1e-3, value + 1e-3)
                ]
            for low, high in ranges:
                yield from (
                    s for s in found.between(min(low, high), max(low, high)) if isinstance(s, Derived)
                )

    def _same_word(self, claim: Claim, stated: Claim, other: Side) -> bool:
        """True for the same number where one of the two lacks the unit, which stands near: "it was 70" minutes."""
        if "grand" in claim.quote.lower() and equal(claim.value or 0.0, stated.value or 0.0):
            return True
        if is_age(claim, other.folded) or is_age(stated, self.source.folded):
            sizes = unit_size(claim, other.folded), unit_size(stated, self.source.folded)
            return equal((claim.value or 0.0) / sizes[0], (stated.value or 0.0) / sizes[1])
        if bool(claim.unit) == bool(stated.unit) or claim.value is None or stated.value is None:
            return False
        bare, where, full = (stated, self.source, claim) if claim.unit else (claim, other, stated)
        if bare.noun or full.unit in ("ordinal", "x", "times") or full.unit.startswith("clock"):
            return False
        home = where.home[bare.first]
        segments = where.segments[max(0, home - 2) : home + 1]
        near = where.near(segments[0].first, segments[-1].end)
        units = {s for c in near if c.unit == full.unit for s in unit_sizes(c, where.folded)}
        if units and full.unit != "time":  # "nineteen hundred", beside two metres: millimetres
            units.add(unit_size(full, other.folded if claim.unit else self.source.folded))
        return any(equal((bare.value or 0.0) * size, full.value or 0.0) for size in units)

    def _in_other_words(self, claim: Claim, other: Side) -> bool:
        """True when the source says it as a time of day, a year, a rhythm, or when it follows from what it says."""
        value = claim.value
        if value is None:
            return False
        if claim.unit.startswith("clock") and self._clock(claim):
            return True
        if value == 2 and not claim.unit and not claim.step and self.starts & _PAIR:
            return True
        if claim.key == ("vague", "few", *claim.key[2:]) and self.starts & _FEW:
            return True
        if (
            value == 1
            and "." not in claim.quote
            and not (claim.unit or claim.step or claim.rate or of_a_whole(claim, other))
            and self.starts & _SINGLE
        ):
            return True
        if claim.unit == "" and f"year {value:g}" in self.dates:
            return True
        if claim.unit == "time" and (
            any(same_time(claim, p) for p in self.periods)
            or any(same_time(claim, t) for t in self.times if not equal(t, value))
        ):
            return True
        if (
            claim.unit in ("times", "x", "")
            and claim.rate
            and not claim.step
            and claim.rate[:1].isdigit()
            and self._as_often(float(claim.rate), value)
        ):
            return True
        if claim.unit == "" and anaphoric(claim, other):
            return True
        if claim.quote.lower() == "half" and f"half-{other.folded.word(claim.end + 1)}" in self.joined:
            return True  # "half a page", of a half-page note
        if self._counted_off(claim, other) or self._years_apart(claim, other):
            return True
        return self._derived(claim, other) or self.reckoned.follows(claim, other)

    def _derived(self, claim: Claim, other: Side) -> bool:
        """True when a figure is what one step of arithmetic makes of the source."""
        steps = self._steps_near(claim.value or 0.0)
        return any(follows(claim, step, other) for step in steps) or self.remainders.follows(claim, other)

    def _rounded(self, claim: Claim, other: Side) -> Iterator[Claim]:
        """The figures that a rounder number may stand for, said to be about it, just below or above it."""
        if claim.value is None or claim.hedge == "exact" or claim.value <= 0:
            return
        for c in self.by_value.between(claim.value / ROUNDEST, claim.value * ROUNDEST):
            if (
                isinstance(c, Claim)
                and is_rounded(claim, other.folded, c, self.source.folded)
                and difference(replace(claim, hedge=c.hedge), c, self.source, other) is None
            ):
                yield c

    def _counted_off(self, claim: Claim, other: Side) -> bool:
        """ "The third week" for "week three" and back; "the third failure" for "failed a third time"."""
        if claim.unit == "ordinal" and (claim.quote.lower(), "time") in self.pairs:
            return True
        if (
            claim.unit == "ordinal"
            and claim.noun == "quarter"
            and ("code", f"q{claim.value:g}", "code") in self.keys
        ):
            return True
        for c in self._alike(claim, other):
            if c.value != claim.value or (c.unit == "ordinal") == (claim.unit == "ordinal"):
                continue
            rank, plain, f = (
                (c, claim, other.folded) if c.unit == "ordinal" else (claim, c, self.source.folded)
            )
            if (
                plain.unit in ("", "ordinal")
                and rank.noun
                and root(f.word(plain.first - 1 - (f.word(plain.first - 1) == "number"))) == root(rank.noun)
            ):
                return True
        return False

    def _years_apart(self, claim: Claim, other: Side) -> bool:
        """ "Three years later" between two years that the source names."""
        if claim.unit != "time" or other.folded.word(claim.end) not in (
            "later",
            "on",
            "after",
            "afterwards",
            "earlier",
            "before",
        ):
            return False
        years = sorted({int(float(k.split()[1])) for k in self.dates if k.startswith("year ")})[:_MANY]
        return any(equal(claim.value or 0.0, (b - a) * YEAR) for a in years for b in years)

    def _as_often(self, period: float, times: float) -> bool:
        return times > 0 and any(abs(r * times / period - 1) <= _RHYTHM for r in self.rhythms)

    def _clock(self, claim: Claim) -> bool:
        clock = clocks.of_figure(claim)
        return clock is not None and any(clocks.same(clock, c) for c in self.clocks)

    def _in_full(self, claim: Claim) -> bool:
        """True for "Q3" where the source has the third quarter, "4.8/5" where it has 4.8 out of 5."""
        said = claim.key[1]
        if len(said) == 2 and said[0] == "q" and said[1] in "1234":
            ranks = [w for w, n in lists.numbers("ordinal").items() if n == int(said[1])]
            return any((w, "quarter") in self.pairs for w in ranks)
        parts = said.split("/")
        numbers = [float(p) for p in parts if p.replace(".", "", 1).isdigit()]
        return len(parts) == len(numbers) == 2 and all(any(self.by_value.between(n, n)) for n in numbers)

    def _written_so(self, claim: Claim) -> bool:
        """True when the same characters stand in the source, cut differently there."""
        said = claim.key[1]
        return (
            len(said) > 1
            and said in self.joined
            and any(said[:n] in self.starts for n in range(1, len(said) + 1))
        )


def _closest(claim: Claim, stated: Sequence[Claim], aligned: Segment | None) -> Claim | None:
    """The figure of the source that was most likely changed into this one."""
    if not stated:
        return None

    def distance(c: Claim) -> tuple[bool, bool, bool, float]:
        here = aligned is not None and aligned.first <= c.first < aligned.end
        apart = abs((c.value or 0.0) - (claim.value or 0.0)) / max(
            abs(c.value or 0.0), abs(claim.value or 0.0), 1.0
        )
        return (not here, not (claim.noun and c.noun == claim.noun), c.unit != claim.unit, apart)

    return min(stated, key=distance)
