"""The stories that the other suites turn over are told apart as they stand."""

from __future__ import annotations

import pytest
from bases import STORIES, Story, marks, review_as

_each_story = pytest.mark.parametrize("story", STORIES, ids=lambda story: story.name)


@_each_story
def test_is_a_story(story: Story) -> None:
    """Weak or strong, punctuated or not, in first or second language: an event is told."""
    assert review_as(story).is_story


@_each_story
def test_verdict_of_the_clear_ones(story: Story) -> None:
    """A strong answer would count for the candidate, a weak one against."""
    verdict = review_as(story).verdict
    assert story.strength != "strong" or verdict in ("yes", "strong-yes")
    assert story.strength != "weak" or verdict in ("strong-no", "no")


def test_strong_stories_score_above_weak_ones() -> None:
    """Every strong story has a higher sum of scores than every weak one."""

    def sums(strength: str) -> list[int]:
        names = ("clarity", "principle", "impact", "growth")
        return [sum(marks(review_as(s))[n] for n in names) for s in STORIES if s.strength == strength]

    assert min(sums("strong")) > max(sums("weak"))
