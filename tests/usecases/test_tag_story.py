"""Suggested tags."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from storybank.adapters.memory import MemoryStore
from storybank.playbook.names import PRINCIPLES, THEMES
from storybank.signals.meaning import shipped_meaning
from storybank.stories.story import Story
from storybank.usecases.demo_bank import demo_stories
from storybank.usecases.tag_story import LIKELY, MOST, Suggestion, suggestions

DEMO = demo_stories()


def suggested(story: Story) -> tuple[Suggestion, ...]:
    """The suggestions for a story that stands alone in a bank."""
    store = MemoryStore()
    store.add(story, datetime(2026, 1, 1, tzinfo=UTC))
    return suggestions(store, story.id, shipped_meaning())


@pytest.mark.parametrize("story", DEMO, ids=lambda story: story.id)
def test_each_suggestion_is_a_known_name_with_words_of_the_story(story: Story) -> None:
    """A tag without evidence would be a guess, and more than a few would say nothing."""
    found = suggested(story)
    assert found
    names = {"principles": PRINCIPLES, "themes": THEMES}
    for field, most in MOST.items():
        mine = [s for s in found if s.field == field]
        assert len(mine) <= most
        assert all(s.name in names[field] for s in mine)
        assert [s.strength for s in mine] == sorted((s.strength for s in mine), reverse=True)
    assert all(s.quotes for s in found if s.field == "themes")
    assert all(s.strength >= LIKELY for s in found if s.field == "themes")


def test_most_stories_of_the_demo_bank_get_a_theme_that_their_owner_gave_them() -> None:
    """The owner's tags were never shown to the encoder with these stories."""
    agreed = [
        bool({s.name for s in suggested(story) if s.field == "themes"} & set(story.themes)) for story in DEMO
    ]
    assert sum(agreed) >= len(DEMO) / 2
