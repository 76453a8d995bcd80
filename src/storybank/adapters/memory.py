"""A bank in memory: for tests, for trying things out, and as the plain statement of what a bank does."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import datetime

from storybank.errors import NoSuchStory, StoryChanged, StoryExists
from storybank.stories.codec import checked, utc
from storybank.stories.story import Revision, Story


@dataclass(frozen=True, slots=True)
class _Change:
    """What one call or one transaction did: the revisions it made, and the change that it took back."""

    made: tuple[Revision, ...]
    undoes: int | None = None


class MemoryStore:
    """A `Store` that ends with the process."""

    def __init__(self) -> None:
        self._kept: dict[str, tuple[Revision, ...]] = {}
        self._changes: tuple[_Change, ...] = ()
        self._open: list[Revision] = []
        self._undoes: int | None = None
        self._depth = 0

    def add(self, story: Story, at: datetime, reason: str = "new") -> Revision:
        """See `Store.add`."""
        checked(story)
        if story.id in self._kept:
            raise StoryExists(story.id)
        return self._append(Revision(1, utc(at), reason, story))

    def save(self, story: Story, at: datetime, reason: str = "edit", expected: int | None = None) -> Revision:
        """See `Store.save`."""
        checked(story)
        latest = self.head(story.id)
        if expected is not None and expected != latest.number:
            raise StoryChanged(story.id, expected, latest.number)
        if latest.story == story and not latest.deleted:
            return latest
        return self._append(Revision(latest.number + 1, utc(at), reason, story))

    def remove(self, story_id: str, at: datetime) -> Revision:
        """See `Store.remove`."""
        self.get(story_id)
        latest = self.head(story_id)
        return self._append(Revision(latest.number + 1, utc(at), "rm", latest.story, deleted=True))

    def undo(self, at: datetime) -> Revision | None:
        """See `Store.undo`."""
        self._seal()  # what stands open in a transaction is a change of its own
        undone = {change.undoes for change in self._changes}
        for number in range(len(self._changes) - 1, -1, -1):
            change = self._changes[number]
            if change.undoes is None and number not in undone:
                return self._take_back(number, change, utc(at))
        return None

    def get(self, story_id: str) -> Story:
        """See `Store.get`."""
        latest = self._kept[story_id][-1] if story_id in self._kept else None
        if latest is None or latest.deleted:
            raise NoSuchStory(story_id, tuple(story.id for story in self.every()))
        return latest.story

    def head(self, story_id: str) -> Revision:
        """See `Store.head`."""
        return self.revisions(story_id)[-1]

    def every(self) -> Sequence[Story]:
        """See `Store.every`."""
        return [self._kept[i][-1].story for i in self.ids() if not self._kept[i][-1].deleted]

    def each(self) -> Iterator[Story]:
        """See `Store.each`."""
        yield from self.every()

    def revisions(self, story_id: str) -> Sequence[Revision]:
        """See `Store.revisions`."""
        if story_id not in self._kept:
            raise NoSuchStory(story_id, tuple(story.id for story in self.every()))
        return self._kept[story_id]

    def ids(self) -> Sequence[str]:
        """See `Store.ids`."""
        return sorted(self._kept)

    def put_all(self, stories: Iterable[Story], at: datetime, reason: str) -> int:
        """See `Store.put_all`."""
        with self.transaction():
            before = len(self._open)
            for story in stories:
                if story.id in self._kept:
                    self.save(story, at, reason)
                else:
                    self.add(story, at, reason)
            return len(self._open) - before

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """See `Store.transaction`."""
        kept, changes, opened, undoes = dict(self._kept), self._changes, list(self._open), self._undoes
        self._depth += 1
        try:
            yield
        except BaseException:
            self._kept, self._changes, self._open, self._undoes = kept, changes, opened, undoes
            raise
        finally:
            self._depth -= 1
        if self._depth == 0:
            self._seal()

    def close(self) -> None:
        """See `Store.close`."""

    def _append(self, revision: Revision) -> Revision:
        self._kept[revision.story.id] = (*self._kept.get(revision.story.id, ()), revision)
        self._open.append(revision)
        if self._depth == 0:
            self._seal()
        return revision

    def _seal(self) -> None:
        if self._open:
            self._changes = (*self._changes, _Change(tuple(self._open), self._undoes))
        self._open, self._undoes = [], None

    def _take_back(self, number: int, change: _Change, at: datetime) -> Revision | None:
        """Put every story that the change touched back to where it was before."""
        last = None
        with self.transaction():
            self._undoes = number
            for story_id in dict.fromkeys(revision.story.id for revision in change.made):
                first = min(r.number for r in change.made if r.story.id == story_id)
                held = self._kept[story_id]
                before = held[first - 2] if first > 1 else replace(held[-1], deleted=True)
                last = self._append(
                    replace(
                        before, number=held[-1].number + 1, at=at, reason=f"undo {change.made[-1].reason}"
                    )
                )
            self._seal()
        return last
