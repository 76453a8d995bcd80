"""Times of day: "ten past three", "half past four", "at 3.10", "6pm"; and whether two of them are one."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from storybank.facts import lists
from storybank.facts.claim import Claim
from storybank.facts.fold import Folded

_PARTS: Final = {"half": 30, "quarter": 15}
_NAMED: Final = {"season noon": (12, 0, True), "season midnight": (0, 0, True)}

Clock = tuple[int, int, bool]
"""Hour, minute, and whether it is known which half of the day it is."""


def key_of(hour: int, minute: int, half: str = "") -> str:
    """The component of a date for a time of day; `half` is "a", "p" or "" where nobody says."""
    if half == "p" and hour < 12:
        hour += 12
    if half == "a" and hour == 12:
        hour = 0
    sure = "" if half or hour > 12 or hour == 0 else "~"
    return f"clock {sure}{hour}:{minute:02d}"


def read(key: str) -> Clock | None:
    """The time of day that a component of a date says; None for any other."""
    if key in _NAMED:
        return _NAMED[key]
    if not key.startswith("clock "):
        return None
    hour, minute = key[6:].lstrip("~").split(":")
    return int(hour), int(minute), "~" not in key


def of_figure(claim: Claim) -> Clock | None:
    """The time of day that a figure says, such as "6pm" or "nine o'clock"; None for any other."""
    if not claim.unit.startswith("clock") or claim.value is None:
        return None
    half = claim.unit[-1] if claim.unit[-1] in "ap" else ""
    return read(key_of(int(claim.value), round(100 * (claim.value % 1)), half))


def clocks_of(claims: Iterable[Claim]) -> set[Clock]:
    """All times of day of a text."""
    found: set[Clock] = set()
    for claim in claims:
        told = [of_figure(claim)] if claim.kind == "figure" else [read(key) for key in claim.key]
        found.update(c for c in told if c is not None)
    return found


def same(a: Clock, b: Clock) -> bool:
    """True for one time of day; where one of them says no half of the day, either will do."""
    if a[1] != b[1]:
        return False
    return a[0] == b[0] if a[2] and b[2] else a[0] % 12 == b[0] % 12


def spoken(f: Folded, at: int) -> tuple[int, str] | None:
    """ "Ten past three", "a quarter to six in the evening" from a token on: the token behind, and the component."""
    minutes, k = _minutes(f, at)
    if minutes is None:
        return None
    if (
        f.word(at) == "half"
        and f.word(at - 1) in lists.words("before-a-clock")
        and (hour := _hour(f, k))
        and not f.word(k + 1).endswith("s")
    ):
        half, end = _half(f, k + 1)
        return end, key_of(hour, 30, half)  # "at half five"
    k += f.word(k) in ("minutes", "minute")
    back, counted = f.word(k) == "to", f.word(at) not in _PARTS
    if f.word(k) not in ("past", "to") or (back and f.word(at) == "half"):
        return None
    hour = _hour(f, k + 1)
    if hour is None or (
        back
        and counted
        and (f.word(at - 1) not in lists.words("before-a-clock") - {"from", "by"} or _goes_on(f, k + 2))
    ):
        return None
    half, end = _half(f, k + 2)
    if back:
        hour, minutes = (hour - 1) or 12, 60 - minutes
    return end, key_of(hour, minutes, half)


def dotted(f: Folded, at: int) -> tuple[int, str] | None:
    """ "At 3.10", "by 17.45": the token behind, and the component; None where it may be any number."""
    found = re.fullmatch(r"(\d{1,2})\.(\d\d)", f.word(at))
    before = f.word(at - 2) if f.word(at - 1) in ("about", "around") else f.word(at - 1)
    if found is None or before not in lists.words("before-a-clock"):
        return None
    hour, minute = int(found[1]), int(found[2])
    half, end = _half(f, at + 1)
    if hour > 23 or minute > 59 or (not half and _goes_on(f, end)):
        return None
    return end, key_of(hour, minute, half)


def _minutes(f: Folded, at: int) -> tuple[int | None, int]:
    word, small = f.word(at), lists.numbers("number")
    if word in _PARTS:
        return _PARTS[word], at + 1
    if word.isdigit() and len(word) < 3 and 0 < int(word) < 30:
        return int(word), at + 1
    if word not in small or not 0 < small[word] < 30:
        return None, at
    if word == "twenty" and f.word(at + 1) == "-" and 0 < small.get(f.word(at + 2), 0) < 10:
        return 20 + int(small[f.word(at + 2)]), at + 3
    return int(small[word]), at + 1


def _hour(f: Folded, at: int) -> int | None:
    word = f.word(at)
    value = int(word) if word.isdigit() and len(word) < 3 else int(lists.numbers("number").get(word, 0))
    return value if 1 <= value <= 12 else None


def _goes_on(f: Folded, at: int) -> bool:
    """True when a noun or a unit follows a number: "at 3.10 metres"."""
    word = f.word(at)
    return word == "%" or (
        word.isalpha() and word not in lists.words("stop") and f.tokens[at].gap == " "
        and not (word in lists.values("time") or word in lists.numbers("weekday") or word in lists.numbers("month"))
    )  # fmt: skip


def _half(f: Folded, at: int) -> tuple[str, int]:
    """The half of the day by the words from a token on, and the token behind them."""
    at += f.word(at) == "o'clock"
    word = f.word(at)
    if word in ("am", "pm"):
        return word[0], at + 1
    if word in ("a", "p") and f.word(at + 1) == "." and f.word(at + 2) == "m":
        return word, at + 3
    part = f.word(at + 2) if word == "in" and f.word(at + 1) == "the" else ""
    if part in lists.values("hour-of"):
        return lists.values("hour-of")[part], at + 3
    return ("p", at + 2) if word == "at" and f.word(at + 1) == "night" else ("", at)
