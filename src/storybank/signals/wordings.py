"""Where a prose says a thing outright, by the wordings of the playbook; a second witness beside the reader.

What somebody else is quoted as saying does not count. A match decides nothing: it is one number among those that a
judgement weighs.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from storybank.playbook.patterns import BAR, Row, expanded, wordings
from storybank.text.span import Span

_PLAIN = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "—": "-", "–": "-"})
_QUOTED = re.compile(r"\"[^\"\n]{1,240}\"|(?<!\w)'[^'\n]{2,160}'(?!\w)")
_END = re.compile("[.?!]+")


class Wordings(Mapping[str, tuple[Span, ...]]):
    """For each tag, where its wordings stand in the prose, in order; looked up when somebody asks."""

    def __init__(self, low: str) -> None:
        self._low = low
        self._sentences = _END.split(low)
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
            # Few lines match and a pattern takes long to compile: nearly all of them end here.
            if _occurs(words, low) and may_match(needs, (low,) if across else self._sentences):
                found.update(
                    Span(*match.span()) for match in _compiled(pattern).finditer(low) if match.group()
                )
        return tuple(sorted(s for s in found if not any(q.overlaps(s) for q in self._quoted)))


def find_wordings(prose: str) -> Wordings:
    """The wordings of a prose."""
    low = prose.translate(_PLAIN).lower()
    if len(low) != len(prose):  # a letter whose lower case is longer would shift every offset
        low = "".join(c if len(c.lower()) != 1 else c.lower() for c in prose.translate(_PLAIN))
    return Wordings(low)


def may_match(needs: Sequence[str], texts: Sequence[str]) -> bool:
    """True when one of the texts meets every need."""
    for text in texts:
        for need in needs:
            if not _occurs(need, text):
                break
        else:
            return True
    return False


def _occurs(pieces: str, text: str) -> bool:
    for piece in _apart(pieces):  # noqa: SIM110 - a generator takes longer than what it asks for
        if piece in text:
            return True
    return False


@cache
def _apart(pieces: str) -> tuple[str, ...]:
    return tuple(pieces.split(BAR))


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(expanded(pattern))
