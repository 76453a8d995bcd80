"""Two judges on the same lines: what the raters and what the program say of one answer, made comparable."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from storybank.errors import MalformedFrontMatter
from storybank.evaluation.labelled import DEFECTS, GoldPart, LabelledAnswer
from storybank.playbook.names import Level
from storybank.reviewer.report import DIMENSIONS, Dimension, Part, Report, Verdict
from storybank.text import PartKind, Span, read

_COUNTED = ("warning", "error")
_MOST_PRINCIPLES = 3


@dataclass(frozen=True, slots=True)
class Sheet:
    """What one judge says of one answer.

    `parts` holds a label for each gold sentence, None where the judge gives none. `defects` are sorted
    names out of `DEFECTS`. `figures` are the outcome figures, as spans of the text. `scores` are 1 to 5.
    """

    parts: tuple[PartKind | None, ...]
    defects: tuple[str, ...]
    figures: tuple[Span, ...]
    scores: Mapping[Dimension, int]
    verdict: Verdict
    level: Level
    principles: tuple[str, ...]


def gold_sheet(answer: LabelledAnswer) -> Sheet:
    """What the raters say."""
    return Sheet(
        parts=tuple(sentence.label for sentence in gold_sentences(answer)),
        defects=tuple(sorted({defect.name for defect in answer.defects})),
        figures=answer.figures,
        scores=dict(answer.scores),
        verdict=answer.verdict,
        level=answer.level,
        principles=answer.principles,
    )


def said_sheet(answer: LabelledAnswer, report: Report) -> Sheet:
    """What the program says, in its report on the same text."""
    sentences = [sentence.span for sentence in gold_sentences(answer)]
    reported = {f.rule for f in report.findings if f.severity in _COUNTED}
    return Sheet(
        parts=majority(sentences, report.parts),
        defects=tuple(sorted(reported.intersection(DEFECTS))),
        figures=tuple(Span(f.start, f.end) for f in report.figures if f.outcome),
        scores={dimension: report.scores[dimension].value for dimension in DIMENSIONS},
        verdict=report.verdict,
        level=report.level,
        principles=tuple(shown.name for shown in report.principles)[:_MOST_PRINCIPLES],
    )


def gold_sentences(answer: LabelledAnswer) -> tuple[GoldPart, ...]:
    """The gold parts, each cut into its sentences; a heading goes with the sentence after it.

    An entry may hold several sentences, and is cut where the reader of `storybank.text` begins one. Speech
    without full stops is left as the raters cut it: there, only they know where a sentence ends. What is no
    word of the candidate (a speaker's label, an interviewer's turn) is in no part of a report, and is no
    sentence here.
    """
    text = answer.text
    try:
        document = read(text)
    except MalformedFrontMatter:
        document = read(text, "plain")
    said = [document.locate(s.span) for s in document.sentences]
    begins = [s.lead for s in document.sentences] if document.punctuated else []
    cut: list[GoldPart] = []
    for part in answer.parts:
        edges = [part.span.start]
        for at in begins:
            # A bullet, a number or a speaker's label before the first words is no sentence.
            if edges[-1] < at < part.span.end:
                before = Span(edges[-1], at)
                if any(map(str.isalpha, before.of(text))) and any(map(before.overlaps, said)):
                    edges.append(at)
        for start, end in pairwise([*edges, part.span.end]):
            sentence = Span(start, start + len(text[start:end].rstrip()))
            if any(map(sentence.overlaps, said)):
                cut.append(GoldPart(part.label, sentence, part.tags))
    return tuple(cut)


def majority(sentences: Sequence[Span], parts: Sequence[Part]) -> tuple[PartKind | None, ...]:
    """For each sentence the kind of the part that covers most of its characters; None where none does.

    Of two parts that cover the same number, the earlier counts.
    """
    labels: list[PartKind | None] = []
    for sentence in sentences:
        shared = [min(sentence.end, part.end) - max(sentence.start, part.start) for part in parts]
        most = max(shared, default=0)
        labels.append(parts[shared.index(most)].kind if most > 0 else None)
    return tuple(labels)
