"""What several rules need in order to judge: each function is a check, builds one, or words its facts.

A check maps readings to hits. Rules that exclude each other ask the same reading, so they cannot clash.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from storybank.rules.model import Hit
from storybank.text.span import Span

if TYPE_CHECKING:
    from storybank.readings.model import Readings
    from storybank.text.document import PartKind

Check = Callable[["Readings"], Iterable[Hit]]
Facts = dict[str, str | int]

SHOWN = 0.5
"""From which strength on a sentence is taken to show a thing."""
QUOTED = 0.3
"""From which strength on a sentence may be quoted for a thing, so that nothing else may say it is missing."""
_DENIED = 0.1  # a judged probability below this outweighs a part label that was not given
_ROW = 4  # so many own deeds make a row that wants a reason
_EXAMPLES = 3  # so many phrases are quoted in a message

_REASON = re.compile(
    r"\b(?:because|since|so (?:that|i)|as (?:i|it|they|we|no\w+)|reason|otherwise|therefore|why|in order)\b",
    re.I,
)


# -- whole-context judgements


def judged(name: str) -> Check:
    """Hits where the reading of this defect says that it is present: one for each phrase, else one in all."""
    return judged_if(name, lambda _: True)


def judged_if(
    name: str, applies: Callable[[Readings], bool], facts: Callable[[Readings], Facts] | None = None
) -> Check:
    """Like `judged`, for answers to which the rule `applies` at all; `facts` fill the message."""

    def check(readings: Readings) -> Iterator[Hit]:
        found = readings.judged.get(name)
        if found is None or not found.present or not applies(readings):
            return
        for span in found.spans or (None,):
            yield Hit(span, facts(readings) if facts else None)

    return check


def target_and_level(readings: Readings) -> Facts:
    """The level aimed for and the level shown."""
    return {"target": readings.target, "level": readings.level}


# -- parts


def suppressed(readings: Readings) -> bool:
    """True for an answer that tells what one would do: there is no event, so no part is missed."""
    found = readings.judged.get("hypothetical")
    return found is not None and found.present


def missing_part(kind: PartKind, name: str) -> Check:
    """A part that no sentence plays, or that the reading judges missing (a scene that fits any company)."""

    def check(readings: Readings) -> Iterator[Hit]:
        if suppressed(readings):
            return
        found = readings.judged.get(name)
        absent = readings.shares.get(kind, 0.0) == 0 and (found is None or found.probability >= _DENIED)
        if absent or (found is not None and found.present):
            yield Hit()

    return check


def part_words(readings: Readings, kind: PartKind) -> Span | None:
    """The longest run of sentences of one kind; None where there is none."""
    runs: list[Span] = []
    last = -2
    for k, (sentence, part) in enumerate(
        zip(readings.signals.document.sentences, readings.signals.parts, strict=True)
    ):
        if part != kind:
            continue
        if last == k - 1:
            runs[-1] = Span(runs[-1].start, sentence.span.end)
        else:
            runs.append(sentence.span)
        last = k
    return max(runs, key=len, default=None)


def percent(share: float) -> int:
    """A share as a whole per cent."""
    return round(100 * share)


# -- outcome and lesson


def outcome_is(kind: str) -> Check:
    """The outcome is told in this way: `none`, `felt` or `stated`."""

    def check(readings: Readings) -> Iterator[Hit]:
        if readings.outcome.kind == kind:
            yield Hit(None if kind == "none" else readings.outcome.span)

    return check


def technical_only(readings: Readings) -> Iterator[Hit]:
    """The outcome has figures and no meaning outside the craft."""
    if readings.outcome.technical_only:
        yield Hit(readings.outcome.span)


def lesson_is(kind: str) -> Check:
    """The lesson is of this kind: `generic` or `refused`."""

    def check(readings: Readings) -> Iterator[Hit]:
        if readings.lesson.kind == kind:
            yield Hit(readings.lesson.span)

    return check


# -- words


def told(readings: Readings, part: PartKind) -> Iterator[str]:
    """The sentences of a part, in order."""
    document = readings.signals.document
    for sentence, kind in zip(document.sentences, readings.signals.parts, strict=True):
        if kind == part:
            yield sentence.span.of(document.prose)


def densest(readings: Readings, spans: Sequence[Span]) -> Span | None:
    """The sentence that holds most of the spans; the first of equals; None without spans."""
    best, most = None, 0
    for sentence in readings.signals.document.sentences:
        held = sum(sentence.span.contains(s) for s in spans)
        if held > most:
            best, most = sentence.span, held
    return best if best is not None else (spans[0] if spans else None)


def quoted(readings: Readings, span: Span) -> str:
    """The words of a span, on one line."""
    return " ".join(span.of(readings.signals.document.prose).split())


def each_quoted(name: str, spans: Callable[[Readings], Iterable[Span]]) -> Check:
    """A hit for every span, whose words stand in the message under `name`."""

    def check(readings: Readings) -> Iterator[Hit]:
        for span in spans(readings):
            yield Hit(span, {name: quoted(readings, span)})

    return check


def examples(readings: Readings, spans: Iterable[Span]) -> str:
    """The first few different phrases among the spans, quoted and joined by commas."""
    found: dict[str, str] = {}
    for span in spans:
        words = quoted(readings, span)
        found.setdefault(words.lower(), words)
    return ", ".join(f"“{words}”" for words in list(found.values())[:_EXAMPLES])


# -- previews: built on the reader's evidence


def failure_dodged(readings: Readings) -> Iterator[Hit]:
    """A failure was asked for; no fault of one's own is told, or one that had no consequence of any kind."""
    if not readings.asked.failure:
        return
    fault = readings.signals.best("ownfault", SHOWN)
    harmless = (
        readings.signals.best("pain", SHOWN) is None
        and readings.outcome.kind in ("none", "felt")
        and readings.lesson.kind not in ("insight", "changed")
    )
    if fault is None or harmless:
        yield Hit(fault.span if fault else None)


def no_trade_off(readings: Readings) -> Iterator[Hit]:
    """Deeds with reasons, and nothing weighed or given up."""
    if not _deeds(readings) or _unreasoned(readings):
        return
    if readings.signals.best("choice", QUOTED) is None:
        yield Hit()


def decisions_without_reason(readings: Readings) -> Iterator[Hit]:
    """A row of own deeds, none of them with a reason, a choice or a check."""
    if _unreasoned(readings):
        yield Hit(part_words(readings, "action"), {"deeds": _deeds(readings)})


def no_business_context(readings: Readings) -> Iterator[Hit]:
    """At L7: no meaning for the business, no stakes, and no sum of money anywhere."""
    signals = readings.signals
    if readings.target != "L7" or not readings.is_story:
        return
    money = any(f.figure.kind == "money" for f in signals.figures)
    if not money and not any(signals.best(tag, SHOWN) for tag in ("business", "pain")):
        yield Hit()


def team_without_people(readings: Readings) -> Iterator[Hit]:
    """From L6 on: own deeds, and nobody listened to, won over or helped."""
    if readings.target != "L5" and _deeds(readings) and readings.signals.best("influence", SHOWN) is None:
        yield Hit(None, {"target": readings.target})


def _deeds(readings: Readings) -> int:
    """How many sentences clearly show a deed of the speaker's own; none where no event is told."""
    if not readings.is_story or suppressed(readings):
        return 0
    return sum(e.strength >= SHOWN for e in readings.signals.evidence["own"])


def _unreasoned(readings: Readings) -> bool:
    signals = readings.signals
    if _deeds(readings) < _ROW or any(signals.best(tag, SHOWN) for tag in ("choice", "check", "influence")):
        return False
    return not any(_REASON.search(words) for words in told(readings, "action"))
