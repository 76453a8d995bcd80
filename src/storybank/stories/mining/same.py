"""Which candidates tell the same event: in a résumé in one line, in the notes in ten.

Two of them are one when they share rare words, and more surely when they share a figure as well; nothing is one whose
years lie apart. Words that many candidates have weigh little.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from storybank.facts.fold import stem
from storybank.signals.figures import find_figures
from storybank.stories.mining.model import Years
from storybank.stories.mining.wording import tokens

_ALONE: Final = 0.62
_WITH_FIGURE: Final = 0.24
_IN_ONE_SOURCE: Final = 0.45  # with a figure: who writes two lines mostly means two events
_COMMON: Final = frozenset(
    [
        "the",
        "a",
        "an",
        "of",
        "to",
        "in",
        "on",
        "for",
        "and",
        "by",
        "with",
        "from",
        "at",
        "as",
        "that",
        "which",
        "it",
        "its",
        "was",
        "were",
        "is",
        "i",
        "we",
        "my",
        "our",
        "you",
        "she",
        "he",
        "her",
        "his",
        "their",
        "they",
        "this",
        "after",
        "before",
        "into",
        "over",
        "per",
        "via",
        "so",
        "not",
        "no",
        "all",
        "more",
        "than",
        "who",
        "had",
        "has",
        "have",
        "been",
        "be",
        "but",
        "then",
        "them",
        "us",
        "me",
        "or",
    ]
)
_CROWD: Final = 60  # a word that so many candidates have brings no two together


@dataclass(frozen=True, slots=True)
class Told:
    """What is compared: the words of an event, its years, and the source it comes from."""

    text: str
    years: Years | None
    source: str


def same_events(told: Sequence[Told]) -> list[list[int]]:
    """Groups of indexes that tell one event, each sorted, in the order of their first."""
    bags = [_bag(one.text) for one in told]
    figures = [_figures(one.text) for one in told]
    held: Counter[str] = Counter(word for bag in bags for word in bag)
    total = len(told)
    rare = {word: math.log(1 + (total + 1) / count) for word, count in held.items()}
    weight = [{word: rare[word] for word in bag} for bag in bags]
    leader = list(range(total))
    for a, b in sorted(_pairs(bags, figures)):
        if _apart(told[a], told[b]):
            continue
        shared = figures[a] & figures[b]
        likeness = _likeness(weight[a], weight[b])
        enough = _IN_ONE_SOURCE if told[a].source == told[b].source else _WITH_FIGURE
        if likeness >= _ALONE or (shared and likeness >= enough / (1 + 0.5 * (len(shared) > 1))):
            _join(leader, a, b)
    groups: dict[int, list[int]] = defaultdict(list)
    for index in range(total):
        groups[_root(leader, index)].append(index)
    return list(groups.values())


def _apart(a: Told, b: Told) -> bool:
    """True when the years of the two cannot be one."""
    return (
        a.years is not None
        and b.years is not None
        and (a.years[0] > b.years[1] + 1 or b.years[0] > a.years[1] + 1)
    )


def _pairs(bags: list[frozenset[str]], figures: list[frozenset[str]]) -> set[tuple[int, int]]:
    """Pairs that share a figure, or two words that few others have."""
    where: dict[str, list[int]] = defaultdict(list)
    for index, bag in enumerate(bags):
        for word in (*bag, *(f"={figure}" for figure in figures[index])):
            where[word].append(index)
    shared: Counter[tuple[int, int]] = Counter()
    for word, holders in where.items():
        if len(holders) > _CROWD:
            continue
        for k, a in enumerate(holders):
            for b in holders[k + 1 :]:
                shared[a, b] += 2 if word[0] == "=" else 1
    return {pair for pair, count in shared.items() if count >= 2}


def _likeness(a: dict[str, float], b: dict[str, float]) -> float:
    """Shared weight over that of the shorter, tempered by the longer: a line and a page can tell one event."""
    common = sum(w for word, w in a.items() if word in b)
    small, large = sorted((sum(a.values()), sum(b.values())))
    if not small or len(a.keys() & b.keys()) < 2:
        return 0.0
    return common / (0.7 * small + 0.3 * min(large, 2.5 * small))


def _bag(text: str) -> frozenset[str]:
    return frozenset(stem(w) for w in tokens(text) if w not in _COMMON and not w[0].isdigit() and len(w) > 1)


def _figures(text: str) -> frozenset[str]:
    """Figures that are telling: not small counts, which anything may have."""
    found = []
    for figure in find_figures(text):
        if figure.value is None or (figure.kind == "count" and figure.value < 12 and not figure.pair):
            continue
        found.append(f"{figure.kind} {figure.value:g}")
    return frozenset(found)


def _root(leader: list[int], index: int) -> int:
    while leader[index] != index:
        leader[index] = leader[leader[index]]
        index = leader[index]
    return index


def _join(leader: list[int], a: int, b: int) -> None:
    first, second = sorted((_root(leader, a), _root(leader, b)))
    leader[second] = first
