"""Which story answers a question, how well, why, and how to angle it.

A fit adds up, on a scale of log-odds: nearness of meaning; principles and themes that the question asks for and the
story shows; those that the owner confirmed. Weights are fitted on questions and stories that the encoder was not
taught with (`training/fit_match.py`). Freshness, level and quality then take away, openly.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from storybank.planning.alike import same
from storybank.planning.understand import (
    Outline,
    Profiles,
    Understanding,
    meaning_text,
    spoken_sentences,
)
from storybank.playbook.names import LEVELS
from storybank.signals.meaning import Meaning, nearness
from storybank.stories.story import Story

Band = Literal["strong", "workable", "stretch", "gap"]
BANDS: tuple[tuple[float, Band], ...] = ((0.5, "strong"), (0.25, "workable"), (0.1, "stretch"), (0.0, "gap"))
"""Least score of each band."""
_FITTING: tuple[Band, ...] = ("strong", "workable")
_UNASKED = 5.0  # log-odds: no story can be said to answer what asks for nothing
_SHOWS = 0.25  # the share from which a story shows a principle or a theme
_TOLD_RECENTLY = 365  # days: a company remembers what it heard within a year


@dataclass(frozen=True, slots=True)
class Reason:
    """Why a story fits, or what speaks against it; `quote` is the owner's words that show it."""

    text: str
    quote: str = ""
    against: bool = False


@dataclass(frozen=True, slots=True)
class Fit:
    """How well a story answers a question: 0 to 1, the share of such pairs in which it is the right one.

    `angle` is the principle to stress with it; `angled` is false where nothing in the story shows that yet.
    """

    story: Outline
    score: float
    band: Band
    reasons: tuple[Reason, ...]
    angle: str = ""
    angled: bool = True


@dataclass(frozen=True, slots=True)
class Wish:
    """Beside the question: the level to show, the company (what it has heard counts as used), and today's date."""

    level: str | None = None
    company: str | None = None
    today: date | None = None


def match(
    asked: Understanding,
    bank: Profiles,
    meaning: Meaning,
    wish: Wish = Wish(),
    *,
    shown: int | None = None,
    quote: Callable[[Outline, int], str] = lambda story, place: "",
) -> list[Fit]:
    """The best `shown` stories (None: all), best fit first.

    `quote` gives the words of a story that lie nearest to the question, by the story and its place from 0; or none.
    """
    if not len(bank):
        return []
    scores = fit_scores(asked, bank, meaning, wish)
    fits = []
    for place, row in enumerate(np.argsort(-scores, kind="stable")[:shown]):
        story, score = bank.stories[row], float(scores[row])
        reasons = _reasons(asked, story, bank.shares[row], meaning, band(score))
        if asked.principles and (words := quote(story, place)):
            reasons.append(Reason("these words come nearest to what is asked", words))
        shows = _shown(bank.shares[row], meaning)
        angle = _angle(asked, story, shows)
        angled = angle in story.principles or shows.get(angle, 0.0) >= _SHOWS
        fits.append(
            Fit(story, round(score, 4), band(score), (*reasons, *_against(story, wish)), angle, angled)
        )
    return fits


def fit_scores(
    asked: Understanding, bank: Profiles, meaning: Meaning, wish: Wish = Wish()
) -> NDArray[np.float64]:
    """The score of every story, in the order of the bank."""
    odds = log_odds(features(asked, bank, meaning), meaning)
    odds -= np.array([sum(cost for cost, _ in _costs(story, wish)) for story in bank.stories])
    if not asked.principles:
        odds -= _UNASKED
    return np.asarray(1 / (1 + np.exp(-odds)), np.float64)


def features(asked: Understanding, bank: Profiles, meaning: Meaning) -> dict[str, NDArray[np.float64]]:
    """What a fit adds up, each a column over the stories.

    `meaning` is the cosine of the vectors, `passages` that of the passages that come nearest; `principles` and
    `themes` the agreement of shares, 0 to 1; `confirmed` how much of what is asked for the owner has confirmed, 0 to 1.
    """
    count = len(meaning.principles)
    shares = asked.shares
    wanted = np.array([shares.get(n, 0.0) for n in (*meaning.principles, *meaning.themes)], np.float32)
    return {
        "meaning": np.asarray(bank.vectors @ asked.about.vector, np.float64),
        "passages": nearness(asked.about.vector, bank.senses),
        "principles": agreement(bank.shares[:, :count], wanted[:count]),
        "themes": agreement(bank.shares[:, count:], wanted[count:]),
        "confirmed": _confirmed(asked, bank.stories),
    }


def log_odds(columns: dict[str, NDArray[np.float64]], meaning: Meaning) -> NDArray[np.float64]:
    """The weighted sum of features."""
    weights = meaning.match
    return np.asarray(
        sum(weights.get(k, 0.0) * column for k, column in columns.items()) + weights.get("bias", 0.0)
    )


def agreement(theirs: NDArray[np.float32], wanted: NDArray[np.float32]) -> NDArray[np.float64]:
    """The cosine between shares of the stories (n, k) and those wanted (k,)."""
    norms = np.linalg.norm(theirs, axis=1) * np.linalg.norm(wanted)
    return np.asarray(theirs @ wanted / np.maximum(norms, 1e-9), np.float64)


def _confirmed(asked: Understanding, stories: Sequence[Outline]) -> NDArray[np.float64]:
    shares = asked.shares
    whole = sum(sorted(asked.about.principles.values())[-3:]) + sum(sorted(asked.about.themes.values())[-3:])
    return np.array(
        [sum(shares.get(n, 0.0) for n in (*s.principles, *s.themes)) / max(whole, 1e-6) for s in stories],
        np.float64,
    )


def band(score: float) -> Band:
    """The word for a score."""
    return next(word for least, word in BANDS if score >= least)


def _reasons(
    asked: Understanding, story: Outline, shares: NDArray[np.float32], meaning: Meaning, word: Band
) -> list[Reason]:
    """What of the question the story shows; or that it shows nothing of it, and what the word then rests on."""
    if not asked.principles:
        return [Reason(asked.unread, against=True)]
    shown = _shown(shares, meaning)
    found = []
    sides = (("principle", asked.principles, story.principles), ("theme", asked.themes, story.themes))
    for what, names, confirmed in sides:
        for name in names:
            if name in confirmed:
                found.append(Reason(f"asks for the {what} {name}; you confirmed it for this story"))
            elif shown.get(name, 0.0) >= _SHOWS:
                found.append(Reason(f"asks for the {what} {name}; the story shows it"))
    if found:
        return found
    if word in _FITTING:
        found.append(Reason("what it tells lies near to what is asked, taken as a whole"))
    return [*found, Reason("shows neither the principles nor the themes that are asked for", against=True)]


def nearest_words(asked: Understanding, story: Story, meaning: Meaning) -> str:
    """The sentence of the story whose meaning lies nearest to the question; empty when nothing is told yet."""
    sentences = spoken_sentences(meaning_text(story))
    return sentences[meaning.nearest(asked.about.vector, sentences)] if sentences else ""


def _against(story: Outline, wish: Wish) -> tuple[Reason, ...]:
    return tuple(Reason(text, against=True) for _, text in _costs(story, wish))


def _costs(story: Outline, wish: Wish) -> list[tuple[float, str]]:
    """What speaks against telling a story now: log-odds taken away, and why."""
    found = []
    if story.status == "retired":
        found.append((2.0, "you retired this story"))
    if story.short:
        found.append((0.5, "there is little of it yet: write it out"))
    if wish.level and story.level:
        gap = LEVELS.index(wish.level) - LEVELS.index(story.level)
        if gap > 0:
            found.append((0.4 * gap, f"its scope is {story.level}, below the {wish.level} you aim at"))
    if wish.company:
        heard = [t.on for t in story.told if same(t.company, wish.company)]
        if heard and (wish.today is None or (wish.today - max(heard)).days < _TOLD_RECENTLY):
            found.append((1.0, f"{wish.company} heard it on {max(heard).isoformat()}"))
    return found


def _shown(shares: NDArray[np.float32], meaning: Meaning) -> dict[str, float]:
    """How much a story shows of each principle and theme, by name."""
    return dict(zip((*meaning.principles, *meaning.themes), map(float, shares), strict=True))


def _angle(asked: Understanding, story: Outline, shown: dict[str, float]) -> str:
    """The principle to stress with this story; the face adds what the playbook says of it.

    Of those that the question asks for: the first that the owner confirmed for the story, else the one that its words
    show most, else the one that is asked for most.
    """
    if not asked.principles:
        return ""
    confirmed = next((name for name in asked.principles if name in story.principles), None)
    most = max(asked.principles, key=lambda name: shown.get(name, 0.0))
    return confirmed or (most if shown.get(most, 0.0) >= _SHOWS else asked.principles[0])
