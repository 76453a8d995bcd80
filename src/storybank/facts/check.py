"""The no-invention check: what a rewritten text claims that its source does not state.

Anybody's rewriting can be checked: our own, a person's, a language model's. A sentence that stands in the source
word for word passes, wherever it was moved to. In every other sentence each figure, name, date, role, rank, scope
and quantity must be stated by the source, no surer and no larger; nothing may lose a negation, a hedge or a
condition; and nobody's deed may become the speaker's.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from storybank.facts import lists
from storybank.facts.align import Segment, Side, nearest, side, verbatim
from storybank.facts.causes import Causes
from storybank.facts.certainty import Certainty, certainty_of
from storybank.facts.changes import turned
from storybank.facts.claim import Claim
from storybank.facts.contrasts import Contrasts
from storybank.facts.date_check import Calendar
from storybank.facts.deeds import Deeds
from storybank.facts.edits import Edits
from storybank.facts.figure_check import Stated
from storybank.facts.gainsaid import Gainsaid
from storybank.facts.limits import Used, used
from storybank.facts.lost_limits import NOT_DENIED, limits_lost
from storybank.facts.parties import Parties
from storybank.facts.planned import Planned
from storybank.facts.proposed import Proposed
from storybank.facts.quantity_check import Amounts
from storybank.facts.remainder import Remainders
from storybank.facts.role_check import Roles
from storybank.facts.told import Told
from storybank.facts.trends import GROUPS, Trends
from storybank.facts.word_check import Known
from storybank.text.span import Span

InventionKind = Literal[
    "figure", "name", "date", "role", "rank", "scope", "quantity", "negation", "hedge", "attribution", "deed"
]


_TURNED: dict[str, tuple[InventionKind, str]] = {
    "way": ("quantity", "the source has it go another way"),
    "stance": ("negation", "the source has them take the other side"),
    "outcome": ("negation", "the source says that it went the other way"),
    "certainty": ("hedge", "the source says it less surely"),
}
_PLANNED = "the source has it as a goal or a plan only"
_RANKS = ("the source states a lower rank", "the source does not give this person the role")


@dataclass(frozen=True, slots=True)
class Nearest:
    """The words of the source that were most likely changed; `span` is of the source."""

    span: Span
    quote: str


@dataclass(frozen=True, slots=True)
class Invention:
    """Something that the rewritten text claims and the source does not state.

    `span` and `quote` are of the rewritten text: `rewritten[span.start:span.end] == quote`. `why` is one clause;
    `nearest` is what the source states instead, where something comes near.
    """

    kind: InventionKind
    span: Span
    quote: str
    why: str
    nearest: Nearest | None = None

    @property
    def certainty(self) -> Certainty:
        """ "sure" where words or figures contradict the source, "doubtful" where they may only differ."""
        return certainty_of(self.why)


def check_facts(source: str, rewritten: str) -> list[Invention]:
    """Everything that `rewritten` claims and `source` does not state, in the order of the text; [] when all is stated.

    Looks at the words alone, so it also finds what only sounds like growth; what it lets pass is stated by the
    source as far as words can tell. Knows English; words of other scripts that the source lacks are reported.
    """
    ours, theirs = side(source), side(rewritten)
    whole = verbatim(ours, theirs)
    if all(whole):
        return []
    return sorted(_each_once(_found(ours, theirs, whole)), key=lambda i: (i.span, i.kind))


def _each_once(found: Iterable[Invention]) -> list[Invention]:
    """One finding for each place and kind; a doubtful one inside another's words says nothing new."""
    unique: dict[tuple[str, Span], Invention] = {}
    for invention in found:
        unique.setdefault((invention.kind, invention.span), invention)
    kept: list[Invention] = []
    told: dict[str, int] = {}  # how far the sure findings of a kind reach
    for i in sorted(unique.values(), key=lambda i: (i.span.start, -i.span.end, i.certainty == "doubtful")):
        if i.certainty == "sure":
            told[i.kind] = max(told.get(i.kind, 0), i.span.end)
        elif told.get(i.kind, 0) >= i.span.end:
            continue
        kept.append(i)
    return kept


def _found(source: Side, other: Side, whole: list[bool]) -> Iterator[Invention]:
    uses = used(source)
    known, stated, calendar, amounts = Known(source), Stated(source), Calendar(source), Amounts(source)
    roles, planned = Roles(source, uses), Planned(source)
    aligned = [None if ok else nearest(source, s) for s, ok in zip(other.segments, whole, strict=True)]
    for claim in other.claims:
        home = other.home[claim.first]
        if whole[home]:
            continue
        if claim.kind == "figure":
            fault = _ordinal_in_passing(claim, other, source) or stated.fault_of(claim, other, aligned[home])
            fault = None if fault == ("", None) else fault
        elif claim.kind == "date":
            fault = calendar.fault_of(claim, other)
        elif claim.kind == "role":
            fault = roles.fault_of(claim, other)
        elif claim.kind in ("quantity", "rank"):
            fault = amounts.fault_of(claim, other)
        else:
            fault = known.fault_of(claim, other)
        if fault is None and (wish := planned.done(claim, other)) is not None:
            yield Invention("hedge", claim.span, claim.quote, _PLANNED, _near(wish))
        if fault is not None:
            why, near = fault
            kind = "rank" if claim.unit == "ordinal" or why in _RANKS else claim.kind
            yield Invention(kind, claim.span, claim.quote, why, _near(near))
    deeds, trends = Deeds(Told(source, uses)), Trends(source)
    causes, gainsaid, contrasts = Causes(source), Gainsaid(source), Contrasts(source)
    proposed = Proposed(source, uses)
    held = _Sentences(Edits(source), Parties(source), calendar, stated.remainders, contrasts)
    mine = {u.at: u for us in used(other).values() for u in us}
    for n, segment in enumerate(other.segments):
        if not whole[n]:
            yield from _turns(source, other, segment, trends)
            yield from _causes(source, other, segment, causes)
            yield from _gainsaid(source, other, segment, gainsaid)
            yield from _strangers(other, segment, contrasts)
            yield from _realised(source, other, segment, proposed)
            if other.folded.word(segment.end - 1) != "?":  # who asks claims no deed
                yield from _deeds(source, other, segment, aligned[n], deeds, mine, stated.remainders)
                yield from _edited(source, other, segment, held)


def _turns(source: Side, other: Side, segment: Segment, trends: Trends) -> Iterator[Invention]:
    """Words that say which way things went, or who was for them, where the source says otherwise."""
    text, words = other.folded.text, source.folded
    for here, there in trends.turned(other.folded, segment):
        span, near = other.folded.span(here.at, here.at + 1), words.span(there.at, there.at + 1)
        kind, why = _TURNED[GROUPS[here.state]]
        yield Invention(kind, span, span.of(text), why, Nearest(near, near.of(words.text)))


def _causes(source: Side, other: Side, segment: Segment, causes: Causes) -> Iterator[Invention]:
    """Causes that the source doubts."""
    for at, doubted in causes.grown(other.folded, segment):
        span, near = other.folded.span(at, at + 2), source.folded.span(doubted.first, doubted.end)
        quoted = Nearest(near, near.of(source.folded.text))
        yield Invention(
            "hedge", span, span.of(other.folded.text), "the source doubts that this was the cause", quoted
        )


def _gainsaid(source: Side, other: Side, segment: Segment, gainsaid: Gainsaid) -> Iterator[Invention]:
    """People and things of which the source only says what they did not."""
    for at, denied in gainsaid.grown(other.folded, segment):
        span, near = other.folded.span(at, at + 2), source.folded.span(*denied)
        quoted = Nearest(near, near.of(source.folded.text))
        yield Invention(
            "negation", span, span.of(other.folded.text), "the source denies something of them", quoted
        )


def _realised(source: Side, other: Side, segment: Segment, proposed: Proposed) -> Iterator[Invention]:
    """What was only proposed, come true."""
    found = proposed.realised(other.folded, segment)
    if found is not None:
        span = other.folded.span(found[0], found[0] + 1)
        yield Invention("hedge", span, span.of(other.folded.text), _PLANNED, _use(source, found[1]))


def _strangers(other: Side, segment: Segment, contrasts: Contrasts) -> Iterator[Invention]:
    """Relatives that the source does not speak of."""
    for at in contrasts.strangers(other, segment.first, segment.end):
        span = other.folded.span(at, at + 1)
        yield Invention("name", span, span.of(other.folded.text), "the source speaks of another relative")


@dataclass(frozen=True, slots=True)
class _Sentences:
    """What a sentence that is the source's but for a few words is held against."""

    edits: Edits
    parties: Parties
    calendar: Calendar
    rests: Remainders
    contrasts: Contrasts


def _edited(source: Side, other: Side, segment: Segment, held: _Sentences) -> Iterator[Invention]:
    """What was changed in a sentence that is otherwise the source's, and people who changed places."""
    f, g = other.folded, source.folded

    def found(kind: InventionKind, why: str, here: tuple[int, int], there: tuple[int, int]) -> Invention:
        span, near = f.span(*here), g.span(*there)
        return Invention(kind, span, span.of(f.text), why, Nearest(near, near.of(g.text)))

    parties = held.parties
    for at, told in parties.exchanged(other, segment):
        yield found("attribution", "the source has it the other way round", (at, at + 1), (told, told + 1))
    edited = held.edits.of(f, segment)
    if edited is None:
        return
    for at, told in parties.elsewhere(other, edited):
        yield found(
            "attribution", "the source says that somebody else did this", (at, at + 1), (told, told + 1)
        )
    for turn in () if held.rests.told_in(segment, other) else turned(source, other, edited):
        yield found(turn.kind, turn.why, turn.here, turn.there)
    for first, end in parties.added(other, edited):
        there = (edited.there.first, edited.there.end)
        yield found("attribution", "the source does not say this of them", (first, end), there)
    for here, there in held.contrasts.exchanged(other, edited):
        yield found("name", "the source speaks of another one here", here, there)
    for at, who in parties.displaced(other, edited):
        yield found("attribution", "the source tells this of others", (at, at + 1), who)
    for new, there in parties.replaced(other, edited):
        yield found("name", "the source names another here", (new.first, new.end), there)
    for new, old in held.calendar.exchanged(other, edited):
        yield found("date", "the source gives another date here", (new.first, new.end), (old.first, old.end))


def _ordinal_in_passing(claim: Claim, other: Side, source: Side) -> tuple[str, Claim | None] | None:
    """ "First, I ...", "the second time": an order of telling is no rank; ("", None) lets it pass."""
    if claim.unit != "ordinal" or claim.quote[:1].isdigit() or (claim.value or 9) > 2:
        return None
    before = other.folded.word(claim.first - 1)
    if claim.value == 1 and other.folded.word(claim.end) in lists.words("first-of-many"):
        return "", None  # "the first draft"
    told = {"first", "second", "another", "other"} if claim.value == 1 else {"second", "another"}
    said = any(t.word == claim.quote.lower() or t.word in told for t in source.folded.tokens)
    if other.folded.word(claim.end) in lists.values("time"):  # "the first year": of another than the second
        said = said or not any(c.unit == "ordinal" and c.noun == claim.noun for c in source.claims)
    return (
        ("", None)
        if said or other.folded.tokens[claim.first].opens or before in ("and", "then", "at", ",")
        else None
    )


def _deeds(
    source: Side, other: Side, segment: Segment, aligned: Segment | None,
    deeds: Deeds, mine: dict[int, Used], rests: Remainders,
) -> Iterator[Invention]:  # fmt: skip
    f = other.folded
    grown = list(deeds.grown(f, segment, aligned))
    for at, why, use in limits_lost(source, f, segment, aligned, mine, deeds.told.uses):
        if why == NOT_DENIED and rests.told_in(segment, other):
            continue
        span = f.span(at, at + 1)
        kind: InventionKind = "hedge" if "hedge" in why else "quantity" if "part" in why else "negation"
        if kind == "hedge" and grown:
            continue  # the larger deed says it already
        yield Invention(kind, span, span.of(f.text), why, _use(source, use))
    for at, what, why, near in grown:
        span = f.span(at, at + 1)
        kind = "deed" if what == "deed" else "attribution"
        yield Invention(kind, span, span.of(f.text), why, _use(source, near))


def _near(claim: Claim | None) -> Nearest | None:
    return None if claim is None else Nearest(claim.span, claim.quote)


def _use(source: Side, use: Used | None) -> Nearest | None:
    if use is None:
        return None
    segment = source.segments[source.home[use.at]]
    span = source.folded.span(max(segment.first, use.at - 4), min(segment.end, use.at + 2))
    return Nearest(span, span.of(source.folded.text))
