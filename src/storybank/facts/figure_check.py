"""Does the source state this figure: the same amount, of the same thing, no surer and no greater?"""

from __future__ import annotations

from collections.abc import Sequence

from storybank.facts import lists
from storybank.facts.align import Segment, Side, weighty
from storybank.facts.claim import Claim
from storybank.facts.fold import stem

_TOLERANCE = 1e-6
_NEAR = 8  # tokens on either side that say what a figure is about
_WEAKER = {
    "exact": {"exact", "about", "below"},
    "about": {"about"},
    "below": {"below", "about"},
    "above": {"above", "about", "exact"},
}
"""For each way in which the source gives a number, the ways in which it may be given again without growing."""


def fault_of(
    claim: Claim, source: Side, other: Side, aligned: Segment | None
) -> tuple[str, Claim | None] | None:
    """Why the source does not state a figure, with the nearest that it does state; None when it states it."""
    stated = [c for c in source.claims if c.kind == "figure"]
    if claim.key[0] in ("code", "written", "abroad"):
        if any(c.key == claim.key for c in stated) or _written_so(claim, source):
            return None
        return "the source holds no such number or code", None
    same = [c for c in stated if _same_amount(claim, c)]
    if not same:
        if claim.unit.startswith("clock") and _clock(claim, source):
            return None
        if claim.value is not None and claim.unit == "" and _as_year(claim, source):
            return None
        return "the source states no such number", _closest(claim, stated, aligned)
    faults = [(_detail(claim, c, source, other), c) for c in same]
    for fault, _ in faults:
        if fault is None:
            return None
    within = [(f, c) for f, c in faults if aligned and aligned.first <= c.first < aligned.end]
    fault, found = (within or faults)[0]
    return fault or "", found


def _same_amount(claim: Claim, stated: Claim) -> bool:
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
        return stated.key[1] == "couple" and _equal(claim.value, stated.value)
    return _equal(claim.value, stated.value)


def _comparable(claim: Claim, stated: Claim) -> bool:
    return claim.unit == stated.unit or not claim.unit


def _equal(a: float, b: float) -> bool:
    return abs(a - b) <= _TOLERANCE * max(abs(a), abs(b), 1.0)


def _detail(claim: Claim, stated: Claim, source: Side, other: Side) -> str | None:
    """What differs between a figure and one of the same amount; None when nothing does that matters."""
    if claim.unit != stated.unit and not (claim.unit in ("x", "times") and stated.unit in ("x", "times")):
        if not claim.unit and not claim.noun:
            return "its unit is lost"
        return "the source gives this number in another unit"
    if (
        not claim.unit
        and claim.noun
        and stated.noun
        and claim.noun != stated.noun
        and not _about(claim.noun, stated, source)
    ):
        return "the source counts something else with this number"
    if claim.unit == "ordinal" and claim.noun and stated.noun and claim.noun != stated.noun:
        return "the source ranks something else so"
    if claim.hedge not in _WEAKER[stated.hedge] and claim.key[0] != "vague":
        return (
            "the source gives it less surely"
            if claim.hedge != "above"
            else "the source does not say that it was more"
        )
    if claim.rate and claim.rate != stated.rate:
        return (
            "the source states it per something else"
            if stated.rate
            else "the source does not state it as a rate"
        )
    if {claim.step, stated.step} == {"by", "to"} or {claim.step, stated.step} == {"by", "from"}:
        return "a change and a level are taken for each other"
    if claim.trend and stated.trend and claim.trend != stated.trend:
        return "the source has it go the other way"
    mine, theirs = _subject(claim, other), _subject(stated, source)
    if (
        len(mine) >= (2 if claim.noun else 1)
        and theirs
        and not mine & theirs
        and not (claim.noun and claim.noun == stated.noun)
    ):
        return "the source gives this number for something else"
    return None


def _about(noun: str, stated: Claim, source: Side) -> bool:
    """True when the noun stands within three words of the source's figure: "three of our engineers"."""
    f = source.folded
    return noun in weighty(f, max(0, stated.first - 3), min(len(f.tokens), stated.end + 5))


def _subject(claim: Claim, where: Side) -> frozenset[str]:
    """Stems of weight around a figure, within its sentence."""
    f = where.folded
    segment = where.segments[where.home[claim.first]]
    before = weighty(f, max(segment.first, claim.first - _NEAR), claim.first)
    after = weighty(f, claim.end, min(segment.end, claim.end + _NEAR))
    return frozenset(before + after) - {stem(w) for w in lists.words("up") | lists.words("down")}


def _written_so(claim: Claim, source: Side) -> bool:
    """True when the same characters stand in the source, cut differently there."""
    said = claim.key[1]
    tokens = source.folded.tokens
    joined = "".join(t.word for t in tokens)
    return len(said) > 1 and said in joined and any(said.startswith(t.word) for t in tokens)


def _clock(claim: Claim, source: Side) -> bool:
    hour = int(claim.value or 0) + (12 if claim.unit.endswith("p") and (claim.value or 0) < 12 else 0)
    return any(f"clock {hour}:00" in c.key for c in source.claims if c.kind == "date")


def _as_year(claim: Claim, source: Side) -> bool:
    return any(f"year {claim.value:g}" in c.key for c in source.claims if c.kind == "date")


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
