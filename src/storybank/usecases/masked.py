"""Stories as others may see them: a masked employer is hidden in the words too, not only in its field."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

import msgspec

from storybank.facts import lists
from storybank.facts.key import MASK, Entity, Key
from storybank.facts.redact import redact, redact_values
from storybank.facts.vocabulary import group, is_common, is_public
from storybank.stories.codec import story_from_values
from storybank.stories.identity import new_id
from storybank.stories.story import Story
from storybank.usecases.anonymise import IDENTIFY_NOBODY

_WORD = re.compile(r"[^\W_]+(?:['’&-][^\W_]+)*")
_LEAST = 3  # letters of a word or of initials that may stand for the whole name


def without_employer(story: Story, key: Key | None = None) -> Story:
    """The story as others may see it: a masked employer is left out of its field and masked in every text.

    `key` holds the masks of earlier stories, so that another employer gets another number; it grows.
    """
    if not (story.masked and story.employer.strip()):
        return replace(story, employer="") if story.masked else story
    key = Key() if key is None else key
    _enter(story, key)
    value = {**msgspec.to_builtins(story), "employer": ""}
    (masked,), _ = redact_values([value], key, leave=IDENTIFY_NOBODY, search=False)
    return story_from_values(_one_form(masked))


def without_employers(stories: Sequence[Story]) -> list[Story]:
    """`without_employer` for several that are shown together; an id that names the employer is made anew."""
    key = Key()
    taken = {story.id for story in stories}
    found = []
    for story in stories:
        shown = without_employer(story, key)
        if shown is not story and hide_employer(story, (story.id,)) != (story.id,):
            shown = replace(shown, id=new_id(shown.title, taken))
            taken.add(shown.id)
        found.append(shown)
    return found


def hide_employer(story: Story, texts: Sequence[str]) -> tuple[str, ...]:
    """Texts taken from a story, with its employer masked where the story says so."""
    if not (story.masked and story.employer.strip()):
        return tuple(texts)
    key = Key()
    _enter(story, key)
    return tuple(_one_form(text) for text in redact(texts, key, search=False).texts)


def _enter(story: Story, key: Key) -> None:
    """Give the employer of a story its mask, under every way of writing it, where it has none yet."""
    names = names_of(story.employer)
    if all(names[0] not in entity.forms for entity in key.entities):
        key.entities.append(Entity("Organisation", len(key.entities) + 1, list(names)))


def names_of(employer: str) -> tuple[str, ...]:
    """Every way in which an employer is likely to be called: whole, without its legal form, by a telling word.

    A word tells when it is no ordinary one: "Transmarine" of "Transmarine Ports", but neither half of "Blue Origin".
    """
    return tuple(dict.fromkeys(_names(" ".join(employer.split()))))


def _names(employer: str) -> Iterator[str]:
    yield employer
    words = _WORD.findall(employer)
    if words and words[0].lower() == "the":
        words = words[1:]
    core = _core(words)
    if core:
        yield " ".join(core)
        yield "".join(core)
    yield "".join(words)
    yield from (
        w for w in words if len(w) >= _LEAST and not is_common(w.lower()) and not is_public(w.lower())
    )
    initials = "".join(w[0] for w in words if w[0].isupper())
    if len(initials) >= _LEAST:
        yield initials


def _core(words: Sequence[str]) -> list[str]:
    """The name without what says only that it is a firm: "Summit" of "Summit Bank plc"."""
    core = list(words)
    while core and (core[-1].lower() in lists.words("firm-ending") or core[-1].lower() in group("firm")):
        core.pop()
    return core


def _one_form(value: Any) -> Any:
    """Texts with one mask for one employer, however it was written: nobody is to take this back."""
    if isinstance(value, str):
        return MASK.sub(r"[\1 \2]", value)
    if isinstance(value, list):
        return [_one_form(v) for v in value]
    return {k: _one_form(v) for k, v in value.items()} if isinstance(value, dict) else value
