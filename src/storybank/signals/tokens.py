"""Words and marks of a text with their places: what the reader of figures walks over."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

REACH: Final = 16
"""How many barrier tokens stand at a paragraph's end: nobody may look further than this in one step."""
BARRIER: Final = "\n\n"
DIGITS: Final = frozenset("0123456789")

_TOKEN = re.compile(
    r"\n[^\S\n]*\n"  # an empty line
    r"|[0-9]+(?:[.,][0-9]+)*"
    r"|[^\W\d_]\w*(?:['’][^\W\d_]+)*"
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
    words = [BARRIER] * REACH
    starts = [0] * REACH
    ends = [0] * REACH
    wall = [BARRIER] * REACH
    for match in _TOKEN.finditer(text):
        word = match[0]
        start, end = match.span()
        if word[0] == "\n":
            if words[-1] is not BARRIER:
                words += wall
                starts += [start] * REACH
                ends += [start] * REACH
            continue
        words.append(word)
        starts.append(start)
        ends.append(end)
    size = len(text)
    words += wall
    starts += [size] * REACH
    ends += [size] * REACH
    lowered = [w.lower() for w in words]
    if "’" in text:
        lowered = [w.replace("’", "'") for w in lowered]
    return Tokens(text, lowered, starts, ends)
