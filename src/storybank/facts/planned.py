"""What was only meant to be, told as done: a goal "below eight per cent" becomes "we were below eight per cent".

A figure or a date of which the source speaks only where somebody wants, asks or agrees to something is a wish.
Where the other text has it in a plain sentence of what was, without such a word, the wish has turned into a deed.
"""

from __future__ import annotations

from typing import Final

from storybank.facts import lists
from storybank.facts.align import Segment, Side
from storybank.facts.claim import Claim
from storybank.facts.denial import denies
from storybank.facts.fold import Folded

_BACK: Final = 18  # tokens before a figure in which they may stand


class Planned:
    """The figures and dates of a source of which it speaks only as something to be."""

    def __init__(self, source: Side) -> None:
        self._source = source
        told: dict[tuple[str, ...], list[Claim]] = {}
        for claim in source.claims:
            if claim.kind == "date" or (claim.kind == "figure" and claim.value is not None):
                for key in _keys(claim):
                    told.setdefault(key, []).append(claim)
        self._only = {
            key: listed[0] for key, listed in told.items() if all(_is_meant(source, c) for c in listed)
        }

    def done(self, claim: Claim, other: Side) -> Claim | None:
        """What the source says of it as a wish, where a sentence of the other text has it as done; else None."""
        segment = other.segments[other.home[claim.first]]
        keys = _keys(claim) if claim.kind in ("figure", "date") else []
        wish = next((self._only[k] for k in keys if k in self._only), None)
        if wish is None or not _is_fact(other.folded, segment, claim):
            return None
        there = self._source.segments[self._source.home[wish.first]]
        return wish if segment.stems & there.stems or len(segment.stems) < 4 else None


def _keys(claim: Claim) -> list[tuple[str, ...]]:
    if claim.kind == "date":
        return [("date", k) for k in claim.key if not k.startswith(("year", "weekday"))]
    measured = claim.value is not None and claim.unit not in ("", "time")
    return [(claim.unit, f"{claim.value:.6g}")] if measured else []


def _is_meant(source: Side, claim: Claim) -> bool:
    """True for a figure behind "the goal was", "my job was to", "we agreed to"."""
    f, first = source.folded, source.segments[source.home[claim.first]].first
    for k in range(max(first, claim.first - _BACK), claim.first):
        word, after = f.word(k), f.word(k + 1)
        agreed = word == "agreed" and after == "to"
        if word in lists.words("wished") or agreed or (word == "job" and f.word(k - 1) in ("my", "our")):
            return True
    return False


def _is_fact(f: Folded, segment: Segment, claim: Claim) -> bool:
    """True for a sentence that tells what was, with no word of wishing in it and no "to" before a verb."""
    words = [f.word(k) for k in range(segment.first, segment.end) if not claim.first <= k < claim.end]
    if any(w in lists.words("meant") or w in lists.words("irreal") for w in words) or denies(
        f, segment.first, segment.end
    ):
        return False
    near = range(max(segment.first, claim.first - 8), claim.first)
    if any(f.word(k) in ("was", "were") and f.word(k + 1) == "after" for k in near):
        return False  # "was after a new one for £900": he wanted it
    behind = range(claim.end, min(segment.end, claim.end + 8))
    places = [*near, *behind] if claim.kind == "date" else list(near)
    told = any(f.word(k) in lists.words("reached") for k in places)
    return told and not any(f.word(k) == "to" and f.word(k + 1) not in lists.words("stop") for k in near)
