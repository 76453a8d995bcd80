"""Probes."""

from __future__ import annotations

from storybank.reviewer.probes import _BY_FINDING, shorten
from storybank.rules.registry import RULES


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
