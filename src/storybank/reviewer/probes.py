"""Probes: what an interviewer would ask next, aimed at the weakest evidence, in the candidate's own words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from storybank.readings.model import Readings
from storybank.reviewer.curious import weakest_first
from storybank.reviewer.report import SEVERITIES, Dimension, Finding, Probe, Score
from storybank.reviewer.said import shorten
from storybank.rules.registry import rule

_MOST, _LEAST = 5, 2

# Question and reason by the finding that calls for it; {quote} is replaced by the candidate's own words.
_BY_FINDING: dict[str, tuple[str, str]] = {
    "we-without-i": ("You said “{quote}”. Which part of that was yours, and who did the rest?", "your own share of the work cannot be told"),
    "handed-off": ("After “{quote}”, what did you do yourself to see it solved?", "others seem to have solved it"),
    "waited-passively": ("You said “{quote}”. What could you have done in that time to land it?", "there is a wait where a push was needed"),
    "sole-credit": ("You said “{quote}”. Who else worked on it, and what would they say they did?", "a team's work is claimed for one person"),
    "blames-others": ("You said “{quote}”. How would they tell this story?", "the fault is put on others"),
    "hypothetical": ("When did you last do exactly that? Take me through that one day.", "it tells what one would do, not what was done"),
    "effort-as-ownership": ("You said “{quote}”. What did those hours change that fewer hours would not have?", "effort stands where a deed should"),
    "ignored-risk": ("You said “{quote}”. What could have gone wrong, and who knew about it beforehand?", "a risk is waved away"),
    "avoided-conflict": ("You said “{quote}”. What did it cost that you left it there?", "you gave way to keep the peace"),
    "proved-them-wrong": ("You said “{quote}”. What was right about the other view?", "the point seems to be who was right"),
    "escalated-first": ("Before “{quote}”, had you talked to the person concerned?", "the boss came first"),
    "assigned-not-initiated": ("You said “{quote}”. What did you start in this that nobody had asked for?", "the question was about initiative"),
    "missing-result": ("How did it end, and how do you know?", "the story stops before the outcome"),
    "vague-result": ("You said “{quote}”. What would I have seen or counted that was different?", "the outcome is only a feeling"),
    "unquantified-result": ("You said “{quote}”. By how much, compared with what, and since when?", "the outcome cannot be checked"),
    "technical-only-result": ("You said “{quote}”. What did that mean for a customer, or for the money?", "the figures stay technical"),
    "missing-learning": ("Looking back, what would you do differently the next time?", "there is no look back"),
    "generic-lesson": ("You said “{quote}”. What did you do differently in the very next case because of it?", "the lesson could end any story"),
    "nothing-to-change": ("You said “{quote}”. If a colleague had done it just like that, what would you tell them?", "nothing is questioned"),
    "missing-task": ("What exactly were you answerable for, and who was counting on you?", "your own task is never said"),
    "missing-situation": ("What was wrong at the time, and for whom did it matter?", "the listener cannot tell why it mattered"),
    "thin-action": ("Take me through the first week: what did you do, in what order?", "what you did is told in a few words"),
    "overlong-situation": ("In two sentences: what was wrong, and what did you do first?", "the scene-setting is longer than the story"),
    "scope-below-level": ("What is the largest thing of this kind that you have been answerable for: people, money, reach?", "the scope is that of a lower level"),
    "scope-above-level": ("You said “{quote}”. Which of those people answered to you, and what did you decide alone?", "the scope claimed is far above the role"),
    "hedged": ("You said “{quote}”. What did you do, without the “maybe”?", "the doubt in the wording hides the deed"),
}  # fmt: skip

_DIMENSIONS: dict[str, Dimension] = {
    "evidence": "impact", "ownership": "principle", "judgement": "principle", "growth": "growth",
}  # fmt: skip
"""What the findings of a family bear on, so that one matter is not asked about over and over."""

_ALWAYS = (
    Probe(
        "Tell me about one particular time: when was it, and what was at stake?",
        "there is no event to ask about yet",
    ),
    Probe("What did you do yourself, first, second, third?", "your own deeds are what is judged"),
)


def ask_probes(
    readings: Readings, findings: Sequence[Finding], scores: Mapping[Dimension, Score]
) -> tuple[Probe, ...]:
    """Two to five probes, the most telling first: at the faults, then at what is weakest. What is no story gets two."""
    if not readings.is_story:
        would = [_probe(finding) for finding in findings if finding.rule == "hypothetical"]
        return (*would[:1], *_ALWAYS)[:_LEAST]
    probes = _of_faults(findings)
    faulty = (rule(name).family for name in {f.rule for f in findings if f.rule in _BY_FINDING})
    before = [_DIMENSIONS[family] for family in faulty if family in _DIMENSIONS]
    for probe in weakest_first(readings, scores, before):
        if len(probes) >= (_MOST if not findings else 3):
            break
        if probe.question not in {asked.question for asked in probes}:
            probes.append(probe)
    return tuple((probes + list(_ALWAYS[: max(0, _LEAST - len(probes))]))[:_MOST])


def _of_faults(findings: Sequence[Finding]) -> list[Probe]:
    """A probe for each rule that has one, the gravest first."""
    by_rule: dict[str, Probe] = {}
    for finding in sorted(findings, key=lambda f: SEVERITIES.index(f.severity)):
        if finding.rule in _BY_FINDING and finding.rule not in by_rule:
            by_rule[finding.rule] = _probe(finding)
    return list(by_rule.values())


def _probe(finding: Finding) -> Probe:
    question, because = _BY_FINDING[finding.rule]
    if "{quote}" not in question:
        return Probe(question, because)
    return Probe(question.format(quote=shorten(finding.quote)), because, finding.start, finding.end)
