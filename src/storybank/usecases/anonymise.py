"""Stories that may leave the machine: masked alike, with a key that stays here."""

from __future__ import annotations

import os
from collections.abc import Collection, Iterator, Sequence
from pathlib import Path
from typing import Any

import msgspec

from storybank.errors import StorybankError, UnreadableInput
from storybank.facts.key import Key
from storybank.facts.periods import Periods
from storybank.facts.redact import redact, redact_values, restore_values, texts_of
from storybank.stories.codec import story_from_values
from storybank.stories.identity import new_id
from storybank.stories.story import Story

FOR_GOOD = "without --key FILE the masks cannot be undone"
IDENTIFY_NOBODY = frozenset(
    [
        "id",
        "status",
        "principles",
        "themes",
        "category",
        "level",
        "provenance",
        "on",
        "masked",
        "period_masked",
        "period",
    ]
)
"""Fields that identify nobody, and whose values must stay as they are; a period only where it is not masked."""


def anonymised(
    stories: Sequence[Story], key_file: Path | None, *, money: bool = False, keep: Collection[str] = ()
) -> list[Story]:
    """The stories with people, employers, clients, products, code names, addresses and numbers masked.

    Ids are made anew from the masked titles. With `key_file` the masks of earlier calls are kept on, and the file
    holds what restores them; it is written, for its owner's eyes only, before anything is returned. `money` masks
    exact amounts too; `keep` are words to leave alone. Raises `UnreadableInput` for a key file that cannot be used.
    """
    key = read_key(key_file) if key_file is not None and key_file.exists() else Key()
    values, key = redact_values(
        [msgspec.to_builtins(s) for s in stories],
        key,
        leave=IDENTIFY_NOBODY,
        hide=told_names(stories),
        money=money,
        keep=keep,
    )
    masked = [_renamed(value, story, key) for value, story in zip(values, stories, strict=True)]
    if key_file is not None:
        write_key(key_file, key)
    return masked


def told_names(stories: Sequence[Story]) -> list[tuple[str, str]]:
    """What stories name in fields of their own, as (kind, words) to hide.

    Employers, companies, interviewers, and periods that are masked.
    """
    pairs = [
        pair
        for story in stories
        for pair in (
            ("Organisation", story.employer),
            *(("Organisation", told.company) for told in story.told),
            *(("Person", told.interviewer) for told in story.told),
        )
    ]
    return [(kind, words) for kind, words in pairs if words] + [
        ("Period", words) for story in stories if story.period_masked for words in _periods_in(story)
    ]


def _periods_in(story: Story) -> Iterator[str]:
    """A masked period, and every way in which the story names a year of it."""
    yield story.period
    periods = Periods({1: story.period})
    for text in texts_of(msgspec.to_builtins(story), IDENTIFY_NOBODY):
        yield from periods.forms(text)


def restored(stories: Sequence[Story], key_file: Path) -> list[Story]:
    """Masked stories as they were, ids included; raises `UnreadableInput` for a key file that cannot be used."""
    key = read_key(key_file)
    found: list[Story] = []
    for story in stories:
        value = restore_values(msgspec.to_builtins(story), key)
        value["id"] = key.ids.get(story.id, story.id)
        found.append(story_from_values(value))
    return found


def _renamed(value: dict[str, Any], story: Story, key: Key) -> Story:
    old = story.id
    if story.period_masked and story.period:
        value["period"] = redact([story.period], key, search=False).texts[0]
    known = {was: now for now, was in key.ids.items()}
    value["id"] = known.get(old) or new_id(value["title"], key.ids)
    key.ids[value["id"]] = old
    return story_from_values(value)


def read_key(path: Path) -> Key:
    """The key in a file; raises `UnreadableInput` when it cannot be read."""
    try:
        return Key.from_json(path.read_text(encoding="utf-8"))
    except StorybankError as fault:
        raise UnreadableInput(f"{path}: {fault}") from None
    except (OSError, UnicodeDecodeError) as fault:
        problem = getattr(fault, "strerror", None) or "not UTF-8"
        raise UnreadableInput(f"{path}: {problem.lower()}; check the name of the key file") from None


def write_key(path: Path, key: Key) -> None:
    """Put a key into a file that only its owner may read; the old one stands until the new one is complete."""
    beside = path.with_name(f".{path.name}.new")
    try:
        handle = os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        with os.fdopen(handle, "w", encoding="utf-8") as file:
            file.write(key.to_json())
            file.flush()
            os.fsync(file.fileno())
        os.replace(beside, path)
    except OSError as fault:
        raise UnreadableInput(
            f"{path}: {(fault.strerror or str(fault)).lower()}; nothing was masked, choose another place for the key"
        ) from None
