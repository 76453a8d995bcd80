"""Examples as tensors: pieces in overlapping windows, and what is to be learnt about each sentence and word."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
import torch

from records import DEFECTS, LEVELS, PARTS, PRINCIPLES, TAGS, VERDICTS, Example
from storybank.signals.encoder.windows import features, windows
from storybank.signals.encoder.wordpiece import WordPiece


@dataclass(slots=True)
class Tensors:
    """One answer, ready for the network (shapes: w windows, t pieces a window, n pieces, s sentences)."""

    ids: torch.Tensor  # w, t
    mask: torch.Tensor  # w, t
    gather: torch.Tensor  # n: where each piece's best view stands in the flattened windows
    pool: torch.Tensor  # s, n: averages the pieces of a sentence
    features: torch.Tensor  # s, f
    part: torch.Tensor  # s
    tags: torch.Tensor  # s, k
    tagged: torch.Tensor  # s: 1 where somebody tagged the sentence
    word: torch.Tensor  # n, 3: a sentence starts here, outcome figure, words quoted for a defect
    principles: torch.Tensor  # 16, sums to 1; the first named weighs most
    defects: torch.Tensor
    scores: torch.Tensor
    verdict: int
    level: int
    partial: bool


def tensors(example: Example, pieces: WordPiece, asides: bool = True) -> Tensors:
    """Tokenise an answer and lay out its targets.

    Without asides, the head is not given the sentences that are `other`, where at least two more are left.
    """
    cut = pieces.pieces(example.text)
    n = len(cut.ids)
    starts, ends = np.array(cut.starts), np.array(cut.ends)
    ids, mask, gather = windows(cut.ids, pieces.cls, pieces.sep)
    given = [s for s in example.sentences if asides or s.label != "other"]
    if len(given) < 2:
        given = example.sentences
    pool = np.zeros((len(given), n), dtype=np.float32)
    word = np.zeros((n, 3), dtype=np.float32)
    for sentence in example.sentences:
        word[int(np.searchsorted(starts, sentence.start)), 0] = not sentence.torn
    for row, sentence in enumerate(given):
        inside = (starts >= sentence.start) & (starts < sentence.end)
        pool[row, inside] = 1 / max(1, inside.sum())
    for a, b in example.figures:
        word[(starts < b) & (ends > a), 1] = 1
    for spans in example.defects.values():
        for a, b in spans:
            word[(starts < b) & (ends > a), 2] = 1
    tags = np.zeros((len(given), len(TAGS)), dtype=np.float32)
    for row, sentence in enumerate(given):
        for tag in sentence.tags or ():
            tags[row, TAGS.index(tag)] = 1
    principles = torch.zeros(len(PRINCIPLES))
    for rank, name in enumerate(example.principles):
        principles[PRINCIPLES.index(name)] = (3, 1.5, 1)[rank]
    principles /= principles.sum()
    return Tensors(
        torch.from_numpy(ids), torch.from_numpy(mask), torch.from_numpy(gather), torch.from_numpy(pool),
        torch.from_numpy(features([int(k) for k in (pool > 0).sum(1)])), torch.tensor([PARTS.index(s.label) for s in given]),
        torch.from_numpy(tags), torch.tensor([float(s.tags is not None) for s in given]),
        torch.from_numpy(word), principles, torch.tensor([float(d in example.defects) for d in DEFECTS]),
        torch.tensor([float(s) for s in example.scores]), VERDICTS.index(example.verdict),
        LEVELS.index(example.level), example.partial,
    )  # fmt: skip


def weight_of(count: int, total: int) -> float:
    """How much a rare positive weighs: the square root of the odds against it, at most 8."""
    return min(8.0, math.sqrt((total - count) / max(count, 1)))
