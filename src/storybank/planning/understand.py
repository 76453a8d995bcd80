"""What a question asks for, and what a story shows: principles, themes and a vector of meaning, for both alike."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from storybank.planning.asked_words import is_english, names_something
from storybank.playbook.names import Level
from storybank.readings.principles import asked_for
from storybank.signals.fitted import Fitted, shipped
from storybank.signals.meaning import About, Meaning, Sense, wholes
from storybank.stories.story import Status, Story, Told, told_text
from storybank.text.sentences import split

SURE = 0.3
"""From this share on, a principle or theme is named."""
FOREIGN = "the question does not read like English, the only language that storybank understands"
SILENT = "nothing in the question says what it asks for"
_MOST = 4
_SHORT = 60  # words: less than this is a note, not yet a story


@dataclass(frozen=True, slots=True)
class Understanding:
    """A question understood: principles and themes that it asks for, likeliest first; none where it says nothing.

    `unread` says in words why nothing is named; empty where something is.
    """

    question: str
    about: About
    principles: tuple[str, ...]
    themes: tuple[str, ...]
    unread: str = ""

    @property
    def shares(self) -> dict[str, float]:
        """How likely it asks for each principle and each theme, 0 to 1; empty where it says nothing."""
        return {**self.about.principles, **self.about.themes}


def understand(question: str, meaning: Meaning) -> Understanding:
    """What the question asks for; at least one principle is named, and one theme when any is likely.

    Two witnesses are heard: the meaning of the whole, and what its words are usually put to hear about. A question
    in another language, one that only points ("Anything else?") and one without a word that questions are made of ask
    for nothing that could be named.
    """
    return understood(question, meaning.vector(" ".join(question.split())), meaning)


def understood(question: str, vector: NDArray[np.float32], meaning: Meaning) -> Understanding:
    """The same, of a question whose vector is known."""
    fitted = shipped()
    about, said = meaning.about_vector(vector), asked_for(question, fitted)
    if why := _unread(question, said, fitted):
        return Understanding(question, replace(about, principles={}, themes={}), (), (), why)
    weight = fitted.asked["meaning"]

    def both(shares: Mapping[str, float]) -> dict[str, float]:
        return {name: _share(share, weight * said[name]) for name, share in shares.items()}

    about = replace(about, principles=both(about.principles), themes=both(about.themes))
    return Understanding(
        question, about, named(about.principles, at_least=1), named(about.themes, at_least=0)
    )


def _unread(question: str, said: Mapping[str, float], fitted: Fitted) -> str:
    """Why a question asks for nothing that could be named; empty where it asks for something."""
    if not is_english(question, lambda word: fitted.reader.knows(word)):  # rarely looked up, and slow to load
        return FOREIGN
    return "" if said and names_something(question) else SILENT


def _share(share: float, odds: float) -> float:
    """A share moved by log odds."""
    return share / (share + (1 - share) * math.exp(-odds))


def named(shares: Mapping[str, float], at_least: int) -> tuple[str, ...]:
    """The names that are likely enough to be said, likeliest first, at most four."""
    ranked = sorted(shares, key=lambda name: -shares[name])
    return tuple(name for k, name in enumerate(ranked[:_MOST]) if shares[name] >= SURE or k < at_least)


def spoken_sentences(text: str) -> list[str]:
    """The sentences of a text that are long enough to mean something by themselves (four words)."""
    return [words for span in split(text)[0] if len((words := span.of(text).strip()).split()) >= 4]


def meaning_text(story: Story) -> str:
    """What of a story the meaning is read from: its telling, or its title when nothing is told yet."""
    return told_text(story) or story.title


@dataclass(frozen=True, slots=True)
class Outline:
    """A story without its words: what ranking goes by, and what a list of matches shows.

    `short`: so little is told that it is a note, not yet a story. `employer` and `period` are only kept where they
    are masked.
    """

    id: str
    title: str
    status: Status
    level: Level | None
    principles: tuple[str, ...]
    themes: tuple[str, ...]
    told: tuple[Told, ...]
    short: bool
    masked: bool = False
    employer: str = ""
    period_masked: bool = False
    period: str = ""


def outline_of(story: Story, words: str) -> Outline:
    """The outline of a story, `words` being its `meaning_text`."""
    short = len(words.split(maxsplit=_SHORT)) < _SHORT
    return Outline(
        story.id, story.title, story.status, story.level, story.principles, story.themes, story.told, short,
        story.masked, story.employer if story.masked else "",
        story.period_masked, story.period if story.period_masked else "",
    )  # fmt: skip


@dataclass(frozen=True, slots=True)
class Profiles:
    """What stories are about, a row for each: unit vectors, shares of principles then themes, and senses."""

    stories: tuple[Outline, ...]
    vectors: NDArray[np.float32]
    shares: NDArray[np.float32]
    senses: tuple[Sense, ...]

    def __len__(self) -> int:
        """How many stories."""
        return len(self.stories)


def profiles(stories: tuple[Outline, ...], senses: Sequence[Sense], meaning: Meaning) -> Profiles:
    """Profiles of stories whose senses are known, in the same order."""
    vectors = wholes(senses) if senses else np.zeros((0, meaning.hidden), np.float32)
    return Profiles(stories, vectors, meaning.shares(vectors), tuple(senses))
