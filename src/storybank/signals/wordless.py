"""Outcomes told without a number: "halved", "not one since", "nobody was hurt", "for the first time"."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from storybank.signals.counts import NUMBERISH, noun_after
from storybank.signals.figure_words import (
    BEFELL,
    CHANGED,
    CLOSED,
    FACTORS,
    IDLE,
    KEPT,
    LACKING,
    NEGATED,
    PHRASES,
    QUANTIFIED,
    YIELDED,
)  # fmt: skip
from storybank.signals.numerals import numeral
from storybank.signals.quantity import STOPS
from storybank.signals.tokens import DIGITS, Tokens

_LASTING: Final = frozenset(["since", "again", "anymore", "ever"])
_AFTER: Final = frozenset(["was", "were", "has", "have", "had", "came", "is", "are", "did", "got", "went"])
_IDLE_AFTER: Final = CLOSED - {"of"} - _AFTER
_WINDOW: Final = 10
_ONWARD: Final = STOPS | {",", ":", "but", "and", "because", "when", "i", "we", "he", "she", "they", "it"}
_MARKS: Final = STOPS | {",", ":"}


def _by_two() -> dict[tuple[str, str], list[tuple[list[str], float]]]:
    table: dict[tuple[str, str], list[tuple[list[str], float]]] = {}
    for phrase in sorted(PHRASES | KEPT, key=lambda p: (-len(p), p)):
        words = phrase.split()
        table.setdefault((words[0], words[1]), []).append((words, 0.6 if phrase in PHRASES else 0.3))
    return table


_PHRASES: Final = _by_two()
_TRIGGERS: Final = NEGATED | FACTORS | {"both"}


@dataclass(frozen=True, slots=True)
class Wording:
    """Tokens `first` to `end` (exclusive) tell an outcome in words; `hint` from 0 to 1 as in `Figure`."""

    first: int
    end: int
    hint: float


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
        if words[at : at + len(phrase)] == phrase and not hour:
            whole = _of_them(t, at + phrase.index("of")) if "of" in phrase[-2:] else 0
            return Wording(at, whole or at + len(phrase), hint)
    if word in FACTORS:
        return Wording(at, at + 1, 0.3 if words[at - 1] in ("to", "would", "be") else 0.75)
    if word in ("no", "zero"):
        if word == "no" and words[at + 1] in ("one", "-") and words[at + 2] not in ("single",):
            return _nobody(t, at, at + 2 + (words[at + 1] == "-"))
        return _none_of_a_kind(t, at)
    if word in ("nobody", "nothing", "nobody's", "nothing's"):
        return _nobody(t, at, at + 1)
    if word == "none":
        whole = _of_them(t, at + 1)
        if whole:
            return Wording(at, whole, 0.55)
        idle = words[at + 1] in ("the", "other") or words[at - 1] in ("second", "have", "had")
        return (
            None if idle else Wording(at, _stretch(t, at + 1, 3 * (words[at + 1] not in _IDLE_AFTER)), 0.55)
        )
    if word == "both":
        return _both(t, at)
    if word == "neither":
        return Wording(at, _stretch(t, at + 2, 3), 0.35) if words[at + 1] == "of" else None
    if word == "without":
        return _without(t, at)
    return _not(t, at) if word in NEGATED else None


def _stretch(t: Tokens, at: int, most: int) -> int:
    """Go on over plain words, `most` at most."""
    words = t.words
    end = at
    while end < at + most and words[end].isalpha() and (end == at or words[end] not in CLOSED):
        end += 1
    return end


def _of_them(t: Tokens, at: int) -> int:
    """The token after "of the 340 airbags" or "of them", which begins at `at`; 0 when nothing of the kind does."""
    words = t.words
    if words[at] != "of":
        return 0
    at += 1
    while words[at] in QUANTIFIED:
        at += 1
    number = numeral(t, at) if words[at] in NUMBERISH or words[at][0] in DIGITS else None
    end = number.end if number is not None else at
    return noun_after(t, end) or (end if number is not None else at + 1 if words[at].isalpha() else 0)


def _lasting(t: Tokens, at: int) -> int:
    """The token after "since" or "again" within the next words of the sentence; 0 when there is none."""
    for end in range(at, at + _WINDOW):
        word = t.words[end]
        if word in STOPS:
            return 0
        if word in _LASTING and (word != "ever" or t.words[end - 1] != "have"):
            return end + 1
    return 0


def _with_state(t: Tokens, at: int) -> int:
    """The token after what follows a mere "was": "nobody was asking"; `at` itself after a verb that tells more."""
    ahead = t.words[at - 1] in _AFTER and t.words[at].isalpha() and t.words[at] not in CLOSED
    return at + ahead


def _nobody(t: Tokens, at: int, after: int) -> Wording | None:
    """ "nobody was hurt", "no one missed a day", not "nobody would listen"."""
    if t.words[at - 1] == "next" or t.words[after - 1] == "-":
        return None
    if t.words[at] == "nothing" and t.words[at - 1] in ("to", "but", "like", "do"):
        return None
    reach = next((k for k in range(after, after + 4) if t.words[k] in _ONWARD), after + 4)
    befell = [k for k in range(after, reach) if t.words[k] in BEFELL]
    if not befell:
        return None
    end = _with_state(t, max(befell) + 1)
    telling = sum(t.words[k] not in _AFTER for k in befell)
    lasting = _lasting(t, after)
    return Wording(at, lasting or end, 0.75 if lasting else 0.55 if telling else 0.2)


def _both(t: Tokens, at: int) -> Wording | None:
    """ "both customers stayed", "both the doctors are back": two of two, with what they did or what befell them."""
    first = at + 1 + (t.words[at + 1] in ("of", "the", "our", "their", "my"))
    for end in range(first + 1, first + 4):
        word = t.words[end]
        if word in _MARKS or t.words[end - 1] == "and":
            return None
        if word in BEFELL or word in YIELDED or word in CHANGED:
            told = word not in _AFTER
            return Wording(at, _with_state(t, end + 1), 0.35 if told else 0.2)
    return None


def _none_of_a_kind(t: Tokens, at: int) -> Wording | None:
    """ "no findings at all", "no hotel missed a day", "zero downtime", "no fine in three years"."""
    words = t.words
    first = words[at + 1]
    if words[at] == "zero" and (not first.isalpha() or first in CLOSED):
        named = words[at - 1] in ("from", "ground", "sub", "day", "absolute", "patient", "net", "point")
        return None if named or first == "-" else Wording(at, at + 1, 0.4)
    further = first in ("more", "further") and words[at + 2].isalpha() and words[at + 2] not in CLOSED
    if further and words[at + 2] not in ("than", "so"):
        return Wording(at, _lasting(t, at + 2) or at + 3, 0.5)
    if not first.isalpha() or first in CLOSED or (first in IDLE and words[at + 2] not in _AFTER):
        return None
    end = _stretch(t, at + 1, 3)
    if words[end : end + 2] == ["at", "all"]:
        return Wording(at, end + 2, 0.6)
    lasting = _lasting(t, end)
    if lasting:
        return Wording(at, lasting, 0.7)
    if words[at] == "zero":
        return Wording(at, end, 0.6)
    verbs = sum(words[k] in BEFELL for k in range(at + 2, at + 6))
    told = words[at - 1] not in LACKING
    return Wording(at, end, 0.15 + 0.2 * (verbs > 0) + 0.15 * told)


def _without(t: Tokens, at: int) -> Wording | None:
    """ "without a fine", "without a single outage"."""
    words = t.words
    if words[at + 1] == "any":
        return Wording(at, _stretch(t, at + 2, 2), 0.3)
    if words[at + 1] not in ("a", "one"):
        return None
    single = words[at + 2] in ("single", "missed", "further")
    return Wording(at, _stretch(t, at + 2, 2 + single), 0.7 if single else 0.3)


def _not(t: Tokens, at: int) -> Wording | None:
    """ "not one since", "has not come back", "never froze again", "did not lose any client"."""
    words = t.words
    after = at + 1
    if words[after] == "even":
        after += 1
    sole = words[after] == "one" or (words[after] in ("a", "one") and words[after + 1] == "single")
    if sole and words[at] in ("not", "never"):
        end = _of_them(t, after + 1) or _stretch(t, after + 1, 4)
        return Wording(at, _lasting(t, after) or end, 0.8)
    moved = words[at] == "not" and words[after] == "a" and words[after + 1].isalpha()
    if moved and any(words[k] in BEFELL for k in range(after + 2, after + 4)):
        return Wording(at, after + 3, 0.5)
    if words[at] == "never" and words[after] in ("again", "once", "had"):
        return Wording(at, _stretch(t, after, 4), 0.5)
    stop = 0
    for k in range(after, after + 5):
        if words[k] in STOPS or words[k][0] in DIGITS:
            break
        if words[k] in ("any", "single") or (words[k] == "one" and words[k - 1] in ("been", "had", "lost")):
            stop = k + 1
            break
    if stop:
        past = words[at] in ("didn't", "hasn't", "haven't", "hadn't") or words[at - 1] in (
            "did",
            "has",
            "have",
        )
        return Wording(at, _stretch(t, stop, 2), 0.65 if past else 0.25)
    lasting = _lasting(t, after)
    perfect = words[at] in ("never", "hasn't", "haven't") or words[at - 1] in ("has", "have", "did")
    if lasting and perfect:
        return Wording(at, lasting, 0.7)
    if words[at] == "hasn't" or (words[at] == "not" and words[at - 1] == "has"):
        return Wording(at, _stretch(t, after, 3), 0.4)
    return None
