"""What tells no event is recognised, scored lowest, and met with advice instead of invented praise."""

from __future__ import annotations

import re

import pytest
from bases import NON_ANSWERS, marks, reviewed

from storybank.playbook.names import LEVELS
from storybank.reviewer.report import Report

PRAISE = re.compile(
    r"\b(?:good|great|nice|well done|strong(?:est)?|strength|impressive|excellent|clear(?:ly)?|effective"
    r"|compelling|solid|convinc\w+|achiev\w+|you did (?:concrete|well)|you (?:showed|won|chose|built))\b",
    re.IGNORECASE,
)
_each = pytest.mark.parametrize("name", NON_ANSWERS)
_at_each_level = pytest.mark.parametrize("level", LEVELS)
QUESTION = "Tell me about a time you took ownership of a problem."


def review_of(name: str, level: str = "L6", question: str | None = QUESTION) -> Report:
    """The review of a non-answer."""
    return reviewed(NON_ANSWERS[name], question, level)


@_each
@_at_each_level
def test_lowest_marks(name: str, level: str) -> None:
    """No story: every score 1, strong-no, L5, whatever level is aimed at."""
    report = review_of(name, level)
    assert not report.is_story
    assert marks(report) == {"clarity": 1, "principle": 1, "impact": 1, "growth": 1, "verdict": 0, "level": 0}


@_each
def test_no_principle(name: str) -> None:
    """No deed, no principle, however often one is named."""
    assert review_of(name).principles == ()


@_each
def test_advice_for_every_score(name: str) -> None:
    """Each score says what would lift it, and counts nothing in favour."""
    for score in review_of(name).scores.values():
        assert score.next
        assert not any("(+" in reason.text for reason in score.reasons)


@_each
def test_no_praise(name: str) -> None:
    """Probes, reasons, messages and advice praise nothing and take no deed for granted."""
    report = review_of(name)
    words = [p.question for p in report.probes] + [p.because for p in report.probes]
    words += [r.text for s in report.scores.values() for r in s.reasons]
    quotes = [f.quote for f in report.findings if f.quote]
    assert 2 <= len(report.probes) <= 5
    for line in words:
        assert not PRAISE.search(_without(line, quotes)), line


def _without(line: str, quotes: list[str]) -> str:
    """The line without the candidate's own words."""
    for quote in quotes:
        line = line.replace(quote, "")
    return re.sub(r'"[^"]*"', "", line)


@_each
def test_without_a_question_too(name: str) -> None:
    """It takes no question to see that no story is told."""
    report = review_of(name, question=None)
    assert not report.is_story
    assert report.verdict == "strong-no"
