"""The most that a score can be where a defect is found, whatever else speaks for it.

Source: guide, section 3. Of 4,803 faults of these kinds among the labelled answers, ten stand beside a higher score.
"""

from __future__ import annotations

from dataclasses import dataclass

from storybank.readings.model import Readings
from storybank.reviewer.report import Dimension


@dataclass(frozen=True, slots=True)
class Ceiling:
    """With `defect` a score is `most` at best; `says` tells why."""

    defect: str
    most: int
    says: str


CEILINGS: dict[Dimension, tuple[Ceiling, ...]] = {
    "clarity": (),
    "principle": (
        Ceiling("hypothetical", 2, "it tells what one would do, not what was done"),
        Ceiling("handed-off", 3, "others solved it"),
        Ceiling("we-without-i", 3, "your own part cannot be told from the team's"),
        Ceiling("waited-passively", 3, "you waited where a push was needed"),
        Ceiling("avoided-conflict", 3, "you gave way to keep the peace"),
    ),
    "impact": (
        Ceiling("missing-result", 1, "no outcome is told"),
        Ceiling("vague-result", 2, "the outcome is only a feeling"),
        Ceiling("unquantified-result", 3, "nothing in the outcome can be checked"),
        Ceiling("technical-only-result", 3, "the figures stay technical"),
    ),
    "growth": (
        Ceiling("missing-learning", 1, "there is no look back"),
        Ceiling("nothing-to-change", 1, "you would change nothing"),
        Ceiling("generic-lesson", 2, "the lesson could end any story"),
    ),
}
_DEEDS = tuple(c.defect for c in CEILINGS["principle"])
_OUTCOMES = {"none": "missing-result", "felt": "vague-result", "stated": "unquantified-result"}
_LESSONS = {"none": "missing-learning", "refused": "nothing-to-change", "generic": "generic-lesson"}


def ceiling(name: Dimension, readings: Readings) -> Ceiling | None:
    """The lowest ceiling of a score; of an outcome, or a lesson, at most one way of falling short is held."""
    technical = "technical-only-result" if readings.outcome.technical_only else ""
    found = {
        *(rule for rule in _DEEDS if readings.judged[rule].present),
        _OUTCOMES.get(readings.outcome.kind, technical),
        _LESSONS.get(readings.lesson.kind, ""),
    }
    return min((c for c in CEILINGS[name] if c.defect in found), key=lambda c: c.most, default=None)
