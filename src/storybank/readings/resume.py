"""Is this a résumé? One lists posts and deeds under headings of its own; no event is told, however good the deeds."""

from __future__ import annotations

import re
from typing import Final

HEADINGS: Final = frozenset({
    "experience", "work experience", "professional experience", "relevant experience", "employment",
    "employment history", "work history", "career history", "education", "skills", "key skills",
    "technical skills", "core skills", "certifications", "qualifications", "languages", "references",
    "interests", "hobbies", "volunteering", "personal profile", "professional summary", "publications",
    "memberships", "awards", "curriculum vitae",
})  # fmt: skip
"""What the parts of a résumé are called, in small letters."""
_YEAR = r"(?:(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.? |\d{1,2}/)?(?:19|20)\d\d"
_POST = re.compile(
    rf"{_YEAR} ?(?:-|–|—|to|until) ?(?:{_YEAR}|present|now|today|current|date)\b", re.IGNORECASE
)
_MARKS = " \t#*_:|-–—=•"
_ENOUGH = 2


def is_resume(text: str) -> bool:
    """True for two headings of a résumé, or for one above two posts with their years."""
    lines = [line.strip(_MARKS) for line in text.splitlines()]
    headings = sum(line.lower() in HEADINGS for line in lines)
    posts = sum(bool(_POST.search(line)) for line in lines)
    return headings >= _ENOUGH or (headings > 0 and posts >= _ENOUGH)
