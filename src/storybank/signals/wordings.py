"""Where a prose says a thing outright, by the wordings of the playbook; a second witness beside the reader.

What somebody else is quoted as saying does not count. A match decides nothing: it is one number among those that a
judgement weighs.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from storybank.playbook.patterns import BAR, ENDS, Row, expanded, wordings
from storybank.text.span import Span

_PLAIN = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "—": "-", "–": "-"})
_QUOTED = re.compile(r"\"[^\"\n]{1,240}\"|(?<!\w)'[^'\n]{2,160}'(?!\w)")
_SENTENCE = re.compile(f"[^{ENDS}]+")


class Wordings(Mapping[str, tuple[Span, ...]]):
    """For each tag, where its wordings stand in the prose, in order; looked up when somebody asks."""

    def __init__(self, low: str) -> None:
        self._low = low
        self._grams = grams(low)
        self._whole = ((0, low),)
        self._sentences = tuple((match.start(), match.group()) for match in _SENTENCE.finditer(low))
        self._quoted = [Span(*match.span()) for match in _QUOTED.finditer(low)]
        self._found: dict[str, tuple[Span, ...]] = {}

    def __getitem__(self, tag: str) -> tuple[Span, ...]:
        if tag not in self._found:
            self._found[tag] = self._matches(wordings()[tag])
        return self._found[tag]

    def __iter__(self) -> Iterator[str]:
        return iter(wordings())

    def __len__(self) -> int:
        return len(wordings())

    def _matches(self, rows: Sequence[Row]) -> tuple[Span, ...]:
        low = self._low
        found: set[Span] = set()
        for words, needs, across, pattern in rows:
            if not any(word in low for word in _likely(words, self._grams)):
                continue
            asked = [_likely(need, self._grams) for need in needs]
            # Few lines match, and a pattern takes long to compile: nearly all of them end here.
            for start, text in may_match(asked, self._whole if across else self._sentences):
                matches = _compiled(pattern).finditer(low, start, start + len(text))
                found.update(Span(*match.span()) for match in matches if match.group())
        return tuple(sorted(s for s in found if not any(q.overlaps(s) for q in self._quoted)))


def find_wordings(prose: str) -> Wordings:
    """The wordings of a prose."""
    low = prose.translate(_PLAIN).lower()
    if len(low) != len(prose):  # a letter whose lower case is longer would shift every offset
        low = "".join(c if len(c.lower()) != 1 else c.lower() for c in prose.translate(_PLAIN))
    return Wordings(low)


def may_match(needs: Sequence[Sequence[str]], texts: Sequence[tuple[int, str]]) -> list[tuple[int, str]]:
    """Those of the texts that meet every need, by one of its pieces."""
    if not all(needs):
        return []
    found = []
    for place in texts:
        text = place[1]
        for need in needs:
            for piece in need:
                if piece in text:
                    break
            else:
                break
        else:
            found.append(place)
    return found


def grams(text: str) -> frozenset[str]:
    """All runs of three and of four characters: to look one up is quicker than to search the text."""
    return frozenset(["", *(text[k : k + size] for size in (3, 4) for k in range(len(text)))])


def _likely(pieces: str, seen: frozenset[str]) -> list[str]:
    """The pieces whose first characters occur in the text that `seen` are the grams of."""
    return [piece for first, piece in _apart(pieces) if first in seen]


@cache
def _apart(pieces: str) -> tuple[tuple[str, str], ...]:
    return tuple((piece[:4] if len(piece) >= 3 else "", piece) for piece in pieces.split(BAR))


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(expanded(pattern))
