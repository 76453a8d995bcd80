"""What stories mean, kept between runs beside the bank; losing the file costs time and nothing else."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from storybank.adapters.side_file import SideFile


class ProfileCache:
    """Senses as numbers in a row, by key; None for a place: nothing is remembered."""

    def __init__(self, path: Path | None) -> None:
        self._file = SideFile(path)

    def load(self, keys: Iterable[str] | None = None) -> dict[str, NDArray[np.int8]]:
        """What is known, by key; None: of every key."""
        return {key: np.frombuffer(blob, np.int8) for key, blob in self._file.each(keys) if blob}

    def keep(self, senses: Mapping[str, NDArray[np.int8]], current: Iterable[str]) -> None:
        """Add senses, byte for byte, and drop those of texts that are no longer in the bank."""
        wanted = set(current)
        blobs = {key: sense.tobytes() for key, sense in senses.items()}
        self._file.keep(blobs, lambda key: key not in wanted)
