"""Is this a résumé? One lists posts and deeds under headings of its own; no event is told, however good the deeds."""

from __future__ import annotations

import re

from storybank.playbook.lexicons import lexicon

_YEAR = r"(?:(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.? |\d{1,2}/)?(?:19|20)\d\d"
_POST = re.compile(
    rf"{_YEAR} ?(?:-|–|—|to|until) ?(?:{_YEAR}|present|now|today|current|date)\b", re.IGNORECASE
)
_MARKS = " \t#*_:|-–—=•"
_ENOUGH = 2


def is_resume(text: str) -> bool:
    """True for two headings of a résumé, or for one above two posts with their years."""
    lines, named = [line.strip(_MARKS) for line in text.splitlines()], lexicon("resume")
    headings = sum(line.lower() in named for line in lines)
    posts = sum(bool(_POST.search(line)) for line in lines)
    return headings >= _ENOUGH or (headings > 0 and posts >= _ENOUGH)
