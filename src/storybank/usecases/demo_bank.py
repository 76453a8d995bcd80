"""A bank of fictional stories to look at and to try things on."""

from __future__ import annotations

from importlib.resources import files

from storybank.errors import BadStory
from storybank.ports import Clock, Store
from storybank.stories.markdown import from_markdown
from storybank.stories.story import Story


def demo_stories() -> list[Story]:
    """The stories that are shipped, by id. People, employers and figures in them are made up."""
    folder = files("storybank.stories") / "demo"
    texts = [item.read_text("utf-8") for item in folder.iterdir() if item.name.endswith(".md")]
    return sorted((from_markdown(text) for text in texts), key=lambda story: story.id)


def fill(store: Store, clock: Clock) -> int:
    """Keep the examples in a bank; the number of those that were new.

    Examples that are there already and unchanged are left alone, so filling twice does no harm. Raises `BadStory`
    where one was changed, and where they would come to stand among stories of somebody's own.
    """
    stories = demo_stories()
    with store.transaction():
        there = set(store.ids())
        heads = {story.id: store.head(story.id) for story in stories if story.id in there}
        changed = [story.id for story in stories if story.id in heads and heads[story.id].story != story]
        if changed:
            raise BadStory(f"{changed[0]} was changed there since; for fresh examples name another file")
        missing = [story for story in stories if story.id not in heads or heads[story.id].deleted]
        examples = {story.id for story in stories}
        if missing and any(story.id not in examples for story in store.each()):
            raise BadStory(
                "it holds stories that are no examples, and fiction must not stand among them; name another file"
            )
        return store.put_all(missing, clock.now(), "demo-bank")
