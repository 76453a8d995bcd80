"""Periods that must not be read: where a text says one as it stands, or names a year that lies in it.

What counts as a year, and what is only a number of things, the reader of dates decides (`dates.py`); the few forms
that it leaves alone, because they say nothing that could be checked (`FY21`, `2021/22`, `outage2021`), are known here.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from storybank.facts.dates import find_dates
from storybank.facts.fold import Folded, fold
from storybank.facts.key import Entity

_MAY: Final = re.compile(r"\d|[²³¹⁰⁴-⁹]|twent|nineteen", re.IGNORECASE)
_SLASHED: Final = re.compile(r"(?:\d{1,2}/){1,2}((?:19|20)\d\d|\d\d)|((?:19|20)\d\d)/(\d\d?)")
_YEAR: Final = re.compile(r"(?:19|20)\d\d")
_CENTURY: Final = 100
_SPAN: Final = 60
"""Years that a period lasts at most: what spans more is a slip of the pen, and its years stand for themselves."""
_Place = tuple[int, int, Entity]


class Periods:
    """Where texts name some periods; each has a number of its own, which its mask bears."""

    def __init__(self, periods: Mapping[int, str] = {}) -> None:
        self._by_year: dict[int, Entity] = {}
        self._as_told: list[tuple[re.Pattern[str], Entity]] = []
        for number, period in periods.items():
            entity = Entity("Period", number, [period])
            self._by_year |= {year: entity for year in years_of(period) if year not in self._by_year}
            if any(c.isalpha() for c in period):  # a bare year is a year only where it stands as one
                words = r"\s+".join(map(re.escape, period.split()))
                self._as_told.append((re.compile(rf"(?<!\w){words}(?!\w)", re.IGNORECASE), entity))

    def places(self, text: str) -> Iterator[_Place]:
        """Where a text names one of the periods, and which; in no order, and places may overlap."""
        for pattern, entity in self._as_told:
            for match in pattern.finditer(text):
                yield *match.span(), entity
        if not self._by_year or not _MAY.search(text):
            return
        for start, end, years in _dated(fold(text)):
            named = next((self._by_year[year] for year in sorted(years) if year in self._by_year), None)
            if named:
                yield start, end, named

    def forms(self, text: str) -> Iterator[str]:
        """How a text names them, word for word."""
        for start, end, _ in self.places(text):
            yield text[start:end]


def years_of(period: str) -> frozenset[int]:
    """The years that a period names, and those between its first and its last."""
    named = {year for _, _, years in _dated(fold(period)) for year in years}
    if named and max(named) - min(named) <= _SPAN:
        named |= set(range(min(named), max(named)))
    return frozenset(named)


def _dated(f: Folded) -> Iterator[tuple[int, int, frozenset[int]]]:
    """Every stretch that names a year, with its years: whole dates, and forms that are no dates to the checker."""
    for claim in find_dates(f):
        years = {year for component in claim.key for year in _of_component(component)}
        if years:
            yield claim.span.start, claim.span.end, frozenset(years)
    for at, token in enumerate(f.tokens):
        if token.word[:1].isdigit() and (years := _elsewhere(f, at)):
            first = at - (f.glued(at) and f.word(at - 1) == "fy")
            yield f.tokens[first].start, token.end, frozenset(years)


def _of_component(component: str) -> Iterable[int]:
    kind, _, value = component.partition(" ")
    if kind == "year":
        return (int(value),)
    return range(int(value) * 10, int(value) * 10 + 10) if kind == "decade" else ()


def _elsewhere(f: Folded, at: int) -> set[int]:
    """Years in a token that is no date by itself: `2021/22`, `3/4/21`, `FY21`, `outage2021`, `2021Q3`."""
    word, before = f.word(at), f.word(at - 1)
    if found := _SLASHED.fullmatch(word):
        if found[1]:
            return {_whole(found[1])} if len(found[1]) > 2 or word.count("/") > 1 else set()
        first, second = int(found[2]), _whole(found[3], int(found[2]))
        return {first, second} if second == first + 1 else {first}
    if before == "fy" and word.isdigit() and len(word) in (2, 4):
        return {_whole(word)}
    within = (f.glued(at) and before.isalpha()) or (f.glued(at + 1) and f.word(at + 1) in ("q", "h", "fy"))
    return {int(word)} if within and _YEAR.fullmatch(word) else set()


def _whole(digits: str, near: int = 2000) -> int:
    """A year of four digits, or one of two in the century of another."""
    return int(digits) if len(digits) > 2 else near // _CENTURY * _CENTURY + int(digits)
