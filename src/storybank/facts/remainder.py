"""What is left of a whole, told the other way round: 71 of 112 came after two, so 41 came before.

That the number is what is left says nothing by itself: "41 came after two" would be wrong. The clause must deny what
the source says of the part, or say the opposite.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from storybank.facts import lists
from storybank.facts.align import Segment, Side, clause_of
from storybank.facts.claim import Claim
from storybank.facts.denial import denies
from storybank.facts.derived import Derived
from storybank.facts.fold import Folded, stem

_WHEN: Final = 3  # tokens of "before two o'clock"


class Remainders:
    """What is left of the wholes of a source, by number, each with the part that it tells of."""

    def __init__(self, source: Side, steps: Iterable[Derived]) -> None:
        self._source = source
        self._parts: dict[float, list[Claim]] = {}
        for step in steps:
            if step.how == "rest":
                self._parts.setdefault(step.value, []).append(step.source)

    def follows(self, claim: Claim, other: Side) -> bool:
        """True for a number that is what is left, of which its clause says the contrary of what the source says."""
        if claim.unit or claim.value is None:
            return False
        here = _clause(claim, other)
        return any(self._contrary(other.folded, here, part) for part in self._parts.get(claim.value, ()))

    def told_in(self, segment: Segment, other: Side) -> bool:
        """True for a sentence that tells what is left: its denial is the source's, turned round."""
        near = other.near(segment.first, segment.end)
        return bool(self._parts) and any(c.kind == "figure" and self.follows(c, other) for c in near)

    def _contrary(self, f: Folded, here: tuple[int, int], part: Claim) -> bool:
        g, there = self._source.folded, _clause(part, self._source)
        if denies(f, *here) != denies(g, *there):
            return True
        said, known = _opposites(f, *here), _opposites(g, *there)
        return any((line, not half) in known for line, half in said)


def _clause(claim: Claim, where: Side) -> tuple[int, int]:
    """The clause of a figure with when it was: "41 came before two"."""
    segment = where.segments[where.home[claim.first]]
    first, end = clause_of(where.folded, segment, claim)
    timed = where.folded.word(end) in ("before", "after", "since", "until")
    return first, min(segment.end, end + _WHEN) if timed else end


def _opposites(f: Folded, first: int, end: int) -> frozenset[tuple[int, bool]]:
    known = lists.opposites()
    return frozenset(place for k in range(first, end) for place in known.get(stem(f.word(k)), ()))
