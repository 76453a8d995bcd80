"""Is this a résumé? One lists posts and deeds; no event is told, however good the deeds."""

from __future__ import annotations

import re

from storybank.playbook.lexicons import lexicon
from storybank.signals.clauses import is_past

_YEAR = r"(?:(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.? |\d{1,2}/)?(?:19|20)\d\d"
_POST = re.compile(
    rf"{_YEAR} ?(?:-|–|—|to|until) ?(?:{_YEAR}|present|now|today|current|date)\b", re.IGNORECASE
)
_MARKS = " \t#*_:|-–—=•"
_ENOUGH = 2
_UNITS = re.compile(r"[^\n;.]+(?:\.(?=\S)[^\n;.]+)*")  # lines, sentences, what semicolons part
_OPENING = re.compile(r"[^\w\n]*(?:\d{1,2}[.)] *)?(?:[^\W\d]+ly )?([^\W\d]+)")
# Whoever tells an event is in it, or points back to what was told a line before.
_TOLD = re.compile(
    r"\b(?:i|me|my|mine|myself|we|us|our|ours|it|its|they|them|their|he|him|his|she|her|this|these|so|then|but|because)\b",
    re.IGNORECASE,
)
_FEWEST = 3
_NEARLY_ALL = 0.8


def is_resume(text: str) -> bool:
    """True for two headings of a résumé, for one above two posts with their years, or for a bare list of deeds."""
    lines, named = [line.strip(_MARKS) for line in text.splitlines()], lexicon("resume")
    headings = sum(line.lower() in named for line in lines)
    posts = sum(bool(_POST.search(line)) for line in lines)
    return headings >= _ENOUGH or (headings > 0 and posts >= _ENOUGH) or _lists_deeds(text)


def _lists_deeds(text: str) -> bool:
    """True where nearly every line opens with a deed, and each stands by itself: "Cut late doses by 92%".

    Notes of a story leave "I" out as well, but say what was wrong and point back to it.
    """
    if _TOLD.search(text):
        return False
    units = [unit for unit in _UNITS.findall(text) if any(c.isalpha() for c in unit)]
    return len(units) >= _FEWEST and sum(map(_opens_with_deed, units)) >= _NEARLY_ALL * len(units)


def _opens_with_deed(unit: str) -> bool:
    opening = _OPENING.match(unit)
    if opening is None:
        return False
    word = opening.group(1).lower()
    return word == "responsible" or is_past(word)
