"""What did not happen: "nobody was hurt", "not one since", "no findings at all", "it never ran dry"."""

from __future__ import annotations

from typing import Final

from storybank.signals.counts import NUMBERISH, noun_after
from storybank.signals.figure_words import BEFELL, CLOSED, IDLE, IRREGULAR, LACKING, QUANTIFIED, TAKING_BACK
from storybank.signals.numerals import numeral
from storybank.signals.quantity import STOPS, Wording
from storybank.signals.tokens import DIGITS, Tokens

_LASTING: Final = frozenset(["since", "again", "anymore", "ever"])
HAPPENING: Final = frozenset(["was", "were", "has", "have", "had", "came", "is", "are", "did", "got", "went"])
_WINDOW: Final = 10
_SHORT: Final = 4
_FELT: Final = frozenset(
    ["liked", "wanted", "loved", "hated", "believed", "wished", "hoped", "needed", "expected", "intended", "planned",
     "trusted", "agreed", "minded", "cared", "bothered", "dared", "looked", "seemed", "listened", "talked"]
)  # fmt: skip
"""What people feel and intend comes of nothing, denied or not."""
ONWARD: Final = STOPS | {",", ":", "but", "and", "because", "when", "i", "we", "he", "she", "they", "it"}
_PERFECT: Final = frozenset(["didn't", "hasn't", "haven't", "hadn't"])


def stretch(t: Tokens, at: int, most: int) -> int:
    """Go on over plain words, `most` at most."""
    words = t.words
    end = at
    while end < at + most and words[end].isalpha() and (end == at or words[end] not in CLOSED):
        end += 1
    return end


def of_them(t: Tokens, at: int) -> int:
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


def with_state(t: Tokens, at: int) -> int:
    """The token after what follows a mere "was": "nobody was asking"; `at` itself after a verb that tells more."""
    ahead = t.words[at - 1] in HAPPENING and t.words[at].isalpha() and t.words[at] not in CLOSED
    return at + ahead


def _past(word: str) -> bool:
    """ "cancelled", "drowned", "bought": a word that tells by its form that something happened."""
    if word in IRREGULAR:
        return True
    return len(word) > _SHORT and word.endswith("ed") and word[-3] != "e" and word not in _FELT


def nobody(t: Tokens, at: int, after: int) -> Wording | None:
    """ "nobody was hurt", "no one missed a day", not "nobody would listen"."""
    if t.words[at - 1] == "next" or t.words[after - 1] == "-":
        return None
    if t.words[at] == "nothing" and t.words[at - 1] in ("to", "but", "like", "do"):
        return None
    reach = next((k for k in range(after, after + 4) if t.words[k] in ONWARD), after + 4)
    befell = [k for k in range(after, reach) if t.words[k] in BEFELL or _past(t.words[k])]
    if not befell:
        undergone = (
            t.words[after] in ONWARD and t.words[at - 1] in BEFELL and t.words[at - 1] not in HAPPENING
        )
        return Wording(at - 1, after, 0.5) if undergone else None  # "we lost nobody"
    end = with_state(t, max(befell) + 1)
    if t.words[end] in ("a", "an", "one", "any"):
        end = stretch(t, end + 1, 2)  # "nobody's done a wrong packet"
    telling = sum(t.words[k] not in HAPPENING for k in befell)
    lasting = _lasting(t, after)
    return Wording(at, lasting or end, 0.75 if lasting else 0.55 if telling else 0.2)


def none_of_a_kind(t: Tokens, at: int) -> Wording | None:
    """ "no findings at all", "no hotel missed a day", "zero downtime", "no fine in three years"."""
    words = t.words
    first = words[at + 1]
    ahead = first in NUMBERISH or not NUMBERISH.isdisjoint(words[at + 2 : at + 4])
    if ahead and (first in NUMBERISH or first in TAKING_BACK):
        return None
    if words[at] == "zero" and (not first.isalpha() or first in CLOSED):
        named = words[at - 1] in ("from", "ground", "sub", "day", "absolute", "patient", "net", "point")
        return None if named or first == "-" else Wording(at, at + 1, 0.4)
    further = first in ("more", "further") and words[at + 2].isalpha() and words[at + 2] not in CLOSED
    if further and words[at + 2] not in ("than", "so"):
        return Wording(at, _lasting(t, at + 2) or at + 3, 0.5)
    if not first.isalpha() or first in CLOSED or (first in IDLE and words[at + 2] not in HAPPENING):
        return None
    end = stretch(t, at + 1, 3)
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


def without(t: Tokens, at: int) -> Wording | None:
    """ "without a fine", "without a single outage"."""
    words = t.words
    if words[at + 1] == "any":
        return Wording(at, stretch(t, at + 2, 2), 0.3)
    if words[at + 1] not in ("a", "one"):
        return None
    single = words[at + 2] in ("single", "missed", "further")
    return Wording(at, stretch(t, at + 2, 2 + single), 0.7 if single else 0.3)


def negation(t: Tokens, at: int) -> Wording | None:
    """ "not one since", "has not come back", "never froze again", "did not lose any client"."""
    words = t.words
    after = at + 1 + (words[at + 1] == "even")
    counted = _not_one(t, at, after)
    if counted is not None:
        return counted
    moved = words[at] == "not" and words[after] == "a" and words[after + 1].isalpha()
    if moved and any(words[k] in BEFELL for k in range(after + 2, after + 4)):
        return Wording(at, after + 3, 0.5)
    if words[at] == "never" and words[after] in ("again", "had"):
        return Wording(at, stretch(t, after, 4), 0.5)
    stop = _any_of(t, after)
    if stop:
        past = words[at] in _PERFECT or words[at - 1] in ("did", "has", "have")
        return Wording(at, stretch(t, stop, 2), 0.65 if past else 0.25)
    lasting = _lasting(t, after)
    perfect = words[at] in ("never", "hasn't", "haven't") or words[at - 1] in ("has", "have", "did")
    if lasting and perfect:
        return Wording(at, lasting, 0.7)
    if words[at] == "never":
        return _never(t, at)
    if words[at] == "hasn't" or (words[at] == "not" and words[at - 1] == "has"):
        return Wording(at, stretch(t, after, 3), 0.4)
    return None


def _not_one(t: Tokens, at: int, after: int) -> Wording | None:
    """ "not one lift has stopped since", "not once did it stop", "there wasn't a word about it"."""
    words = t.words
    if words[at - 1] == "there" and words[at] in ("wasn't", "weren't") and words[after] in ("a", "one"):
        return Wording(at, _lasting(t, after) or stretch(t, after + 1, 3), 0.5)
    if words[at] not in ("not", "never"):
        return None
    if words[after] == "once":
        return Wording(at, _lasting(t, after) or stretch(t, after + 1, 3), 0.6)
    if words[after] == "one" or (words[after] == "a" and words[after + 1] == "single"):
        onward = words[after + 1] in ONWARD or words[after + 1] in ("the", "a")
        end = of_them(t, after + 1) or (after + 1 if onward else stretch(t, after + 1, 4))
        return Wording(at, _lasting(t, after) or end, 0.8)
    return None


def _any_of(t: Tokens, after: int) -> int:
    """The token after "any", "single" or "lost one" within the next words; 0 when there is none."""
    words = t.words
    for k in range(after, after + 5):
        if words[k] in STOPS or words[k][0] in DIGITS:
            return 0
        if words[k] in ("any", "single") or (words[k] == "one" and words[k - 1] in ("been", "had", "lost")):
            return k + 1
    return 0


def _never(t: Tokens, at: int) -> Wording | None:
    """ "never ran dry", "was never reached", "has never been late": what did not happen, once."""
    words, after = t.words, at + 1
    verb = after + (words[after] in ("been", "got"))
    told = verb > after or _past(words[verb]) or words[verb] in BEFELL - HAPPENING
    return Wording(at, max(verb + 1, stretch(t, after, 2)), 0.3) if told else None
