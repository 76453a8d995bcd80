"""The values of mining, from lines of a file to ranked candidates."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import Literal

Style = Literal["heading", "item", "text"]
Genre = Literal["resume", "review", "notes", "history"]
Voice = Literal["own", "joint", "duty", "other", "none"]
"""Whose deed a text tells: the owner's, a group's, a standing duty, somebody else's, nobody's."""
Criterion = Literal["drove", "obstacle", "measured", "learnt", "stakes"]
CRITERIA: tuple[Criterion, ...] = ("drove", "obstacle", "measured", "learnt", "stakes")
MEANINGS: dict[Criterion, str] = {
    "drove": "you drove it yourself",
    "obstacle": "something stood in the way",
    "measured": "the result can be measured",
    "learnt": "you learnt something",
    "stakes": "something was at stake",
}
Years = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a file. `number` counts from 1 (in a PDF, on its page); `style` where the format tells it.

    A line of a format that wraps is only a part of its paragraph; one with a style is a whole paragraph.
    """

    text: str
    number: int
    page: int | None = None
    style: Style | None = None
    depth: int = 0


@dataclass(frozen=True, slots=True)
class Commit:
    """A change in a history: its short id, the day, the message, and lines changed by file path."""

    id: str
    on: date
    message: str
    files: tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class Source:
    """A file or a history as it was read, with remarks for the person ("page 3 holds no text")."""

    name: str
    lines: tuple[Line, ...] = ()
    commits: tuple[Commit, ...] = ()
    notices: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Place:
    """Where a quote stands: the file, its lines (with a page in a PDF), or the commit."""

    file: str
    line: int | None = None
    last: int | None = None
    page: int | None = None
    commit: str | None = None

    def words(self) -> str:
        """As a person would say it."""
        if self.commit:
            return f"{self.file}, commit {self.commit}"
        lines = "" if self.line is None else f"line {self.line}"
        if self.line is not None and self.last is not None and self.last > self.line:
            lines = f"lines {self.line} to {self.last}"
        return ", ".join(x for x in (self.file, f"page {self.page}" if self.page else "", lines) if x)


@dataclass(frozen=True, slots=True)
class Item:
    """A bullet point or a paragraph. `text` is verbatim, but for line breaks, which are blanks.

    `path` are the headings above it, outermost first; `role` the line that names the job it belongs to; `years` the
    years that it, its role or its headings name; `depth` how far a bullet is set in.
    """

    text: str
    place: Place
    bullet: bool = False
    depth: int = 0
    path: tuple[str, ...] = ()
    role: str = ""
    years: Years | None = None


@dataclass(frozen=True, slots=True)
class Quote:
    """Words of a source, and where they stand."""

    text: str
    place: Place


@dataclass(frozen=True, slots=True)
class Candidate:
    """What may be a story. `quotes` are its words, the best source first, `lead` the sentence of them that says what
    it is about; `criteria` say how far each is met, 0 to 1.

    `figures` are the figures of the quotes, word for word; `context` is the heading or role that it stands below;
    `because` are words of the quotes that speak for each criterion, none where it is met by the whole.
    """

    quotes: tuple[Quote, ...]
    lead: str
    voice: Voice
    genre: Genre
    criteria: dict[Criterion, float]
    score: float
    years: Years | None = None
    context: str = ""
    figures: tuple[Quote, ...] = ()
    missing: tuple[Criterion, ...] = ()
    questions: tuple[str, ...] = ()
    because: dict[Criterion, tuple[str, ...]] = field(default_factory=dict)

    @property
    def title(self) -> str:
        """The beginning of the lead, short enough for a list."""
        from storybank.stories.mining.wording import headline

        return headline(self.lead)
