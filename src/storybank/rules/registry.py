"""Every rule there is: an explicit tuple, which a test holds against the folder.

A new rule is a new module in its family's folder, one import and one line here, and its code in
`tests/rules/codes.txt`. Codes are never reused, so a retired rule leaves its code behind.
"""

from __future__ import annotations

import sys
from collections.abc import Collection

from storybank.errors import UnknownName
from storybank.rules.delivery import (
    filler_heavy,
    hedged,
    too_long,
    too_short,
)
from storybank.rules.evidence import (
    metric_without_baseline,
    no_lasting_effect,
    technical_only_result,
    unquantified_result,
    vague_result,
)
from storybank.rules.growth import (
    failure_dodged,
    feelings_left_out,
    generic_lesson,
    missing_learning,
    nothing_to_change,
)
from storybank.rules.judgement import (
    avoided_conflict,
    decisions_without_reason,
    escalated_first,
    ignored_risk,
    no_trade_off,
    proved_them_wrong,
)
from storybank.rules.level import (
    no_business_context,
    scope_above_level,
    scope_below_level,
    team_without_people,
)
from storybank.rules.model import FAMILIES, Family, Rule
from storybank.rules.ownership import (
    assigned_not_initiated,
    blames_others,
    effort_as_ownership,
    handed_off,
    sole_credit,
    waited_passively,
    we_without_i,
)
from storybank.rules.privacy import (
    confidential_detail,
    names_a_person,
)
from storybank.rules.structure import (
    hypothetical,
    missing_result,
    missing_situation,
    missing_task,
    overlong_situation,
    thin_action,
)

RULES: tuple[Rule, ...] = (
    missing_situation.RULE,
    missing_task.RULE,
    missing_result.RULE,
    overlong_situation.RULE,
    thin_action.RULE,
    hypothetical.RULE,
    we_without_i.RULE,
    assigned_not_initiated.RULE,
    handed_off.RULE,
    waited_passively.RULE,
    sole_credit.RULE,
    blames_others.RULE,
    effort_as_ownership.RULE,
    unquantified_result.RULE,
    vague_result.RULE,
    technical_only_result.RULE,
    metric_without_baseline.RULE,
    no_lasting_effect.RULE,
    missing_learning.RULE,
    generic_lesson.RULE,
    nothing_to_change.RULE,
    failure_dodged.RULE,
    feelings_left_out.RULE,
    ignored_risk.RULE,
    avoided_conflict.RULE,
    proved_them_wrong.RULE,
    escalated_first.RULE,
    no_trade_off.RULE,
    decisions_without_reason.RULE,
    scope_below_level.RULE,
    scope_above_level.RULE,
    no_business_context.RULE,
    team_without_people.RULE,
    hedged.RULE,
    filler_heavy.RULE,
    too_long.RULE,
    too_short.RULE,
    names_a_person.RULE,
    confidential_detail.RULE,
)
"""All rules, by family, and within one by code."""

_BY_NAME = {rule.name: rule for rule in RULES}
_BY_CODE = {rule.code: rule for rule in RULES}


def rule(name: str) -> Rule:
    """The rule of that name or code, in any case; raises `UnknownName` with the nearest name."""
    found = _BY_NAME.get(name.lower()) or _BY_CODE.get(name.upper())
    if found is None:
        raise UnknownName("rule", name, tuple(_BY_NAME))
    return found


def switched(names: Collection[str]) -> tuple[frozenset[str], tuple[str, ...]]:
    """The rules and families that `names` (or codes, in any case) mean, and a word on each that means none."""
    by_code = {rule.code.lower(): rule.name for rule in RULES}
    known = (*_BY_NAME, *FAMILIES)
    wanted = {by_code.get(name.lower(), name.lower()) for name in names}
    slips = (str(UnknownName("rule or family", name, known)) for name in sorted(wanted.difference(known)))
    return frozenset(wanted.intersection(known)), tuple(slips)


def by_family() -> dict[Family, tuple[Rule, ...]]:
    """All rules by family; families and rules in the order of `RULES`."""
    return {family: tuple(r for r in RULES if r.family == family) for family in FAMILIES}


def module_name(rule: Rule) -> str:
    """The module that holds a rule of the registry: its name follows from the family and the rule's name."""
    return f"storybank.rules.{rule.family}.{rule.name.replace('-', '_')}"


def page(rule: Rule) -> str:
    """The rule's page in Markdown, without a title: what it finds, why it matters, two wordings, source."""
    return (sys.modules[module_name(rule)].__doc__ or "").strip() + "\n"
