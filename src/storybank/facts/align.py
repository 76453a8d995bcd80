"""Two texts side by side: which sentences of one stand in the other word for word, and which one is nearest."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from storybank.facts import lists
from storybank.facts.claim import Claim
from storybank.facts.fold import Folded, fold, stem

_STOPS = frozenset([".", "!", "?", "…", "。", "！", "？"])
_LEAST = 2  # stems that two sentences must share to be about one thing
_LONGEST = 400


@dataclass(frozen=True, slots=True)
class Segment:
    """Tokens `first` to `end` between two full stops; `words` as they stand, `stems` those of weight."""

    first: int
    end: int
    words: tuple[str, ...]
    stems: frozenset[str]


@dataclass(frozen=True, slots=True)
class Side:
    """One of the texts: tokens, claims, segments; `home` is the segment of each token."""

    folded: Folded
    claims: tuple[Claim, ...]
    segments: tuple[Segment, ...]
    home: tuple[int, ...]


def side(text: str) -> Side:
    """Read one of the texts."""
    from storybank.facts.claims import read_claims

    f = fold(text)
    segments: list[Segment] = []
    first = 0
    for at in range(len(f.tokens)):
        if at > first and f.tokens[at].gap != "" and (f.tokens[at].gap == "\n" or _ended(f, at)):
            segments.append(_segment(f, first, at))
            first = at
    if first < len(f.tokens):
        segments.append(_segment(f, first, len(f.tokens)))
    home = tuple(n for n, s in enumerate(segments) for _ in range(s.end - s.first))
    return Side(f, read_claims(f), tuple(segments), home)


def _ended(f: Folded, at: int) -> bool:
    """True when the sentence ended right before a token, closing marks included."""
    k = at - 1
    while k > 0 and f.word(k) in ('"', "”", "'", ")", "]", "*", "_", "»") and f.glued(k):
        k -= 1
    return f.word(k) in _STOPS


def _segment(f: Folded, first: int, end: int) -> Segment:
    words = tuple(f.tokens[k].shown for k in range(first, end))
    return Segment(first, end, words, frozenset(weighty(f, first, end)))


def weighty(f: Folded, first: int, end: int) -> list[str]:
    """Stems of the words of weight in a stretch."""
    stop = lists.words("stop")
    return [stem(f.word(k)) for k in range(first, end) if f.word(k)[:1].isalpha() and f.word(k) not in stop]


def verbatim(source: Side, other: Side) -> list[bool]:
    """For each segment of `other`: True when it stands in the source word for word, or is made of such segments.

    A sentence that stands there whole claims nothing new, wherever it is moved to. Several may have run together
    where a line without a full stop was joined to the next.
    """
    known = {s.words for s in source.segments}
    lengths = sorted({len(w) for w in known})
    return [s.words in known or _made_of(s.words, known, lengths) for s in other.segments]


def _made_of(words: tuple[str, ...], known: set[tuple[str, ...]], lengths: Sequence[int]) -> bool:
    if len(words) > _LONGEST:
        return False
    reached = [True] + [False] * len(words)
    for at in range(len(words)):
        if reached[at]:
            for n in lengths:
                if at + n <= len(words) and words[at : at + n] in known:
                    reached[at + n] = True
    return reached[-1]


def nearest(source: Side, segment: Segment) -> Segment | None:
    """The segment of the source that shares most with one of the other text; None when none is about the same."""
    best, most = None, 0.0
    for candidate in source.segments:
        shared = len(candidate.stems & segment.stems)
        if shared < _LEAST:
            continue
        score = shared / (len(segment.stems) + 0.25 * len(candidate.stems - segment.stems))
        if score > most:
            best, most = candidate, score
    return best if most >= 0.3 else None
