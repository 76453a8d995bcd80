"""Who did it to whom, by name: in "Nina trained Omar" neither may take the other's place."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from storybank.facts import lists
from storybank.facts.align import Segment, Side
from storybank.facts.claim import Claim
from storybank.facts.edits import Edited
from storybank.facts.fold import Folded, root
from storybank.facts.someone import everyone, is_called, someone_at
from storybank.facts.subjects import is_person
from storybank.signals.clauses import is_past

_FAR: Final = 6  # tokens from a verb to those whom it joins
_SPEAKER: Final = {"i": "i", "me": "i", "we": "we", "us": "we"}
_BEING: Final = frozenset(["was", "were", "been", "being", "got", "be"])


class Parties:
    """Who did what to whom in a source, and whom it names."""

    def __init__(self, source: Side) -> None:
        self.source = source
        self._nouns = everyone(source)
        self._names = [frozenset(c.key) for c in source.claims if c.kind == "name"]
        self._told: dict[str, list[tuple[frozenset[str], frozenset[str], int]]] = {}
        for segment in source.segments:
            for who, at, whom in _joined(source, segment):
                self._told.setdefault(root(source.folded.word(at)), []).append((who, whom, at))

    def exchanged(self, other: Side, segment: Segment) -> Iterator[tuple[int, int]]:
        """Verbs of a sentence whose parties changed places: the token, and the verb's token in the source."""
        for who, at, whom in _joined(other, segment):
            told = self._told.get(root(other.folded.word(at)), ())
            if any(who & one and whom & two for one, two, _ in told):
                continue
            crossed = next((k for one, two, k in told if who & two and whom & one), None)
            if crossed is not None:
                yield at, crossed

    def elsewhere(self, other: Side, edited: Edited) -> Iterator[tuple[int, int]]:
        """Verbs of a sentence that one name does and in the source another: the token, and that in the source."""
        told = list(_doers(self.source, edited.there))
        f, g = other.folded, self.source.folded
        for who, at in _doers(other, edited.here):
            same = [(one, k) for one, k in told if root(g.word(k)) == root(f.word(at))]
            known = any(who <= n for n in self._names) and any(who & one for one, _ in told)
            joined = any(n & who and n & one for n in self._names for one, _ in same)
            if known and same and not joined:
                yield at, same[0][1]

    def replaced(self, other: Side, edited: Edited) -> Iterator[tuple[Claim, tuple[int, int]]]:
        """Names that the source has elsewhere, where it has another or the speaker in the same words: claim, tokens."""
        mine, theirs = _names_in(other, edited.here), _names_in(self.source, edited.there)
        for change in edited.changes:
            came = [c for c in mine if _within(c, change.came)]
            went = [c for c in theirs if _within(c, change.went)]
            if not came:
                continue
            if [self.source.folded.word(k) for k in range(*change.went)] == ["i"]:
                yield came[0], change.went
            if not went:
                continue
            new, old = came[0], went[0]
            known = any(set(new.key) <= n for n in self._names)
            joined = any(n & set(new.key) and n & set(old.key) for n in self._names)
            told = any(set(c.key) & set(new.key) for c in theirs) or any(
                set(c.key) & set(old.key) for c in mine
            )
            if known and not joined and not told:
                yield new, (old.first, old.end)

    def displaced(self, other: Side, edited: Edited) -> Iterator[tuple[int, tuple[int, int]]]:
        """Nouns of people for a name that is not theirs, and the speaker for anybody: the token, and who was named."""
        f, theirs = other.folded, _names_in(self.source, edited.there)
        for change in edited.changes:
            went = next((c for c in theirs if _within(c, change.went) and c.end == change.went[1]), None)
            if went is None:
                continue
            kept = any(set(c.key) & set(went.key) for c in _names_in(other, edited.here))
            for at in range(*change.came):
                noun = someone_at(f, at)
                known = noun in self._nouns and not is_called(self.source, noun, went, self._nouns[noun])
                mine = f.word(at) in _SPEAKER and change.came[1] - change.came[0] == 1
                if not kept and (known or mine):
                    yield at, (went.first, went.end)
                    break

    def added(self, other: Side, edited: Edited) -> Iterator[tuple[int, int]]:
        """People whom a sentence joins to those of the source: "and my team" behind "asked me"; first token and end."""
        f, n = other.folded, self.source.home[edited.there.first]
        near = self.source.segments[max(0, n - 1) : n + 2]
        known = {root(self.source.folded.word(k)) for s in near for k in range(s.first, s.end)}
        for change in edited.changes:
            first, end = change.came
            if change.went[0] != change.went[1] or f.word(first) != "and" or not _is_one(f, first - 1):
                continue
            fresh = [k for k in range(first + 1, end) if _is_one(f, k) and root(f.word(k)) not in known]
            if fresh:
                yield first, end


def _is_one(f: Folded, at: int) -> bool:
    """True for a word that stands for somebody: a pronoun, a noun of people, a name."""
    word = f.word(at)
    named = f.tokens[at].capital and not f.tokens[at].opens and word.isalpha()
    return word in _SPEAKER or word in ("him", "her", "them") or is_person(word) or named


def _names_in(where: Side, segment: Segment) -> list[Claim]:
    return [c for c in where.near(segment.first, segment.end) if c.kind == "name"]


def _within(claim: Claim, stretch: tuple[int, int]) -> bool:
    return stretch[0] <= claim.first and claim.end <= stretch[1]


def _joined(where: Side, segment: Segment) -> Iterator[tuple[frozenset[str], int, frozenset[str]]]:
    """For each verb of a sentence between two people, in the active: who, its token, whom."""
    f = where.folded
    people = {k: frozenset(c.key) for c in _names_in(where, segment) for k in range(c.first, c.end)}
    for at in range(segment.first, segment.end):
        if f.word(at) in _SPEAKER:
            people[at] = frozenset([_SPEAKER[f.word(at)]])
        elif (noun := someone_at(f, at)) and at + 1 not in people:
            people[at] = frozenset([noun])
    for at in range(segment.first, segment.end):
        if at in people or not is_past(f.word(at)) or f.word(at) in lists.words("aux"):
            continue
        who = _next(f, people, range(at - 1, max(segment.first, at - _FAR) - 1, -1))
        whom = _next(f, people, range(at + 1, min(segment.end, at + _FAR)))
        if who and whom and not who & whom:
            yield who, at, whom


def _doers(where: Side, segment: Segment) -> Iterator[tuple[frozenset[str], int]]:
    """For each verb of a sentence that a name does: the name's words, and the verb's token."""
    f = where.folded
    people = {k: frozenset(c.key) for c in _names_in(where, segment) for k in range(c.first, c.end)}
    for at in range(segment.first + 1, segment.end):
        acts = is_past(f.word(at)) and f.word(at) not in lists.words("aux") and f.word(at + 1) != "by"
        if acts and at - 1 in people:
            yield people[at - 1], at


def _next(f: Folded, people: dict[int, frozenset[str]], places: range) -> frozenset[str] | None:
    """The first of the people in a stretch; None behind a mark, a joint of clauses, "by" or a form of being."""
    for k in places:
        if k in people:
            return people[k]
        word = f.word(k)
        if (
            word == ","
            or word == "by"
            or word in _BEING
            or word in lists.words("clause-break")
            or is_past(word)
        ):
            return None
    return None
