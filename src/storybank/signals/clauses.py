"""The clause around a wording: the words without fillers, whose deed the clause tells, and with what verb.

No grammar is built: a clause reaches from joint to joint (a mark, a conjunction), its subject is the nearest
word that can be one. That is enough to tell "I helped" from "he helped", and holds in speech without stops.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Final, Literal

from storybank.playbook.lexicons import lexicon, lexicon_groups
from storybank.signals.figure_words import SCALE, SMALL
from storybank.signals.fillers import fillers
from storybank.signals.quotation import quoted
from storybank.signals.tokens import BARRIER, Tokens

Owner = Literal["own", "it", "noun", "other", "none"]
"""Whose: the speaker's, a thing's by pronoun, a thing's by noun, another person's, nobody's in sight."""

HARD: Final = frozenset('.!?;:"“”()—–…') | {BARRIER}
REACH: Final = 16
"""Words of a clause that are looked at on either side."""


@dataclass(frozen=True, slots=True)
class Said:
    """The words without fillers; `at` is the token of each, `silent` is 1 for the quoted ones."""

    words: list[str]
    at: list[int]
    silent: bytearray


@dataclass(frozen=True, slots=True)
class Hedge:
    kind: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Clause:
    """The words of a clause around a hedge, the hedge itself left out."""

    left: Sequence[str]
    right: Sequence[str]


def without_fillers(tokens: Tokens) -> Said:
    silent = quoted(tokens)
    keep = bytearray(b"\x01") * len(tokens.words)
    for start, end in fillers(tokens, silent):
        if tokens.words[start] not in ("kind", "sort", "kinda", "sorta", "or"):
            keep[start:end] = bytes(end - start)
    at = [k for k in range(len(keep)) if keep[k]]
    at = [k for n, k in enumerate(at) if tokens.words[k] != "," or n == 0 or tokens.words[at[n - 1]] != ","]
    return Said([tokens.words[k] for k in at], at, bytearray(silent[k] for k in at))


@cache
def _wordings() -> dict[str, list[tuple[tuple[str, ...], str]]]:
    """By first word: the wordings with their kinds, longest first."""
    found: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for kind, wordings in lexicon_groups("hedges").items():
        for wording in wordings:
            parts = tuple(wording.split())
            found.setdefault(parts[0], []).append((parts, kind))
    for listed in found.values():
        listed.sort(key=lambda entry: -len(entry[0]))
    return found


@cache
def openers() -> frozenset[str]:
    return frozenset(_wordings())


def wording_at(said: Said, at: int) -> Hedge | None:
    for parts, kind in _wordings().get(said.words[at], ()):
        if tuple(said.words[at : at + len(parts)]) == parts:
            return Hedge(kind, at, at + len(parts))
    return None


def clause_around(said: Said, hedge: Hedge) -> Clause:
    breaks = lexicon_groups("delivery")["clause"]
    return Clause(_leftwards(said.words, hedge.start - 1, breaks), _rightwards(said.words, hedge.end, breaks))


def _leftwards(words: list[str], at: int, breaks: frozenset[str]) -> list[str]:
    """Back to where the clause begins; over one more joint where the stretch so far has no subject."""
    if words[at] == ",":
        at -= 1
    sets = lexicon_groups("delivery")
    subjects = sets["own"] | sets["other"] | sets["it"] | {"my", "our"}
    found: list[str] = []
    crossed = 0
    while len(found) < REACH:
        word = words[at]
        if word in HARD:
            break
        if word in ("which", "that", "who", "what"):
            found.append(word)
            break
        if word == "," or word in breaks:
            if crossed == 2 or any(w in subjects for w in found):
                break
            crossed += 1
        else:
            found.append(word)
        at -= 1
    return _bare(found[::-1])


def _rightwards(words: list[str], at: int, breaks: frozenset[str]) -> list[str]:
    if words[at] == ",":
        at += 1
    if words[at] == "that":
        at += 1
    found: list[str] = []
    while len(found) < REACH:
        word = words[at]
        opening = word in ("what", "that", "which") and not found
        if word in HARD or word == "," or (word in breaks and not opening):
            break
        found.append(word)
        at += 1
    return _bare(found)


def _bare(words: list[str]) -> list[str]:
    """Without further hedges: another "I guess" within the clause is no subject and no deed."""
    wordings = _wordings()
    kept: list[str] = []
    at = 0
    while at < len(words):
        size = 0
        for parts, kind in wordings.get(words[at], ()):
            if kind in ("stance", "view", "adverb") and tuple(words[at : at + len(parts)]) == parts:
                size = len(parts)
                break
        if not size:
            kept.append(words[at])
        at += size or 1
    return kept


def is_amount(ahead: Sequence[str]) -> bool:
    """True when what follows is a quantity: the hedge is an honest estimate."""
    amounts = lexicon_groups("delivery")["amount"]
    for word, after in zip(ahead, [*ahead[1:], ""], strict=False):
        if word in HARD:
            return False
        if word in ("a", "an", "another") and after in _units():
            return True
        if is_number(word) or word in amounts:
            return True
    return False


def is_number(word: str) -> bool:
    """True for digits, number words and signs of money; "mill" and "grand" are more often no numbers."""
    return (
        word[:1].isdigit()
        or word in SMALL
        or (word in SCALE and word not in ("mill", "grand"))
        or word in "$€£"
    )


@cache
def _units() -> frozenset[str]:
    return lexicon_groups("delivery")["unit"]


def owner_of(words: Sequence[str], hole: int = 0) -> tuple[Owner, int]:
    """The subject of the clause around `hole`, and where it stands; -1 for none.

    Before the hedge the nearest person counts, after it the first; a thing only where there is no person.
    """
    sets = lexicon_groups("delivery")
    for at in range(hole - 1, -1, -1):
        if words[at] in sets["own"]:
            return "own", at
        if words[at] in sets["other"] and (words[at] != "there" or words[at + 1 : at + 2] == ["was"]):
            return "other", at
    thing: tuple[Owner, int] = ("none", -1)
    for at, word in enumerate(words):
        if thing[0] == "none":
            if word in sets["it"] or word in ("my", "our"):
                thing = ("it", at)
            elif word in ("the", "a") and (at == 0 or words[at - 1] not in sets["links"]):
                thing = ("noun", at)
        if at >= hole and thing[0] == "none" and (word in sets["own"] or word in sets["other"]):
            return ("own" if word in sets["own"] else "other"), at
    return thing


def is_past(word: str) -> bool:
    """True for a form that tells the past, by its ending or by the list."""
    known = lexicon("past-forms")
    again = word.startswith(("re", "un")) and word[2:] in known
    return (len(word) > 3 and word.endswith("ed")) or word in known or again or word == "done"


def main_verb(words: Sequence[str], at: int) -> tuple[str, bool]:
    """The main verb after the subject at `at`, and whether a form of "be" stands before it."""
    sets = lexicon_groups("delivery")
    was = words[at] in ("i'm", "we're")
    for k in range(at + 1, len(words)):
        word = words[k]
        if word in sets["aside"] or word == ",":
            continue
        if word in sets["be"]:
            was = True
        elif word in ("have", "had", "having") and _carries_on(words[k + 1 : k + 2], sets["aside"]):
            continue
        else:
            return word, was
    return "", was


def _carries_on(after: Sequence[str], asides: frozenset[str]) -> bool:
    """True when "have" only helps the verb that follows."""
    return bool(after) and (is_past(after[0]) or after[0] in asides)
