"""Reasons and advice: nothing is asked for that is there, and no two lines of a score gainsay each other."""

from __future__ import annotations

import pytest

import storybank
from storybank.readings.model import Judged, Readings
from storybank.reviewer.lifts import _BELIEF, STEPS, step_for
from storybank.reviewer.reasons import Weighed, moving
from storybank.reviewer.report import DIMENSIONS, Report
from storybank.reviewer.terms import TERMS
from storybank.rules.registry import rule
from storybank.signals.model import Signals
from storybank.text.document import PartKind

SCENE = (
    "Our ferry line lost bookings on stormy evenings, about 40 a night, and five people at the counter dealt with "
    "the complaints. I was on duty for bookings and had to stop it before the holidays. I put the bookings into a "
    "buffer instead of a second server, which would have cost a month. The harbour office feared double bookings, so "
    "I ran both ways side by side for two weeks and showed them the lists. I drew each path on paper with the counter."
)
RESULT = (
    "Lost bookings fell from 40 a night to one a month, which our accountant put at £300,000 a year, and the counter "
    "went from five people to one."
)
NEXT_TIME = (
    "Since then I ask of each buffer where its loss shows, and on the timetable it found a gap in May."
)
BELIEFS = (
    "What I had believed was that a buffer makes a booking safe. It only makes the loss late.",
    "I had believed that people cancel when they are angry. They cancel when nobody answers.",
    "I used to think that a storm was to blame. It was our own list.",
    "What I hadn't seen is that a list nobody reads is no list.",
    "I had read those complaints as bad temper for four months. They were a timetable.",
)
BELIEF, WORTH = STEPS["growth"][1].advice, STEPS["impact"][1].advice


def told(*parts: str) -> Report:
    """The review of these parts as one answer."""
    return storybank.review(" ".join(parts))


@pytest.mark.parametrize("belief", BELIEFS)
def test_a_belief_that_is_told_is_not_asked_for(belief: str) -> None:
    """A past opinion in the look back is what one had believed before, in whatever words."""
    assert told(SCENE, RESULT, belief).scores["growth"].next != BELIEF
    assert told(SCENE, RESULT, belief, NEXT_TIME).scores["growth"].next != BELIEF


def test_what_an_outcome_was_worth_is_asked_only_where_it_is_not_told() -> None:
    """A sum of money in the result says how much it was worth."""
    assert told(SCENE, RESULT, BELIEFS[0]).scores["impact"].next != WORTH


def test_without_a_lesson_the_lesson_is_asked_for() -> None:
    """The next time comes after there is something to do differently."""
    assert told(SCENE, RESULT).scores["growth"].next == STEPS["growth"][0].advice


@pytest.mark.parametrize(
    "opinion", ["I believe that practice matters.", "I think a timetable must be read aloud."]
)
def test_an_opinion_of_today_is_no_belief_of_before(opinion: str) -> None:
    """Only what is told as past can have been proved wrong."""
    assert not _BELIEF.search(opinion)


def test_deeds_come_first_where_none_is_seen() -> None:
    """Who did it is asked before how the risk was kept small."""
    readings = object.__new__(Readings)
    object.__setattr__(readings, "judged", {"we-without-i": Judged(0.9, True, ())})
    assert "you yourself did" in step_for("principle", readings)


@pytest.mark.parametrize(
    ("parts", "asked"),
    [
        (("situation", "task", "action", "other", "result", "learning"), False),
        (("situation", "action", "result", "action", "learning"), False),
        (("result", "situation", "action"), True),
        (("action", "situation", "result"), True),
    ],
)
def test_order_is_asked_of_what_is_out_of_order(parts: tuple[PartKind, ...], asked: bool) -> None:
    """An answer that begins with its end is told to go in order; one in order is not."""
    signals, readings = object.__new__(Signals), object.__new__(Readings)
    object.__setattr__(signals, "parts", parts)
    object.__setattr__(readings, "signals", signals)
    assert STEPS["clarity"][0].open_to(readings) == asked


def test_each_dimension_has_a_step_for_every_answer() -> None:
    """The last step of a dimension is open to all: below 5 something is always advised."""
    blank = object.__new__(Readings)
    for dimension in DIMENSIONS:
        assert STEPS[dimension][-1].open_to(blank)
        advice = [step.advice for step in STEPS[dimension]]
        assert len(set(advice)) == len(advice)


@pytest.mark.parametrize(("present", "said"), [(True, "rush"), (False, "check")])
def test_a_risk_is_not_both_looked_after_and_waved_away(present: bool, said: str) -> None:
    """Of terms that gainsay each other the fault is told only where it is found, and then alone."""
    readings = object.__new__(Readings)
    object.__setattr__(readings, "judged", {"ignored-risk": Judged(0.6, present, ())})
    both = [
        Weighed(term, 0.5, 0.6) for term in TERMS["principle"] if term.name in ("check", "rush", "choice")
    ]
    assert {one.term.name for one in moving("principle", readings, both)} == {"choice", said}


PEACE = (
    "At the museum shop I ordered the postcards, and I had to have the new set by March. The designer sent me a set "
    "in which two painters were mixed up. I saw it at once. She was tired and had done it over a weekend, so I did "
    "not say anything, because I wanted to keep the peace between us. I ordered 4,000 of them as they were. I put the "
    "sets into the stand by the door. I counted what was sold each Friday. I wrote the numbers into the list for the "
    "director. By June we had sold 900 sets for £2,700, and the director ordered a second run. A visitor wrote to us "
    "about the painters in July. I learned that a mistake in print stays there. Since then I read each proof aloud "
    "with somebody who has not seen it."
)


def test_a_fault_of_the_deeds_is_mended_before_a_virtue_is_added() -> None:
    """What lifts a score that a fault holds down is what the rule advises, not a trial run or another option."""
    report = told(PEACE)
    assert "avoided-conflict" in {finding.rule for finding in report.findings}
    assert report.scores["principle"].next == rule("avoided-conflict").advice


def test_a_belief_beside_an_own_fault_is_told() -> None:
    """Who says of a mistake what they had thought need not say it once more in the look back."""
    fault = (
        "I had not opened the list of complaints, because I thought I knew what was in it. I had missed them."
    )
    assert told(SCENE, fault, RESULT, NEXT_TIME).scores["growth"].next != BELIEF


def test_a_lesson_told_at_the_start_is_a_lesson() -> None:
    """Who opens with what they do since is not told to end with what they took from it."""
    opening = "The thing I do before every season since then is to ask of each buffer where its loss shows."
    assert told(opening, SCENE, RESULT).scores["growth"].next != STEPS["growth"][0].advice


def test_softeners_are_what_makes_a_hedged_telling_unclear() -> None:
    """Beside a finding on hedges the way to a clearer telling is to drop them."""
    hedged = (
        "I sort of put the bookings into a buffer, I guess. I think I maybe drew each path with the counter, more or "
        "less. I suppose it perhaps helped a bit. I probably told the harbour office, I think."
    )
    report = told(SCENE, hedged, RESULT, BELIEFS[0])
    assert "hedged" in {finding.rule for finding in report.findings}
    assert report.scores["clarity"].next == rule("hedged").advice


def test_without_any_deed_the_deeds_are_asked_for() -> None:
    """Nobody is asked how the risk was kept small of what they did not do."""
    report = told(
        "Honestly I can't think of a real failure. I suppose I sometimes care too much and work too hard. There was "
        "one time when a report was a day late because I wanted it to be perfect, but the client was very happy in "
        "the end and said it was the best report they had ever seen. So I guess my failure was being a perfectionist. "
        "I learned that quality is worth waiting for."
    )
    assert report.is_story
    assert report.scores["principle"].next == STEPS["principle"][0].advice
