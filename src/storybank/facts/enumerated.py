"""Numbers that only count the lines of a list: "1. Polite. 2. One question." They claim nothing."""

from __future__ import annotations

from typing import Final

from storybank.facts.fold import Folded

_MARKS: Final = frozenset([".", ")", ":"])
_MOST: Final = 99


def counts_lines(f: Folded) -> frozenset[int]:
    """The tokens that number the lines of a list, from one on and in order."""
    found: set[int] = set()
    last = 0
    for at, token in enumerate(f.tokens):
        if token.gap != "\n" or not token.word.isdigit() or len(token.word) > 2:
            continue
        marked = f.word(at + 1) in _MARKS and f.glued(at + 1) and not f.glued(at + 2)
        if marked and int(token.word) in (1, last + 1) and int(token.word) <= _MOST:
            last = int(token.word)
            found.add(at)
    return frozenset(found)
