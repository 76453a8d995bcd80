"""The words that speak for a criterion, and how much happens in a line."""

from __future__ import annotations

import pytest

from storybank.signals.figures import find_figures
from storybank.stories.mining.cues import cues
from storybank.stories.mining.voice import Owner
from storybank.stories.mining.weigh import weigh
from storybank.stories.mining.wording import deeds, headline


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


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("I had been wrong about the first estimate and said so", ("I had been wrong",)),
        ("I later admitted it", ("I later admitted",)),
        ("I misjudged the tide", ("I misjudged",)),
        ("I told her what I had got wrong", ("I had got wrong",)),
        ("That was my own mistake", ("my own mistake",)),
        ("We missed the train", ()),
        ("I was never wrong", ()),
        ("They were wrong", ()),
    ],
)
def test_who_says_that_he_was_wrong_has_learnt(text: str, said: tuple[str, ...]) -> None:
    """An own error that is owned up to speaks for learning; a miss, a denial and others' errors do not."""
    assert cues("learnt", text) == said


def test_a_title_or_a_product_is_nothing_at_stake() -> None:
    """Who read a report hangs on nothing; money that might not come does."""
    assert cues("stakes", "I wrote the fund report for the CFO") == ()
    assert cues("stakes", "Our funding ended in March") == ("funding",)


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("I rebuilt the billing export of the charity's grants office over one long summer",
         "I rebuilt the billing export of the charity's grants office"),
        ("Rewrote the scheduling engine of the night buses, which had failed twice in that year",
         "Rewrote the scheduling engine of the night buses"),
        ("I persuaded forty reluctant warehouse supervisors each morning individually",
         "I persuaded forty reluctant warehouse supervisors each morning"),
        ("Cut the queue.", "Cut the queue"),
        ("Launched the checkout in 6 markets; conversion +12% (A/B test, n=40k)",
         "Launched the checkout in 6 markets; conversion +12%"),
        ("“Ann pushed back on the vendor when everybody else had given up.” She won.",
         "Ann pushed back on the vendor when everybody else had given up"),
    ],
)  # fmt: skip
def test_a_headline_ends_with_a_phrase(text: str, title: str) -> None:
    """A title of the bank is never cut in the middle of a phrase, nor marked as cut."""
    assert headline(text) == title


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
