"""An answer, ready to be judged: the text as it came, and the prose that the candidate said.

Two coordinate systems, one bridge. `text` is the decoded input to the last code point; every offset that
leaves the program points into it. `prose` is what the candidate said and nothing else: no front matter, no
time stamps, no speaker labels, no interviewer, no Markdown marks. Everything that judges works on `prose`
and never meets the clutter; `Document.locate` carries a span back to `text` once, when the report is built.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field
from typing import Literal

from storybank.text.span import Span

InputKind = Literal["plain", "markdown", "transcript"]
PartKind = Literal["situation", "task", "action", "result", "learning", "other"]
PART_KINDS: tuple[PartKind, ...] = ("situation", "task", "action", "result", "learning", "other")


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of `length` code points that stands at `prose` in the prose and at `text` in the text."""

    prose: int
    text: int
    length: int


@dataclass(frozen=True, slots=True)
class Sentence:
    """What a reader would punctuate as one sentence.

    `span` is in prose coordinates. `lead` is where its own heading or label begins in the *text*
    (equal to the sentence's own start there when it has none): a heading belongs to the part it opens.
    `heading` is the part that this heading, or the last one above, claims to open; it may be wrong.
    `words` counts at white space, headings included. `seconds` comes from time stamps, or is None.
    """

    span: Span
    lead: int
    words: int
    heading: PartKind | None = None
    paragraph: int = 0
    seconds: float | None = None


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """What the head of a Markdown answer says about it; None or empty where it is silent."""

    title: str | None = None
    question: str | None = None
    level: str | None = None
    profile: str | None = None
    principles: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Document:
    """An answer that has been read. Build one with `storybank.text.read`.

    `pieces` are sorted by both coordinates and cover `prose` but for the joints between them, which are
    single spaces or newlines that the reader put there. `silenced` holds the (text span, rule names) of
    inline comments that switch rules off. `notices` are plain remarks for the user ("read as Windows-1252").
    `punctuated` is False for speech that was written down without full stops.
    """

    text: str
    kind: InputKind
    prose: str
    pieces: tuple[Piece, ...]
    sentences: tuple[Sentence, ...]
    front: FrontMatter = FrontMatter()
    silenced: frozenset[str] = frozenset()
    notices: tuple[str, ...] = ()
    punctuated: bool = True
    _prose_starts: tuple[int, ...] = field(init=False, repr=False, compare=False, default=())

    def __post_init__(self) -> None:
        object.__setattr__(self, "_prose_starts", tuple(p.prose for p in self.pieces))

    @property
    def words(self) -> int:
        """Words of the whole answer, counted at white space."""
        return sum(s.words for s in self.sentences)

    def locate(self, span: Span) -> Span:
        """The stretch of `text` from the first to the last code point of a prose span."""
        if span.start >= span.end:
            at = self._to_text(span.start)
            return Span(at, at)
        return Span(self._to_text(span.start), self._to_text(span.end - 1, last=True) + 1)

    def runs(self, span: Span) -> tuple[Span, ...]:
        """Like `locate`, but cut wherever the text holds something that the candidate did not say."""
        return tuple(Span(p.text, p.text + p.length) for p in self.within(span))

    def within(self, span: Span) -> tuple[Piece, ...]:
        """The pieces, or halves of pieces, that make up a stretch of the prose."""
        found = []
        first = max(0, bisect_right(self._prose_starts, span.start) - 1)
        for piece in self.pieces[first:]:
            if piece.prose >= span.end:
                break
            start = max(span.start, piece.prose)
            end = min(span.end, piece.prose + piece.length)
            if start < end:
                found.append(Piece(start, start + piece.text - piece.prose, end - start))
        return tuple(found)

    def _to_text(self, at: int, last: bool = False) -> int:
        """Where an offset of the prose stands in the text; `last`: never past what was said, be it at a joint."""
        index = bisect_right(self._prose_starts, at) - 1
        if index < 0:
            return self.pieces[0].text if self.pieces else 0
        piece = self.pieces[index]
        return piece.text + min(at - piece.prose, piece.length - last)
