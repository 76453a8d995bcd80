"""Fits from tags: what speaks for a story, and what takes away."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from plan_cases import TODAY, WISHES, story

from storybank.planning.fit_kin import CATEGORY_SHOWS, THEME_SHOWS
from storybank.planning.fit_table import NO_FIT, Wish, band, fits_from_tags, readiness, well_told
from storybank.playbook.names import PRINCIPLES, THEMES
from storybank.stories.story import CATEGORIES, Figure, Story

OWN, CONFLICT = Wish("ownership"), Wish("conflict-resolution", "theme")
FULL = {"s001": 1.0}


def score(one: Story, wish: Wish = OWN, **more: object) -> float:
    """The fit of one story that is told perfectly."""
    return fits_from_tags((one,), quality=FULL, **more).fit(one.id, wish).score  # type: ignore[arg-type]


def test_first_tag_counts_most() -> None:
    """A confirmed principle fits perfectly in first place, and a little less in each further one."""
    names = ("ownership", "dive-deep", "frugality", "think-big")
    placed = [score(story(1, level="L6", principles=names[k:] + names[:k])) for k in (0, 3, 2, 1)]
    assert placed == [1.0, 0.92, 0.84, 0.84]


def test_words_count_less_than_a_confirmed_tag() -> None:
    """What the words show counts where nothing is confirmed, and never as much."""
    one = story(1, level="L6")
    assert score(one, shown={"s001": {"ownership": 0.75}}) == 0.6
    tagged = story(1, level="L6", principles=("ownership",))
    assert score(tagged, shown={"s001": {"ownership": 0.1}}) == 1.0


def test_kin_is_a_stretch_at_most() -> None:
    """A theme or category that often shows the principle makes a story a stretch or barely workable."""
    assert 0 < score(story(1, level="L6", themes=("failure-and-learning",))) <= 0.45
    assert 0 < score(story(1, level="L6", category=6)) <= 0.45
    assert score(story(1, level="L6", category=3), CONFLICT) == 0.6
    assert score(story(1, level="L6", category=5), CONFLICT) == 0.0


@pytest.mark.parametrize(
    ("share", "why"), [(0.09, "category often"), (0.5, "category often"), (0.57, "words show")]
)
def test_the_stronger_of_words_and_kinship_speaks(share: float, why: str) -> None:
    """One reason is given, that of whichever is more."""
    table = fits_from_tags((story(1, category=6),), shown={"s001": {"ownership": share}})
    assert why in table.fit("s001", OWN).reasons[0]


def test_what_nothing_speaks_for() -> None:
    """No fit, and no reason beside that one."""
    assert fits_from_tags((story(1),)).fit("s001", Wish("be-kind")) == NO_FIT


def test_a_story_that_was_not_reviewed_goes_by_readiness() -> None:
    """What is known of the telling is taken; of the others, what is there."""
    bank = (story(1), story(2, prose="word " * 250))
    assert well_told(bank, {"s001": 0.9}) == {"s001": 0.9, "s002": readiness(bank[1])}


@pytest.mark.parametrize(("level", "left"), [("L7", 0.95), ("L6", 1.0), ("L5", 0.8), (None, 0.95)])
def test_level_takes_away(level: str | None, left: float) -> None:
    """Scope below the level aimed at costs most; above it, or unknown, a little."""
    assert score(story(1, level=level, principles=("ownership",))) == left


def test_old_stories_take_away() -> None:
    """A story that ended eight years ago fits less than one of last year, and the reason is given."""
    old = story(1, level="L6", principles=("ownership",), period="2016 to 2018")
    found = fits_from_tags((old,), quality=FULL, today=TODAY).fit("s001", OWN)
    assert found.score == 0.85
    assert "it ended 8 years ago" in found.reasons
    assert (
        score(story(1, level="L6", principles=("ownership",), period="2025"), today=date(2026, 1, 1)) == 1.0
    )


def test_readiness_rises_with_what_is_there() -> None:
    """Words, a known figure and a lesson each make a story readier; an empty one has nothing."""
    words = "word " * 250
    stages = [
        story(1), story(1, prose=words), story(1, prose=words, figures=(Figure("3%", "measured"),)),
    ]  # fmt: skip
    assert [readiness(s) for s in stages] == [0.0, 0.75, 1.0]


def test_bands() -> None:
    """The words for scores, at their edges."""
    assert [band(x) for x in (0.0, 0.199, 0.2, 0.45, 0.7, 1.0)] == [
        "gap", "gap", "stretch", "workable", "strong", "strong",
    ]  # fmt: skip


@given(st.lists(st.sampled_from(PRINCIPLES), max_size=3, unique=True), st.floats(-1, 2), st.floats(-1, 2))
def test_scores_stay_in_range(principles: list[str], quality: float, share: float) -> None:
    """No input makes a fit that is below 0, above 1 or finer than a thousandth."""
    one = story(1, principles=tuple(principles))
    table = fits_from_tags((one,), quality={"s001": quality}, shown={"s001": {"ownership": share}})
    for wish in WISHES:
        found = table.fit("s001", wish)
        assert 0 <= found.score <= 1
        assert found.score == round(found.score, 3)
        assert found.reasons
        assert table.score("s001", wish) == found.score


def test_kin_names_exist() -> None:
    """The tables of kinship name every theme and category, and only principles and themes that exist."""
    assert set(THEME_SHOWS) == set(THEMES)
    assert set(CATEGORY_SHOWS) == set(CATEGORIES)
    named = [p for names in THEME_SHOWS.values() for p in names]
    named += [p for names, _ in CATEGORY_SHOWS.values() for p in names]
    assert set(named) == set(PRINCIPLES)
    assert {t for _, themes in CATEGORY_SHOWS.values() for t in themes} <= set(THEMES)
