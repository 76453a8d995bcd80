"""Figures that count nothing, and those that do."""

from __future__ import annotations

import pytest

from storybank.text import read
from storybank.text.hollow import hollow
from storybank.text.once import told_once

BEFORE = "We could not find the parcels. I walked the hall with two drivers and drew where they lay."


def left_out(prose: str) -> list[str]:
    """The stretches of a prose that count nothing."""
    return [s.of(prose) for s in hollow(prose, [s.span for s in read(prose).sentences])]


@pytest.mark.parametrize(
    "said",
    [
        "5 meetings, 17% more of everything.",
        "Everything was 40% better.",
        "200% success.",
        "All in all plus 60%.",
        "That was 110%.",
        "It was a 25% improvement overall.",
        "12 calls, 30 emails, 4 workshops.",
        "We got 3 times more out of it.",
    ],
)
def test_a_figure_of_everything_or_nothing_is_not_told(said: str) -> None:
    """A share of nothing that is named, or a list of things that the story does not know, is left out."""
    assert left_out(f"{BEFORE} {said}") == [said.rstrip(".")]


@pytest.mark.parametrize(
    "said",
    [
        "It is 40% better now.",
        "It fell by 40%.",
        "Lost parcels fell by 40%.",
        "That was 12% less than the year before.",
        "Three times as many of them were found.",
        "We went from 30% to 12%.",
        "Two walked away.",
        "12 parcels, 30 drivers, one hall.",
        "I went five times.",
        "In June we found more than in any June, 12 percent up.",
        "26 → 8 minutes.",
    ],
)
def test_a_figure_with_something_to_count_is_told(said: str) -> None:
    """What is named in the clause, before it, or elsewhere in the story, gives a figure its meaning."""
    assert left_out(f"{BEFORE} {said}") == []


def test_only_the_end_that_counts_nothing_is_left_out() -> None:
    """The rest of its sentence is judged, closed by a full stop, and every offset leads back into the text."""
    document = read(f"{BEFORE} We found all of them, 17% more of everything. 200% success.")
    once, kept = told_once(document)
    assert kept == (0, 1, 2)
    assert once.sentences[-1].span.of(once.prose) == "We found all of them."
    assert once.locate(once.sentences[-1].span).of(document.text) == "We found all of them"


def test_an_answer_of_nothing_else_is_left_as_it_is() -> None:
    """There is always something to judge."""
    assert len(told_once(read("200% success. Everything was 40% better."))[0].sentences) == 2


@pytest.mark.parametrize("number", ["①", "²", "٤", "9" * 5000])
def test_digits_of_any_kind_and_length_can_be_read(number: str) -> None:
    """A number in a circle or a very long one stops nothing."""
    assert len(left_out(f"{BEFORE} Improved everything by {number} percent.")) <= 1
