"""Which figures state an outcome."""

from __future__ import annotations

import storybank
from storybank.signals.fitted import shipped
from storybank.signals.outcomes import MEASURED, OUTCOME, WITNESSES


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
