"""Slips that leave nearly every word where it stood: exchanged figures, lost words, opposites, other people."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from storybank.facts.check import check_facts

EXCHANGED = [
    ("I led a team of 6 people. I read 80 tickets.", "I led a team of 80 people. I read 80 tickets."),
    ("I was on a team of six. I read 80 tickets.", "I was on a team of 80. I read 80 tickets."),
    ("We wrote 12 tests and fixed 30 bugs.", "We wrote 30 tests and fixed 12 bugs."),
    ("I read 80 tickets. We were six.", "I read six tickets. We were 80."),
    ("I spent two days with him. We tried it for two weeks.", "I spent two weeks with him."),
    ("I trained 14 nurses and wrote five guides.", "I trained five nurses and wrote 14 guides."),
    ("I called eight suppliers. Three of them cut prices.", "I called three suppliers, and eight of them cut prices."),
    ("The queue had 300 jobs. Four workers ran them.", "The queue had four jobs, and 300 workers ran them."),
    ("The audit took nine days. The repair took three weeks.", "The audit took three weeks, the repair nine days."),
    ("The pump cost £400 and the hose cost £90.", "The pump cost £90 and the hose cost £400."),
    ("We had 1,200 customers. I read 80 tickets.", "We had 1,200 customers. I read hundreds of tickets."),
    ("Refunds took longer than ten days. I spent two days on it. We tried it for two weeks.",
     "Refunds took longer than twelve days."),
    ("The course cost £300. I paid £40 for the train.", "The course cost £340."),
]  # fmt: skip
IN_PLACE = [
    ("I led a team of 6 people. I read 80 tickets.", "Six people were in the team I led. I went through 80 tickets."),
    ("We wrote 12 tests and fixed 30 bugs.", "We fixed 30 bugs and wrote 12 tests."),
    ("The audit took nine days. The repair took three weeks.",
     "It was nine days for the audit and three weeks for repair."),
    ("The pump cost £400 and the hose cost £90.", "We paid £90 for the hose and £400 for the pump."),
    ("The first run took 40 minutes. The second took 25 minutes.", "The second run took 15 minutes less."),
]  # fmt: skip


@pytest.mark.parametrize(("source", "slip"), EXCHANGED)
def test_a_figure_belongs_to_what_it_counts(source: str, slip: str) -> None:
    """A number that the source gives for something else, or that only adds up, is found as a figure."""
    assert "figure" in {i.kind for i in check_facts(source, slip)}


@pytest.mark.parametrize(("source", "honest"), IN_PLACE)
def test_figures_may_be_told_in_another_order(source: str, honest: str) -> None:
    """Each number still goes with what it counts."""
    assert check_facts(source, honest) == []


THINGS = st.sampled_from(["tickets", "tests", "guides", "invoices", "pumps", "lessons", "letters"])


@settings(deadline=None, max_examples=30)
@given(st.lists(THINGS, min_size=2, max_size=2, unique=True), st.integers(3, 40), st.integers(50, 900))
def test_exchanged_counts_are_always_found(things: list[str], few: int, many: int) -> None:
    """Whatever two things are counted, their numbers cannot change places."""
    told = "I checked {} {}. Later my colleagues ordered {} {}."
    source = told.format(few, things[0], many, things[1])
    assert check_facts(source, "So " + source[0] + source[1:]) == []
    assert {i.kind for i in check_facts(source, told.format(many, things[0], few, things[1]))} == {"figure"}
