"""What stories mean, kept between runs beside the bank; losing the file costs time and nothing else."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from storybank.adapters.side_file import SideFile


class ProfileCache:
    """Senses as bytes, by key; None for a place: nothing is remembered."""

    def __init__(self, path: Path | None) -> None:
        self._file = SideFile(path)

    def load(self, keys: Iterable[str] | None = None) -> dict[str, NDArray[np.uint8]]:
        """What is known, by key; None: of every key. All share one piece of memory."""
        held, places = bytearray(), list[tuple[str, int, int]]()
        for key, blob in self._file.each(keys):
            if (
                blob and len(blob) % 4 == 0
            ):  # they begin with numbers of four bytes, and each must begin at one
                places.append((key, len(held), len(blob)))
                held += blob
        return {key: np.frombuffer(held, np.uint8, count, at) for key, at, count in places}

    def keep(self, senses: Mapping[str, NDArray[np.uint8]], current: Iterable[str]) -> None:
        """Add senses, byte for byte, and drop those of texts that are no longer in the bank."""
        wanted = set(current)
        blobs = {key: sense.tobytes() for key, sense in senses.items()}
        self._file.keep(blobs, lambda key: key not in wanted)
