"""A session with a bank in a database: rows out of it, rows into it, and transactions within transactions.

Every write happens in a transaction that is opened by hand, with the lock that writers queue for taken first, so that
what was read within it still holds when it is written. Reads stand alone.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING, Any, Protocol

from storybank.adapters.sql.faults import told
from storybank.adapters.sql.undisturbed import undisturbed
from storybank.errors import BankUnusable

if TYPE_CHECKING:
    import sqlite3

    from sqlalchemy import Connection, Table


class Database(Protocol):
    """Where the tables are, and how to get at them."""

    place: str
    """How messages call it: a path, or a URL without its password."""
    begin: tuple[str, ...]
    """What opens a transaction in which nobody else writes."""

    def connect(self, make: bool) -> Connection | None:
        """A connection to tables of today's version; None when there is no bank and `make` is False."""
        ...

    def reader(self) -> sqlite3.Connection | None:
        """A plain way to read, where there is one and the tables are of today's version; it costs no import."""
        ...


class Session:
    """What a store does with its database. For one thread at a time; several processes may share the database."""

    def __init__(self, database: Database) -> None:
        self.database = database
        self._connection: Connection | None = None
        self._reader: sqlite3.Connection | None = None
        self._depth = 0
        self._lost = False
        self.change: int | None = None
        """The number of the change that the open transaction makes; None before it has kept anything."""

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """See `Store.transaction`."""
        name = f"s{self._depth}"
        change = self.change
        outermost = self._depth == 0
        try:
            self._open(name, outermost)
            yield
            self._keep(name, outermost)
        except BaseException:
            self.change = change
            self._drop(name, outermost)
            raise
        finally:
            self._depth -= 1
            if outermost:
                self.change, self._lost = None, False

    def close(self) -> None:
        """See `Store.close`."""
        if self._reader is not None:
            self._reader.close()
            self._reader = None
        if self._connection is not None:
            connection, self._connection = self._connection, None
            # SQLAlchemy would print a traceback of an interruption here, and go on
            with undisturbed(), suppress(BankUnusable), told(self.database.place):
                connection.close()
                connection.engine.dispose()

    def rows(self, statement: str, **values: Any) -> Sequence[Any]:
        """The rows that a query gives; none at all where there is no bank yet."""
        reader = self._reading()
        if reader is not None:
            with told(self.database.place):
                return reader.execute(statement, values).fetchall()
        from sqlalchemy import text

        connection = self.connected(make=False)
        if connection is None:
            return [(None,)] if "max(" in statement else []
        with told(self.database.place):
            return connection.execute(text(statement), values).all()

    def row_by_row(self, statement: str) -> Iterator[Any]:
        """The same rows, read as they are asked for where the database is a file."""
        reader = self._reading()
        if reader is None:
            yield from self.rows(statement)
            return
        with told(self.database.place):
            yield from reader.execute(statement)

    def insert(self, table: Table, rows: Sequence[dict[str, Any]]) -> None:
        """Put rows into a table as they are; for copies. Call it within a transaction."""
        connection = self.writer()
        with told(self.database.place):
            for start in range(0, len(rows), 500):
                connection.execute(table.insert(), list(rows[start : start + 500]))

    # Transactions

    def _open(self, name: str, outermost: bool) -> None:
        self._depth += 1
        for statement in self.database.begin if outermost else (f"SAVEPOINT {name}",):
            self._say(statement)

    def _keep(self, name: str, outermost: bool) -> None:
        with undisturbed():  # kept and not known to be kept is what nobody wants
            self._say("COMMIT" if outermost else f"RELEASE SAVEPOINT {name}")

    def _drop(self, name: str, outermost: bool) -> None:
        """Go back; a database that went back by itself (a full disk) ends the outer transaction too."""
        try:
            with undisturbed():
                self._say("ROLLBACK" if outermost else f"ROLLBACK TO SAVEPOINT {name}")
        except BankUnusable:
            self._lost = not outermost

    def _say(self, statement: str) -> None:
        connection = self.writer()
        if self._lost and statement != "ROLLBACK":
            raise BankUnusable(
                f"{self.database.place}: the transaction was lost; nothing was changed; try again"
            )
        with told(self.database.place):
            connection.exec_driver_sql(statement)

    # Connections

    def connected(self, make: bool) -> Connection | None:
        """The connection, once there is a bank; None where there is none and `make` is False."""
        if self._connection is None:
            with told(self.database.place):
                self._connection = self.database.connect(make)
        return self._connection

    def writer(self) -> Connection:
        """The connection to a bank that is made now if need be."""
        connection = self.connected(make=True)
        assert connection is not None
        return connection

    def _reading(self) -> sqlite3.Connection | None:
        """The plain way to read, for as long as nothing was written: then the connection that wrote knows more."""
        if self._connection is not None:
            return None
        if self._reader is None:
            with told(self.database.place):
                self._reader = self.database.reader()
        return self._reader
