"""Findings numbered and grouped for reading, and the answer cut where marks begin and end."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from itertools import pairwise

from storybank.reviewer.report import SEVERITIES, Finding, Report, Severity
from storybank.text.document import PartKind

_LONG = 240
"""Code points: a longer span is named at the head of its part, as underlining it all would mark nothing."""
_COVERS = 0.8


@dataclass(frozen=True, slots=True)
class Note:
    """Findings of one rule that say the same of several places, under one number."""

    number: int
    findings: tuple[Finding, ...]

    @property
    def first(self) -> Finding:
        return self.findings[0]


@dataclass(frozen=True, slots=True)
class Group:
    """The notes on one kind of part; None: on the whole answer."""

    kind: PartKind | None
    notes: tuple[Note, ...]


@dataclass(frozen=True, slots=True)
class Mark:
    """A stretch of the text to underline, with the number of its note."""

    start: int
    end: int
    number: int
    severity: Severity


@dataclass(frozen=True, slots=True)
class Slice:
    """A stretch of text that is marked alike from end to end.

    `opens` counts the distinct spans that begin with it; `closes` holds the numbers of each that ends
    with it, innermost first.
    """

    start: int
    end: int
    severity: Severity | None
    opens: int
    closes: tuple[tuple[int, ...], ...]

    @property
    def numbers(self) -> tuple[int, ...]:
        """The numbers of all that ends here."""
        return tuple(dict.fromkeys(number for group in self.closes for number in group))


def groups(report: Report) -> tuple[Group, ...]:
    """All findings: those on the whole answer first, gravest first, then by part in the order of the telling."""
    told: list[PartKind | None] = [None]
    for part in report.parts:
        if part.kind not in told:
            told.append(part.kind)
    bins: dict[PartKind | None, dict[tuple[str, str, str], list[Finding]]] = {kind: {} for kind in told}
    ends = _ends(report)
    for finding in sorted(report.findings, key=lambda f: (f.start, f.end, f.code)):
        alike = bins[_kind_of(finding, report, ends)]
        alike.setdefault((finding.rule, finding.message, finding.advice), []).append(finding)
    found, number = [], 0
    for kind in told:
        notes = []
        alike_all = list(bins[kind].values())
        if kind is None:
            alike_all.sort(key=lambda same: SEVERITIES.index(same[0].severity))
        for same in alike_all:
            number += 1
            notes.append(Note(number, tuple(same)))
        if notes:
            found.append(Group(kind, tuple(notes)))
    return tuple(found)


def marks(report: Report, grouped: tuple[Group, ...]) -> tuple[Mark, ...]:
    """What to underline: every finding that quotes a short stretch."""
    found = [
        Mark(f.start, f.end, note.number, f.severity)
        for group in grouped
        if group.kind is not None
        for note in group.notes
        for f in note.findings
        if f.end - f.start <= _LONG
    ]
    return tuple(sorted(found, key=lambda m: (m.start, m.end, m.number)))


def heads(report: Report, grouped: tuple[Group, ...]) -> dict[int, tuple[int, ...]]:
    """Numbers to show at the head of a part, by its index: those of findings too long to underline."""
    found: dict[int, list[int]] = {}
    ends = _ends(report)
    for group in grouped:
        for note in group.notes if group.kind is not None else ():
            for finding in note.findings:
                if finding.end - finding.start > _LONG:
                    at = _part_at(finding.start, ends)
                    if at is not None and note.number not in found.setdefault(at, []):
                        found[at].append(note.number)
    return {index: tuple(numbers) for index, numbers in found.items()}


def slices(start: int, end: int, marked: tuple[Mark, ...]) -> tuple[Slice, ...]:
    """`start` to `end` cut at the bounds of marks; overlapping marks take the gravest severity.

    `marked` comes from `marks`: sorted by start and none longer than `_LONG`, so that the marks over a place
    are found by bisection and thousands of them take no more than linear time.
    """
    cuts = {start, end}
    for mark in _between(marked, start, end):
        if mark.end > start:
            cuts |= {max(start, mark.start), min(end, mark.end)}
    edges = sorted(cuts)
    found: list[Slice] = []
    for left, right in pairwise(edges):
        over = [m for m in _between(marked, left, left + 1) if m.end >= right]
        severity = min((m.severity for m in over), key=SEVERITIES.index, default=None)
        opening = {(m.start, m.end) for m in over if max(start, m.start) == left}
        closing: dict[tuple[int, int], list[int]] = {}
        for mark in reversed(over):
            if min(end, mark.end) == right:
                closing.setdefault((mark.start, mark.end), []).insert(0, mark.number)
        closes = tuple(tuple(dict.fromkeys(numbers)) for numbers in closing.values())
        found.append(Slice(left, right, severity, len(opening), closes))
    return tuple(found)


def _between(marked: tuple[Mark, ...], start: int, end: int) -> tuple[Mark, ...]:
    """All marks that may overlap `start` to `end`."""
    low = bisect_left(marked, start - _LONG, key=lambda m: m.start)
    return marked[low : bisect_left(marked, end, key=lambda m: m.start)]


def _kind_of(finding: Finding, report: Report, ends: list[int]) -> PartKind | None:
    if _is_whole(finding, report):
        return None
    at = _part_at(finding.start, ends)
    return None if at is None else report.parts[at].kind


def _is_whole(finding: Finding, report: Report) -> bool:
    """True when the finding spans the answer: nearly all of its text, or all that was said."""
    if not report.parts:
        return True
    first, last = report.parts[0].start, report.parts[-1].end
    inside = min(finding.end, last) - max(finding.start, first)
    several = len(report.parts) > 1 or finding.end - finding.start == len(report.text)
    return several and inside >= _COVERS * (last - first)


def _ends(report: Report) -> list[int]:
    return [part.end for part in report.parts]


def _part_at(start: int, ends: list[int]) -> int | None:
    """Index of the part that holds `start`, or of the next one; the last one beyond the end."""
    return min(bisect_right(ends, start), len(ends) - 1) if ends else None
