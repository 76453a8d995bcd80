"""Figures that a text works out before the reader's eyes: "19 calls and e-mails (five and 14)", "54%, up 35 points".

What it was worked out from must stand beside it, and must be the source's; the sum, the difference, the share of
the whole and the months between are then no invention.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from storybank.facts.align import Side
from storybank.facts.claim import Claim
from storybank.facts.figure_match import compares, equal, unit_size
from storybank.facts.fold import Folded

_CLOSE: Final = 3  # tokens between a share and the amount that it makes
_MOST: Final = 12  # figures beside one that are put together
_MONTH: Final = 2629800.0
_AFTER: Final = frozenset(["later", "on", "after", "afterwards", "earlier", "before", "until", "till"])


class Reckoned:
    """The figures and months of a source, to reckon with."""

    def __init__(self, source: Side) -> None:
        figures = [c for c in source.claims if c.kind == "figure" and c.value is not None]
        self._values = {_round(c.value or 0.0) for c in figures}
        self._by_unit = {(_kind(c.unit), _round(c.value or 0.0)) for c in figures}
        self._months = _months([c for c in source.claims if c.kind == "date"])

    def follows(self, claim: Claim, other: Side) -> bool:
        """True when a figure is what its neighbours make together, and those are the source's."""
        if claim.value is None or claim.key[0] not in ("number", "share"):
            return False
        beside = self._beside(claim, other)
        home = other.home[claim.first]
        here = [c for c in beside if other.home[c.first] == home]
        close = [c for c in here if _touch(c, claim)]
        made = self._is_sum(claim, other, here) or self._is_part(claim, close)
        changed = self._is_change(claim, other, beside) or self._is_growth(claim)
        return made or changed or self._is_months(claim, other)

    def _beside(self, claim: Claim, other: Side) -> list[Claim]:
        """The figures of the sentence and of the one before."""
        home = other.home[claim.first]
        near = other.near(other.segments[max(0, home - 1)].first, other.segments[home].end)
        figures = [c for c in near if c.kind == "figure" and c is not claim and c.value is not None]
        return figures[-_MOST:]

    def _is_sum(self, claim: Claim, other: Side, beside: Sequence[Claim]) -> bool:
        """ "19 (five and 14)": two neighbours of one kind, both of which the source states."""
        return any(
            a.unit == b.unit
            and claim.unit in (a.unit, "")
            and equal((a.value or 0.0) + (b.value or 0.0), claim.value or 0.0)
            and self._states(a, other.folded) and self._states(b, other.folded)
            for a, b in pairwise(beside)
        )  # fmt: skip

    def _is_change(self, claim: Claim, other: Side, beside: Sequence[Claim]) -> bool:
        """ "three minutes, 17 fewer": from a neighbour to a figure of the source, told as a difference."""
        if not compares(claim, other) or claim.unit == "percent":
            return False  # from 19% to 54% are 35 points, and no 35 percent
        unit = "percent" if claim.unit == "points" or claim.noun == "point" else claim.unit
        return any(
            self._leads_to(one, claim, unit, other.folded)
            for one in beside
            if self._states(one, other.folded)
        )

    def _leads_to(self, one: Claim, claim: Claim, unit: str, f: Folded) -> bool:
        """True when the source holds what lies so far above or below a neighbour; either may go without its unit."""
        if one.unit != unit and one.unit and (unit or claim.noun):
            return False
        size = unit_size(claim if unit else one, f)
        here = (one.value or 0.0) * (1.0 if one.unit else size)
        change = (claim.value or 0.0) * (1.0 if unit else size)
        if {_round(change + here), _round(change - here)} & {_round(change), _round(here), _round(-here)}:
            return False  # one is nothing beside the other: two squads make no difference to £1.3 million
        return any(
            self._holds(unit or one.unit, v) or ("", _round(v / size)) in self._by_unit
            for v in (here + change, here - change)
        )

    def _is_growth(self, claim: Claim) -> bool:
        """ "Up by 100%" for "doubled", and the other way round."""
        value = claim.value or 0.0
        if claim.unit == "percent":
            return claim.trend != "down" and ("x", _round(1 + value / 100)) in self._by_unit
        return claim.unit == "x" and value > 1 and ("percent", _round(100 * (value - 1))) in self._by_unit

    def _is_part(self, claim: Claim, beside: Sequence[Claim]) -> bool:
        """ "A quarter, some three million": that share of a figure of the source."""
        shares = [
            s for one in beside if 0 < (s := _share(one)) < 100 and ("percent", _round(s)) in self._by_unit
        ]
        return any(
            self._holds(claim.unit, 100 * (claim.value or 0.0) / s, bare=not claim.unit) for s in shares
        )

    def _is_months(self, claim: Claim, other: Side) -> bool:
        """ "Seven months later, in April", where the source names September and April."""
        count = round((claim.value or 0.0) / _MONTH)
        whole = claim.unit == "time" and count > 0 and equal(count * _MONTH, claim.value or 0.0)
        if not whole or other.folded.word(claim.end) not in _AFTER:
            return False
        segment = other.segments[other.home[claim.first]]
        told = _months([c for c in other.near(segment.first, segment.end) if c.kind == "date"])
        return any(
            (b - a) % 12 == count % 12 or (a - b) % 12 == count % 12 for a in self._months for b in told
        )

    def _states(self, claim: Claim, f: Folded) -> bool:
        plain = _round((claim.value or 0.0) / unit_size(claim, f))
        return _round(claim.value or 0.0) in self._values or ("", plain) in self._by_unit

    def _holds(self, unit: str, value: float, *, bare: bool = False) -> bool:
        """True when the source has this figure, in this unit or in none."""
        near = _round(value)
        return near in self._values if bare else {(_kind(unit), near), ("", near)} & self._by_unit != set()


def _round(value: float) -> str:
    return f"{value:.6g}"


def _touch(a: Claim, b: Claim) -> bool:
    """True for two figures between which hardly a word stands: "a quarter, some three million"."""
    return min(abs(a.first - b.end), abs(b.first - a.end)) <= _CLOSE


def _share(claim: Claim) -> float:
    """A share in percent; 25 for "a quarter" that may be one of time as well; 0 for any other figure."""
    if claim.unit == "time" and claim.quote.lower() == "a quarter":
        return 25.0
    return claim.value or 0.0 if claim.unit == "percent" else 0.0


def _kind(unit: str) -> str:
    return "percent" if unit == "points" else unit


def _months(dates: Sequence[Claim]) -> set[int]:
    return {int(k.split()[1]) for d in dates for k in d.key if k.startswith("month ")}
