"""A sentence that is one of the source's but for a few words: which words went, and which came for them."""

from __future__ import annotations

from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import pairwise
from typing import Final

from storybank.facts import lists
from storybank.facts.align import Segment, Side
from storybank.facts.fold import Folded, root

_COMMON: Final = 30  # sentences from which on a pair of words is too common to find one by
_LONGEST: Final = 80  # tokens of a sentence that is compared word by word
_NEARLY: Final = 0.6  # of the words of the shorter sentence: how many both must have, in order


@dataclass(frozen=True, slots=True)
class Change:
    """Tokens of the source from `went` that tokens of the other text from `came` stand for; either may be none."""

    went: tuple[int, int]
    came: tuple[int, int]


@dataclass(frozen=True, slots=True)
class Edited:
    """A sentence, the one of the source that it was made of, what was changed, and for each kept token its twin."""

    here: Segment
    there: Segment
    changes: tuple[Change, ...]
    kept: dict[int, int]
    """Tokens of the source that stand in the other text, and where."""


class Edits:
    """The sentences of a source by pairs of neighbouring words."""

    def __init__(self, source: Side) -> None:
        self.source = source
        self._by_pair: dict[tuple[str, str], list[int]] = {}
        for n, segment in enumerate(source.segments):
            for pair in set(pairwise(_roots(source.folded, segment))):
                listed = self._by_pair.setdefault(pair, [])
                if len(listed) < _COMMON:
                    listed.append(n)

    def of(self, f: Folded, segment: Segment) -> Edited | None:
        """The sentence of the source that one was made of by changing a few words; None when it is free."""
        mine = _roots(f, segment)
        counts: dict[int, int] = {}
        for pair in set(pairwise(mine)):
            for n in self._by_pair.get(pair, ()):
                counts[n] = counts.get(n, 0) + 1
        if not counts:
            return None
        there = self.source.segments[max(counts, key=lambda n: (counts[n], -n))]
        theirs = _roots(self.source.folded, there)
        if max(len(mine), len(theirs)) > _LONGEST:
            return None
        steps = SequenceMatcher(None, theirs, mine, autojunk=False).get_opcodes()
        kept = {
            there.first + a + k: segment.first + b + k
            for tag, a, end, b, _ in steps if tag == "equal" for k in range(end - a)
        }  # fmt: skip
        if not self._nearly(kept, mine, theirs):
            return None
        changes = tuple(
            Change((there.first + a, there.first + b), (segment.first + c, segment.first + d))
            for tag, a, b, c, d in steps
            if tag != "equal"
        )
        return Edited(segment, there, changes, kept)

    def _nearly(self, kept: dict[int, int], mine: list[str], theirs: list[str]) -> bool:
        words = [self.source.folded.word(k) for k in kept if self.source.folded.word(k).isalpha()]
        least = min(sum(w.isalpha() for w in mine), sum(w.isalpha() for w in theirs))
        weighty = any(w not in lists.words("stop") for w in words)
        return len(words) >= (2 if weighty else 3) and len(words) >= _NEARLY * least


def _roots(f: Folded, segment: Segment) -> list[str]:
    return [root(f.word(k)) for k in range(segment.first, segment.end)]
