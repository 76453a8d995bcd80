"""A bank in a database: the `Store` that SQLite and PostgreSQL share.

Every write happens in a transaction that is opened by hand, with the lock that writers queue for taken first, so that
what was read within it still holds when it is written. Reads stand alone.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING, Any, Protocol

from storybank.adapters.sql.faults import told
from storybank.errors import BankUnusable, NoSuchStory, StoryChanged, StoryExists
from storybank.stories.codec import (
    checked,
    revision_from_json,
    revision_to_json,
    story_from_json,
    story_to_json,
    utc,
)
from storybank.stories.story import Revision, Story

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


class SqlStore:
    """A `Store` over a database. For one thread at a time; several processes may share the database."""

    def __init__(self, database: Database) -> None:
        self.database = database
        self._connection: Connection | None = None
        self._reader: sqlite3.Connection | None = None
        self._depth = 0
        self._lost = False
        self._change: int | None = None

    def add(self, story: Story, at: datetime, reason: str = "new") -> Revision:
        """See `Store.add`."""
        checked(story)
        with self.transaction():
            if self._latest(story.id) is not None:
                raise StoryExists(story.id)
            return self.append(Revision(1, utc(at), reason, story))

    def save(self, story: Story, at: datetime, reason: str = "edit", expected: int | None = None) -> Revision:
        """See `Store.save`."""
        checked(story)
        if self._connected(make=False) is None:
            raise self._missing(story.id)
        with self.transaction():
            latest = self.head(story.id)
            if expected is not None and expected != latest.number:
                raise StoryChanged(story.id, expected, latest.number)
            if latest.story == story and not latest.deleted:
                return latest
            return self.append(Revision(latest.number + 1, utc(at), reason, story))

    def remove(self, story_id: str, at: datetime) -> Revision:
        """See `Store.remove`."""
        self.get(story_id)
        with self.transaction():
            latest = self.head(story_id)
            if latest.deleted:
                raise self._missing(story_id)
            return self.append(Revision(latest.number + 1, utc(at), "rm", latest.story, deleted=True))

    def undo(self, at: datetime) -> Revision | None:
        """See `Store.undo`."""
        if self._connected(make=False) is None:
            return None
        with self.transaction():
            number = self.rows(
                "SELECT max(number) FROM changes WHERE undoes IS NULL AND number NOT IN "
                "(SELECT undoes FROM changes WHERE undoes IS NOT NULL)"
            )[0][0]
            return None if number is None else self._take_back(number, utc(at))

    def get(self, story_id: str) -> Story:
        """See `Store.get`."""
        rows = self.rows("SELECT document FROM stories WHERE id = :id AND NOT deleted", id=story_id)
        if not rows:
            raise self._missing(story_id)
        return story_from_json(rows[0][0])

    def head(self, story_id: str) -> Revision:
        """See `Store.head`."""
        latest = self._latest(story_id)
        if latest is None:
            raise self._missing(story_id)
        return latest

    def every(self) -> Sequence[Story]:
        """See `Store.every`."""
        rows = self.rows("SELECT document FROM stories WHERE NOT deleted")
        return sorted((story_from_json(document) for (document,) in rows), key=lambda story: story.id)

    def revisions(self, story_id: str) -> Sequence[Revision]:
        """See `Store.revisions`."""
        rows = self.rows("SELECT document FROM revisions WHERE story_id = :id ORDER BY number", id=story_id)
        if not rows:
            raise self._missing(story_id)
        return tuple(revision_from_json(document) for (document,) in rows)

    def ids(self) -> Sequence[str]:
        """See `Store.ids`."""
        return sorted(story_id for (story_id,) in self.rows("SELECT id FROM stories"))

    def put_all(self, stories: Iterable[Story], at: datetime, reason: str) -> int:
        """See `Store.put_all`."""
        count = 0
        with self.transaction():
            for story in stories:
                checked(story)
                latest = self._latest(story.id)
                if latest is not None and latest.story == story and not latest.deleted:
                    continue
                self.append(Revision(latest.number + 1 if latest else 1, utc(at), reason, story))
                count += 1
        return count

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """See `Store.transaction`."""
        name = f"s{self._depth}"
        change = self._change
        outermost = self._depth == 0
        try:
            self._open(name, outermost)
            yield
            self._keep(name, outermost)
        except BaseException:
            self._change = change
            self._drop(name, outermost)
            raise
        finally:
            self._depth -= 1
            if outermost:
                self._change, self._lost = None, False

    def close(self) -> None:
        """See `Store.close`."""
        if self._reader is not None:
            self._reader.close()
            self._reader = None
        if self._connection is not None:
            connection, self._connection = self._connection, None
            with suppress(BankUnusable), told(self.database.place):
                connection.close()
                connection.engine.dispose()

    # Transactions

    def _open(self, name: str, outermost: bool) -> None:
        self._depth += 1
        for statement in self.database.begin if outermost else (f"SAVEPOINT {name}",):
            self._say(statement)

    def _keep(self, name: str, outermost: bool) -> None:
        self._say("COMMIT" if outermost else f"RELEASE SAVEPOINT {name}")

    def _drop(self, name: str, outermost: bool) -> None:
        """Go back; a database that went back by itself (a full disk) ends the outer transaction too."""
        try:
            self._say("ROLLBACK" if outermost else f"ROLLBACK TO SAVEPOINT {name}")
        except BankUnusable:
            self._lost = not outermost

    def _say(self, statement: str) -> None:
        connection = self._connected(make=True)
        assert connection is not None
        if self._lost and statement != "ROLLBACK":
            raise BankUnusable(
                f"{self.database.place}: the transaction was lost; nothing was changed; try again"
            )
        with told(self.database.place):
            connection.exec_driver_sql(statement)

    # Rows

    def _connected(self, make: bool) -> Connection | None:
        if self._connection is None:
            with told(self.database.place):
                self._connection = self.database.connect(make)
        return self._connection

    def rows(self, statement: str, **values: Any) -> Sequence[Any]:
        """The rows that a query gives; none at all where there is no bank yet."""
        reader = self._reading()
        if reader is not None:
            with told(self.database.place):
                return reader.execute(statement, values).fetchall()
        from sqlalchemy import text

        connection = self._connected(make=False)
        if connection is None:
            return [(None,)] if "max(" in statement else []
        with told(self.database.place):
            return connection.execute(text(statement), values).all()

    def _reading(self) -> sqlite3.Connection | None:
        """The plain way to read, for as long as nothing was written: then the connection that wrote knows more."""
        if self._connection is not None:
            return None
        if self._reader is None:
            with told(self.database.place):
                self._reader = self.database.reader()
        return self._reader

    def insert(self, table: Table, rows: Sequence[dict[str, Any]]) -> None:
        """Put rows into a table as they are; for copies. Call it within a transaction."""
        connection = self._connected(make=True)
        assert connection is not None
        with told(self.database.place):
            for start in range(0, len(rows), 500):
                connection.execute(table.insert(), list(rows[start : start + 500]))

    def _latest(self, story_id: str) -> Revision | None:
        rows = self.rows(
            "SELECT document FROM revisions WHERE story_id = :id ORDER BY number DESC LIMIT 1", id=story_id
        )
        return revision_from_json(rows[0][0]) if rows else None

    def _missing(self, story_id: str) -> NoSuchStory:
        known = self.rows("SELECT id FROM stories WHERE NOT deleted")
        return NoSuchStory(story_id, tuple(sorted(known_id for (known_id,) in known)))

    def append(self, revision: Revision) -> Revision:
        """Keep a revision as it is, number and time too; for copies and rescues. Call it within a transaction."""
        from storybank.adapters.sql.schema import REVISIONS, STORIES

        connection = self._connected(make=True)
        assert connection is not None
        story = revision.story
        columns = {
            "number": revision.number,
            "deleted": revision.deleted,
            "title": story.title,
            "employer": story.employer,
            "status": story.status,
            "level": story.level,
            "category": story.category,
            "changed": revision.at.isoformat(),
            "document": story_to_json(story),
        }
        with told(self.database.place):
            connection.execute(
                REVISIONS.insert().values(
                    story_id=story.id, number=revision.number, change=self._current(connection),
                    document=revision_to_json(revision),
                )
            )  # fmt: skip
            if revision.number == 1:
                connection.execute(STORIES.insert().values(id=story.id, **columns))
            else:
                connection.execute(STORIES.update().where(STORIES.c.id == story.id).values(columns))
        return revision

    def _current(self, connection: Connection, undoes: int | None = None) -> int:
        """The number of the change that this transaction makes; it begins with its first revision."""
        if self._change is None:
            from storybank.adapters.sql.schema import CHANGES

            self._change = int(self.rows("SELECT coalesce(max(number), 0) + 1 FROM changes")[0][0])
            connection.execute(CHANGES.insert().values(number=self._change, undoes=undoes))
        return self._change

    def _take_back(self, number: int, at: datetime) -> Revision | None:
        """Put every story that a change touched back to where it was before."""
        connection = self._connected(make=True)
        assert connection is not None
        touched = self.rows(
            "SELECT story_id, min(number), min(seq) FROM revisions WHERE change = :change "
            "GROUP BY story_id ORDER BY 3",
            change=number,
        )
        last_made = self.rows(
            "SELECT document FROM revisions WHERE change = :c ORDER BY seq DESC LIMIT 1", c=number
        )
        reason = revision_from_json(last_made[0][0]).reason
        self._change = None
        with told(self.database.place):
            self._current(connection, undoes=number)
        last = None
        for story_id, first, _ in touched:
            held = self.revisions(story_id)
            before = held[first - 2] if first > 1 else replace(held[-1], deleted=True)
            last = self.append(replace(before, number=held[-1].number + 1, at=at, reason=f"undo {reason}"))
        self._change = None
        return last
