"""A claim is not told without what limits it, wherever in the text and however the limit begins."""

from __future__ import annotations

import pytest

from storybank.planning.adapt import adapt
from storybank.planning.adapt_limits import limited_by

LIMITED = [
    (
        "Losses fell to 5 a week.",
        "Strictly speaking, that number comes from the carrier and we never audited it.",
    ),
    ("Late payments dropped by 60 percent.", "My guess is that half of this came from a new customer."),
    ("Waiting time go down from 110 minutes to 45.", "Is not exact, I count only mornings."),
    ("The queue was gone by 9:05.", "Weekends: no change."),
    ("31 came back.", "The manager later said the number was closer to 20."),
    ("Errors went to zero.", "For a week."),
    ("We opened on 2 September.", "Two classrooms were still missing their windows, to be honest."),
    ("Complaints went down to 30.", "It may have been the end of the season."),
    ("Complaints went down to 30.", "I never checked that."),
    ("The error went from 21 to 13 percent.", "We think."),
    ("Waste fell to 6 loaves.", "The 6 is what I think I remember."),
    ("Sales doubled.", "Our finance people think it was mostly the weather."),
    ("Sales doubled.", "I can't say how much of that was the new shelf."),
    ("Sales doubled.", "I did not save the shop, as my aunt likes to say."),
    ("Sales doubled.", "Prices went up that year too."),
]
CREDITED = [
    ("I led the migration of the billing system.", "Well, officially Priya led it and I ran one weekend."),
    ("I cut the price by 15%.", "The price cut was my director's idea."),
    ("I designed the ramp.", "It was Musa's idea."),
    ("I negotiated the lease down by 22%.", "My lawyer would say she did."),
    ("I wrote the technical part.", "Most of it was done by Chen."),
    ("I wrote the technical part.", "That was not my idea."),
]
FREE = [
    ("Losses fell to 5 a week.", "I learnt to look before I ask."),
    ("Losses fell to 5 a week.", "I now check it each Monday, and no gate is left out."),
    ("Losses fell to 5 a week.", "The number of complaints fell as well."),
    ("Losses fell to 5 a week.", "I did not tell the board at once."),
    ("I rang the drivers.", "They did not like it."),
    ("I moved the gate.", "No parcel was lost that week."),
]


@pytest.mark.parametrize(("claim", "limit"), LIMITED)
def test_a_result_is_bound_to_what_takes_from_it(claim: str, limit: str) -> None:
    """A doubt, a denial, a share or a concession that speaks of a result goes where the result goes."""
    assert limited_by([claim, limit], [False, False], [True, True])[1] == {0}


@pytest.mark.parametrize(("claim", "limit"), CREDITED)
def test_a_deed_is_bound_to_whoever_is_credited(claim: str, limit: str) -> None:
    """What the speaker did, in whatever part, is not told without the sentence that says whose it was."""
    assert limited_by([claim, limit], [True, True], [False, False])[1] == {0}
    assert limited_by([claim, limit], [False, False], [False, False])[1] == {0}


@pytest.mark.parametrize(("claim", "after"), FREE)
def test_what_takes_nothing_binds_nothing(claim: str, after: str) -> None:
    """A further deed, another result or somebody's opinion of a deed leaves the claim free."""
    deed = claim.startswith("I ")
    assert limited_by([claim, after], [deed, deed], [not deed, not deed])[1] == frozenset()


def test_a_limit_is_found_across_other_sentences() -> None:
    """'That figure' goes back to the nearest claim that has one; a doubt that goes on binds to the same claim."""
    sentences = ["It fell to 9.", "I told the board.", "That figure is a median.", "It may have been luck."]
    found = limited_by(sentences, [False, True, False, False], [True, False, True, True])
    assert found[2] == {0}
    assert found[3] >= {0}


@pytest.mark.parametrize("seconds", [10, 12, 15, 20, 25])
def test_no_telling_claims_more_than_its_source(seconds: float) -> None:
    """However short the time, the result comes with its doubt, or not at all."""
    story = (
        "Our warehouse in Poznań lost about 40 parcels a week. I was asked to find out why. I followed parcels for "
        "four nights. I found that most went missing at gate 6. I moved the gate's camera. Losses fell to 5 a week. "
        "Strictly speaking, that number comes from the carrier and we never audited it. I learnt to look first."
    )
    told = adapt(story, seconds=seconds).text
    assert "Losses fell" not in told or "never audited" in told
