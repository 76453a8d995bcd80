"""Names of a story's fields as people write them, and values that are one of a few words: yes or no, a level, ..."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from storybank.playbook.names import LEVELS
from storybank.stories.front import Entry, text_of
from storybank.stories.story import CATEGORIES, STATUSES

_ALIASES = {
    "follow-ups": "followups", "link": "links", "principle": "principles", "theme": "themes",
    "period-masked": "period_masked", "period masked": "period_masked",
}  # fmt: skip
_YES, _NO = ("yes", "true", "on", "1"), ("no", "false", "off", "0", "")


def field_named(key: str) -> str:
    """The field that a key of a head or a column of a table names, in any letters; the key in small ones if none."""
    lowered = key.strip().lower()
    return _ALIASES.get(lowered, lowered)


def _yes_or_no(entry: Entry) -> bool:
    word = text_of(entry).lower()
    if word not in (*_YES, *_NO):
        raise entry.wrong(f"is {word!r}; write yes or no")
    return word in _YES


def _category(entry: Entry) -> int | None:
    word = text_of(entry)
    if word and not (word.isascii() and word.isdigit() and int(word) in CATEGORIES):
        raise entry.wrong(f"is {word!r}; write a number from 1 to 12")
    return int(word) if word else None


def _level(entry: Entry) -> str | None:
    word = text_of(entry).upper()
    if word and word not in LEVELS:
        raise entry.wrong(f"is {word!r}; write one of {', '.join(LEVELS)}")
    return word or None


def _status(entry: Entry) -> str:
    word = text_of(entry).lower() or "draft"
    if word not in STATUSES:
        raise entry.wrong(f"is {word!r}; write one of {', '.join(STATUSES)}")
    return word


WORDS: dict[str, Callable[[Entry], Any]] = {
    "masked": _yes_or_no,
    "period_masked": _yes_or_no,
    "category": _category,
    "level": _level,
    "status": _status,
}
"""The fields that take one of a few words, each with what reads it from a head."""
