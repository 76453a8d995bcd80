"""The whole way from a document to a report. Pure: the same document always gets the same report."""

from __future__ import annotations

from collections.abc import Collection

from storybank.playbook.names import Level
from storybank.playbook.timing import Profile
from storybank.readings.model import Readings
from storybank.readings.read import read_readings
from storybank.reviewer.parts import report_parts, spoken_seconds
from storybank.reviewer.principles import shown_principles
from storybank.reviewer.probes import ask_probes
from storybank.reviewer.report import (
    SEVERITIES,
    AnswerFacts,
    Finding,
    Part,
    Report,
    ReportedFigure,
)
from storybank.reviewer.scoring import defect_probabilities, score
from storybank.reviewer.verdict import held, read_verdict
from storybank.rules.model import Hit, Rule
from storybank.rules.registry import RULES, switched
from storybank.signals.fitted import Fitted, shipped
from storybank.signals.model import Signals
from storybank.signals.read import read_signals
from storybank.text.document import Document, PartKind, Piece, Sentence
from storybank.text.language import is_english
from storybank.text.span import Span

_WITHOUT_STORY = (
    "missing-situation", "missing-task", "thin-action", "missing-result", "missing-learning", "hypothetical",
)  # fmt: skip
"""What can be missing from a text that tells no event."""
_YET = "No event is told yet, and this belongs to one."


def review(
    document: Document,
    *,
    question: str | None,
    level: Level,
    profile: Profile,
    wpm: float,
    off: Collection[str] = (),
    fitted: Fitted | None = None,
) -> Report:
    """Judge an answer.

    `question` None: rules that depend on it stay silent. `off` names rules and families that are switched
    off, besides those that the document silences itself. `wpm` is the speaking pace, words a minute.
    `fitted` is what to judge with; None: what the package ships.
    """
    fitted = fitted or shipped()
    document = document if document.sentences else _unread(document)
    signals = read_signals(document, fitted)
    document = signals.whole
    readings = read_readings(signals, question, level, fitted)
    silenced, slips = switched(document.silenced)
    findings = _findings(readings, frozenset(off) | silenced)
    scores, points = score(readings, fitted)
    verdict = (
        held(read_verdict(readings.numbers, points, defect_probabilities(readings), fitted), readings)
        if readings.is_story
        else "strong-no"
    )
    return Report(
        text=document.text,
        answer=AnswerFacts(document.words, spoken_seconds(document, wpm), level, question, profile.name),
        parts=_parts(readings.signals, profile, wpm),
        findings=findings,
        figures=_figures(signals),
        scores=scores,
        verdict=verdict,
        level=readings.level if readings.is_story else "L5",
        principles=shown_principles(readings, scores["principle"].value),
        probes=ask_probes(readings, findings, scores),
        is_story=readings.is_story,
        notices=(
            *document.notices,
            *(f"in a comment: {slip}" for slip in slips),
            *_foreign(document, fitted),
        ),
    )


def _foreign(document: Document, fitted: Fitted) -> tuple[str, ...]:
    if is_english(document.prose, fitted.reader.knows):
        return ()
    return ("this does not read like English, the only language that storybank can judge",)


def _parts(signals: Signals, profile: Profile, wpm: float) -> tuple[Part, ...]:
    """Parts of the whole answer; a sentence said again is `other`, since it says nothing new."""
    labels: list[PartKind] = ["other"] * len(signals.whole.sentences)
    for index, part in zip(signals.kept, signals.parts, strict=True):
        labels[index] = part
    return report_parts(signals.whole, tuple(labels), profile, wpm)


def _unread(document: Document) -> Document:
    """A text of nothing but headings or marks: judged as one sentence that says nothing."""
    end = len(document.text)
    sentence = Sentence(Span(0, end), 0, len(document.text.split()))
    return Document(
        document.text, document.kind, document.text, (Piece(0, 0, end),), (sentence,), document.front,
        document.silenced, document.notices,
    )  # fmt: skip


def _findings(readings: Readings, off: Collection[str]) -> tuple[Finding, ...]:
    """What every rule that is on has to say, in the order of the text, gravest first at one place.

    Where no event is told, nothing can be said of how it was told: only what is missing, and what holds of any text.
    """
    found = [
        _finding(readings, rule, hit)
        for rule in RULES
        if rule.name not in off
        and rule.family not in off
        and (readings.is_story or not _of_story(rule) or rule.name in _WITHOUT_STORY)
        for hit in rule.check(readings)
    ]
    unique = dict.fromkeys(found)
    return tuple(sorted(unique, key=lambda f: (f.start, SEVERITIES.index(f.severity), f.end, f.code)))


def _of_story(rule: Rule) -> bool:
    return rule.family not in ("delivery", "privacy")


def _finding(readings: Readings, rule: Rule, hit: Hit) -> Finding:
    document = readings.signals.document
    where = document.locate(hit.span) if hit.span is not None else Span(0, len(document.text))
    facts = hit.facts or {}
    said = readings.is_story or not _of_story(rule) or rule.name == "hypothetical"
    return Finding(
        rule=rule.name,
        code=rule.code,
        severity="note" if rule.preview else rule.severity,
        start=where.start,
        end=where.end,
        quote=where.of(document.text),
        message=rule.message.format(**facts) if said else _YET,
        advice=rule.advice.format(**facts),
    )


def _figures(signals: Signals) -> tuple[ReportedFigure, ...]:
    document = signals.document
    found = []
    for told in signals.figures:
        where = document.locate(told.figure.span)
        found.append(
            ReportedFigure(where.start, where.end, where.of(document.text), told.figure.kind, told.outcome)
        )
    return tuple(found)
