"""Transcripts: subtitles (.srt, .vtt) and written-up conversations. Only the candidate's words are prose."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from storybank.text import words
from storybank.text.asking import answer_begins, asks, goes_on_asking, invites, opens_a_story, tells
from storybank.text.cues import Line, cues, has_cues
from storybank.text.document import Document, FrontMatter
from storybank.text.marks import comments
from storybank.text.notes import asked_first, is_footer, noted, unsaid, untagged
from storybank.text.sentences import split
from storybank.text.speakers import Role, roles, spoken_lines, turns
from storybank.text.tape import Tape
from storybank.text.voices import STAMP, Turn, could_speak, seconds

_VOICE = re.compile(r"<v(?:\.[\w.-]{1,40})?[ \t]+([^<>\r\n]{1,60})>")
_STAMPS = re.compile(rf"[(\[]{STAMP}(?:[ ]?(?:-|–|—|-->|to)[ ]?{STAMP})?[)\]]")
_LEADING = re.compile(rf"{STAMP}(?=[ \t]|\Z)(?:[ ]?[AP]M(?![^\W_]))?(?:[ \t]*[-–—|](?=[ \t]))?[ \t]*")
_SPELT_STAMP = re.compile(r"(?:\d{1,2} (?:hour|minute|second)s?(?:, |\Z)){1,3}")
_DASH = re.compile(r"[-–—][ \t]+")
_INK = re.compile(r"\S")
_GOES_ON = frozenset(",-–—")
_OPEN = frozenset(  # after these words nobody has finished
    "a an the and but or of to my our their his because if with for from than which who just um uh".split()  # noqa: SIM905
)
_STOPS = frozenset('.?!…"”)')
_BARE = 300  # characters: speech with fewer stops than one in so many has none to go by
_REACH = 24  # characters: more than the longest word after which nobody stops
_ASKED = frozenset({"what", "how", "why", "when", "where", "who", "which"})
_WRAPPED = 4  # lines that a question may take
_INTERJECTED = 6  # words: "mm-hm", "right, right"
_QUESTIONS = words.QUESTION


def read_transcript(
    text: str, start: int = 0, front: FrontMatter | None = None, notices: tuple[str, ...] = ()
) -> Document:
    """Read text[start:] as a transcript; what stands before `start` is front matter, already read."""
    hidden, silenced, remarks = comments(text, start)
    cued = has_cues(text, start)
    spoken = cues(text, start) if cued else [Line(a, b) for a, b in spoken_lines(text, start)]
    spoken = [line for line in spoken if not is_footer(text, line.start, line.end)]
    tape = Tape(text, unsaid(text, start, hidden))
    telling = _Telling(tape, spoken, cued)
    telling.tell()
    front = front or FrontMatter()
    asked = " ".join(telling.asked) or asked_first(text, start)
    if front.question is None and asked:
        front = replace(front, question=_question(asked))
    if telling.stories > 1:
        remarks += (
            f"{telling.stories} stories are asked for here, and the answers are judged as one; "
            "put each answer in a file of its own to have it judged by itself",
        )
    return tape.document("transcript", front, silenced, notices + remarks)


def _question(asked: str) -> str | None:
    """What an interviewer asks among the words before the answer, greetings left out."""
    asked = " ".join(untagged(asked).split())
    told = [span.of(asked) for span in split(asked)[0]]
    return " ".join(s for s in told if asks(s)) or None


def looks_spoken(text: str, start: int = 0) -> bool:
    """True for text with cues, speaker labels, time stamps or a transcriber's notes."""
    if has_cues(text, start):
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
    return noted(text, start)


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

    def __init__(self, tape: Tape, spoken: Sequence[Line], cued: bool) -> None:
        self.tape, self.text, self.spoken, self.cued = tape, tape.text, spoken, cued
        rows = [(line.start, line.end) for line in spoken]
        found = self._voices() or self._titles() or turns(self.text, rows)
        self.asked: list[str] = []
        self.between: list[str] = []  # what others said since the candidate's last words
        self.stories = 0  # how many were asked for
        self.last = 0  # where these ended
        self.started = False  # whether anybody has been named yet
        self.turns = {turn.line: turn for turn in found}
        self.roles = roles(self.text, found, rows)
        self.answers = "candidate" in self.roles.values()
        # Only the interviewer has a label, and every line has one: the answers stand behind the questions.
        self.mixed = not self.answers and all(k in self.turns for k, (a, b) in enumerate(rows) if a < b)
        self.leading = {} if cued else _leading(self.text, rows)
        starts = sum(1 for a, b in rows if a < b and _STAMPS.match(self.text, a, b))
        filled = sum(1 for a, b in rows if a < b)
        stamped = bool(self.leading) or 2 * starts > filled
        self.joint = " " if cued or stamped else "\n"
        self.bare = stamped and _BARE * sum(map(self.text.count, ".?!")) < len(self.text)

    def _voices(self) -> list[Turn]:
        found = []
        for number, line in enumerate(self.spoken):
            match = _VOICE.match(self.text, line.start, line.end)
            if match is not None:
                name = " ".join(match.group(1).lower().split())
                found.append(Turn(number, name, match.end(), line.end, None))
        return found

    def _titles(self) -> list[Turn]:
        """Names on a line of their own at the head of every cue."""
        opening = [k for k, line in enumerate(self.spoken) if line.cue is not None]
        found = []
        for number in opening:
            line, below = self.spoken[number], self.spoken[number + 1 : number + 2]
            name = self.text[line.start : line.end]
            if below and below[0].cue is None and below[0].start < below[0].end and could_speak(name):
                found.append(Turn(number, " ".join(name.lower().split()), line.end, line.end, None))
        names = {turn.name for turn in found}
        return found if len(found) > 0.9 * len(opening) and 2 * len(names) <= len(found) + 2 else []

    def tell(self) -> None:
        role: Role = "interviewer" if self.answers else "candidate"
        speaker, blank = "", False
        close: float | None = None
        asked = self._asked_at_head()
        for number, line in enumerate(self.spoken):
            if number == asked:
                self.started = True
                self._line(number, line, None, heard=False)
                continue
            if line.start >= line.end:
                blank = True
                if not self.answers:
                    role, speaker = "candidate", ""
                continue
            turn = self.turns.get(number)
            apart = blank and (turn is None or not self._carries_on(turn.start))
            if turn is not None and turn.name != speaker:
                speaker, role, self.started = turn.name, self.roles[turn.name], True
                apart = not self._carries_on(turn.start)
            elif turn is None and role == "interviewer" and self._asked_enough(line):
                role, speaker, apart = "candidate", "", True
            if role == "candidate":
                if apart:
                    self.tape.paragraph()
                blank = False
            if line.cue is not None:
                self.tape.tick(line.cue[0])
                close = line.cue[1]
            begun = self._run_together(turn) if role == "interviewer" else 0
            self._line(number, replace(line, end=begun or line.end), turn, role == "candidate")
            if begun:
                role, speaker = "candidate", ""
                self.tape.paragraph()
                self._say(begun, line.end, heard=True)
        if close is not None:
            self.tape.tick(close)

    def _asked_at_head(self) -> int:
        """Where nobody is labelled: the number of the first line, if it orders a story and more follows; or -1."""
        filled = [k for k, line in enumerate(self.spoken) if line.start < line.end]
        if self.turns or len(filled) < 2:
            return -1
        line = self.spoken[filled[0]]
        at = self.leading[filled[0]][0] if filled[0] in self.leading else line.start
        said = untagged(_STAMPS.sub("", self.text[at : line.end]))
        first = filled[0]
        if not said and len(filled) > 2:  # the stamp has a line to itself
            first = filled[1]
            said = self.text[self.spoken[first].start : self.spoken[first].end]
        return first if opens_a_story(said) and not answer_begins(said) else -1

    def _run_together(self, turn: Turn | None) -> int:
        """Where the answer begins that stands, without a label, behind the question in its line; or 0."""
        if turn is None or not self.mixed:
            return 0
        begun = answer_begins(self.text[turn.start : turn.end])
        return turn.start + begun if begun else 0

    def _carries_on(self, at: int) -> bool:
        """True when the candidate was cut off by an "mm-hm" and now goes on with the same sentence."""
        before = self.text[max(0, self.last - _REACH) : self.last]
        first = _INK.search(self.text, at)
        if first is None or not first.group().islower() or not before:
            return False
        broken = before[-1] in _GOES_ON or before.split()[-1].lower() in _OPEN
        interjected = " ".join(self.between).lower().split()
        return broken and len(interjected) <= _INTERJECTED and _ASKED.isdisjoint(interjected)

    def _asked_enough(self, line: Line) -> bool:
        """True when only the interviewer is labelled, and the question above this line has ended.

        Without full stops a request that stands there has ended with its line, unless the next line carries
        it on; where nothing shows its end, the next stamp begins the answer.
        """
        said = self.text[line.start : line.end]
        if self.answers or not self.between or (self.tape.empty and goes_on_asking(said)):
            return False
        if self.bare or self.between[-1][-1:] in _STOPS:
            return True
        asked = " ".join(self.between[-_WRAPPED:])
        wrapped = said[0].islower() and (self.between[0][0].isupper() or not tells(said))
        return invites(asked) and (not wrapped or line is self.spoken[-1])

    def _line(self, number: int, line: Line, turn: Turn | None, heard: bool) -> None:
        at = line.start
        if turn is not None:
            at = turn.start
            if turn.seconds is not None:
                self.tape.tick(turn.seconds)
        elif number in self.leading:
            at, time = self.leading[number]
            self.tape.tick(time)
        elif number - 1 in self.leading and _SPELT_STAMP.fullmatch(self.text, at, line.end):
            return
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
        if start >= end:
            return
        if not heard:
            self.between.append(text[start:end])
            if self.started and self.tape.empty:
                self.asked.append(text[start:end])
            return
        self.stories += bool(self.between) and opens_a_story(" ".join(self.between))
        apart = self.joint == " " or start == 0 or text[start - 1] in "\r\n"
        self.tape.say(start, end, self.joint if apart else " ")
        self.between, self.last = [], end
