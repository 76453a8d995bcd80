"""Figures that count nothing: "17% more of everything", "5 meetings, 12 calls, 3 workshops".

A figure says something when its clause names what it counts, or points at what was named before ("it fell by 40%").
A share of everything, or of nothing that is named, does neither; and a bare list of numbers of things that the answer
never mentions again belongs to no story. Whatever number stands in such a clause, nothing is told by it.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence

from storybank.text.span import Span

_TOKEN = re.compile(r"\d[\d.,]*\d|\d|%|[^\W\d_]+(?:['’\-][^\W\d_]+)*|[^\s\w]")
_APART = frozenset(',;:–—()+.&/!?…"“”')


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


_SHARES = _set("% percent pct times fold x double doubled triple tripled")
_WHOLE = _set(
    "everything anything overall things stuff total totally whole wholly generally general board everywhere altogether"
)
"""Words for what is all and nothing."""
_GOOD = _set(
    "more better best great greater higher bigger stronger success successes successful successfully improvement "
    "improvements improved increase increased gain gains plus results effective efficient impact"
)
"""Words that praise and leave open what."""
_CARRYING = _set(
    "a an the of to in at on by for from with as and so than out up we i my our us per cent about around nearly "
    "almost over roughly some another every each all way ways area areas respect respects level levels sense was were "
    "is are be been am had have has got get gave give made make did do went came became grew rose not even just only "
    "really very quite also again then there in now today further extra additional across round faster quicker "
    "smoother easier worse"
)
_NUMBERS = _set(
    "one two three four five six seven eight nine ten eleven twelve fifteen twenty thirty forty fifty sixty seventy "
    "eighty ninety hundred thousand half"
)
_POINTING = _set(
    "it its they them their he she his her this these those that both which who it's that's they're he's she's"
)
_OPENING = _set("and so but then now today in all")
_PERCENTS = _set("% percent pct cent")
_ALL = 100
_LIST = 2
"""So many bare counts in a row are a list of them; one alone may answer the sentence before."""
_THING = 4  # letters of a thing in the plural; less is likely the unit of a note ("3 wks")


def hollow(prose: str, sentences: Sequence[Span]) -> Iterator[Span]:
    """The sentences that count nothing, and the ends of sentences that do, in order."""
    rows = [list(_TOKEN.finditer(prose, s.start, s.end)) for s in sentences]
    if not any(map(_may_be, rows)):
        return
    clauses = [_clauses(row) for row in rows]
    said = [[[t[0].lower() for t in clause] for clause in row] for row in clauses]
    known = {_stem(word) for row in said for words in row if not _is_count(words) for word in words}
    for row, told in zip(clauses, said, strict=True):
        at = _ends(told, known)
        if at < len(row):
            yield Span(row[at][0].start(), row[-1][-1].end())


def _may_be(row: Sequence[re.Match[str]]) -> bool:
    return any(t[0][0].isdigit() or t[0].lower() in _SHARES for t in row)


def _clauses(row: Sequence[re.Match[str]]) -> list[list[re.Match[str]]]:
    found: list[list[re.Match[str]]] = [[]]
    for token in row:
        if token[0] not in _APART:
            found[-1].append(token)
        elif found[-1]:
            found.append([])
    return found if found[-1] else found[:-1]


def _ends(said: Sequence[Sequence[str]], known: Collection[str]) -> int:
    """The clause from which on a sentence counts nothing: the first, where each does; the number of them for none."""
    hollow = [_of_nothing(words) for words in said]
    counted = [_is_count(words) and _stem(words[1]) not in known for words in said]
    empty = [one or other for one, other in zip(hollow, counted, strict=True)]
    if all(empty) and (any(hollow) or sum(counted) >= _LIST):
        return 0
    at = len(said)
    while at and (hollow[at - 1] or (counted[at - 1] and at < len(said))):
        at -= 1
    return at


def _of_nothing(said: Sequence[str]) -> bool:
    """True for a share or a multiple of everything, or of nothing that is named."""
    if _SHARES.isdisjoint(said) or _numbers(said) > 1:
        return False
    known = _SHARES | _WHOLE | _GOOD | _CARRYING | _NUMBERS | _POINTING
    if not all(word in known for word in said if word[0].isalpha()):
        return False
    if not _WHOLE.isdisjoint(said):
        return True
    if _GOOD.isdisjoint(said):  # more than all there is, without a word for growing
        return not _PERCENTS.isdisjoint(said) and any(map(_over_all, said))
    return not _points_back(said)


def _over_all(word: str) -> bool:
    return word.isdecimal() and float(word) > _ALL


def _points_back(said: Sequence[str]) -> bool:
    """True where the figure is of something named before: "it is 40% better", "twice as many of them"."""
    opening = next((k for k, word in enumerate(said) if word not in _OPENING), 0)
    measured = [k for k, word in enumerate(said) if word in _SHARES or word in _NUMBERS or word[0].isdigit()]
    return any(
        word in _POINTING and (k == opening or (said[k - 1] == "of" and k - 2 in measured))
        for k, word in enumerate(said)
    )


def _numbers(said: Sequence[str]) -> int:
    """How many numbers stand apart from each other: two are a before and an after."""
    digits = [w[0].isdigit() or w in _NUMBERS for w in said]
    return sum(here and not before for before, here in zip([False, *digits], digits, strict=False))


def _is_count(said: Sequence[str]) -> bool:
    """True for "12 calls" and no more."""
    if len(said) != 2 or not said[0][0].isdigit():
        return False
    return len(said[1]) > _THING and said[1].endswith("s")


def _stem(word: str) -> str:
    return word.lower()[:5]
