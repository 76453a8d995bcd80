"""What databases complain of, in words: what happened, where, and what to do."""

from __future__ import annotations

import errno
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from storybank.errors import BankUnusable, DiskFull

_FULL = "the disk is full; nothing was changed; make room and try again"
_NO_ROOM = frozenset({errno.ENOSPC, getattr(errno, "EDQUOT", errno.ENOSPC)})
_SAYS_FULL = 13  # SQLite's primary code
_MAY_BE_FULL = (10, 14)  # of a failed read or write, and of a file that cannot be opened or made
_WANTED = 65_536  # bytes that SQLite may need beside a file even to read it
_REMEDIES = (
    ("disk i/o error", "the disk failed; nothing was changed; look at the disk, then `storybank doctor`"),
    (
        "readonly database",
        "it is read-only; nothing was changed; allow writing to it and its folder, or use --bank",
    ),
    ("unable to open", "it cannot be opened; check that the folder is there and that you may write to it"),
    ("locked", "another program is writing to it; nothing was changed; try again when it has finished"),
    (
        "malformed",
        "it is damaged; nothing was changed; `storybank doctor --rescue FILE` saves what can be read",
    ),
    (
        "not a database",
        "it is no bank, or is damaged beyond its head; `storybank doctor --rescue FILE` may save some",
    ),
    ("no such table", "tables are missing; `storybank doctor --rescue FILE` saves what can be read"),
    ("no such column", "columns are missing; `storybank doctor --rescue FILE` saves what can be read"),
)


@contextmanager
def told(place: str) -> Iterator[None]:
    """Turn what the database complains of within into `BankUnusable`."""
    try:
        yield
    except OSError as fault:
        if is_full(fault, place):
            raise DiskFull(f"{place}: {_FULL}") from fault
        why = (fault.strerror or str(fault)).lower()
        raise BankUnusable(f"{place}: {why}; see who may use that place, or name another") from fault
    except Exception as fault:
        if not isinstance(fault, _of_databases()):
            raise
        said = getattr(fault, "orig", None) or fault
        if is_full(said, place):
            raise DiskFull(f"{place}: {_FULL}") from fault
        raise BankUnusable(f"{place}: {_plainly(said)}") from fault


def is_full(fault: BaseException, place: str) -> bool:
    """True when a failure at a path (or on a server, by its URL) comes from a disk without room.

    On a full disk SQLite cannot make the small file beside a bank that it wants even to read it, and says no more
    than that reading failed: then the disk itself is asked.
    """
    if isinstance(fault, OSError) and fault.errno in _NO_ROOM:
        return True
    if "no space left on device" in str(fault).lower():
        return True  # a server's words
    code = getattr(fault, "sqlite_errorcode", 0) & 0xFF
    return code == _SAYS_FULL or (
        code in _MAY_BE_FULL and "://" not in place and _no_room(Path(place).parent)
    )


def _no_room(folder: Path) -> bool:
    """True when a small file does not fit into a folder: by its size, by its number, or by the owner's quota."""
    import tempfile

    try:
        with tempfile.TemporaryFile(dir=folder, buffering=0) as file:
            file.write(b"\0" * _WANTED)
    except OSError as fault:
        return fault.errno in _NO_ROOM
    return False


def _of_databases() -> tuple[type[Exception], ...]:
    """What can be raised by a database; what was never imported has raised nothing."""
    found: list[type[Exception]] = []
    for module, name in (("sqlite3", "Error"), ("sqlalchemy.exc", "SQLAlchemyError")):
        if module in sys.modules:
            found.append(getattr(sys.modules[module], name))
    return tuple(found)


def _plainly(fault: BaseException) -> str:
    said = " ".join(str(fault).split())
    for sign, remedy in _REMEDIES:
        if sign in said.lower():
            return remedy
    return f"the database says: {said[:200] or type(fault).__name__}; nothing was changed"
