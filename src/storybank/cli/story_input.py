"""A story for a command: one of the bank by its id, a file, or standard input."""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from storybank.cli.inputs import STDIN, read_input, shown_name
from storybank.errors import NoSuchStory, StorybankError, UnreadableInput
from storybank.stories.story import Story

if TYPE_CHECKING:
    from storybank.usecases.masked import Veil

LIMIT = 1_000_000  # bytes


@dataclass(frozen=True, slots=True)
class StoryInput:
    """What was named: how to call it, its text, and the story where it came from the bank."""

    name: str
    text: str
    story: Story | None = None


def story_text(name: str, bank: str | None, *, wordless: bool = False) -> StoryInput:
    """The text of the story `name`.

    A name that a file bears is that file; any other is a story of the bank: its id, the beginning of one, or its
    title. Raises `UnreadableInput` with the name in the message, and, unless `wordless`, `BadStory` for a story of
    the bank that has no words yet.
    """
    if name == STDIN or os.path.isfile(name) or _is_path(name):
        return StoryInput(name, read_text(name))
    from storybank.cli.bank import opened
    from storybank.stories.story import told_text
    from storybank.usecases.keep_story import find, telling_of

    with opened(bank) as store:
        try:
            if wordless:
                story = find(store, name)
                return StoryInput(story.id, told_text(story), story)
            story, text = telling_of(store, name)
        except NoSuchStory as fault:
            raise UnreadableInput(f"{fault}; nor is there a file of that name") from None
    return StoryInput(story.id, text, story)


def veil_over(given: Sequence[StoryInput], bank: str | None, *, reveal: bool = False) -> Veil:
    """The veil over those that came from the bank: what is shown of the others beside them passes it too."""
    from storybank.usecases.masked import Veil, masks, veil_of

    told = [one.story for one in given if one.story is not None and masks(one.story)]
    if reveal or not told:
        return Veil()
    from storybank.cli.bank import opened

    with opened(bank) as store:
        states = [revision.story for story in told for revision in store.revisions(story.id)]
        return veil_of(store, told, also=states)


def read_text(name: str) -> str:
    """The text of a file or of standard input, as it stands."""
    from storybank.text.decode import decode

    try:
        return decode(read_input(name, LIMIT), LIMIT)[0]
    except StorybankError as fault:
        said = str(fault).replace("the answer", "the text", 1)
        raise UnreadableInput(f"{shown_name(name)}: {said}") from None


def _is_path(name: str) -> bool:
    """True for what can only be meant as a file: a missing one should be called missing, not an unknown story."""
    return os.sep in name or name.lower().endswith((".md", ".txt", ".markdown", ".text"))
