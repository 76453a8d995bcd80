"""Transcripts: subtitles (.srt, .vtt) and written-up conversations. Only the candidate's words are prose."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from storybank.text import words
from storybank.text.document import Document, FrontMatter
from storybank.text.marks import comments
from storybank.text.rows import lines
from storybank.text.sentences import split
from storybank.text.speakers import STAMP, Role, Turn, asks, roles, seconds, spoken_lines, turns
from storybank.text.tape import Drop, Tape

_CUE_STAMP = r"(?:\d{1,3}:)?\d{1,2}:[0-5]\d[.,]\d{1,3}"
_CUE = re.compile(rf"({_CUE_STAMP})[ \t]*-->[ \t]*({_CUE_STAMP})")
_ANY_CUE = re.compile(rf"^[ \t]*{_CUE_STAMP}[ \t]*-->", re.MULTILINE)
_HEAD_BLOCK = re.compile(r"(?:WEBVTT|NOTE|STYLE|REGION)(?=[ \t]|\Z)")
_VOICE = re.compile(r"<v(?:\.[\w.-]{1,40})?[ \t]+([^<>\r\n]{1,60})>")
_TAG = re.compile(
    r"</?[a-z][^<>\r\n]{0,80}>|<\d{1,2}:[\d:.]{4,12}>|\{\\[^{}\r\n]{1,40}\}|\*{2,3}|\b__\B|\B__\b"
)
_NOTE = re.compile(
    r"\[([^\[\]\r\n]{1,60})\]|\(([^()\r\n]{1,30})\)|<([a-z ]{3,24})>"
    r"|(?<![\w*])\*([a-z][a-z ]{2,24})\*(?![\w*])"
)
_STAMPS = re.compile(rf"[(\[]{STAMP}(?:[ ]?(?:-|–|—|-->|to)[ ]?{STAMP})?[)\]]")
_LEADING = re.compile(rf"{STAMP}(?=[ \t]|\Z)(?:[ \t]*[-–—|](?=[ \t]))?[ \t]*")
_DASH = re.compile(r"[-–—][ \t]+")
_STEMS = tuple(words.STEMS)
_QUESTIONS = words.QUESTION


@dataclass(frozen=True, slots=True)
class _Line:
    """A line that holds speech (or nothing, between paragraphs), and the times of the cue that it opens."""

    start: int
    end: int
    cue: tuple[float, float] | None = None


def read_transcript(
    text: str, start: int = 0, front: FrontMatter | None = None, notices: tuple[str, ...] = ()
) -> Document:
    """Read text[start:] as a transcript; what stands before `start` is front matter, already read."""
    hidden, silenced, remarks = comments(text, start)
    cued = _has_cues(text, start)
    spoken = _cues(text, start) if cued else [_Line(a, b) for a, b in spoken_lines(text, start)]
    tape = Tape(text, _drops(text, start, hidden))
    telling = _Telling(tape, spoken, cued)
    telling.tell()
    front = front or FrontMatter()
    if front.question is None and telling.asked:
        front = replace(front, question=_question(" ".join(telling.asked)))
    return tape.document("transcript", front, silenced, notices + remarks)


def _question(asked: str) -> str | None:
    """What an interviewer asks among the words before the answer, greetings left out."""
    asked = " ".join(_TAG.sub("", asked).split())
    told = [span.of(asked) for span in split(asked)[0]]
    return " ".join(s for s in told if asks(s)) or None


def looks_spoken(text: str, start: int = 0) -> bool:
    """True for text with cues, speaker labels, time stamps or a transcriber's notes."""
    if _has_cues(text, start):
        return True
    rows = spoken_lines(text, start)
    names = {turn.name for turn in turns(text, rows)}
    if len(names) > 1 or any(n in words.INTERVIEWER and n not in _QUESTIONS for n in names):
        return True
    if any(n in words.CANDIDATE and n not in words.ANSWER for n in names):
        return True
    if len(_leading(text, rows)) > 1:
        return True
    times = [seconds(m.group()) for m in _STAMPS.finditer(text, start)]
    if len(times) > 1 and times == sorted(times):
        return True
    return any(_is_note(m) for m in _NOTE.finditer(text, start) if m.group(1))


def _has_cues(text: str, start: int) -> bool:
    return text.startswith("WEBVTT", start) or (" -->" in text and bool(_ANY_CUE.search(text, start)))


def _cues(text: str, start: int) -> list[_Line]:
    """The lines of subtitles that are spoken."""
    rows = list(lines(text, start))
    timed = [_CUE.match(text, a, b) for a, b in rows]
    found: list[_Line] = []
    cue: tuple[float, float] | None = None
    skipping, rolling, last = False, "<c>" in text, ""
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
            said = _TAG.sub("", text[at:end])
            if not (rolling and said == last):  # rolling captions show each line twice
                found.append(_Line(at, end, cue))
                cue = None
            last = said
    return found


def _cue_seconds(stamp: str) -> float:
    total = 0.0
    for part in stamp.replace(",", ".").split(":"):
        total = total * 60 + float(part)
    return total


def _drops(text: str, start: int, hidden: Sequence[Drop]) -> list[Drop]:
    """Tags, notes and comments; stamps are seen to line by line, since they also tell the time."""
    found = [Drop(m.start(), m.end(), gap=False) for m in _TAG.finditer(text, start)]
    found += [Drop(m.start(), m.end(), gap=True) for m in _NOTE.finditer(text, start) if _is_note(m)]
    found += hidden
    return sorted(found)


def _is_note(match: re.Match[str]) -> bool:
    """True for [laughs], (long pause), [inaudible 00:12], not for (laughing stock of the firm)."""
    inner = next(g for g in match.groups() if g is not None).lower().strip(" .!-_*♪")
    parts = inner.split()
    if not parts or (match.group(1) is None and len(parts) > 2):
        return False
    return inner.startswith(_STEMS) or (len(parts) < 4 and parts[-1].startswith(_STEMS))


def _leading(text: str, rows: Sequence[tuple[int, int]]) -> dict[int, tuple[int, float]]:
    """Lines that open with a bare time stamp: number -> (where the words begin, seconds).

    One such line may be a time of day in a story; several that run upwards are stamps.
    """
    found: dict[int, tuple[int, float]] = {}
    filled = 0
    for number, (at, end) in enumerate(rows):
        filled += at < end
        match = _LEADING.match(text, at, end) if at < end and text[at].isdigit() else None
        if match is not None:
            found[number] = (match.end(), seconds(match.group()))
    times = [t for _, t in found.values()]
    return found if len(found) > 1 and 3 * len(found) >= filled and times == sorted(times) else {}


class _Telling:
    """Tells those lines of a transcript to a tape that the candidate speaks."""

    def __init__(self, tape: Tape, spoken: Sequence[_Line], cued: bool) -> None:
        self.tape, self.text, self.spoken, self.cued = tape, tape.text, spoken, cued
        rows = [(line.start, line.end) for line in spoken]
        found = self._voices() or turns(self.text, rows)
        self.asked: list[str] = []
        self.started = False  # whether anybody has been named yet
        self.turns = {turn.line: turn for turn in found}
        self.roles = roles(self.text, found, rows)
        self.answers = "candidate" in self.roles.values()
        self.leading = {} if cued else _leading(self.text, rows)
        starts = sum(1 for a, b in rows if a < b and _STAMPS.match(self.text, a, b))
        filled = sum(1 for a, b in rows if a < b)
        self.joint = " " if cued or self.leading or 2 * starts > filled else "\n"

    def _voices(self) -> list[Turn]:
        found = []
        for number, line in enumerate(self.spoken):
            match = _VOICE.match(self.text, line.start, line.end)
            if match is not None:
                name = " ".join(match.group(1).lower().split())
                found.append(Turn(number, name, match.end(), line.end, None))
        return found

    def tell(self) -> None:
        role: Role = "interviewer" if self.answers else "candidate"
        speaker = ""
        close: float | None = None
        for number, line in enumerate(self.spoken):
            if line.start >= line.end:
                self.tape.paragraph()
                if not self.answers:
                    role, speaker = "candidate", ""
                continue
            turn = self.turns.get(number)
            if turn is not None and turn.name != speaker:
                self.tape.paragraph()
                speaker, role, self.started = turn.name, self.roles[turn.name], True
            if line.cue is not None:
                self.tape.tick(line.cue[0])
                close = line.cue[1]
            self._line(number, line, turn, role == "candidate")
        if close is not None:
            self.tape.tick(close)

    def _line(self, number: int, line: _Line, turn: Turn | None, heard: bool) -> None:
        at = line.start
        if turn is not None:
            at = turn.start
            if turn.seconds is not None:
                self.tape.tick(turn.seconds)
        elif number in self.leading:
            at, time = self.leading[number]
            self.tape.tick(time)
        elif self.cued and (dash := _DASH.match(self.text, at, line.end)):
            at = dash.end()
        for stamp in _STAMPS.finditer(self.text, at, line.end):
            self._say(at, stamp.start(), heard)
            self.tape.tick(seconds(stamp.group()))
            at = stamp.end()
        self._say(at, line.end, heard)

    def _say(self, start: int, end: int, heard: bool) -> None:
        text = self.text
        while start < end and text[start].isspace():
            start += 1
        while end > start and text[end - 1].isspace():
            end -= 1
        if not heard and self.started and self.tape.empty:
            self.asked.append(text[start:end])
        if heard and start < end:
            self.tape.say(
                start,
                end,
                self.joint if self.joint == " " or start == 0 or text[start - 1] in "\r\n" else " ",
            )
