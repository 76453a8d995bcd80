"""Reviewing an answer, end to end."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

import storybank
from storybank.errors import UnknownName, UnreadableInput
from storybank.reviewer.steps import ordered_steps
from storybank.reviewer.terms import TERMS
from storybank.usecases.review_answer import review_text

EXAMPLE = (Path(__file__).parents[2] / "examples" / "answer.md").read_text(encoding="utf-8")


def test_every_quote_stands_where_it_says() -> None:
    """Offsets point into the text exactly as it came, whatever was read around it."""
    for text in (EXAMPLE, EXAMPLE.replace("\n", "\r\n"), "\n\n" + EXAMPLE):
        report = storybank.review(text)
        for finding in report.findings:
            assert text[finding.start : finding.end] == finding.quote
        for figure in report.figures:
            assert text[figure.start : figure.end] == figure.quote
        for principle in report.principles:
            assert all(text[q.start : q.end] == q.quote for q in principle.evidence)


def test_parts_are_in_order_and_apart() -> None:
    """Parts follow each other without overlap and hold all the words."""
    report = storybank.review(EXAMPLE)
    ends = [0, *(p.end for p in report.parts)]
    assert all(p.start >= end for p, end in zip(report.parts, ends, strict=False))
    assert sum(p.words for p in report.parts) == report.answer.words


def test_flags_beat_front_matter_beat_defaults() -> None:
    """What is asked for wins over what the answer says of itself, which wins over L6."""
    assert storybank.review(EXAMPLE).answer.target_level == "L6"
    assert storybank.review(EXAMPLE.replace("level: L6", "level: L7")).answer.profile == "l7"
    assert storybank.review(EXAMPLE, level="l5", profile="walkthrough").answer.profile == "walkthrough"
    assert storybank.review("We did it.").answer.target_level == "L6"


def test_a_rule_or_a_family_can_be_switched_off() -> None:
    """What is switched off is absent, by rule, by family and inline."""
    short = "We moved the shop. It went fine."
    assert "too-short" in {f.rule for f in storybank.review(short).findings}
    assert "too-short" not in {f.rule for f in storybank.review(short, off=["too-short"]).findings}
    assert "too-short" not in {f.rule for f in storybank.review(short, off=["delivery"]).findings}
    silenced = "<!-- storybank: off too-short -->\n" + short
    assert "too-short" not in {f.rule for f in storybank.review(silenced).findings}


def test_what_a_reader_should_know_is_noted() -> None:
    """A comment that switches off what is no rule, and a text in another language."""
    assert storybank.review(EXAMPLE).notices == ()
    noted = storybank.review("<!-- storybank: off hedgd -->\n" + EXAMPLE.split("---")[-1]).notices
    assert noted == ("in a comment: there is no rule or family 'hedgd'; did you mean 'hedged'?",)
    german = "Im Winter fiel die Heizung aus. Ich rief den Vermieter an und besorgte drei Öfen. Nun gibt es eine Regel."
    assert "English" in storybank.review(german).notices[0]


def test_nobody_is_advised_to_add_what_is_there() -> None:
    """A score asks for nothing that its own reasons say is there; below 5 it asks for something."""
    lacks = {
        term.says: term.lack
        for terms in TERMS.values()
        for term in terms
        if term.sign > 0 and term.name != "whole"
    }
    for text in (EXAMPLE, EXAMPLE.split("## Result")[0], EXAMPLE.split("---")[-1][:900]):
        for score in storybank.review(text).scores.values():
            told = {reason.text.rpartition(" (")[0] for reason in score.reasons}
            assert score.next not in {lacks.get(says, "") for says in told}
            assert bool(score.next) == (score.value < 5)


def test_what_is_sound_already_is_lifted_last() -> None:
    """What to do first is what is wrong; polishing a score of 4 comes after every warning."""
    report = storybank.review(EXAMPLE)
    steps = list(ordered_steps(report))
    warned = [steps.index(f.advice) for f in report.findings if f.severity != "note" and f.advice in steps]
    polish = [steps.index(s.next) for s in report.scores.values() if s.value >= 4 and s.next in steps]
    assert warned
    assert polish
    assert max(warned) < min(polish)


def test_the_pace_sets_the_seconds() -> None:
    """Twice the words a minute take half the time."""
    slow, fast = (review_text(EXAMPLE, wpm=w).answer.seconds for w in (100, 200))
    assert slow == pytest.approx(2 * fast, abs=0.2)


def test_unknown_names_are_answered_with_the_nearest() -> None:
    """A level or profile that does not exist is an error that helps."""
    with pytest.raises(UnknownName, match="L6"):
        storybank.review("x", level="L66")
    with pytest.raises(UnknownName, match="star-plus-plus"):
        storybank.review("x", profile="star-plus")


@pytest.mark.parametrize(
    ("given", "fault", "says"),
    [
        ({"text": ""}, UnreadableInput, "no words"),
        ({"text": " \n"}, UnreadableInput, "no words"),
        ({"text": None}, TypeError, "the answer is None"),
        ({"text": b"x"}, TypeError, "decode"),
        ({"level": 6}, TypeError, "level"),
        ({"question": 5}, TypeError, "question"),
        ({"wpm": 0}, ValueError, "50 to 400"),
        ({"wpm": float("nan")}, ValueError, "50 to 400"),
        ({"wpm": "fast"}, TypeError, "wpm"),
        ({"off": ["nope"]}, UnknownName, "nope"),
        ({"off": "hedged"}, TypeError, "off"),
        ({"off": None}, TypeError, "off"),
    ],
)
def test_what_cannot_be_meant_is_refused(given: dict[str, Any], fault: type[Exception], says: str) -> None:
    """The library refuses what the command refuses, in a sentence that says what to give instead."""
    with pytest.raises(fault, match=says):
        storybank.review(**({"text": EXAMPLE} | given))


def test_a_report_is_shown_in_one_line() -> None:
    """At the prompt a report says how it came out, and does not repeat the answer."""
    shown = repr(storybank.review(EXAMPLE))
    assert "impact" in shown
    assert len(shown) < 160


def test_headings_alone_are_no_story() -> None:
    """A form that nobody filled in is reviewed, not refused, and gets nothing for its headings."""
    report = storybank.review("# Situation\n\n# Task\n\n# Action\n\n# Result\n")
    assert not report.is_story
    assert {s.value for s in report.scores.values()} == {1}


def test_the_same_text_gets_the_same_report() -> None:
    """Nothing is random and nothing is remembered."""
    assert storybank.review(EXAMPLE) == storybank.review(EXAMPLE)
