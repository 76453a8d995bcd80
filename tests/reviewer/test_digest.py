"""What every face of a report says in the same words."""

from __future__ import annotations

from dataclasses import replace

import pytest
from reports import full, no_story, strong

from storybank.reviewer.digest import first_steps, praise, said_once, steps_title, timings, title
from storybank.reviewer.lifts import STEPS
from storybank.reviewer.report import Dimension, Reason, Report, Score, Severity


def test_principles_are_named_as_people_write_them() -> None:
    """With the marks that a short name has no room for."""
    assert title("bias-for-action") == "Bias for action"
    assert title("have-backbone-disagree-and-commit") == "Have backbone; disagree and commit"


def test_a_quote_is_not_said_twice_in_a_row() -> None:
    """Several reasons often rest on one sentence: it is quoted with the first of them."""
    report = replace(full(), text="It fell. It held.")
    reasons = (Reason("a", 0, 8), Reason("b"), Reason("c", 0, 8), Reason("d", 9, 17), Reason("e", 0, 8))
    said = [quote for _, quote in said_once(report, Score(3, reasons, None))]
    assert said == ["It fell.", "", "", "It held.", "It fell."]


NOTE = replace(full().findings[0], severity="note")


@pytest.mark.parametrize(
    ("report", "heading"),
    [
        (full(), "Do this first"),
        (replace(full(), findings=()), "To lift it further"),
        (replace(full(), findings=(NOTE,), verdict="yes"), "To lift it further"),
        (replace(full(), findings=(NOTE,), verdict="no"), "Do this first"),
        (no_story(), "How to begin"),
    ],
)
def test_steps_are_headed_by_what_they_are_for(report: Report, heading: str) -> None:
    """Polish is not announced as something to be mended first."""
    assert steps_title(report) == heading


def test_praise_and_steps_do_not_contradict_each_other() -> None:
    """Only a report without a step left says that the story may stay as it is."""
    polish = replace(full(), findings=())
    assert first_steps(polish)
    assert "Keep" not in praise(polish)
    assert not first_steps(strong())
    assert "Keep" in praise(strong())


def test_a_part_is_missing_only_where_a_finding_says_so() -> None:
    """A part that no sentence plays may be told in passing: bar and findings never disagree."""
    parts = tuple(part for part in full().parts if part.kind != "result")
    silent = replace(full(), parts=parts, findings=())
    said = replace(silent, findings=(replace(full().findings[0], rule="missing-result"),))
    for report, missing in ((silent, False), (said, True)):
        assert {t.kind: t.missing for t in timings(report)}["result"] is missing


def test_a_step_that_a_finding_asks_for_is_not_asked_for_twice() -> None:
    """The way to lift a score and the advice on a finding may say the same in words that share none."""
    lift = "Translate the figure: what did it mean for customers, money, risk or people?"
    impact: dict[Dimension, Score] = {"impact": Score(2, (Reason("so it is"),), lift)}
    technical = replace(full().findings[0], rule="technical-only-result", advice="Ask what it was worth.")
    assert first_steps(replace(full(), findings=(technical,), scores=impact)) == ("Ask what it was worth.",)
    assert first_steps(replace(full(), findings=(), scores=impact)) == (lift,)


def test_steps_that_differ_in_a_short_word_are_one_step() -> None:
    """A full stop does not make a short word long: "rest." weighs as little as "rest"."""
    clarity = Score(2, (), "Tell more of your own steps, and less of the rest.")
    thin = replace(
        full().findings[0],
        severity="warning",
        advice="Tell three or four of your own steps: what you decided.",
    )
    assert len(first_steps(replace(full(), findings=(thin,), scores={"clarity": clarity}))) == 1


def test_the_decisive_fault_comes_first() -> None:
    """Among errors the one that costs most leads, wherever it stands in the answer; warnings wait."""
    some = full().findings[0]
    faults: tuple[tuple[str, Severity], ...] = (
        ("hedged", "warning"), ("scope-below-level", "error"), ("missing-result", "error"),
    )  # fmt: skip
    findings = tuple(
        replace(some, rule=rule, severity=severity, advice=f"{rule} asks for something of its own kind")
        for rule, severity in faults
    )
    steps = first_steps(replace(full(), findings=findings, scores={}))
    assert [step.split()[0] for step in steps] == ["missing-result", "scope-below-level", "hedged"]


def test_one_matter_is_one_step() -> None:
    """A figure is not asked for beside the outcome it belongs to, nor a length beside what is to be added."""
    lifts: dict[Dimension, Score] = {
        "impact": Score(
            1, (), "Put a number or a named decision on the outcome; an honest estimate will do."
        ),
        "clarity": Score(2, (), "Aim for two to three minutes, 300 to 450 words."),
    }
    some = full().findings[0]
    findings = (
        replace(some, rule="missing-result", severity="error", advice="Say what changed."),
        replace(some, rule="too-short", severity="warning", advice="Add two steps of your own."),
    )
    report = replace(full(), findings=findings, scores=lifts)
    assert first_steps(report) == ("Say what changed.", "Add two steps of your own.")


def test_what_fits_any_answer_comes_after_what_was_found() -> None:
    """A warning leads before advice that lacks a reason of its own, however low the score beside it."""
    anyway = STEPS["clarity"][-1].advice
    lifts: dict[Dimension, Score] = {
        "clarity": Score(3, (), anyway),
        "impact": Score(3, (), "Say what is left."),
    }
    hedged = replace(full().findings[0], rule="hedged", severity="warning", advice="Drop the softener.")
    report = replace(full(), findings=(hedged,), scores=lifts)
    assert first_steps(report) == ("Say what is left.", "Drop the softener.", anyway)
