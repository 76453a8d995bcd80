"""A bank in an SQLite file: opened with care, recognised when damaged, migrated after a backup."""

from __future__ import annotations

import os
import sqlite3
from contextlib import closing, suppress
from pathlib import Path
from typing import TYPE_CHECKING

from storybank.adapters.sql.undisturbed import undisturbed
from storybank.adapters.sql.versions import APPLICATION, VERSION
from storybank.errors import BankUnusable

if TYPE_CHECKING:
    from sqlalchemy import Connection

BUSY_SECONDS = 15.0
"""How long a writer waits for another one."""
PAGE = 16_384
"""Bytes: most stories fit into one page whole, which is what rescue from a damaged file lives on."""
SMALL = 2_000_000
"""Bytes: files up to this are checked page by page whenever they are opened; it takes milliseconds."""
_MAGIC = b"SQLite format 3\0"
_HEAD = 100


class SqliteFile:
    """A bank's file. It comes into being when something is first written to it."""

    begin: tuple[str, ...] = ("BEGIN IMMEDIATE",)

    def __init__(self, path: Path, make_folder: bool = False) -> None:
        self.path = path
        self.place = str(path)
        self._make_folder = make_folder

    def connect(self, make: bool) -> Connection | None:
        """See `Database.connect`; raises `BankUnusable` for a file that cannot be trusted."""
        if not self.path.exists():
            if not make:
                return None
            self._prepare()
        else:
            check_head(self.path)
        connection = self._engine_connection()
        try:
            self._up_to_date(connection)
            self._log_ahead(connection)
        except BaseException:
            with undisturbed():
                connection.close()
            raise
        return connection

    def reader(self) -> sqlite3.Connection | None:
        """See `Database.reader`; whatever is not as it should be is left to `connect`."""
        if not self.path.exists():
            return None
        check_head(self.path)
        raw = open_file(self.path)
        try:
            if self.path.stat().st_size <= SMALL:
                _check_pages(self.path, raw.execute("PRAGMA quick_check(1)").fetchone()[0])
            if raw.execute("SELECT version_num FROM alembic_version").fetchone() == (VERSION,):
                return raw
        except sqlite3.OperationalError as fault:
            if "no such table" not in str(fault):
                raw.close()
                raise
        except BaseException:
            raw.close()
            raise
        raw.close()
        return None

    def _prepare(self) -> None:
        folder = self.path.parent
        if self._make_folder:
            folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        if not folder.is_dir():
            raise BankUnusable(f"{self.path}: there is no folder {folder}; make it first")
        target = Path(os.path.realpath(self.path))
        part = target.with_name(f".{target.name}.{os.getpid()}.part")
        try:
            with closing(sqlite3.connect(part, isolation_level=None)) as raw:
                raw.execute(f"PRAGMA page_size = {PAGE}")
                raw.execute("PRAGMA journal_mode = WAL")
            make_private(part)
            _put_in_place(part, target)
        finally:
            part.unlink(missing_ok=True)

    def _engine_connection(self) -> Connection:
        from sqlalchemy import create_engine
        from sqlalchemy.pool import NullPool

        engine = create_engine(
            "sqlite://",
            creator=lambda: open_file(self.path),
            poolclass=NullPool,
            isolation_level="AUTOCOMMIT",
        )
        return engine.connect()

    def _up_to_date(self, connection: Connection) -> None:
        if self.path.stat().st_size <= SMALL:
            _check_pages(self.path, connection.exec_driver_sql("PRAGMA quick_check(1)").scalar())
        version = self._version(connection)
        if version == VERSION:
            return
        from storybank.adapters.sql.migrate import migrate

        if version is not None:
            self._back_up()
        connection.exec_driver_sql("BEGIN IMMEDIATE")
        try:
            if self._version(connection) != VERSION:  # another process may have been quicker
                migrate(connection)
                connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION}")
            connection.exec_driver_sql("COMMIT")
        except BaseException:
            connection.exec_driver_sql("ROLLBACK")
            raise

    def _log_ahead(self, connection: Connection) -> None:
        """Copies come without the write-ahead log; turned on again, readers and a writer are in nobody's way."""
        from sqlalchemy.exc import OperationalError

        with self.path.open("rb") as file:
            ahead = file.read(_HEAD)[18:20] == b"\x02\x02"
        if not ahead and _may_write(self.path):
            with suppress(OperationalError):  # somebody else has it open: then it stays as it is for now
                connection.exec_driver_sql("PRAGMA journal_mode = WAL")

    def _version(self, connection: Connection) -> str | None:
        """The version of the tables, by the quick way that needs no look at the catalogue."""
        from sqlalchemy.exc import OperationalError

        from storybank.adapters.sql.migrate import version_of

        try:
            found = connection.exec_driver_sql("SELECT version_num FROM alembic_version").scalar()
        except OperationalError as fault:
            if "no such table" not in str(fault.orig):
                raise
            found = None
        try:
            return VERSION if found == VERSION else version_of(connection)
        except BankUnusable as fault:
            raise BankUnusable(f"{self.path}: {fault}") from None

    def _back_up(self) -> Path:
        """A copy beside the file, before its tables are changed."""
        target = unused(self.path.with_name(f"{self.path.stem}.before-{VERSION}{self.path.suffix}"))
        copy_file(self.path, target)
        return target


def _check_pages(path: Path, found: object) -> None:
    """Raise `BankUnusable` when SQLite found a page that is not as it should be."""
    if found != "ok":
        where = " ".join(str(found).removeprefix("*** in database main ***").split())
        raise BankUnusable(
            f"{path} is damaged ({where}); `storybank doctor --rescue FILE` saves what can be read"
        )


def _put_in_place(part: Path, target: Path) -> None:
    """Give a new bank its name, whole: a file that was cut down to nothing can then be told from one just begun."""
    try:
        os.link(part, target)
    except FileExistsError:
        return  # another process was quicker
    except OSError:  # a disk without links
        if not target.exists():
            os.replace(part, target)


def open_file(path: Path) -> sqlite3.Connection:
    """A connection to a file that is there; to read only, where the rights allow no more."""
    writable = _may_write(path)
    how = "mode=rw" if writable else "mode=ro"
    if not writable and not wal_of(path):
        how += "&immutable=1"  # without it SQLite wants to write beside a file of this kind even to read it
    raw = sqlite3.connect(
        f"{path.absolute().as_uri()}?{how}", uri=True, timeout=BUSY_SECONDS, isolation_level=None,
        check_same_thread=False,
    )  # fmt: skip
    raw.execute("PRAGMA synchronous = FULL")
    return raw


def _may_write(path: Path) -> bool:
    """True when both the file and its folder may be written to: SQLite needs both."""
    return os.access(path, os.W_OK) and os.access(path.parent, os.W_OK)


def check_head(path: Path) -> None:
    """Raise `BankUnusable` when a file is no SQLite file, another program's, or shorter than it says."""
    if path.is_dir():
        raise BankUnusable(f"{path} is a folder; name a file in it, such as {path / 'bank.sqlite'}")
    with path.open("rb") as file:
        head = file.read(_HEAD)
    if not head:
        raise BankUnusable(
            f"{path} is empty, as no bank ever is: it was cut off; look for a backup, a file of the same name with a "
            "date in it; if it never held a story, remove it, and the first change makes it anew"
        )
    if head[: len(_MAGIC)] != _MAGIC[: len(head)] or len(head) < _HEAD:
        raise BankUnusable(
            f"{path} is no bank, or its head is damaged; if it was one, `storybank doctor --rescue FILE` "
            "saves what can be read"
        )
    owner = int.from_bytes(head[68:72], "big")
    if owner not in (0, APPLICATION):
        raise BankUnusable(f"{path} belongs to another program; name another file with --bank")
    size = path.stat().st_size
    page = int.from_bytes(head[16:18], "big") or 1
    says = int.from_bytes(head[28:32], "big") * (65_536 if page == 1 else page)
    trusted = head[24:28] == head[92:96]
    if trusted and size < says and not wal_of(path):
        raise BankUnusable(
            f"{path} is damaged: it ends after {size:,} of {says:,} bytes; `storybank doctor --rescue FILE` "
            "saves what can be read"
        )


def wal_of(path: Path) -> bool:
    """True when changes stand beside the file that are not yet in it."""
    beside = path.with_name(path.name + "-wal")
    return beside.exists() and beside.stat().st_size > 0


def copy_file(source: Path, target: Path) -> None:
    """A whole copy, also while others write; it appears under its name only when it is complete."""
    part = target.with_name(target.name + ".part")
    part.unlink(missing_ok=True)
    try:
        part.touch(mode=0o600)
        with closing(open_file(source)) as held, closing(sqlite3.connect(part)) as copy:
            held.backup(copy)
            copy.execute("PRAGMA journal_mode = DELETE")
            if copy.execute("PRAGMA quick_check(1)").fetchone() != ("ok",):
                raise BankUnusable(f"{target}: the copy is not whole; the bank was left as it is; try again")
        with part.open("rb") as file:
            os.fsync(file.fileno())
        os.replace(part, target)
    finally:
        part.unlink(missing_ok=True)


def make_private(path: Path) -> None:
    """Let nobody but the owner read a file: stories are private."""
    if os.name == "posix":
        path.chmod(0o600)


def unused(path: Path) -> Path:
    """The path, or the first with a number in it that no file has."""
    number, found = 1, path
    while found.exists():
        number += 1
        found = path.with_name(f"{path.stem}-{number}{path.suffix}")
    return found
