"""Judged defects."""

from __future__ import annotations

from storybank.readings.judgement import BEARS_ON, SHOWN_BY, probability, threshold
from storybank.rules.registry import RULES
from storybank.signals.fitted import shipped
from storybank.signals.tags import TAGS


def test_every_judged_defect_is_fitted() -> None:
    """Each has weights for exactly the numbers that bear on it, and a threshold that leans to precision."""
    for name, keys in BEARS_ON.items():
        fitted = shipped().judgement["defects"][name]
        assert set(fitted["weights"]) == set(keys)
        assert 0.3 <= threshold(name, shipped()) <= 0.9


def test_every_judged_defect_is_a_rule_and_is_shown_by_known_tags() -> None:
    """No judgement without a rule that reports it, none that quotes an unknown tag."""
    assert set(SHOWN_BY) <= {rule.name for rule in RULES}
    assert {tag for tags in SHOWN_BY.values() for tag in tags} <= set(TAGS)


def test_probability_stays_within_bounds() -> None:
    """Even absurd numbers give a probability."""
    for name, keys in BEARS_ON.items():
        for value in (-1e6, 0.0, 1e6):
            assert 0 <= probability(name, dict.fromkeys(keys, value), shipped()) <= 1
