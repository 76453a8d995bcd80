"""No accent, dialect, slip or keyboard is ever a fault, and the same text always gets the same report."""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import replace
from typing import Any

import pytest
from bases import STORIES, Story, defects, marks, review_as
from perturb import PERTURBATIONS, SAME_TEXT, straight

import storybank
from storybank.reviewer.report import DIMENSIONS, Report

PAIRS = [(name, s) for name, change in PERTURBATIONS.items() for s in STORIES if change(s.text) != s.text]


def losses(before: Report, after: Report) -> set[str]:
    """What a speaker would hold against us: a defect more, a score or the verdict lower, no story seen."""
    was, now = marks(before), marks(after)
    fallen = {f"{k} {was[k]} > {now[k]}" for k in (*DIMENSIONS, "verdict") if now[k] < was[k]}
    added = {f"+{name}" for name in defects(after) - defects(before)}
    return fallen | added | ({"no story"} if before.is_story and not after.is_story else set())


@pytest.mark.parametrize(
    ("name", "story"), PAIRS, ids=lambda value: value if isinstance(value, str) else value.name
)
def test_other_english_costs_nothing(name: str, story: Story) -> None:
    """No defect is added and no score falls; what still does is listed in tests/known_gaps.txt."""
    found = losses(review_as(story), review_as(story, PERTURBATIONS[name](story.text)))
    assert not found, sorted(found)


@pytest.mark.parametrize("name", PERTURBATIONS)
def test_perturbation_has_something_to_change(name: str) -> None:
    """Each perturbation alters several stories, or it would prove nothing; and it is pure."""
    change = PERTURBATIONS[name]
    assert sum(change(story.text) != story.text for story in STORIES) >= 4
    assert all(change(story.text) == change(story.text) for story in STORIES)


@pytest.mark.parametrize("story", STORIES, ids=lambda story: story.name)
def test_same_text_same_report(story: Story) -> None:
    """A second review of a text is equal to the first in every field, whatever was reviewed in between."""
    first = storybank.review(story.text, question=story.question, level=story.level)
    storybank.review("Something else came between, and I sold nine boats.", level="L5")
    assert storybank.review(story.text, question=story.question, level=story.level) == first


def test_same_report_in_another_process() -> None:
    """The report does not hang on the seed of hashes or on what a process has done before."""
    told = "import sys, storybank; print(ascii(storybank.review(sys.argv[1])))"
    text = STORIES[0].text
    here = ascii(storybank.review(text))
    for seed in ("1", "2"):
        done = subprocess.run(
            [sys.executable, "-c", told, text],
            env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": os.pathsep.join(sys.path)},
            capture_output=True, text=True, check=True,
        )  # fmt: skip
        assert done.stdout.strip() == here


def plain(words: str | None) -> str | None:
    """Words without the difference that typography makes."""
    return None if words is None else " ".join(straight(words).split())


def essence(report: Report) -> dict[str, Any]:
    """All that a report says, without offsets and typography."""
    return {
        "answer": replace(report.answer, question=None),
        "marks": marks(report),
        "scores": [(plain(r.text), s.next) for s in report.scores.values() for r in s.reasons],
        "parts": [(p.kind, p.words, p.seconds) for p in report.parts],
        "findings": [
            (f.rule, f.severity, plain(f.quote), plain(f.message), plain(f.advice)) for f in report.findings
        ],
        "figures": [(f.kind, f.outcome, plain(f.quote)) for f in report.figures],
        "principles": [(p.name, p.strength, [plain(q.quote) for q in p.evidence]) for p in report.principles],
        "probes": [(plain(p.question), plain(p.because)) for p in report.probes],
        "is_story": report.is_story,
    }


@pytest.mark.parametrize("story", STORIES, ids=lambda story: story.name)
@pytest.mark.parametrize("name", SAME_TEXT)
def test_other_code_points_for_the_same_text(name: str, story: Story) -> None:
    """Windows line ends, curly quotes and hard spaces change nothing but offsets."""
    text = SAME_TEXT[name](story.text)
    assert essence(review_as(story, text)) == essence(review_as(story))
