"""A candidate's own words within a question: shortened, and asked about by what they are."""

from __future__ import annotations

import re

from storybank.signals.clauses import is_past
from storybank.signals.figure_words import APPROXIMATORS, SCALE, SMALL

_QUOTED_WORDS = 14
_QUOTE = "“{quote}”"
_PIECE = re.compile(r"\d[\d.,]*|[^\W\d_]+")
_NUMBER = SMALL.keys() | SCALE.keys() | APPROXIMATORS | {"a", "and", "of", "out", "the"}
_HABIT = re.compile(r"\b(?:now|nowadays|always|usually|each|every|whenever|any|never)\b", re.I)
_ONCE = re.compile(
    r"\bwhen\b|\bthe (?:very )?next\b|\b(?:this|last) (?:year|spring|summer|autumn|fall|winter|month|week|quarter)\b"
    r"|\bin (?:19|20)\d\d\b",
    re.I,
)
_DID = re.compile(r"\b(?:I|we) (?:\w+ly |then |also |just |first )?(\w+)", re.I)


def shorten(quote: str) -> str:
    """At most fourteen words of a quote, on one line, without the quotation marks that would end it early."""
    words = re.sub(r"[\"“”\x00-\x1f]", " ", quote).split()
    short = " ".join(words[:_QUOTED_WORDS]).rstrip(".,;:!?")
    return short + (" ..." if len(words) > _QUOTED_WORDS else "")


def about_that(question: str) -> str:
    """A question about a quoted word or two, put about a whole clause: it is quoted first, then asked about."""
    return f"You said {_QUOTE}. {question.replace(_QUOTE, 'that')}"


def is_lone_number(words: str) -> bool:
    """True for numbers without unit or noun, which say nothing without their clause: "360", "ten of eleven".

    "12%", "$70K" and "nine matches" say what they are.
    """
    if not all(c.isalnum() or c in " .,-'’" for c in words):
        return False
    return all(piece[0].isdigit() or piece.lower() in _NUMBER for piece in _PIECE.findall(words))


def tells_occasion(words: str) -> bool:
    """True for one time on which something was done differently ("When I merged the rosters I sat in first")."""
    if _HABIT.search(words) or not _ONCE.search(words):
        return False
    return any(is_past(verb.lower()) for verb in _DID.findall(words))
