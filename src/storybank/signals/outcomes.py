"""Which figures state what came of the work, and which only describe the setting.

Four witnesses are weighed for each figure: what the reader says of its words, what it says of its sentence
(is that a result, is it measured), the wording around it, and whether it is a before-and-after pair. Outcomes in
plain words that hold no quantity at all are seen by the reader alone.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Mapping

import numpy as np
from numpy.typing import NDArray

from storybank.signals.encoder.reader import Read, Told
from storybank.signals.figure_words import CLOSED
from storybank.signals.figures import Figure, find_figures
from storybank.signals.model import OutcomeFigure
from storybank.signals.parts import Decoding
from storybank.text.document import PART_KINDS, Document
from storybank.text.span import Span

WITNESSES = (
    "word", "word-mean", "result", "measured", "outcome", "situation", "hint", "pair",
    "words", "count", "time", "money", "percent",
)  # fmt: skip
_WORD = re.compile(r"[^\W_]+(?:['’\-][^\W_]+)*")
_LEAST = 6  # letters of an outcome in plain words
_LONGEST = 40  # letters of a word
_JOINING = frozenset(
    ["a", "an", "the", "and", "or", "but", "of", "to", "in", "at", "on", "by", "for", "from", "with"]
)
_RESULT, _SITUATION = PART_KINDS.index("result"), PART_KINDS.index("situation")
MEASURED, OUTCOME = (
    20,
    19,
)  # columns of the tags `measured` and `outcome`; a test holds them to the reader's names


def witnesses(document: Document, read: Read, told: Told) -> Iterator[tuple[Figure, dict[str, float]]]:
    """Every figure of the prose with what its witnesses say, each number 0 to 1."""
    starts = np.asarray(read.pieces.starts)
    sentence_starts = [s.span.start for s in document.sentences]
    for figure in find_figures(document.prose):
        first, last = np.searchsorted(starts, [figure.span.start, figure.span.end])
        row = max(0, int(np.searchsorted(sentence_starts, figure.span.start, side="right")) - 1)
        marks = read.figures[first:last]
        yield (
            figure,
            {
                "word": float(marks.max()) if len(marks) else 0.0,
                "word-mean": float(marks.mean()) if len(marks) else 0.0,
                "result": math.exp(float(told.part[row, _RESULT])),
                "situation": math.exp(float(told.part[row, _SITUATION])),
                "measured": float(told.tags[row, MEASURED]),
                "outcome": float(told.tags[row, OUTCOME]),
                "hint": figure.hint,
                "pair": float(figure.pair),
                **{
                    kind: float(figure.kind == kind)
                    for kind in ("words", "count", "time", "money", "percent")
                },
            },
        )


def states_outcome(said: Mapping[str, float], weights: Mapping[str, float]) -> bool:
    """Whether the witnesses agree that a figure states an outcome."""
    return weights["bias"] + sum(weights[name] * value for name, value in said.items()) >= 0


def find_outcomes(document: Document, read: Read, told: Told, fitted: Decoding) -> tuple[OutcomeFigure, ...]:
    """All figures, each judged, in order; plus the stretches without a quantity that the reader is sure of."""
    found = [
        OutcomeFigure(f, states_outcome(said, fitted.figure)) for f, said in witnesses(document, read, told)
    ]
    taken = [f.figure.span for f in found]
    for stretch in stretches(read, read.figures > fitted.figure["alone"]):
        span = told_within(document.prose, stretch)
        if span is not None and not any(span.overlaps(t) for t in taken):
            found.append(OutcomeFigure(Figure(span, "words", False, None, 1.0), True))
            taken.append(span)
    return tuple(sorted(found, key=lambda f: f.figure.span))


def told_within(prose: str, stretch: Span) -> Span | None:
    """A marked stretch in whole words, without the words that only join at its ends; None when that leaves none."""
    near = _WORD.finditer(prose, max(0, stretch.start - _LONGEST), stretch.end + _LONGEST)
    words = [m for m in near if m.start() < stretch.end and m.end() > stretch.start]
    while words and words[-1][0].lower() in _JOINING:
        words.pop()
    telling = [m for m in words if m[0].lower() not in CLOSED]
    if not telling:
        return None
    span = Span(words[0].start(), words[-1].end())
    return span if len(span) >= _LEAST else None


def stretches(read: Read, chosen: NDArray[np.bool_]) -> tuple[Span, ...]:
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
