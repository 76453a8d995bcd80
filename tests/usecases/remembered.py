"""A bank in memory, of the stories that a test is about."""

from __future__ import annotations

from datetime import UTC, datetime

from storybank.adapters.memory import MemoryStore
from storybank.stories.story import Story

NOW = datetime(2024, 5, 1, tzinfo=UTC)


def bank(*stories: Story) -> MemoryStore:
    """A bank of these."""
    store = MemoryStore()
    for story in stories:
        store.add(story, NOW)
    return store
