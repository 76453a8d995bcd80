"""Which figures state an outcome."""

from __future__ import annotations

import pytest

import storybank
from storybank.signals.fitted import shipped
from storybank.signals.outcomes import MEASURED, OUTCOME, WITNESSES, told_within
from storybank.text.span import Span


def test_columns_are_the_readers() -> None:
    """The two tag columns that bear witness are where the reader has them."""
    tags = shipped().reader.tags
    assert (tags[MEASURED], tags[OUTCOME]) == ("measured", "outcome")
    assert set(WITNESSES) <= set(shipped().decoding.figure)


def test_setting_and_outcome_are_told_apart() -> None:
    """A headcount in the opening is no outcome; a before and after at the end is one figure, and one."""
    text = (
        "Our depot had 40 vans, and in spring drivers waited in the yard every morning for their lists. I was asked to "
        "end the waiting by June. I stood at the printer for a week and saw that two lists shared a queue. I split the "
        "queue, and tried it on one shift before the others. The wait fell from 35 minutes to 4 by the end of June."
    )
    figures = {f.quote: f.outcome for f in storybank.review(text).figures}
    assert figures["from 35 minutes to 4"]
    assert not figures["40 vans"]


@pytest.mark.parametrize(
    ("stretch", "told"),
    [
        ("in the", None),
        ("customers stayed with", "customers stayed"),
        ("hem cust", "them customers"),
        ("of a", None),
    ],
)
def test_a_marked_stretch_is_whole_words_that_tell_something(stretch: str, told: str | None) -> None:
    """What the reader alone marks is cut at words, and mere joining words are no outcome."""
    prose = "It was in the year of a fair: of them customers stayed with us."
    start = prose.index(stretch)
    span = told_within(prose, Span(start, start + len(stretch)))
    assert (span and span.of(prose)) == told
