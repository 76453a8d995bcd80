"""Scores of reviews, kept between runs beside the bank; losing the file costs time and nothing else."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path

from storybank.adapters.side_file import SideFile


class ReviewCache:
    """Scores by key; see `usecases.story_fits.KeptReviews`. None for a place: nothing is remembered."""

    def __init__(self, path: Path | None) -> None:
        self._file = SideFile(path)

    def load(self, keys: Iterable[str] | None = None) -> dict[str, tuple[int, ...]]:
        """The scores that are known, by key; None: of every key."""
        return {key: tuple(blob) for key, blob in self._file.load(keys).items()}

    def keep(self, scores: Mapping[str, tuple[int, ...]], current: Iterable[str]) -> None:
        """Add scores, and drop those whose key, up to its last dash, is none of `current`."""
        begins = set(current)
        self._file.keep(
            {key: bytes(points) for key, points in scores.items()},
            lambda key: key[: key.rfind("-") + 1] not in begins,
        )
