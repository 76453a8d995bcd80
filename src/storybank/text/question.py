"""The interviewer's question where it stands unlabelled above the answer: "# Tell me about a time you failed"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from storybank.text import labels
from storybank.text.asking import addresses, questions, request, tells

if TYPE_CHECKING:
    from storybank.text.rows import Row

_MARKS = " \t*_\"“”'‘’>"
_LABEL = re.compile(
    r"(?:(?:behaviou?ral |interview )?question|prompt|asked|q)"
    r"(?:[ ]?#?\d{1,2}[ ]*(?:[:.)]|[ ][-–—])|[:)])[*_]{0,3}[ ]+",
    re.IGNORECASE,
)
_SMALL = frozenset(
    {"a", "an", "one", "how", "what", "when", "me", "us"}
)  # "Describe a conflict"; not "Share of costs"
_LONGEST = 60  # words


def asked_above(text: str, rows: Sequence[Row]) -> tuple[int, int, str] | None:
    """The rows [first, last) that put the question to which the rest is the answer, and its words.

    A title may stand above it. None when there is no such question, or nothing below it.
    """
    first = next(
        (k for k, row in enumerate(rows) if row.kind != "blank" and not _is_title(text, rows, k)), None
    )
    if first is None:
        return None
    last = first + 1
    while (
        rows[first].kind == "text" and last < len(rows) and rows[last].kind == "text" and not rows[last].item
    ):
        last += 1
    asked = _question(text, rows[first:last])
    if asked is None and last > first + 1:
        last = first + 1
        asked = _question(text, rows[first:last])
    answered = any(row.kind == "text" for row in rows[last:])
    return (first, last, asked) if asked and answered else None


def _is_title(text: str, rows: Sequence[Row], number: int) -> bool:
    row = rows[number]
    title = text[row.start : row.end]
    return row.kind == "heading" and labels.heading(title) is None and _question(text, [row]) is None


def _question(text: str, rows: Sequence[Row]) -> str | None:
    """The words of these rows, when they all belong to a question that an interviewer puts."""
    said = " ".join(text[row.start : row.end].strip(_MARKS) for row in rows)
    label = _LABEL.match(said)
    asked = said[label.end() :].strip(_MARKS) if label else said
    begun = request(asked)
    if not asked or len(asked.split()) > _LONGEST or tells(asked[begun:]):
        return None
    if label or (addresses(asked) and (begun or questions(asked))):
        return asked
    ordered = rows[0].kind == "heading" and begun
    return asked if ordered and not _SMALL.isdisjoint(asked.lower().split()[1:3]) else None
