"""Years: when something was, as headings, job lines and sentences name it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from storybank.stories.mining.model import Years

_YEAR: Final = re.compile(
    r"(?<![\d.,$€£/])(?:(?:FY|CY)\s?'?(\d\d)\b|((?:19[5-9]|20[0-4])\d)(?![\d%]|[.,]\d|\s*%))"
)
_NOW: Final = re.compile(
    r"(?:[-–—]|\bto|\buntil|\btill)\s*(?:the\s+)?(?:present|now|today|current|currently|date|ongoing)\b|\bsince\b",
    re.IGNORECASE,
)
_SHORT: Final = re.compile(r"(?<!\d)((?:19|20)\d\d)\s*[-–/]\s*(\d\d)(?!\d)")
_SLASHED: Final = re.compile(r"(?<!\d)\d{1,2}/((?:19|20)\d\d)(?!\d)")
_AMOUNT: Final = re.compile(
    r"\s+(?:people|users|orders|customers|patients|pupils|students|lines|hours|items|units|tickets|employees)\b"
)


def years_in(text: str, this_year: int) -> Years | None:
    """The first and last year that a text names; "present" and "since" reach to `this_year`."""
    found = [
        int(m[2]) if m[2] else 2000 + int(m[1])
        for m in _YEAR.finditer(text)
        if not _AMOUNT.match(text, m.end())
    ]
    found += [int(m[1]) for m in _SLASHED.finditer(text)]
    for m in _SHORT.finditer(text):
        end = int(m[1][:2] + m[2])
        if int(m[1]) < end <= int(m[1]) + 60 and not (
            len(m[2]) == 2 and int(m[2]) <= 12 and text[m.end() : m.end() + 1] in "-/"
        ):
            found.append(end)
    found = [year for year in found if year <= this_year]
    if not found:
        return None
    last = this_year if _NOW.search(text) and this_year < 9999 else max(found)
    return min(found), last


def span_of_years(texts: Sequence[str], this_year: int) -> Years | None:
    """The years of the first text that names any."""
    for text in texts:
        years = years_in(text, this_year)
        if years:
            return years
    return None


def age(years: Years | None, this_year: int) -> int | None:
    """How many years ago it ended at the latest; None where nobody knows."""
    return None if years is None else max(0, this_year - years[1])
