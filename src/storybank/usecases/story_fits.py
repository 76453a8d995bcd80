"""How well the stories of a bank serve wishes: confirmed tags, what the words show, and how well they are told."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Protocol

from storybank.stories.story import Story, told_text
from storybank.usecases.far import Far, silently

if TYPE_CHECKING:
    from storybank.signals.meaning import Meaning
    from storybank.usecases.match_stories import SenseCache


_AT_ONCE = 32  # reviews that are made before they are kept


def shown_by_words(
    stories: Sequence[Story], meaning: Meaning, cache: SenseCache, far: Far = silently
) -> dict[str, dict[str, float]]:
    """By story id, how clearly its words show each principle and theme, 0 to 1."""
    from storybank.usecases.match_stories import read_bank

    if not stories:
        return {}
    bank, names = read_bank(stories, meaning, cache, far), (*meaning.principles, *meaning.themes)
    rows = zip(bank.stories, bank.shares.tolist(), strict=True)
    return {story.id: dict(zip(names, row, strict=True)) for story, row in rows}


class KeptReviews(Protocol):
    """Somewhere to keep the scores of reviews between runs."""

    def load(self, keys: Iterable[str]) -> dict[str, tuple[int, ...]]:
        """The scores that are known, by key."""
        ...

    def keep(self, scores: Mapping[str, tuple[int, ...]], current: Iterable[str]) -> None:
        """Keep scores; those whose key begins with none of `current` may go."""
        ...


def quality_by_review(
    stories: Sequence[Story], level: str, cache: KeptReviews, question: str | None = None, far: Far = silently
) -> dict[str, float]:
    """By story id, the mean of the reviewer's four scores, 0 (all 1) to 1 (all 5).

    About a tenth of a second a story that changed since it was last reviewed so. Stories without words are left out.
    """
    told = {story.id: text for story in stories if (text := told_text(story)).strip()}
    scores = _scores(told, level, cache, question, far)
    return {story_id: round((sum(points) / len(points) - 1) / 4, 3) for story_id, points in scores.items()}


def _scores(
    told: Mapping[str, str], level: str, cache: KeptReviews, question: str | None, far: Far
) -> dict[str, tuple[int, ...]]:
    """By story id, the scores of its review in the reviewer's order; only what is not kept is read, and kept at once.

    A key says who reviewed, what was told, and how it was asked for, so a change of any makes it another review.
    """
    from storybank.reviewer.version import reviewer_version
    from storybank.usecases.review_answer import review_text

    if not told:
        return {}
    begins = {story_id: f"{reviewer_version()}-{_digest(text)}-" for story_id, text in told.items()}
    keys = {story_id: begin + _digest(f"{level}\n{question or ''}") for story_id, begin in begins.items()}
    known = {key: points for key, points in cache.load(keys.values()).items() if _is_review(points)}
    unread = list({key: story_id for story_id, key in keys.items() if key not in known}.items())
    for at in range(0, len(unread), _AT_ONCE):
        fresh = {}
        for done, (key, story_id) in enumerate(unread[at : at + _AT_ONCE], at + 1):
            scores = review_text(told[story_id], question=question, level=level).scores.values()
            fresh[key] = tuple(s.value for s in scores)
            far(done, len(unread))
        cache.keep(fresh, begins.values())
        known |= fresh
    return {story_id: known[key] for story_id, key in keys.items()}


def _is_review(points: tuple[int, ...]) -> bool:
    """Four scores of 1 to 5; anything else was not kept by us."""
    return len(points) == 4 and all(1 <= point <= 5 for point in points)


def _digest(text: str) -> str:
    from hashlib import sha256

    return sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:32]
