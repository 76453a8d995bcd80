"""A bank on a PostgreSQL server, reached through psycopg 3."""

from __future__ import annotations

from typing import TYPE_CHECKING

from storybank.adapters.sql.versions import VERSION
from storybank.errors import BankUnusable

if TYPE_CHECKING:
    from collections.abc import Collection

    from sqlalchemy import Connection

SCHEMES = ("postgresql://", "postgres://", "postgresql+psycopg://")
_PATIENCE_SECONDS = 10
_TABLES = ("stories", "revisions", "changes", "meta", "alembic_version")
_LONGEST_NAME = 63  # bytes of a name on a server
_LOCK = 0x53544259  # any number: whoever makes or migrates the tables holds it


class PostgresServer:
    """A bank's database on a server."""

    begin: tuple[str, ...] = ("BEGIN", "SELECT value FROM meta WHERE key = 'writer' FOR UPDATE")

    def __init__(self, url: str) -> None:
        from sqlalchemy import make_url
        from sqlalchemy.exc import ArgumentError

        try:
            self._url = make_url(url).set(drivername="postgresql+psycopg")
        except (ArgumentError, ValueError):
            raise BankUnusable(
                "the address of the bank cannot be read; write postgresql://USER:PASSWORD@HOST:PORT/DATABASE"
            ) from None
        self.place = self._url.set(drivername="postgresql").render_as_string(hide_password=True)

    def connect(self, make: bool) -> Connection | None:
        """See `Database.connect`; raises `BankUnusable` without psycopg or for tables of another program."""
        from sqlalchemy import create_engine
        from sqlalchemy.pool import NullPool

        try:
            engine = create_engine(
                self._url, poolclass=NullPool, isolation_level="AUTOCOMMIT",
                connect_args={"connect_timeout": _PATIENCE_SECONDS},
            )  # fmt: skip
        except ImportError:
            raise BankUnusable(
                f"{self.place}: PostgreSQL needs a package more; run `pip install 'storybank[postgres]'`"
            ) from None
        connection = engine.connect()
        try:
            if not self._up_to_date(connection, make):
                connection.close()
                return None
        except BaseException:
            connection.close()
            raise
        return connection

    def reader(self) -> None:
        """See `Database.reader`: a server is reached in one way only."""

    def _up_to_date(self, connection: Connection, make: bool) -> bool:
        version = self._version(connection)
        if version == VERSION or (version is None and not make):
            return version is not None
        connection.exec_driver_sql("BEGIN")
        try:
            connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({_LOCK})")
            version = self._version(connection)
            if version != VERSION:
                from storybank.adapters.sql.migrate import migrate

                if version is not None:
                    _back_up(connection)
                migrate(connection)
            connection.exec_driver_sql("COMMIT")
        except BaseException:
            connection.exec_driver_sql("ROLLBACK")
            raise
        return True

    def _version(self, connection: Connection) -> str | None:
        from storybank.adapters.sql.migrate import version_of

        try:
            return version_of(connection)
        except BankUnusable as fault:
            raise BankUnusable(f"{self.place}: {fault}") from None


def _back_up(connection: Connection) -> None:
    """The tables as they are, copied into a schema of their own, which bears the name of theirs."""
    from sqlalchemy import inspect

    quoted = connection.dialect.identifier_preparer.quote_identifier
    bank = str(connection.exec_driver_sql("SELECT current_schema()").scalar())
    copy = _unused(bank, set(inspect(connection).get_schema_names()))
    there = set(inspect(connection).get_table_names(bank))
    statements = [
        f"CREATE SCHEMA {quoted(copy)}",
        f"COMMENT ON SCHEMA {quoted(copy)} IS 'storybank: its tables before they became version {VERSION}'",
        *(f"CREATE TABLE {quoted(copy)}.{t} AS TABLE {quoted(bank)}.{t}" for t in _TABLES if t in there),
    ]
    for statement in statements:
        connection.exec_driver_sql(statement)


def _unused(bank: str, taken: Collection[str]) -> str:
    """A name that no schema has: that of the bank's with the version, numbered where that was given before.

    The server cuts longer names off, so a long one is cut here: what tells copies apart stands at the end.
    """
    number = 1
    while True:
        end = f"_before_{VERSION}" + (f"_{number}" if number > 1 else "")
        name = _cut(bank, _LONGEST_NAME - len(end)) + end
        if name not in taken:
            return name
        number += 1


def _cut(name: str, size: int) -> str:
    return name.encode()[:size].decode(errors="ignore")
