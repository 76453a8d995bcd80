"""Probes."""

from __future__ import annotations

from dataclasses import replace

from storybank.reviewer.probes import _BY_FINDING, _telling_figure, shorten
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
    assert _telling_figure([weeks, people, fall]) == fall.span
    assert _telling_figure([weeks, people]) == people.span
    assert _telling_figure([weeks, replace(weeks, span=Span(60, 70))]) == weeks.span
    assert _telling_figure([]) is None
