"""No data is lost: processes killed, several at once, a full disk, a file that may only be read."""

from __future__ import annotations

import os
import random
import resource
import select
import signal
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from forked import NOBODY, heard, started, told_by_child

from storybank.adapters.sql.sqlite import SqliteFile
from storybank.adapters.sql.store import SqlStore
from storybank.errors import BankUnusable, StorybankError, StoryChanged
from storybank.stories.story import Story
from storybank.wiring import examine

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="needs child processes as POSIX has them")
NOW = datetime(2026, 5, 1, tzinfo=UTC)
KILLS = 240


def bank(path: Path) -> SqlStore:
    """The bank in a file."""
    return SqlStore(SqliteFile(path))


def _counting(path: Path) -> Callable[[Callable[[str], None]], None]:
    """Work that never ends: two stories that must always agree, saved together, each number told when it is kept."""

    def work(send: Callable[[str], None]) -> None:
        store = bank(path)
        ids = set(store.ids())
        number = int(store.get("a").notes) if ids else 0
        while True:
            number += 1
            pair = [Story(name, "T", notes=str(number), prose="words " * 300) for name in ("a", "b")]
            if number % 3:
                store.put_all(pair, NOW, "count")
            else:
                with store.transaction():
                    for story in pair:
                        store.save(story, NOW) if ids else store.add(story, NOW)
            ids = {"a", "b"}
            send(f"{number} ")

    return work


def test_killed_at_any_point(tmp_path: Path) -> None:
    """However often a writer is killed, the bank is whole and stands at the last confirmed state, or the next."""
    chance = random.Random(20260501)
    path = tmp_path / "bank.sqlite"
    confirmed, seen, advanced = 0, 0, 0
    for round_ in range(KILLS):
        if round_ % 40 == 0:  # so that making the file and its tables is interrupted too
            for leftover in tmp_path.iterdir():
                leftover.unlink()
            confirmed = seen = 0
        child, reading = started(_counting(path))
        if round_ % 3:  # in every third round before it may have written anything
            select.select([reading], [], [], 60)
        time.sleep(chance.uniform(0, 0.03))
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        words = heard(reading)
        assert "Traceback" not in words, words
        confirmed = int(words.split()[-1]) if words.strip() else confirmed
        with closing(bank(path)) as store:
            stories = {story.id: int(story.notes) for story in store.every()}
            if not stories:
                assert confirmed == 0
                continue
            assert set(stories) == {"a", "b"}
            assert stories["a"] == stories["b"]
            assert stories["a"] in (confirmed, confirmed + 1)
            assert [r.number for r in store.revisions("a")] == list(range(1, len(store.revisions("a")) + 1))
            assert store.rows("PRAGMA integrity_check")[0][0] == "ok"
        advanced += stories["a"] > seen
        confirmed = seen = stories["a"]
    assert advanced > KILLS / 3  # else the children were killed before they ever wrote


def test_several_at_once(tmp_path: Path) -> None:
    """Nobody's change is lost when several processes add stories and count in one of them."""
    path, each = tmp_path / "bank.sqlite", 25

    def work(name: str) -> Callable[[Callable[[str], None]], None]:
        def task(send: Callable[[str], None]) -> None:
            store = bank(path)
            for number in range(each):
                store.add(Story(f"{name}-{number}", "T"), NOW)
                while True:
                    head = store.head("shared")
                    try:
                        counted = replace(head.story, notes=str(int(head.story.notes) + 1))
                        store.save(counted, NOW, expected=head.number)
                        break
                    except StoryChanged:
                        continue
            send("done")

        return task

    with closing(bank(path)) as store:
        store.add(Story("shared", "T", notes="0"), NOW)
        children = [started(work(name)) for name in ("x", "y", "z")]
        assert [heard(reading) for _, reading in children] == ["done"] * 3
        for child, _ in children:
            os.waitpid(child, 0)
        assert store.get("shared").notes == str(3 * each)
        assert len(store.every()) == 3 * each + 1
        assert len(store.revisions("shared")) == 3 * each + 1


def test_two_make_the_bank_at_once(tmp_path: Path) -> None:
    """Whoever comes first makes the tables; both changes are kept."""
    for attempt in range(8):
        path = tmp_path / f"{attempt}.sqlite"

        def work(name: str, path: Path = path) -> Callable[[Callable[[str], None]], None]:
            return lambda send: send(bank(path).add(Story(name, "T"), NOW).story.id)

        children = [started(work(name)) for name in ("a", "b")]
        assert [heard(reading) for _, reading in children] == ["a", "b"]
        for child, _ in children:
            os.waitpid(child, 0)
        with closing(bank(path)) as store:
            assert list(store.ids()) == ["a", "b"]


def test_somebody_writes_for_too_long(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A writer that waits in vain is told so, and nothing is changed."""
    monkeypatch.setattr("storybank.adapters.sql.sqlite.BUSY_SECONDS", 0.05)
    with closing(bank(tmp_path / "b.sqlite")) as one, closing(bank(tmp_path / "b.sqlite")) as two:
        one.add(Story("a", "T"), NOW)
        with one.transaction():
            one.add(Story("b", "T"), NOW)
            with pytest.raises(BankUnusable, match="another program is writing"):
                two.add(Story("c", "T"), NOW)
            assert [s.id for s in two.every()] == ["a"]
        two.add(Story("c", "T"), NOW)
        assert [s.id for s in one.every()] == ["a", "b", "c"]


def test_a_full_disk(tmp_path: Path) -> None:
    """What does not fit is refused with a word; what was there stays, and room makes it work again."""
    with closing(bank(tmp_path / "b.sqlite")) as store:
        store.add(Story("a", "T"), NOW)
        pages = store.rows("PRAGMA page_count")[0][0]
        store.rows(f"PRAGMA max_page_count = {pages + 2}")
        big = Story("big", "T", prose="x" * 300_000)
        with pytest.raises(BankUnusable, match="disk is full; nothing was changed"):
            store.add(big, NOW)
        with pytest.raises(BankUnusable, match="disk is full"):
            store.put_all([Story("b", "T"), big], NOW, "import")
        with pytest.raises(BankUnusable):
            _all_but_the_big_one(store, big)
        assert list(store.ids()) == ["a"]
        store.rows("PRAGMA max_page_count = 1000000")
        store.add(big, NOW)
        assert list(store.ids()) == ["a", "big"]
        assert store.rows("PRAGMA integrity_check")[0][0] == "ok"


def _all_but_the_big_one(store: SqlStore, big: Story) -> None:
    """Go on although a part did not fit: nothing may be kept by itself, where the whole was lost."""
    with store.transaction():
        store.add(Story("b", "T"), NOW)
        with pytest.raises(BankUnusable):
            store.add(big, NOW)
        store.add(Story("c", "T"), NOW)


def test_no_room_for_the_file(tmp_path: Path) -> None:
    """The system refuses to let the file grow, while it is written or when it is made: the bank stays whole."""
    path, fresh = tmp_path / "b.sqlite", tmp_path / "fresh.sqlite"
    with closing(bank(path)) as store:
        store.add(Story("a", "T"), NOW)

    def work() -> str:
        said = []
        resource.setrlimit(resource.RLIMIT_FSIZE, (60_000, 60_000))
        for place in (path, fresh):
            try:
                with closing(bank(place)) as store:
                    store.add(Story("big", "T", prose="x" * 400_000), NOW)
                said.append("kept")
            except BankUnusable as fault:
                said.append("nothing was changed" if "nothing was changed" in str(fault) else str(fault))
        return "|".join(said)

    assert told_by_child(work) == "nothing was changed|nothing was changed"
    with closing(bank(path)) as store, closing(bank(fresh)) as second:
        assert list(store.ids()) == ["a"]
        assert store.rows("PRAGMA integrity_check")[0][0] == "ok"
        second.add(Story("a", "T"), NOW)


@pytest.fixture
def shared_folder() -> Iterator[Path]:
    """A folder that every user may reach."""
    with tempfile.TemporaryDirectory(dir="/tmp") as name:
        Path(name).chmod(0o755)
        yield Path(name)


@pytest.mark.parametrize("folder_too", [False, True])
def test_a_file_that_may_only_be_read(shared_folder: Path, folder_too: bool) -> None:
    """It is read all the same; a change is refused with a word and leaves no trace."""
    path = shared_folder / "bank.sqlite"
    with closing(bank(path)) as store:
        store.add(Story("a", "T"), NOW)
    path.chmod(0o444)
    shared_folder.chmod(0o555 if folder_too else 0o777)

    def work() -> str:
        store = bank(path)
        try:
            store.add(Story("b", "T"), NOW)
        except BankUnusable as fault:
            remarks = [check.name for check in examine(str(path)) if check.verdict != "good"]
            return f"{[s.id for s in store.every()]} {fault} {remarks}"
        return "kept"

    said = told_by_child(work, NOBODY)
    shared_folder.chmod(0o755)
    assert "['a']" in said
    assert "read-only; nothing was changed" in said
    assert "['rights']" in said
    assert sorted(p.name for p in shared_folder.iterdir()) == ["bank.sqlite"]


def test_a_file_that_may_not_be_read(shared_folder: Path) -> None:
    """It is named, with what to do."""
    path = shared_folder / "bank.sqlite"
    with closing(bank(path)) as store:
        store.add(Story("a", "T"), NOW)
    path.chmod(0)

    def work() -> str:
        try:
            bank(path).every()
        except StorybankError as fault:
            return str(fault)
        return "read"

    assert "permission denied" in told_by_child(work, NOBODY)


def test_an_interrupted_copy_leaves_nothing(tmp_path: Path) -> None:
    """A copy appears under its name only when it is complete."""
    from storybank.adapters.sql.sqlite import copy_file

    path = tmp_path / "b.sqlite"
    with closing(bank(path)) as store:
        store.add(Story("a", "T", prose="x" * 200_000), NOW)

    def work() -> str:
        resource.setrlimit(resource.RLIMIT_FSIZE, (60_000, 60_000))
        try:
            copy_file(path, tmp_path / "copy.sqlite")
        except Exception as fault:
            return type(fault).__name__
        return "copied"

    assert told_by_child(work) != "copied"
    assert not (tmp_path / "copy.sqlite").exists()
