"""A small SQLite file beside the bank, of things that can be worked out again.

Losing the file costs time and nothing else: one that cannot be read or written is as good as none, a damaged one is
made anew, and a value whose bytes changed is not believed.
"""

from __future__ import annotations

import os
import sqlite3
import zlib
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import closing, suppress
from pathlib import Path

_SCHEMA = "create table if not exists kept (key text primary key, value blob not null)"
_DAMAGED = (1, 11, 26)  # SQLite's primary codes for: not such a table, a malformed file, no database at all
_PATIENCE_SECONDS = 2.0  # for another storybank that writes just now
_SUM = 4  # bytes before each value
_PAGE = 32_768  # bytes: on SQLite's own pages what a story means, 3.5 KB, would take one to itself


class SideFile:
    """Values of bytes by key. `path` None: nothing is remembered."""

    def __init__(self, path: Path | None) -> None:
        self._path = path

    def load(self, keys: Iterable[str] | None = None) -> dict[str, bytes]:
        """The values that are known, by key; None: of every key."""
        return dict(self.each(keys))

    def each(self, keys: Iterable[str] | None = None) -> Iterator[tuple[str, bytes]]:
        """The same, one at a time; what stands before any damage is given."""
        wanted = None if keys is None else set(keys)
        if self._path is None or wanted == set() or not self._path.is_file():
            return
        try:
            where = f"{self._path.absolute().as_uri()}?mode=ro"
            with closing(sqlite3.connect(where, uri=True, timeout=_PATIENCE_SECONDS)) as connection:
                for key, kept in connection.execute("select key, value from kept"):
                    if (wanted is None or key in wanted) and (value := _believed(key, kept)) is not None:
                        yield key, value
        except (sqlite3.Error, OSError, UnicodeError) as fault:
            self._drop_if_damaged(self._path, fault)

    def keep(self, values: Mapping[str, bytes], stale: Callable[[str], bool]) -> None:
        """Add values, and drop those whose keys are `stale`."""
        if self._path is None or not values:
            return
        with suppress(sqlite3.Error, OSError, UnicodeError):
            try:
                self._write(self._path, values, stale)
            except sqlite3.Error as fault:
                if not self._drop_if_damaged(self._path, fault):
                    raise
                self._write(self._path, values, stale)

    @staticmethod
    def _drop_if_damaged(path: Path, fault: Exception) -> bool:
        """True when the file was damaged and is gone now."""
        if (getattr(fault, "sqlite_errorcode", 0) & 0xFF) not in _DAMAGED:
            return False
        try:
            for name in (path.name, f"{path.name}-journal"):
                path.with_name(name).unlink(missing_ok=True)
        except OSError:
            return False
        return True

    @staticmethod
    def _write(path: Path, values: Mapping[str, bytes], stale: Callable[[str], bool]) -> None:
        if not path.exists():  # for its owner alone: what is kept tells of confidential stories
            os.close(os.open(path, os.O_CREAT | os.O_RDWR, 0o600))
        with closing(sqlite3.connect(path, timeout=_PATIENCE_SECONDS)) as connection, connection:
            connection.execute(f"pragma page_size = {_PAGE}")  # counts for a new file only
            connection.execute(_SCHEMA)
            connection.executemany(
                "insert or replace into kept values (?, ?)",
                [(key, _sum(key, value) + value) for key, value in values.items()],
            )
            there = [key for (key,) in connection.execute("select key from kept")]
            # in a damaged file a key may be anything
            gone = [(k,) for k in there if not isinstance(k, str) or (k not in values and stale(k))]
            connection.executemany("delete from kept where key is ?", gone)


def _sum(key: str, value: bytes) -> bytes:
    return zlib.crc32(value, zlib.crc32(key.encode())).to_bytes(_SUM, "big")


def _believed(key: object, value: object) -> bytes | None:
    """What was kept; None where the bytes are not those that were written."""
    if not isinstance(key, str) or not isinstance(value, bytes):
        return None
    kept = value[_SUM:]
    return kept if value.startswith(_sum(key, kept)) else None
