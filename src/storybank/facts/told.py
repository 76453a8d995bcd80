"""What is done in a source: by whom, to what, in which sentence."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from storybank.facts import lists
from storybank.facts.align import Segment, Side, weighty
from storybank.facts.fold import Folded, root, stem
from storybank.facts.limits import Used
from storybank.facts.someone import everyone

_CLOSE = 9  # tokens from a subject to what its deed is done to
_NEAR, _FAR = 5, 9  # tokens before and behind a verb that say which deed it is
_FIRMS, _FIRM = frozenset(["firm", "business", "company", "outfit"]), 6  # words from "my own" to what it is
_IN_CHARGE = frozenset(
    [("took", "over"), ("taken", "over"), ("took", "charge"), ("in", "charge"), ("responsible", "for")]
)


class Told:
    """The words of weight of a source by root, each with who does what it says."""

    def __init__(self, source: Side, uses: dict[str, list[Used]]) -> None:
        self.source = source
        self.uses = uses
        self.by_root: dict[str, list[Used]] = {}
        self._owners: dict[int, set[str]] = {}
        for listed in uses.values():
            for use in listed:
                self.by_root.setdefault(root(source.folded.word(use.at)), []).append(use)
                self._owners.setdefault(source.home[use.at], set()).add(use.owner)
        self.names = {w for c in source.claims if c.kind == "name" for w in c.key}
        self.nouns = everyone(source)
        self.says_mine = any(t.word == "mine" for t in source.folded.tokens)
        self._ideas = {n for n, s in enumerate(source.segments) if _has_idea(source.folded, s)}
        ranked = [c for c in source.claims if c.kind == "role" and c.key[0] == "self"]
        ranked = [c for c in ranked if set(c.key[1:]) & lists.words("rank-role")]
        self.in_charge = bool(ranked) or self._is_in_charge()
        charged = {source.home[c.first] for c in ranked} | set(_charges(source))
        self.charged_with = frozenset(s for n in charged for s in source.segments[n].stems)

    def _is_in_charge(self) -> bool:
        """True when the speaker leads or runs anything in the source by a verb, or has charge of it."""
        f, verbs = self.source.folded, lists.words("rank-verb")
        leads = [u for v in sorted(verbs) for u in self.uses.get(stem(v), ()) if u.owner == "self"]
        if any(f.word(u.at) in verbs and u.at - u.since <= 2 for u in leads):
            return True
        own = any(
            f.word(k) == "own" and f.word(k - 1) in ("my", "our")
            and any(f.word(n) in lists.words("workplace") | _FIRMS for n in range(k + 1, k + _FIRM))
            for k in range(len(f.tokens))
        )  # fmt: skip
        return own or any(p in _IN_CHARGE for p in pairwise(t.word for t in f.tokens))

    def own_idea(self, about: frozenset[str]) -> bool:
        """True when the source lets the speaker suggest something, or calls an idea his, where it tells of the same."""
        homes = {n for word in about for n in self.source.index.get(word, ())}
        return bool(homes & self._ideas if homes else self._ideas)

    def home_of(self, done_to: frozenset[str]) -> tuple[Segment | None, bool]:
        """The sentence of the source that tells most of what a deed was done to, and whether that is much."""
        counts: dict[int, int] = {}
        for word in done_to:
            for n in self.source.index.get(word, ()):
                counts[n] = counts.get(n, 0) + 1
        most = max(counts.values(), default=0)
        best = [n for n, count in sorted(counts.items()) if count == most]
        if most >= 2 or (most == 1 and len(best) == 1):
            return self.source.segments[best[0]], most >= 2
        return None, False

    def same_deed(self, word: str, taken: Used) -> bool:
        """True when the verb that somebody else did it with is this very verb: "Dev got the bakery a fob"."""
        f = self.source.folded
        return any(stem(f.word(k)) == stem(word) for k in range(taken.since + 1, taken.at))

    def taken(self, done_to: frozenset[str]) -> Used | None:
        """A use of something that the deed was done to, all uses of which the source tells of others."""
        for word in sorted(done_to):
            uses = self.by_root.get(word, [])
            if uses and all(u.owner == "other" for u in uses):
                return uses[0]
        return None

    def done_by_speaker(self, done_to: frozenset[str], home: int | None = None) -> int:
        """How many of the things that a deed was done to are under the speaker's own deeds, in one sentence or all."""
        return sum(
            any(
                u.owner == "self" and u.at - u.since <= _CLOSE and "negation" not in u.limits
                and home in (None, self.source.home[u.at])
                for u in self.by_root.get(word, [])
            )
            for word in done_to
        )  # fmt: skip

    def overlap(self, use: Used, done_to: frozenset[str]) -> int:
        """How many words of weight the surroundings of a use share with what a deed was done to."""
        segment = self.source.segments[self.source.home[use.at]]
        first, end = max(segment.first, use.at - _NEAR), min(segment.end, use.at + _FAR)
        f = self.source.folded
        taken_up = bool(done_to) and f.word(use.at + 1) in ("it", "them", "one", "this", "that", "these")
        return max(len(done_to & frozenset(weighty(f, first, end))), int(taken_up))

    def is_mine(self, segment: Segment, done_to: frozenset[str]) -> bool:
        """True when the speaker does these things in a sentence of the source, or nobody else does (a bullet point)."""
        near = {
            u.owner for w in done_to for u in self.by_root.get(w, ()) if segment.first <= u.at < segment.end
        } - {"none"}  # fmt: skip
        here = self._owners.get(self.source.home[segment.first], set())
        if near:
            return "self" in near or (near == {"we"} and "self" in here)
        f = self.source.folded
        said = any(f.word(k) in lists.words("self") for k in range(segment.first, segment.end))
        return said or "self" in here or not here & {"other", "we"}

    def is_thing(self, use: Used) -> bool:
        """True for a noun of the source that sounds like a verb: the hands of "two hands on a box"."""
        f = self.source.folded
        before = f.word(use.at - 1)
        counted = before in lists.numbers("number") or before in lists.words("before-noun") - {"to", "and"}
        return counted and not f.word(use.at).endswith("ed")

    def is_bullet(self, use: Used) -> bool:
        """True when a sentence of the source opens with its verb: whoever writes such a line means himself."""
        return use.at - self.source.segments[self.source.home[use.at]].first <= 2

    def stems(self, segment: Segment) -> frozenset[str]:
        """The stems of a sentence; "lead" among them where somebody is in charge."""
        f = self.source.folded
        words = [f.word(k) for k in range(segment.first, segment.end)]
        charge = any(pair in _IN_CHARGE for pair in pairwise(words))
        return frozenset(stem(w) for w in words) | ({"lead"} if charge else frozenset())

    def first_use(self, segment: Segment) -> Used | None:
        """The first word of weight of a sentence."""
        f = self.source.folded
        for k in range(segment.first, segment.end):
            found = next((u for u in self.uses.get(stem(f.word(k)), ()) if u.at == k), None)
            if found is not None:
                return found
        return None

    def near_my(self, at: int) -> bool:
        """True for a word beside "my", "our", "mine" or "I"."""
        f, segment = self.source.folded, self.source.segments[self.source.home[at]]
        around = range(max(segment.first, at - 3), min(segment.end, at + 3))
        return any(f.word(k) in ("my", "our", "mine", "i") for k in around)


def _charges(source: Side) -> Iterator[int]:
    """The sentences in which the speaker is responsible for something, or in charge."""
    f = source.folded
    for n, s in enumerate(source.segments):
        told = any((f.word(k), f.word(k + 1)) in _IN_CHARGE for k in range(s.first, s.end))
        if told and any(f.word(k) in lists.words("self") for k in range(s.first, s.end)):
            yield n


def _has_idea(f: Folded, segment: Segment) -> bool:
    """True for "I suggested", "my idea" in a sentence."""
    for k in range(segment.first, segment.end):
        if f.word(k) in lists.words("idea"):
            before = {f.word(j) for j in range(max(segment.first, k - 4), k)}
            if before & {"i", "i'd", "my", "mine"} and not before & {"her", "his", "their"}:
                return True
    return False
