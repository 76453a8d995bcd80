"""Part labels alone on a line in a frame of their own: `[[Situation]]`, `“Situation”`, `<h2>Situation</h2>`.

Frames are many, but a line that is nothing but the name of a part, whatever stands around it, says no more than that.
A question mark makes it speech ("The result?"), and so does a small first letter.
"""

from __future__ import annotations

import re
from dataclasses import replace

from storybank.text import labels
from storybank.text.labels import Label

_FRAMED = re.compile(
    r"(?:<[a-z][a-z0-9]{0,9}(?: [^<>\n]{0,80})?>\s*){0,3}[^\w\s<>?]{0,6}\s*"
    r"(?:(?:part|section|step|stage|phase)(?: \d{1,2})?\s?[:.–—-]\s?)?"
    r"(?P<name>[^\W\d_][^<>\n?!\[\]“”\"]{1,50}?)"
    r"\s*[^\w\s<>?]{0,6}(?:\s*</[a-z][a-z0-9]{0,9}>){0,3}",
    re.IGNORECASE,
)
_NUMBER = re.compile(r"(?:[\u2460-\u24ff\u2776-\u2793\u2160-\u2188]|\d\ufe0f?\u20e3)[.)]?[ \t]*")
"""A number in a circle, a Roman one in one character, or one on a key."""
_WORDS = 6
_LONGEST = 120  # characters of a line


_DRESSED = re.compile(
    r"(?:<(?P<tag>b|strong|i|em|u)>|(?P<mark>[`\"“«{~]))(?P<name>[^\W\d_][^<>\n?!:：`\"“”«»{}~]{0,40})"
    r"(?P<inner>[ ]?[:：])?(?(tag)</(?P=tag)>|[`\"”»}~])[ \t]*(?P<sep>[:：|]|[-–—](?=[ \t]))?[ \t]*",
    re.IGNORECASE,
)
"""A label in a dress of its own before the words: `<b>Situation</b>: ...`, `"Task": ...`."""


def line_label(text: str, start: int, end: int) -> Label | None:
    """The label with which the line text[start:end] begins, or which it is, frame and number included."""
    numbered = _NUMBER.match(text, start, end)
    at = numbered.end() if numbered else start
    found = labels.at_line(text, at, end) or _dressed(text, at, end) or _framed(text, at, end)
    return replace(found, start=start, sure=True) if found is not None and numbered else found


def _dressed(text: str, start: int, end: int) -> Label | None:
    match = _DRESSED.match(text, start, end)
    if match is None or match.end() == end:
        return None
    marked = match["tag"] or match["sep"] or match["inner"]
    part = labels.claimed(match["name"]) if marked and match["name"][0].isupper() else None
    return Label(start, match.end(), part, True) if part else None


def _framed(text: str, start: int, end: int) -> Label | None:
    match = _FRAMED.fullmatch(text, start, end) if end - start <= _LONGEST else None
    if match is None:
        return None
    name = match.group("name")
    if not name[0].isupper() or len(name.split()) > _WORDS:
        return None
    part = labels.claimed(name)
    return Label(start, end, part, True) if part else None
