"""What a review says: frozen values, in the shape of the JSON contract, version 1.

Every `start` and `end` counts code points of the decoded input, half-open, so `text[start:end] == quote`.
The field names are the JSON names; `storybank.reviewer.render_json` writes them out and nothing else decides them.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from storybank.playbook.names import Level
from storybank.signals.quantity import FigureKind
from storybank.text.document import PartKind

Severity = Literal["error", "warning", "note"]
SEVERITIES: tuple[Severity, ...] = ("error", "warning", "note")
Verdict = Literal["strong-no", "no", "yes", "strong-yes"]
VERDICTS: tuple[Verdict, ...] = ("strong-no", "no", "yes", "strong-yes")
Dimension = Literal["clarity", "principle", "impact", "growth"]
DIMENSIONS: tuple[Dimension, ...] = ("clarity", "principle", "impact", "growth")


@dataclass(frozen=True, slots=True)
class AnswerFacts:
    """The answer as a whole. `seconds` is spoken time: from time stamps, else words at the chosen pace."""

    words: int
    seconds: float
    target_level: Level
    question: str | None
    profile: str


@dataclass(frozen=True, slots=True)
class Part:
    """A run of consecutive sentences of one kind. `target_seconds` is (low, high) of the profile, or None."""

    kind: PartKind
    start: int
    end: int
    words: int
    seconds: float
    target_seconds: tuple[float, float] | None


@dataclass(frozen=True, slots=True)
class Finding:
    """One judgement, with the very words that cause it, and what to do about it."""

    rule: str
    code: str
    severity: Severity
    start: int
    end: int
    quote: str
    message: str
    advice: str


@dataclass(frozen=True, slots=True)
class ReportedFigure:
    """A figure in digits or words; `outcome` is True when it states what came of the work."""

    start: int
    end: int
    quote: str
    kind: FigureKind
    outcome: bool


@dataclass(frozen=True, slots=True)
class Reason:
    """One term of a score, in words, with the evidence it rests on (None: the whole answer, or an absence)."""

    text: str
    start: int | None = None
    end: int | None = None


@dataclass(frozen=True, slots=True)
class Score:
    """One dimension, 1 to 5. `next` is the one thing that would lift it; None at 5."""

    value: int
    reasons: tuple[Reason, ...]
    next: str | None


@dataclass(frozen=True, slots=True)
class Quote:
    """Some words of the answer."""

    start: int
    end: int
    quote: str


@dataclass(frozen=True, slots=True)
class PrincipleShown:
    """A leadership principle that the deeds show; `name` in kebab-case, `strength` from 0 to 1."""

    name: str
    strength: float
    evidence: tuple[Quote, ...]


@dataclass(frozen=True, slots=True)
class Probe:
    """A question that an interviewer would now ask, and why."""

    question: str
    because: str
    start: int | None = None
    end: int | None = None


@dataclass(frozen=True, slots=True, repr=False)
class Report:
    """The whole review. `text` and `notices` are for renderers and are not part of the JSON object."""

    text: str
    answer: AnswerFacts
    parts: tuple[Part, ...]
    findings: tuple[Finding, ...]
    figures: tuple[ReportedFigure, ...]
    scores: dict[Dimension, Score]
    verdict: Verdict
    level: Level
    principles: tuple[PrincipleShown, ...]
    probes: tuple[Probe, ...]
    is_story: bool = True
    notices: tuple[str, ...] = ()

    def _repr_html_(self) -> str:
        """A rich display in notebooks."""
        from storybank.reviewer.render_html import render_html

        return render_html(self)

    def __repr__(self) -> str:
        """One short line: the words of the answer stay where they are."""
        scores = ", ".join(f"{name} {score.value}" for name, score in self.scores.items())
        told = f"{self.verdict} at {self.answer.target_level}" if self.is_story else "no story"
        return f"<Report: {told}; {scores}; {len(self.findings)} findings; {self.answer.words} words>"

    def __str__(self) -> str:
        from storybank.reviewer.render_markdown import render_markdown

        return render_markdown(self)
