"""From a document to its signals: one pass of the reader, one of each extractor."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import accumulate

import numpy as np

from storybank.signals.confidential import find_confidential
from storybank.signals.delivery import find_fillers, find_hedges
from storybank.signals.encoder.reader import Read, Reader, Told
from storybank.signals.fitted import Fitted
from storybank.signals.model import Evidence, OutcomeFigure, Signals
from storybank.signals.names import find_names
from storybank.signals.numbers import SCORES, describe
from storybank.signals.outcomes import find_outcomes, stretches
from storybank.signals.parts import Decoding, label
from storybank.signals.scope import scope_numbers
from storybank.signals.wordings import find_wordings
from storybank.text.document import PART_KINDS, Document, PartKind
from storybank.text.once import told_once
from storybank.text.sentences import resegment
from storybank.text.span import Span

_MATTERS = 0.05  # points of five
_BEARS_ON: dict[str, tuple[PartKind, ...]] = {
    "principle": ("task", "action"), "impact": ("result",), "growth": ("learning",),
}  # fmt: skip
"""The parts that speak for an impression; any part speaks for how clear an answer is."""
_LIKELY = np.log(0.5)
_NEARLY_ALL = 0.95  # of the words
_STORY = 2  # sentences; what tells less is judged with all that is said beside it
_SILENT = -20.0  # as a logit: to name a principle is not to show it


@dataclass(frozen=True, slots=True)
class Heard:
    """A document with what the reader made of it.

    `whole` is all of it, cut into sentences where it was speech without full stops; `document` is what is judged:
    each thing once (`storybank.text.once`), `kept` being the index in `whole` of each of its sentences. `weighed` are
    the sentences of `document` that bear on the judgement of the whole: all but asides, if anything else is told;
    `telling` is what was read of them, with a span for each.
    """

    whole: Document
    kept: tuple[int, ...]
    document: Document
    read: Read
    told: Told
    labels: tuple[PartKind, ...]
    weighed: tuple[int, ...]
    telling: tuple[Read, tuple[Span, ...]]


def hear(document: Document, reader: Reader, fitted: Decoding) -> Heard:
    """Run the reader. The document must hold at least one sentence."""
    whole, read = document, None
    if not document.punctuated:
        read = reader.read(document.prose)
        whole = cut(document, read, fitted.boundary)
    once, kept = told_once(whole)
    if read is None or len(kept) < len(whole.sentences):
        read = reader.read(once.prose)
    spans = [s.span for s in once.sentences]
    told = reader.tell(read, spans)
    labels = label(told.part, [s.heading for s in once.sentences], fitted)
    weighed = _all_but_asides(told)
    telling = (read, tuple(spans))
    if len(weighed) < len(spans):
        telling = _alone(once, weighed, read, reader)
        told = _told_of(told, weighed, reader.tell(*telling))
    return Heard(whole, kept, once, read, told, labels, weighed, telling)


def _alone(
    document: Document, weighed: tuple[int, ...], read: Read, reader: Reader
) -> tuple[Read, tuple[Span, ...]]:
    """Some of the sentences as read; where much is left out they are read again, as if it had not been said.

    A word or two beside the story hardly colour the rest of it, and reading takes long.
    """
    sentences = [document.sentences[k] for k in weighed]
    if sum(s.words for s in sentences) > _NEARLY_ALL * document.words:
        return read, tuple(s.span for s in sentences)
    texts = [s.span.of(document.prose) for s in sentences]
    ends = list(accumulate(len(text) + 1 for text in texts))
    spans = tuple(Span(end - len(text) - 1, end - 1) for end, text in zip(ends, texts, strict=True))
    return reader.read(" ".join(texts)), spans


def _all_but_asides(told: Told) -> tuple[int, ...]:
    """The sentences that are likelier to tell something than to be talk beside it; all, where hardly one does."""
    telling = np.flatnonzero(told.part[:, PART_KINDS.index("other")] < _LIKELY)
    return tuple(map(int, telling)) if len(telling) >= _STORY else tuple(range(len(told.part)))


def _told_of(told: Told, weighed: tuple[int, ...], without: Told) -> Told:
    """What is told, judged as if the asides had not been said; their own labels and tags stay what they were."""
    tags, principles = told.tags.copy(), np.full_like(told.principles, _SILENT)
    tags[list(weighed)], principles[list(weighed)] = without.tags, without.principles
    return without._replace(part=told.part, tags=tags, principles=principles)


def cut(document: Document, read: Read, boundary: float) -> Document:
    """Speech without full stops, cut where a sentence starts with more than this probability."""
    return resegment(document, [read.pieces.starts[k] for k in np.flatnonzero(read.starts > boundary)])


@dataclass(frozen=True, slots=True)
class Extracted:
    """What the extractors found in the prose, each once."""

    figures: tuple[OutcomeFigure, ...]
    fillers: tuple[Span, ...]
    hedges: tuple[Span, ...]
    names: tuple[Span, ...]
    said: Mapping[str, tuple[Span, ...]]
    confidential: tuple[Span, ...]


def extract(heard: Heard, fitted: Decoding) -> Extracted:
    """Run every extractor."""
    prose = heard.document.prose
    return Extracted(
        find_outcomes(heard.document, heard.read, heard.told, fitted),
        find_fillers(prose),
        find_hedges(prose),
        find_names(prose),
        find_wordings(prose),
        find_confidential(prose),
    )


def read_signals(document: Document, weights: Fitted) -> Signals:
    """All signals of an answer that has at least one sentence."""
    reader, fitted = weights.reader, weights.decoding
    heard = hear(document, reader, fitted)
    document, told = heard.document, heard.told
    found = extract(heard, fitted)
    spans = [s.span for s in document.sentences]
    return Signals(
        document=document,
        whole=heard.whole,
        kept=heard.kept,
        parts=heard.labels,
        evidence={tag: _ranked(tag, told.tags[:, k], spans) for k, tag in enumerate(reader.tags)},
        said=found.said,
        numbers=numbers_of(heard, found, reader),
        principles={
            name: _ranked(name, 1 / (1 + np.exp(-told.principles[:, k])), spans)
            for k, name in enumerate(reader.principles)
        },
        lifting=_lifting(heard, reader),
        figures=found.figures,
        quoted=stretches(heard.read, heard.read.quotes > 0.5),
        fillers=found.fillers,
        hedges=found.hedges,
        names=found.names,
        confidential=found.confidential,
    )


def numbers_of(heard: Heard, found: Extracted, reader: Reader) -> dict[str, float]:
    """The named numbers of an answer, all in one mapping."""
    prose = heard.document.prose
    counts = {
        "figures": float(sum(f.outcome for f in found.figures)),
        "fillers": float(len(found.fillers)),
        "hedges": float(len(found.hedges)),
        "full-names": float(len(found.names)),
        **{f"say:{tag}": float(bool(found.said.get(tag))) for tag in reader.tags},
    }
    words = [s.words for s in heard.document.sentences]
    counts["telling"] = float(sum(words[k] for k in heard.weighed))
    return {
        **describe(reader, heard.told, prose, words, heard.labels, counts),
        **scope_numbers(prose, [f.figure for f in found.figures]),
    }


def _lifting(heard: Heard, reader: Reader) -> dict[str, Span]:
    """The sentence behind each impression of the whole: of those whose part bears on it, the one that lifts it most."""
    lifts = reader.lifts(*heard.telling, heard.told.scores)
    found = {}
    for column, name in enumerate(SCORES):
        parts = _BEARS_ON.get(name, PART_KINDS)
        fitting = [row for row, k in enumerate(heard.weighed) if heard.labels[k] in parts]
        best = max(fitting, key=lambda row: lifts[row, column], default=None)
        if best is not None and lifts[best, column] >= _MATTERS:
            found[f"score:{name}"] = heard.document.sentences[heard.weighed[best]].span
    return found


def _ranked(tag: str, column: np.ndarray, spans: list[Span]) -> tuple[Evidence, ...]:
    order = np.argsort(-column, kind="stable")
    return tuple(Evidence(tag, spans[k], int(k), float(column[k])) for k in order)
