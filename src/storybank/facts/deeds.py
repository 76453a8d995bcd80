"""Who did it, and how large the deed is: what a rewording may not change.

A deed that others did, or a team, may not become the speaker's; who helped may not have led. A deed is told by its
verb and by what it was done to, so the words after a verb say which deed of the source it was made of.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from storybank.facts import lists
from storybank.facts.align import Segment, weighty
from storybank.facts.denial import denies
from storybank.facts.fold import Folded, root, stem
from storybank.facts.limits import Used, limits_of
from storybank.facts.someone import someone_at
from storybank.facts.subjects import is_joint, is_person
from storybank.facts.told import Told
from storybank.facts.verbs import is_passive, objects, opens_bullet, stems_of, verbs_after
from storybank.signals.clauses import is_past

Found = tuple[int, str, str, Used | None]
"""A token, "deed" or "attribution", why, and the use of the source that comes nearest."""

_VERY = 0.5  # what the same verb counts for beside one of its kin, in words that are shared
_FAR = 9  # tokens on either side that say which deed it is
_BREAKS = (",", ".", ";", "but", "because", "which", "that")
_NO_RANK = ("to", "with", "out", "into", "by", "up")


class Deeds:
    """The deeds of a rewritten text, held against those of its source."""

    def __init__(self, told: Told) -> None:
        self.told = told

    def grown(self, f: Folded, segment: Segment, aligned: Segment | None) -> Iterable[Found]:
        """Deeds that the speaker claims and the source gives to others, or tells as smaller."""
        for at in range(segment.first - 1, segment.end):
            if not (
                opens_bullet(f, segment)
                if at < segment.first
                else f.word(at) in lists.words("i") and not is_joint(f, at)
            ):
                continue
            if at < segment.first:
                while at + 1 < segment.end and not f.word(at + 1)[:1].isalpha():
                    at += 1
            yield from self._idea(f, segment, at)
            for verb in verbs_after(f, at + 1, segment.end):
                yield from self._idea(f, segment, verb)
                yield from self._in_charge(f, segment, verb)
                nothing = f.word(verb).endswith("n't") or f.word(verb + 1) in (
                    "no",
                    "nothing",
                    "nobody",
                    "neither",
                )
                if nothing or limits_of(f, segment, verb) or is_passive(f, verb):
                    continue  # what was not done, or only tried, is no claim to have done it
                yield from self._deed(f, segment, verb, aligned)
        yield from self._shared(f, segment, aligned)
        yield from self._given_away(f, segment)
        yield from self._possessed(f, segment)

    # --- one deed

    def _deed(self, f: Folded, segment: Segment, at: int, aligned: Segment | None) -> Iterable[Found]:
        word = f.word(at)
        if word in lists.words("light") and f.word(at + 1) == "to":
            return  # "I went to Ada", "what I put to her"
        done_to = objects(f, segment, at)
        if word in lists.words("rank-verb") and done_to & self.told.charged_with:
            return  # "I led a team" for "I was a team lead"
        uses = (
            []
            if word in lists.words("light") | lists.words("stative")
            else self.told.by_root.get(root(word), [])
        )
        uses = [u for u in uses if not (is_past(word) and self.told.is_thing(u))]
        own = [u for u in uses if u.owner == "self" or (u.owner == "none" and self.told.is_bullet(u))]
        own = [u for u in own if not u.limits & {"hedge", "negation"}] or own
        told = word in lists.words("telling")  # what the group told, each of it told
        others = [u for u in uses if u.owner == "other" or (u.owner == "we" and not told)]
        best_own = max((self._likeness(u, word, done_to) for u in own), default=-1.0)
        best_other = max((self._likeness(u, word, done_to) for u in others), default=-1.0)
        here = [u for u in uses if aligned is not None and aligned.first <= u.at < aligned.end]
        if best_own >= 0 and best_own >= best_other:
            return
        if best_own < 0 and best_other < 0 and here:
            yield at, "attribution", "the source does not say who did this", here[0]
            return
        if best_other > 0 or (others and not own and (not done_to or any(u in here for u in others))):
            home, sure = self.told.home_of(done_to)
            elsewhere = sure and home is not None and not any(home.first <= u.at < home.end for u in others)
            if self.told.done_by_speaker(done_to) > best_other or (elsewhere and best_other <= 0):
                return
            taken = max(others, key=lambda u: self._likeness(u, word, done_to))
            if self.told.done_by_speaker(done_to, self.told.source.home[taken.at]) < max(best_other, 1):
                whose = "the group" if taken.owner == "we" else "somebody else"
                yield at, "attribution", f"the source says that {whose} did this", taken
            return
        if own:
            return
        yield from self._unheard_of(f, segment, at, done_to, aligned)

    def _likeness(self, use: Used, word: str, done_to: frozenset[str]) -> float:
        """How much a use of the source is like a deed: by what it was done to, then by the very same verb."""
        shared = self.told.overlap(use, done_to)
        return shared + (_VERY if shared and use.stem == stem(word) else 0.0)

    def _idea(self, f: Folded, segment: Segment, at: int) -> Iterable[Found]:
        """ "I had the idea of ...": somebody's idea, which the source must give to the speaker."""
        for k in range(at + 1, min(segment.end, at + 6)):
            if f.word(k) in _BREAKS:
                return
            if f.word(k) in ("idea", "ideas", "brainchild") and f.word(k - 1) not in ("no", "any", "good"):
                done_to = frozenset(weighty(f, k + 1, min(segment.end, k + _FAR)))
                if not self.told.own_idea(done_to):
                    yield (
                        k,
                        "attribution",
                        "the source does not say whose idea it was",
                        self.told.taken(done_to),
                    )
                return

    def _in_charge(self, f: Folded, segment: Segment, at: int) -> Iterable[Found]:
        """ "I manage", "I head": whoever says so must be in charge of something in the source."""
        if f.word(at) not in lists.words("rank-verb") or f.word(at + 1) in _NO_RANK:
            return
        if not self.told.in_charge and not limits_of(f, segment, at) and not is_passive(f, at):
            yield at, "deed", "the source does not put the speaker in charge", None

    def _unheard_of(
        self, f: Folded, segment: Segment, at: int, done_to: frozenset[str], aligned: Segment | None
    ) -> Iterable[Found]:
        """A deed whose verb the source does not have: judged by what it was done to."""
        if f.word(at) in lists.words("telling"):
            return
        home, sure = self.told.home_of(done_to)
        stative = f.word(at) in lists.words("stative")
        light, taken = stative or f.word(at) in lists.words("light"), self.told.taken(done_to)
        own = self.told.done_by_speaker(done_to)
        if (
            light
            and taken is not None
            and self.told.same_deed(f.word(at), taken)
            and not self.told.done_by_speaker(done_to, self.told.source.home[taken.at])
        ):
            yield at, "attribution", "the source says that somebody else did this", taken
            return
        home = home or (aligned if aligned is not None and (not done_to or done_to & aligned.stems) else None)
        others = home is not None and not own and not self.told.is_mine(home, done_to)
        telling = not light or (not stative and taken is not None and sure)
        if home is not None and others and telling and not _in_company(f, segment, at):
            yield at, "attribution", "the source tells this of others", taken or self.told.first_use(home)
            return
        strong = stem(f.word(at)) in stems_of("strong-deed")
        weak = home is not None and bool(self.told.stems(home) & stems_of("weak-deed"))
        grown = strong and weak and home is not None and not self.told.stems(home) & stems_of("strong-deed")
        if grown or (stem(f.word(at)) in stems_of("top-deed") and not self.told.uses.get(stem(f.word(at)))):
            yield at, "deed", "the source tells a smaller deed", self.told.first_use(home) if home else None

    # --- the group's, and what is called one's own

    def _shared(self, f: Folded, segment: Segment, aligned: Segment | None) -> Iterable[Found]:
        """Deeds of somebody else that become the group's: "we wrote", "my team wrote"."""
        for at in range(segment.first, segment.end):
            team = f.word(at) == "team" and f.word(at - 1) in ("my", "our")
            if not team and f.word(at) not in ("we", "we'd", "we've"):
                continue
            for verb in verbs_after(f, at + 1, segment.end)[:1]:
                uses = self.told.by_root.get(root(f.word(verb)), [])
                if aligned is not None:
                    uses = [u for u in uses if aligned.first <= u.at < aligned.end] or uses
                if (
                    not uses
                    or limits_of(f, segment, verb)
                    or is_passive(f, verb)
                    or f.word(verb) in lists.words("light")
                ):
                    continue
                if all(
                    u.owner == "other" and u.by not in ("team", "people", "everybody", "everyone")
                    for u in uses
                ):
                    yield verb, "attribution", "the source says that somebody else did this", uses[0]

    def _given_away(self, f: Folded, segment: Segment) -> Iterable[Found]:
        """Deeds of the speaker that become somebody else's, who is known: "Ada wrote", "the director wrote"."""
        for at in range(segment.first, segment.end - 1):
            token, noun = f.tokens[at], someone_at(f, at)
            known = noun in self.told.nouns or (token.capital and token.word in self.told.names)
            if not known or not is_past(f.word(at + 1)):
                continue
            for verb in verbs_after(f, at + 1, segment.end)[:1]:
                done_to = objects(f, segment, verb)
                uses = self.told.by_root.get(root(f.word(verb)), [])
                if f.word(verb) in lists.words("stative") or any(u.owner != "self" for u in uses):
                    continue
                mine = next((u for u in uses if self.told.overlap(u, done_to)), None)
                if mine is not None and not limits_of(f, segment, verb):
                    yield verb, "attribution", "the source says that the speaker did this", mine

    def _possessed(self, f: Folded, segment: Segment) -> Iterable[Found]:
        """What the source tells of others alone, called the speaker's own: "my parser", "the parser was mine"."""
        for at in range(segment.first, segment.end - 1):
            denied = denies(f, max(segment.first, at - 2), at)
            if f.word(at) == "mine" and not denied and not self.told.says_mine and f.word(at - 1) != "of":
                yield from self._mine_at(f, segment, at)
            if f.word(at + 1) in lists.words("credit"):
                yield from self._others_credit(f, at)
            if f.word(at) != "my":
                continue
            if f.word(at + 1) in lists.words("honour") and stem(f.word(at + 1)) not in self.told.uses:
                yield at + 1, "deed", "the source tells a smaller deed", None
            if f.word(at + 1) in lists.words("own-things"):
                continue
            uses = self.told.by_root.get(root(f.word(at + 1)), [])
            if uses and all(u.owner == "other" and not self.told.near_my(u.at) for u in uses):
                yield at + 1, "attribution", "the source tells this of others", uses[0]

    def _others_credit(self, f: Folded, at: int) -> Iterable[Found]:
        """ "Her plan", "at the line's expense": the source may have it as the speaker's own throughout."""
        owned = f.word(at) in ("his", "her", "their") or f.word(at).endswith("'s")
        g, uses = self.told.source.folded, self.told.by_root.get(root(f.word(at + 1)), [])
        mine = [u for u in uses if {g.word(u.at - 1), g.word(u.at - 2)} & {"my", "our"}]
        if owned and uses and len(mine) == len(uses):
            yield at + 1, "attribution", "the source has it as the speaker's own", mine[0]

    def _mine_at(self, f: Folded, segment: Segment, at: int) -> Iterable[Found]:
        """ "The survey and the sums were mine": some of it must be the speaker's in the source."""
        named = frozenset(weighty(f, max(segment.first, at - _FAR), at))
        home, sure = self.told.home_of(named)
        if self.told.done_by_speaker(named) or (sure and home is not None and self.told.is_mine(home, named)):
            return
        uses: Sequence[Used] = [u for word in sorted(named) for u in self.told.by_root.get(word, [])]
        yield at, "attribution", "the source does not say whose it was", next(iter(uses), None)


def _in_company(f: Folded, segment: Segment, at: int) -> bool:
    """True when a deed is told as done with others: "with the owner I went"."""
    for k in range(max(segment.first, at - _FAR), min(segment.end - 1, at + _FAR)):
        if f.word(k) == "together":
            return True
        if f.word(k) in ("with", "alongside"):
            behind = range(k + 1, min(segment.end, k + 4))
            if any(is_person(f.word(n)) or (f.tokens[n].capital and f.word(n) != "i") for n in behind):
                return True
    return False
