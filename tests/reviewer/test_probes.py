"""Probes."""

from __future__ import annotations

from dataclasses import replace

import pytest

import storybank
from storybank.reviewer.curious import telling_figure
from storybank.reviewer.probes import _BY_FINDING
from storybank.reviewer.said import about_that, is_lone_number, shorten, tells_occasion
from storybank.rules.registry import RULES
from storybank.signals.figures import Figure
from storybank.text.span import Span


def test_every_probe_answers_to_a_rule() -> None:
    """No probe is keyed by a rule that does not exist."""
    assert set(_BY_FINDING) <= {rule.name for rule in RULES}


def test_quotes_are_cut_to_one_line() -> None:
    """A quote inside a question is short, on one line, and does not close the quotation marks early."""
    short = shorten('He said "no" and\n' + "then " * 30)
    assert '"' not in short
    assert "\n" not in short
    assert short.endswith("...")
    assert len(short.split()) <= 15


def test_the_figure_asked_about_is_the_change_and_not_the_time_it_took() -> None:
    """A pair comes before a lone figure, a lone figure before a length of time, the first before the second."""
    weeks = Figure(Span(0, 9), "time", False, 1.0, 0.0)
    people = Figure(Span(10, 20), "count", False, 1.0, 0.0)
    fall = Figure(Span(30, 50), "time", True, 1.0, 0.0)
    assert telling_figure([weeks, people, fall]) == fall
    assert telling_figure([weeks, people]) == people
    assert telling_figure([weeks, replace(weeks, span=Span(60, 70))]) == weeks
    assert telling_figure([]) is None


STORY = (
    "Our clinic lost a day a week to paper forms, and patients waited an hour longer than they had to. I led "
    "the front office with nine people, and I had to halve that wait by June, because the ward upstairs was "
    "about to close. I sat with forty patients and asked them what they could read, and I wrote down the "
    "lines at which they stopped. {against} I cut the form from six pages to one and tried it in one ward for "
    "two weeks, with the old one in the drawer. Then I trained the nine on two mornings, and we took it to "
    "all wards. The wait fell from 70 minutes to 25 by May. I learnt that nobody reads a form that begins "
    "with a law: what I had taken for bad eyes was the first line. Since then I read each new form aloud with "
    "a patient before it is printed, and in the autumn that stopped one of ours."
)


@pytest.mark.parametrize(
    ("against", "quoted"),
    [
        ("Legal objected to a signature on a screen, so I showed them the log.", "Legal objected"),
        (
            "I went on, against the advice of the head nurse, who had seen such forms fail.",
            "against the advice",
        ),
        ("The head nurse refused it at first, and I asked her why.", "The head nurse refused"),
    ],
)
def test_an_objection_is_asked_about_where_it_is_told(against: str, quoted: str) -> None:
    """The question quotes the resistance and the one who resisted, not the sentence about helping somebody."""
    report = storybank.review(STORY.format(against=against))
    asked = [p.question for p in report.probes if "Where were they right" in p.question]
    assert len(asked) == 1
    assert f"“{quoted}" in asked[0]


def test_nobody_is_asked_for_an_objection_where_nobody_objected() -> None:
    """To sit with people and to ask them is not to win them over."""
    report = storybank.review(STORY.format(against="I rewrote the form with two of them."))
    assert not any("objection" in p.question or "Where were they right" in p.question for p in report.probes)


def test_what_lasts_is_not_asked_for() -> None:
    """Neither a question nor a note misses what the result says has held, and what is still so today."""
    lasting = STORY.format(against="").replace(
        "by May", "by May, and it has stayed there for a year and a half"
    )
    report = storybank.review(lasting + " Three more wards have taken the form over.")
    assert not any("left of it" in p.question for p in report.probes)
    assert "no-lasting-effect" not in {f.rule for f in report.findings}


@pytest.mark.parametrize(
    "text", ["It was fine, thanks.", "Take two eggs and a cup of flour. Stir well. Serve hot."]
)
def test_what_is_no_story_gets_two_questions_and_a_kind_word(text: str) -> None:
    """No finding speaks of how a story was told that was not told."""
    report = storybank.review(text)
    assert not report.is_story
    assert len(report.probes) == 2
    assert not any("story" in f.message for f in report.findings)
    assert {f.rule for f in report.findings if f.severity == "note"} == set()


@pytest.mark.parametrize(
    ("words", "once"),
    [
        ("When I merged the rosters last winter I sat in on three handovers first.", True),
        ("This spring I took him aside before I wrote to anybody.", True),
        ("At the very next audit we asked the drivers first.", True),
        ("Since then I ask the drivers whenever a route is changed.", False),
        ("When I plan a route now, I ride along once.", False),
        ("I changed how I plan.", False),
    ],
)
def test_one_occasion_is_told_from_a_habit(words: str, once: bool) -> None:
    """Of what was done once nobody asks when it was last done."""
    assert tells_occasion(words) is once


def test_nobody_is_asked_what_is_left_of_a_failure() -> None:
    """Whether it lasted is asked of a success; the same words about a failure invite another question."""
    story = STORY.format(against="I rewrote the form with two of them.")
    about = {"Tell me about something you built.": True, "Tell me about a time you failed.": False}
    for question, asked in about.items():
        report = storybank.review(story, question=question)
        assert any("What is left of it today" in p.question for p in report.probes) is asked


@pytest.mark.parametrize(
    ("words", "lone"),
    [
        ("360", True),
        ("fifty-four", True),
        ("280,000", True),
        ("12%", False),
        ("$70K", False),
        ("9 of 80", True),
        ("over sixty-three", True),
        ("two hearts", False),
    ],
)
def test_a_number_alone_is_asked_about_in_its_clause(words: str, lone: bool) -> None:
    """Nobody would know what "360" is; the clause is quoted first and then asked about."""
    assert is_lone_number(words) is lone
    question = about_that("How much of “{quote}” was your doing?")
    assert question == "You said “{quote}”. How much of that was your doing?"


def test_the_clause_of_a_lone_figure_is_quoted() -> None:
    """A report never asks how much of "halved" was somebody's doing."""
    halved = "Within two months the waiting time had halved, and it cost us nothing."
    report = storybank.review(
        STORY.format(against="").replace("The wait fell from 70 minutes to 25 by May.", halved)
    )
    (asked,) = [probe.question for probe in report.probes if "halved" in probe.question]
    assert asked.startswith("You said “Within two months the waiting time had halved”. How much of that")


@pytest.mark.parametrize(
    "fear",
    ["Legal feared fraud if patients signed on a screen, so I showed them the log.",
     "The two at the desk were afraid of losing the old form, so I kept it in the drawer for them."],
)  # fmt: skip
def test_a_fear_is_not_taken_for_a_refusal(fear: str) -> None:
    """Who is afraid need not be wrong or right: it is asked what was behind it."""
    report = storybank.review(STORY.format(against=fear))
    (asked,) = [p.question for p in report.probes if "behind that fear" in p.question]
    assert fear[:12] in asked
    assert not any("Where were they right" in p.question for p in report.probes)
