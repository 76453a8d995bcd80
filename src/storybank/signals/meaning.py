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
_TOP = 2_000
"""Pieces of a text that are read: about ten minutes of speech, more than any story is told in."""
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

    def vector(self, text: str) -> Floats:
        """The unit vector of a text; a text without words has the zero vector."""
        ids = self._pieces.pieces(text).ids[:_TOP]
        if not ids:
            return np.zeros(self._weights.shape[1], np.float32)
        table, _, _ = windows(ids, self._pieces.cls, self._pieces.sep)
        states = [
            self._encoder.run(["state"], {"ids": table[at : at + 8]})[0] for at in range(0, len(table), 8)
        ]
        pooled = np.concatenate(states).mean((0, 1))
        return np.asarray(pooled / max(float(np.linalg.norm(pooled)), 1e-9), np.float32)

    def vectors(self, texts: Sequence[str]) -> list[Floats]:
        """The vector of each text; many are read side by side, on all processors."""
        if len(texts) < _MANY:
            return [self.vector(text) for text in texts]
        from concurrent.futures import ThreadPoolExecutor

        self.vector(texts[0])  # loads what is shared, once
        with ThreadPoolExecutor(min(_SIDE_BY_SIDE, os.cpu_count() or 1)) as pool:
            return list(pool.map(self.vector, texts))

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
        return int(np.argmax([float(each @ vector) for each in self.vectors(texts)]))


@cache
def shipped_meaning() -> Meaning:
    """The model that ships with the package."""
    here = Path(str(files("storybank.signals")))
    return Meaning(here / "meaning_data", here / "encoder" / "data" / "vocabulary.txt")
