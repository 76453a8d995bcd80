"""Clauses that a writer joins by semicolons where others set full stops.

An ordinary sentence holds one semicolon, seldom two. A chain of them is a row of sentences, and so is what goes on
with a capital: read as one sentence it would have one part, and hide all the others.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from storybank.text import words

_JOINT = re.compile(r";\s+(?=[\"'“‘(]?(?P<word>[^\W_]+(?:['’][^\W_]+)*))")
_CHAIN = 3
"""So many semicolons are a chain; fewer only in a sentence of more than `_LONG` words that announces no list."""
_LONG = 60
_HABIT = 2
_CLAUSE = 5
"""Words that the clauses of a chain have on average; less is a list of things."""
_I = frozenset({"i", "i'm", "i'd", "i've", "i'll"})


def habitual(prose: str) -> bool:
    """True where a writer goes on after semicolons with capitals, and not once by a slip."""
    return sum(_begins(m["word"]) for m in _JOINT.finditer(prose)) >= _HABIT


def links(
    prose: str, start: int, end: int, held: Callable[[int, int], bool], habit: bool = False
) -> list[int]:
    """Where the clauses of prose[start:end], one sentence so far, begin as sentences of their own.

    `held` tells of a stretch whether it lies within a quotation or an aside; `habit`: every capital after a semicolon
    begins a sentence, a name too.
    """
    if ";" not in prose[start:end]:
        return []
    joints = [m for m in _JOINT.finditer(prose, start, end) if not held(m.start(), m.start() + 1)]
    if _chained(prose, start, end, joints):
        # Where the writer went on in capitals, a semicolon before a small letter is an ordinary one.
        begun = sum(_begins(m["word"]) for m in joints)
        small = sum(m["word"][0].islower() for m in joints)
        return [m.end() for m in joints if begun <= small or m["word"][0].isupper()]
    return [m.end() for m in joints if (m["word"][0].isupper() if habit else _begins(m["word"]))]


def _chained(prose: str, start: int, end: int, joints: list[re.Match[str]]) -> bool:
    said = len(prose[start:end].split())
    if not joints or said < _CLAUSE * (len(joints) + 1):
        return False
    listed = ":" in prose[start : joints[0].start()]
    return len(joints) >= _CHAIN or (len(joints) == _CHAIN - 1 and said > _LONG and not listed)


def _begins(word: str) -> bool:
    """True for a capital on a word that has one only where a sentence begins."""
    low = word.lower().replace("’", "'")
    return word[0].isupper() and low in words.STARTERS and low not in _I
