"""Places in a ranking: "third among sixty-four", "from last to second of nine"."""

from __future__ import annotations

from typing import Final

from storybank.signals.counts import NUMBERISH, noun_after
from storybank.signals.figure_words import CLOSED
from storybank.signals.numerals import numeral
from storybank.signals.quantity import Quantity
from storybank.signals.tokens import DIGITS, Tokens

_ORDINALS: Final = {
    word: float(number)
    for number, word in enumerate(
        (
            "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth",
            "eleventh", "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth",
            "eighteenth", "nineteenth", "twentieth",
        ),
        start=1,
    )
}  # fmt: skip
_ENDS: Final = frozenset(["last", "bottom", "top"])
PLACES: Final = frozenset(_ORDINALS) | _ENDS
_SUFFIXES: Final = frozenset(["st", "nd", "rd", "th"])
_RANKING: Final = frozenset(["place", "position", "rank", "spot"])
_WON: Final = frozenset(["came", "finished", "ranked", "placed", "ended", "rank", "ranks", "finish"])
_BEING: Final = frozenset(["we're", "they're", "he's", "she's", "it's", "i'm", "were", "was", "are", "is"])
_UNEVEN: Final = frozenset(["best", "worst", "most", "least"])
_SHORTEST: Final = 5
_NO_ORDER: Final = frozenset(
    ["interest", "request", "harvest", "forest", "protest", "honest", "invest", "arrest"]
)
_NOT_FIELDS: Final = frozenset(["end", "morning", "evening", "afternoon", "queue", "line", "row"])
_FIELD: Final = 3
"""Words that may stand between "of" and the number: "of the other nine"."""


def rank(t: Tokens, at: int) -> Quantity | None:
    """The place that begins at a token: a move from one to another, or one told with the size of the field."""
    told = _place(t, at)
    if told is None:
        return None
    end, value = told
    moved = _moved(t, at, end)
    if moved is not None:
        return moved
    won = t.words[at - 1] in _WON
    field = _field(t, end) if won or t.words[end] == "among" else 0
    field = (
        field or _superlative(t, at, end) or (_place_in(t, end) if won or t.words[at - 1] in _BEING else 0)
    )
    return Quantity(at, field, "rating", value) if field else None


def _superlative(t: Tokens, at: int, end: int) -> int:
    """The token after "third biggest account", "second most watched"; 0 where no such order is told."""
    word = t.words[end]
    regular = len(word) > _SHORTEST and word.endswith("est") and word not in _NO_ORDER
    if t.words[at] in _ENDS or t.words[at] == "first" or not (word in _UNEVEN or regular):
        return 0
    last = end + (word in ("most", "least"))
    return noun_after(t, last + 1) or last + 1 + (
        t.words[last + 1].isalpha() and t.words[last + 1] not in CLOSED
    )


def _place_in(t: Tokens, end: int) -> int:
    """The token after "in the district"; 0 where nothing of the kind follows."""
    words = t.words
    told = (
        words[end] == "in" and words[end + 1] in ("the", "our", "all") and words[end + 2] not in _NOT_FIELDS
    )
    return end + 3 if told and words[end + 2].isalpha() else 0


def _place(t: Tokens, at: int) -> tuple[int, float | None] | None:
    """The token after a place with "place" or "position" behind it, and its number; None for the last."""
    word, end = t.words[at], at + 1
    if word in PLACES:
        value = _ORDINALS.get(word, 1.0 if word == "top" else None)
    elif word.isdecimal() and t.words[end] in _SUFFIXES and t.glued(end):
        value, end = float(word), end + 1
    else:
        return None
    return end + (t.words[end] in _RANKING), value


def _moved(t: Tokens, at: int, end: int) -> Quantity | None:
    """ "from last to third": two places, of which not both are ends ("from top to bottom" is a manner)."""
    words = t.words
    onward = end + (words[end] in ("up", "down"))
    if words[at - 1] != "from" or words[onward] != "to":
        return None
    second = _place(t, onward + 1 + (words[onward + 1] == "the"))
    if second is None or not ({words[at], words[onward + 1]} - _ENDS - {"first"}):
        return None
    stop, value = second
    if words[stop].isalpha() and words[stop] not in CLOSED and words[stop - 1] not in _RANKING:
        return None  # "from second to third grade"
    return Quantity(at - 1, _field(t, stop) or stop, "rating", value, pair=True)


def _field(t: Tokens, at: int) -> int:
    """The token after "among sixty-four", "of the twelve schools", "out of 30"; 0 where no field is told."""
    words = t.words
    if words[at] not in ("among", "of", "out"):
        return 0
    start = at + 1 + (words[at : at + 2] == ["out", "of"])
    for first in range(start, start + _FIELD):
        if words[first] in NUMBERISH or words[first][0] in DIGITS:
            whole = numeral(t, first)
            if whole is None or whole.nominal:
                return 0
            return noun_after(t, whole.end) or whole.end
        if words[first] not in CLOSED and words[first] != "other":
            return 0
    return 0
