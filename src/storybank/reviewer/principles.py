"""Which leadership principles the deeds show: at most three, best first, each with quotes."""

from __future__ import annotations

from storybank.readings.model import Readings
from storybank.reviewer.report import PrincipleShown, Quote

_MOST = 3
_LEAST = 0.06  # a principle that gets less of the whole than one in sixteen stands out for nothing
_SO = 0.2  # what a sentence without a deed of one's own weighs, against 1.2
_OWN = ("action", "task", "result", "learning")


def shown_principles(readings: Readings, principle_score: int) -> tuple[PrincipleShown, ...]:
    """Principles with their share of the evidence as strength, 0 to 1; none where no leadership is shown."""
    if not readings.is_story or principle_score <= 1:
        return ()
    ranked = [(name, share) for name, share in readings.principles.items() if share >= _LEAST][:_MOST]
    return tuple(PrincipleShown(name, round(share, 2), _quotes(readings, name)) for name, share in ranked)


def _quotes(readings: Readings, name: str) -> tuple[Quote, ...]:
    """The two sentences that speak for it most, in the order of the text.

    Scene-setting shows nothing, and what the speaker did shows more than what was so ("The sensors were fine.").
    """
    signals = readings.signals
    own = {e.sentence: e.strength for e in signals.evidence["own"]}
    said = [e for e in signals.principles[name] if signals.parts[e.sentence] in _OWN]
    best = sorted(said, key=lambda e: -e.strength * (_SO + own.get(e.sentence, 0.0)))[:2]
    quotes = []
    for evidence in sorted(best, key=lambda e: e.span):
        where = signals.document.locate(evidence.span)
        quotes.append(Quote(where.start, where.end, where.of(signals.document.text)))
    return tuple(quotes)
