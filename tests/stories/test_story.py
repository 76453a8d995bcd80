"""A story as it would be told: everything once, in order."""

from __future__ import annotations

from storybank.stories.story import Story, told_text


def test_parts_are_told_in_order() -> None:
    """Prose first, bullets after their action, lessons after the learning; blank ones leave no paragraph."""
    story = Story(
        "s", "S", prose=" Once. ", learning="L", lessons=("  ", "ask"), action="A", actions=("did\n",), task="T",
    )  # fmt: skip
    assert told_text(story) == "Once.\n\nT\n\nA\n\ndid\n\nL\n\nask"


def test_nothing_is_told_twice() -> None:
    """What the prose or its own part holds word for word is left out; another part does not count."""
    story = Story(
        "s", "S", prose="I moved the stage.", action="I asked Ada. I moved the stage.", result="I moved",
        actions=("I asked Ada.", "I counted."), lessons=("I counted.", "I asked Ada."),
    )  # fmt: skip
    assert told_text(story).split("\n\n") == [
        "I moved the stage.", "I asked Ada. I moved the stage.", "I counted.", "I counted.", "I asked Ada.",
    ]  # fmt: skip


def test_a_bullet_that_is_the_whole_action() -> None:
    """The same words as action and as its only bullet are told once."""
    assert told_text(Story("s", "S", action="x", actions=("x",))) == "x"
