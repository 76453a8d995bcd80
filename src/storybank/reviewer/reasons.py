"""Scores in words: the terms that weigh most, each with its evidence, and what would lift the score."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import NamedTuple

from storybank.readings.model import Readings
from storybank.readings.quotes import standing
from storybank.reviewer.lifts import (
    TOLD,
    deeds_unseen,
    faulted,
    shows,
    step_for,
    wants_lasting,
    worth_told,
)
from storybank.reviewer.report import Dimension, Reason
from storybank.reviewer.terms import Term
from storybank.rules.registry import rule
from storybank.text.span import Span

_TRUE_AT_ANY_SIZE = ("sum:", "share:", "score:")
"""Numbers that measure how much there is; the others say how likely something is."""
_WORTH_TELLING = 0.08
"""Points; less is worth neither a reason nor an advice."""
_THERE = 0.7
"""From here on a thing is there, even where it weighs too little to be told."""
_OPPOSED: dict[Dimension, tuple[tuple[str, str], ...]] = {
    "clarity": (),
    "principle": (
        ("check", "rush"),
        ("deeds", "joint"),
        ("deeds", "would"),
        ("fault", "blame"),
        ("influence", "yield"),
    ),
    "impact": (("outcome", "none"), ("outcome", "felt"), ("measured", "bare"), ("business", "technical")),
    "growth": (("lesson", "none"), ("insight", "generic"), ("changed", "refused")),
}
"""Terms, a lifting and a lowering one, that cannot both be told of one answer."""

_KINDS = {"generic-lesson": "generic", "nothing-to-change": "refused", "unquantified-result": "stated"}
"""The kind of lesson or outcome that is each of these faults."""


class Weighed(NamedTuple):
    """A term, the size it was given, and its value in one answer, 0 to 1."""

    term: Term
    size: float
    value: float

    @property
    def points(self) -> float:
        """By how much it moves the score."""
        return self.size * self.value


def moving(name: Dimension, readings: Readings, weighed: Sequence[Weighed]) -> tuple[Weighed, ...]:
    """The terms that moved the score and may be told, the weightiest first.

    What is said as a fact must be likelier than not; sums, shares and impressions are true at any size. Of two that
    gainsay each other, the fault is told where the reading holds it to be present, so that findings say the same.
    """
    moved = {
        one.term.name: one
        for one in sorted(weighed, key=lambda one: -one.points)
        if one.points >= _WORTH_TELLING
        and (one.value >= 0.5 or one.term.number.startswith(_TRUE_AT_ANY_SIZE))
    }
    number_of = {one.term.name: one.term.number for one in weighed}
    for lift, fault in _OPPOSED[name]:
        if faulted(readings, number_of.get(fault, "").removeprefix("judged:")):
            moved.pop(lift, None)
        elif lift in moved:
            moved.pop(fault, None)
    return tuple(moved.values())


def reasons(readings: Readings, moved: Sequence[Weighed]) -> tuple[Reason, ...]:
    """The weightiest terms, each with its best sentence."""
    found = []
    for one in moved[:5]:
        term, span = one.term, _evidence(readings, one.term)
        if term.tag is not None and span is None:
            continue
        if span is not None:
            span = standing(readings.signals.document, readings.signals.parts, span)
        where = readings.signals.document.locate(span) if span else None
        text = f"{term.says} ({'+' if term.sign > 0 else '-'}{one.points:.1f})"
        found.append(Reason(text, where.start if where else None, where.end if where else None))
    return tuple(found) or (Reason("nothing in the answer speaks for more"),)


def _evidence(readings: Readings, term: Term) -> Span | None:
    """The words behind a term; None where it is about the whole answer or an absence."""
    signals = readings.signals
    if term.tag:
        best = signals.best(term.tag, TOLD)
        return best.span if best else None
    kind, _, name = term.number.partition(":")
    if kind == "score":
        return signals.lifting.get(term.number.removesuffix("~"))
    if kind == "some":
        told = zip(signals.document.sentences, signals.parts, strict=True)
        return next((sentence.span for sentence, part in told if part == name), None)
    return signals.fillers[0] if term.number == "filler-rate" and signals.fillers else None


def advised(name: Dimension, readings: Readings, weighed: Sequence[Weighed], moved: Sequence[Weighed]) -> str:
    """The advice for the term with most left to gain; on the whole, where no single one lacks much.

    `moved` are the terms that may be told: nobody is advised to add what is there, or to mend what is not.
    """
    told = {one.term.name for one in moved}
    gains = [
        (one.size * (1 - one.value if one.term.sign > 0 else one.value), one.term.lack)
        for one in weighed
        if one.term.lack and _open(readings, one, told)
    ]
    gain, advice = max(gains, key=lambda pair: pair[0], default=(0.0, None))
    if _begins_elsewhere(name, readings):
        return step_for(name, readings)
    if (amends := _amends(readings, weighed)) is not None:
        return amends
    if advice is None or gain < _WORTH_TELLING:
        return step_for(name, readings)
    return advice


def _amends(readings: Readings, weighed: Sequence[Weighed]) -> str | None:
    """What to do about the weightiest fault that is found, where only its rule has advice for it.

    Beside such a fault another virtue lifts little: a story of giving way does not ask for a trial run.
    """
    faults = sorted((one for one in weighed if one.term.lack is None), key=lambda one: -one.points)
    names = (one.term.number.removeprefix("judged:") for one in faults if one.term.sign < 0)
    return next((rule(name).advice for name in names if _found(readings, name)), None)


def _found(readings: Readings, name: str) -> bool:
    """True for a fault that is found; of those of the lesson and of the outcome at most one is."""
    kind = _KINDS.get(name)
    return faulted(readings, name) and kind in (None, readings.lesson.kind, readings.outcome.kind)


def _open(readings: Readings, one: Weighed, told: Collection[str]) -> bool:
    """True for a fault that is told, and for a good thing that the answer has not, however little it would weigh."""
    term = one.term
    if term.sign < 0:
        return term.name in told
    if term.name in told or one.value >= _THERE:
        return False
    if term.name == "lasting":
        return wants_lasting(readings)
    if term.name == "business":
        return not worth_told(readings)
    return term.tag is None or not shows(readings, term.tag)


def _begins_elsewhere(name: Dimension, readings: Readings) -> bool:
    """True where the first thing is missing, without which nothing else of the dimension makes sense."""
    if name == "principle":
        return deeds_unseen(readings)
    if name == "growth":
        return readings.lesson.kind == "none"
    return name == "impact" and readings.outcome.kind in ("none", "felt")
