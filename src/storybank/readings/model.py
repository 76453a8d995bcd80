"""The readings: what the signals together say on one matter. Rules and scores ask these, nothing below.

Rules that exclude each other share a reading: one `Outcome` decides between a missing, a vague, an
unquantified and a technical result; one `Lesson` between a missing, a generic and a refused lesson.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from storybank.playbook.names import Level
from storybank.readings.asked import Asked
from storybank.signals.model import Evidence, Signals
from storybank.text.document import PartKind
from storybank.text.span import Span


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of it.

    `kind`: `none` (nothing said), `felt` (only a feeling or a cliché), `stated` (concrete, nothing to check),
    `checkable` (a figure, a named decision). `business` and `lasting` are the sentences that show meaning
    for customers, money, risk or people, and durability. `span` covers the words that decided.
    """

    kind: Literal["none", "felt", "stated", "checkable"]
    technical_only: bool
    span: Span | None
    measured: tuple[Evidence, ...]
    business: tuple[Evidence, ...]
    lasting: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class Lesson:
    """What was learnt. `kind` from nothing to a changed habit that is shown."""

    kind: Literal["none", "generic", "refused", "insight", "changed"]
    span: Span | None
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class Judged:
    """How sure the reading is of one defect, and the words that speak for it (none: the whole answer)."""

    probability: float
    present: bool
    spans: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Readings:
    """All readings of one answer, at one target level, for one question.

    `words` are all that would be spoken, `told` those that say something for the first time.
    `shares` are shares of words by part, 0 to 1, summing to 1. `judged` holds the defects that need the
    whole context; rules take them from there. `numbers` are those of the signals,
    the question and the target. `principles` are shares of the evidence, best first.
    `is_story` is False when no event is told at all.
    """

    signals: Signals
    target: Level
    asked: Asked
    words: int
    told: int
    shares: Mapping[PartKind, float]
    outcome: Outcome
    lesson: Lesson
    level: Level
    judged: Mapping[str, Judged]
    numbers: Mapping[str, float]
    principles: Mapping[str, float]
    is_story: bool
