"""What changed between two states of a story, word by word."""

from __future__ import annotations

import re
from dataclasses import dataclass, fields
from difflib import SequenceMatcher
from typing import Literal

from storybank.stories import sections
from storybank.stories.story import Story

Kind = Literal["same", "gone", "new"]
_MASK = r"[^\s\[]*\[[A-Z][a-z]+ [0-9]+\]\S*"  # "[Organisation 1]'s" is one word, as the name was
_WORD = re.compile(rf"\n|[^\S\n]+|{_MASK}|[^\s]+")
_ITEM = re.compile(r"[^,]+|,[^\S\n]*")
_NAMES = ("principles", "themes")
_MOST = 4_000  # words: beyond this a text is compared line by line, for comparing words costs the square


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of words that stayed, went or came."""

    kind: Kind
    text: str


@dataclass(frozen=True, slots=True)
class FieldChange:
    """One field that differs, as pieces: those that are not `new` make the old text, those not `gone` the new."""

    field: str
    pieces: tuple[Piece, ...]


def changes(before: Story, after: Story) -> tuple[FieldChange, ...]:
    """Every field that differs, in the order of a story's fields."""
    found = []
    for spec in fields(Story):
        if getattr(before, spec.name) != getattr(after, spec.name):
            old, new = as_text(before, spec.name), as_text(after, spec.name)
            pattern = _ITEM if spec.name in _NAMES else _WORD
            found.append(FieldChange(spec.name, compare(old, new, pattern)))
    return tuple(found)


def compare(old: str, new: str, pattern: re.Pattern[str] = _WORD) -> tuple[Piece, ...]:
    """Two texts as pieces, in units that `pattern` finds; white space belongs to the words around it."""
    words_old, words_new = _words(old, pattern), _words(new, pattern)
    pieces: list[Piece] = []

    def put(kind: Kind, words: list[str]) -> None:
        if words:
            pieces.append(Piece(kind, "".join(words)))

    matcher = SequenceMatcher(None, words_old, words_new, autojunk=False)
    for tag, a, b, c, d in matcher.get_opcodes():
        if tag == "equal":
            put("same", words_old[a:b])
        else:
            put("gone", words_old[a:b])
            put("new", words_new[c:d])
    return tuple(pieces)


def as_text(story: Story, field: str) -> str:
    """A field as people read it."""
    value = getattr(story, field)
    if field == "figures":
        return sections.written_figures(value)
    if field == "told":
        return sections.written_told(value)
    if field == "followups":
        return "\n".join(f"{f.question}\n{f.reply}".rstrip() for f in value)
    if field == "tellings":
        return "\n".join(f"{t.name}\n{t.text}".rstrip() for t in value)
    if field == "extra":
        return "\n".join(f"{key}: {held}" for key, held in value.items())
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, tuple):
        return ("\n" if field in ("actions", "lessons", "links") else ", ").join(value)
    return "" if value is None else str(value)


def _words(text: str, pattern: re.Pattern[str]) -> list[str]:
    words = pattern.findall(text)
    return words if len(words) <= _MOST else text.splitlines(keepends=True)
