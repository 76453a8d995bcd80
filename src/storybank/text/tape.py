"""What was said, in order: readers say runs of the text to a tape, and the tape makes the document.

A reader knows its format (where a line's clutter ends, what is a heading); the tape knows prose, pieces,
sentences, words and seconds. That way no reader counts an offset of the prose.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from storybank.text.document import Document, FrontMatter, InputKind, PartKind, Piece, Sentence
from storybank.text.labels import title_words
from storybank.text.sentences import count_words, split
from storybank.text.span import Span

UNPUNCTUATED_FROM = 40  # words; less is too little to tell
WORDS_A_STOP = 60  # more words than this for each stop: the stops do not mark the sentences


@dataclass(frozen=True, slots=True, order=True)
class Drop:
    """Clutter within a run, such as a mark of emphasis; with `gap`, a space is left in its place."""

    start: int
    end: int
    gap: bool = False


@dataclass(slots=True)
class _Head:
    start: int
    words: int
    part: PartKind | None
    depth: int


class Tape:
    """Builds one document from one text. Call its methods in the order of the text."""

    def __init__(self, text: str, drops: Sequence[Drop] = ()) -> None:
        self.text = text
        self._drops = drops
        self._drop_starts = [d.start for d in drops]
        self._prose: list[str] = []
        self._length = 0
        self._pieces: list[Piece] = []
        self._stops: list[int] = []
        self._paragraphs: list[int] = []
        self._parts: list[tuple[int, PartKind | None]] = []
        self._part_depth = 0
        self._heads: list[_Head] = []
        self._leads: dict[int, _Head] = {}
        self._ticks: list[tuple[int, float]] = []
        self._waiting: list[float] = []
        self._items = 0
        self._fresh: Literal["paragraph", "item"] | None = "paragraph"

    @property
    def empty(self) -> bool:
        """True while nothing has been said."""
        return not self._length

    def say(self, start: int, end: int, joint: str = "\n") -> None:
        """The candidate said text[start:end]; `joint` parts it from what went before unless they adjoin."""
        at, said = start, False
        for index in range(max(0, bisect_right(self._drop_starts, start) - 1), len(self._drops)):
            drop = self._drops[index]
            if drop.start >= end:
                break
            if drop.end <= at:
                continue
            if drop.start > at:
                self._add(at, drop.start, joint)
                said, joint = True, ""
            at = drop.end
            if said and drop.gap and self._prose and not self._prose[-1][-1:].isspace():
                joint = " "
        if at < end:
            self._add(at, end, joint)

    def head(self, lead: int, start: int, end: int, part: PartKind | None, depth: int) -> None:
        """A heading or label text[start:end] claims `part`, or none; its marks begin at `lead`.

        A heading that another of the same depth follows had nothing under it, and leaves no trace.
        """
        while self._heads and self._heads[-1].depth >= depth:
            self._heads.pop()
        self._heads.append(_Head(lead, title_words(self.text[start:end]), part, depth))
        self.paragraph()

    def paragraph(self) -> None:
        """What follows begins a paragraph."""
        self._fresh = "paragraph"

    def item(self) -> None:
        """What follows is an item of a list: it begins a sentence and needs no stop."""
        self._fresh = self._fresh or "item"
        self._items += 1

    def tick(self, seconds: float) -> None:
        """The clock shows `seconds` when what is said next begins."""
        self._waiting.append(seconds)

    def _add(self, start: int, end: int, joint: str) -> None:
        piece = self.text[start:end]
        if self._fresh is not None:
            stripped = piece.lstrip()
            if not stripped:
                return
            start += len(piece) - len(stripped)
            joint, piece = "\n", stripped
        last = self._pieces[-1] if self._pieces else None
        if last is not None:
            gap = self.text[last.text + last.length : start]
            if not gap or (joint != " " and gap.isspace()):
                self._prose.append(gap + piece)
                self._length += len(gap) + len(piece)
                self._pieces[-1] = Piece(last.prose, last.text, last.length + len(gap) + len(piece))
                self._mark(self._length - len(piece))
                return
            self._prose.append(joint)
            self._length += len(joint)
        self._mark(self._length)
        self._pieces.append(Piece(self._length, start, len(piece)))
        self._prose.append(piece)
        self._length += len(piece)

    def _mark(self, at: int) -> None:
        """Note what begins at this offset of the prose."""
        if self._waiting:
            self._ticks += [(at, seconds) for seconds in self._waiting]
            self._waiting = []
        if self._fresh is None:
            return
        self._stops.append(at)
        if self._fresh == "paragraph":
            self._paragraphs.append(at)
        self._fresh = None
        if not self._heads:
            return
        for head in self._heads:
            if head.part is not None:
                self._parts.append((at, head.part))
                self._part_depth = head.depth
            elif head.depth <= self._part_depth:
                self._parts.append((at, None))
                self._part_depth = 0
        total = sum(h.words for h in self._heads)
        self._leads[at] = _Head(self._heads[0].start, total, self._heads[-1].part, 0)
        self._heads = []

    def document(
        self,
        kind: InputKind,
        front: FrontMatter,
        silenced: frozenset[str] = frozenset(),
        notices: tuple[str, ...] = (),
    ) -> Document:
        """The document of all that was said."""
        prose = "".join(self._prose)
        spans, closed = split(prose, self._stops)
        total = sum(count_words(prose, s) for s in spans)
        ends = closed + self._items + _title_lines(prose)
        return Document(
            text=self.text,
            kind=kind,
            prose=prose,
            pieces=tuple(self._pieces),
            sentences=tuple(self._sentences(prose, spans)),
            front=front,
            silenced=silenced,
            notices=notices,
            punctuated=total < UNPUNCTUATED_FROM or total <= WORDS_A_STOP * ends,
        )

    def _sentences(self, prose: str, spans: list[Span]) -> list[Sentence]:
        found = []
        clock = _Clock([*self._ticks, *((len(prose), t) for t in self._waiting)], len(prose))
        part_starts = [at for at, _ in self._parts]
        piece_starts = [p.prose for p in self._pieces]
        for index, span in enumerate(spans):
            head = self._leads.get(span.start)
            piece = self._pieces[bisect_right(piece_starts, span.start) - 1]
            claimed = bisect_right(part_starts, span.start) - 1
            until = spans[index + 1].start if index + 1 < len(spans) else len(prose)
            found.append(
                Sentence(
                    span=span,
                    lead=head.start if head else piece.text + span.start - piece.prose,
                    words=count_words(prose, span) + (head.words if head else 0),
                    heading=self._parts[claimed][1] if claimed >= 0 else None,
                    paragraph=max(0, bisect_right(self._paragraphs, span.start) - 1),
                    seconds=clock.between(span.start, until),
                )
            )
        return found


def _title_lines(prose: str) -> int:
    """Lines that end without a stop and are yet meant as sentences: notes, each begun with a capital."""
    lines = [s for s in (line.strip() for line in prose.splitlines()) if s]
    if len(lines) < 3:
        return 0
    capital = sum(s[0].isupper() and s.split(None, 1)[0] not in {"I", "I'm", "I’m"} for s in lines)
    return len(lines) if capital >= 0.8 * len(lines) else 0


class _Clock:
    """Seconds for stretches of prose, from (offset, time) pairs; what lies outside goes at their pace."""

    def __init__(self, ticks: list[tuple[int, float]], length: int) -> None:
        marks = [(a, b, max(0.0, later - time)) for (a, time), (b, later) in pairwise(ticks) if a < b]
        self._timed = sum(m[2] for m in marks)
        covered = sum(m[1] - m[0] for m in marks)
        if not self._timed:
            return
        pace = self._timed / covered
        points, sums, last, total = [0], [0.0], 0, 0.0
        for a, b, seconds in marks:
            total += (a - last) * pace
            points.append(a)
            sums.append(total)
            total += seconds
            points.append(b)
            sums.append(total)
            last = b
        points.append(length)
        sums.append(total + (length - last) * pace)
        self._points, self._sums = points, sums

    def between(self, start: int, end: int) -> float | None:
        """Seconds from one offset of the prose to another; None without time stamps."""
        return round(self._at(end) - self._at(start), 3) if self._timed else None

    def _at(self, offset: int) -> float:
        points, sums = self._points, self._sums
        k = min(max(1, bisect_left(points, offset)), len(points) - 1)
        width = points[k] - points[k - 1]
        share = (offset - points[k - 1]) / width if width else 1.0
        return sums[k - 1] + share * (sums[k] - sums[k - 1])
