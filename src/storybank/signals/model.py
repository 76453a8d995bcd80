"""The signals of an answer: facts read from its words, with spans, and no judgement yet."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from storybank.signals.figures import Figure
from storybank.text.document import Document, PartKind
from storybank.text.span import Span


@dataclass(frozen=True, slots=True)
class Evidence:
    """One sentence that shows one thing, by the reader's tags (`storybank.signals.tags`).

    `span` is in prose coordinates; `strength` is the reader's probability, 0 to 1.
    """

    tag: str
    span: Span
    sentence: int
    strength: float


@dataclass(frozen=True, slots=True)
class OutcomeFigure:
    """A figure, and whether it states what came of the work."""

    figure: Figure
    outcome: bool


@dataclass(frozen=True, slots=True)
class Signals:
    """Everything read from one answer. Sequences run in the order of the text.

    `whole` is the answer as it was told, `document` what is judged of it: each sentence once, `kept` being their
    places in `whole`. `parts` holds one label a sentence of `document`. `evidence` maps each tag to all its
    sentences, best first, whatever their strength; `said` maps tags to wordings that say the thing outright.
    `numbers` are plain numbers with names (`storybank.signals.numbers`). `principles` maps each leadership
    principle to the sentences that speak for it, best first.
    `lifting` holds, for each of the reader's four impressions (`score:NAME`), the sentence without which it would
    fall most, if there is one that matters.
    `quoted` are the stretches that look like the words an interviewer would quote back.
    `confidential` are details that should not leave the house (`storybank.signals.confidential`).
    """

    document: Document
    whole: Document
    kept: tuple[int, ...]
    parts: tuple[PartKind, ...]
    evidence: Mapping[str, tuple[Evidence, ...]]
    said: Mapping[str, tuple[Span, ...]]
    numbers: Mapping[str, float]
    principles: Mapping[str, tuple[Evidence, ...]]
    figures: tuple[OutcomeFigure, ...]
    lifting: Mapping[str, Span]
    quoted: tuple[Span, ...]
    fillers: tuple[Span, ...]
    hedges: tuple[Span, ...]
    names: tuple[Span, ...]
    confidential: tuple[Span, ...]

    def best(self, tag: str, least: float = 0.0) -> Evidence | None:
        """The clearest evidence of a tag, if it reaches `least`."""
        found = self.evidence[tag]
        return found[0] if found and found[0].strength >= least else None
