"""The reader: a small encoder that reads the whole answer and says what each sentence does.

Two ONNX graphs made by `training/`: the encoder turns word pieces into vectors and marks words (a sentence
starts here, an outcome figure, words an interviewer would quote); the head reads the sentence vectors in
order and labels them. Both run on the processor, in this process, with no network and no randomness.
"""

from __future__ import annotations

import json
import os
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from storybank.signals.encoder.windows import features, windows
from storybank.signals.encoder.wordpiece import Pieces, word_pieces
from storybank.text.span import Span

if TYPE_CHECKING:
    from onnxruntime import InferenceSession

Floats = NDArray[np.float32]
_THREADS = 4  # more than this wait for each other more than they help
_WEIGHED = 48  # sentences, one left out after the other: five milliseconds for 25
_BATCH = 8  # windows that go through the encoder at once: bounds the memory for a very long text


class Read(NamedTuple):
    """An answer after the first graph: its pieces, a vector for each, and three judgements of each word."""

    pieces: Pieces
    vectors: Floats  # (pieces, hidden)
    starts: Floats  # (pieces,) probability that a sentence starts here
    figures: Floats  # (pieces,) probability of lying in an outcome figure
    quotes: Floats  # (pieces,) probability of lying in words that carry a defect


class Told(NamedTuple):
    """What the second graph says, rows in the order of the sentences."""

    part: Floats  # (sentences, 6) log-probabilities
    tags: Floats  # (sentences, tags) probabilities
    principles: Floats  # (sentences, 16) how much each sentence speaks for each principle, logits
    defects: Floats  # (defects,) probabilities
    scores: Floats  # (4,) first impressions, about 1 to 5
    verdict: float  # 0 strong-no to 3 strong-yes
    level: Floats  # (3,) probabilities


class Reader:
    """Loads the two graphs once; calls are pure."""

    def __init__(self, folder: Path) -> None:
        names: dict[str, Any] = json.loads((folder / "names.json").read_text(encoding="utf-8"))
        self.parts: tuple[str, ...] = tuple(names["parts"])
        self.tags: tuple[str, ...] = tuple(names["tags"])
        self.principles: tuple[str, ...] = tuple(names["principles"])
        self.defects: tuple[str, ...] = tuple(names["defects"])
        self.levels: tuple[str, ...] = tuple(names["levels"])
        self._pieces = word_pieces(folder / "vocabulary.txt")
        self._encoder = session(folder / "encoder.onnx", threads=min(_THREADS, os.cpu_count() or 1))
        self._head = session(folder / "head.onnx", threads=1)  # too small to share out

    def knows(self, word: str) -> bool:
        """Whether an English word, case and accents aside, is in the vocabulary as a whole."""
        return self._pieces.knows(word)

    def read(self, prose: str) -> Read:
        """Encode the prose of an answer. Time grows linearly with its length."""
        pieces = self._pieces.pieces(prose)
        ids, _, best = windows(pieces.ids, self._pieces.cls, self._pieces.sep)
        states, words = [], []
        for at in range(0, len(ids), _BATCH):
            state, word = self._encoder.run(None, {"ids": ids[at : at + _BATCH]})
            states.append(state)
            words.append(word)
        vectors = np.concatenate(states).reshape(-1, states[0].shape[-1])[best]
        marks = 1 / (1 + np.exp(-np.concatenate(words).reshape(-1, 3)[best]))
        return Read(pieces, vectors, marks[:, 0], marks[:, 1], marks[:, 2])

    def tell(self, read: Read, sentences: Sequence[Span]) -> Told:
        """Label sentences, given as prose spans; there must be at least one."""
        vectors, lengths = _pooled(read, sentences)
        given = {"vectors": vectors[None], "features": features(lengths)[None]}
        part, tags, principles, defects, scores, verdict, level = (
            out[0] for out in self._head.run(None, given)
        )
        return Told(part, tags, principles, defects, scores, float(verdict[0]), level)

    def lifts(self, read: Read, sentences: Sequence[Span], scores: Floats) -> Floats:
        """How much each sentence lifts each of the four impressions: (sentences, 4), what is lost without it.

        Of very long answers nothing is known: time grows with the square of the number of sentences.
        """
        count = len(sentences)
        if not 1 < count <= _WEIGHED:
            return np.zeros((count, len(scores)), np.float32)
        vectors, lengths = _pooled(read, sentences)
        others = [[k for k in range(count) if k != out] for out in range(count)]
        places = np.stack([features([lengths[k] for k in kept]) for kept in others])
        without = self._head.run(["scores"], {"vectors": vectors[np.array(others)], "features": places})[0]
        lost: Floats = scores - without
        return lost


def _pooled(read: Read, sentences: Sequence[Span]) -> tuple[Floats, list[int]]:
    """The mean vector of each sentence, and of how many pieces it is."""
    if not sentences:  # the runtime would abort the process
        raise ValueError("there is no sentence to tell of")
    starts = np.asarray(read.pieces.starts, dtype=np.int64)
    firsts = np.searchsorted(starts, [s.start for s in sentences])
    lasts = np.searchsorted(starts, [s.end for s in sentences])
    pooled = np.zeros((len(sentences), read.vectors.shape[1]), np.float32)
    for row, (first, last) in enumerate(zip(firsts, lasts, strict=True)):
        if last > first:
            pooled[row] = read.vectors[first:last].mean(0)
    return pooled, [int(length) for length in lasts - firsts]


def session(path: Path, threads: int) -> InferenceSession:
    """A graph ready to run, on this processor alone and without any report to anybody."""
    # onnxruntime writes a device id into the home folder and would report usage; nothing here may do either.
    os.environ["ORT_DISABLE_TELEMETRY"] = "1"
    import onnxruntime

    options = onnxruntime.SessionOptions()
    options.log_severity_level = 3
    options.intra_op_num_threads = threads
    # Threads that spin while they wait take the processor from each other as soon as anything else runs.
    options.add_session_config_entry("session.intra_op.allow_spinning", "0")
    return onnxruntime.InferenceSession(str(path), options, providers=["CPUExecutionProvider"])
