"""The words that speak for a criterion, and how much happens in a line."""

from __future__ import annotations

import pytest

from storybank.signals.figures import find_figures
from storybank.stories.mining.cues import cues
from storybank.stories.mining.voice import Owner
from storybank.stories.mining.weigh import weigh
from storybank.stories.mining.wording import deeds


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Signed it three weeks before the fair", ("three weeks before",)),
        ("She left at thirty days' notice", ("thirty days' notice",)),
        ("The clerk had filed them wrongly", ("had filed",)),
        ("They refused, and refused again", ("refused",)),
        ("Painted the fence", ()),
    ],
)
def test_trouble_is_seen_by_its_words_and_by_the_form_of_the_sentence(
    text: str, said: tuple[str, ...]
) -> None:
    """Short time and what had happened before count beside the list; each is told once, as it stands."""
    assert cues("obstacle", text) == said


def test_money_is_at_stake_and_a_result_has_figures_for_words() -> None:
    """An amount is named among what was at stake; a measured result is left to the figures."""
    text = "Sold it for €40,000 to a client"
    figures = [(text, figure) for figure in find_figures(text)]
    assert any("40,000" in words for words in cues("stakes", text, figures))
    assert cues("measured", text, figures) == ()


def worth(text: str) -> float:
    """What one bullet of one's own is worth, by its words alone."""
    return weigh([(text, True)], Owner(), None).base


def test_a_chain_of_events_is_worth_more_than_one() -> None:
    """Verbs in the past are counted: a line in which more happens is more of a story."""
    assert deeds("Found the leak, closed the valve, rang the owner and stayed until two") == 4
    assert worth("Found the leak, closed the valve, rang the owner, stayed until two") > worth(
        "Found the leak in the valve below the kitchen of the owner at two"
    )


def test_a_habit_a_routine_and_a_claim_are_worth_less() -> None:
    """A line in the present, one that went as always, and one without anything particular step back."""
    told = worth("I ordered 40 new filters for the laboratory on Monday")
    assert worth("I order 40 new filters for the laboratory on Monday") < told
    assert worth("I ordered 40 new filters for the laboratory as usual") < told
    assert worth("I ordered several new filters for the laboratory at once") < told


def test_a_result_without_a_subject_still_counts() -> None:
    """A before and an after in figures is somebody's result, though nobody is named."""
    assert worth("Stock accuracy: 91% to 99.4% in the main warehouse") > worth(
        "Stock accuracy: 99.4% in the main warehouse"
    )


def test_the_words_of_a_weighed_event_stand_in_it() -> None:
    """What is shown as the reason is a quotation."""
    text = "Cut the queue from 90 to 5 minutes although the agency, a client of ours, had refused to help"
    for said in weigh([(text, True)], Owner(), None).because.values():
        assert all(words in text for words in said)
