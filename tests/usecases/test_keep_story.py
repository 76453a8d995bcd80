"""What a person does with the bank, on one in memory and with a clock of the test's own."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from storybank.adapters.memory import MemoryStore
from storybank.errors import BadStory, NoSuchStory, StoryChanged, UnknownName
from storybank.signals.meaning import shipped_meaning
from storybank.stories.story import STATUSES, Story, Told, told_text
from storybank.usecases import keep_story as keep
from storybank.usecases.demo_bank import demo_stories, fill
from storybank.usecases.exchange import Incoming, bring_in, read_files, write_files, written
from storybank.usecases.place import bank_place, data_folder
from storybank.usecases.tag_story import known, suggestions

A = Story("late-trains", "Late trains", principles=("Dive Deep", "dive-deep"), employer="Norrey Ferries")
B = Story("late-boats", "Late boats", level="L6", status="ready", themes=("Failure and learning",))


class Ticking:
    """A clock that moves on by a minute whenever it is asked."""

    def __init__(self) -> None:
        self.at = datetime(2026, 1, 1, tzinfo=UTC)

    def now(self) -> datetime:
        """The next minute."""
        self.at += timedelta(minutes=1)
        return self.at


@pytest.fixture
def store() -> MemoryStore:
    """A bank with two stories."""
    store = MemoryStore()
    keep.keep_new(store, Ticking(), A)
    keep.keep_new(store, Ticking(), B)
    return store


def test_a_new_story_has_an_id_of_its_own(store: MemoryStore) -> None:
    """By its title, with a number when that was given before, and with names as the playbook has them."""
    made = keep.keep_new(store, Ticking(), A).story
    assert (made.id, made.principles) == ("late-trains-2", ("dive-deep",))
    assert keep.keep_new(store, Ticking(), Story("", "Ärger, viel")).story.id == "ärger-viel"


@pytest.mark.parametrize("given", ["late-trains", "late-t", "LATE-T", "late trains", " Late-Trains "])
def test_finding_by_what_people_type(store: MemoryStore, given: str) -> None:
    """An id, its beginning where that is enough, or the title."""
    assert keep.find(store, given).id == "late-trains"


@pytest.mark.parametrize("given", ["late", "", "trains"])
def test_not_finding_what_is_not_clear(store: MemoryStore, given: str) -> None:
    """Two that begin alike are not guessed between."""
    with pytest.raises(NoSuchStory):
        keep.find(store, given)


def test_an_edit_from_an_old_state_is_refused(store: MemoryStore) -> None:
    """Nothing that somebody saved is overwritten unseen."""
    keep.keep_edit(store, Ticking(), replace(B, notes="theirs"), 1)
    with pytest.raises(StoryChanged):
        keep.keep_edit(store, Ticking(), replace(B, notes="mine"), 1)


def test_restoring(store: MemoryStore) -> None:
    """Without a number: the state before the latest, or before the removal."""
    keep.keep_edit(store, Ticking(), replace(B, notes="x"), 1)
    assert keep.restore(store, Ticking(), "late-boats", None).story.notes == ""
    keep.restore(store, Ticking(), "late-boats", 2)
    keep.remove(store, Ticking(), ["late-boats"])
    assert keep.restore(store, Ticking(), "late-b", None).story.notes == "x"
    for number in (0, 99):
        with pytest.raises(BadStory):
            keep.restore(store, Ticking(), "late-boats", number)


def test_removing_all_or_none(store: MemoryStore) -> None:
    """One name that is not there, and nothing is removed."""
    with pytest.raises(NoSuchStory):
        keep.remove(store, Ticking(), ["late-trains", "nope"])
    assert len(store.every()) == 2
    assert keep.remove(store, Ticking(), ["late-trains", "late-t"]) == ["late-trains"]


def test_undo_says_what_it_took_back(store: MemoryStore) -> None:
    """The change by its reason, and the stories it touched."""
    keep.remove(store, Ticking(), ["late-trains", "late-boats"])
    assert keep.undo(store, Ticking()) == keep.Undone("rm", ["late-boats", "late-trains"])
    assert keep.undo(store, Ticking()) == keep.Undone("new", ["late-boats"])
    assert keep.undo(store, Ticking()) == keep.Undone("new", ["late-trains"])
    assert keep.undo(store, Ticking()) is None


def test_tags(store: MemoryStore) -> None:
    """Principles and themes go where they belong, once each; removing knows both spellings."""
    made = keep.tag(
        store, Ticking(), "late-t", known(["Earn Trust", "earn-trust", "scope_management"]), ["Dive Deep"]
    )
    assert (made.story.principles, made.story.themes) == (("earn-trust",), ("scope-management",))
    with pytest.raises(UnknownName, match="did you mean 'frugality'"):
        known(["frugalty"])
    assert known(["Customers first"], ["customers-first"]) == [("customers-first", "principles")]


def test_where_it_was_told(store: MemoryStore) -> None:
    """As much as is known, and today as a word; a date that is none is refused."""
    keep.told(store, Ticking(), "late-t", "2024-05-01; Acme; onsite 2; Ada; Tell me; about it")
    made = keep.told(store, Ticking(), "late-t", "today")
    assert made.story.told == (
        Told(date(2024, 5, 1), "Acme", "onsite 2", "Ada", "Tell me; about it"),
        Told(date(2026, 1, 1)),
    )
    with pytest.raises(BadStory, match="'May' is no date"):
        keep.told(store, Ticking(), "late-t", "May; Acme")


def test_reviewing_a_story(store: MemoryStore) -> None:
    """At its own level unless another is named; a story without words cannot be judged."""
    with pytest.raises(BadStory, match="nothing to tell"):
        keep.review_story(store, "late-boats")
    keep.keep_edit(
        store, Ticking(), replace(B, level="L7", action="I rang the crew.", result="Nobody waited."), 1
    )
    assert keep.review_story(store, "late-boats").answer.target_level == "L7"
    assert keep.review_story(store, "late-boats", level="l5").answer.target_level == "L5"


def test_suggestions_quote_the_story() -> None:
    """Every quote stands in what is told, and what is confirmed is marked."""
    store = MemoryStore()
    fill(store, Ticking())
    found = suggestions(store, "payroll-cutover", shipped_meaning())
    text = told_text(store.get("payroll-cutover"))
    assert all(quote in text for s in found for quote in s.quotes)
    assert [s.confirmed for s in found] == [
        s.name in ("ownership", "earn-trust", "failure-and-learning", "technical-leadership") for s in found
    ]


def test_the_examples_are_worth_looking_at() -> None:
    """They cover trades, levels, categories and most principles, hold a failure, figures and occasions."""
    stories = demo_stories()
    assert len(stories) == 14
    assert {s.level for s in stories} == {"L5", "L6", "L7"}
    assert {s.category for s in stories} == set(range(1, 13))
    assert len({s.employer for s in stories}) == 14
    assert len({p for s in stories for p in s.principles}) >= 14
    assert len({t for s in stories for t in s.themes}) >= 10
    assert sum("failure-and-learning" in s.themes for s in stories) >= 2
    assert sum(len(s.told) for s in stories) >= 4
    for story in stories:
        assert known((*story.principles, *story.themes))
        assert 150 <= len(told_text(story).split()) <= 330
        assert len(story.figures) >= 2
        assert all(f.provenance != "unknown" for f in story.figures)
        assert story.status in STATUSES
        assert story.extra == {}


@pytest.mark.parametrize("own", ["no-rewrite", "mine"])
def test_filling_spares_a_bank_with_stories_of_ones_own(own: str) -> None:
    """Neither is an id of one's own overwritten, nor does fiction come to stand among what is true."""
    store = MemoryStore()
    store.add(Story(own, "Mine"), Ticking().now())
    with pytest.raises(BadStory, match="name another file"):
        fill(store, Ticking())
    assert len(store.every()) == 1


def test_an_example_that_was_removed_comes_back() -> None:
    """Filling again completes the examples, also beside a story that somebody tried the bank with."""
    store, clock = MemoryStore(), Ticking()
    fill(store, clock)
    store.add(Story("mine", "Mine"), clock.now())
    assert fill(store, clock) == 0
    store.undo(clock.now())
    store.remove("no-rewrite", clock.now())
    assert fill(store, clock) == 1
    assert "no-rewrite" in [story.id for story in store.every()]


def test_import_is_one_change(store: MemoryStore) -> None:
    """What came in together goes together; conflicts are no part of it."""
    incoming = [Incoming(Story("x", "X"), "x.md"), Incoming(replace(B, title="Other"), "b.md")]
    outcome = bring_in(store, Ticking(), incoming, replacing=False)
    assert (outcome.new, outcome.conflicts) == (["x"], [("late-boats", "b.md", "differs")])
    outcome = bring_in(store, Ticking(), [*incoming, Incoming(Story("y", "Y"), "y.md")], replacing=True)
    assert (outcome.new, outcome.changed, outcome.same) == (["y"], ["late-boats"], ["x"])
    undone = keep.undo(store, Ticking())
    assert undone is not None
    assert undone.stories == ["late-boats", "y"]


def test_two_files_that_claim_one_id(tmp_path: Path) -> None:
    """Neither wins by chance; equal ones are one."""
    (tmp_path / "a.md").write_text("---\ntitle: X\n---\nOne.")
    (tmp_path / "b.md").write_text("---\ntitle: X\n---\nOne.")
    assert len(read_files([tmp_path])) == 1
    (tmp_path / "b.md").write_text("---\ntitle: X\n---\nTwo.")
    with pytest.raises(BadStory, match=r"b\.md and .*a\.md both hold a story 'x'"):
        read_files([tmp_path])


def test_folders_are_searched_all_the_way_down(tmp_path: Path) -> None:
    """Hidden folders and other kinds of files are left out; the file's name is the last resort for a title."""
    (tmp_path / "old" / "more").mkdir(parents=True)
    (tmp_path / ".git").mkdir()
    (tmp_path / "old" / "more" / "late-trains.md").write_text("I moved it.")
    (tmp_path / ".git" / "x.md").write_text("no")
    (tmp_path / "x.pdf").write_bytes(b"no")
    (found,) = read_files([tmp_path])
    assert (found.story.title, found.story.prose) == ("late trains", "I moved it.")


def test_an_export_that_fails_leaves_no_half_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The file that was there is there still, whole."""
    target = tmp_path / "all.json"
    write_files(written([A], "json"), target, replacing=False)
    before = target.read_bytes()

    def full(descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", full)
    with pytest.raises(BadStory, match="no space left"):
        write_files(written([B], "json"), target, replacing=True)
    assert target.read_bytes() == before
    assert list(tmp_path.iterdir()) == [target]


def test_the_place_of_the_bank() -> None:
    """What is named beats the environment, and that the folder of the platform; only the last is ours to make."""
    assert bank_place("x.sqlite", {"STORYBANK_DB": "y"}) == ("x.sqlite", False)
    assert bank_place(None, {"STORYBANK_DB": "postgresql://h/d"}) == ("postgresql://h/d", False)
    assert bank_place(None, {"XDG_DATA_HOME": "/d", "LOCALAPPDATA": "/d"})[1]
    assert bank_place("~/b.sqlite", {})[0] == str(Path.home() / "b.sqlite")


@pytest.mark.parametrize(
    ("platform", "environment", "expected"),
    [
        ("linux", {"XDG_DATA_HOME": "/d"}, Path("/d/storybank")),
        ("linux", {}, Path.home() / ".local/share/storybank"),
        ("darwin", {}, Path.home() / "Library/Application Support/storybank"),
        ("win32", {"LOCALAPPDATA": "/l"}, Path("/l/storybank")),
    ],
)
def test_folders_of_the_platforms(platform: str, environment: dict[str, str], expected: Path) -> None:
    """Each keeps what people made where the platform does."""
    assert data_folder(environment, platform) == expected
