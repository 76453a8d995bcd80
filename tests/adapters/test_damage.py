"""Damaged files: recognised, never made worse, and searched for what can be saved."""

from __future__ import annotations

import random
import sqlite3
from contextlib import closing, suppress
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from storybank.adapters.sql.salvage import salvage, write_salvage
from storybank.adapters.sql.sqlite import PAGE
from storybank.errors import BankUnusable, StorybankError
from storybank.stories.story import Story
from storybank.wiring import examine, open_store

NOW = datetime(2025, 1, 1, tzinfo=UTC)
STORIES = 30


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A bank of thirty stories with two revisions each, one of them removed."""
    path = tmp_path / "bank.sqlite"
    with closing(open_store(str(path))) as store:
        for number in range(STORIES):
            text = f"Words of story {number}, “quoted” and {{braced}}. " * 40
            store.add(Story(f"s-{number}", "Title", prose=text), NOW)
            store.save(Story(f"s-{number}", "Better", prose=text), NOW + timedelta(days=1))
        store.remove("s-0", NOW + timedelta(days=2))
    return path


def overwrite(path: Path, at: int, data: bytes) -> None:
    """Damage the file."""
    with path.open("r+b") as file:
        file.seek(at)
        file.write(data)


def test_a_whole_file_gives_everything(path: Path, tmp_path: Path) -> None:
    """Of a bank that is well nothing is missing from what is saved."""
    found = salvage(path)
    assert (found.whole, found.stories, found.states) == (True, STORIES, 2 * STORIES + 1)
    write_salvage(found, tmp_path / "new.sqlite")
    with closing(open_store(str(path))) as old, closing(open_store(str(tmp_path / "new.sqlite"))) as new:
        assert new.every() == old.every()
        assert new.revisions("s-0") == old.revisions("s-0")
    with pytest.raises(BankUnusable, match="exists already"):
        write_salvage(found, tmp_path / "new.sqlite")


@pytest.mark.parametrize("pages", [(1,), (2,), (1, 2, 3, 4)])
def test_damaged_pages_are_recognised(path: Path, pages: tuple[int, ...], tmp_path: Path) -> None:
    """Opening says so and names the remedy; the doctor finds most stories."""
    for page in pages:
        overwrite(path, page * PAGE, b"\xff" * PAGE)
    before = path.read_bytes()
    with pytest.raises(BankUnusable, match=r"damaged.*storybank doctor --rescue"):
        open_store(str(path)).every()
    assert any(check.verdict == "bad" for check in examine(str(path)))
    found = salvage(path)
    assert not found.whole
    assert found.stories >= STORIES - 8 * len(pages)
    write_salvage(found, tmp_path / "new.sqlite")
    with closing(open_store(str(tmp_path / "new.sqlite"))) as new:
        assert len(new.ids()) == found.stories
    assert path.read_bytes() == before


def test_a_lost_head(path: Path) -> None:
    """A file whose first page is gone is searched byte by byte."""
    overwrite(path, 0, b"\0" * PAGE)
    with pytest.raises(BankUnusable, match="head is damaged"):
        open_store(str(path)).every()
    found = salvage(path)
    assert found.stories == STORIES
    assert found.states >= 2 * STORIES


def test_a_file_cut_short(path: Path) -> None:
    """It is recognised by its length alone, and what is left is saved."""
    with path.open("r+b") as file:
        file.truncate(path.stat().st_size * 2 // 3)
    with pytest.raises(BankUnusable, match=r"it ends after .* of .* bytes"):
        open_store(str(path)).every()
    assert salvage(path).stories > STORIES / 3


def test_a_file_cut_to_nothing(path: Path) -> None:
    """A bank comes into being whole, so an empty file is a loss, which neither reading nor writing may hide."""
    path.write_bytes(b"")
    with closing(open_store(str(path))) as store:
        with pytest.raises(BankUnusable, match=r"was cut off; look for a backup"):
            store.every()
        with pytest.raises(BankUnusable, match=r"was cut off"):
            store.add(Story("a", "A"), NOW)
    assert path.read_bytes() == b""
    assert [(c.name, c.verdict) for c in examine(str(path))] == [("place", "good"), ("file", "bad")]


def test_a_folder_is_no_bank(tmp_path: Path) -> None:
    """The doctor says so in words."""
    assert "is a folder; name a file in it" in examine(str(tmp_path))[-1].words


def test_a_new_bank_is_never_empty(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It appears under its name with its head, also where the disk knows no links, and nothing is left beside it."""
    with closing(open_store(str(tmp_path / "linked.sqlite"))) as store:
        store.add(Story("a", "A"), NOW)

    def no_links(*_: object) -> None:
        raise PermissionError

    monkeypatch.setattr("os.link", no_links)
    with closing(open_store(str(tmp_path / "moved.sqlite"))) as store:
        store.add(Story("a", "A"), NOW)
    assert sorted(p.name for p in tmp_path.iterdir()) == ["linked.sqlite", "moved.sqlite"]


def test_any_damage_at_all(path: Path) -> None:
    """Random bytes anywhere: either the bank works or it says what is wrong; the search never fails."""
    chance, whole = random.Random(4), path.read_bytes()
    for _ in range(60):
        path.write_bytes(whole)
        for _ in range(chance.randint(1, 4)):
            overwrite(path, chance.randrange(len(whole)), chance.randbytes(chance.randint(1, 3000)))
        with closing(open_store(str(path))) as store, suppress(StorybankError):
            store.every()
        examine(str(path))
        assert salvage(path).stories >= STORIES // 2


def test_a_number_where_a_document_was(path: Path) -> None:
    """Damage may turn a document into a number: the others are saved, and the search ends."""
    with closing(sqlite3.connect(path)) as raw, raw:
        raw.execute("UPDATE revisions SET document = 2.0e174 WHERE seq = 1")
        raw.execute("UPDATE revisions SET seq = 4611686018427387904 WHERE seq = 2")
    assert salvage(path).stories >= STORIES - 1


def test_not_a_bank_at_all(tmp_path: Path) -> None:
    """Nothing is found in a file that never was one."""
    path = tmp_path / "notes.txt"
    path.write_text('Nothing but notes {"id": 3} ' * 100)
    assert salvage(path).stories == 0
    with pytest.raises(BankUnusable, match="no bank"):
        open_store(str(path)).every()
