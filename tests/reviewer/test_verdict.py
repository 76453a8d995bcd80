"""The verdict against the level aimed at: the same deeds, held to more."""

from __future__ import annotations

import pytest

import storybank
from storybank.reviewer.report import VERDICTS

MUSEUM = (
    "I head visitor services at a regional museum, with eighteen people at three sites. Four months before the "
    "reopening our ticket supplier went bankrupt, and we had 31,000 people with tickets that nobody could scan. I had "
    "to have a system that worked at all three doors by the first of May, for no more than £40,000. I rang six museums "
    "of our size and asked what had gone wrong for them. Two suppliers were left: one could do everything in seven "
    "months, the other could only scan and sell. I chose the small one, knowing that we would have no membership cards "
    "for a year, and I told the members' committee so in person before we signed. I asked the finance officer to try "
    "to break the refunds, and she did, twice. We opened on the first of May, and 29,800 of the old tickets were "
    "honoured. We kept about £310,000 of advance sales that we would have had to pay back, and the two sister museums "
    "have since bought the same system. I found out that I had never asked any supplier what happens to our data when "
    "they are gone. I now ask it in the first call, and last year that question kept us out of a contract."
)
BAKERY = (
    "Our bakery threw away ninety loaves a day last winter, and the owner was losing about £400 a week over it. I ran "
    "the morning shift, and I told her I would get the waste under thirty loaves by Easter. I counted what came back "
    "from each of the six shops for two weeks. I found that three shops ordered by habit and never looked at what was "
    "left. I could have cut every order by a third, but that would have emptied the shelves on Saturdays, so I chose "
    "to move the order call to four in the afternoon. The manager by the harbour refused at first, so I went over and "
    "did her first five calls with her. Waste fell from ninety loaves to 22 a day by the end of March, which saved the "
    "owner roughly £300 a week. I had believed that people ordered too much because they did not care; in fact they "
    "had no numbers in front of them. At my next place I put up yesterday's returns beside the phone."
)


@pytest.mark.parametrize("text", [MUSEUM, BAKERY])
def test_a_sound_story_is_too_small_for_l7(text: str) -> None:
    """What reads as less than L7 even though L7 was aimed at is said to be less, and counts for no L7."""
    report = storybank.review(text, level="L7")
    assert report.level != "L7"
    assert "scope-below-level" in {finding.rule for finding in report.findings}
    assert VERDICTS.index(report.verdict) <= VERDICTS.index("no")


def test_the_same_story_counts_where_its_scope_is_asked_for() -> None:
    """Nothing but the level aimed at changed."""
    report = storybank.review(MUSEUM, level="L6")
    assert "scope-below-level" not in {finding.rule for finding in report.findings}
    assert VERDICTS.index(report.verdict) >= VERDICTS.index("yes")


def test_no_scope_to_be_seen_is_not_held_against_it() -> None:
    """An answer that shows no deeds has other faults, and its scope is not one of them."""
    report = storybank.review(
        "We had some trouble with the rota. Things got better and everyone was glad.", level="L7"
    )
    assert "scope-below-level" not in {finding.rule for finding in report.findings}


PRICE = (
    "I was a senior buyer for a furniture maker with three plants, and my manager wanted a two-year contract with one "
    "foam supplier for a discount of 9%. I was responsible for supply risk, and it would have left a plant in a flood "
    "zone as our only source. I told him so, and he said the discount was already in the budget. I called four "
    "insurers, pulled the flood records of twenty years and worked out that a stop of two weeks would cost us three "
    "times the discount. I brought him two options, the contract with a stock of four weeks or a split at 6%. He liked "
    "neither. I then offered to give up my travel budget and the assistant that I had been promised, so that the split "
    "would cost him nothing. He took the split. I did the work of two for a year, and I signed the second supplier."
)


def test_without_an_outcome_no_story_counts() -> None:
    """A fault that is said to cost the offer alone does not stand beside a yes, whatever else is good."""
    report = storybank.review(
        PRICE, level="L6", question="Tell me about a time you disagreed with your manager."
    )
    assert "missing-result" in {finding.rule for finding in report.findings}
    assert report.scores["principle"].value >= 4
    assert VERDICTS.index(report.verdict) <= VERDICTS.index("no")
