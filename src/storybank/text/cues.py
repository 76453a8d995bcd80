"""Subtitles (.srt, .vtt, .sbv and their kin): which lines are spoken, and when."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from storybank.text.notes import untagged
from storybank.text.rows import lines

_CUE_STAMP = r"(?:\d{1,3}:)?\d{1,2}:[0-5]?\d(?:[.,]\d{1,3})?"
_CUE = re.compile(rf"({_CUE_STAMP})(?:[ \t]*-->[ \t]*|(?<=\.\d\d\d),)({_CUE_STAMP})")
_ANY_CUE = re.compile(rf"^[ \t]*{_CUE_STAMP}(?:[ \t]*-->|(?<=\.\d\d\d),{_CUE_STAMP}[ \t]*$)", re.MULTILINE)
_HEAD_BLOCK = re.compile(r"(?:WEBVTT|NOTE|STYLE|REGION)(?=[ \t]|\Z)")
_TABLE = "start\tend\ttext"
_ROW = re.compile(r"(\d{1,9})\t(\d{1,9})\t[ \t]*")
_ROLLING = 4  # cues; fewer that repeat themselves may be what somebody says twice


@dataclass(frozen=True, slots=True)
class Line:
    """A line that holds speech (or nothing, between paragraphs), and the times of the cue that it opens."""

    start: int
    end: int
    cue: tuple[float, float] | None = None


def has_cues(text: str, start: int) -> bool:
    """True for text that holds the times of subtitles, each from one to another."""
    return text.startswith((_TABLE, "WEBVTT"), start) or bool(_ANY_CUE.search(text, start))


def cues(text: str, start: int) -> list[Line]:
    """The lines of subtitles that are spoken."""
    rows = list(lines(text, start))
    if text.startswith(_TABLE, start):
        return [_row(text, at, end) for at, end in rows[1:]]
    timed = [_CUE.match(text, a, b) for a, b in rows]
    found: list[Line] = []
    cue: tuple[float, float] | None = None
    skipping = False
    for number, (at, end) in enumerate(rows):
        match = timed[number]
        blank_above = number == 0 or rows[number - 1][0] >= rows[number - 1][1]
        if match is not None:
            cue, skipping = (_cue_seconds(match.group(1)), _cue_seconds(match.group(2))), False
        elif at >= end:
            skipping = False
        elif skipping or (blank_above and _HEAD_BLOCK.match(text, at, end)):
            skipping = True
        elif number + 1 < len(rows) and timed[number + 1] and (blank_above or text[at:end].isdigit()):
            continue  # the number or name of the cue
        else:
            found.append(Line(at, end, cue))
            cue = None
    return _once(text, found)


def _row(text: str, at: int, end: int) -> Line:
    """A row of a recogniser's table: from, to, in thousandths of a second, and what was said."""
    match = _ROW.match(text, at, end)
    if match is None:
        return Line(at, end)
    return Line(match.end(), end, (int(match.group(1)) / 1000, int(match.group(2)) / 1000))


def _once(text: str, spoken: list[Line]) -> list[Line]:
    """Rolling captions, which show a line again at the head of the next cue, with each line once."""
    said = [untagged(text[line.start : line.end]) for line in spoken]
    again = [k for k in range(1, len(said)) if said[k] == said[k - 1]]
    joints = sum(line.cue is not None for line in spoken) - 1
    if not again or ("<c>" not in text and 2 * len(again) < max(joints, _ROLLING)):
        return spoken
    told = list(spoken)
    for k in again:  # the next line of the cue opens it
        after = told[k + 1] if k + 1 < len(told) else None
        if after is not None and after.cue is None:
            told[k + 1] = replace(after, cue=told[k].cue)
    kept = set(range(len(told))).difference(again)
    return [told[k] for k in sorted(kept)]


def _cue_seconds(stamp: str) -> float:
    total = 0.0
    for part in stamp.replace(",", ".").split(":"):
        total = total * 60 + float(part)
    return total
