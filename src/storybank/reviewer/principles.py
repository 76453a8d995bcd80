"""Which leadership principles the deeds show: at most three, best first, each with quotes."""

from __future__ import annotations

from storybank.readings.model import Readings
from storybank.reviewer.report import PrincipleShown, Quote
from storybank.signals.model import Evidence

_MOST = 3
_LEAST = 0.03  # a principle that gets half of its even share, one in sixteen, or less stands out for nothing
_SO = 0.2  # what a sentence without a deed of one's own weighs, against 1.2
_AGAIN = (
    0.4  # what a sentence weighs that stands under another principle: three times the same quotes say little
)
_OWN = ("action", "task", "result", "learning")


def shown_principles(readings: Readings, principle_score: int) -> tuple[PrincipleShown, ...]:
    """Principles with their share of the evidence as strength, 0 to 1; none where no leadership is shown."""
    if not readings.is_story or principle_score <= 1:
        return ()
    ranked = [(name, share) for name, share in readings.principles.items() if share >= _LEAST][:_MOST]
    shown: list[PrincipleShown] = []
    quoted: set[int] = set()
    for name, share in ranked:
        best = _best(readings, name, quoted)
        quoted |= {evidence.sentence for evidence in best}
        shown.append(PrincipleShown(name, round(share, 2), _quotes(readings, best)))
    return tuple(shown)


def _best(readings: Readings, name: str, quoted: set[int]) -> list[Evidence]:
    """The two sentences that speak for it most; one that is quoted already must speak for it far more than the next.

    Scene-setting shows nothing, and what the speaker did shows more than what was so ("The sensors were fine.").
    """
    signals = readings.signals
    own = {e.sentence: e.strength for e in signals.evidence["own"]}
    said = [e for e in signals.principles[name] if signals.parts[e.sentence] in _OWN]

    def weight(one: Evidence) -> float:
        again = _AGAIN if one.sentence in quoted else 1.0
        return one.strength * again * (_SO + own.get(one.sentence, 0.0))

    return sorted(said, key=weight, reverse=True)[:2]


def _quotes(readings: Readings, best: list[Evidence]) -> tuple[Quote, ...]:
    """The words of these sentences, in the order of the text."""
    document = readings.signals.document
    quotes = []
    for evidence in sorted(best, key=lambda e: e.span):
        where = document.locate(evidence.span)
        quotes.append(Quote(where.start, where.end, where.of(document.text)))
    return tuple(quotes)
