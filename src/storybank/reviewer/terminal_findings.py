"""The findings, grouped by part: the words, what they cost, and what to do."""

from __future__ import annotations

from collections.abc import Iterator

from rich.text import Text

from storybank.reviewer.digest import counts_line, praise
from storybank.reviewer.marking import Group, Note
from storybank.reviewer.report import Report
from storybank.reviewer.terminal_look import (
    PART_COLOURS,
    SEVERITY_COLOURS,
    SEVERITY_GLYPHS,
    Look,
    flat,
    heading,
    ink,
    wrap,
)
from storybank.reviewer.visible import one_line

_QUOTES = 4
_INDENT = " " * 7


def findings(look: Look, report: Report, grouped: tuple[Group, ...]) -> Iterator[Text]:
    """Every finding under the part it is about; one line of praise when there is none."""
    yield from heading(look, "Findings", counts_line(report))
    if not grouped:
        yield from wrap(look, Text(praise(report)), ink("   ✓ ", "green"))
        return
    for index, group in enumerate(grouped):
        if index:
            yield Text()
        colour = PART_COLOURS[group.kind] if group.kind else "white"
        yield ink(f" {(group.kind or 'the whole answer').capitalize()}", f"bold {colour}")
        for note in group.notes:
            yield from _note(look, note, quoted=group.kind is not None)


def _note(look: Look, note: Note, quoted: bool) -> Iterator[Text]:
    first = note.first
    colour = SEVERITY_COLOURS[first.severity]
    line = ink(f"{note.number:>4} ", "bold").append(f"{SEVERITY_GLYPHS[first.severity]} ", colour)
    yield from wrap(look, ink(flat(first.rule), f"bold {colour}").append(_tail(note), "dim"), line)
    if quoted:
        yield from _quotes(look, note)
    yield from wrap(look, Text(flat(first.message)), _INDENT)
    yield from wrap(look, ink(flat(first.advice), "green"), ink(_INDENT + "→ ", "green"))


def _tail(note: Note) -> str:
    first, times = note.first, len(note.findings)
    return f"  {first.severity} {flat(first.code)}" + (f", {times} times" if times > 1 else "")


def _quotes(look: Look, note: Note) -> Iterator[Text]:
    limit = 160 if len(note.findings) == 1 else 60
    words = [f"“{one_line(f.quote, limit)}”" for f in note.findings[:_QUOTES] if f.quote.strip()]
    more = len(note.findings) - _QUOTES
    if more > 0:
        words.append(f"and {more} more")
    if words:
        yield from wrap(look, ink(" ".join(words), "italic"), _INDENT)
