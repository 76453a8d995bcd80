"""What differs between a figure and one of the same amount: unit, noun, sureness, rate, direction, matter."""

from __future__ import annotations

from functools import cache

from storybank.facts import lists
from storybank.facts.align import Segment, Side, weighty
from storybank.facts.claim import Claim
from storybank.facts.derived import around
from storybank.facts.figure_match import goes_on, is_sum
from storybank.facts.figure_parts import EACH
from storybank.facts.fold import root, stem
from storybank.facts.roles import is_agent
from storybank.facts.subjects import is_person

_WEAKER = {
    "exact": {"exact", "about", "below"},
    "about": {"about"},
    "below": {"below", "about"},
    "above": {"above", "about", "exact"},
}
"""For each way in which the source gives a number, the ways in which it may be given again without growing."""
_PEOPLE = ("people", "persons")
OTHERWISE = "the source calls what it counts with this number otherwise"
ELSEWHERE = "the source gives this number for something else"
_SHORT = 5  # words of weight below which a sentence belongs to the one before
_NEARLY = frozenset(["nearly", "almost", "close", "towards", "toward", "nearing", "approaching"])
_NEAR = 2  # sentences back in which the unit of a bare number may stand
_BACK = 6  # sentences back in which the rate of another figure of the same thing may stand


def difference(claim: Claim, stated: Claim, source: Side, other: Side) -> str | None:
    """What differs between a figure and one of the same amount; None when nothing does that matters."""
    return (
        _measured_otherwise(claim, stated, source, other)
        or _counted_otherwise(claim, stated, source, other)
        or _less_surely(claim, stated, other)
        or _rated_otherwise(claim, stated, source, other)
        or _moved_otherwise(claim, stated, source, other)
        or (None if _same_matter(claim, other, stated, source) else ELSEWHERE)
    )


def _measured_otherwise(claim: Claim, stated: Claim, source: Side, other: Side) -> str | None:
    if not _other_unit(claim, stated) or _unit_near(claim, stated, source):
        return None
    if claim.unit in lists.values("currency").values() and "grand" in stated.quote.lower():
        return None
    if claim.unit or claim.noun:
        return "the source gives this number in another unit"
    bare = _elliptic(claim, other, stated.unit) or _goes_without(claim, stated, other, source)
    return None if bare else "its unit is lost"


def _counted_otherwise(claim: Claim, stated: Claim, source: Side, other: Side) -> str | None:
    if (
        not claim.unit
        and (mine := counted(claim, other))
        and (theirs := counted(stated, source))
        and not _same_noun(mine, theirs)
        and not _mere_people(mine, theirs, stated, source)
        and not _about(mine, stated, source)
        and not _about(theirs, claim, other)
        and (root(mine) in source.index or _of_another_kind(mine, theirs))
    ):
        known = root(mine) in source.index
        return "the source counts something else with this number" if known else OTHERWISE
    if claim.unit == "ordinal" and claim.noun and stated.noun and claim.noun != stated.noun:
        return "the source ranks something else so"
    return None


def _less_surely(claim: Claim, stated: Claim, other: Side) -> str | None:
    weaker = claim.hedge in _WEAKER[stated.hedge] or claim.key[0] == "vague"
    if weaker or _nearly(claim, stated, other):
        return None
    more = "the source does not say that it was more"
    return more if claim.hedge == "above" else "the source gives it less surely"


def _rated_otherwise(claim: Claim, stated: Claim, source: Side, other: Side) -> str | None:
    strange = claim.rate and not _same_rate(claim, stated, source)
    if strange and (stated.rate or not _rate_beside(claim, stated, source)):
        rated = "the source states it per something else"
        return rated if stated.rate else "the source does not state it as a rate"
    if stated.rate and not claim.rate and is_sum(claim, other) and not claim.noun:
        return "the source gives it for each, and not for all"
    return None


def _moved_otherwise(claim: Claim, stated: Claim, source: Side, other: Side) -> str | None:
    """A level for a change, the end for the beginning, up for down."""
    steps = {claim.step, stated.step}
    if steps == {"from", "to"} and goes_on(claim, stated, source, other):
        return None
    if steps in ({"by", "to"}, {"by", "from"}):
        return "a change and a level are taken for each other"
    if steps == {"from", "to"}:
        return "the beginning and the end are taken for each other"
    level = other.folded.word(claim.first - 1) in ("of", "at", "was", "were")
    if claim.trend and stated.trend and claim.trend != stated.trend and not level:
        return "the source has it go the other way"
    return None


def _same_noun(a: str, b: str) -> bool:
    """True for one noun, and for a compound with its last part: "lifeguards" and "guards"."""
    short, long = sorted((a, b), key=len)
    compound = len(short) > 3 and long.endswith(short) and len(long) - len(short) > 2
    return root(a) == root(b) or (compound and _surely_people(short))


def _other_unit(claim: Claim, stated: Claim) -> bool:
    """True where two figures of one amount are given in units that cannot mean the same."""
    lacking = {claim.unit, stated.unit} == {"", "time"} and bool(claim.unit)
    lacking = lacking or (not stated.unit and not stated.noun and claim.unit.startswith("clock"))
    lacking = lacking or (not claim.unit and not claim.noun and stated.unit.startswith("clock"))
    counted = _surely_people(claim.noun) or _surely_people(stated.noun)
    if ({claim.unit, stated.unit} == {"", "x"} and counted) or _multiplies(claim, stated):
        return True
    return not lacking and not _units_agree(claim.unit, stated.unit)


def _nearly(claim: Claim, stated: Claim, other: Side) -> bool:
    """True for "close to 400", "towards seven" of what the source says to be about so much."""
    before = {other.folded.word(claim.first - 1), other.folded.word(claim.first - 2)}
    return stated.hedge == "about" and claim.hedge == "below" and bool(before & _NEARLY)


def _goes_without(claim: Claim, stated: Claim, other: Side, source: Side) -> bool:
    """True for "three grand", and for the age of "at 25", "aged 25", which need no unit."""
    if "grand" in claim.quote.lower():
        return stated.unit in lists.values("currency").values()
    f, g = other.folded, source.folded
    aged = f.word(claim.first - 1) in ("at", "aged") or f.word(claim.first - 2) == "age"
    return aged and "old" in (g.word(stated.end), g.word(stated.end + 1), g.word(stated.end - 1))


def _unit_near(claim: Claim, stated: Claim, source: Side) -> bool:
    """True where the source gives the number bare, and the unit shortly before: "98 percent now, it was 59"."""
    if stated.unit or stated.noun or not claim.unit or claim.unit in ("x", "times", "ordinal", "points"):
        return False
    home = source.home[stated.first]
    segments = source.segments[max(0, home - _NEAR) : home + 1]
    near = source.near(segments[0].first, segments[-1].end)
    return any(c.kind == "figure" and c.unit == claim.unit for c in near)


def _surely_people(noun: str) -> bool:
    return is_person(noun) and noun not in ("report", "reference", "opposite", "hire", "match", "mate")


def _of_another_kind(a: str, b: str) -> bool:
    """True where one noun means people and the other cannot: "girls" may be players or a family, and no doors."""
    return any(
        _surely_people(x) and not (is_person(y) or y in lists.words("folk") or is_agent(y))
        for x, y in ((a, b), (b, a))
    )


def _same_rate(claim: Claim, stated: Claim, source: Side) -> bool:
    """True for one rate: "a head" and "each child" too, and the day of "sixteen-hour days"."""
    if claim.rate == stated.rate or (EACH in (claim.rate, stated.rate) and not claim.rate[:1].isdigit()):
        return bool(stated.rate)
    f = source.folded
    behind = f.word(stated.end - 1) if "-" in stated.quote else ""
    return (
        bool(behind) and f.word(stated.end).endswith("s") and _period(f.word(stated.end)[:-1]) == claim.rate
    )


def _rate_beside(claim: Claim, stated: Claim, source: Side) -> bool:
    """True when the source gives another figure of the same thing at this rate: "40 a month", later "down to 15"."""
    home = source.home[stated.first]
    segments = source.segments[max(0, home - _BACK) : home + 1]
    near = [
        c
        for c in source.near(segments[0].first, segments[-1].end)
        if c.kind == "figure" and c.rate == claim.rate
    ]
    if any(around(source, c) & around(source, stated) for c in near):
        return True
    beside = source.segments[max(0, home - 1) : home + 2]
    f, own = source.folded, source.segments[home]
    if any(
        f.word(k) in ("each", "every") and stem(f.word(k + 1)) == claim.rate
        for k in range(own.first, own.end)
    ):
        return True  # "each visit cost us £40": £40 a visit
    return any(_period(source.folded.word(k)) == claim.rate for s in beside for k in range(s.first, s.end))


def _multiplies(claim: Claim, stated: Claim) -> bool:
    """True for "trebled", where the source only counts three of something."""
    return (
        claim.key[0] == "factor"
        and claim.quote.lower().endswith(("ed", "ing", "es", "le"))
        and stated.unit != "x"
    )


def _period(word: str) -> str:
    """The seconds of a period named in the singular or as a rhythm: "the next year's bill", "monthly"; "" for none."""
    plain = word.removesuffix("'s")
    named = lists.seconds().get(plain) if len(plain) > 2 and not plain.endswith("s") else None
    seconds = lists.numbers("rhythm").get(word, named)
    return "" if seconds is None else f"{seconds:g}"


def _units_agree(a: str, b: str) -> bool:
    counts = ("", "times")
    clocks = a.startswith("clock") and b.startswith("clock") and "clock-o" in (a, b)
    a, b = ("times" if "x" in (a, b) and "" in (a, b) and u == "x" else u for u in (a, b))
    return a == b or clocks or (a in ("x", "times") and b in ("x", "times")) or (a in counts and b in counts)


def _elliptic(claim: Claim, other: Side, unit: str) -> bool:
    """True when another figure of the sentence has the unit that this one goes without: "from 130 minutes to 55"."""
    home = other.home[claim.first]
    segment = other.segments[home]
    return any(c.kind == "figure" and c.unit == unit for c in other.near(segment.first, segment.end))


def _mere_people(a: str, b: str, stated: Claim, source: Side) -> bool:
    """True for "people" where the other noun may say what kind of people: unless the sentence counts both."""
    if "people" not in (a, b):
        return False
    segment = source.segments[source.home[stated.first]]
    beside = (c for c in source.near(segment.first, segment.end) if c.kind == "figure" and c is not stated)
    return root(a) not in {root(counted(c, source)) for c in beside}


def counted(claim: Claim, where: Side) -> str:
    """The stem of what a figure counts: the noun behind it, or the one that it measures, as in "a team of six"."""
    f, at = where.folded, claim.first - 1
    while at > 0 and (f.word(at) in lists.words("about") or f.word(at) in ("just", "only")):
        at -= 1
    head = f.word(at - 1)
    if not claim.noun and not claim.unit and f.word(claim.end) in _PEOPLE:
        return _PEOPLE[0]
    if claim.noun or claim.unit or f.word(at) != "of" or head not in lists.words("group-of"):
        return claim.noun
    return stem(head)


def _about(noun: str, stated: Claim, where: Side) -> bool:
    """True when the noun stands within a few words of a figure, and no other counts it: "three of our engineers"."""
    f = where.folded
    segment = where.segments[where.home[stated.first]]
    first, end = max(segment.first, stated.first - 3), min(segment.end, stated.end + 5)
    others = (c for c in where.near(segment.first, segment.end) if c.kind == "figure" and c is not stated)
    return root(noun) in weighty(f, first, end) and root(noun) not in {
        root(counted(c, where)) for c in others
    }


def _same_matter(claim: Claim, other: Side, stated: Claim, source: Side) -> bool:
    """True unless the sentences of two figures have nothing in common, neither words of weight nor other claims."""
    if (
        claim.unit.startswith("clock")
        or (claim.noun and claim.noun == stated.noun)
        or not (claim.noun or claim.unit)
        or (claim.unit == "time" and claim.quote.lower()[:2] in ("a ", "an"))
    ):
        return True
    mine, theirs = _matter(claim, other, 0), _matter(stated, source, _SHORT)
    return len(mine) < 2 or len(theirs) < 2 or bool(mine & theirs)


def _matter(claim: Claim, where: Side, short: int) -> frozenset[str]:
    """What the sentence of a figure is about: roots, other figures.

    The sentence before counts too where this one begins with a pronoun, or has fewer words of weight than `short`.
    """
    home = where.home[claim.first]
    segments = [where.segments[home]]
    if home > 0 and (_takes_up(where, segments[0]) or len(segments[0].stems) < short):
        segments.append(where.segments[home - 1])
    words = {s for segment in segments for s in segment.stems}
    beside = {
        k for c in where.near(segments[-1].first, segments[0].end) if c is not claim and c.kind in ("figure", "date")
        for k in (c.key if c.kind == "date" else (" ".join(c.key),))
    }  # fmt: skip
    return frozenset(words - _directions()) | beside


@cache
def _directions() -> frozenset[str]:
    return frozenset(root(w) for w in lists.words("up") | lists.words("down"))


def _takes_up(where: Side, segment: Segment) -> bool:
    """True when a sentence has a pronoun near its beginning that stands for something said before."""
    head = [where.folded.word(k) for k in range(segment.first, min(segment.end, segment.first + 8))]
    return any(w in lists.words("points-back") for w in head)
