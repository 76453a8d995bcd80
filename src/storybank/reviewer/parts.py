"""Parts of the report: runs of sentences of one kind, cut wherever the candidate was not speaking."""

from __future__ import annotations

import re
from dataclasses import dataclass

from storybank.playbook.timing import Profile
from storybank.reviewer.report import Part
from storybank.text.document import Document, PartKind, Sentence
from storybank.text.span import Span

_MARKS = re.compile(r"[\s*_#>+\-•·`~|=]*(?:\d{1,2}[.)]\s*)?[\s*_#>+\-•·`~|=]*")


@dataclass(slots=True)
class _Run:
    kind: PartKind
    start: int
    end: int
    words: int
    seconds: float


def report_parts(
    document: Document, labels: tuple[PartKind, ...], profile: Profile, wpm: float
) -> tuple[Part, ...]:
    """Merge labelled sentences into parts. `wpm` is the pace in words a minute where no time stamps tell."""
    runs: list[_Run] = []
    for sentence, kind in zip(document.sentences, labels, strict=True):
        for number, piece in enumerate(_pieces(document, sentence)):
            words = sentence.words if number == 0 else 0
            seconds = _seconds(sentence, wpm) if number == 0 else 0.0
            last = runs[-1] if runs else None
            if last and last.kind == kind and _only_marks(document.text, last.end, piece.start):
                last.end = max(last.end, piece.end)
                last.words += words
                last.seconds += seconds
            else:
                runs.append(_Run(kind, piece.start, piece.end, words, seconds))
    return tuple(
        Part(r.kind, r.start, r.end, r.words, round(r.seconds, 1), profile.parts.get(r.kind)) for r in runs
    )


def spoken_seconds(document: Document, wpm: float) -> float:
    """How long the answer takes: from time stamps where there are any, else at `wpm` words a minute."""
    return round(sum(_seconds(s, wpm) for s in document.sentences), 1)


def _seconds(sentence: Sentence, wpm: float) -> float:
    return sentence.seconds if sentence.seconds is not None else sentence.words * 60 / wpm


def _pieces(document: Document, sentence: Sentence) -> list[Span]:
    """The stretches of text of one sentence, its heading included, joined over mere markup."""
    pieces: list[Span] = []
    for run in document.runs(sentence.span):
        if pieces and _only_marks(document.text, pieces[-1].end, run.start):
            pieces[-1] = Span(pieces[-1].start, run.end)
        else:
            pieces.append(run)
    if pieces and sentence.lead < pieces[0].start:
        pieces[0] = Span(sentence.lead, pieces[0].end)
    return pieces


def _only_marks(text: str, start: int, end: int) -> bool:
    return start >= end or _MARKS.fullmatch(text, start, end) is not None
