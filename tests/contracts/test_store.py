"""What every bank does, wherever it keeps its stories."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta, timezone

import pytest

from storybank.errors import BadStory, NoSuchStory, StoryChanged, StoryExists
from storybank.ports import Store
from storybank.stories.story import Figure, FollowUp, Story, Telling, Told

pytest_plugins = ("banks",)
NOW = datetime(2026, 5, 1, 12, 30, 15, 123456, tzinfo=UTC)
FULL = Story(
    id="full-é-9",
    title="Ein “Titel” \U0001f9d1‍\U0001f527",
    employer="Acme; DROP TABLE stories --",
    period="2021–2022",
    masked=True,
    prose="One.\r\n\r\nTwo.\n",
    situation=" s ",
    task="t",
    action="a",
    result="r%s :id",
    learning="l",
    actions=("one", "", "two\nlines"),
    figures=(Figure("40%", "measured", "report"), Figure("")),
    principles=("ownership", "dive-deep"),
    themes=("conflict",),
    category=12,
    level="L7",
    lessons=("ask",),
    followups=(FollowUp("Why?", "So."),),
    tellings=(Telling("short", "words"),),
    status="retired",
    notes="\x1b[31m\u2028",
    told=(Told(date(2024, 2, 29), "Acme", "onsite", "Ada", "Tell me", "well"),),
    links=("https://example.org/?a=b&c",),
    extra={"mood": "hopeful", "": ""},
)
A, B = Story("a", "First"), Story("b", "Second")


def test_an_empty_bank(store: Store) -> None:
    """Before anything was kept, every question has an empty answer."""
    assert (list(store.every()), list(store.ids()), store.undo(NOW)) == ([], [], None)
    with pytest.raises(NoSuchStory):
        store.get("a")
    with pytest.raises(NoSuchStory):
        store.save(A, NOW)
    with pytest.raises(NoSuchStory):
        store.remove("a", NOW)


def test_every_field_is_kept(store: Store, opener: Callable[[], Store]) -> None:
    """What was put in comes out, to the last character, also for whoever opens the bank anew."""
    made = store.add(FULL, NOW)
    assert (made.number, made.at, made.reason, made.deleted) == (1, NOW, "new", False)
    assert opener().get(FULL.id) == FULL
    assert list(opener().revisions(FULL.id)) == [made]


def test_an_id_is_given_once(store: Store) -> None:
    """An id that is there, or was, is not given again."""
    store.add(A, NOW)
    with pytest.raises(StoryExists):
        store.add(replace(A, title="Other"), NOW)
    store.remove("a", NOW)
    with pytest.raises(StoryExists):
        store.add(A, NOW)
    assert list(store.ids()) == ["a"]


def test_each_change_is_a_revision(store: Store) -> None:
    """Saving keeps what was before, numbered from 1 without holes, oldest first."""
    store.add(A, NOW)
    for number in range(2, 6):
        at = NOW + timedelta(minutes=number)
        assert store.save(replace(A, notes=str(number)), at, "edit").number == number
    assert [r.number for r in store.revisions("a")] == [1, 2, 3, 4, 5]
    assert [r.story.notes for r in store.revisions("a")] == ["", "2", "3", "4", "5"]
    assert store.head("a").at == NOW + timedelta(minutes=5)


def test_no_change_is_no_revision(store: Store) -> None:
    """Saving what is there already gives back the latest revision."""
    made = store.add(A, NOW)
    assert store.save(A, NOW + timedelta(days=1)) == made
    assert len(store.revisions("a")) == 1
    store.undo(NOW)
    assert list(store.every()) == []


def test_times_are_kept_in_utc(store: Store) -> None:
    """A time of another zone is the same moment; a time without zone is refused."""
    store.add(A, NOW.astimezone(timezone(timedelta(hours=5, minutes=30))))
    assert store.head("a").at == NOW
    assert store.head("a").at.utcoffset() == timedelta(0)
    with pytest.raises(ValueError, match="zone"):
        store.add(B, NOW.replace(tzinfo=None))
    assert list(store.ids()) == ["a"]


def test_somebody_else_was_quicker(store: Store) -> None:
    """A change made from an older revision is refused, and overwrites nothing."""
    store.add(A, NOW)
    store.save(replace(A, notes="theirs"), NOW, expected=1)
    with pytest.raises(StoryChanged):
        store.save(replace(A, notes="mine"), NOW, expected=1)
    assert store.get("a").notes == "theirs"


def test_removed_is_out_of_sight(store: Store) -> None:
    """A removed story is not found, but its revisions are."""
    store.add(A, NOW)
    store.add(B, NOW)
    gone = store.remove("a", NOW)
    assert (gone.number, gone.deleted, gone.story) == (2, True, A)
    assert list(store.every()) == [B]
    assert list(store.ids()) == ["a", "b"]
    assert store.head("a") == gone
    with pytest.raises(NoSuchStory):
        store.get("a")
    with pytest.raises(NoSuchStory):
        store.remove("a", NOW)


def test_saving_a_removed_story_brings_it_back(store: Store) -> None:
    """Even unchanged content is a revision then, for the story is there again."""
    store.add(A, NOW)
    store.remove("a", NOW)
    assert store.save(A, NOW, "restore").number == 3
    assert store.get("a") == A


def test_the_nearest_ids_are_offered(store: Store) -> None:
    """A slip of the finger is answered with what is there, and not with what was removed."""
    store.add(Story("late-trains", "T"), NOW)
    store.add(Story("late-train", "T"), NOW)
    store.remove("late-train", NOW)
    with pytest.raises(NoSuchStory, match=r"nearest: late-trains$"):
        store.get("late-trians")


def test_stories_come_by_id(store: Store) -> None:
    """In one order everywhere, hyphens before digits before letters."""
    for story_id in ("b", "a-b", "ab", "a", "a1", "é"):
        store.add(Story(story_id, "T"), NOW)
    assert [story.id for story in store.every()] == ["a", "a-b", "a1", "ab", "b", "é"]
    assert list(store.ids()) == ["a", "a-b", "a1", "ab", "b", "é"]


def test_undo_steps_back(store: Store) -> None:
    """Each undo takes the latest change back that stands, as a revision, until nothing is left."""
    store.add(A, NOW)
    store.save(replace(A, notes="x"), NOW)
    store.remove("a", NOW)
    back = store.undo(NOW)
    assert back is not None
    assert (back.deleted, back.story.notes, back.reason) == (False, "x", "undo rm")
    store.undo(NOW)
    assert store.get("a") == A
    store.undo(NOW)
    assert list(store.every()) == []
    assert store.undo(NOW) is None
    assert [r.number for r in store.revisions("a")] == [1, 2, 3, 4, 5, 6]


def test_undo_after_undo_and_edit(store: Store) -> None:
    """What was undone is not undone again: the change before it is next."""
    store.add(A, NOW)
    store.save(replace(A, notes="one"), NOW)
    store.undo(NOW)
    store.save(replace(A, notes="two"), NOW)
    store.undo(NOW)
    assert store.get("a") == A
    store.undo(NOW)
    assert list(store.every()) == []


def test_undo_takes_many_back_at_once(store: Store) -> None:
    """What came in together goes together."""
    store.add(A, NOW)
    assert store.put_all([replace(A, notes="x"), B], NOW, "import") == 2
    store.undo(NOW)
    assert list(store.every()) == [A]


def test_put_all_counts_what_is_new(store: Store) -> None:
    """Stories that are there already are not counted; a removed one comes back."""
    store.add(A, NOW)
    store.add(B, NOW)
    store.remove("b", NOW)
    assert store.put_all([A, B, Story("c", "C")], NOW, "import") == 2
    assert [story.id for story in store.every()] == ["a", "b", "c"]
    assert store.put_all([], NOW, "import") == 0


def test_put_all_or_none(store: Store) -> None:
    """One story that cannot be kept, and none is."""
    with pytest.raises(BadStory):
        store.put_all([A, Story("Not An Id", "T")], NOW, "import")
    assert list(store.ids()) == []


@pytest.mark.parametrize(
    "story",
    [
        Story("", "T"),
        Story("../x", "T"),
        Story("a", " "),
        Story("a", "T", notes="\0"),
        Story("a", "T", notes="\ud800"),
        Story("a", "T", category=13),
        Story("a", "T", status="done"),  # type: ignore[arg-type]
        Story("a", "T", notes=3),  # type: ignore[arg-type]
    ],
)
def test_what_no_bank_can_keep(store: Store, story: Story) -> None:
    """Such a story is refused with a word, whatever the bank, and nothing is kept of it."""
    with pytest.raises(BadStory):
        store.add(story, NOW)
    assert list(store.ids()) == []


def test_a_transaction_happens_as_one(store: Store, opener: Callable[[], Store]) -> None:
    """Its changes are kept together, and undone together."""
    with store.transaction():
        store.add(A, NOW)
        store.save(replace(A, notes="x"), NOW)
        store.add(B, NOW)
    assert [story.id for story in opener().every()] == ["a", "b"]
    store.undo(NOW)
    assert list(store.every()) == []


def test_a_transaction_that_fails_leaves_nothing(store: Store, opener: Callable[[], Store]) -> None:
    """Whatever goes wrong within, also an interruption, the bank is as it was."""
    store.add(A, NOW)

    def interrupted() -> None:
        with store.transaction():
            store.save(replace(A, notes="x"), NOW)
            store.add(B, NOW)
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        interrupted()
    assert list(store.every()) == [A]
    assert len(opener().revisions("a")) == 1
    store.undo(NOW)
    assert list(store.every()) == []


def test_a_transaction_within_one(store: Store) -> None:
    """What fails within and is caught takes only its own changes back."""

    def failing() -> None:
        with store.transaction():
            store.add(B, NOW)
            store.add(A, NOW)

    with store.transaction():
        store.add(A, NOW)
        with pytest.raises(StoryExists):
            failing()
    assert list(store.every()) == [A]


def test_a_failing_call_within_a_transaction(store: Store) -> None:
    """A call that raises leaves the transaction as it was before the call."""
    with store.transaction():
        store.add(A, NOW)
        with pytest.raises(BadStory):
            store.put_all([B, Story("X", "T")], NOW, "import")
    assert list(store.every()) == [A]


def test_undo_within_a_transaction(store: Store) -> None:
    """Undo sees what the transaction did so far, and what follows is a change of its own."""
    store.add(A, NOW)
    with store.transaction():
        store.save(replace(A, notes="x"), NOW)
        store.undo(NOW)
        assert store.get("a") == A
        store.save(replace(A, notes="y"), NOW)
    store.undo(NOW)
    assert store.get("a") == A


def test_two_at_once(opener: Callable[[], Store]) -> None:
    """Two who have the bank open see each other's changes."""
    one, two = opener(), opener()
    one.add(A, NOW)
    assert two.get("a") == A
    two.save(replace(A, notes="x"), NOW, expected=1)
    assert one.head("a").number == 2


def test_closing_twice(store: Store) -> None:
    """Closing is for ever allowed."""
    store.add(A, NOW)
    store.close()
    store.close()
