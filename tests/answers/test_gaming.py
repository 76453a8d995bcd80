"""No score can be had without a deed, and what is taken away is missed by the score that stands for it."""

from __future__ import annotations

from dataclasses import replace

import pytest
from bases import STORIES, Story, marks, review_as
from gaming import (
    LOWERS,
    RAISES_NOTHING,
    Change,
    applies,
    figures_of_nothing,
    figures_of_nothing_at_the_end,
    one_template,
)

MOST = 2 / 3  # of the stories with room to fall
SOUND = 3  # a score of 3 says that there is something to take away

_each_story = pytest.mark.parametrize("story", STORIES, ids=lambda story: story.name)


@_each_story
@pytest.mark.parametrize("name", RAISES_NOTHING)
def test_looks_raise_nothing(name: str, story: Story) -> None:
    """Names, noise, repetition, volume and bare headings lift no score, nor the verdict, nor the level."""
    text = RAISES_NOTHING[name](story)
    assert text != story.text or name in ("outcome-thrice", "lesson-thrice", "louder") or story.spoken
    before, after = marks(review_as(story)), marks(review_as(story, text))
    lifted = {k: (before[k], after[k]) for k in before if after[k] > before[k]}
    assert not lifted, lifted


@pytest.mark.parametrize("change", [figures_of_nothing, figures_of_nothing_at_the_end])
@pytest.mark.parametrize("story", [s for s in STORIES if s.bare_result], ids=lambda story: story.name)
def test_figures_of_nothing_are_no_outcome(story: Story, change: Change) -> None:
    """An outcome without anything to check is worth no more with figures around it that count nothing."""
    assert story.bare_result is not None
    parts = ((k, story.bare_result if k == "result" else words) for k, words in story.parts)
    weak = replace(story, parts=tuple(parts))
    before, after = marks(review_as(weak)), marks(review_as(weak, change(weak)))
    lifted = {k: (before[k], after[k]) for k in before if after[k] > before[k]}
    assert not lifted, lifted


@pytest.mark.parametrize("story", [s for s in STORIES if not s.spoken], ids=lambda story: story.name)
def test_a_template_is_heard_once(story: Story) -> None:
    """The same claim for one after the other is worth no more than the first of them."""
    once, often = (marks(review_as(story, one_template(story, times))) for times in (1, 6))
    lifted = {k: (once[k], often[k]) for k in once if often[k] > once[k]}
    assert not lifted, lifted


@pytest.mark.parametrize(
    ("name", "story"),
    [(name, story) for name, (_, needs, _) in LOWERS.items() for story in STORIES if applies(needs, story)],
    ids=lambda value: value if isinstance(value, str) else value.name,
)
def test_a_loss_never_lifts(name: str, story: Story) -> None:
    """What is taken away, blurred or replaced by a phrase does not lift the score that stands for it."""
    dimension, _, change = LOWERS[name]
    assert marks(review_as(story, change(story)))[dimension] <= marks(review_as(story))[dimension]


@pytest.mark.parametrize("name", LOWERS)
def test_a_loss_is_missed(name: str) -> None:
    """On most stories that have something to lose, the score that stands for it falls."""
    dimension, needs, change = LOWERS[name]
    before_after = {
        story.name: (marks(review_as(story))[dimension], marks(review_as(story, change(story)))[dimension])
        for story in STORIES
        if applies(needs, story)
    }
    sound = {name: pair for name, pair in before_after.items() if pair[0] >= SOUND}
    unmoved = {name: pair for name, pair in sound.items() if pair[1] >= pair[0]}
    assert sound, "no story has anything to lose"
    assert 1 - len(unmoved) / len(sound) >= MOST, unmoved
