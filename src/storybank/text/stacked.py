"""Speaker labels over two lines: the name on one, the stamp on the next, or the other way about.

So services paste a conversation: `Ann Roy`, below it `0:03`, below that what she said.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from storybank.text.voices import BOXED, NAME, STAMP, could_speak

_ALONE = re.compile(rf"[*_]{{0,3}}(?P<name>{NAME})[*_]{{0,3}}")
_STAMP_ALONE = re.compile(rf"{BOXED}|{STAMP}")


def stacked(text: str, rows: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """The lines, each pair of a name and a stamp as one line; all pairs of a text stand in the same order."""
    stamps = {k for k, (a, b) in enumerate(rows) if a < b and _STAMP_ALONE.fullmatch(text, a, b)}
    if not stamps:
        return list(rows)
    names = {k for s in stamps for k in (s - 1, s + 1) if 0 <= k < len(rows) and _is_name(text, *rows[k])}
    below = {k for k in names if k + 1 in stamps}
    above = {k - 1 for k in names if k - 1 in stamps}
    first = below if len(below) >= len(above) else above
    found = [(a, d) if k in first else (a, b) for k, ((a, b), (_, d)) in enumerate(pairwise([*rows, (0, 0)]))]
    return [row for k, row in enumerate(found) if k - 1 not in first]


def _is_name(text: str, start: int, end: int) -> bool:
    match = _ALONE.fullmatch(text, start, end) if start < end else None
    return match is not None and could_speak(match.group("name"))
