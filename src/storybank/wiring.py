"""The only place that chooses adapters."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from storybank.adapters.documents import Gathered
    from storybank.adapters.profile_cache import ProfileCache
    from storybank.adapters.review_cache import ReviewCache
    from storybank.adapters.sql.doctor import Check
    from storybank.adapters.sql.postgres import PostgresServer
    from storybank.adapters.sql.salvage import Salvage
    from storybank.adapters.sql.sqlite import SqliteFile
    from storybank.ports import Clock, Store

_POSTGRES = ("postgresql://", "postgres://", "postgresql+psycopg://")
_SQLITE = "sqlite:///"


def open_store(where: str | None = None) -> Store:
    """The bank at a path or URL; None: the one named by STORYBANK_DB, else that in the user's data folder.

    A file that does not exist is an empty bank, and is made by the first change. Raises `BankUnusable` for an address
    that no bank can have; what else is wrong with the place is found when the bank is first used.
    """
    from storybank.adapters.sql.store import SqlStore

    return SqlStore(_database(where))


def back_up(where: str | None, target: Path | None) -> tuple[Path, int]:
    """Copy the bank to a new file, by default one beside it that bears the time; the file, and how many stories."""
    from storybank.adapters.sql.copies import back_up
    from storybank.adapters.sql.sqlite import SqliteFile, unused

    database = _database(where)
    if target is None:
        folder, name = Path(), "bank"
        if isinstance(database, SqliteFile):
            folder, name = database.path.parent, database.path.stem
        target = unused(folder / f"{name}-{clock().now():%Y%m%d-%H%M%S}.sqlite")
    return target, back_up(database, target)


def examine(where: str | None) -> list[Check]:
    """What `doctor` finds."""
    from storybank.adapters.sql.doctor import examine

    return examine(_database(where))


def salvage(where: str | None) -> Salvage | None:
    """What can be read of a damaged file; None where the bank is no file, or there is none."""
    from storybank.adapters.sql.salvage import salvage
    from storybank.adapters.sql.sqlite import SqliteFile

    database = _database(where)
    if not isinstance(database, SqliteFile) or not database.path.is_file():
        return None
    return salvage(database.path)


def rescue(found: Salvage, target: Path) -> None:
    """A new bank with what could be read."""
    from storybank.adapters.sql.salvage import write_salvage

    write_salvage(found, target)


def _database(where: str | None) -> SqliteFile | PostgresServer:
    from storybank.errors import BankUnusable
    from storybank.usecases.place import bank_place

    place, ours = bank_place(where)
    if place.startswith(_POSTGRES):
        from storybank.adapters.sql.postgres import PostgresServer

        return PostgresServer(place)
    if place.startswith(_SQLITE):
        place = place.removeprefix(_SQLITE)
    elif "://" in place:
        scheme = place.split("://", 1)[0]
        raise BankUnusable(
            f"a bank cannot be at {scheme}://; give a file, or postgresql://USER@HOST/DATABASE"
        )
    from storybank.adapters.sql.sqlite import SqliteFile

    return SqliteFile(Path(place), make_folder=ours)


def gather(
    names: Sequence[str], today: date, emails: Sequence[str], years: int | None, given: bytes | None = None
) -> Gathered:
    """What files, folders and repositories hold; of histories, commits under `emails` in so many `years`.

    `given` is what came for the name `-`, from standard input.
    """
    from storybank.adapters.documents import gather

    return gather(names, today, emails, years, given)


def clock() -> Clock:
    """The clock that commands go by."""
    from storybank.adapters.clock import SystemClock

    return SystemClock()


def vector_cache(where: str | None = None) -> ProfileCache:
    """Where vectors of stories are kept between runs: beside a bank's file; nowhere for a server's bank.

    They say what confidential stories are about, so they stay where the stories are.
    """
    from storybank.adapters.profile_cache import ProfileCache

    return ProfileCache(_beside(where, ".vectors"))


def review_cache(where: str | None = None) -> ReviewCache:
    """Where scores of reviews are kept between runs: beside a bank's file; nowhere for a server's bank."""
    from storybank.adapters.review_cache import ReviewCache

    return ReviewCache(_beside(where, ".reviews"))


def _beside(where: str | None, ending: str) -> Path | None:
    """A file beside that of the bank; None where the bank is no file, or not there yet."""
    from storybank.adapters.sql.sqlite import SqliteFile

    found = _database(where)
    if not isinstance(found, SqliteFile) or not found.path.exists():
        return None
    return found.path.with_name(found.path.name + ending)


def question_cache() -> ProfileCache:
    """Where vectors of the playbook's questions are kept: the user's data folder, once it is there."""
    from storybank.adapters.profile_cache import ProfileCache
    from storybank.usecases.place import data_folder

    folder = data_folder()
    return ProfileCache(folder / "questions.vectors" if folder.is_dir() else None)
