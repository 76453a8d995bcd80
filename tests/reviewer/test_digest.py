"""What every face of a report says in the same words."""

from __future__ import annotations

from dataclasses import replace

from reports import full

from storybank.reviewer.digest import said_once, title
from storybank.reviewer.report import Reason, Score


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
