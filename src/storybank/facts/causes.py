"""Claims of cause ("thanks to the dog"), where the source doubts or denies that it was the cause."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from storybank.facts import lists
from storybank.facts.align import Segment, Side, weighty
from storybank.facts.denial import denies
from storybank.facts.fold import Folded

_BECAUSE: Final = frozenset(
    [("because", "of"), ("thanks", "to"), ("due", "to"), ("owing", "to"), ("result", "of")]
)
_LED: Final = frozenset([("led", "to"), ("resulted", "in"), ("was", "why")])
_BEHIND: Final = 7  # tokens behind "because of" that say what the cause is
_BEFORE: Final = 4  # tokens from a denial to the word of saying that it denies


class Causes:
    """The sentences of a source that doubt what was the cause of something."""

    def __init__(self, source: Side) -> None:
        self._doubts = [s for s in source.segments if _doubts(source.folded, s)]

    def grown(self, f: Folded, segment: Segment) -> Iterator[tuple[int, Segment]]:
        """Words that name a cause which the source doubts: the token, and the sentence of the source."""
        if not self._doubts or denies(f, segment.first, segment.end) or _doubts(f, segment):
            return
        for at in range(segment.first, segment.end - 1):
            cause = _cause(f, segment, at)
            doubted = next((s for s in self._doubts if cause & s.stems), None)
            if doubted is not None:
                yield at, doubted


def _cause(f: Folded, segment: Segment, at: int) -> frozenset[str]:
    """What is called the cause by the words at a token: what stands behind "because of", or before "caused"."""
    behind = at + 1 + (f.word(at + 1).endswith("ly"))
    if (f.word(at), f.word(behind)) in _BECAUSE:
        return frozenset(weighty(f, behind + 1, min(segment.end, behind + _BEHIND)))
    passive = f.word(at - 1) in ("was", "were", "been", "is")
    if f.word(at) in lists.words("brings-about") or (f.word(at), f.word(at + 1)) in _LED:
        if not passive:
            return frozenset(weighty(f, max(segment.first, at - _BEHIND), at))
        if f.word(at + 1) == "by":
            return frozenset(weighty(f, at + 2, min(segment.end, at + _BEHIND)))
    return frozenset()


def _doubts(f: Folded, segment: Segment) -> bool:
    """True for "I can't say it was ...", "I never claimed that ...", "I don't know how much of it was ..."."""
    for at in range(segment.first, segment.end):
        if f.word(at) in lists.words("doubting"):
            return True
        if f.word(at) in lists.words("claiming") and denies(f, max(segment.first, at - _BEFORE), at):
            return True
    return False
