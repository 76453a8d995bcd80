"""Find the story for a question, and the questions for a story."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from hashlib import sha256
from typing import TYPE_CHECKING, Protocol

import numpy as np
from numpy.typing import NDArray

from storybank.planning.match import BANDS, Fit, Wish, match, nearest_words
from storybank.planning.understand import (
    Outline,
    Profiles,
    Understanding,
    meaning_text,
    outline_of,
    profiles,
    understand,
    understood,
)
from storybank.signals.meaning import Meaning, Sense, wholes
from storybank.stories.story import Story
from storybank.usecases.far import Far, silently

if TYPE_CHECKING:
    from storybank.playbook.model import Question

Kept = NDArray[np.int8]
"""The numbers of a sense in a row."""
_AT_ONCE = 64  # texts that are read before they are kept


class SenseCache(Protocol):
    """Somewhere to keep what texts mean between runs."""

    def load(self) -> dict[str, Kept]:
        """The senses that are known, by key."""
        ...

    def keep(self, senses: dict[str, Kept], current: Iterable[str]) -> None:
        """Keep senses; those of keys that are not current may go."""
        ...


@dataclass(frozen=True, slots=True)
class Asking:
    """A playbook question, and how well the story answers it and why."""

    question: Question
    fit: Fit


class Senses:
    """What texts mean, from a cache where it is known; a text that is known is not held on to."""

    def __init__(self, meaning: Meaning, cache: SenseCache) -> None:
        self._meaning, self._cache = meaning, cache
        self._known, self._unread = cache.load(), dict[str, str]()

    def key(self, text: str) -> str:
        """Note a text; the key that stands for it."""
        key = sha256(f"{self._meaning.version}\n{text}".encode()).hexdigest()[:32]
        if key not in self._known:
            self._unread[key] = text
        return key

    def of(self, keys: Sequence[str], far: Far = silently) -> list[Sense]:
        """The sense of each key, all of which were noted; those not known are read now.

        They are kept as they come: who stops a first run half way has half of it done the next time.
        """
        unread, read = list(self._unread.items()), dict[str, Kept]()
        for at in range(0, len(unread), _AT_ONCE):
            names, texts = zip(*unread[at : at + _AT_ONCE], strict=True)
            fresh = {n: s.ravel() for n, s in zip(names, self._meaning.senses(texts), strict=True)}
            self._cache.keep(fresh, keys)
            read |= fresh
            far(len(read), len(unread))
        both, hidden = {**self._known, **read}, self._meaning.hidden
        return [both[key].reshape(-1, hidden) for key in keys]


def read_bank(stories: Iterable[Story], meaning: Meaning, cache: SenseCache, far: Far = silently) -> Profiles:
    """Profiles of all stories, by id; only those whose words changed are read again.

    The stories are gone through once and let go, so that a large bank need not be held whole. `far` hears how many
    of the texts that had to be read are read.
    """
    known = Senses(meaning, cache)
    held = []
    for story in stories:
        text = meaning_text(story)
        held.append((outline_of(story, text), known.key(text)))
    held.sort(key=lambda pair: pair[0].id)
    senses = known.of([key for _, key in held], far)
    return profiles(tuple(outline for outline, _ in held), senses, meaning)


def match_question(
    question: str,
    bank: Profiles,
    told: Callable[[str], Story],
    meaning: Meaning,
    wish: Wish,
    *,
    shown: int | None = None,
    explained: int = 5,
) -> tuple[Understanding, list[Fit]]:
    """What the question asks for, and the best `shown` stories (None: all), best first.

    The first `explained` carry the sentence that lies nearest to the question; `told` gives a story by its id.
    """
    asked = understand(question, meaning)

    def quote(story: Outline, place: int) -> str:
        return nearest_words(asked, told(story.id), meaning) if place < explained else ""

    return asked, match(asked, bank, meaning, wish, shown=shown, quote=quote)


def questions_for(
    story: Story, every: Sequence[Question], meaning: Meaning, cache: SenseCache
) -> list[Asking]:
    """Playbook questions that the story answers: best word first, and within a word the best score."""
    bank, known = read_bank((story,), meaning, NoCache()), Senses(meaning, cache)
    vectors = wholes(known.of([known.key(question.text) for question in every]))
    found = []
    for question, vector in zip(every, vectors, strict=True):
        asked = replace(
            understood(question.text, vector, meaning),
            principles=tuple(question.principles), themes=tuple(question.themes),
        )  # fmt: skip
        found.append(Asking(question, match(asked, bank, meaning)[0]))
    order = [word for _, word in BANDS]
    return sorted(found, key=lambda asking: (order.index(asking.fit.band), -asking.fit.score))


class NoCache:
    """Remembers nothing."""

    def load(self) -> dict[str, Kept]:
        """Nothing is known."""
        return {}

    def keep(self, senses: dict[str, Kept], current: Iterable[str]) -> None:
        """Nothing is kept."""
