"""What was said before in nearly the same words, and what is new beside it."""

from __future__ import annotations

import pytest

from storybank.text.retold import retold


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("I cut the cost of printing by 40%.", "I cut the cost of shipping by 40%."),
        ("This improved the process for the whole team.", "This improved the workflow for the whole team."),
        ("Late doses fell from 40 a week to 3.", "So the number of late doses went down from 40 to 3 per week."),
        ("We saved $40,000 in the first year.", "As I said, we saved $40,000 in the first year."),
        ("What I learned is to measure before I change it.", "My lesson was to measure before changing it."),
        ("I spoke to the nurses on the ward about doses.", "I spoke with all the nurses on that ward about doses."),
    ],
)  # fmt: skip
def test_the_same_in_other_words_is_told(first: str, second: str) -> None:
    """One word changed in a row, or the same matter put another way, tells nothing more."""
    assert list(retold([first, second])) == [False, True]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("I called the driver in the morning.", "I fired the driver in the morning."),
        ("Late doses fell from 40 a week to 3.", "Late doses fell from 40 a week to 2."),
        (
            "The customers complained about late parcels.",
            "The customers no longer complained about late parcels.",
        ),
        (
            "The container overflowed on weekends in the yard.",
            "The container has overflowed once on weekends since.",
        ),
        ("I took the plan to the head of the clinic.", "I took the plan to Petra, the head of the clinic."),
        ("One of the two cooks handed in her notice.", "One of the two cooks cancelled her notice."),
        ("Ask the users.", "Ask the users."),
    ],
)
def test_something_new_is_heard(first: str, second: str) -> None:
    """Another deed, figure, name or turn makes it new; a few words may be said again anyway."""
    assert list(retold([first, second])) == [False, False]


def test_what_was_left_out_is_no_measure() -> None:
    """A row that drifts away from where it began is held against what was kept."""
    row = [
        "We made the hall brighter for guests and crews.",
        "We made the hall brighter for guests and staff.",
    ]
    assert list(retold(row * 2)) == [False, True, True, True]
