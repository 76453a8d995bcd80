"""Things that a source tells apart, taken for each other: "bay 17" for "bay 22", "the day team" for "the night team".

Where a source holds both "the day team" and "the night team", it tells two teams apart, and a sentence that is the
source's but for that word tells of another one. So with relatives: who speaks of his uncle does not mean his father.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from storybank.facts import lists
from storybank.facts.align import Side
from storybank.facts.edits import Change, Edited
from storybank.facts.fold import Folded, root

_OWNER = frozenset(["my", "our", "his", "her", "their"])


class Contrasts:
    """The pairs of neighbouring words of a source, and the relatives that it speaks of."""

    def __init__(self, source: Side) -> None:
        self._source = source
        tokens = source.folded.tokens
        self._pairs = {(root(a.word), root(b.word)) for a, b in pairwise(tokens) if b.gap == " "}
        self._words = {t.word.removesuffix("'s") for t in tokens}
        self._relatives = self._words & _relatives()

    def exchanged(self, other: Side, edited: Edited) -> Iterator[tuple[tuple[int, int], tuple[int, int]]]:
        """Words of an edited sentence that make another thing of one, where the source has both: here, and there."""
        f, g = other.folded, self._source.folded
        kept = {root(f.word(k)) for k in edited.kept.values()}
        there = {root(g.word(k)) for k in range(edited.there.first, edited.there.end)}
        for change in edited.changes:
            (first, end), (went, stop) = change.came, change.went
            one = end - first == 1 and _tells_apart(f, first) and _tells_apart(g, stop - 1)
            new, old = root(f.word(first)), root(g.word(stop - 1))
            if not one or new == old or new in there or old in kept:
                continue
            if self._has_both(f, g, change, edited):
                yield (first, end), (went, stop)

    def _has_both(self, f: Folded, g: Folded, change: Change, edited: Edited) -> bool:
        """True where the word before or behind stayed, and the source joins it to the new word too, elsewhere."""
        (first, end), (went, stop) = change.came, change.went
        new, noun, label = root(f.word(first)), root(f.word(end)), f.word(first)[:1].isdigit()
        behind = (
            edited.kept.get(stop) == end and f.word(end).isalpha() and f.word(end) not in lists.words("stop")
        )
        before = edited.kept.get(went - 1) == first - 1 and f.word(first - 1) in lists.words("label")
        if behind and not label and not f.word(first).endswith("ly") and f.tokens[end].gap == " ":
            return (new, noun) in self._pairs and g.word(stop).isalpha()
        return before and (root(f.word(first - 1)), new) in self._pairs

    def strangers(self, other: Side, first: int, end: int) -> Iterator[int]:
        """Relatives of somebody of whom a source that speaks of others says nothing."""
        f = other.folded
        for at in range(first + 1, end):
            word = f.word(at).removesuffix("'s")
            owned = f.word(at - 1) in _OWNER or (f.word(at - 2) in _OWNER and f.word(at - 1).isalpha())
            if (
                word in _relatives()
                and owned
                and self._relatives
                and not lists.kindred("relative", word) & self._words
            ):
                yield at


def _relatives() -> frozenset[str]:
    return frozenset(word for entry in lists.groups()["relative"] for word in entry.split("/"))


def _tells_apart(f: Folded, at: int) -> bool:
    """True for a word that can say which of two things is meant: no figure in words, no little word."""
    word = f.word(at)
    little = (
        word in lists.words("stop") or word in lists.words("before-noun") or word in lists.numbers("number")
    )
    return word[:1].isalnum() and not little
