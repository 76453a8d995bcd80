"""What is wrong with a bank, if anything: each check with what it found."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from storybank.adapters.sql.faults import is_full, told
from storybank.adapters.sql.postgres import PostgresServer
from storybank.adapters.sql.sqlite import SqliteFile, check_head, open_file
from storybank.adapters.sql.store import SqlStore
from storybank.adapters.sql.versions import VERSION
from storybank.errors import DiskFull, StorybankError

Verdict = Literal["good", "note", "bad"]
SPACE = "space"
"""The check of room on the disk. When it is bad, the bank cannot be looked at now; that is no damage."""
_FULL = "the bank cannot be read now, because the disk is full; nothing in it was lost; make room, then look again"
_SCARCE = 50_000_000
"""Bytes: less free space than this is worth a word."""
_SHOWN = 5


@dataclass(frozen=True, slots=True)
class Check:
    """One thing that was looked at."""

    name: str
    verdict: Verdict
    words: str


def examine(database: SqliteFile | PostgresServer) -> list[Check]:
    """Every check there is, the ones that need others to be good last."""
    found = [Check("place", "good", database.place)]
    if isinstance(database, SqliteFile):
        if not database.path.exists():
            return [*found, Check("file", "note", "there is none yet; the first change makes it")]
        found += _file(database.path)
        if any(check.verdict == "bad" for check in found):
            return found
    store = SqlStore(database)
    try:
        return [*found, *_tables(store)]
    except DiskFull:
        return [*found, Check(SPACE, "bad", _FULL)]
    except StorybankError as fault:
        return [*found, Check("tables", "bad", str(fault))]
    finally:
        store.close()


def _file(path: Path) -> Iterator[Check]:
    try:
        size = path.stat().st_size
        with told(str(path)):
            check_head(path)
    except (StorybankError, OSError) as fault:
        yield Check("file", "bad", str(fault))
        return
    yield Check("file", "good", f"{size:,} bytes")
    if not os.access(path, os.W_OK) or not os.access(path.parent, os.W_OK):
        yield Check("rights", "note", "it can be read, not written; allow writing to the file and its folder")
    elif os.name == "posix" and path.stat().st_mode & 0o077:
        yield Check(
            "rights", "note", f"others on this computer may read it; `chmod 600 {path}` keeps it private"
        )
    pages, free = _pages(path), shutil.disk_usage(path.parent).free
    if pages.name != SPACE and free < max(_SCARCE, 2 * size):
        yield Check(
            SPACE, "note", f"only {free:,} bytes are free on the disk; a backup or a migration needs room"
        )
    yield pages


def _pages(path: Path) -> Check:
    """What SQLite says of every page and index; or that it cannot say anything, because the disk is full."""
    import sqlite3
    from contextlib import closing

    try:
        with closing(open_file(path)) as raw:
            said = [" ".join(row[0].split()) for row in raw.execute(f"PRAGMA integrity_check({_SHOWN})")]
    except sqlite3.Error as fault:
        if is_full(fault, str(path)):
            return Check(SPACE, "bad", _FULL)
        said = [str(fault)]
    if said == ["ok"]:
        return Check("pages", "good", "whole")
    return Check("pages", "bad", f"damaged: {'; '.join(said)}")


def _tables(store: SqlStore) -> Iterator[Check]:
    heads = {row[0]: row[1:] for row in store.rows("SELECT id, number, deleted, document FROM stories")}
    yield Check("tables", "good", f"version {VERSION}")
    faults = list(_rows(store, heads))
    shown = "; ".join(faults[:_SHOWN]) + (
        f"; and {len(faults) - _SHOWN} more" if len(faults) > _SHOWN else ""
    )
    yield Check("rows", "bad" if faults else "good", shown or "each story agrees with its latest revision")
    removed = sum(bool(row[1]) for row in heads.values())
    states = store.rows("SELECT count(*) FROM revisions")
    count = states[0][0] if states else 0
    yield Check("stories", "good", f"{len(heads) - removed}, and {removed} removed; {count or 0} revisions")


def _rows(store: SqlStore, heads: dict[str, tuple[int, bool, str]]) -> Iterator[str]:
    """Rows that cannot be read or do not agree with each other."""
    from storybank.stories.codec import revision_from_json, story_from_json

    last: dict[str, int] = {}
    for story_id, number, document in store.rows(
        "SELECT story_id, number, document FROM revisions ORDER BY story_id, number"
    ):
        if number != last.get(story_id, 0) + 1:
            yield f"{story_id}: revision {last.get(story_id, 0) + 1} is missing"
        last[story_id] = number
        try:
            revision = revision_from_json(document)
        except StorybankError as fault:
            yield f"{story_id}, revision {number}: {fault}"
            continue
        head = heads.get(story_id)
        if head is None:
            yield f"{story_id}: its row is missing"
        elif head[0] == number:
            try:
                if (story_from_json(head[2]), bool(head[1])) != (revision.story, revision.deleted):
                    yield f"{story_id}: the story is not what its latest revision says"
            except StorybankError as fault:
                yield f"{story_id}: {fault}"
    for story_id, head in heads.items():
        if last.get(story_id) != head[0]:
            yield f"{story_id}: stands at revision {head[0]}, but {last.get(story_id, 0)} are there"
