"""What would lift a score on the whole, by what the answer already has: nobody is asked for what is there.

The terms of a score name what a telling lacks. Where no single one lacks much, one of these steps is advised:
the first of its dimension that the answer has not taken. Each dimension ends with one that always fits.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from storybank.readings.model import Readings
from storybank.reviewer.report import Dimension
from storybank.reviewer.terms import lack_of
from storybank.rules.checks import QUOTED
from storybank.rules.delivery.hedged import RULE as HEDGED
from storybank.rules.outcomes import bare_figures, lasts
from storybank.text.document import PART_KINDS, PartKind

TOLD = QUOTED
"""From which strength on a sentence is quoted as evidence, so that it would be odd to miss the thing."""
_CLEARLY = 0.5
_LONG = 35  # words; a listener has lost the beginning of a longer sentence
_AT_ITS_LONGEST = 450  # words; three minutes
_ORDER = [kind for kind in PART_KINDS if kind != "other"]

# A belief of before, told as one: an opinion in the past ("I had believed", "I used to think", "my mistake was").
_BELIEF = re.compile(
    r"\b(?:i|we)(?:['’]d)? (?:(?:had|always|just|simply|only|wrongly|never|once|still|really) )*"
    r"(?:believed|thought|assumed|supposed|expected|imagined|trusted|feared|reckoned|figured|relied|counted on"
    r"|t(?:aken|ook) [\w ]{0,30}for)\b"
    r"|\b(?:i|we) used to (?:believe|think|assume|suppose|expect|imagine|trust)\b"
    r"|\b(?:i|we)(?:['’]d been| had been| was| were) (?:\w+ )?(?:sure|certain|convinced|confident|mistaken|wrong)\b"
    r"|\b(?:i|we) (?:hadn['’]t|didn['’]t|had not|did not|had never|never) (?:even |really |yet )?"
    r"(?:seen?|known?|noticed?|reali[sz]ed?|understand|understood|thought|think)\b"
    r"|\bhad (?:read|taken|seen|treated|heard) [^.?!]{1,40} as\b"
    r"|\bmy (?:\w+ )?(?:belief|assumption|idea|mistake|view|picture|theory|guess|instinct)\b",
    re.I,
)


@dataclass(frozen=True, slots=True)
class Step:
    """Advice on one matter (`about`), for an answer that has not taken it yet (`open_to`)."""

    about: str
    advice: str
    open_to: Callable[[Readings], bool]


def step_for(dimension: Dimension, readings: Readings) -> str:
    """The first step of a dimension that this answer has not taken."""
    return next(step.advice for step in STEPS[dimension] if step.open_to(readings))


def shows(readings: Readings, tag: str, least: float = TOLD) -> bool:
    """True when a sentence shows a tag well enough to be quoted for it, or a wording says it outright."""
    signals = readings.signals
    return signals.best(tag, least) is not None or bool(signals.said.get(tag))


def worth_told(readings: Readings) -> bool:
    """True when the outcome says what it was worth: a sum of money in it, or its meaning for somebody."""
    money = any(f.outcome and f.figure.kind == "money" for f in readings.signals.figures)
    return money or shows(readings, "business")


def belief_told(readings: Readings) -> bool:
    """True when the look back names what was believed before, or an own fault is told together with the belief."""
    prose = readings.signals.document.prose
    faults = (e.span.of(prose) for e in readings.signals.evidence["ownfault"] if e.strength >= _CLEARLY)
    return any(_BELIEF.search(words) for words in (*_sentences(readings, "learning"), *faults))


def deeds_unseen(readings: Readings) -> bool:
    """True where no deed is the speaker's own: it was everybody's, somebody else's or none yet, or none is told."""
    if any(faulted(readings, name) for name in ("we-without-i", "handed-off", "hypothetical")):
        return True
    return readings.signals.best("own", TOLD) is None


def faulted(readings: Readings, name: str) -> bool:
    """True for a judged defect that is found."""
    found = readings.judged.get(name)
    return found is not None and found.present


def _no_lesson(readings: Readings) -> bool:
    """True where no look back is told: no sentence of that part, and none elsewhere that shows what was learnt."""
    told = "learning" in readings.signals.parts or bool(readings.lesson.evidence)
    return readings.lesson.kind == "none" or not told


def _out_of_order(readings: Readings) -> bool:
    """True when a part begins before one that it needs: the result before the deeds, say."""
    labels = readings.signals.parts
    firsts = [labels.index(kind) for kind in _ORDER if kind in labels]
    return any(later < earlier for earlier, later in pairwise(firsts))


def _long_sentences(readings: Readings) -> bool:
    return any(sentence.words > _LONG for sentence in readings.signals.document.sentences)


def wants_lasting(readings: Readings) -> bool:
    """True where it would tell more if the outcome lasted, and nothing says so; of a failure nobody hopes that."""
    return not readings.asked.failure and not lasts(readings)


def stands_alone(readings: Readings) -> bool:
    """True when the outcome's figures have nothing beside them that they could be held against."""
    return any(True for _ in bare_figures(readings))


def _sentences(readings: Readings, part: PartKind) -> Iterator[str]:
    document = readings.signals.document
    for sentence, kind in zip(document.sentences, readings.signals.parts, strict=True):
        if kind == part:
            yield sentence.span.of(document.prose)


def _always(_: Readings) -> bool:
    return True


def _without(tag: str) -> Callable[[Readings], bool]:
    return lambda readings: not shows(readings, tag)


STEPS: dict[Dimension, tuple[Step, ...]] = {
    "clarity": (
        Step(
            "order",
            "Tell it in the order in which it happened: what was wrong, what you did, what came of it.",
            _out_of_order,
        ),
        Step("hedged", HEDGED.advice, lambda r: faulted(r, "hedged")),
        Step("sentences", "Break up the longest sentences: one thought to a sentence.", _long_sentences),
        Step(
            "length",
            "Cut what the story can do without, to 450 words or fewer.",
            lambda r: r.told > _AT_ITS_LONGEST,
        ),
        Step(
            "cut",
            "Tell it aloud to somebody once, and cut or clear up each sentence that they ask about.",
            _always,
        ),
    ),
    "principle": (
        Step("deeds", lack_of("principle", "deeds"), deeds_unseen),
        Step("choice", lack_of("principle", "choice"), _without("choice")),
        Step("check", lack_of("principle", "check"), _without("check")),
        Step("influence", lack_of("principle", "influence"), _without("influence")),
        Step("own", "Where you say “we”, say which part was yours.", lambda r: shows(r, "joint", _CLEARLY)),
        Step("stakes", "Say what would have happened had you done nothing, and to whom.", _without("pain")),
        Step(
            "weight",
            "Take the step that mattered most, and give it two more sentences: what you saw and what was at stake.",
            _always,
        ),
    ),
    "impact": (
        Step("outcome", lack_of("impact", "outcome"), lambda r: r.outcome.kind in ("none", "felt")),
        Step(
            "business",
            "Show how far the outcome reached: who felt it, and how much it was worth.",
            lambda r: not worth_told(r),
        ),
        Step(
            "measured",
            "Set the figure beside what it was before, or what is usual elsewhere.",
            stands_alone,
        ),
        Step("lasting", lack_of("impact", "lasting"), wants_lasting),
        Step(
            "share",
            "Lead with the figure that matters most, and say which part of it was your doing.",
            _always,
        ),
    ),
    "growth": (
        Step("lesson", lack_of("growth", "lesson"), _no_lesson),
        Step(
            "belief",
            "Say what you had believed before, and what in this story proved it wrong.",
            lambda r: not belief_told(r),
        ),
        Step("changed", lack_of("growth", "changed"), _without("changed")),
        Step(
            "use",
            "Add the occasion on which the new habit made most difference, and what would have happened without it.",
            _always,
        ),
    ),
}
