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

    def load(self, keys: Iterable[str] | None = None) -> dict[str, NDArray[np.float32]]:
        """The vectors that are known, by key; None: of every key. They share one piece of memory."""
        held, places = bytearray(), list[tuple[str, int, int]]()
        for key, blob in self._file.each(keys):
            if blob and len(blob) % 4 == 0:
                places.append((key, len(held), len(blob) // 4))
                held += blob
        return {key: np.frombuffer(held, np.float32, count, at) for key, at, count in places}

    def keep(self, vectors: Mapping[str, NDArray[np.float32]], current: Iterable[str]) -> None:
        """Add vectors, to the last bit, and drop those of texts that are no longer in the bank."""
        wanted = set(current)
        blobs = {key: vector.astype(np.float32).tobytes() for key, vector in vectors.items()}
        self._file.keep(blobs, lambda key: key not in wanted)
