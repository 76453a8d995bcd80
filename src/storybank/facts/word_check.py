"""Does the source know this name, and does it speak of so many and of such reach?"""

from __future__ import annotations

from itertools import pairwise

from storybank.facts import lists
from storybank.facts.align import Side
from storybank.facts.claim import Claim
from storybank.facts.fold import is_foreign
from storybank.facts.names import bare
from storybank.facts.vocabulary import is_common
from storybank.playbook.lexicons import lexicon

_SAME_SCOPE = {
    "firm": "company", "business": "company", "enterprise": "company", "store": "shop", "outlet": "shop",
    "nation": "country",
}  # fmt: skip
_PLACES = frozenset(["country", "city", "region", "state", "county", "district"])
_WHERE = frozenset(["in", "near", "outside", "from", "around", "of"])
_ADDRESS = frozenset(["mr", "mrs", "ms", "miss"])
_WORKING = frozenset(["at", "for", "with", "joined", "left"])
_OF_PEOPLE = frozenset(
    ["an", "ian", "n", "ese", "ish", "i", "ic", "er", "ans", "ians", "ns", "is", "ers", "ean", "ine", "", "s"]
)
_OF_PLACES = frozenset(["", "a", "ia", "y", "um", "land", "e", "o", "os", "us", "al", "il"])
_ACRONYM = 5  # letters of a shortened name at most
_LIKE = 500  # names of a source among which one that is spelt alike is looked for

Fault = tuple[str, Claim | None]


class Known:
    """What the source holds, in the forms that are looked up."""

    def __init__(self, source: Side) -> None:
        tokens = source.folded.tokens
        told = [bare(t.word) for t in tokens]
        self.names = [c for c in source.claims if c.kind == "name"]
        self.words = set(told)
        self.capitals = {bare(t.word) for t in tokens if t.capital and not t.opens}
        self.capitals |= {w for c in self.names for w in c.key}
        self.joined = {a + b for a, b in pairwise(told)}
        self.pairs = set(pairwise(told))
        self.acronyms = _acronyms(told)
        self.employed = any(_is_firm(source, c) for c in self.names) or bool(
            self.words & lists.words("workplace")
        )
        self.cased = any(t.capital and not t.opens for t in tokens)
        self.placed = {
            (a, b)
            for a, by, b in zip(told, told[1:], told[2:], strict=False)
            if by in ("in", "of", "at", "from")
        }
        self.at_place = any(
            source.folded.word(c.first - 1) in _WHERE or source.folded.word(c.first - 2) in _WHERE
            for c in self.names
        )
        self.ones = {
            w for k, a in enumerate(told) if a in ("a", "an", "one", "single") for w in told[k + 1 : k + 4]
        }
        self.scopes: dict[str, dict[str, Claim]] = {}
        for claim in source.claims:
            if claim.kind == "scope" and not (claim.key[0] == "one" and _says_kind(source, claim)):
                number, what = claim.key
                self.scopes.setdefault(_SAME_SCOPE.get(what, what), {}).setdefault(number, claim)

    def fault_of(self, claim: Claim, other: Side) -> Fault | None:
        """Why the source does not state a name or a scope, with the nearest that it does; None when it states it."""
        if claim.kind == "name":
            return self._name(claim, other.folded.tokens[claim.first].opens)
        return None if self._is_there(claim, other) else self._scope(claim)

    def _is_there(self, claim: Claim, other: Side) -> bool:
        """True for "in the middle of the country", where the source names which one; "across the country" is reach."""
        before = [other.folded.word(k) for k in range(claim.first - 3, claim.first)]
        reach = {"across", "throughout", "all", "over", "whole", "entire", "around"} & set(before)
        return (
            claim.key[1] in _PLACES and self.at_place and before[-1] in ("the", "this", "that") and not reach
        )

    def _name(self, claim: Claim, opens: bool) -> Fault | None:
        for k, word in enumerate(claim.key):
            if is_foreign(word) and word not in self.words:
                return "a word in another script that the source does not hold", None
            if word in _ADDRESS and k + 1 < len(claim.key):
                continue  # "Mr Carter" for Ben Carter
            if self._is_named(word) or (
                word.endswith("s") and word[:-1] in self.capitals and word not in self.words
            ):
                continue
            begins = opens and len(claim.key) == 1 and _is_word(word)
            if word in self.acronyms or begins or self._of_there(word):
                continue
            if word not in self.words:
                return "the source names nobody and nothing so", self._like(word)
            given = any(word in lexicon(n) for n in ("given-names", "given-names-weak", "surnames"))
            alone = opens and k == 0 and word in lists.ordinary() and len(claim.key) == 1
            if given and self.cased and not alone:
                return "the source has this word, and not as a name", None
        owners = {bare(w) for w in claim.quote.lower().split() if w.endswith(("'s", "’s"))}
        start = 1 if opens and claim.key[0] in lists.ordinary() else 0
        for a, b in pairwise(claim.key[start:]):
            known = (
                (a, b) in self.pairs
                or (b, a) in self.placed
                or a in lists.words("personal-title")
                or a in owners
            )
            if not known and a in self.capitals and b in self.capitals:
                return "the source does not join these names", self._like(a)
        return None

    def _of_there(self, word: str) -> bool:
        """True for "Lithuanian" where the source names Lithuania, and the other way round."""
        if lists.kindred("same-people", word) & (self.words - {word}):
            return True
        return any(
            _people_of(word, name) or _people_of(name, word) for name in self.capitals if name[:4] == word[:4]
        )

    def _is_named(self, word: str) -> bool:
        parts = [p for p in word.split("-") if p]
        whole = word in self.capitals or word in self.joined
        return whole or (bool(parts) and all(p in self.capitals for p in parts))

    def _like(self, word: str) -> Claim | None:
        from difflib import get_close_matches

        names = self.names[:_LIKE]
        near = get_close_matches(word, [w for c in names for w in c.key], n=1, cutoff=0.5)
        return next((c for c in names if near and near[0] in c.key), None)

    def _scope(self, claim: Claim) -> Fault | None:
        number, what = claim.key[0], _SAME_SCOPE.get(claim.key[1], claim.key[1])
        stated = self.scopes.get(what, {})
        if number == "reach":
            return None if "reach" in stated else ("the source states no such reach", None)
        if number in stated or (stated and number == "one"):
            return None
        if what not in lists.words("scope") and what not in self.ones:
            return None  # "the account" may be any number of them
        if stated or (number == "many" and what in self.words):
            return "the source speaks of one", next(iter(stated.values()), None)
        if number == "one" and what == "company" and self.employed:
            return None
        if what not in lists.words("scope") or (number == "one" and what in lists.words("small-scope")):
            return None
        return "the source does not speak of this scope", None


def _says_kind(source: Side, claim: Claim) -> bool:
    """True for the project of "project manager": it says of what kind, and not that there was one."""
    after = source.folded.word(claim.end)
    plural = claim.key[1] in lists.words("countable") - lists.words("scope")
    return (
        plural
        and after.isalpha()
        and after not in lists.words("stop")
        and after not in lists.words("clause-break")
    )


def _people_of(people: str, place: str) -> bool:
    """True for "Senegalese" of Senegal, "Kenyan" of Kenya, "Belgian" of Belgium: one stem, and the endings for it."""
    shared = next(
        (k for k, (a, b) in enumerate(zip(people, place, strict=False)) if a != b),
        min(len(people), len(place)),
    )
    return shared > 3 and people[shared:] in _OF_PEOPLE and place[shared:] in _OF_PLACES


def _is_word(word: str) -> bool:
    """True for an ordinary word, which a capital at the start of a sentence makes no name."""
    return not (word in lexicon("given-names") or word in lexicon("given-names-weak")) and is_common(word)


def _acronyms(told: list[str]) -> set[str]:
    """What the words of a text could be shortened to by their first letters: "ta" for a teaching assistant."""
    found: set[str] = set()
    run = ""
    for word in told:
        if word[:1].isalpha() and word not in lists.words("stop"):
            run += word[0]
            found.update(run[-n:] for n in range(2, min(_ACRONYM, len(run)) + 1))
        elif word not in ("of", "and", "for", "the", "&"):
            run = ""
    return found


def _is_firm(source: Side, name: Claim) -> bool:
    """True for a name of several words that people work at or for: "at Delmar Pet Foods"."""
    before = source.folded.word(name.first - 1)
    return before in _WORKING and len(name.key) > 1 and name.key[0] not in lexicon("given-names")
