"""Sentences that say again what an earlier one said: the same words in the same order but for one, or a paraphrase.

A figure, a name, a deed of the speaker's or a turn ("not", "now", "since") that the earlier sentence has not makes a
sentence new, however many of its words were said before. None of 36,000 sentences of labelled answers
is taken for told.
"""

from __future__ import annotations

import re
from collections import Counter, deque
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from storybank.text import words

_WORD = re.compile(r"[^\W_]+(?:['’.,][^\W_]+)*")
_DEED = re.compile(
    r"(?<!\w)(?:i|we)(?:['’](?:d|ve)| had| have| then| also| just| \w+ly)* ([^\W\d_]+)", re.IGNORECASE
)
_AS_SAID = re.compile(
    r"\bas (?:i|we)(?:['’]ve| have| had)?(?: just| already| also)? (?:said|mentioned|told you)\b",
    re.IGNORECASE,
)
_NUMBERS = frozenset(
    ["one", "once", "two", "twice", "three", "thrice", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven",
     "twelve", "fifteen", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety", "hundred",
     "thousand", "million", "half", "third", "quarter", "double", "doubled", "halved", "tripled", "zero"]
)  # fmt: skip
_TURNS = frozenset(
    ["no", "not", "never", "nobody", "nothing", "none", "nor", "without", "now", "today", "since", "instead", "again",
     "longer", "later", "still", "stopped", "only", "fewer", "less", "more", "because", "although", "if"]
)  # fmt: skip
_SAYING = frozenset(
    ["learn", "lesso", "taugh", "teach", "reali", "takea", "resul", "outco", "meant", "means", "happe", "thing",
     "would", "could", "shoul", "must", "will", "can", "about", "than", "much", "very", "been", "does", "went",
     "came", "got", "don't", "me", "us", "am", "any", "anyth", "someth", "anyt", "somet", "own", "really",
     "alway", "that", "which"]
)  # fmt: skip
"""Stems of words that say nothing by themselves, or only that a result or a lesson follows."""
_STEM = 5
_LEAST = 5  # words
_LONGEST = 60
_SAME = 0.75  # of the words of the longer sentence, in the same order
_ALIKE = 0.6  # of what both are about
_NEARLY = 0.8
_ABOUT = 5
"""With fewer words that say something, one more or less makes a difference."""
_KNOWN = 12  # sentences kept in mind for a word, so that time grows with length only
_CLOSEST = 3


@dataclass(frozen=True, slots=True)
class _Said:
    """A sentence: its stems in order, what it is about, what would make it new, what was done in it."""

    stems: tuple[str, ...]
    about: frozenset[str]
    news: frozenset[str]
    figures: frozenset[str]
    done: frozenset[str]


def retold(sentences: Iterable[str]) -> Iterator[bool]:
    """For each sentence, in order, whether an earlier one that was not itself retold has said it."""
    known: list[_Said] = []
    where: dict[str, deque[int]] = {}
    for sentence in sentences:
        said = _said(sentence)
        again = _LEAST <= len(said.stems) <= _LONGEST and any(
            _says_again(said, known[at]) for at in _closest(said, where)
        )
        yield again
        if not again:
            for stem in said.about:
                where.setdefault(stem, deque(maxlen=_KNOWN)).append(len(known))
            known.append(said)


def _closest(said: _Said, where: dict[str, deque[int]]) -> list[int]:
    shared = Counter(at for stem in said.about for at in where.get(stem, ()))
    return [at for at, _ in shared.most_common(_CLOSEST)]


def _said(sentence: str) -> _Said:
    sentence = _AS_SAID.sub(" ", sentence)
    found = [w.replace("’", "'") for w in _WORD.findall(sentence)]
    low = [w.lower() for w in found]
    figures = frozenset(w for w in low if w[0].isdigit() or w in _NUMBERS)
    names = {w.lower()[:_STEM] for w in found[1:] if w[0].isupper() and w != "I" and w[:2] != "I'"}
    turns = {"not" if w.endswith("n't") else w for w in low if w in _TURNS or w.endswith("n't")}
    deeds = {m[1].lower()[:_STEM] for m in _DEED.finditer(sentence)} - _SAYING
    stems = tuple(w[:_STEM] for w in low)
    about = frozenset(w[:_STEM] for w in low if w not in figures and not _is_small(w))
    counted = frozenset(w for w in figures if w[0].isdigit())
    done = frozenset(w[:_STEM] for w in low if w.endswith("ed"))
    return _Said(stems, about, figures | names | turns | (deeds & about), counted, done)


def _is_small(word: str) -> bool:
    return word in words.STARTERS or word in words.STUMBLES or word[:_STEM] in _SAYING or word in _TURNS


def _says_again(said: _Said, before: _Said) -> bool:
    """Whether nothing is new in a sentence beside an earlier one, and it is that one over again."""
    if said.news - before.news - before.about:
        return False
    shared = len(said.about & before.about)
    alike = 2 * shared / max(1, len(said.about) + len(before.about))
    if len(said.about) > 1 and alike >= (_ALIKE if len(said.about) >= _ABOUT else _NEARLY):
        return True
    if len(said.figures) > 1 and shared > 1 and 2 * shared >= len(said.about):
        return True
    done = said.done & (said.about - before.about)
    return not done and _in_order(said.stems, before.stems) >= _SAME


def _in_order(one: Sequence[str], other: Sequence[str]) -> float:
    """The longest run of stems that both have in the same order, as a share of the longer."""
    row = [0] * (len(other) + 1)
    for stem in one:
        last = 0
        for at, against in enumerate(other, 1):
            last, row[at] = row[at], last + 1 if stem == against else max(row[at], row[at - 1])
    return row[-1] / max(len(one), len(other))
