"""Tellings of one story side by side: figures that drifted, claims that grew, and what an interviewer will ask about.

The first text is the measure. Each difference is located in both texts, says which way it went, and comes with the
question that it invites.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

from storybank.facts.align import Segment, Side, nearest, side
from storybank.facts.check import Invention, InventionKind, check_facts
from storybank.facts.claim import Claim
from storybank.stories.story import Revision, Story, told_text
from storybank.text.span import Span

Change = Literal["grew", "drifted", "shrank", "new"]
CHANGES: tuple[Change, ...] = ("grew", "drifted", "shrank", "new")
"""How a claim differs from the measure, gravest first; `new` is stated nowhere in the measure."""

_ABOUT = 0.5  # share of sentences about the same events from which a text is a telling, not a résumé of many things
_GROWTH: frozenset[InventionKind] = frozenset(
    ("rank", "scope", "quantity", "negation", "hedge", "attribution", "deed", "role")
)
_SAME_AGAIN: frozenset[InventionKind] = frozenset(("figure", "date", "name", "role"))
"""What is the same claim wherever it stands; a hedge or a deed belongs to its sentence."""
_PROBES: dict[str, str] = {
    "figure": "It has been told as “{there}” and as “{here}”: which is right, and how was it measured?",
    "date": "When exactly was that, and how long did it take?",
    "name": "Who was that, and what was their part?",
    "role": "What was your role, formally and in fact?",
    "rank": "What was your role, formally and in fact?",
    "scope": "How many were concerned, and how do you know?",
    "quantity": "Was it really all of them? Which ones not?",
    "negation": "Did that happen or not?",
    "hedge": "How sure are you of that, and what would somebody who was there say?",
    "attribution": "What did you do yourself, and what did others do?",
    "deed": "What did you decide in person, and where did you help?",
}
_NEW_PROBE = "“{here}” is told here and nowhere else: where does it come from?"


@dataclass(frozen=True, slots=True)
class Text:
    """A telling: what it is called, and its words."""

    name: str
    text: str


@dataclass(frozen=True, slots=True)
class Place:
    """A stretch of one of the texts; `text[span.start:span.end] == quote`."""

    span: Span
    quote: str


@dataclass(frozen=True, slots=True)
class Difference:
    """One claim that differs: in the telling (`here`), in the measure (`there`, None when it states nothing near)."""

    kind: InventionKind
    change: Change
    here: Place
    there: Place | None
    why: str
    probe: str
    sentence: Place
    again: tuple[Place, ...] = ()
    """Where the telling says the same once more."""


@dataclass(frozen=True, slots=True)
class Compared:
    """A telling against the measure. `whole` is False when it mostly tells of other things (a résumé)."""

    text: Text
    differences: tuple[Difference, ...]
    whole: bool

    @property
    def probed(self) -> tuple[tuple[Place, tuple[str, ...]], ...]:
        """Sentences of the telling that are likely to be probed, with the questions; most differences first."""
        found: dict[Place, list[str]] = {}
        for d in self.differences:
            found.setdefault(d.sentence, []).append(d.probe)
        ranked = sorted(found.items(), key=lambda item: (-len(item[1]), item[0].span))
        return tuple((place, tuple(dict.fromkeys(probes))) for place, probes in ranked)


def compare(measure: Text, tellings: Sequence[Text]) -> tuple[Compared, ...]:
    """Each telling against the measure, differences gravest first and then in the order of the text."""
    ours = side(measure.text)
    return tuple(_one(measure, ours, telling) for telling in tellings)


def tellings_of(story: Story, revisions: Sequence[Revision] = ()) -> tuple[Text, ...]:
    """All tellings that the bank holds of a story, the present one first; none twice, none empty."""
    found = [Text("now", told_text(story))]
    found += [Text(f"telling {t.name}", t.text) for t in story.tellings]
    found += [Text(f"reply to “{f.question}”", f.reply) for f in story.followups]
    found += [Text(f"revision {r.number}", told_text(r.story)) for r in reversed(revisions) if not r.deleted]
    unique: dict[str, Text] = {}
    for text in found:
        if text.text.strip():
            unique.setdefault(" ".join(text.text.split()), text)
    return tuple(unique.values())


def _one(measure: Text, ours: Side, telling: Text) -> Compared:
    theirs = side(telling.text)
    aligned = {n: nearest(ours, s) for n, s in enumerate(theirs.segments)}
    about = sum(a is not None for a in aligned.values())
    whole = about >= _ABOUT * len(theirs.segments)
    found: list[Difference] = []
    for invention in check_facts(measure.text, telling.text):
        home = _home(theirs, invention.span)
        if aligned[home] is None and not whole:
            continue  # of another event
        found.append(_difference(invention, ours, theirs, theirs.segments[home], aligned[home]))
    order = {change: k for k, change in enumerate(CHANGES)}
    found = _once(sorted(found, key=lambda d: d.here.span))
    return Compared(telling, tuple(sorted(found, key=lambda d: (order[d.change], d.here.span))), whole)


def _once(found: Sequence[Difference]) -> list[Difference]:
    """Each drift once: where the same words drift again, the first place is kept and the others are noted there."""
    first: dict[tuple[str, str, int], Difference] = {}
    for d in found:
        place = 0 if d.kind in _SAME_AGAIN else d.here.span.start
        key = (d.kind, " ".join(d.here.quote.lower().split()), place)
        kept = first.get(key)
        first[key] = replace(kept, again=(*kept.again, d.here)) if kept else d
    return list(first.values())


def _home(where: Side, span: Span) -> int:
    """The segment in which a span begins."""
    tokens = where.folded.tokens
    return next(where.home[k] for k, t in enumerate(tokens) if t.end > span.start)


def _difference(
    invention: Invention, ours: Side, theirs: Side, segment: Segment, aligned: Segment | None
) -> Difference:
    there = Place(invention.nearest.span, invention.nearest.quote) if invention.nearest else None
    change: Change = "grew" if invention.kind in _GROWTH else "drifted" if there else "new"
    if invention.kind == "figure":
        change, there = _figure(invention, ours, theirs, segment, aligned)
    elif invention.kind in ("name", "date") and (
        there is None or aligned is None or not _within(there.span, ours, aligned)
    ):
        change, there = "new", None
    asked = _NEW_PROBE if change == "new" else _PROBES[invention.kind]
    probe = asked.format(here=invention.quote, there=there.quote if there else "nothing")
    return Difference(
        invention.kind, change, Place(invention.span, invention.quote), there, invention.why, probe,
        _sentence(theirs, segment),
    )  # fmt: skip


def _figure(
    invention: Invention, ours: Side, theirs: Side, segment: Segment, aligned: Segment | None
) -> tuple[Change, Place | None]:
    """Which figure of the measure became this one, and which way it went."""
    here = next((c for c in theirs.claims if c.kind == "figure" and c.span == invention.span), None)
    if here is None or aligned is None:
        return "new", None
    said = [c for c in theirs.claims if c.kind == "figure" and segment.first <= c.first < segment.end]
    rivals = [
        c
        for c in ours.claims
        if c.kind == "figure" and aligned.first <= c.first < aligned.end and _rival(here, c)
        and (c.key == here.key or not any(c.key == s.key for s in said))
    ]  # fmt: skip
    if not rivals:
        rivals = [c for c in ours.claims if c.kind == "figure" and _rival(here, c) and here.rate and c.rate == here.rate
                  and not any(c.key == s.key for s in theirs.claims)]  # fmt: skip
    if not rivals:
        return "new", None
    rival = min(rivals, key=lambda c: abs((c.value or 0.0) - (here.value or 0.0)))
    place = Place(rival.span, rival.quote)
    if here.value is None or rival.value is None:
        return "drifted", place
    if here.value == rival.value:
        return ("grew" if here.hedge != rival.hedge else "drifted"), place
    return ("grew" if abs(here.value) > abs(rival.value) else "shrank"), place


def _rival(here: Claim, there: Claim) -> bool:
    """True when two figures could state the same thing."""
    return here.unit == there.unit and (here.noun == there.noun or not here.noun or not there.noun)


def _within(span: Span, where: Side, segment: Segment) -> bool:
    return where.folded.span(segment.first, segment.end).overlaps(span)


def _sentence(where: Side, segment: Segment) -> Place:
    span = where.folded.span(segment.first, segment.end)
    return Place(span, span.of(where.folded.text))
