"""Words and marks of a text with their places: what the reader of figures walks over."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

REACH: Final = 16
"""How many barrier tokens stand at a paragraph's end: nobody may look further than this in one step."""
BARRIER: Final = "\n\n"
DIGITS: Final = frozenset("0123456789")

_EMPTY_LINE = re.compile(r"\n[^\S\n]*\n")
_TOKEN = re.compile(
    r"[0-9]+(?:[.,][0-9]+|'[0-9]{3}(?![0-9]))*"
    r"|[^\W\d_]\w*(?:'[^\W\d_]+)*"
    r"|[^\s\w]|\w"
)


@dataclass(frozen=True, slots=True)
class Tokens:
    """`words` in lower case with straight apostrophes, and the range of code points of each.

    Runs of `REACH` barriers stand at both ends and between paragraphs, so that looking a few tokens ahead
    or back needs no bounds and never crosses into another paragraph.
    """

    text: str
    words: list[str]
    starts: list[int]
    ends: list[int]

    def glued(self, at: int) -> bool:
        """True when nothing stands between this token and the one before."""
        return self.starts[at] == self.ends[at - 1] and self.words[at] != BARRIER

    def capital(self, at: int) -> bool:
        """True when the token begins with a capital."""
        return self.text[self.starts[at] : self.starts[at] + 1].isupper()


def tokenise(text: str) -> Tokens:
    """Cut a text into tokens, in linear time."""
    low = text.lower()
    if len(low) != len(text):  # a few letters grow when lowered: keep those, so that places stay right
        low = "".join(c.lower() if len(c.lower()) == 1 else c for c in text)
    low = low.replace("’", "'")
    wall = [BARRIER] * REACH
    words, starts, ends = list(wall), [0] * REACH, [0] * REACH
    begin = 0
    for stop in [m.start() for m in _EMPTY_LINE.finditer(low)] + [len(low)]:
        spans = [m.span() for m in _TOKEN.finditer(low, begin, stop)]
        begin = stop
        if spans or stop == len(low):
            words += [low[a:b] for a, b in spans]
            words += wall
            starts += [a for a, _ in spans]
            starts += [stop] * REACH
            ends += [b for _, b in spans]
            ends += [stop] * REACH
    return Tokens(text, words, starts, ends)
