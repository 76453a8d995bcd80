"""Does the source give somebody this role, no higher, and is it the speaker's where he claims it?"""

from __future__ import annotations

from itertools import pairwise

from storybank.facts import lists
from storybank.facts.align import Side
from storybank.facts.claim import Claim
from storybank.facts.fold import stem
from storybank.facts.limits import Used
from storybank.facts.names import bare
from storybank.facts.roles import trade

_SAME_STATUS = (
    ("volunteer", "unpaid", "volunteered", "voluntary"), ("freelance", "self-employed", "independent"),
    ("part-time", "part-timer"), ("retired", "former"), ("trainee", "apprentice", "student"),
)  # fmt: skip
_PAST = frozenset(["former", "retired", "previous", "then"])
_LEARNING = frozenset(
    [
        "trainee",
        "training",
        "apprentice",
        "apprenticed",
        "apprenticeship",
        "student",
        "studying",
        "learning",
        "learner",
    ]
)
_NEAR = 5  # tokens before a role in which the speaker speaks of himself
_BESIDE = 5  # tokens between a name and the role of its bearer

Fault = tuple[str, Claim | None]


class Roles:
    """The roles of a source, who holds them, and what the speaker does there."""

    def __init__(self, source: Side, uses: dict[str, list[Used]]) -> None:
        self.source = source
        self.tokens = told = [t.word for t in source.folded.tokens]
        self.words = {bare(w) for w in told}
        self.pairs: dict[tuple[str, str], list[int]] = {}
        for k, pair in enumerate(pairwise(told)):
            self.pairs.setdefault(pair, []).append(k)
        self.compounds = {
            f"{a}-{b}" for a, dash, b in zip(told, told[1:], told[2:], strict=False) if dash == "-"
        }
        self.stems = {stem(w) for w in self.words}
        self.verbs = {stem(b) for a, b in pairwise(told) if a in lists.words("i") and len(b) > 3}
        self.trades = {u.stem for listed in uses.values() for u in listed if u.owner == "self"}
        self.by_head: dict[str, list[Claim]] = {}
        self.named: dict[str, list[int]] = {}
        for claim in source.claims:
            if claim.kind == "role":
                self.by_head.setdefault(claim.key[1], []).append(claim)
            elif claim.kind == "name":
                for k in range(claim.first, claim.end):
                    self.named.setdefault(bare(told[k]), []).append(k)
        self.own = next((c for c in source.claims if c.kind == "role" and c.key[0] == "self"), None)

    def fault_of(self, claim: Claim, other: Side) -> Fault | None:
        """Why the source does not state a role, with the nearest that it does; None when it states it."""
        f, first = other.folded, claim.first - (other.folded.word(claim.first - 1) in ("a", "an", "any"))
        if claim.key[0] != "self" and f.word(first - 1) in ("without", "no", "neither", "nor"):
            return None  # "parties without a lawyer": nobody is given the role
        return self._role(claim, other) or self._held_by_another(claim, other)

    def _in_these_words(self, claim: Claim, other: Side) -> bool:
        """True for a role of two words that the source has as they stand, near the speaker where it is to be his."""
        f = other.folded
        pair = (f.word(claim.end - 2), f.word(claim.end - 1))
        if pair[0] in lists.words("before-noun") or not pair[0].isalpha() or pair[0] in lists.words("stop"):
            return False
        near = {"as", "i'm", "my"} if claim.key[0] == "self" else set()
        return any(
            not near or near & set(self.tokens[max(0, k - _NEAR) : k]) for k in self.pairs.get(pair, ())
        )

    def _role(self, claim: Claim, other: Side) -> Fault | None:
        holder, head, *raised = claim.key
        if head in lists.words("humble") and not raised:
            return None
        raised = [w for w in raised if w not in _PAST]
        unknown = {w for w in raised if w not in self.words and not self._has_status(w)}
        same = self.by_head.get(head, [])
        if not same and self._in_these_words(claim, other):
            return None
        if not same:
            return self._unheard_of(holder, head, unknown)
        ranks = set(raised) - lists.words("status")
        fitting = [
            c for c in same
            if (ranks - self._behind(c) if holder == "self" else unknown) <= set(c.key[2:])
        ]  # fmt: skip
        if not fitting:
            return "the source states a lower rank", same[0]
        if unknown & lists.words("status"):
            return "the source does not say so of this role", fitting[0]
        own = [c for c in fitting if c.key[0] == "self"]
        if holder == "self" and not own and (ranks or not self._does(head)):
            return "the source does not give the speaker this role", fitting[0]
        kept = _lowered(claim, other)
        if holder == "self" and own and all(_lowered(c, self.source) - kept for c in own):
            return "the source states a lower rank", own[0]
        return None

    def _behind(self, role: Claim) -> set[str]:
        """What stands behind "of": the sales of "head of sales"."""
        of = self.tokens[role.end : role.end + 1] == ["of"]
        return set(self.tokens[role.end + 1 : role.end + 4]) if of else set()

    def _unheard_of(self, holder: str, head: str, unknown: set[str]) -> Fault | None:
        """A role that the source does not name: it may still tell of the work."""
        if holder == "self" and self._does(head):
            return None if not unknown else ("the source states a lower rank", None)
        if unknown <= {"chief"} and any(
            w[:1] == "c" and len(w) == 3 and w in self.words for w in lists.kindred("chiefs", head)
        ):
            return None  # "chief executive" for CEO
        if len(head) < 4 and any(
            a[:1] + b[:1] == head and b in lists.words("rank-head") for a, b in self.pairs
        ):
            return None  # "VP" for vice president
        known = bool(lists.kindred("same-role", head) & self.words)
        known = known or stem(head) in self.stems or trade(head) in self.stems
        return (
            None if known and holder == "any" and not unknown else ("the source names no such role", self.own)
        )

    def _has_status(self, word: str) -> bool:
        """True when the source says so of somebody in this or another word: "unpaid" of a volunteer."""
        alike = next((set(kin) for kin in _SAME_STATUS if word in kin), {word})
        return bool(alike & (self.words | self.compounds))

    def _does(self, head: str) -> bool:
        """True when the source has the speaker do what the role is named after: "I weld" makes a welder."""
        if trade(head) in self.trades or stem(head) in self.verbs:
            return True
        if head not in lists.words("rank-head") and (trade(head) in self.stems or self._alike(head)):
            return True  # "a gardener", who looks after the gardens
        joined = [
            v for v in self.verbs if head.endswith((v + "er", v + "per"))
        ]  # "bookkeeper": I keep the books
        return any(stem(head[: head.rindex(v)]) in self.stems for v in joined)

    def _alike(self, head: str) -> bool:
        return bool((lists.kindred("same-role", head) - lists.words("rank-role") - {head}) & self.words)

    def _held_by_another(self, claim: Claim, other: Side) -> Fault | None:
        """Why a role that the source knows is not that of the person named beside it: "Director Ada"."""
        f, before = other.folded, claim.first - 1
        while f.word(before) in ("the", "a", "an", "our", "my", "then"):
            before -= 1
        person = next(
            (at for at in self._beside(f.word(before), before, claim.end) if self._is_person(other, at)), None
        )
        if person is None:
            return None
        held = self.by_head.get(claim.key[1], [])
        heads = {c.first for c in held}
        for k in self.named.get(bare(f.word(person)), ()):
            segment = self.source.segments[self.source.home[k]]
            if any(
                n in heads for n in range(max(segment.first, k - _BESIDE), min(segment.end, k + _BESIDE + 1))
            ):
                return None
        return "the source does not give this person the role", next(iter(held), None)

    def _beside(self, mark: str, before: int, after: int) -> list[int]:
        return [after, before - 1] if mark == "," else [after]

    def _is_person(self, where: Side, at: int) -> bool:
        near = where.near(max(0, at - _BESIDE), at + 1)
        named = any(c.kind == "name" and c.first <= at < c.end for c in near)
        return named and bare(where.folded.word(at)) in self.named


def _lowered(role: Claim, where: Side) -> set[str]:
    """The words before a role that make it a smaller one: "trainee solicitor"."""
    f = where.folded
    stretch = [f.word(k) for k in range(max(0, role.first - 2), role.end - 1)]
    learning = any(f.word(k) in _LEARNING for k in range(max(0, role.first - 4), role.end))
    lowered = {w for w in stretch if w in lists.words("lowering") and w not in _LEARNING}
    return lowered | ({"learning"} if learning else set())
