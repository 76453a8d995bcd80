"""What limits a word in its clause, and whether that was lost.

Every word of weight carries what stands before it in its clause: a negation, a hedge, an attempt, a wish, a
condition, what somebody only said, that it holds of a part only. In the other text it may be limited more, never less.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

from storybank.facts import lists
from storybank.facts.align import Segment, Side
from storybank.facts.fold import Folded, stem
from storybank.signals.clauses import is_past

_REACH, _NEGATED, _HELPED = 7, 4, 2  # words back that a limit, a negation, a word of helping reaches over
_TAGS = (
    ("i", "think"),
    ("i", "guess"),
    ("i", "believe"),
    ("i", "suppose"),
    ("or", "so"),
    ("or", "something"),
)
_LOST = {
    "negation": "the source denies this",
    "hedge": "the source says it with a hedge, a wish, a condition or as somebody's words",
    "part": "the source says it of a part only",
}


@dataclass(frozen=True, slots=True)
class Used:
    """A word of weight at a token: its stem, what limits it, who does it, and the word that says who.

    `owner` is "self", "we", "other" or "none".
    """

    at: int
    stem: str
    limits: frozenset[str]
    owner: str
    by: str


def used(where: Side) -> dict[str, list[Used]]:
    """All words of weight of a text, by stem."""
    found: dict[str, list[Used]] = {}
    for segment in where.segments:
        hedged = _hedged_at_end(where.folded, segment)
        for at in range(segment.first, segment.end):
            word = where.folded.word(at)
            if not word[:1].isalpha() or word in lists.words("stop") or len(word) < 3:
                continue
            limits = limits_of(where.folded, segment, at) | ({"hedge"} if hedged else set())
            if _of_some(where.folded, segment, at):
                limits.add("part")
            owner, by = _owner(where.folded, segment, at)
            root = stem(word)
            found.setdefault(root, []).append(Used(at, root, frozenset(limits), owner, by))
    return found


def _hedged_at_end(f: Folded, segment: Segment) -> bool:
    every = [f.word(k) for k in range(segment.first, segment.end)]
    if any(t[0] == "," and t[1:] in _TAGS for t in zip(every, every[1:], every[2:], strict=False)):
        return True
    words = every[-6:]
    return any(pair in _TAGS for pair in pairwise(words)) or any(
        w in ("apparently", "allegedly", "supposedly", "probably", "maybe", "perhaps") for w in words
    )


def limits_of(f: Folded, segment: Segment, at: int) -> set[str]:
    """What stands before a word in its clause and takes something back."""
    limits: set[str] = set()
    breaks, subjects = (
        lists.words("clause-break"),
        lists.words("self") | lists.words("we") | lists.words("other"),
    )
    k, steps = at - 1, 0
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
        if _denies(f, k) and steps < _NEGATED:
            limits.add("negation")
        elif word == "that" and stem(f.word(k - 1)) in lists.words("matrix"):
            limits |= _matrix(f, segment, k - 1)
            break
        elif (
            word in lists.words("irreal")
            and not _of_a_number(f, k)
            and (word not in lists.words("helps") or steps < _HELPED)
        ):
            limits.add("hedge")
        k -= 1
        steps += 1
    return limits


def _of_some(f: Folded, segment: Segment, at: int) -> bool:
    """True when a word stands in a phrase that speaks of a part: "some customers", "most of the squads"."""
    for k in range(at - 1, max(segment.first, at - 5) - 1, -1):
        word = f.word(k)
        if word in lists.words("some-of"):
            return True
        if word not in ("of", "the", "our", "my", "their", "its", "these", "those") and k < at - 1:
            return False
        if not word.isalpha():
            return False
    return False


def _denies(f: Folded, at: int) -> bool:
    """True for a negation; a verb of failing is one only before what was not done: "failed to", "stopped using"."""
    word, after = f.word(at), f.word(at + 1)
    if word in lists.words("failing"):
        return after == "to" or after.endswith("ing")
    return word in lists.words("negation") or word.endswith("n't")


def _of_a_number(f: Folded, at: int) -> bool:
    """True for a hedge that belongs to a number ("nearly 30"): the number carries it, not the deed."""
    return any(
        f.word(k)[:1].isdigit() or f.word(k) in lists.numbers("number") or f.word(k) in lists.values("currency")
        or f.word(k) in ("a", "half", "all", "every")
        for k in range(at + 1, at + 3)
    ) and f.word(at) in lists.words("about-a-number")  # fmt: skip


def _matrix(f: Folded, segment: Segment, at: int) -> set[str]:
    """What "he claimed that", "I did not say that" lay upon all that follows."""
    before = [f.word(k) for k in range(max(segment.first, at - 3), at)]
    limits = {"hedge"}
    if any(w in lists.words("negation") or w.endswith("n't") for w in before):
        limits.add("negation")
    return limits


def _owner(f: Folded, segment: Segment, at: int) -> tuple[str, str]:
    """Who does what a word says: the nearest subject before it in its sentence."""
    for k in range(at - 1, segment.first - 1, -1):
        word = f.word(k)
        if word in ("i", "i'd", "i've", "i'm", "i'll"):
            return "self", word
        if word in ("we", "we'd", "we've", "we're", "we'll"):
            return "we", word
        if word in lists.words("other") and not (
            word in ("team", "people", "management") and f.word(k - 1) in ("with", "to")
        ):
            return "other", word
        if f.tokens[k].capital and not f.tokens[k].opens and word.isalpha() and len(word) > 1 and k + 1 == at:
            return "other", word
        if f.tokens[k].capital and f.tokens[k].opens and k + 1 == at and word not in lists.ordinary():
            return "other", word
    return "none", ""


def limits_lost(
    f: Folded, segment: Segment, aligned: Segment | None, mine: dict[int, Used], theirs: dict[str, list[Used]]
) -> Iterable[tuple[int, str, Used]]:
    """Words of a segment that are limited less than anywhere in the source, with why and the nearest use."""
    told: set[str] = set()
    for at in range(segment.first, segment.end):
        here = mine.get(at)
        if here is None or here.stem not in theirs:
            continue
        uses = theirs[here.stem]
        if aligned is not None:
            uses = [u for u in uses if aligned.first <= u.at < aligned.end] or uses
        if "negation" in here.limits and not any("negation" in u.limits for u in uses):
            if "added" not in told:
                told.add("added")
                yield at, "the source does not deny this", uses[0]
            continue
        least = min(uses, key=lambda u: len(u.limits - here.limits))
        for lost in _lost(f, segment, at, least.limits - here.limits):
            if lost not in told:
                told.add(lost)
                yield at, _LOST[lost], least


def _lost(f: Folded, segment: Segment, at: int, lost: frozenset[str]) -> list[str]:
    """Which of the limits that a word no longer has matter for it: a hedge is lost by a verb, a part by a noun."""
    found: list[str] = []
    if "negation" in lost:
        found.append("negation")
    elif "hedge" in lost and _tells(f, segment, at):
        found.append("hedge")
    words = {f.word(k) for k in range(segment.first, segment.end)}
    counted = any(w in lists.numbers("number") or w[:1].isdigit() for w in words)
    if "part" in lost and f.word(at).endswith("s") and not words & lists.words("some-of") and not counted:
        found.append("part")
    return found


def _tells(f: Folded, segment: Segment, at: int) -> bool:
    """True for a word that tells what happened: a past form, or a verb right after its subject."""
    word, before = f.word(at), f.word(at - 1) if at > segment.first else ""
    return (
        is_past(word) or word.endswith("ing") or before in lists.words("aux") or before in lists.words("self")
        or before in lists.words("we") or (before in lists.words("other") and not word.endswith("s"))
        or before in ("to", "can")
    )  # fmt: skip
