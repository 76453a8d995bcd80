"""Does the source state this date: the same one, or one that follows from it ("April 2019" is in spring)?"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import Final

from storybank.facts import clocks, lists
from storybank.facts.align import Side
from storybank.facts.claim import Claim
from storybank.facts.edits import Edited

_SEASONS: Final = ("winter", "spring", "summer", "autumn")
_PART: Final = {
    "early": "early", "beginning": "early", "start": "early", "opening": "early", "mid": "mid", "middle": "mid",
    "late": "late", "end": "late", "close": "late", "closing": "late",
}  # fmt: skip
_DAYS: Final = {"early": (1, 12), "mid": (8, 22), "late": (18, 31)}
_MONTHS: Final = {"early": (1, 5), "mid": (4, 9), "late": (8, 12)}
_AFTER: Final = frozenset([("next", "year"), ("following", "year"), ("year", "later"), ("year", "after")])
_BEFORE: Final = frozenset([("previous", "year"), ("year", "before"), ("year", "earlier")])

_SAYING: Final = {
    **{word: f"season {word}" for word in (*_SEASONS, "christmas", "easter")},
    **dict.fromkeys(("night", "nights", "evening", "evenings"), "season overnight"),
    **dict.fromkeys(("saturdays", "sundays", "weekends"), "season weekend"),
}
"""Words that name a time without being a date: "the summer holidays"."""
_QUARTERS: Final = (("first", "1st"), ("second", "2nd"), ("third", "3rd"), ("fourth", "4th", "last", "final"))
_EARLIER: Final = frozenset(["ago", "before", "earlier", "previous", "previously"])
_YEAR: Final = 31557600.0
_MONTH: Final = 2629800.0
_EXACT: Final = 1e-6

_MOST: Final = 400  # dates of a source with one component that one is compared with

Fault = tuple[str, Claim | None]


class Calendar:
    """The dates of a source, each with the year that it was told in and the season that its month lies in."""

    def __init__(self, source: Side) -> None:
        self.source = source
        self.stated = [c for c in source.claims if c.kind == "date"]
        self.full = [(c, keys) for c, keys in zip(self.stated, _with_years(source, self.stated), strict=True)]
        self.of_sentence: dict[int, set[str]] = {}
        for claim, keys in self.full:
            self.of_sentence.setdefault(source.home[claim.first], set()).update(keys)
        self.with_part: dict[str, list[tuple[Claim, set[str]]]] = {}
        for claim, keys in self.full:
            for key in keys:
                listed = self.with_part.setdefault(key, [])
                if len(listed) < _MOST:
                    listed.append((claim, keys))
        self.known = {k for _, keys in self.full for k in keys} | _years_beside(source, self.stated)
        self.known |= {
            f"year {c.value:g}" for c in source.claims if c.kind == "figure" and c.value is not None
        }
        self.known |= _implied(source, self.known)
        self.clocks = clocks.clocks_of(source.claims)

    def fault_of(self, claim: Claim, other: Side) -> Fault | None:
        """Why the source does not state a date, with the nearest that it states; None when it states it."""
        wanted, part = {k for k in claim.key if not self._strikes(k)}, _part_of(other, claim)
        if not wanted:
            return None
        rarest = min((self.with_part.get(k, []) for k in wanted), key=len, default=[])
        fitting = [c for c, keys in rarest if wanted <= keys]
        if fitting:
            if part and not any(self._within(c, part) for c in fitting):
                return "the source does not say in which part of it", fitting[0]
            return None
        unknown = wanted - self.known
        reckoned = {k for k in wanted if k.startswith("year") and k not in self.with_part}
        if not unknown and (
            len(wanted - reckoned) <= 1 or any(wanted <= keys for keys in self.of_sentence.values())
        ):
            return None
        near = max(self.full[:_MOST], key=lambda c: len(wanted & c[1]) + _kinds(wanted, c[1]), default=None)
        why = (
            "the source states no such date or time"
            if unknown
            else "the source does not put these dates together"
        )
        return why, near[0] if near else None

    def exchanged(self, other: Side, edited: Edited) -> Iterator[tuple[Claim, Claim]]:
        """Dates that the source gives to something else, where it gives another one in the same words."""
        here = [c for c in other.near(edited.here.first, edited.here.end) if c.kind == "date"]
        there = [d for d in self.full if edited.there.first <= d[0].first < edited.there.end]
        for change in edited.changes:
            new = next((c for c in here if _touches(c, change.came)), None)
            old = next((d for d in there if _touches(d[0], change.went)), None)
            if new is None or old is None or any(set(new.key) <= keys for _, keys in there):
                continue
            if any(set(c.key) & set(old[0].key) - set(new.key) for c in here):
                continue  # both dates are told, in another order
            if self._tells_there(new, other, edited):
                continue
            kinds = {k.split()[0]: k for k in new.key}
            if any(k.split()[0] in kinds and k not in new.key for k in old[1]) and not set(new.key) <= old[1]:
                yield new, old[0]

    def _tells_there(self, date: Claim, other: Side, edited: Edited) -> bool:
        """True when another sentence of the source gives the date together with a figure that stands beside it."""
        beside = {c.key for c in other.near(edited.here.first, edited.here.end) if c.kind == "figure"}
        homes = {self.source.home[c.first] for c, keys in self.full if set(date.key) <= keys}
        said = (self.source.segments[n] for n in homes)
        return any(
            c.key in beside for s in said for c in self.source.near(s.first, s.end) if c.kind == "figure"
        )

    def _strikes(self, key: str) -> bool:
        """True for a time of day that the source names, in whatever words."""
        clock = clocks.read(key)
        return clock is not None and any(clocks.same(clock, c) for c in self.clocks)

    def _within(self, date: Claim, part: str) -> bool:
        """True when a date of the source lies in that part of its month or year, or is told as such."""
        if _part_of(self.source, date) == part:
            return True
        month, day = _number(date.key, "month"), _number(date.key, "day")
        if month is None:
            return _number(date.key, "year") is None or any(k.startswith("season") for k in date.key)
        low, high = _DAYS[part] if day is not None else _MONTHS[part]
        return low <= (day if day is not None else month) <= high


def _touches(claim: Claim, stretch: tuple[int, int]) -> bool:
    return claim.first < stretch[1] and claim.end > stretch[0]


def _with_years(source: Side, dates: list[Claim]) -> list[set[str]]:
    """The components of each date with the last year named before it or in its sentence, and with its season."""
    of_segment: dict[int, str] = {}
    for date in dates:
        if (number := _number(date.key, "year")) is not None:
            of_segment.setdefault(source.home[date.first], f"year {number}")
    found: list[set[str]] = []
    last = ""
    for date in dates:
        keys = set(date.key)
        own = next((k for k in date.key if k.startswith("year ")), "")
        year = own or of_segment.get(source.home[date.first], last)
        last = own or last
        if year and not own:
            keys |= {year, *_next_to(source, date, year)}
        if (month := _number(date.key, "month")) is not None:
            keys.add(f"season {_SEASONS[month % 12 // 3]}")
            keys |= {"season christmas"} if month == 12 else set()
        found.append(keys)
    return found


def _next_to(source: Side, date: Claim, year: str) -> set[str]:
    """The year after for "the following spring", the year before for "the previous June"."""
    before, number = source.folded.word(date.first - 1), int(year.split()[1])
    if before in ("following", "next"):
        return {f"year {number + 1}"}
    return {f"year {number - 1}"} if before in ("previous", "last") else set()


def _years_beside(source: Side, dates: Iterable[Claim]) -> set[str]:
    """Years that follow from "the next year", "the year before"."""
    words = [t.word for t in source.folded.tokens]
    pairs = set(pairwise(words))
    years = {year for d in dates if (year := _number(d.key, "year")) is not None}
    found = {f"year {y + 1}" for y in years} if pairs & _AFTER else set()
    return found | ({f"year {y - 1}" for y in years} if pairs & _BEFORE else set())


def _implied(source: Side, known: set[str]) -> set[str]:
    """Dates that follow from those that the source names, and from how long after them things happened."""
    words = {t.word for t in source.folded.tokens}
    found = {key for word, key in _SAYING.items() if word in words}
    if {"weekday 6", "weekday 7"} & known:
        found.add("season weekend")
    if words & lists.words("nowadays"):
        found.add("season today")
    if "month 12" in known:
        found.add("season christmas")
    if {"christmas", "xmas"} & words:
        found.add("month 12")
    pairs = set(pairwise(t.word for t in source.folded.tokens))
    if ("new", "year") in pairs:
        found.add("month 1")
    for n, names in enumerate(_QUARTERS):
        if any((name, "quarter") in pairs for name in names) or f"q{n + 1}" in words:
            found |= {f"month {3 * n + k}" for k in (1, 2, 3)}
    if "season easter" in known:
        found.add("season spring")
    spans = {c.value for c in source.claims if c.kind == "figure" and c.unit == "time" and c.value}
    years = {round(v / _YEAR) for v in spans if abs(v / _YEAR % 1) < _EXACT and v <= 20 * _YEAR}
    months = {round(v / _MONTH) for v in spans if abs(v / _MONTH % 1) < _EXACT and v < 12 * _MONTH}
    for key in sorted(known)[:_MOST]:
        kind, number = key.split()[0], key.split()[-1]
        if kind == "year":
            told = int(float(number))
            found |= {f"decade {told // 10}"} | {f"year {told + n}" for n in years}
            found |= {f"year {told - n}" for n in years if words & _EARLIER}
        elif kind == "month":
            found |= {f"month {(int(number) + n - 1) % 12 + 1}" for n in months}
    return found


def _number(key: tuple[str, ...], kind: str) -> int | None:
    return next((int(float(k.split()[1])) for k in key if k.startswith(kind + " ")), None)


def _part_of(where: Side, date: Claim) -> str:
    """ "early", "mid" or "late", by the words before a date; "" for none."""
    f = where.folded
    week = {"first": "early", "second": "mid", "third": "mid", "fourth": "late", "last": "late"}
    if [f.word(k) for k in (date.first - 2, date.first - 1)] == ["week", "of"]:
        return week.get(f.word(date.first - 3), "")
    for k in (date.first - 1, date.first - 2, date.first - 3):
        if f.word(k) in _PART and k + 1 <= date.first:
            return _PART[f.word(k)]
        if f.word(k) not in ("of", "in", "the", "-"):
            return ""
    return ""


def _kinds(a: Iterable[str], b: Iterable[str]) -> float:
    return 0.1 * len({x.split()[0] for x in a} & {x.split()[0] for x in b})
