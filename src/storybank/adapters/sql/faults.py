"""What databases complain of, in words: what happened, where, and what to do."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager

from storybank.errors import BankUnusable

_REMEDIES = (
    ("disk is full", "the disk is full; nothing was changed; make room and try again"),
    (
        "disk i/o error",
        "the disk failed or is full; nothing was changed; look at the disk, then `storybank doctor`",
    ),
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
        raise BankUnusable(f"{place}: {(fault.strerror or str(fault)).lower()}") from fault
    except Exception as fault:
        if not isinstance(fault, _of_databases()):
            raise
        raise BankUnusable(f"{place}: {_plainly(getattr(fault, 'orig', None) or fault)}") from fault


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
