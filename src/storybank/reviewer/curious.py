"""What an interviewer is curious about in a sound story: what this one shows least, in the candidate's own words."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from storybank.readings.model import Readings
from storybank.readings.quotes import standing, widened
from storybank.reviewer.lifts import faulted, shows, stands_alone, wants_lasting, worth_told
from storybank.reviewer.report import Dimension, Probe, Score
from storybank.reviewer.said import about_that, is_lone_number, shorten, tells_occasion
from storybank.signals.figures import Figure
from storybank.text.document import PartKind
from storybank.text.span import Span

_SURE = 0.5
_FAINT = 0.1  # the words themselves tell of resistance; the reader need only not rule people out
_ABSENT, _TO_DEEPEN = 0.6, 0.3  # how much more is to be asked about what is missing than about what is there
_AGAIN = 0.4  # what a second question about one dimension loses against a first about another

# Somebody else who is against it: the verb of a person, a team or a role, never of the speaker.
_RESISTS = re.compile(
    r"(?<!\bI )(?<!\bI['’]d )(?<!\bwe )\b(?:feared|doubted|refused|resisted|objected|opposed|hesitated|balked|protested"
    r"|pushed back|complained|argued against|disagreed|laughed|vetoed|said no|said that it would"
    r"|(?:was|were|had been|stayed) (?:\w+ )?(?:against|afraid|worried|sceptical|skeptical|reluctant|unconvinced"
    r"|suspicious|furious|angry|cross|nervous|opposed|unsure|doubtful|hostile|wary)"
    r"|(?:didn['’]t|did not|wouldn['’]t|would not) (?:want|believe|like|trust|agree|accept|see why|hear of|give|budge)"
    r"|wanted (?:none|nothing|no part))\b"
    r"|\b(?:the|my|our|his|her|their) (?:worried|sceptical|skeptical|reluctant|doubtful|angry|wary) \w+"
    r"|\bagainst the (?:advice|wish|will|wishes)\b|\bobjections?\b",
    re.I,
)

_FEARS = re.compile(r"^[^.,;]{0,60}\b(?:feared|afraid|worried|nervous)\b", re.I)
_OF_FEAR = (
    "You said “{quote}”. What was behind that fear, and what took it away?",
    "how you deal with people's worries is worth a closer look",
)
_OF_RESISTANCE = (
    "You said “{quote}”. Where were they right, and what changed their mind?",
    "how you win people over is worth a closer look",
)
_OF_OCCASION = (
    "You said “{quote}”. How would that have gone without what you had learnt?",
    "the next time shows what a lesson is worth",
)
_OF_HABIT = (
    "You said “{quote}”. When did that last make a difference?",
    "a changed habit is best shown by its last use",
)
_CLAUSE = re.compile(r"[,;:–—]\s+(?:(?:and|but|so|since|because|although|though)\s+)?")


@dataclass(frozen=True, slots=True)
class _Aim:
    """A question that could be asked: of which dimension, how much it is called for, and about which words."""

    dimension: Dimension
    need: float
    question: str
    because: str
    span: Span | None = None


def weakest_first(
    readings: Readings, scores: Mapping[Dimension, Score], before: Iterable[Dimension] = ()
) -> Iterator[Probe]:
    """Probes at what is weakest in this answer; `before` says of which dimensions something was asked already."""
    left = [*_of_deeds(readings), *_of_people(readings), *_of_outcome(readings), *_of_lesson(readings)]
    asked = Counter(before)

    def call(aim: _Aim) -> float:
        weak = (5 - scores[aim.dimension].value) / 4 if aim.dimension in scores else 0.5
        return aim.need + weak - _AGAIN * asked[aim.dimension]

    while left:
        aim = max(left, key=call)
        left.remove(aim)
        asked[aim.dimension] += 1
        yield _put(readings, aim)


def _put(readings: Readings, aim: _Aim) -> Probe:
    if aim.span is None:
        return Probe(aim.question, aim.because)
    document = readings.signals.document
    where = document.locate(standing(document, readings.signals.parts, aim.span))
    return Probe(
        aim.question.format(quote=shorten(where.of(document.text))), aim.because, where.start, where.end
    )


def _of_deeds(readings: Readings) -> Iterator[_Aim]:
    """The choice, the risk, the speaker's own share."""
    deed = _best(readings, "own", "action")
    if (choice := _best(readings, "choice", "task", "action")) is not None:
        yield _Aim(
            "principle",
            _TO_DEEPEN,
            "You said “{quote}”. What would have made you choose otherwise?",
            "a choice is worth a closer look",
            choice,
        )
    elif deed is not None and not shows(readings, "choice"):
        yield _Aim(
            "principle",
            _ABSENT,
            "When you say “{quote}”, which other way did you consider, and why not that one?",
            "no alternative is named",
            deed,
        )
    if deed is not None and not shows(readings, "check") and not faulted(readings, "ignored-risk"):
        yield _Aim(
            "principle",
            _ABSENT - 0.1,
            "What could have gone wrong with what you did, and how would you have noticed in time?",
            "nothing is said of the risk",
        )
    joint = _shared_deed(readings)
    if joint is not None and not faulted(readings, "we-without-i"):
        yield _Aim(
            "principle",
            _ABSENT + 0.1,
            "You said “{quote}”. Which part of that was yours?",
            "your own share of it cannot be told",
            joint,
        )


def _shared_deed(readings: Readings) -> Span | None:
    """The sentence that tells most clearly of a deed as everybody's, and not beside it of one's own."""
    signals = readings.signals
    own = {e.sentence for e in signals.evidence["own"] if e.strength >= _SURE}
    told = (e for e in signals.evidence["joint"] if e.strength >= _SURE and e.sentence not in own)
    return next((e.span for e in told if signals.parts[e.sentence] == "action"), None)


def _of_people(readings: Readings) -> Iterator[_Aim]:
    """Somebody who had to be won over: asked only where resistance is told, or where the question is about it."""
    if (against := _resistance(readings)) is not None:
        feared = _FEARS.search(against.of(readings.signals.document.prose))
        question, because = _OF_FEAR if feared else _OF_RESISTANCE
        yield _Aim("principle", _ABSENT + 0.1, question, because, against)
    elif readings.asked.disagreement:
        yield _Aim(
            "principle",
            _ABSENT,
            "Who saw it differently, and what was their strongest objection?",
            "the question was about a disagreement, and no objection is told",
        )


def _resistance(readings: Readings) -> Span | None:
    """Where resistance is told, in the sentence that is likeliest about others; None where nobody is against it.

    It begins with the clause that tells it: a quote is cut after a few words, which must not be about something else.
    """
    document = readings.signals.document
    found: list[tuple[float, Span]] = []
    for one in (*readings.signals.evidence["others"], *readings.signals.evidence["influence"]):
        against = _RESISTS.search(one.span.of(document.prose))
        if against and one.strength >= _FAINT and readings.signals.parts[one.sentence] in ("task", "action"):
            found.append((one.strength, Span(one.span.start + _clause_of(against), one.span.end)))
    return max(found, key=lambda told: told[0])[1] if found else None


def _clause_of(against: re.Match[str]) -> int:
    """Where the clause of some words begins; where their subject stands before a comma, that is the sentence."""
    begins = max((m.end() for m in _CLAUSE.finditer(against.string, 0, against.start() + 1)), default=0)
    lone = begins == against.start() and not against.group().lower().startswith("against")
    return 0 if lone else begins


def _of_outcome(readings: Readings) -> Iterator[_Aim]:
    """The figure, what it was worth, what is left of it: only where there is an outcome at all."""
    if readings.outcome.kind in ("none", "felt"):
        return
    outcomes = [f.figure for f in readings.signals.figures if f.outcome]
    if (figure := telling_figure(outcomes)) is not None:
        lone = figure.kind == "words" or is_lone_number(figure.span.of(readings.signals.document.prose))
        quoted = widened(readings.signals.document, (figure.span,))[0] if lone else figure.span
        # Of "not one since" nobody asks how it was measured.
        shared = len(outcomes) > 1 or figure.kind == "words"
        for aim in _of_figure(readings, quoted, shared=shared):
            yield replace(aim, question=about_that(aim.question)) if lone else aim
    if wants_lasting(readings):
        yield _Aim(
            "impact",
            _ABSENT - 0.1,
            "What is left of it today, and who else uses it?",
            "nothing is said of what lasted",
        )


def _of_figure(readings: Readings, figure: Span, *, shared: bool) -> Iterator[_Aim]:
    """What it is held against, where nothing stands beside it; else whose doing it was, or how it was measured."""
    if stands_alone(readings):
        question = "What would “{quote}” have been without you, and how do you know?"
        yield _Aim(
            "impact", _ABSENT, question, "a figure says little without the one it is held against", figure
        )
    else:
        question = (
            "How much of “{quote}” was your doing, and what else played a part?"
            if shared
            else "How was “{quote}” measured, and by whom?"
        )
        yield _Aim("impact", _TO_DEEPEN, question, "a figure invites the question behind it", figure)
    if not worth_told(readings) and not readings.outcome.technical_only:
        yield _Aim(
            "impact",
            _ABSENT,
            "What was “{quote}” worth, and to whom?",
            "nothing is said of what it meant outside the work",
            figure,
        )


def _of_lesson(readings: Readings) -> Iterator[_Aim]:
    """The change and its last use; where none is shown, the next time; and what the speaker missed."""
    if readings.lesson.kind == "none":
        yield _Aim(
            "growth",
            _ABSENT,
            "Looking back, what would you do differently the next time?",
            "there is no look back",
        )
    if readings.lesson.kind not in ("insight", "changed"):
        return
    changed, insight = (
        _best(readings, "changed", "learning", "result"),
        _best(readings, "insight", "learning"),
    )
    if changed is not None:
        once = tells_occasion(changed.of(readings.signals.document.prose))
        question, because = _OF_OCCASION if once else _OF_HABIT
        yield _Aim("growth", _TO_DEEPEN, question, because, changed)
    elif insight is not None and not shows(readings, "changed"):
        yield _Aim(
            "growth",
            _ABSENT,
            "You said “{quote}”. Where have you acted on that since?",
            "a lesson shows in what is done differently",
            insight,
        )
    if not shows(readings, "ownfault"):
        yield _Aim(
            "growth",
            _ABSENT - 0.1,
            "What did you yourself misjudge on the way, and when did you notice?",
            "no mistake or limit of your own is told",
        )


def _best(readings: Readings, tag: str, *parts: PartKind) -> Span | None:
    """The sentence of these parts that shows a tag most clearly; None where none clearly does."""
    signals = readings.signals
    found = (
        e.span for e in signals.evidence[tag] if e.strength >= _SURE and signals.parts[e.sentence] in parts
    )
    return next(found, None)


def telling_figure(outcomes: Sequence[Figure]) -> Figure | None:
    """The outcome most worth asking about: a before-and-after pair, else what is no mere length of time.

    "After six weeks it fell from 50 to 18 minutes" is asked about the fall. Of equals the first; None for none.
    """
    return min(outcomes, key=lambda f: (not f.pair, f.kind == "time"), default=None)
