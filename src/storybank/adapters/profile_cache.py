"""Vectors of stories, kept between runs beside the bank; losing the file costs time and nothing else."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Mapping
from contextlib import closing, suppress
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

_SCHEMA = "create table if not exists vectors (key text primary key, vector blob not null) without rowid"


class ProfileCache:
    """A small SQLite file; a file that cannot be read or written is as good as none."""

    def __init__(self, path: Path | None) -> None:
        self._path = path

    def load(self, keys: Iterable[str]) -> dict[str, NDArray[np.float32]]:
        """The vectors that are known, by key."""
        wanted = set(keys)
        if self._path is None or not wanted or not self._path.exists():
            return {}
        try:
            with closing(sqlite3.connect(f"file:{self._path}?mode=ro", uri=True)) as connection:
                rows = connection.execute("select key, vector from vectors").fetchall()
        except sqlite3.Error:
            return {}
        return {
            key: np.frombuffer(blob, np.float16).astype(np.float32) for key, blob in rows if key in wanted
        }

    def keep(self, vectors: Mapping[str, NDArray[np.float32]], current: Iterable[str]) -> None:
        """Add vectors, and drop those of texts that are no longer in the bank."""
        if self._path is None or not vectors:
            return
        with suppress(sqlite3.Error, OSError):
            self._path.touch(mode=0o600)  # vectors say what confidential stories are about
            with closing(sqlite3.connect(self._path)) as connection, connection:
                self._put(connection, vectors, set(current))

    @staticmethod
    def _put(
        connection: sqlite3.Connection, vectors: Mapping[str, NDArray[np.float32]], kept: set[str]
    ) -> None:
        """Add vectors, and drop those that are not to be kept."""
        connection.execute(_SCHEMA)
        connection.executemany(
            "insert or replace into vectors values (?, ?)",
            [(key, vector.astype(np.float16).tobytes()) for key, vector in vectors.items()],
        )
        there = [key for (key,) in connection.execute("select key from vectors")]
        connection.executemany("delete from vectors where key = ?", [(k,) for k in there if k not in kept])
