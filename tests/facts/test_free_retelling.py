"""Free retelling: what people say who tell a story quite in their own words, and what stays a slip beside it."""

from __future__ import annotations

import pytest

from storybank.facts.check import check_facts

SAME = [
    # denials in other words, and what a denial does not reach
    ("The other sheds haven't begun yet.", "The remaining sheds have yet to begin."),
    ("That has not been decided.", "Nothing's decided."),
    ("The strike stopped everything.", "The strike brought everything to a stop."),
    ("The hooks had been put under the shelf instead of over it.",
     "The hooks had been fixed beneath the shelf and not above it."),
    ("Six patients fell. The later patients were not the same.", "Six patients fell, and later ones were different."),
    ("I kept a log of faults before I said anything.", "I said nothing and logged the faults."),
    ("By spring loans were level.", "By spring loans had stopped falling."),
    ("We had no more trips that season.",
     "For the rest of that season, as the crew and I remember with pleasure, it ran without a trip."),
    # words of quantity that quantify nothing
    ("I could only suggest it.", "All I could do was suggest it."),
    ("He told me that the machine should stay as it was.", "He told me to leave the machine alone."),
    ("The pass rate across the school was 61 percent.", "The school as a whole stood at 61 percent."),
    ("We were paid in May, all but one month.", "We were paid in every month but one."),
    # figures
    ("We were forty in six teams.", "Forty of us were spread over six teams."),
    ("I wrote a half-page note.", "My note was half a page long."),
    ("The stairs had nineteen hundred of headroom, and the rules say two metres.",
     "The stairs had 1,900 mm of headroom where the rules ask for two metres."),
    ("We had cut two grand's worth of oak.", "We had cut £2,000 of oak."),
    ("Each visit cost us €1,900.", "They came at €1,900 a visit."),
    ("In 2020 it was down for 46 days. The downtime in 2021 was 17 days.", "In 2021 it was down for 17 days."),
    ("We opened on the third of September.", "On 3 September we opened."),
    # an order of telling, what is told of a time, what was hoped for
    ("A machine would do it, then I would mend it.", "A machine would do the first draft, and I'd mend it."),
    ("Nine girls stopped coming between January and Easter.", "Nine girls dropped out between January and Easter."),
    ("He did not get it in that round.", "In that round he was passed over."),
    ("I said I'd try the new rate for a month.", "I agreed to a trial of the new rate for a month."),
    # roles, and what is asked
    ("We rang unrepresented parties.", "We rang parties without a lawyer."),
    ("I've got my own firm with my cousin.", "I run a firm with my cousin."),
    ("I would not have left it without the threat.", "Would I have left it without the threat?"),
]  # fmt: skip


@pytest.mark.parametrize(("source", "honest"), SAME)
def test_a_story_may_be_told_quite_in_other_words(source: str, honest: str) -> None:
    """Idioms, denials and figures of a free retelling claim nothing new."""
    assert check_facts(source + " It was a cold day.", honest) == []


SLIPS = [
    ("The other sheds haven't begun yet.", "The other sheds have begun.", "negation"),
    ("The dentists stopped using it.", "The dentists did use it.", "negation"),
    ("We were forty in six teams.", "We were forty in over six teams.", "figure"),
    ("We went up some stairs.", "We went up all the stairs.", "quantity"),
    ("We opened on the third of September.", "We opened on 13 September.", "date"),
    ("I wrote a short note.", "My note was half a page long.", "figure"),
    ("They signed a plan for more than 40 flats a year.", "They signed a three-year plan.", "figure"),
    ("Each visit cost us €1,900.", "It cost us €1,900 a month.", "figure"),
    ("In 2020 it was down for 46 days. I left in 2021.", "In 2021 it was down for 46 days.", "date"),
    ("I worked in my cousin's firm.", "I ran my cousin's firm.", "deed"),
    ("We rang unrepresented parties.", "We rang parties with a lawyer.", "role"),
]  # fmt: skip


@pytest.mark.parametrize(("source", "slip", "kind"), SLIPS)
def test_a_free_retelling_does_not_hide_a_slip(source: str, slip: str, kind: str) -> None:
    """What stands next to each of those turns and grows the claim is still found."""
    assert kind in {i.kind for i in check_facts(source + " It was a cold day.", slip)}
