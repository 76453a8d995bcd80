"""Which candidates tell the same event."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from storybank.stories.mining.same import Told, same_events

RESUME = "Cut the nightly billing run from 7 hours to 50 minutes by batching queries"
NOTES = (
    "The billing run took 7 hours each night and failed often. I batched the queries; "
    "it went from 7 hours to 50 minutes."
)


def groups(*told: tuple[str, tuple[int, int] | None]) -> list[list[int]]:
    """Groups of texts, each with its years, each from a source of its own."""
    return same_events([Told(text, years, f"file {k}") for k, (text, years) in enumerate(told)])


def test_a_line_and_a_paragraph_of_one_event_are_one() -> None:
    """Shared rare words and a shared figure bring a short and a long telling together."""
    assert groups((RESUME, None), (NOTES, None), ("Trained 12 nurses on the new pumps", None)) == [
        [0, 1],
        [2],
    ]


def test_the_same_words_in_other_years_are_another_event() -> None:
    """Years that lie apart keep two tellings apart, even word for word."""
    assert groups((RESUME, (2012, 2013)), (RESUME, (2020, 2021))) == [[0], [1]]


def test_a_shared_figure_alone_joins_nothing() -> None:
    """Two events may both have cut something by 30%."""
    assert groups(
        ("Cut scrap in the press shop by 30%", None), ("Raised member fees by 30% at the club", None)
    ) == [[0], [1]]


def test_two_lines_of_one_file_are_two_events_sooner_than_of_two_files() -> None:
    """Who writes two lines that share a little means two things; in two files it may well be one."""
    first = "Won the first grant of the shelter for 90 beds over 36 months"
    second = "Monthly donors of the shelter from 20 to 400 in 36 months"
    assert same_events([Told(first, None, "a"), Told(second, None, "b")]) == [[0, 1]]
    assert same_events([Told(first, None, "a"), Told(second, None, "a")]) == [[0], [1]]


@given(
    st.lists(
        st.sampled_from([RESUME, NOTES, "Wrote the safety guide", "", "We met", "Fed 40 cows"]), max_size=8
    )
)
def test_every_candidate_is_in_exactly_one_group(texts: list[str]) -> None:
    """Nothing is lost or doubled by putting events together."""
    found = groups(*((text, None) for text in texts))
    assert sorted(k for group in found for k in group) == list(range(len(texts)))
