"""How well the stories of a bank serve wishes: confirmed tags, what the words show, and how well they are told."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING

from storybank.planning.fit_table import FitTable, Wish, fits_from_tags
from storybank.stories.story import Story, told_text

if TYPE_CHECKING:
    from storybank.signals.meaning import Meaning
    from storybank.usecases.match_stories import VectorCache


def bank_fits(
    stories: Sequence[Story],
    wishes: Iterable[Wish],
    *,
    level: str,
    today: date,
    shown: Mapping[str, Mapping[str, float]] | None = None,
    quality: Mapping[str, float] | None = None,
) -> FitTable:
    """The table for a bank; each wish once, however often it is asked for."""
    return fits_from_tags(
        stories, tuple(dict.fromkeys(wishes)), level=level, today=today, shown=shown, quality=quality
    )  # fmt: skip


def shown_by_words(
    stories: Sequence[Story], meaning: Meaning, cache: VectorCache
) -> dict[str, dict[str, float]]:
    """By story id, how clearly its words show each principle and theme, 0 to 1."""
    from storybank.usecases.match_stories import read_bank

    if not stories:
        return {}
    bank, names = read_bank(stories, meaning, cache), (*meaning.principles, *meaning.themes)
    rows = zip(bank.stories, bank.shares, strict=True)
    return {story.id: dict(zip(names, map(float, row), strict=True)) for story, row in rows}


def quality_by_review(stories: Sequence[Story], level: str) -> dict[str, float]:
    """By story id, the mean of the reviewer's four scores, 0 (all 1) to 1 (all 5).

    About a tenth of a second a story. Stories without words are left out.
    """
    from storybank.usecases.review_answer import review_text

    found = {}
    for story in stories:
        if told_text(story).strip():
            scores = review_text(told_text(story), level=level).scores.values()
            found[story.id] = round((sum(s.value for s in scores) / len(scores) - 1) / 4, 3)
    return found
