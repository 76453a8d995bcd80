"""The ports: what the use cases need of the world, as protocols that adapters keep."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import AbstractContextManager
from datetime import datetime
from typing import Protocol

from storybank.stories.story import Revision, Story


class Clock(Protocol):
    """What time it is."""

    def now(self) -> datetime:
        """The time, with its zone (UTC)."""
        ...


class Store(Protocol):
    """A bank of stories that forgets nothing: every change is a new revision, and a removal can be taken back.

    One contract suite (`tests/contracts/`) holds every adapter to this. A method either happens completely, and is
    kept when it returns, or raises and leaves the bank as it was.
    """

    def add(self, story: Story, at: datetime, reason: str = "new") -> Revision:
        """Keep a new story as revision 1; raises `StoryExists` when its id is taken (also by a removed one)."""
        ...

    def save(self, story: Story, at: datetime, reason: str = "edit", expected: int | None = None) -> Revision:
        """Keep a new revision of a story; unchanged content makes none and returns the latest.

        Raises `NoSuchStory`; raises `StoryChanged` when `expected` (the revision that the change was made from) is
        no longer the latest.
        """
        ...

    def remove(self, story_id: str, at: datetime) -> Revision:
        """Take a story out of sight, as a revision with `deleted`; raises `NoSuchStory`."""
        ...

    def undo(self, at: datetime) -> Revision | None:
        """Take the latest change (edit, removal, restoring, undo apart) back by a new revision; None: nothing to."""
        ...

    def get(self, story_id: str) -> Story:
        """The story as it stands; raises `NoSuchStory` with the nearest ids when there is none, or it was removed."""
        ...

    def head(self, story_id: str) -> Revision:
        """The latest revision, also of a removed story; raises `NoSuchStory`."""
        ...

    def every(self) -> Sequence[Story]:
        """All stories that were not removed, by id."""
        ...

    def each(self) -> Iterator[Story]:
        """The same stories in any order, one at a time: a large bank that is only looked through is never held whole.

        Let go of it before the next call.
        """
        ...

    def revisions(self, story_id: str) -> Sequence[Revision]:
        """All revisions of a story, oldest first, also of a removed one; raises `NoSuchStory`."""
        ...

    def ids(self) -> Sequence[str]:
        """Ids of all stories, removed ones too: what a new id must differ from."""
        ...

    def put_all(self, stories: Iterable[Story], at: datetime, reason: str) -> int:
        """Add or save many at once, all or none; the number of those that were new or changed."""
        ...

    def transaction(self) -> AbstractContextManager[None]:
        """Everything within happens together or not at all."""
        ...

    def close(self) -> None:
        """Let go of files and connections; may be called twice."""
        ...
