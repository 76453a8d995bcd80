"""What was only proposed, told as come true: "she suggested a second desk" becomes "a second desk was put in"."""

from __future__ import annotations

from typing import Final

from storybank.facts import lists
from storybank.facts.align import Segment, Side
from storybank.facts.denial import denies
from storybank.facts.fold import Folded, stem
from storybank.facts.hedging import hedges
from storybank.facts.limits import Used
from storybank.signals.clauses import is_past

_NEAR: Final = 6  # tokens on either side of a verb in which that stands which came true
_ON: Final = 2  # sentences behind a proposal in which it may be accepted
_BEHIND_DID: Final = frozenset([".", ",", "it", "that", "this", "so", "and", ""])  # "and we did"
_OUGHT: Final = frozenset(
    ["said", "says", "think", "thought", "believe", "guess", "nearly", "almost", "probably"]
)


class Proposed:
    """The words of a source that stand in it only as something proposed, which nobody there accepts."""

    def __init__(self, source: Side, uses: dict[str, list[Used]]) -> None:
        self._source = source
        open_ = {
            n for n, s in enumerate(source.segments) if self._is_proposal(s) and not self._is_accepted(n)
        }
        self._only: dict[str, Used] = {}
        for word, listed in uses.items():
            wished = all("hedge" in u.limits and source.home[u.at] in open_ for u in listed)
            if listed and wished and not is_past(source.folded.word(listed[0].at)):
                self._only[word] = listed[0]
        self._stems = uses.keys()

    def realised(self, f: Folded, segment: Segment) -> tuple[int, Used] | None:
        """A verb by which something comes true that was only proposed: its token, and the proposal."""
        if not self._only or denies(f, segment.first, segment.end):
            return None
        if any(hedges(f, k) for k in range(segment.first, segment.end)):
            return None
        for at in range(segment.first + 1, segment.end):
            if f.word(at) not in lists.words("realised") or stem(f.word(at)) in self._stems:
                continue
            for k in range(max(segment.first, at - _NEAR), min(segment.end, at + _NEAR)):
                wish = self._only.get(stem(f.word(k))) if k != at else None
                if wish is not None:
                    return at, wish
        return None

    def _is_proposal(self, segment: Segment) -> bool:
        g = self._source.folded
        places = range(segment.first, segment.end)
        return any(hedges(g, k) and g.word(k) not in _OUGHT for k in places)

    def _is_accepted(self, n: int) -> bool:
        g = self._source.folded
        near = self._source.segments[n : n + 1 + _ON]
        places = [k for s in near for k in range(s.first, s.end)]
        return any(
            g.word(k) in lists.words("accepting") or (g.word(k) == "did" and g.word(k + 1) in _BEHIND_DID)
            for k in places
        )
