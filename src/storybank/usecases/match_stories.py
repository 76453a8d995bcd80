"""Find the story for a question, and the questions for a story."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from storybank.planning.match import Fit, Wish, match
from storybank.planning.understand import Profiles, Understanding, meaning_text, profiles, understand
from storybank.playbook.model import Question
from storybank.signals.meaning import Meaning
from storybank.stories.story import Story

Vector = NDArray[np.float32]


class VectorCache(Protocol):
    """Somewhere to keep vectors between runs."""

    def load(self, keys: Iterable[str]) -> dict[str, Vector]:
        """The vectors that are known, by key."""
        ...

    def keep(self, vectors: dict[str, Vector], current: Iterable[str]) -> None:
        """Keep vectors; those of keys that are not current may go."""
        ...


@dataclass(frozen=True, slots=True)
class Asking:
    """A playbook question and how well the story answers it, 0 to 1."""

    question: Question
    score: float


def read_bank(stories: Sequence[Story], meaning: Meaning, cache: VectorCache) -> Profiles:
    """Profiles of all stories; only those that changed are read again."""
    texts = [meaning_text(story) for story in stories]
    return profiles(tuple(stories), vectors_of(texts, meaning, cache), meaning)


def vectors_of(texts: Sequence[str], meaning: Meaning, cache: VectorCache) -> Vector:
    """A vector for each text, from the cache where it is known."""
    from hashlib import sha256

    keys = [sha256(f"{meaning.version}\n{text}".encode()).hexdigest()[:32] for text in texts]
    known = cache.load(keys)
    fresh = {key: meaning.vector(text) for key, text in zip(keys, texts, strict=True) if key not in known}
    if fresh:
        cache.keep(fresh, keys)
    both = {**known, **fresh}
    return np.array([both[key] for key in keys], np.float32) if keys else np.zeros((0, 0), np.float32)


def match_question(
    question: str, bank: Profiles, meaning: Meaning, wish: Wish, explained: int = 5
) -> tuple[Understanding, list[Fit]]:
    """What the question asks for, and all stories, best first."""
    asked = understand(question, meaning)
    return asked, match(asked, bank, meaning, wish, explained)


def questions_for(
    story: Story, every: Sequence[Question], meaning: Meaning, cache: VectorCache
) -> list[Asking]:
    """Playbook questions that the story answers, best first."""
    from storybank.planning.match import fit_scores

    bank = profiles((story,), vectors_of([meaning_text(story)], meaning, NoCache()), meaning)
    vectors = vectors_of([question.text for question in every], meaning, cache)
    found = []
    for question, vector in zip(every, vectors, strict=True):
        about = meaning.about_vector(vector)
        asked = Understanding(question.text, about, tuple(question.principles), tuple(question.themes))
        found.append(Asking(question, round(float(fit_scores(asked, bank, meaning)[0]), 4)))
    return sorted(found, key=lambda asking: -asking.score)


class NoCache:
    """Remembers nothing."""

    def load(self, keys: Iterable[str]) -> dict[str, Vector]:
        """Nothing is known."""
        return {}

    def keep(self, vectors: dict[str, Vector], current: Iterable[str]) -> None:
        """Nothing is kept."""
