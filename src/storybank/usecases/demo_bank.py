"""A bank of fictional stories to look at and to try things on."""

from __future__ import annotations

from importlib.resources import files

from storybank.errors import StoryExists
from storybank.ports import Clock, Store
from storybank.stories.markdown import from_markdown
from storybank.stories.story import Story


def demo_stories() -> list[Story]:
    """The stories that are shipped, by id. People, employers and figures in them are made up."""
    folder = files("storybank.stories") / "demo"
    texts = [item.read_text("utf-8") for item in folder.iterdir() if item.name.endswith(".md")]
    return sorted((from_markdown(text) for text in texts), key=lambda story: story.id)


def fill(store: Store, clock: Clock) -> int:
    """Keep the examples in a bank; the number of those that were new. Raises `StoryExists` for an id of one's own.

    Examples that are there already and unchanged are left alone, so filling twice does no harm.
    """
    stories = demo_stories()
    with store.transaction():
        there = set(store.ids())
        for story in stories:
            if story.id in there and store.head(story.id).story != story:
                raise StoryExists(story.id)
        return store.put_all(stories, clock.now(), "demo-bank")
