"""Words about stories that were kept as they are, though something in them may be a slip of the pen."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from storybank.stories.story import Story
    from storybank.usecases.strays import Stray, StrayKind


def remark_on(story: Story, before: Story | None = None) -> None:
    """Say on standard error which keys and tags nobody knows; with `before`, only of those that are new."""
    from storybank.cli import complain

    for words in remarks(story, before):
        complain(words)


def remarks(story: Story, before: Story | None = None) -> list[str]:
    """A line for each key that storybank has no use for, and for each tag that the playbook does not have."""
    held = {(stray.kind, stray.name) for stray in strays_in([("", before)])} if before else set()
    return [stray.words for stray in strays_in([("", story)]) if (stray.kind, stray.name) not in held]


def strays_in(stories: Iterable[tuple[str, Story]]) -> list[Stray]:
    """What nobody knows in stories that come with the name of their file; see `usecases.strays`."""
    from storybank.usecases.strays import strays

    return strays(stories, _values)


def _values(kind: StrayKind) -> Collection[str]:
    """The names of a playbook of one's own; a playbook that cannot be read is a remark too, no error."""
    from storybank.cli import complain
    from storybank.cli.reading import open_shelf
    from storybank.errors import StorybankError
    from storybank.playbook.shelf import shipped

    try:
        return open_shelf().names(kind)
    except StorybankError as fault:
        complain(str(fault))
        return shipped().names(kind)
