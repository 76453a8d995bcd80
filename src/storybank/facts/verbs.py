"""Verbs of doing: which word after a subject is one, how strong it is, and what it is done to."""

from __future__ import annotations

from functools import cache

from storybank.facts import lists
from storybank.facts.align import Segment, weighty
from storybank.facts.fold import Folded, root, stem
from storybank.signals.clauses import is_past

_PASSIVE = frozenset(["was", "were", "been", "being", "got", "am", "be", "i'm"])
_NO_VERBS = frozenset(["people", "men", "women", "children", "companies", "analyses", "crises", "criteria"])
_JOINED, _OBJECT = 25, 9  # tokens on in which a second verb, an object may stand


@cache
def is_done(word: str) -> bool:
    """True for a past form or a participle, regular or not: "rose", "risen"."""
    irregular = word in lists.irregular() and word not in _NO_VERBS and not word.endswith(("s", "ing", "er"))
    return is_past(word) or irregular


@cache
def stems_of(group: str) -> frozenset[str]:
    """The stems of a group of words."""
    return frozenset(stem(w) for w in lists.words(group))


def is_deed(word: str) -> bool:
    """True for a word of doing that the lists know, weak or strong."""
    return stem(word) in stems_of("strong-deed") or stem(word) in stems_of("weak-deed")


def is_passive(f: Folded, verb: int) -> bool:
    """True for "was given"."""
    return f.word(verb - 1) in _PASSIVE and not f.word(verb).endswith("ing")


def opens_bullet(f: Folded, segment: Segment) -> bool:
    """True when a sentence begins with a verb of doing, as lines of a résumé do: the speaker is meant."""
    if f.tokens[segment.first].gap != "\n":
        return False  # within a paragraph it goes on with the sentence before
    at = next((k for k in range(segment.first, segment.end) if f.word(k)[:1].isalpha()), segment.first)
    first, after = f.word(at), f.word(at + 1)
    if after == "by" or (
        first in lists.words("done-to") and after not in lists.words("before-noun") - {"to", "by"}
    ):
        return False  # "Asked to carry on": somebody else did it
    if not is_past(first) and after not in lists.words("before-noun") - {"to"} and not after[:1].isdigit():
        return False  # "Head office", "Support staff", "Close to half"
    return is_deed(first) and first != "own" and first not in lists.words("aux") and not first.endswith("ing")


def verbs_after(f: Folded, at: int, end: int) -> list[int]:
    """The main verb after a subject, and those joined to it by "and"."""
    found: list[int] = []
    subject = at
    while at < end and (
        f.word(at) in lists.words("aux")
        or f.word(at) == "since"
        or f.word(at).endswith("ly")
        or f.word(at) == ","
    ):
        at += 1
    if f.word(at) == "used" and f.word(at + 1) == "to":
        at = subject = at + 2  # "I used to answer"
    word = f.word(at) if at < end else ""
    if word[:1].isalpha() and (
        at == subject or is_past(word) or word in lists.irregular() or word.endswith("ing") or is_deed(word)
    ):
        found.append(at)
        for k in range(at + 1, min(end - 1, at + _JOINED)):
            if (
                f.word(k) in lists.words("clause-subject")
                or f.word(k) in (";", ":")
                or (f.word(k) in lists.words("other") and f.word(k + 1) != ",")
            ):
                break
            if (
                f.word(k) == "and"
                and is_past(f.word(k + 1))
                and (f.word(k + 1) not in lists.words("aux") or f.word(k + 2) in ("a", "an", "the"))
            ):
                found.append(k + 1)
    return found


@cache
def _perceiving() -> frozenset[str]:
    return frozenset(root(word) for word in ("notice", "think", "show", "say"))


def objects(f: Folded, segment: Segment, verb: int) -> frozenset[str]:
    """The roots of what a deed was done to: the words of weight behind its verb, to the end of the clause."""
    end, perceives = verb + 1, root(f.word(verb)) in _perceiving()
    while end < min(segment.end, verb + _OBJECT) and f.word(end) not in lists.words("clause-break") - {
        "that"
    }:
        told = perceives and (end == verb + 1 or f.word(end - 1) == "that")  # "found they were worn"
        if f.word(end) == "," or (f.word(end) in ("i", "we", "he", "she", "they") and not told):
            break
        end += 1
    return frozenset(weighty(f, verb + 1, end))
