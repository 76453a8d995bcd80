"""Does the source say that of so many, so much, so often, and rank it so?"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from storybank.facts import lists
from storybank.facts.align import Side, clause_of, clauses_in, echoes, weighty
from storybank.facts.claim import Claim
from storybank.facts.denial import compares, denies
from storybank.facts.fold import Folded, root, stem
from storybank.facts.quantities import is_superlative
from storybank.facts.rhythms import is_rate, rhythms

_EACH: Final = frozenset(["every", "each"])
_WHOLE: Final = frozenset(["whole", "entire", "entirely", "wholly", "completely", "fully", "totally"])
_ONLY: Final = frozenset(["only", "solely", "exclusively", "alone", "purely", "just", "merely"])
_WHOEVER: Final = frozenset(["whoever", "whatever", "whichever", "wherever"])
_SOLO: Final = frozenset(["own", "alone", "myself", "single-handed", "unaided", "solo", "singlehandedly"])
_LASTING: Final = frozenset(["since", "still", "ever", "always", "now", "today", "permanent", "permanently"])
_LEVEL: Final = frozenset(["at", "be", "to", "was", "is"])
_NOTHING: Final = {"everything": {"nothing", "anything"}, "always": {"never", "ever"}, "everyone": {"nobody", "anyone"},
                   "everybody": {"nobody", "anybody"}, "everywhere": {"nowhere", "anywhere"}}  # fmt: skip
"""What says of all that it is so, and of all that it is not: "staying in always", "never leaving"."""
_ANY: Final = {"nothing": {"anything"}, "nobody": {"anybody", "anyone"}}
_TWO: Final = frozenset(["both", "two", "twice", "second", "other", "pair", "either", "neither"])
_MOST: Final = 200  # superlatives of a source with one word that one is compared with

Fault = tuple[str, Claim | None]
_MANY: Final[Fault] = ("the source does not say that of so many or so much", None)


class Amounts:
    """The words of quantity of a source: by strength, by what they are said of, by sentence."""

    def __init__(self, source: Side) -> None:
        self.source = source
        self.by_noun: dict[str, dict[str, Claim]] = {}
        self.by_home: dict[int, list[Claim]] = {}
        self.ranks: dict[str, list[Claim]] = {}
        self.counted = set[str]()
        for claim in source.claims:
            if claim.kind == "quantity" and claim.key[0] in ("share", "habit"):
                self.by_noun.setdefault(root(claim.noun) if claim.noun else "", {}).setdefault(
                    claim.key[1], claim
                )
                self.by_home.setdefault(source.home[claim.first], []).append(claim)
            elif claim.key[0] == "best":
                self.ranks.setdefault(claim.key[1], []).append(claim)
            elif claim.kind == "figure" and (claim.value or 2) > 1:
                self.counted.add(claim.noun)
            elif claim.kind == "scope" and claim.key[0] == "many":
                self.counted.add(stem(claim.key[1]))
        self.praised = any(c.key[0] == "praise" for c in source.claims)
        self.certain = any(c.key[0] == "certain" for c in source.claims)
        self.rhythms = rhythms(source)
        said = [c for c in source.claims if c.key[0] == "rhythm" and c.quote.lower().startswith("e")]
        sure = {c.key[1] for c in said if not c.key[2]}
        self.nearly = {float(c.key[1]): c for c in said if c.key[2] and c.key[1] not in sure}
        words = [t.word for t in source.folded.tokens]
        self.words = frozenset(words)
        self.denies = denies(source.folded, 0, len(words))
        self.per = {
            (a, stem(b)) for k, (a, b) in enumerate(pairwise(words))
            if a in ("per", "one") or (a in ("a", "an") and is_rate(source.folded, k - 1))
        }  # fmt: skip
        self.roots = {root(w) for w in self.words}
        self.most = {root(b) for a, b in pairwise(words) if a == "most"}
        self.most |= {root(_plain(w)) for w in self.words if is_superlative(w)}

    def fault_of(self, claim: Claim, other: Side) -> Fault | None:
        """Why the source does not state a quantity or a superlative, with the nearest; None when it states it."""
        if claim.key[0] == "best":
            return self._rank(claim, other)
        if claim.key[0] == "praise":
            return None if self.praised else ("the source tells of no such praise or reward", None)
        if claim.key[0] in ("certain", "habit"):
            sure = self.certain or claim.key[0] == "habit"
            return None if sure else ("the source does not say it so surely", None)
        if claim.key[0] == "lasting":
            return self._lasting(claim, other)
        if claim.key[0] == "alone":
            return self._alone(claim, other)
        if claim.key[0] == "none":
            return self._none(claim, other)
        if claim.key[0] == "rhythm":
            often = float(claim.key[1])
            nearly = self.nearly.get(often)
            if other.folded.word(claim.end) in ("but", "except", "bar") and self.words & {
                "all",
                "every",
                "each",
            }:
                return None  # "every month but one": all but one
            if often in self.rhythms and (
                nearly is None or claim.key[2] or not claim.quote.lower().startswith("e")
            ):
                return None
            return "the source does not say that it was so often", nearly
        return self._share(claim, other)

    def _lasting(self, claim: Claim, other: Side) -> Fault | None:
        """ "Ever since", "for good", "is still": the source must say somewhere that something goes on."""
        if claim.key[1] != "still":
            return None if self.words & _LASTING else ("the source does not say that it lasted", None)
        g, here = self.source.folded, echoes(self.source, other, claim, wide=True)
        told = {
            g.word(k) for n in here for k in range(self.source.segments[n].first, self.source.segments[n].end)
        }
        if not here or told & lists.words("nowadays") or self.words & _LASTING:
            return None
        return "the source does not say that it still goes on", None

    def _alone(self, claim: Claim, other: Side) -> Fault | None:
        here = [self.source.segments[n] for n in echoes(self.source, other, claim)]
        g = self.source.folded
        if any(g.word(k) in _SOLO for s in here for k in range(s.first, s.end)):
            return None
        return "the source does not say that it was done alone", None

    def _none(self, claim: Claim, other: Side) -> Fault | None:
        f, segment = other.folded, other.segments[other.home[claim.first]]
        if compares(f, segment, claim.end):
            return None  # "no haulier was easier": the easiest
        here = [self.source.segments[n] for n in sorted(echoes(self.source, other, claim, wide=True))]
        g = self.source.folded
        if claim.quote.lower() == "none" and f.word(claim.first - 1) in _LEVEL and self.denies:
            return None  # "wanted it at none", where the source wants it at zero
        if f.word(claim.end) in ("but", "except") and self.words & {"only", "alone", "sole"}:
            return None  # "nobody but me"
        around = {g.word(k) for s in here for k in range(s.first, s.end)}
        if around & _ANY.get(claim.quote.lower(), set()):
            return None  # "before I said anything": till then he said nothing
        if f.word(claim.end) == "else" and (self.words & _SOLO or self.denies):
            return None  # "nobody else does it"
        said = frozenset(weighty(f, *clause_of(f, segment, claim)))
        noun = root(claim.noun) if claim.noun else ""
        here += [self.source.segments[n] for n in self.source.index.get(noun, ())]
        clauses = [c for s in here for c in clauses_in(g, s)]
        whole = [
            c for c in clauses
            if noun in (told := frozenset(weighty(g, *c))) or (len(said) >= 2 and said <= told)
        ]  # fmt: skip
        deed = claim.quote.lower() == "nobody"  # what follows is a verb, and nothing that was counted
        places = [*whole, *((s.first, s.end) for s in here if deed or not whole)]
        if any(denies(g, a, b) or any(g.word(k) == "first" for k in range(a, b)) for a, b in places):
            return None
        return "the source does not say that there was none", None

    def _rank(self, claim: Claim, other: Side) -> Fault | None:
        word = claim.key[1]
        alike = sorted(lists.kindred("same-rank", word))
        same = [c for w in alike for c in self.ranks.get(w, ())][:_MOST]
        if any(_alike(c.noun, claim.noun) for c in same) or (
            word == "first" and self.words & {"first", "second", "another"}
        ):
            return None
        here = echoes(self.source, other, claim)
        if any(self.source.home[c.first] in here for c in same):
            return None
        if is_superlative(word) and not same and root(_plain(word)) in self.most:
            return None
        return "the source does not rank it so", next(iter(same), None)

    def _share(self, claim: Claim, other: Side) -> Fault | None:
        word = claim.key[1]
        strong = _strength(word)
        if word == "both" and self._tells_of_one(claim, other):
            return _MANY
        if strong <= 1 or word in _WHOEVER or (word == "both" and self.words & _TWO):
            return None
        if word in _EACH and any((a, claim.noun) in self.per for a in ("a", "an", "per")):
            return None
        here = echoes(self.source, other, claim)
        noun = root(claim.noun) if claim.noun else ""
        told = [*self.by_noun.get(noun, {}).values()] if noun or not here else []
        mine = frozenset(
            weighty(other.folded, *clause_of(other.folded, other.segments[other.home[claim.first]], claim))
        )
        told += [
            c for n in self.source.index.get(noun, ()) for c in self.by_home.get(n, ()) if c.key[1] in _EACH
        ]
        told += [
            c for n in here for c in self.by_home.get(n, ())
            if c.key[1] not in _EACH or word in _EACH or not mine or mine & self._beside(c)
        ]  # fmt: skip
        if any(_strength(c.key[1]) >= strong and not _of_one(word, c, claim) for c in told) and not _rarer(
            word, told
        ):
            return None
        if self._in_other_words(claim, word, here, other.folded):
            return None
        if word == "each" and noun and noun not in self.roots:
            return None  # "a card for each clash": one for one, of what has another name
        if strong <= 3 and (not noun or claim.noun in self.counted or noun not in self.roots):
            return None
        near = next(iter(self.by_noun.get(noun, {}).values()), None)
        return _MANY[0], near

    def _tells_of_one(self, claim: Claim, other: Side) -> bool:
        """True where the sentence that "both" was made of says it of one of the two."""
        g, here = self.source.folded, [self.source.segments[n] for n in echoes(self.source, other, claim)]
        words = {g.word(k) for s in here for k in range(s.first, s.end)}
        pairs = {(g.word(k), g.word(k + 1)) for s in here for k in range(s.first, s.end)}
        return ("one", "of") in pairs and not words & {"both", "other"}

    def _beside(self, stated: Claim) -> frozenset[str]:
        """The words of weight in the clause of a quantity of the source."""
        source = self.source
        segment = source.segments[source.home[stated.first]]
        return frozenset(weighty(source.folded, *clause_of(source.folded, segment, stated)))

    def _in_other_words(self, claim: Claim, word: str, here: frozenset[int], f: Folded) -> bool:
        """True for "each time" where the source says when, for "solely" where it says only."""
        g = self.source.folded
        said = {
            g.word(k) for n in here for k in range(self.source.segments[n].first, self.source.segments[n].end)
        }
        if word in _EACH and claim.noun in ("", "tim") and said & {"when", "whenever", "whoever", "whatever"}:
            return True
        if said & _NOTHING.get(word, set()):
            return True  # that it is denied of all is told by the words beside
        if word == "alone" and self.words & _SOLO:
            return True
        if word == "everything" and f.word(claim.end) in ("that", "which", "i", "we", "they"):
            return True  # no more than what somebody did
        if word == "only" and ("one", claim.noun) in self.per:
            return True
        return word in _ONLY and bool(said & _ONLY)


def _rarer(word: str, told: Sequence[Claim]) -> bool:
    """True for "always" where the source says "usually": of how often, whatever it says of how many."""
    often = lists.words("frequency")
    said = [c for c in told if c.key[1] in often]
    return word in often and bool(said) and all(_strength(c.key[1]) < _strength(word) for c in said)


def _strength(word: str) -> float:
    return lists.numbers("quantifier").get(word, 5.0)


def _of_one(word: str, stated: Claim, claim: Claim) -> bool:
    """True where one whole thing would become many: "the whole team" is not every team."""
    return word in _EACH and stated.key[1] in _WHOLE and bool(claim.noun) and stated.noun == claim.noun


def _plain(word: str) -> str:
    """ "likeliest": likely; "biggest": big."""
    if not is_superlative(word):
        return word
    base = word[:-3]
    return (
        base[:-1] + "y"
        if base.endswith("i")
        else base[:-1]
        if base[-1:] == base[-2:-1] and base[-1:] not in "ls"
        else base
    )


def _alike(a: str, b: str) -> bool:
    return a == b or not a or not b
