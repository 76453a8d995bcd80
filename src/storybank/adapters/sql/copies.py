"""A bank copied whole: stories, revisions, and what was done together."""

from __future__ import annotations

from pathlib import Path

from storybank.adapters.sql.postgres import PostgresServer
from storybank.adapters.sql.sqlite import SqliteFile, copy_file
from storybank.adapters.sql.store import SqlStore
from storybank.errors import BankUnusable


def back_up(database: SqliteFile | PostgresServer, target: Path) -> int:
    """Copy a bank to a new SQLite file and read it back; the number of stories in it, removed ones too.

    Raises `BankUnusable` when there is nothing to copy, the file exists, or the copy is not whole.
    """
    from storybank.adapters.sql.faults import told

    source = SqlStore(database)
    try:
        wanted = list(source.ids())
        if not wanted:  # said first: a bank that was never used has not even a folder for its copy
            raise BankUnusable(f"{database.place}: the bank is empty; there is nothing to back up")
        if target.exists():
            raise BankUnusable(f"{target} exists already; name another file")
        if not target.parent.is_dir():
            raise BankUnusable(f"{target}: there is no folder {target.parent}; make it first")
        if isinstance(database, SqliteFile):
            with told(str(target)):
                copy_file(database.path, target)
        else:
            _copy_tables(source, target)
    finally:
        source.close()
    copy = SqlStore(SqliteFile(target))
    try:
        if list(copy.ids()) != wanted:
            raise BankUnusable(f"{target}: the copy differs from the bank; try again")
    finally:
        copy.close()
    return len(wanted)


def _copy_tables(source: SqlStore, target: Path) -> None:
    """Row by row within one transaction, in which nobody else writes to the source."""
    from storybank.adapters.sql.schema import CHANGES, REVISIONS, STORIES

    copy = SqlStore(SqliteFile(target))
    try:
        with source.transaction(), copy.transaction():
            for table in (STORIES, REVISIONS, CHANGES):
                columns = ", ".join(column.name for column in table.columns)
                rows = source.rows(f"SELECT {columns} FROM {table.name}")
                copy.insert(
                    table, [dict(zip((c.name for c in table.columns), row, strict=True)) for row in rows]
                )
    except BaseException:
        copy.close()
        target.unlink(missing_ok=True)
        raise
    copy.close()
