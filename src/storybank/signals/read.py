"""From a document to its signals: one pass of the reader, one of each extractor."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from storybank.signals.delivery import find_fillers, find_hedges
from storybank.signals.encoder.reader import Read, Reader, Told, shipped
from storybank.signals.figures import Figure, find_figures
from storybank.signals.model import Evidence, OutcomeFigure, Signals
from storybank.signals.names import find_names
from storybank.signals.numbers import describe
from storybank.signals.parts import Decoding, decoding, label
from storybank.signals.scope import scope_numbers
from storybank.text.document import Document, PartKind
from storybank.text.sentences import resegment
from storybank.text.span import Span


@dataclass(frozen=True, slots=True)
class Heard:
    """A document with what the reader made of it; speech without full stops has been cut into sentences."""

    document: Document
    read: Read
    told: Told
    labels: tuple[PartKind, ...]


def hear(document: Document, reader: Reader, fitted: Decoding) -> Heard:
    """Run the reader. The document must hold at least one sentence."""
    read = reader.read(document.prose)
    if not document.punctuated:
        starts = [read.pieces.starts[k] for k in np.flatnonzero(read.starts > fitted.boundary)]
        document = resegment(document, starts)
    told = reader.tell(read, [s.span for s in document.sentences])
    labels = label(told.part, [s.heading for s in document.sentences], fitted)
    return Heard(document, read, told, labels)


def read_signals(document: Document, reader: Reader | None = None) -> Signals:
    """All signals of an answer that has at least one sentence."""
    reader = reader or shipped()
    fitted = decoding()
    heard = hear(document, reader, fitted)
    document, told = heard.document, heard.told
    figures = _outcomes(document, heard, fitted)
    spans = [s.span for s in document.sentences]
    return Signals(
        document=document,
        parts=heard.labels,
        evidence={tag: _ranked(tag, told.tags[:, k], spans) for k, tag in enumerate(reader.tags)},
        numbers=numbers_of(heard, fitted, reader),
        principles={
            name: _ranked(name, 1 / (1 + np.exp(-told.principles[:, k])), spans)
            for k, name in enumerate(reader.principles)
        },
        figures=figures,
        quoted=_stretches(heard.read, heard.read.quotes > 0.5),
        fillers=find_fillers(document.prose),
        hedges=find_hedges(document.prose),
        names=find_names(document.prose),
    )


def numbers_of(heard: Heard, fitted: Decoding, reader: Reader) -> dict[str, float]:
    """The named numbers of an answer, all in one mapping."""
    document = heard.document
    prose = document.prose
    figures = _outcomes(document, heard, fitted)
    counts = {
        "figures": float(sum(f.outcome for f in figures)),
        "fillers": float(len(find_fillers(prose))),
        "hedges": float(len(find_hedges(prose))),
        "full-names": float(len(find_names(prose))),
    }
    words = [s.words for s in document.sentences]
    return {
        **describe(reader, heard.told, prose, words, heard.labels, counts),
        **scope_numbers(prose, [f.figure for f in figures]),
    }


def _ranked(tag: str, column: np.ndarray, spans: list[Span]) -> tuple[Evidence, ...]:
    order = np.argsort(-column, kind="stable")
    return tuple(Evidence(tag, spans[k], int(k), float(column[k])) for k in order)


def _stretches(read: Read, chosen: np.ndarray) -> tuple[Span, ...]:
    """Runs of chosen pieces, as prose spans; a gap of one piece does not break a run."""
    spans: list[Span] = []
    last = -3
    for k in np.flatnonzero(chosen):
        start, end = read.pieces.starts[k], read.pieces.ends[k]
        if spans and k - last <= 2:
            spans[-1] = Span(spans[-1].start, max(end, spans[-1].end))
        else:
            spans.append(Span(start, end))
        last = int(k)
    return tuple(spans)


def _outcomes(document: Document, heard: Heard, fitted: Decoding) -> tuple[OutcomeFigure, ...]:
    """Which figures state an outcome, plus the outcomes in plain words that only the reader sees."""
    read = heard.read
    starts = np.asarray(read.pieces.starts)
    found: list[OutcomeFigure] = []
    taken: list[Span] = []
    for figure in find_figures(document.prose):
        first, last = np.searchsorted(starts, [figure.span.start, figure.span.end])
        sure = float(read.figures[first:last].max()) if last > first else 0.0
        found.append(OutcomeFigure(figure, sure > fitted.figure))
        taken.append(figure.span)
    for span in _stretches(read, read.figures > max(fitted.figure, 0.5)):
        if len(span) >= 4 and not any(span.overlaps(t) for t in taken):
            found.append(OutcomeFigure(Figure(span, "words", False, None, 1.0), True))
    return tuple(sorted(found, key=lambda f: f.figure.span))
