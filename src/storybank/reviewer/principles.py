"""Which leadership principles the deeds show: at most three, best first, each with quotes."""

from __future__ import annotations

import re

from storybank.readings.model import Readings
from storybank.readings.quotes import joined, standing
from storybank.reviewer.report import PrincipleShown, Quote
from storybank.rules.checks import QUOTED
from storybank.signals.model import Evidence

_MOST = 3
_LEAST = 0.03  # a principle that gets half of its even share, one in sixteen, or less stands out for nothing
_SO = 0.2  # what a sentence without a deed of one's own weighs, against 1.2
_AGAIN = (
    0.4  # what a sentence weighs that stands under another principle: three times the same quotes say little
)
_OTHERS = 0.4  # what a step weighs in which the speaker does not appear ("So they built it flat.")
_BESIDE = 0.4  # of what the best sentence weighs; one that says far less is not quoted beside it
_CLAIMED = 2  # the score for leadership that may be no more than named
_OWN = ("action", "task", "result", "learning")
_SPEAKER = re.compile(r"\b(?:i|me|my|mine|myself|we|us|our|ours|ourselves)\b", re.I)


def shown_principles(readings: Readings, principle_score: int) -> tuple[PrincipleShown, ...]:
    """Principles with their share of the evidence as strength, 0 to 1; none where no leadership is shown."""
    if not readings.is_story or principle_score <= 1 or (principle_score == _CLAIMED and _idle(readings)):
        return ()
    ranked = [(name, share) for name, share in readings.principles.items() if share >= _LEAST][:_MOST]
    shown: list[PrincipleShown] = []
    quoted: set[int] = set()
    for name, share in ranked:
        best = _best(readings, name, quoted)
        quoted |= {evidence.sentence for evidence in best}
        shown.append(PrincipleShown(name, round(share, 2), _quotes(readings, best)))
    return tuple(shown)


def _idle(readings: Readings) -> bool:
    """True where nobody is told to have done anything, neither the speaker nor all together."""
    return not any(readings.signals.best(tag, QUOTED) for tag in ("own", "joint"))


def _best(readings: Readings, name: str, quoted: set[int]) -> list[Evidence]:
    """The sentence that speaks for it most, and the next one if it says nearly as much.

    One that is quoted already must speak for it far more than the next. Scene-setting shows nothing, and what the
    speaker did shows more than what was so ("The sensors were fine.") or what others did.
    """
    signals = readings.signals
    own = {e.sentence: e.strength for e in signals.evidence["own"]}
    said = [e for e in signals.principles[name] if signals.parts[e.sentence] in _OWN]

    def weight(one: Evidence) -> float:
        again = _AGAIN if one.sentence in quoted else 1.0
        mine = signals.parts[one.sentence] != "action" or _SPEAKER.search(one.span.of(signals.document.prose))
        return one.strength * again * (1.0 if mine else _OTHERS) * (_SO + own.get(one.sentence, 0.0))

    ranked = sorted(said, key=weight, reverse=True)[:2]
    return [one for one in ranked if weight(one) >= _BESIDE * weight(ranked[0])]


def _quotes(readings: Readings, best: list[Evidence]) -> tuple[Quote, ...]:
    """The words of these sentences, in the order of the text, each once."""
    signals = readings.signals
    document = signals.document
    quotes = []
    for span in joined(standing(document, signals.parts, evidence.span) for evidence in best):
        where = document.locate(span)
        quotes.append(Quote(where.start, where.end, where.of(document.text)))
    return tuple(quotes)
