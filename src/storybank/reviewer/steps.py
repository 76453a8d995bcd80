"""What to do first: advice on findings and for scores in one order, each matter once."""

from __future__ import annotations

from collections.abc import Iterator

from storybank.reviewer.lifts import STEPS
from storybank.reviewer.report import DIMENSIONS, Finding, Report
from storybank.reviewer.terms import TERMS
from storybank.reviewer.verdict import GRAVE
from storybank.reviewer.visible import one_line

_MATTERS: dict[str, frozenset[str]] = {
    rule: frozenset(matters.split())
    for rule, matters in {
        "missing-situation": "context",
        "missing-task": "charge",
        "missing-result": "outcome measured business lasting",
        "vague-result": "outcome measured",
        "unquantified-result": "outcome measured",
        "metric-without-baseline": "measured",
        "technical-only-result": "business",
        "no-business-context": "business",
        "no-lasting-effect": "lasting",
        "missing-learning": "lesson insight changed belief",
        "generic-lesson": "lesson insight changed belief",
        "nothing-to-change": "lesson insight belief",
        "failure-dodged": "fault",
        "overlong-situation": "scene length",
        "thin-action": "deeds",
        "we-without-i": "deeds",
        "handed-off": "deeds",
        "hypothetical": "deeds",
        "too-short": "length deeds",
        "too-long": "length",
        "filler-heavy": "fillers",
        "ignored-risk": "check",
        "no-trade-off": "choice",
        "decisions-without-reason": "choice",
        "team-without-people": "influence",
    }.items()
}
"""What the advice on a finding is about; rules that stand for themselves are not listed."""
_AS = {"ending": "outcome", "thin": "deeds", "technical": "business"}
"""Terms of a score that are about what another one is called."""
_MATTER = {
    **{term.lack: _AS.get(term.name, term.name) for terms in TERMS.values() for term in terms if term.lack},
    **{step.advice: step.about for steps in STEPS.values() for step in steps},
}
"""What the advice for a score is about, by its words."""


_SOUND = 4
_ANYWAY = frozenset(steps[-1].advice for steps in STEPS.values())
"""What is advised where a telling lacks nothing that has a name: it fits any answer, and mends no fault."""


def ordered_steps(report: Report) -> Iterator[str]:
    """Every step, what costs most first: the gravest faults, what the weak scores lack, the other warnings, and
    then what fits any answer or would lift a score that is sound already.

    What would lift a score is left out where a fault or another score asks for the same.
    """
    by_cost = sorted(report.findings, key=_cost)
    faults = [f for f in by_cost if f.severity != "note"]
    matters = {matter for f in faults for matter in _MATTERS.get(f.rule, ())}
    scored = sorted((report.scores[d] for d in DIMENSIONS if d in report.scores), key=lambda s: s.value)
    weak: list[str] = []
    last: list[str] = []
    for score in scored:
        about = _MATTER.get(score.next or "", score.next)
        if score.next and about not in matters:
            matters.add(str(about))
            (last if score.value >= _SOUND or score.next in _ANYWAY else weak).append(score.next)
    grave = [f.advice for f in faults if f.severity == "error"]
    other = [f.advice for f in faults if f.severity != "error"]
    seen: list[str] = []
    for step in map(one_line, (*grave, *weak, *other, *last)):
        if step and not any(_same(step, before) for before in seen):
            seen.append(step)
            yield step


def _cost(finding: Finding) -> tuple[int, int]:
    """Errors before the rest; among them what alone can cost the offer first, the worst of it at the head."""
    return finding.severity != "error", GRAVE.index(finding.rule) if finding.rule in GRAVE else len(GRAVE)


def _same(one: str, other: str) -> bool:
    """True when two pieces of advice say much the same: most long words of the shorter are in the other."""
    a, b = ({word for w in s.lower().split() if len(word := w.strip(".,:;“”")) > 4} for s in (one, other))
    return one == other or (bool(a and b) and len(a & b) >= 0.7 * min(len(a), len(b)))
