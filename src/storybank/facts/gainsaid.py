"""What somebody is said to have done, where the source only says what he did not: "the dentists did the same"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from storybank.facts import lists
from storybank.facts.align import Segment, Side, clauses_in, weighty
from storybank.facts.denial import denies
from storybank.facts.fold import Folded, root
from storybank.facts.verbs import is_done
from storybank.signals.clauses import is_past

_BEHIND: Final = frozenset(["instead", "rather", "except", "without", "unlike"])
"""They deny what stands behind them, and nothing of the subject before."""
Stretch = tuple[int, int]
"""First token and end of a clause."""


class Gainsaid:
    """For each subject of a source the clauses that deny something of it, and the words that others tell of it."""

    def __init__(self, source: Side) -> None:
        f = source.folded
        self._denied: dict[str, list[Stretch]] = {}
        self._told: dict[str, set[str]] = {}
        others: list[Stretch] = []
        for clause in (c for segment in source.segments for c in clauses_in(f, segment)):
            if not _denies_something(f, *clause) or f.word(clause[1]) in ("until", "till"):
                others.append(clause)
                continue
            for at in [*_denied_subjects(f, *clause), *_denied_objects(f, *clause)]:
                self._denied.setdefault(root(f.word(at)), []).append(clause)
        for clause in others:
            words = frozenset(weighty(f, *clause))
            for word in words & self._denied.keys():
                self._told.setdefault(word, set()).update(words)
        self._being = {s for s in (s for listed in self._denied.values() for s in listed) if _of_being(f, *s)}
        self._words = {s: frozenset(weighty(f, *s)) for listed in self._denied.values() for s in listed}

    def grown(self, f: Folded, segment: Segment) -> Iterator[tuple[int, Stretch]]:
        """Subjects of which a sentence tells without denial what the source denies: the token, the source's clause."""
        if not self._denied:
            return
        for first, end in clauses_in(f, segment):
            unreal = lists.words("irreal") - lists.words("helps") | {"can"}
            if denies(f, first, end) or any(f.word(k) in unreal for k in range(first, end)):
                continue
            for at in _subjects(f, first, end):
                subject = root(f.word(at))
                said = frozenset(weighty(f, at + 1, end)) - {subject}
                told = self._told.get(subject, set())
                if subject not in self._denied or said & told:
                    continue
                near = [
                    s
                    for s in self._denied[subject]
                    if said & self._words[s] or not (told or s in self._being)
                ]
                if near:
                    yield at, near[0]
                    return


def _denies_something(f: Folded, first: int, end: int) -> bool:
    """True for a clause that denies something of somebody: what he ended or told others not to do, he did."""
    return any(
        denies(f, k, k + 1) and f.word(k) not in lists.words("ending") | _BEHIND and f.word(k + 1) != "to"
        for k in range(first, end)
    )


def _of_being(f: Folded, first: int, end: int) -> bool:
    """True for "were not the same": denied is what they are, and no deed."""
    return any(
        f.word(k) in ("wasn't", "weren't", "isn't", "aren't")
        or (f.word(k) in ("was", "were", "is", "are") and f.word(k + 1) == "not")
        for k in range(first, end)
        if not is_done(f.word(k + 1 + (f.word(k + 1) == "not")))
    )


def _denied_subjects(f: Folded, first: int, end: int) -> list[int]:
    """The subjects of a clause that its negation belongs to: the last one before it, and those behind."""
    found = list(_subjects(f, first, end))
    denied = next((k for k in range(first, end) if _denies_something(f, k, k + 1)), first)
    before = [at for at in found if at < denied]
    return before[-1:] + [at for at in found if at >= denied]


def _denied_objects(f: Folded, first: int, end: int) -> Iterator[int]:
    """The things and people behind a negation: "I didn't run it past the manufacturer"."""
    denied = next((k for k in range(first, end) if denies(f, k, k + 1)), end)
    for at in range(denied + 2, end):
        noun = f.word(at).isalpha() and f.word(at) not in lists.words("stop") and not is_past(f.word(at))
        if noun and f.word(at - 1) == "the":
            yield at


def _subjects(f: Folded, first: int, end: int) -> Iterator[int]:
    """Nouns and names that a verb follows, at once or behind a helping word."""
    for at in range(first, end - 1):
        word = f.word(at)
        if not word.isalpha() or word in lists.words("stop") or word in lists.words("aux") or is_past(word):
            continue
        after = f.word(at + 1)
        if after in lists.words("aux") or is_past(after) or after.endswith("n't"):
            yield at
