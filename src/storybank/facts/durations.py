"""Times in other dress: "a year and two months", "half an hour", "eight in the morning", "a day"."""

from __future__ import annotations

from dataclasses import replace

from storybank.facts import lists
from storybank.facts.claim import Claim
from storybank.facts.figure_parts import plain_claim
from storybank.facts.fold import Folded

_PARTS = {"half": 0.5, "quarter": 0.25, "third": 1 / 3}


def time_unit(f: Folded, at: int) -> float | None:
    """The seconds of a unit of time that is written out at a token; None for any other word."""
    word = f.word(at)
    return lists.seconds().get(word) if len(word) > 3 or word == "day" else None


_BESIDE = ("before", "after", "later", "earlier", "early", "late", "ahead", "behind")


def one_of(f: Folded, at: int) -> float | None:
    """The seconds of "a day" where it says how long: "for a day", "an hour before", "within the week"."""
    word, before, after = f.word(at), f.word(at - 1), f.word(at + 2)
    article = word in ("a", "an") and (before in lists.words("duration-before") or after in _BESIDE)
    within = word == "the" and before in ("within", "inside")
    goes_on = after in ("-", "or") or (after == "and" and _counts_on(f, at + 3))
    if not (article or within) or goes_on or _is_noun_after(f, at + 2):
        return None
    return time_unit(f, at + 1)


def _counts_on(f: Folded, at: int) -> bool:
    """True for what makes one duration of two: "a year and two months", "a day and a half"."""
    word = f.word(at)
    return (
        word[:1].isdigit() or word in lists.numbers("number") or word in ("a", "an", "half", "some", "more")
    )


def _is_noun_after(f: Folded, at: int) -> bool:
    """True when a unit of time only says of what kind the next word is: "in a day nursery", "for a month end"."""
    word = f.word(at)
    if word[:1].isdigit() and f.tokens[at - 1].capital and f.word(at - 1) in lists.words("label"):
        return True  # "over a Year 11 set"
    return (
        word.isalpha() and at < len(f.tokens) and f.tokens[at].gap == " " and word not in lists.words("stop")
        and word not in lists.words("generic") and word not in lists.words("clause-break") and not word.endswith("ly")
        and word not in lists.words("before-object") and word not in (*_BESIDE, "without", "during")
    )  # fmt: skip


def of_one(f: Folded, at: int) -> tuple[float, int] | None:
    """Seconds of "half hour", "a year and a half", "an hour and a quarter" from a token on, and the token behind."""
    if f.word(at) in ("half", "quarter"):
        behind = at + 1 + (f.word(at + 1) in ("-", "a", "an"))
        unit = time_unit(f, behind) or _adverb(f, behind)
        small = unit is not None and not (f.word(at) == "quarter" and behind == at + 1 and unit > 3600)
        return (_PARTS[f.word(at)] * (unit or 0.0), behind + 1) if small else None
    if f.word(at) not in ("a", "an", "one"):
        return None
    unit, end = time_unit(f, at + 1), at + 2
    if unit is None or f.word(end) != "and":
        return None
    if (
        f.word(end + 1) in ("a", "one")
        and f.word(end + 2) in _PARTS
        and f.word(end + 3) not in ("of", "hour")
    ):
        return unit * (1 + _PARTS[f.word(end + 2)]), end + 3
    if f.word(end + 1) == "three" and f.word(end + 2 + (f.word(end + 2) == "-")) == "quarters":
        return unit * 1.75, end + 3 + (f.word(end + 2) == "-")
    return None


def _adverb(f: Folded, at: int) -> float | None:
    """ "half-hourly", "half-yearly"."""
    return lists.numbers("rhythm").get(f.word(at)) if f.word(at).endswith("ly") else None


def joined(f: Folded, claims: list[Claim]) -> list[Claim]:
    """ "two hours and ten minutes", "a year and two months": one duration for what is said in two units."""
    out: list[Claim] = []
    for claim in claims:
        if out and _is_pence(f, out[-1], claim):
            more = (claim.value or 0.0) / (1 if claim.unit else 100)
            out[-1] = replace(
                plain_claim(
                    f, out[-1].first, claim.end, ("number",), (out[-1].value or 0.0) + more, out[-1].unit
                ),
                rate=claim.rate,
            )
            continue
        if out and _is_minutes(f, out[-1], claim):
            out[-1] = _spanning(
                f, out[-1], out[-1].first, (out[-1].value or 0.0) + 60 * (claim.value or 0.0), claim.end
            )
            continue
        if claim.unit == "time" and claim.value is not None and claim.key[0] == "number":
            first, before = _begun(f, out, claim)
            size = _size(f, first, claim.first)
            if before is not None and 0.0 < _size(f, claim.first, claim.end) < size:
                if out and out[-1].end > first:
                    out.pop()
                claim = _spanning(f, claim, first, before + claim.value)
        out.append(claim)
    return out


def _begun(f: Folded, out: list[Claim], claim: Claim) -> tuple[int, float | None]:
    """Where the larger part of a duration begins before a claim, and its seconds."""
    at = claim.first - 1
    if f.word(at) == "and":
        at -= 1
    if out and out[-1].end == at + 1 and out[-1].unit == "time" and out[-1].key[0] == "number":
        return out[-1].first, out[-1].value
    if f.word(at - 1) in ("a", "an", "one") and f.word(at + 1) == "and":
        return at - 1, time_unit(f, at)
    return claim.first, None


def _size(f: Folded, first: int, end: int) -> float:
    """The seconds of the unit within a stretch; 0 for none."""
    return next((u for k in range(first, end) if (u := time_unit(f, k)) is not None), 0.0)


def _is_pence(f: Folded, whole: Claim, claim: Claim) -> bool:
    """True for the "fifty" of "three pounds fifty", the "fifty pence" behind "three pounds and"."""
    money = (
        whole.unit in ("gbp", "usd", "eur") and whole.key[0] == claim.key[0] == "number" and not claim.noun
    )
    if not money or not f.word(whole.end - 1).isalpha():
        return False
    bare = (
        not claim.unit
        and claim.first == whole.end
        and f.tokens[claim.first].gap == " "
        and 9 < (claim.value or 0.0) < 100
    )
    joined_by = claim.first == whole.end or [f.word(k) for k in range(whole.end, claim.first)] == ["and"]
    return bare or (claim.unit == whole.unit and joined_by and 0 < (claim.value or 0.0) < 1)


def _is_minutes(f: Folded, hours: Claim, claim: Claim) -> bool:
    """True for the bare "forty" of "one hour forty"."""
    plain = not claim.unit and not claim.noun and claim.key[0] == hours.key[0] == "number"
    if not plain or hours.unit != "time" or hours.end != claim.first or f.tokens[claim.first].gap != " ":
        return False
    return 0 < (claim.value or 0.0) < 60 and f.word(hours.end - 1) in ("hour", "hours")


def _spanning(f: Folded, claim: Claim, first: int, value: float, end: int = 0) -> Claim:
    return replace(plain_claim(f, first, end or claim.end, ("number",), value, "time"), rate=claim.rate)
