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
    among = t.words[end] == "among" or t.words[at - 1] in _WON
    field = _field(t, end) if among else 0
    return Quantity(at, field, "rating", value) if field else None


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
