"""Every case of every rule, through the real reviewer."""

from __future__ import annotations

import pytest

from storybank.reviewer.report import Finding
from storybank.rules.model import Case, Rule
from storybank.rules.registry import RULES
from storybank.usecases.review_answer import review_text


def _found(rule: Rule, case: Case) -> list[Finding]:
    report = review_text(case.text, question=case.question, level=case.level)
    return [f for f in report.findings if f.rule == rule.name]


def _cases(kind: str) -> list[object]:
    return [
        pytest.param(rule, case, id=f"{rule.name}-{k}")
        for rule in RULES
        for k, case in enumerate(getattr(rule, kind), 1)
    ]


@pytest.mark.parametrize(("rule", "case"), _cases("flagged"))
def test_flagged_case_is_flagged(rule: Rule, case: Case) -> None:
    """The rule fires with its code and severity; its quote holds the flagged words or lies in them."""
    found = _found(rule, case)
    assert found, f"{rule.name} stays silent"
    assert {(f.code, f.severity) for f in found} == {(rule.code, rule.severity)}
    for words in case.flagged:
        assert any(words in f.quote or f.quote in words for f in found), [f.quote for f in found]


@pytest.mark.parametrize(("rule", "case"), _cases("clean"))
def test_clean_case_is_not_flagged(rule: Rule, case: Case) -> None:
    """The rule stays silent."""
    assert [(f.quote, f.message) for f in _found(rule, case)] == []
