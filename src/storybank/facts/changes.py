"""What a few changed words take back or turn round, where all the others stand as they stood in the source."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final, Literal

from storybank.facts import lists
from storybank.facts.align import Side, weighty
from storybank.facts.denial import awaits, denies
from storybank.facts.edits import Change, Edited
from storybank.facts.fold import Folded, root, stem

Kind = Literal["negation", "hedge", "quantity", "attribution"]

_SCOPE: Final = 4  # tokens behind a negation in which the word stands that it denies
_NOT_ONLY: Final = frozenset(["only", "just", "merely", "simply", "least", "more", "less", "fewer", "later"])
_UNLESS: Final = frozenset(["unless", "provided", "providing", "except"])
_AFTER_ONLY: Final = frozenset(["after", "when", "if", "once", "because", "with"])
_PARTS: Final = frozenset(
    ["part", "most", "some", "third", "quarter", "fifth", "majority", "minority", "fraction", "half"]
)
_WHOSE: Final = frozenset(["the", "our", "my", "their", "his", "her", "its", "these", "those", "of"])
_SEEN: Final = frozenset(["i", "we"])
_THEIRS: Final = frozenset(["his", "her", "their", "he", "she", "they", "him", "them"])
_OURS: Final = frozenset(["my", "our", "i", "we", "me", "us"])


_KNOWING: Final = frozenset(root(w) for w in ("know", "find", "hear", "check", "remember", "look"))
_NONE: Final = frozenset(["any", "no", "nothing", "nobody", "none", "every", "all", "everything"])
_ASKING: Final = frozenset(root(w) for w in ("ask", "wonder", "check", "see", "know", "test"))


@dataclass(frozen=True, slots=True)
class Turned:
    """A stretch of the other text, what is wrong with it, and the stretch of the source that it was made of."""

    kind: Kind
    why: str
    here: tuple[int, int]
    there: tuple[int, int]


def turned(source: Side, other: Side, edited: Edited) -> Iterator[Turned]:
    """What the changes of one sentence make of it that the source does not say."""
    f, g = other.folded, source.folded
    fresh = _fresh_denial(f, edited)
    for change in edited.changes:
        if not fresh:
            yield from _undenied(g, edited, change)
        yield from _opposite(f, g, edited, change)
        yield from _unconditional(source, other, edited, change)
        yield from _whole(source, other, edited, change)
        yield from _taken_over(f, g, change)


def _fresh_denial(f: Folded, edited: Edited) -> bool:
    """True when the words that came deny anything."""
    return any(denies(f, *change.came) for change in edited.changes)


def _undenied(g: Folded, edited: Edited, change: Change) -> Iterator[Turned]:
    """A negation that went, while the word that it denies stayed: "never tried again", "tried again"."""
    for at in range(*change.went):
        word = g.word(at)
        if word not in lists.words("negation") and not word.endswith("n't"):
            continue
        if g.word(at + 1) in _NOT_ONLY or awaits(g, at):
            return
        for k in range(at + 1, min(edited.there.end, at + 1 + _SCOPE)):
            if g.word(k) in lists.words("clause-break"):
                break  # "not one, and attendance ...": denied was what stood before
            if k in edited.kept and g.word(k).isalpha() and g.word(k) not in lists.words("stop"):
                here = edited.kept[k]
                yield Turned("negation", "the source denies this", (here, here + 1), (at, k + 1))
                return


def _opposite(f: Folded, g: Folded, edited: Edited, change: Change) -> Iterator[Turned]:
    """A word for which its opposite came, neither of them denied or both."""
    if denies_plainly(f, *change.came) != denies_plainly(g, *change.went):
        return
    for at, end, said in _phrases(f, *change.came):
        if _stands(g, edited, f, at, end):
            continue  # "left" for "joined", in a sentence that has both
        for k, stop, told in _phrases(g, *change.went):
            if any((n, not half) in told for n, half in said):
                yield Turned("negation", "the source says the opposite", (at, end), (k, stop))
                return


def _stands(g: Folded, edited: Edited, f: Folded, at: int, end: int) -> bool:
    """True when the words of a stretch stand in the sentence of the source as well."""
    there = {stem(g.word(k)) for k in range(edited.there.first, edited.there.end)}
    return all(stem(f.word(k)) in there for k in range(at, end))


def denies_plainly(f: Folded, first: int, end: int) -> bool:
    """True when a word of negation stands in a stretch."""
    return any(f.word(k) in lists.words("negation") or f.word(k).endswith("n't") for k in range(first, end))


def _phrases(f: Folded, first: int, end: int) -> Iterator[tuple[int, int, frozenset[tuple[int, bool]]]]:
    """The words and pairs of words of a stretch that have an opposite, pairs first."""
    known = lists.opposites()
    for length in (2, 1):
        for at in range(first, end + 1 - length):
            said = known.get(" ".join(stem(f.word(k)) for k in range(at, at + length)))
            if said:
                yield at, at + length, said


def _unconditional(source: Side, other: Side, edited: Edited, change: Change) -> Iterator[Turned]:
    """A condition that went: "unless it rains", "only after they had signed", "in any case that we found"."""
    g = source.folded
    if change.came[1] > change.came[0] + 1:
        return
    for at in range(*change.went):
        word, after = g.word(at), g.word(at + 1)
        opens = at == edited.there.first or g.word(at - 1) in (",", ";", ":")
        if (
            word in _UNLESS
            or (word == "if" and opens and not _asks(g, edited))
            or (word == "only" and after in _AFTER_ONLY)
            or _as_far_as_known(g, at)
        ):
            here = _beside(edited, change)
            if here is not None and not _told_beside(other, source, edited, change):
                yield Turned("hedge", "the source says it under a condition", here, change.went)
            return


def _as_far_as_known(g: Folded, at: int) -> bool:
    """True for the "that" of "no errors that I know of", "in any case that we found"."""
    known = g.word(at) == "that" and g.word(at + 1) in _SEEN and root(g.word(at + 2)) in _KNOWING
    return known and any(g.word(k) in _NONE for k in range(at - 4, at))


def _told_beside(other: Side, source: Side, edited: Edited, change: Change) -> bool:
    """True when what went is told in the sentence before or behind."""
    went = frozenset(weighty(source.folded, *change.went))
    home = other.home[edited.here.first]
    near = [s for s in other.segments[max(0, home - 1) : home + 2] if s is not edited.here]
    return any(2 * len(went & s.stems) >= len(went) > 0 for s in near)


def _asks(g: Folded, edited: Edited) -> bool:
    """True where an "if" may only say what was asked or looked at: "she asked, if she might"."""
    return any(root(g.word(k)) in _ASKING for k in range(edited.there.first, edited.there.end))


def _beside(edited: Edited, change: Change) -> tuple[int, int] | None:
    """The kept words next to what went: those before it, or those behind where it opened the sentence."""
    before = sorted(here for there, here in edited.kept.items() if there < change.went[0])
    behind = sorted(here for there, here in edited.kept.items() if there >= change.went[1])
    chosen = before if len(before) > 1 else behind
    return (chosen[0], chosen[-1] + 1) if chosen else None


def _whole(source: Side, other: Side, edited: Edited, change: Change) -> Iterator[Turned]:
    """A part that became the whole: "half the team", "the team"."""
    f, g = other.folded, source.folded
    came = {f.word(k) for c in edited.changes for k in range(*c.came)}
    if came & _PARTS or any(
        c.kind in ("figure", "quantity") for e in edited.changes for c in other.near(*e.came)
    ):
        return
    for at in range(*change.went):
        if g.word(at) not in _PARTS or g.word(at + 1) not in _WHOSE:
            continue
        for k in range(at + 1, min(edited.there.end, at + 1 + _SCOPE)):
            if g.word(k) in lists.numbers("month"):
                break  # "the third of September"
            if k in edited.kept and g.word(k) not in lists.words("stop") and g.word(k).isalpha():
                here = edited.kept[k]
                yield Turned("quantity", "the source says it of a part only", (here, here + 1), (at, k + 1))
                return


def _taken_over(f: Folded, g: Folded, change: Change) -> Iterator[Turned]:
    """ "My team" for "his team", "I" for "she"."""
    theirs = [k for k in range(*change.went) if g.word(k) in _THEIRS]
    ours = [k for k in range(*change.came) if f.word(k) in _OURS]
    same = change.went[1] - change.went[0] == change.came[1] - change.came[0] == 1
    if theirs and ours and same:
        yield Turned(
            "attribution",
            "the source tells this of others",
            (ours[0], ours[0] + 1),
            (theirs[0], theirs[0] + 1),
        )
