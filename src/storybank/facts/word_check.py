"""Does the source know this name, date, role, scope or quantity?"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise

from storybank.facts import lists
from storybank.facts.align import Side
from storybank.facts.claim import Claim
from storybank.facts.fold import is_foreign, stem
from storybank.facts.names import bare
from storybank.playbook.lexicons import lexicon

Fault = tuple[str, Claim | None]


class Known:
    """What the source holds, in the forms that are looked up."""

    def __init__(self, source: Side) -> None:
        self.claims = source.claims
        tokens = source.folded.tokens
        self.words = {bare(t.word) for t in tokens}
        self.capitals = {bare(t.word) for t in tokens if t.capital and not t.opens}
        self.capitals |= {w for c in source.claims if c.kind == "name" for w in c.key}
        self.joined = {bare(a.word) + bare(b.word) for a, b in pairwise(tokens)}
        self.pairs = {(bare(a.word), bare(b.word)) for a, b in pairwise(tokens)}
        self.cased = sum(t.capital and not t.opens for t in tokens) > 0
        self.stems = {stem(w) for w in self.words}

    def of(self, kind: str) -> list[Claim]:
        """Claims of one kind."""
        return [c for c in self.claims if c.kind == kind]

    def fault_of(self, claim: Claim, opens: bool) -> Fault | None:
        """Why the source does not state a claim, with the nearest that it does; None when it states it."""
        if claim.kind == "name":
            return self._name(claim, opens)
        if claim.kind == "date":
            return self._date(claim)
        if claim.kind == "role":
            return self._role(claim)
        if claim.kind == "scope":
            return self._scope(claim)
        return self._quantity(claim)

    def _name(self, claim: Claim, opens: bool) -> Fault | None:
        for k, word in enumerate(claim.key):
            if is_foreign(word) and word not in self.words:
                return "a word in another script that the source does not hold", None
            parts = [p for p in word.split("-") if p]
            if (
                word in self.capitals
                or word in self.joined
                or (parts and all(p in self.capitals for p in parts))
            ):
                continue
            if word in self.words:
                first = opens and k == 0
                given = (
                    word in lexicon("given-names")
                    or word in lexicon("given-names-weak")
                    or word in lexicon("surnames")
                )
                if (
                    not given
                    or not self.cased
                    or (first and word in lists.ordinary() and len(claim.key) == 1)
                ):
                    continue
                return "the source has this word, and not as a name", None
            if word.endswith("s") and word[:-1] in self.capitals:
                continue
            return "the source names nobody and nothing so", self._like(word)
        start = 1 if opens and claim.key[0] in lists.ordinary() else 0
        for a, b in zip(claim.key[start:], claim.key[start + 1 :], strict=False):
            if (a, b) not in self.pairs and a in self.capitals and b in self.capitals:
                return "the source does not join these names", self._like(a)
        return None

    def _like(self, word: str) -> Claim | None:
        from difflib import get_close_matches

        names = self.of("name")
        near = get_close_matches(word, [w for c in names for w in c.key], n=1, cutoff=0.5)
        return next((c for c in names if near and near[0] in c.key), None)

    def _date(self, claim: Claim) -> Fault | None:
        stated = self.of("date")
        wanted = set(claim.key)
        if any(wanted <= set(c.key) for c in stated):
            return None
        numbers = {f"year {c.value:g}" for c in self.of("figure") if c.value is not None}
        unknown = wanted - {k for c in stated for k in c.key} - numbers
        if not unknown and len(wanted) == 1:
            return None
        near = max(stated, key=lambda c: len(wanted & set(c.key)) + _kinds(wanted, set(c.key)), default=None)
        return (
            "the source states no such date or time"
            if unknown
            else "the source does not put these dates together"
        ), near

    def _role(self, claim: Claim) -> Fault | None:
        holder, head, *raised = claim.key
        same = [c for c in self.of("role") if c.key[1] == head]
        if not same:
            if head in self.words and holder == "any" and not raised:
                return None
            return "the source names no such role", next(
                (c for c in self.of("role") if c.key[0] == "self"), None
            )
        fitting = [c for c in same if set(raised) <= set(c.key[2:])]
        if not fitting:
            return "the source states a lower rank", same[0]
        if holder == "self" and not any(c.key[0] == "self" for c in fitting):
            return "the source does not give the speaker this role", fitting[0]
        return None

    def held_by_another(self, claim: Claim, source: Side, other: Side) -> Fault | None:
        """Why a role that the source knows is not that of the person named beside it: "Director Ada"."""
        f = other.folded
        after, before = claim.end, claim.first - 1
        while f.word(before) in ("the", "a", "an", "our", "my", "then"):
            before -= 1
        at = (
            after
            if self._is_person(other, after)
            else before - 1
            if f.word(before) == "," and self._is_person(other, before - 1)
            else -1
        )
        if at < 0:
            return None
        name, head = bare(f.word(at)), claim.key[1]
        g = source.folded
        for k, token in enumerate(g.tokens):
            if bare(token.word) == name and any(
                c.kind == "role" and c.key[1] == head and abs(c.first - k) <= 5
                and source.home[c.first] == source.home[k]
                for c in source.claims
            ):  # fmt: skip
                return None
        return "the source does not give this person the role", next(
            (c for c in self.of("role") if c.key[1] == head), None
        )

    def _is_person(self, where: Side, at: int) -> bool:
        return any(
            c.kind == "name" and c.first <= at < c.end and bare(where.folded.word(at)) in self.capitals
            for c in where.claims
        )

    def _scope(self, claim: Claim) -> Fault | None:
        number, what = claim.key
        stated = self.of("scope")
        if number == "reach":
            whole = {c.key[1] for c in stated if c.key[0] == "reach"}
            return None if what in whole else ("the source states no such reach", None)
        same = [c for c in stated if c.key[1] == what]
        if any(c.key[0] == number for c in same) or (same and number == "one"):
            return None
        if same or (number == "many" and what in self.words):
            return "the source speaks of one", next(iter(same), None)
        if what in lists.words("scope"):
            return "the source does not speak of this scope", None
        return None

    def _quantity(self, claim: Claim) -> Fault | None:
        kind, word = claim.key
        stated = self.of(claim.kind)
        if kind == "best":
            if any(c.key[1] == word and _alike(c.noun, claim.noun) for c in stated) or (
                word == "first" and "first" in self.words
            ):
                return None
            return "the source does not rank it so", None
        strength = lists.numbers("quantifier")
        if strength[word] <= 1:
            return None
        if any(strength[c.key[1]] >= strength[word] and _alike(c.noun, claim.noun) for c in stated):
            return None
        if strength[word] <= 3 and (not claim.noun or self._many(claim.noun) or claim.noun not in self.stems):
            return None
        return "the source does not say that of so many or so much", next(
            (c for c in stated if _alike(c.noun, claim.noun)), None
        )

    def _many(self, noun: str) -> bool:
        return any(
            (c.kind == "figure" and c.noun == noun and (c.value or 2) > 1)
            or (c.kind == "scope" and c.key[0] == "many" and stem(c.key[1]) == noun)
            for c in self.claims
        )


def _alike(a: str, b: str) -> bool:
    return a == b or not a or not b


def _kinds(a: Iterable[str], b: Iterable[str]) -> float:
    return 0.1 * len({x.split()[0] for x in a} & {x.split()[0] for x in b})
