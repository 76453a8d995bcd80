"""What can be read of a damaged bank: row by row where SQLite still can, else from the bytes of the file.

Every revision was stored as a document that stands for itself, and most fit into one page of the file whole; so they
can be found even when the tables that led to them are gone.
"""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterator
from contextlib import closing, suppress
from dataclasses import dataclass, replace
from pathlib import Path

from storybank.adapters.sql.sqlite import open_file
from storybank.errors import BadStory, BankUnusable, StorybankError
from storybank.stories.codec import checked, revision_from_json, story_from_json
from storybank.stories.story import Revision, Story

_REVISION = re.compile(rb'\{"number":\d')
_STORY = re.compile(rb'(?<!"story":)\{"id":"')
_STEP = re.compile(rb'"(?:[^"\\]|\\.)*"|[{}]', re.DOTALL)
_FROM = "SELECT seq, document FROM revisions WHERE seq > ? ORDER BY seq"
_LONGEST = 5_000_000  # bytes of one document


@dataclass(frozen=True, slots=True)
class Salvage:
    """What was found: the revisions of each story, oldest first; `whole` is False when something was unreadable."""

    revisions: dict[str, tuple[Revision, ...]]
    whole: bool

    @property
    def stories(self) -> int:
        """How many stories."""
        return len(self.revisions)

    @property
    def states(self) -> int:
        """How many revisions."""
        return sum(len(held) for held in self.revisions.values())


def salvage(path: Path) -> Salvage:
    """Everything that can be read of a bank's file, however damaged. Changes nothing."""
    found: dict[tuple[str, int], Revision] = {}
    whole = True
    for document in _rows(path):
        revision = _parsed(document) if document is not None else None
        if revision is None:
            whole = False
        else:
            found[revision.story.id, revision.number] = revision
    if not whole:
        for revision in _scanned(path):
            found.setdefault((revision.story.id, revision.number), revision)
    grouped: dict[str, list[Revision]] = {}
    for _, revision in sorted(found.items(), key=lambda item: item[0]):
        grouped.setdefault(revision.story.id, []).append(revision)
    return Salvage({story_id: tuple(held) for story_id, held in grouped.items()}, whole)


def write_salvage(found: Salvage, target: Path) -> None:
    """A new bank with what was found, revisions numbered anew from 1; raises `BankUnusable` for a file that exists."""
    from storybank.adapters.sql.sqlite import SqliteFile
    from storybank.adapters.sql.store import SqlStore

    if target.exists():
        raise BankUnusable(f"{target} exists already; name another file to save to")
    store = SqlStore(SqliteFile(target))
    in_order = sorted(
        (r.at, story_id, n, r) for story_id, held in found.revisions.items() for n, r in enumerate(held, 1)
    )
    try:
        numbers: dict[str, int] = {}
        with store.transaction():
            for _, story_id, _, revision in in_order:
                numbers[story_id] = numbers.get(story_id, 0) + 1
                store.append(replace(revision, number=numbers[story_id]))
    finally:
        store.close()


_LEAST_ROW = 64  # bytes of a revision with the shortest story


def _rows(path: Path) -> Iterator[str | bytes | None]:
    """The documents of all revisions, each row for itself; None where one cannot be read."""
    try:
        with closing(open_file(path)) as raw:
            raw.text_factory = bytes
            if raw.execute("PRAGMA integrity_check(1)").fetchone()[0] != b"ok":
                yield None
            row = 0
            last = raw.execute("SELECT max(seq) FROM revisions").fetchone()[0] or 0
            # The damage may be in a number too: no more rows are tried than the file has room for.
            for _ in range(path.stat().st_size // _LEAST_ROW):
                if row >= last:
                    break
                try:
                    for seq, document in raw.execute(_FROM, (row,)):
                        row = seq
                        yield document
                    break
                except sqlite3.DatabaseError:
                    yield None
                    row += 1
    except (sqlite3.Error, OSError, TypeError):
        yield None


def _scanned(path: Path) -> Iterator[Revision]:
    """Documents found in the bytes of the file and of the changes beside it."""
    known: set[str] = set()
    loose: list[Story] = []
    for part in (path, path.with_name(path.name + "-wal")):
        try:
            data = part.read_bytes()
        except OSError:
            continue
        for document in _documents(data, _REVISION):
            revision = _parsed(document)
            if revision is not None:
                known.add(revision.story.id)
                yield revision
        for document in _documents(data, _STORY):
            with suppress(StorybankError, UnicodeError):
                loose.append(checked(story_from_json(document)))
    yield from _without_revision(loose, known)


def _without_revision(loose: list[Story], known: set[str]) -> Iterator[Revision]:
    """Stories of which no revision was found: each state once, the one that stands last in the file the latest."""
    from datetime import UTC, datetime

    numbers: dict[str, int] = {}
    for index, story in enumerate(loose):
        if story.id not in known and story not in loose[index + 1 :]:
            numbers[story.id] = numbers.get(story.id, 0) + 1
            yield Revision(
                numbers[story.id], datetime(1970, 1, 1, tzinfo=UTC), "rescued, time unknown", story
            )


def _documents(data: bytes, opening: re.Pattern[bytes]) -> Iterator[bytes]:
    """Stretches that begin like a document and end with the brace that closes it."""
    at = 0
    while (found := opening.search(data, at)) is not None:
        at = found.end()
        depth = 0
        for step in _STEP.finditer(data, found.start(), found.start() + _LONGEST):
            depth += {b"{": 1, b"}": -1}.get(step[0], 0)
            if depth == 0:
                yield data[found.start() : step.end()]
                at = step.end()
                break


def _parsed(document: object) -> Revision | None:
    try:
        revision = revision_from_json(document)
        checked(revision.story)
    except (BadStory, UnicodeError):
        return None
    return revision
