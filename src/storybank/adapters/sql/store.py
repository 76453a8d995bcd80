"""A bank in a database: the `Store` that SQLite and PostgreSQL share."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING

from storybank.adapters.sql.faults import told
from storybank.adapters.sql.session import Session
from storybank.errors import NoSuchStory, StoryChanged, StoryExists
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
    from sqlalchemy import Connection


class SqlStore(Session):
    """A `Store` over a database. For one thread at a time; several processes may share the database."""

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
        if self.connected(make=False) is None:
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
        if self.connected(make=False) is None:
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
        return sorted(self.each(), key=lambda story: story.id)

    def each(self) -> Iterator[Story]:
        """See `Store.each`."""
        for (document,) in self.row_by_row("SELECT document FROM stories WHERE NOT deleted"):
            yield story_from_json(document)

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

        connection = self.writer()
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
        if self.change is None:
            from storybank.adapters.sql.schema import CHANGES

            self.change = int(self.rows("SELECT coalesce(max(number), 0) + 1 FROM changes")[0][0])
            connection.execute(CHANGES.insert().values(number=self.change, undoes=undoes))
        return self.change

    def _take_back(self, number: int, at: datetime) -> Revision | None:
        """Put every story that a change touched back to where it was before."""
        connection = self.writer()
        touched = self.rows(
            "SELECT story_id, min(number), min(seq) FROM revisions WHERE change = :change "
            "GROUP BY story_id ORDER BY 3",
            change=number,
        )
        last_made = self.rows(
            "SELECT document FROM revisions WHERE change = :c ORDER BY seq DESC LIMIT 1", c=number
        )
        reason = revision_from_json(last_made[0][0]).reason
        self.change = None
        with told(self.database.place):
            self._current(connection, undoes=number)
        last = None
        for story_id, first, _ in touched:
            held = self.revisions(story_id)
            before = held[first - 2] if first > 1 else replace(held[-1], deleted=True)
            last = self.append(replace(before, number=held[-1].number + 1, at=at, reason=f"undo {reason}"))
        self.change = None
        return last
