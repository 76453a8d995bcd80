"""Looking through a bank: every bank gives its stories one at a time."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime

from storybank.ports import Store
from storybank.stories.story import Story

pytest_plugins = ("banks",)
NOW = datetime(2026, 5, 1, tzinfo=UTC)
A, B = Story("a", "A", prose="One.\r\n\r\nTwo.\n"), Story("b", "B", lessons=("ask",))


def test_stories_come_one_at_a_time(store: Store) -> None:
    """Each once and whole, without those removed; also from a bank that is empty, or was changed just now."""
    assert list(store.each()) == []
    for story in (B, Story("c", "C"), A):
        store.add(story, NOW)
    store.remove("c", NOW)
    assert sorted(store.each(), key=lambda story: story.id) == store.every()


def test_looking_through_stories_is_in_nobodys_way(store: Store, opener: Callable[[], Store]) -> None:
    """Others write while somebody has seen only the first."""
    store.put_all((A, B), NOW, "import")
    stories = opener().each()
    assert next(stories) in (A, B)
    store.remove("a", NOW)
    assert list(opener().each()) == [B]
