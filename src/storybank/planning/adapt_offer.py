"""What there is to choose from: the sentences of a source, and every way in which each may be told."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from storybank.planning.adapt_choose import Candidate, Option
from storybank.planning.adapt_links import links
from storybank.planning.adapt_score import Worth
from storybank.planning.adapt_trim import Stretch, stretches
from storybank.signals.model import Signals
from storybank.stories.mining.cues import admissions
from storybank.text.document import PartKind
from storybank.text.span import Span

PARTS: tuple[PartKind, ...] = ("situation", "task", "action", "result", "learning", "other")
COVER = (300.0, 150.0, 1000.0, 700.0, 80.0, 0.0)
"""What it is worth that a part is told at all: more than all sentences together, in this order of need."""
_ADMISSION, _HINT = 800.0, 200.0
"""What it is worth that a question about a failure hears what the speaker got wrong, in so many words (only the deed
comes before) or as the reader hears it."""
_ADMITS = 0.3  # evidence from which a sentence admits something
_CUT_COSTS = 0.85  # a trimmed sentence keeps this share of its worth
_IDLE = 0.1  # worth up to which a sentence outside all parts says nothing


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of the source: its span there, what it is, and whether it repeats an earlier one.

    `must` is what the question adds to its worth, where it asks for just this.
    """

    span: Span
    text: str
    part: PartKind
    worth: Worth
    again: bool
    must: float = 0.0


@dataclass(frozen=True, slots=True)
class Offer:
    """What may be chosen; and for each candidate the stretches of its options, in their order."""

    candidates: list[Candidate]
    ways: list[tuple[Stretch, ...]]


def sentences_of(signals: Signals, worth: Sequence[Worth], *, admission: bool) -> list[Sentence]:
    """All sentences of the source; one that is said again is worth nothing the second time.

    `admission` when the question asks for a failure: what the speaker admits is then told before anything but deeds.
    """
    judged = {k: (part, value) for k, part, value in zip(signals.kept, signals.parts, worth, strict=True)}
    heard = {signals.kept[e.sentence] for e in signals.evidence["ownfault"] if e.strength >= _ADMITS}
    found: list[Sentence] = []
    part: PartKind = "other"
    for k, sentence in enumerate(signals.whole.sentences):
        span = signals.whole.locate(sentence.span)
        part, value = judged.get(k, (part, Worth(-1.0, (("said before", -1.0),))))
        text = span.of(signals.whole.text)
        must = 0.0 if not admission else _ADMISSION if admissions(text) else _HINT if k in heard else 0.0
        found.append(Sentence(span, text, part, value, k not in judged, must))
    return found


def offered(sentences: Sequence[Sentence], tied: Collection[int] = ()) -> Offer:
    """Every way of telling each sentence; `tied` ones are told whole, with the one before."""
    idle = [s.part == "other" and s.worth.value <= _IDLE for s in sentences]
    deeds, results = ([s.part == part for s in sentences] for part in ("action", "result"))
    needs, bound = links([s.text for s in sentences], idle, deeds, results)
    candidates: list[Candidate] = []
    ways: list[tuple[Stretch, ...]] = []
    for k, s in enumerate(sentences):
        less = () if k in tied else stretches(s.text)
        told = (Stretch(Span(0, len(s.text)), True), *less)
        needed = needs[k] | {k - 1} if k in tied and k else needs[k]
        options = tuple(_option(s, way) for way in told)
        candidates.append(Candidate(options, PARTS.index(s.part), needed, bound[k]))
        ways.append(told)
    return Offer(candidates, ways)


def _option(sentence: Sentence, way: Stretch) -> Option:
    """What a way of telling costs and adds; without its fillers a sentence says all that it said."""
    value = sentence.worth.value
    if not way.idle and value > 0:
        value *= _CUT_COSTS
    return Option(len(way.span.of(sentence.text).split()), value + sentence.must, way.idle)
