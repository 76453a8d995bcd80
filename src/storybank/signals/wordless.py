"""Outcomes told without a number: "halved", "not one since", "nobody was hurt", "for the first time"."""

from __future__ import annotations

from itertools import pairwise
from typing import Final

from storybank.signals.figure_words import (
    BEFELL,
    CHANGED,
    CLOSED,
    FACTORS,
    KEPT,
    NEGATED,
    PHRASES,
    YIELDED,
)
from storybank.signals.negated import (
    HAPPENING,
    ONWARD,
    negation,
    nobody,
    none_of_a_kind,
    of_them,
    stretch,
    with_state,
    without,
)
from storybank.signals.quantity import STOPS, Wording
from storybank.signals.tokens import Tokens

_IDLE_AFTER: Final = CLOSED - {"of"} - HAPPENING
_MARKS: Final = STOPS | {",", ":"}


def _by_two() -> dict[tuple[str, str], list[tuple[list[str], float]]]:
    table: dict[tuple[str, str], list[tuple[list[str], float]]] = {}
    for phrase in sorted(PHRASES | KEPT, key=lambda p: (-len(p), p)):
        words = phrase.split()
        table.setdefault((words[0], words[1]), []).append((words, 0.6 if phrase in PHRASES else 0.3))
    return table


_PHRASES: Final = _by_two()
_TRIGGERS: Final = NEGATED | FACTORS | {"both", "same", "nil"}
_BEING: Final = frozenset(["is", "are", "was", "were", "become", "became", "at"])
_THEN: Final = frozenset(["before", "last", "in", "ever", "always"])


def wordings(t: Tokens) -> list[Wording]:
    """All of them in order, none overlapping."""
    found: list[Wording] = []
    free = 0
    words = t.words
    opened = [i for i, two in enumerate(pairwise(words)) if two in _PHRASES or two[0] in _TRIGGERS]
    for at in opened:
        if at < free:
            continue
        wording = _read(t, at)
        if wording is not None:
            found.append(wording)
            free = wording.end
    return found


def _read(t: Tokens, at: int) -> Wording | None:
    words, word = t.words, t.words[at]
    for phrase, hint in _PHRASES.get((word, words[at + 1]), ()):
        hour = phrase[-1] == "half" and words[at + len(phrase)] == "past"
        when = phrase[0] == "to" and words[at + len(phrase)] in ONWARD - _MARKS  # "to the day I left"
        if words[at : at + len(phrase)] == phrase and not (hour or when):
            whole = of_them(t, at + phrase.index("of")) if "of" in phrase[-2:] else 0
            return Wording(at, whole or at + len(phrase), hint)
    if word in FACTORS:
        return Wording(at, at + 1, 0.3 if words[at - 1] in ("to", "would", "be") else 0.75)
    if word in ("no", "zero"):
        if word == "no" and words[at + 1] in ("one", "one's", "-") and words[at + 2] not in ("single",):
            return nobody(t, at, at + 2 + (words[at + 1] == "-"))
        return none_of_a_kind(t, at)
    if word in ("nobody", "nothing", "nobody's", "nothing's"):
        return nobody(t, at, at + 1)
    if word == "none":
        whole = of_them(t, at + 1)
        if whole:
            return Wording(at, whole, 0.55)
        idle = words[at + 1] in ("the", "other") or words[at - 1] in ("second", "have", "had")
        return None if idle else Wording(at, stretch(t, at + 1, 3 * (words[at + 1] not in _IDLE_AFTER)), 0.55)
    if word == "both":
        return _both(t, at)
    if word == "nil":
        return Wording(at, at + 1, 0.4) if words[at - 1] in _BEING else None
    if word == "same":
        return _same(t, at)
    if word == "neither":
        return Wording(at, stretch(t, at + 2, 3), 0.35) if words[at + 1] == "of" else None
    if word == "without":
        return without(t, at)
    return negation(t, at) if word in NEGATED else None


def _same(t: Tokens, at: int) -> Wording | None:
    """ "the same number as in March", "the same as before": a comparison with an earlier state, and no change."""
    words = t.words
    link = next((k for k in range(at + 1, at + 4) if words[k] == "as" or words[k] in _MARKS), 0)
    if words[at - 1] != "the" or not link or words[link] != "as":
        return None
    year = words[link + 1] == "the" and words[link + 3] == "before"
    if not (year or words[link + 1] in _THEN):
        return None
    end = link + 4 if year else link + 2 + (words[link + 1] in ("in", "last"))
    return Wording(at - 1, end, 0.4)


def _both(t: Tokens, at: int) -> Wording | None:
    """ "both customers stayed", "both the doctors are back": two of two, with what they did or what befell them."""
    first = at + 1 + (t.words[at + 1] in ("of", "the", "our", "their", "my"))
    for end in range(first + 1, first + 4):
        word = t.words[end]
        if word in _MARKS or t.words[end - 1] == "and":
            return None
        if word in BEFELL or word in YIELDED or word in CHANGED:
            told = word not in HAPPENING
            return Wording(at, with_state(t, end + 1), 0.35 if told else 0.2)
    return None
