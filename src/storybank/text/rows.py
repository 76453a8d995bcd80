"""Lines of an answer as its reader understood them, told to a tape: headings, labels, items, prose.

Plain text and Markdown differ in what a line's marks mean; once that is settled they are told alike.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from storybank.text import labels
from storybank.text.framed import line_label
from storybank.text.labels import Label
from storybank.text.question import asked_above
from storybank.text.tape import Tape

BOLD_LINE = 7  # depths below the six of Markdown headings
LABEL = 8
_LINES = re.compile(r"([^\r\n\v\f\u2028\u2029]*)(\r\n?|[\n\v\f\u2028\u2029]|\Z)")
_ITEM = re.compile(
    r"[ \t\xa0]*(?:[-*+•‣◦⁃·●○▪▸►➤–—][ \t\xa0]+(?:\[[ xX]\][ \t]+)?|(\d{1,3}|[a-zA-Z])[.)][ \t\xa0]+)(?=\S)"
)
_NESTED = re.compile(r"(?:[-*+•‣◦⁃·●○▪▸►➤–—>][ \t\xa0]+(?:\[[ xX]\][ \t]+)?)+(?=\S)")  # a list in a list
_RUN_IN = re.compile(r"(?<=\S)[ \t\xa0]+(?=[•‣◦⁃●○▪▸►➤][ \t\xa0]+\S)")
_SPACE = " \t\xa0\u200b\ufeff"
_BARE_WORDS = 10
_LONG = 80  # characters: a line of prose rather than another title
_TELLING = frozenset(
    "i we my our me us he she it they you was were is are had have has did i'm i've we've i'd".split()  # noqa: SIM905
)


@dataclass(frozen=True, slots=True)
class Row:
    """A line: `lead` is where it begins with its marks, text[start:end] what they leave."""

    kind: Literal["text", "heading", "blank"]
    lead: int
    start: int
    end: int
    depth: int = 0
    item: bool = False


def lines(text: str, start: int = 0) -> Iterator[tuple[int, int]]:
    """(start, end) of each line from `start` on, white space at both ends taken off."""
    for match in _LINES.finditer(text, start):
        line = match.group(1)
        if not line and match.end() == len(text) and not match.group(2):
            return
        end = match.end(1) - (len(line) - len(line.rstrip()))
        at = match.start(1) + len(line) - len(line.lstrip(_SPACE))
        yield min(at, end), end


def cut(text: str, start: int, end: int, places: Iterable[int]) -> Iterator[tuple[int, int]]:
    """The line text[start:end] in pieces, each beginning at one of the places, which run upwards within it."""
    for place in places:
        if place > start:
            yield start, start + len(text[start:place].rstrip())
            start = place
    yield start, end


def lines_and_items(text: str, start: int = 0) -> Iterator[tuple[int, int]]:
    """Lines; one that holds a whole list, pasted as one line, is cut before each bullet within it."""
    for at, end in lines(text, start):
        bullets = [match.end() for match in _RUN_IN.finditer(text, at, end)] if at < end else []
        listed = len(bullets) + (_ITEM.match(text, at, end) is not None) > 1
        yield from cut(text, at, end, bullets if listed else ())


def item(text: str, start: int, end: int, before: str) -> int | None:
    """Where the words of a list item begin, or None. `before` ends the line of prose above, if any."""
    match = _ITEM.match(text, start, end)
    if match is None:
        return None
    if match.group(1) and (before.isalnum() or before in {",", "-"}) and before:
        return None  # a figure that wrapped to the head of a line
    if match.group(1) and match.group(1).isalpha() and not match.group(1).islower():
        return None  # "A) ..." may be a label, "J. Smith" a name
    nested = _NESTED.match(text, match.end(), end)
    return nested.end() if nested else match.end()


def tell(tape: Tape, rows: Sequence[Row]) -> str | None:
    """Say all rows to the tape. Returns the question, when the answer states it first."""
    text = tape.text
    found = labels.borne_out(_labels(text, rows))
    by_row: dict[int, list[Label]] = {}
    index = 0
    for number, row in enumerate(rows):
        while index < len(found) and found[index].start < row.end:
            if found[index].start >= row.start:
                by_row.setdefault(number, []).append(found[index])
            index += 1
    teller = _Teller(tape)
    asked = asked_above(text, rows)
    if asked is not None:
        teller.question = asked[2]
    for number, row in enumerate(rows):
        if asked is not None and asked[0] <= number < asked[1]:
            continue
        if row.kind == "blank":
            teller.blank()
        elif row.kind == "heading" or (number not in by_row and _bare(text, rows, number)):
            teller.heading(row)
        else:
            teller.line(row, by_row.get(number, []))
    teller.answer()
    return teller.question


def _labels(text: str, rows: Sequence[Row]) -> list[Label]:
    found = []
    for row in rows:
        if row.kind != "text":
            continue
        first = line_label(text, row.start, row.end)
        if first is not None:
            found.append(first)
        at = first.end if first else row.start + 1
        found.extend(label for label in labels.inline(text, row.start, row.end) if label.start >= at)
    return found


def _bare(text: str, rows: Sequence[Row], number: int) -> bool:
    """True for a title on a line of its own: short, no stop, no verb of telling, prose or a list beneath."""
    row = rows[number]
    if row.item or row.end - row.start > _LONG or (number and rows[number - 1].kind != "blank"):
        return False
    words = text[row.start : row.end].split()
    if len(words) > _BARE_WORDS or not words[0][:1].isupper() or words[-1][-1] in '.!?,;:…"”':
        return False
    if is_telling(words):
        return False
    following = rows[number + 1 : number + 3]
    if following and following[0].kind == "text":
        return following[0].item
    if len(following) < 2 or following[1].kind != "text":
        return False
    under = text[following[1].start : following[1].end]
    return following[1].item or (len(under) > _LONG and any(c in under for c in ".!?"))


def is_telling(words: Sequence[str]) -> bool:
    """True when words tell something, so that a line of them is no title."""
    return not _TELLING.isdisjoint(w.lower().replace("’", "'") for w in words)


class _Teller:
    """Where the telling stands: in the question, or in the answer."""

    def __init__(self, tape: Tape) -> None:
        self.tape = tape
        self.question: str | None = None
        self._asked: list[str] = []
        self._asking: Literal["no", "line", "section"] = "no"

    def blank(self) -> None:
        self.tape.paragraph()
        if self._asking == "line" and self._asked:
            self.answer()

    def heading(self, row: Row) -> None:
        part = labels.heading(self.tape.text[row.start : row.end])
        if part == "question" and self.tape.empty:
            self._asking = "section"
            return
        self.answer()
        if part != "answer":
            kind = None if part == "question" else part
            self.tape.head(row.lead, row.start, row.end, kind, row.depth or BOLD_LINE)

    def line(self, row: Row, marks: list[Label]) -> None:
        at = row.start
        for mark in marks:
            if at < mark.start:
                self._say(at, mark.start, row.item and at == row.start)
            at = mark.end
            if mark.opens == "question" and (self.tape.empty or self._asking != "no"):
                self._asking = "line"
            elif mark.opens == "answer" and (self._asked or self.tape.empty):
                self.answer()
                self.tape.paragraph()
            elif mark.opens == "question" or mark.opens == "answer":
                at = mark.start
            else:
                self.answer()
                self.tape.head(mark.start, mark.start, mark.end, mark.opens, LABEL)
        if at < row.end:
            self._say(at, row.end, row.item)

    def _say(self, start: int, end: int, item: bool) -> None:
        if self._asking != "no":
            self._asked.append(self.tape.text[start:end])
            return
        if item:
            self.tape.item()
        self.tape.say(start, end)

    def answer(self) -> None:
        """The question is over."""
        if self._asking != "no" and self._asked and self.question is None:
            self.question = " ".join(" ".join(self._asked).replace("*", "").split()).strip('"“” ') or None
        self._asking = "no"
