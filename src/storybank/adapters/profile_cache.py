"""Vectors of stories, kept between runs beside the bank; losing the file costs time and nothing else."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from storybank.adapters.side_file import SideFile


class ProfileCache:
    """Vectors by key; None for a place: nothing is remembered."""

    def __init__(self, path: Path | None) -> None:
        self._file = SideFile(path)

    def load(self, keys: Iterable[str]) -> dict[str, NDArray[np.float32]]:
        """The vectors that are known, by key."""
        kept = self._file.load(keys)
        return {key: np.frombuffer(blob, np.float32) for key, blob in kept.items() if len(blob) % 4 == 0}

    def keep(self, vectors: Mapping[str, NDArray[np.float32]], current: Iterable[str]) -> None:
        """Add vectors, to the last bit, and drop those of texts that are no longer in the bank."""
        wanted = set(current)
        blobs = {key: vector.astype(np.float32).tobytes() for key, vector in vectors.items()}
        self._file.keep(blobs, lambda key: key not in wanted)
