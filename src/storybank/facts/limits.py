"""What limits a word in its clause.

Every word of weight carries what stands before it in its clause: a negation, a hedge, an attempt, a wish, a
condition, what somebody only said, that it holds of a part only. In the other text it may be limited more, never less.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from storybank.facts import lists
from storybank.facts.align import Segment, Side
from storybank.facts.denial import awaits, denies
from storybank.facts.fold import Folded, stem
from storybank.facts.hedging import answer_behind, hedged_behind, hedges
from storybank.facts.subjects import doer
from storybank.signals.clauses import is_past

WIDE = 8
"""Tokens on either side in which another word may deny what a word no longer says."""
_MOST = 200  # uses of one word that are looked at
_REACH, _NEGATED, _HELPED = 7, 4, 2  # words back that a limit, a negation, a word of helping reaches over
_IN_PLACE = frozenset(
    [
        ("instead", "of"), ("rather", "than"), ("left", "out"), ("leave", "out"), ("leaving", "out"), ("ruled", "out"),
        ("did", "without"),
    ]
)  # fmt: skip
_MODAL = frozenset(["would", "could", "might", "may", "should", "must", "if", "unless", "whether"])
_OVER_CLAUSES = frozenset(
    ["if", "unless", "whether", "perhaps", "maybe", "supposedly", "apparently", "allegedly"]
)


@dataclass(frozen=True, slots=True)
class Used:
    """A word of weight at a token: its stem, what limits it, who does it, and the word that says who.

    `owner` is "self", "we", "other" or "none"; `since` the token of the subject, its own where there is none.
    """

    at: int
    stem: str
    limits: frozenset[str]
    owner: str
    by: str
    since: int


def used(where: Side) -> dict[str, list[Used]]:
    """All words of weight of a text, by stem."""
    found: dict[str, list[Used]] = {}
    for segment in where.segments:
        for use in _answered(where.folded, segment, _used_in(where.folded, segment)):
            listed = found.setdefault(use.stem, [])
            if len(listed) < _MOST:
                listed.append(use)
    return found


def _used_in(f: Folded, segment: Segment) -> list[Used]:
    """The words of weight of one sentence, in order."""
    found: list[Used] = []
    hedged = hedged_behind(f, segment)
    for at in range(segment.first, segment.end):
        word = f.word(at)
        if not word[:1].isalpha() or word in lists.words("stop") or len(word) < 3:
            continue
        limits = limits_of(f, segment, at) | ({"hedge"} if hedged else set())
        if _of_some(f, segment, at):
            limits.add("part")
        found.append(Used(at, stem(word), frozenset(limits), *doer(f, segment, at)))
    return found


def _answered(f: Folded, segment: Segment, uses: list[Used]) -> list[Used]:
    """What a bare answer behind it makes of the clause before: "but I didn't" denies it, "and she was" confirms it."""
    answer = answer_behind(f, segment)
    told = [u for u in uses if answer is not None and u.at < answer[0]]
    if answer is None or not told:
        return uses
    first, who, denied = answer
    if any(f.word(k) in lists.words("begins-anew") for k in range(told[-1].at, first)):
        return uses  # "when I am there, but she isn't"
    since, owner = told[-1].since, told[-1].owner
    if {"i": "self", "we": "we"}.get(who, "other") != ("other" if owner == "none" else owner):
        return uses  # "Gav wanted it, but I didn't"
    change = frozenset({"negation"}) if denied else frozenset({"hedge"})
    return [
        replace(u, limits=u.limits ^ change if denied else u.limits - change)
        if u in told and u.since in (since, u.at) and u.at >= since
        else u
        for u in uses
    ]


def limits_of(f: Folded, segment: Segment, at: int) -> set[str]:
    """What stands before a word in its clause and takes something back."""
    limits: set[str] = set()
    breaks, subjects = (
        lists.words("clause-break"),
        lists.words("self") | lists.words("we") | lists.words("other"),
    )
    k, steps, joints, passed = at - 1, 0, 0, False
    while k >= segment.first and steps < _REACH:
        word = f.word(k)
        if word in breaks or word == ",":
            joined = (
                word in ("and", "or", ",")
                and f.word(k + 1) not in subjects
                and f.word(k + 1) not in ("the", "a", "my", "our")
            )
            matrix = word in ("that", "which") and stem(f.word(k - 1)) in lists.words("matrix")
            if not joined and not matrix:
                break
            joints += joined and word != "or"
        passed = passed or _new_subject(f, segment, k)
        if _denies(f, k) and steps < _NEGATED:
            if passed or (joints and _of_a_noun(f, k)):
                break  # "no radio, and last year we ...": it denies the radio
            limits ^= {"negation"}
            if any(f.word(n) == "without" for n in range(at + 1, min(segment.end, at + WIDE))):
                limits ^= {"negation"}
            if word == "without" and denies(f, max(segment.first, k - WIDE), k):
                limits ^= {"negation"}  # "could not have done it without him": twice denied is said
        elif word == "that" and stem(f.word(k - 1)) in lists.words("matrix"):
            limits |= _matrix(f, segment, k - 1)
            break
        elif (
            hedges(f, k)
            and (word not in lists.words("helps") or steps < _HELPED)
            and not (passed and word not in _OVER_CLAUSES and word not in lists.words("matrix"))
            and not (joints and is_past(f.word(at)) and f.word(at - 1) == "and" and word not in _MODAL)
        ):
            limits.add("hedge")
        k -= 1
        steps += 1
    return limits


def _new_subject(f: Folded, segment: Segment, at: int) -> bool:
    """True for the "we" of "on the day we told them": what stands before it says nothing of what comes behind."""
    before = f.word(at - 1)
    told = before in lists.words("matrix") or before in ("that", "if", "whether", "unless", "not", "what")
    return f.word(at) in lists.words("begins-anew") and at > segment.first and before.isalpha() and not told


def _of_a_noun(f: Folded, at: int) -> bool:
    """True for a negation that denies no verb behind it: "no radio", "without a flare box", "said nothing"."""
    return f.word(at) in ("no", "without", "nothing", "nobody", "none") or (
        f.word(at) == "not" and f.word(at + 1) in ("one", "a", "any")
    )


def _of_some(f: Folded, segment: Segment, at: int) -> bool:
    """True when a word stands in a phrase that speaks of a part: "some customers", "most of the squads"."""
    for k in range(at - 1, max(segment.first, at - 5) - 1, -1):
        word = f.word(k)
        if word in lists.words("some-of"):
            return f.word(k - 1) not in ("how", "so", "as", "too")
        if word not in ("of", "the", "our", "my", "their", "its", "these", "those") and k < at - 1:
            return False
        if not word.isalpha():
            return False
    return False


def _denies(f: Folded, at: int) -> bool:
    """True for a negation; a verb of failing is one only before what was not done: "failed to", "stopped using"."""
    word, after = f.word(at), f.word(at + 1)
    if word == "not" and after in ("only", "just", "merely", "simply"):
        return False  # "not only did I write it"
    if word == "no" and after in ("more", "less", "fewer", "later") and f.word(at + 2) == "than":
        return False  # a limit of a number
    if (word, after) in _IN_PLACE:
        return True  # "restricted instead of removed", "left out the reader"
    if word in lists.words("failing"):
        return after == "to" or (after.endswith("ing") and not after.endswith("thing"))
    denied = word in lists.words("negation") or word.endswith("n't")
    return denied and f.word(at - 1) != "too" and not awaits(f, at)


def _matrix(f: Folded, segment: Segment, at: int) -> set[str]:
    """What "he claimed that", "I did not say that" lay upon all that follows."""
    before = [f.word(k) for k in range(max(segment.first, at - 3), at)]
    limits = {"hedge"}
    if any(w in lists.words("negation") or w.endswith("n't") for w in before):
        limits.add("negation")
    return limits
