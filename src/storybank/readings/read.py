"""From signals to readings, for one target level and one question."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace

from storybank.playbook.names import LEVELS, Level
from storybank.readings.asked import Asked, read_question
from storybank.readings.judgement import DONE, LOOKED_BACK_ON, SHOWN_BY, probability, threshold
from storybank.readings.level import falls_short, read_level
from storybank.readings.model import Judged, Lesson, Outcome, Readings
from storybank.readings.other_kinds import is_of_another_kind
from storybank.readings.principles import principle_shares
from storybank.readings.quotes import joined, standing, widened
from storybank.readings.reached import reached
from storybank.readings.resume import is_resume
from storybank.readings.started import self_started
from storybank.signals.fitted import Fitted
from storybank.signals.model import Evidence, Signals
from storybank.text.document import PART_KINDS, PartKind
from storybank.text.span import Span

_CLEAR = 0.5  # from which strength on a sentence is said to show a thing
_HEARD = 0.15  # below which the best sentence is mere noise
_PLACES: dict[tuple[bool, bool], tuple[tuple[PartKind, ...], ...]] = {
    (True, False): (("learning",),),
    (False, True): (("task", "action", "result"), ("situation", "other")),
    (False, False): (),
}
"""Where defects of the look back, of the deeds and all others are quoted from, the best place first."""
_QUOTES = 3  # so many stretches are quoted for one defect


def read_readings(signals: Signals, question: str | None, target: Level, fitted: Fitted) -> Readings:
    """All readings of an answer. `question` None or empty: what depends on it stays undecided."""
    asked = read_question(question)
    numbers = with_request(signals.numbers, asked, target)
    is_story = probability("is-story", numbers, fitted) >= threshold("is-story", fitted)
    is_story = is_story and not is_resume(signals.whole.text) and not is_of_another_kind(signals)
    if not is_story:  # a recipe has steps, but nobody did them: it holds no part of a story
        other: PartKind = "other"
        signals = replace(signals, parts=(other,) * len(signals.parts))
    judged = {name: _judge(name, numbers, signals, fitted) for name in SHOWN_BY}
    if judged["assigned-not-initiated"].present and self_started(signals):
        judged["assigned-not-initiated"] = Judged(0.0, False, ())
    if judged["technical-only-result"].present and reached(signals):
        judged["technical-only-result"] = Judged(0.0, False, ())
    level = read_level(numbers, fitted)
    if is_story and falls_short(level, target, signals):
        judged["scope-below-level"] = _found("scope-below-level", signals)
    each = [s.words for s in signals.document.sentences]
    total = max(1, sum(each))
    shares: dict[PartKind, float] = {
        kind: sum(w for w, part in zip(each, signals.parts, strict=True) if part == kind) / total
        for kind in PART_KINDS
    }
    return Readings(
        signals=signals,
        target=target,
        asked=asked,
        words=signals.whole.words,
        told=signals.document.words,
        shares=shares,
        outcome=_outcome(signals, judged, fitted),
        lesson=_lesson(signals, judged, fitted),
        level=level,
        judged=judged,
        numbers=numbers,
        principles=principle_shares(numbers, question, fitted),
        is_story=is_story,
    )


def with_request(numbers: Mapping[str, float], asked: Asked, target: str) -> dict[str, float]:
    """The numbers of the answer together with those of the question and the target level."""
    return {
        **numbers,
        "asked-initiative": float(asked.initiative),
        "asked-failure": float(asked.failure),
        "asked-disagreement": float(asked.disagreement),
        **{f"target:{level}": float(level == target) for level in LEVELS},
    }


def _judge(name: str, numbers: Mapping[str, float], signals: Signals, fitted: Fitted) -> Judged:
    sure = probability(name, numbers, fitted)
    present = sure >= threshold(name, fitted)
    return Judged(sure, present, _shown(signals, name) if present else ())


def _found(name: str, signals: Signals) -> Judged:
    """A defect that is plain without weighing."""
    return Judged(1.0, True, _shown(signals, name))


def _shown(signals: Signals, name: str) -> tuple[Span, ...]:
    """The words that say it outright, else the clear sentences, else the best one if it is not mere noise."""
    tags = SHOWN_BY[name]
    outright = {span for tag in tags for span in signals.said.get(tag, ())}
    if outright:
        return _quotable(signals, _in_place(signals, name, outright))[:_QUOTES]
    found = [e for tag in tags for e in signals.evidence[tag]]
    shown = _in_place(signals, name, {e.span for e in found if e.strength >= _CLEAR})[:_QUOTES]
    best = max(found, key=lambda e: e.strength, default=None)
    if not shown and best and best.strength >= _HEARD:
        shown = [best.span]
    return _quotable(signals, (narrow(signals, span) for span in shown))


def _quotable(signals: Signals, spans: Iterable[Span]) -> tuple[Span, ...]:
    """Each span as words that can stand alone, in order; those that overlap are one."""
    clauses = widened(signals.document, spans)
    return joined(standing(signals.document, signals.parts, clause) for clause in clauses)


def _in_place(signals: Signals, name: str, spans: Collection[Span]) -> list[Span]:
    """The spans where such a defect is told, in the look back or among the deeds; all where none stands there."""
    starts = [sentence.span.start for sentence in signals.document.sentences]
    parts = {span: signals.parts[max(0, bisect_right(starts, span.start) - 1)] for span in spans}
    for places in _PLACES[name in LOOKED_BACK_ON, name in DONE]:
        if fitting := sorted(span for span in spans if parts[span] in places):
            return fitting
    return sorted(spans)


def narrow(signals: Signals, span: Span) -> Span:
    """The words within a sentence that an interviewer would quote, where the reader marks some."""
    inside = [q for q in signals.quoted if span.contains(q) and len(q) >= 12]
    return max(inside, key=len) if inside else span


def _clear(signals: Signals, tag: str, least: float = _CLEAR) -> tuple[Evidence, ...]:
    return tuple(e for e in signals.evidence[tag] if e.strength >= least)


def _margin(judged: Mapping[str, Judged], name: str, fitted: Fitted) -> float:
    return judged[name].probability - threshold(name, fitted)


def _outcome(signals: Signals, judged: Mapping[str, Judged], fitted: Fitted) -> Outcome:
    """At most one of missing, vague and unquantified holds: the one that clears its bar by most."""
    kinds = {"missing-result": "none", "vague-result": "felt", "unquantified-result": "stated"}
    name = max(kinds, key=lambda n: _margin(judged, n, fitted))
    raised = _margin(judged, name, fitted) >= 0
    spans = judged[name].spans if raised else ()
    measured = _clear(signals, "measured")
    technical = not raised and judged["technical-only-result"].present
    if not spans and measured:
        spans = _quotable(signals, (measured[0].span,))
    return Outcome(
        kind=kinds[name] if raised else "checkable",  # type: ignore[arg-type]
        technical_only=technical,
        span=spans[0] if spans else None,
        measured=measured,
        business=_clear(signals, "business"),
        lasting=_clear(signals, "lasting"),
    )


def _lesson(signals: Signals, judged: Mapping[str, Judged], fitted: Fitted) -> Lesson:
    """A refused or generic lesson is a lesson; none at all is the third way to fall short."""
    kinds = {"missing-learning": "none", "generic-lesson": "generic", "nothing-to-change": "refused"}
    name = max(kinds, key=lambda n: _margin(judged, n, fitted))
    changed, insight = _clear(signals, "changed"), _clear(signals, "insight")
    if _margin(judged, name, fitted) >= 0:
        spans = judged[name].spans
        return Lesson(kinds[name], spans[0] if spans else None, ())  # type: ignore[arg-type]
    kind = "changed" if changed else "insight"
    found = changed or insight
    return Lesson(kind, found[0].span if found else None, found)  # type: ignore[arg-type]
