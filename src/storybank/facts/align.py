"""Two texts side by side: which sentences of one stand in the other word for word, and which one is nearest."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from storybank.facts import lists
from storybank.facts.claim import Claim
from storybank.facts.fold import Folded, fold, root
from storybank.facts.runon import begins_anew, is_run_on

_STOPS = frozenset([".", "!", "?", "…", "。", "！", "？"])
_LEAST = 2  # stems that two sentences must share to be about one thing
_LONGEST = 400  # tokens after which a sentence is cut
_AROUND = 9  # tokens on either side that say what a word of quantity is about
_HALF = 0.6  # of the most that a segment shares: what another must share to be as near
_COMMON = 40  # segments from which on a word is too common to find one by


@dataclass(frozen=True, slots=True)
class Segment:
    """Tokens `first` to `end` between two full stops; `words` as they stand, `stems` the roots of those of weight."""

    first: int
    end: int
    words: tuple[str, ...]
    stems: frozenset[str]


@dataclass(frozen=True, slots=True)
class Side:
    """One of the texts: tokens, claims, segments; `home` is the segment of each token, `starts` the first token
    of each claim, `index` the segments that hold a root; `whole` says where the sentence of each segment ends,
    which is further on where speech without stops was cut."""

    folded: Folded
    claims: tuple[Claim, ...]
    segments: tuple[Segment, ...]
    whole: tuple[int, ...]
    home: tuple[int, ...]
    starts: tuple[int, ...]
    index: dict[str, tuple[int, ...]]

    def near(self, first: int, end: int) -> tuple[Claim, ...]:
        """The claims that begin within a stretch of tokens."""
        return self.claims[bisect_left(self.starts, first) : bisect_left(self.starts, end)]


def side(text: str) -> Side:
    """Read one of the texts."""
    from storybank.facts.claims import read_claims

    f = fold(text)
    segments: list[Segment] = []
    whole: list[int] = []
    for first, end in _sentences(f):
        pieces = _pieces(f, first, end)
        segments += [_segment(f, a, b) for a, b in pieces]
        whole += [end] * len(pieces)
    home = tuple(n for n, s in enumerate(segments) for _ in range(s.end - s.first))
    claims = read_claims(f)
    return Side(
        f,
        claims,
        tuple(segments),
        tuple(whole),
        home,
        tuple(c.first for c in claims),
        _index(segments, claims, home),
    )


def _sentences(f: Folded) -> list[tuple[int, int]]:
    """First token and end of each stretch between two full stops or line ends."""
    found: list[tuple[int, int]] = []
    first = 0
    for at in range(len(f.tokens)):
        ended = f.tokens[at].gap != "" and (f.tokens[at].gap == "\n" or _ended(f, at))
        if at > first and (ended or at - first >= _LONGEST):
            found.append((first, at))
            first = at
    return [*found, (first, len(f.tokens))] if first < len(f.tokens) else found


def _pieces(f: Folded, first: int, end: int) -> list[tuple[int, int]]:
    """A sentence as it is, or cut where its clauses begin if it is speech without stops."""
    if not is_run_on(f, first, end):
        return [(first, end)]
    starts = [first, *(at for at in range(first + 2, end) if begins_anew(f, at))]
    return list(pairwise([*starts, end]))


def _index(
    segments: Sequence[Segment], claims: Sequence[Claim], home: Sequence[int]
) -> dict[str, tuple[int, ...]]:
    """For each root and each figure the segments that hold it, the first ones where it is common."""
    found: dict[str, list[int]] = {}
    told = [(word, n) for n, segment in enumerate(segments) for word in segment.stems]
    told += [(_figure(c), home[c.first]) for c in claims if c.kind == "figure"]
    for word, n in told:
        places = found.setdefault(word, [])
        if len(places) < _COMMON:
            places.append(n)
    return {word: tuple(places) for word, places in found.items()}


def _ended(f: Folded, at: int) -> bool:
    """True when the sentence ended right before a token, closing marks included."""
    k = at - 1
    while k > 0 and f.word(k) in ('"', "”", "'", ")", "]", "*", "_", "»") and f.glued(k):
        k -= 1
    clock = f.word(k - 1) == "m" and f.word(k - 2) == "." and f.word(k - 3) in ("a", "p")
    return f.word(k) in _STOPS and not (clock and not f.tokens[at].capital)  # "at 6 a.m. and"


def _segment(f: Folded, first: int, end: int) -> Segment:
    words = tuple(f.tokens[k].shown for k in range(first, end))
    return Segment(first, end, words, frozenset(weighty(f, first, end)))


def weighty(f: Folded, first: int, end: int) -> list[str]:
    """Roots of the words of weight in a stretch."""
    stop = lists.words("stop")
    return [root(f.word(k)) for k in range(first, end) if f.word(k)[:1].isalpha() and f.word(k) not in stop]


def verbatim(source: Side, other: Side) -> list[bool]:
    """For each segment of `other`: True when it stands in the source word for word, or is made of such segments.

    A sentence that stands there whole claims nothing new, wherever it is moved to. Several may have run together
    where a line without a full stop was joined to the next.
    """
    known = {s.words for s in source.segments} | {words for _, words in _whole_sentences(source)}
    lengths = sorted({len(w) for w in known})
    ok: dict[int, bool] = {}
    for end, words in _whole_sentences(other):
        ok[end] = words in known or _made_of(words, known, lengths)
    return [
        ok[end] or s.words in known or _made_of(s.words, known, lengths)
        for s, end in zip(other.segments, other.whole, strict=True)
    ]


def _whole_sentences(where: Side) -> list[tuple[int, tuple[str, ...]]]:
    """The sentences of a text as they stand, uncut: the end of each, and its words."""
    found: dict[int, tuple[str, ...]] = {}
    for segment, end in zip(where.segments, where.whole, strict=True):
        found[end] = found.get(end, ()) + segment.words
    return list(found.items())


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
    for n in sorted({n for word in segment.stems for n in source.index.get(word, ())}):
        candidate = source.segments[n]
        shared = len(candidate.stems & segment.stems)
        if shared < _LEAST:
            continue
        score = shared / (len(segment.stems) + 0.25 * len(candidate.stems - segment.stems))
        if score > most:
            best, most = candidate, score
    return best if most >= 0.3 else None


def _figure(claim: Claim) -> str:
    return "figure " + " ".join(claim.key)


def echoes(source: Side, other: Side, claim: Claim, *, wide: bool = False) -> frozenset[int]:
    """The segments of the source that share most words of weight and figures with the clause of a claim.

    With `wide`, or where its clause says little, with the few words around it.
    """
    segment = other.segments[other.home[claim.first]]
    first, end = clause_of(other.folded, segment, claim)
    if wide or len(weighty(other.folded, first, end)) < _LEAST:
        first, end = max(segment.first, claim.first - _AROUND), min(segment.end, claim.end + _AROUND)
    figures = [_figure(c) for c in other.near(first, end) if c.kind == "figure"]
    counts: dict[int, int] = {}
    for word in {*weighty(other.folded, first, end), *figures}:
        for n in source.index.get(word, ()):
            counts[n] = counts.get(n, 0) + 1
    most = max(counts.values(), default=0)
    return frozenset(n for n, count in counts.items() if count >= _HALF * most)


def clause_of(f: Folded, segment: Segment, claim: Claim) -> tuple[int, int]:
    """The stretch around a claim between marks and words that join clauses, at most so many tokens."""
    joints = lists.words("clause-break") | {","}
    first, end = claim.first, claim.end
    while first > segment.first and claim.first - first < _AROUND and f.word(first - 1) not in joints:
        first -= 1
    while end < segment.end and end - claim.end < _AROUND and f.word(end) not in joints:
        end += 1
    return first, end


def clauses_in(f: Folded, segment: Segment) -> list[tuple[int, int]]:
    """A sentence cut at its marks and at words that join clauses: first token and end of each piece."""
    joints = lists.words("clause-break") | {","}
    found: list[tuple[int, int]] = []
    first = segment.first
    for at in range(segment.first, segment.end + 1):
        if at == segment.end or f.word(at) in joints:
            if at > first:
                found.append((first, at))
            first = at + 1
    return found
