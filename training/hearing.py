"""What readers make of answers that they were not shown: the ground on which everything open is fitted."""

from __future__ import annotations

import pickle
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

import numpy as np

from prose import own_words
from records import PARTS, Example, load
from storybank.signals import read as signals_read
from storybank.signals.encoder.reader import Reader
from storybank.signals.parts import Decoding, label
from storybank.text import Document, read
from storybank.text.span import Span
from train import hash_of, macro_f1

FLAT = Decoding(np.zeros(6), np.zeros((6, 6)), 0.0, {}, 0.5)
"""Nothing fitted yet: each sentence by itself."""


@dataclass(frozen=True, slots=True)
class Heard:
    """Which reader is to be heard on which answers, none of which it was shown, and what each of them weighs."""

    reader: Path
    weight: float
    examples: tuple[Example, ...]


@dataclass(slots=True)
class Case:
    """An answer that the reader had not seen, and what it made of it."""

    example: Example
    heard: signals_read.Heard
    numbers: dict[str, float]
    shares: tuple[float, float]


def hearing(given: list[str]) -> Heard:
    """`READER[@FOLD/FOLDS] WEIGHT FILE...`: with a fold, the stories that a fold reader was not shown."""
    where, _, share = given[0].partition("@")
    fold, _, folds = (int(n) if n.isdigit() else 0 for n in (share or "0/1").partition("/"))
    examples = load(*map(Path, given[2:]))
    unseen = tuple(
        own_words(e) for e in examples if hash_of(e.story) % folds == fold and read(e.text).sentences
    )
    return Heard(Path(where), float(given[1]), unseen)


def hear_all(wanted: list[Heard], cache: Path | None) -> tuple[list[signals_read.Heard], dict[Path, float]]:
    """What the readers make of the answers, and where each of them begins a sentence.

    Kept in `cache`, so that another fit may weigh it differently.
    """
    known = pickle.loads(cache.read_bytes()) if cache and cache.exists() else {}
    heards: list[signals_read.Heard] = []
    boundaries: dict[Path, float] = {}
    for w in wanted:
        where, reader = str(w.reader), Reader(w.reader)
        answers = [(e, read(e.text)) for e in w.examples]
        bare = [(e, document) for e, document in answers if not document.punctuated]
        chosen = (where, tuple(e.id for e, _ in bare))
        if chosen not in known:
            known[chosen] = fit_boundary(reader, bare)
        boundary = boundaries[w.reader] = known[chosen]
        for e, document in answers:
            key = (where, e.id, None if document.punctuated else boundary)
            if key not in known:
                known[key] = signals_read.hear(document, reader, FLAT._replace(boundary=boundary))
            heards.append(known[key])
    if cache:
        cache.write_bytes(pickle.dumps(known))
    return heards, boundaries


def fit_boundary(reader: Reader, bare: list[tuple[Example, Document]]) -> float:
    """From which probability on a sentence starts in speech without full stops, so that parts come out best."""
    if not bare:
        return FLAT.boundary
    examples = [e for e, _ in bare]
    heard = [(document, reader.read(document.prose)) for _, document in bare]
    best = (-1.0, FLAT.boundary)
    for boundary in (0.05, 0.08, 0.12, 0.16, 0.2, 0.25, 0.3, 0.4, 0.5):
        rows = []
        for document, read_ in heard:
            whole = signals_read.cut(document, read_, boundary)
            spans = [s.span for s in whole.sentences]
            labels = label(reader.tell(read_, spans).part, [None] * len(spans), FLAT)
            rows.append(([whole.locate(s) for s in spans], labels))
        best = max(best, (f1_parts(examples, rows), boundary))
    print(f"sentences of bare speech: start at {best[1]}, macro F1 of parts {best[0]:.3f} over {len(bare)}")
    return best[1]


def f1_parts(examples: list[Example], said: list[tuple[list[Span], Sequence[str]]]) -> float:
    """Macro F1 over the gold sentences, each with the label that covers most of it."""
    gold, ours = [], []
    for e, (spans, labels) in zip(examples, said, strict=True):
        for g in e.sentences:
            cover: Counter[str] = Counter()
            for span, kind in zip(spans, labels, strict=True):
                if span.start < g.end and g.start < span.end:
                    cover[kind] += min(span.end, g.end) - max(span.start, g.start)
            gold.append(PARTS.index(g.label))
            ours.append(PARTS.index(cover.most_common(1)[0][0]) if cover else -1)
    return macro_f1(gold, ours, len(PARTS))


def fit_decoding(examples, heards) -> Decoding:
    """Transition counts from gold labels; the weight of order by search on unseen answers."""
    first, follow = np.ones(6), np.ones((6, 6))
    for e in examples:
        seq = [PARTS.index(s.label) for s in e.sentences]
        first[seq[0]] += 1
        for a, b in pairwise(seq):
            follow[a, b] += 1
    first, follow = np.log(first / first.sum()), np.log(follow / follow.sum(1, keepdims=True))
    spans = [[h.document.locate(s.span) for s in h.document.sentences] for h in heards]
    heads = [[s.heading for s in h.document.sentences] for h in heards]

    def quality(fitted: Decoding) -> float:
        labels = [label(h.told.part, head, fitted) for h, head in zip(heards, heads, strict=True)]
        return f1_parts(examples, list(zip(spans, labels, strict=True)))

    best = (-1.0, 0.0)
    for weight in (0.0, 0.1, 0.2, 0.3, 0.4, 0.6):
        best = max(best, (quality(FLAT._replace(first=first, follow=follow, weight=weight)), weight))
    print(f"parts: macro F1 {best[0]:.3f} with order weight {best[1]}; without {quality(FLAT):.3f}")
    return FLAT._replace(first=first, follow=follow, weight=best[1])
