"""The most that a score can be where a defect is found, whatever else speaks for it.

Source: guide, section 3. Of 4,803 faults of these kinds among the labelled answers, ten stand beside a higher score.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import dropwhile

from storybank.readings.model import Readings
from storybank.reviewer.report import Dimension
from storybank.reviewer.terms import says_of
from storybank.text.document import PART_KINDS, PartKind


@dataclass(frozen=True, slots=True)
class Ceiling:
    """With `defect` a score is `most` at best; `says` tells why."""

    defect: str
    most: int
    says: str


def _by_faults(dimension: Dimension, most: Mapping[str, int]) -> tuple[Ceiling, ...]:
    """Ceilings by defects, each worded as the term of the score that weighs the defect."""
    return tuple(Ceiling(defect, value, says_of(dimension, defect)) for defect, value in most.items())


CEILINGS: dict[Dimension, tuple[Ceiling, ...]] = {
    "clarity": (),
    "principle": _by_faults(
        "principle",
        {"hypothetical": 2, "handed-off": 3, "we-without-i": 3, "waited-passively": 3, "avoided-conflict": 3},
    ),
    "impact": (
        Ceiling("missing-result", 1, "no outcome is told"),
        *_by_faults("impact", {"vague-result": 2, "unquantified-result": 3, "technical-only-result": 3}),
    ),
    "growth": _by_faults("growth", {"missing-learning": 1, "nothing-to-change": 1, "generic-lesson": 2}),
}
JUMBLED = Ceiling("jumbled", 2, "what happened cannot be followed: the parts stand in no order")
"""For clarity, in writing. One of 845 unseen clear answers looks so, and 93 of 249 shuffled ones."""
OUT_OF_PLACE = 0.2  # of the sentences
_FEWEST = 6  # sentences; of fewer, one that leads back is much
_DEEDS = tuple(c.defect for c in CEILINGS["principle"])
_OUTCOMES = {"none": "missing-result", "felt": "vague-result", "stated": "unquantified-result"}
_LESSONS = {"none": "missing-learning", "refused": "nothing-to-change", "generic": "generic-lesson"}


def ceiling(name: Dimension, readings: Readings) -> Ceiling | None:
    """The lowest ceiling of a score; of an outcome, or a lesson, at most one way of falling short is held."""
    if name == "clarity":
        signals = readings.signals
        jumbled = signals.document.punctuated and out_of_place(signals.parts) > OUT_OF_PLACE
        return JUMBLED if jumbled else None
    technical = "technical-only-result" if readings.outcome.technical_only else ""
    found = {
        *(rule for rule in _DEEDS if readings.judged[rule].present),
        _OUTCOMES.get(readings.outcome.kind, technical),
        _LESSONS.get(readings.lesson.kind, ""),
    }
    return min((c for c in CEILINGS[name] if c.defect in found), key=lambda c: c.most, default=None)


def out_of_place(labels: Sequence[PartKind]) -> float:
    """The share of sentences that would have to move for the parts to follow each other; 0 to 1.

    An outcome that is told first, as a headline, stands well there; asides may stand anywhere.
    """
    told = list(dropwhile(lambda kind: kind == "result", (k for k in labels if k != "other")))
    if len(told) < _FEWEST:
        return 0.0
    ends: list[int] = []  # of the longest rows in order, by their length, the lowest last place
    for place in map(PART_KINDS.index, told):
        at = bisect_right(ends, place)
        ends[at : at + 1] = [place]
    return 1 - len(ends) / len(told)
