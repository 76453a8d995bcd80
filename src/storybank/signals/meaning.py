"""Meaning: what a text is about, as one vector, so that a question finds the story that answers it.

A second encoder of the reader's kind, taught by `training/meaning.py` to draw a question to its story although the
two share no word. Its vectors also say which principles and themes a text is about, so that a match can be explained.
"""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from importlib.resources import files
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from storybank.signals.encoder.reader import session
from storybank.signals.encoder.windows import windows
from storybank.signals.encoder.wordpiece import WordPiece, word_pieces

if TYPE_CHECKING:
    from onnxruntime import InferenceSession

Floats = NDArray[np.float32]
Sense = NDArray[np.int8]
"""What a text means, (1 + p, hidden): the direction of the whole, then that of each of its passages, one at least.

Directions are in whole numbers from -127 to 127, which takes a quarter of the room of a vector; zeros without words.
"""
_TOP = 2_000
"""Pieces of a text that are read: about ten minutes of speech, more than any story is told in."""
_PASSAGE, _PASSAGES = 40, 8
"""Pieces of a passage, about two sentences, and the most passages of a text: where it is longer, they are."""
_SHARP = 20.0
"""How much the nearest passage outweighs the others (the factor in their soft maximum)."""
_AT_ONCE = 512  # texts whose passages are unpacked together
_MANY = 4
_SIDE_BY_SIDE = 16


@dataclass(frozen=True, slots=True)
class About:
    """What a text is about: its unit vector, and how likely each principle and each theme is (0 to 1)."""

    vector: Floats
    principles: Mapping[str, float]
    themes: Mapping[str, float]


class Meaning:
    """Loads the graph once, when a text is first read; calls are pure."""

    def __init__(self, folder: Path, vocabulary: Path) -> None:
        self._folder, self._vocabulary = folder, vocabulary
        raw = json.loads((folder / "about.json").read_text(encoding="utf-8"))
        self.principles: tuple[str, ...] = tuple(raw["principles"])
        self.themes: tuple[str, ...] = tuple(raw["themes"])
        self._weights = np.array(raw["weights"], np.float32)
        self._bias = np.array(raw["bias"], np.float32)
        self.match: Mapping[str, float] = raw["match"]
        self.version = hashlib.sha256((folder / "about.json").read_bytes()).hexdigest()[:12]

    @cached_property
    def _pieces(self) -> WordPiece:
        return word_pieces(self._vocabulary)

    @cached_property
    def _encoder(self) -> InferenceSession:
        return session(self._folder / "meaning.onnx", threads=1)  # many texts are shared out one by one

    @property
    def hidden(self) -> int:
        """How many numbers a vector has."""
        return int(self._weights.shape[1])

    def vector(self, text: str) -> Floats:
        """The unit vector of a text; a text without words has the zero vector."""
        return np.asarray(wholes([self.sense(text)])[0])

    def sense(self, text: str) -> Sense:
        """What a text means, as a whole and passage by passage."""
        ids = self._pieces.pieces(text).ids[:_TOP]
        if not ids:
            return np.zeros((2, self.hidden), np.int8)
        table, _, best = windows(ids, self._pieces.cls, self._pieces.sep)
        states = np.concatenate(
            [self._encoder.run(["state"], {"ids": table[at : at + 8]})[0] for at in range(0, len(table), 8)]
        )
        pieces = states.reshape(-1, states.shape[-1])[best]
        passages = [pieces[first:end].mean(0) for first, end in pairwise(_passage_cuts(len(ids)))]
        directions = np.stack([states.mean((0, 1)), *passages])
        most = np.maximum(np.abs(directions).max(1, keepdims=True), 1e-9)
        return np.asarray(np.rint(directions / most * 127), np.int8)

    def senses(self, texts: Sequence[str]) -> list[Sense]:
        """The sense of each text; many are read side by side, on all processors."""
        if len(texts) < _MANY:
            return [self.sense(text) for text in texts]
        from concurrent.futures import ThreadPoolExecutor

        self.sense(texts[0])  # loads what is shared, once
        with ThreadPoolExecutor(min(_SIDE_BY_SIDE, os.cpu_count() or 1)) as pool:
            return list(pool.map(self.sense, texts))

    def about(self, text: str) -> About:
        """What a text is about."""
        return self.about_vector(self.vector(text))

    def about_vector(self, vector: Floats) -> About:
        """What the text of a vector is about."""
        shares = self.shares(vector[None])[0]
        count = len(self.principles)
        return About(
            vector,
            dict(zip(self.principles, map(float, shares[:count]), strict=True)),
            dict(zip(self.themes, map(float, shares[count:]), strict=True)),
        )

    def shares(self, vectors: Floats) -> Floats:
        """(n, hidden) unit vectors to (n, principles + themes) probabilities."""
        logits = vectors * np.float32(vectors.shape[1] ** 0.5) @ self._weights.T + self._bias
        return np.asarray(1 / (1 + np.exp(-logits)), np.float32)

    def nearest(self, vector: Floats, texts: Sequence[str]) -> int:
        """The index of the text whose meaning is nearest; `texts` must not be empty."""
        return int(np.argmax(wholes(self.senses(texts)) @ vector))


def wholes(senses: Sequence[Sense]) -> Floats:
    """The unit vectors of texts as wholes, (n, hidden)."""
    return _units(np.stack([sense[0] for sense in senses])) if senses else np.zeros((0, 0), np.float32)


def nearness(vector: Floats, senses: Sequence[Sense]) -> NDArray[np.float64]:
    """How near a unit vector comes to each text by its passages: their soft maximum, about -1 to 1."""
    found = [np.zeros(0)]
    for at in range(0, len(senses), _AT_ONCE):
        some = [sense[1:] for sense in senses[at : at + _AT_ONCE]]
        rows = np.concatenate(some).astype(np.float32)
        near = (rows @ vector / _lengths(rows)).astype(np.float64)
        counts = np.array([len(passages) for passages in some])
        sums = np.add.reduceat(np.exp(_SHARP * near), np.cumsum(counts) - counts)
        found.append(np.log(sums / counts) / _SHARP)
    return np.concatenate(found)


def _units(directions: NDArray[np.int8]) -> Floats:
    """(n, hidden) directions as vectors of length one, zeros as zeros."""
    rows = directions.astype(np.float32)
    return np.asarray(rows / _lengths(rows)[:, None])


def _lengths(rows: Floats) -> Floats:
    return np.asarray(np.maximum(np.sqrt(np.einsum("nh,nh->n", rows, rows)), 1e-9))


def _passage_cuts(pieces: int) -> list[int]:
    """Where the passages of a text of so many pieces begin, and its end; all about equally long."""
    count = min(_PASSAGES, max(1, round(pieces / _PASSAGE)))
    return [k * pieces // count for k in range(count + 1)]


@cache
def shipped_meaning() -> Meaning:
    """The model that ships with the package."""
    here = Path(str(files("storybank.signals")))
    return Meaning(here / "meaning_data", here / "encoder" / "data" / "vocabulary.txt")
