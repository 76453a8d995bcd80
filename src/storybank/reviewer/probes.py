"""Probes: what an interviewer would ask next, aimed at the weakest evidence, in the candidate's own words."""

from __future__ import annotations

import re
from collections.abc import Sequence

from storybank.readings.model import Readings
from storybank.reviewer.report import SEVERITIES, Finding, Probe
from storybank.signals.figures import Figure
from storybank.text.span import Span

_MOST, _LEAST = 5, 2
_QUOTED_WORDS = 14

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

# Question and reason by what it aims at, in the order in which they are asked.
_BY_STRENGTH: dict[str, tuple[str, str]] = {
    "own": ("When you say “{quote}”, which other way did you consider, and why not that one?", "no alternative is named"),
    "influence": ("About “{quote}”: what was their strongest objection, and where were they right?", "how you win people over is worth a closer look"),
    "figure": ("How was “{quote}” measured, and how much of it was your doing?", "a figure invites the question behind it"),
    "lasting": ("What is left of it today, and who else uses it?", "nothing is said of what lasted"),
    "changed": ("You said “{quote}”. When did that last make a difference?", "a changed habit is best shown by its last use"),
}  # fmt: skip


def ask_probes(readings: Readings, findings: Sequence[Finding]) -> tuple[Probe, ...]:
    """Two to five probes, the most telling first."""
    probes: list[Probe] = []
    seen: set[str] = set()
    for finding in sorted(findings, key=lambda f: SEVERITIES.index(f.severity)):
        if finding.rule in _BY_FINDING and finding.rule not in seen:
            seen.add(finding.rule)
            probes.append(_probe(finding))
    for probe in _by_strength(readings):
        if len(probes) >= (_MOST if not findings else 3):
            break
        probes.append(probe)
    for probe in _ALWAYS:
        if len(probes) >= _LEAST:
            break
        probes.append(probe)
    return tuple(probes[:_MOST])


def _probe(finding: Finding) -> Probe:
    question, because = _BY_FINDING[finding.rule]
    if "{quote}" not in question:
        return Probe(question, because)
    return Probe(question.format(quote=shorten(finding.quote)), because, finding.start, finding.end)


def _by_strength(readings: Readings) -> list[Probe]:
    """Even a strong answer is probed: at the choice, the person won over, the figure, the lesson."""
    if not readings.is_story:
        return []
    signals, document = readings.signals, readings.signals.document

    def best(tag: str) -> Span | None:
        found = signals.best(tag, 0.5)
        return found.span if found is not None else None

    aims = {
        "own": best("own") if best("choice") is None else None,
        "influence": best("influence"),
        "figure": _telling_figure([f.figure for f in signals.figures if f.outcome]),
        "changed": best("changed"),
    }
    probes = []
    for name, (question, because) in _BY_STRENGTH.items():
        if (span := aims.get(name)) is not None:
            where = document.locate(span)
            quote = shorten(where.of(document.text))
            probes.append(Probe(question.format(quote=quote), because, where.start, where.end))
        elif name == "lasting" and best("lasting") is None:
            probes.append(Probe(question, because))
    return probes


def _telling_figure(outcomes: Sequence[Figure]) -> Span | None:
    """The outcome most worth asking about: a before-and-after pair, else what is no mere length of time.

    "After six weeks it fell from 50 to 18 minutes" is asked about the fall. Of equals the first; None for none.
    """
    best = min(outcomes, key=lambda f: (not f.pair, f.kind == "time"), default=None)
    return best.span if best is not None else None


_ALWAYS = (
    Probe(
        "Tell me about one particular time: when was it, and what was at stake?",
        "there is no event to ask about yet",
    ),
    Probe("What did you do yourself, first, second, third?", "your own deeds are what is judged"),
)


def shorten(quote: str) -> str:
    """At most fourteen words of a quote, on one line, without the quotation marks that would end it early."""
    words = re.sub(r"[\"“”\x00-\x1f]", " ", quote).split()
    short = " ".join(words[:_QUOTED_WORDS]).rstrip(".,;:!?")
    return short + (" ..." if len(words) > _QUOTED_WORDS else "")
