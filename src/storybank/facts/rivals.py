"""Which figure of a source stands where a rewritten figure stands, when both count things of one kind.

That the source holds a number somewhere is not enough: "a team of 80" is new where 80 were tickets and the team were
six. A figure belongs to the words of its clause; where another figure has nearly the same words,
and those that give the number have fewer of them, the numbers were exchanged.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from typing import Final

from storybank.facts import lists
from storybank.facts.align import Segment, Side, clause_of, weighty
from storybank.facts.claim import Claim
from storybank.facts.derived import units_of_measure
from storybank.facts.figure_match import same_amount, same_time
from storybank.facts.fold import root

_MOST: Final = 60  # figures beside one word that are compared
_KINDS: Final = ("number", "vague", "share")


class Rivals:
    """The figures of a source by the words of their clauses."""

    def __init__(self, source: Side) -> None:
        self.source = source
        self._beside: dict[str, list[Claim]] = {}
        self._words: dict[int, frozenset[str]] = {}
        for claim in source.claims:
            if claim.kind == "figure" and claim.value is not None and claim.key[0] in _KINDS:
                self._words[claim.first] = frozenset(context(claim, source))
                for word in self._words[claim.first]:
                    listed = self._beside.setdefault(word, [])
                    if len(listed) < _MOST:
                        listed.append(claim)

    def better(self, claim: Claim, other: Side, accepted: Sequence[Claim]) -> Claim | None:
        """A figure of the source in nearly the clause of a claim, from which those that give its number are farther."""
        if claim.value is None or claim.key[0] not in _KINDS:
            return None
        if claim.value == 1 and not of_a_whole(claim, other):
            return None
        here = frozenset(context(claim, other))
        beside = list(_in_clause(claim, other))
        rivals = {c.first: c for word in sorted(here) for c in self._beside.get(word, ())}
        if dated := _dates(other, claim):  # "in 2021": of what the source tells of that year
            then = any(dated <= _dates(self.source, c) for c in accepted)
            rivals = {k: c for k, c in rivals.items() if not then or dated <= _dates(self.source, c)}
        best: Claim | None = None
        most = 0
        for rival in rivals.values():
            mine = here & self._words[rival.first]
            if (
                len(mine) > most
                and _one_kind(claim, rival)
                and not any(same_amount(c, rival) for c in beside)
                and 3 * len(mine) >= 2 * len(here | self._words[rival.first])
                and all(self._yields(claim, stated, rival, here, mine) for stated in accepted)
            ):
                best, most = rival, len(mine)
        return None if most == 1 and _takes_up(claim, other) else best

    def _yields(
        self, claim: Claim, stated: Claim, rival: Claim, here: frozenset[str], mine: frozenset[str]
    ) -> bool:
        """True when a figure of the number that is claimed is surely farther from the claim than its rival."""
        shared = here & self._generous(stated, rival)
        elliptic = not (stated.noun or stated.unit)
        if not shared < mine or (elliptic and (shared or len(mine) == 1)):
            return False
        if elliptic and abs(self.source.home[stated.first] - self.source.home[rival.first]) <= 1:
            return False  # "after that we sold 65", where what was counted went without saying
        alike = bool(claim.noun) and root(claim.noun) == root(stated.noun)
        return not alike or len(mine - shared) > 1

    def _generous(self, stated: Claim, rival: Claim) -> frozenset[str]:
        """The words of a figure's clause; where it takes up something said before, those of both sentences.

        A sentence that tells of the rival is not asked.
        """
        words = self._words.get(stated.first)
        if words is None:
            words = frozenset(context(stated, self.source))
        f, home = self.source.folded, self.source.home[stated.first]
        segment, before = self.source.segments[home], self.source.segments[max(0, home - 1)]
        if any(f.word(k) in lists.words("points-back") for k in range(segment.first, segment.end)):
            for told in (segment, before):
                if not told.first <= rival.first < told.end:
                    words |= told.stems
        return words


def _dates(where: Side, claim: Claim) -> frozenset[str]:
    """The dates in the sentence of a claim."""
    segment = where.segments[where.home[claim.first]]
    return frozenset(k for c in where.near(segment.first, segment.end) if c.kind == "date" for k in c.key)


def of_a_whole(claim: Claim, other: Side) -> bool:
    """True for the one of "1 of 148", "one out of the nine"."""
    f = other.folded
    behind = [f.word(k) for k in range(claim.end, claim.end + 4)]
    of = behind[:1] == ["of"] or behind[:2] == ["out", "of"]
    return of and any(w[:1].isdigit() or w in lists.numbers("number") for w in behind)


def _takes_up(claim: Claim, other: Side) -> bool:
    """True for "it cost £38": the words of the clause do not say what did."""
    f, segment = other.folded, other.segments[other.home[claim.first]]
    return f.word(clause_of(f, segment, claim)[0]) in lists.words("points-back")


def context(claim: Claim, where: Side) -> set[str]:
    """The roots of weight in a figure's clause, without figures and units; where there are none, its plain words."""
    f, segment = where.folded, where.segments[where.home[claim.first]]
    first, end = clause_of(f, segment, claim)
    counted = {
        k for c in _figures(where, first, end) for k in range(c.first, c.end) if not _counts(where, c, k)
    }
    places = [k for k in range(first, end) if k not in counted]
    words = {w for k in places for w in weighty(f, k, k + 1)} - units_of_measure() - _vague()
    return words or {
        root(f.word(k)) for k in places if f.word(k).isalpha() and f.word(k) not in lists.words("plain")
    }


@cache
def _vague() -> frozenset[str]:
    groups = ("about", "above", "below")
    return frozenset(
        root(w) for g in groups for w in lists.words(g) if w not in ("order", "maximum", "minimum")
    )


def _counts(where: Side, claim: Claim, at: int) -> bool:
    """True for the noun within a figure."""
    return bool(claim.noun) and root(where.folded.word(at)) == root(claim.noun)


def _figures(where: Side, first: int, end: int) -> Iterator[Claim]:
    return (c for c in where.near(first, end) if c.kind == "figure")


def _in_clause(claim: Claim, other: Side) -> Iterator[Claim]:
    segment: Segment = other.segments[other.home[claim.first]]
    return _figures(other, *clause_of(other.folded, segment, claim))


def _one_kind(claim: Claim, rival: Claim) -> bool:
    """True for two amounts of which one could stand for the other, and which differ."""
    if claim.unit != rival.unit or claim.unit in ("ordinal", "x") or claim.unit.startswith("clock"):
        return False
    if same_amount(claim, rival) or rival.value is None or claim.value is None:
        return False
    if max(claim.value, rival.value) <= min(claim.top or claim.value, rival.top or rival.value):
        return False  # "few" and "a handful"
    return not (claim.unit == "time" and (same_time(claim, rival.value) or same_time(rival, claim.value)))
