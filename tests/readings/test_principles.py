"""Principles from deeds and question."""

from __future__ import annotations

from storybank.readings.principles import principle_shares, stems
from storybank.signals.fitted import shipped

EVEN = {f"principle:{name}": 1 / 16 for name in shipped().asked["prior"]}


def test_shares_sum_to_one_best_first() -> None:
    """Shares divide one whole and come in order."""
    shares = list(principle_shares(EVEN, "Tell me about a time you disagreed.", shipped()).values())
    assert abs(sum(shares) - 1) < 1e-9
    assert shares == sorted(shares, reverse=True)


def test_without_a_question_the_deeds_decide() -> None:
    """No question, no shift: even evidence stays even."""
    shares = principle_shares(EVEN, None, shipped())
    assert max(shares.values()) - min(shares.values()) < 1e-9


def test_the_question_shifts_the_balance() -> None:
    """A question about disagreeing speaks for backbone, one about customers for customers."""
    asked = principle_shares(EVEN, "When did you disagree with your boss?", shipped())
    assert next(iter(asked)) == "have-backbone-disagree-and-commit"
    asked = principle_shares(EVEN, "What did you do for a customer?", shipped())
    assert next(iter(asked)) == "customer-obsession"


def test_stems_fold_forms() -> None:
    """Different forms of a word count as one, and the stock opening counts for nothing."""
    assert stems("Tell me about a time you disagreed") == stems("Describe when you disagree")
