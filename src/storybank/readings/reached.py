"""Whom a result reached: beside its technical figures, what customers or people do now, and what it is worth.

A group of people that is the subject of a clause of its own does something because of the result ("and the readers
wait two seconds", "customers stopped ringing us"). To be named beside it ("a result for the customer"), to own
something ("that customer's alerts") or to be pleased says nothing of what it meant to them. Some figures are of people
by what they measure: how they rate a thing, and how long they wait in a queue; machines queue too, for less long.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from storybank.signals.figures import Figure
from storybank.signals.model import Signals

_ONE: Final = (
    r"customer|client|patient|guest|passenger|rider|user|buyer|shopper|subscriber|member|tenant|resident|pupil|"
    r"student|parent|reader|farmer|grower|donor|visitor|caller|merchant|dealer|retailer|driver|nurse|teacher|doctor|"
    r"librarian|picker|cashier|colleague|worker|employee|volunteer|airline|hospital|school|shop"
)
_GROUP: Final = rf"(?:(?:{_ONE})s|people|families|universities|staff|crews?)"
_GROUP_OF: Final = (
    rf"(?:(?:the|our|my|their|its|all|most|more|fewer|two|three|four|\d+) )?(?:[\w-]+ )?{_GROUP}"
)
_PLEASED: Final = (
    r"(?! (?:(?:is|are|was|were|feel|felt|seem\w*|have been) )?(?:\w+ ){0,2}?(?:liked?|loved?|happy|happier|pleased|"
    r"satisfied|glad|thank\w*|applaud\w*|prais\w*|impressed|delighted|grateful|excited)\b)"
)
_VERB: Final = (
    r"(?: (?:now|no|not|longer|then|also|both|all|never|still|today)){0,3}"
    r" (?:can|could|do|did|have|had|get|got|go|went|wait|stay|come|came|left|kept|sleep|slept|answer|finish|use|pay|"
    r"paid|buy|bought|ring|call|take|took|see|saw|save|need|wrote|\w+ed)\b(?! by\b)"
)
_REACHED: Final = (
    # they do something now
    rf"(?:^|[,;:] |\b(?:and|so|so that|while|because|which means) ){_GROUP_OF}{_PLEASED}{_VERB}"
    # they are kept, or won
    rf"|\b(?:kept|keeps|won|regained|retained|lost|signed) (?:back )?(?:the|our|its|their|a|an|\d+|two|three) "
    rf"(?:[\w-]+ ){{0,2}}(?:{_ONE})s?\b"
    # they complain less
    rf"|\b(?:complaints?|calls|refunds?|claims?|cancellations) (?:from|of|by|to) (?:[\w-]+ )?{_GROUP}\b"
)

_RATED: Final = (
    r"\bstars\b|\b(?:satisfaction|net promoter|nps)\b"
    r"|(?<!energy )(?<!load )(?<!power )(?<!security )(?<!severity )\bratings?\b"
)
_WAITED: Final = r"(?:\b(?P<what>[\w-]+) )?\b(?:queues?|waits?|waiting(?: times?| lists?)?|waited)\b"
_MACHINES: Final = (
    r"(?:jobs?|messages?|builds?|tasks?|print(?:er|ing)?|requests?|events?|merge|pipelines?|ci|deploy\w*|retry|threads?"
    r"|locks?|disk|cpu|query|letter|work|dead-letter|processing|input|output|batch|test)"
)
_MINUTE: Final = 60.0


def reached(signals: Signals) -> bool:
    """True where the result, beside its figures or right after, says what it meant to people or in money."""
    prose = signals.document.prose
    told = [f for f in signals.figures if f.outcome]
    for at in _results(signals):
        span = signals.document.sentences[at].span
        if any(f.figure.kind == "money" and span.overlaps(f.figure.span) for f in told):
            return True
        own = [f.figure for f in told if span.overlaps(f.figure.span)]
        if re.search(_REACHED, span.of(prose), re.IGNORECASE) or _of_people(span.of(prose), own):
            return True
    return False


def _of_people(sentence: str, told: Sequence[Figure]) -> bool:
    """Whether the figures of a sentence measure what people think of something, or how long they stand and wait."""
    if told and re.search(_RATED, sentence, re.IGNORECASE):
        return True
    if not any(f.kind == "time" and f.value is not None and f.value >= _MINUTE for f in told):
        return False
    waits = re.finditer(_WAITED, sentence, re.IGNORECASE)
    return any(not re.fullmatch(_MACHINES, m["what"] or "", re.IGNORECASE) for m in waits)


def _results(signals: Signals) -> Iterator[int]:
    """The sentences of the result that hold an outcome figure, or follow one that does."""
    sentences, near = signals.document.sentences, False
    for at, part in enumerate(signals.parts):
        span = sentences[at].span
        figured = any(f.outcome and span.overlaps(f.figure.span) for f in signals.figures)
        if part == "result" and (figured or near):
            yield at
        near = part == "result" and figured
