"""Who speaks in a transcript: speaker labels, and which of them is the candidate."""

from __future__ import annotations

import re
from collections import Counter, deque
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from storybank.text import words
from storybank.text.labels import claimed
from storybank.text.rows import cut, lines

Role = Literal["candidate", "interviewer"]
STAMP = r"\d{1,2}:[0-5]\d(?::[0-5]\d)?(?:[.,]\d{1,3})?"
_BOXED = rf"[(\[<]{STAMP}(?:[ ]?(?:-|–|—|-->|to)[ ]?{STAMP})?[)\]>]"
_NAME = r"[^\W\d_][\w.'’&/-]{0,30}(?:[ ][\w'’&#][\w.'’&#/-]{0,29}){0,3}"
_TURN = re.compile(
    rf"(?:>{{2,3}})?[ \t]*(?:[-–—][ \t]*)?(?P<before>{_BOXED}|{STAMP}(?=[ \t]))?[ \t]*[-–—]?[ \t]*"
    rf"[*_]{{0,3}}(?P<box>\[)?(?P<name>{_NAME})(?(box)\])[ ]?[*_]{{0,3}}(?:[ \t]*\([^()\d:]{{1,30}}\))?"
    rf"[ \t]*(?P<after>{_BOXED}|(?<=[ \t]){STAMP})?[ \t]*[*_]{{0,3}}[:：](?![/\d])[*_]{{0,3}}[ \t]*"
)
_HEADER = re.compile(
    rf"[*_]{{0,3}}(?:\[?(?P<name>{_NAME}(?:,[ ]{_NAME})?)\]?(?:[ ]\([^()\d]{{1,30}}\))?"
    rf"[*_]{{0,3}}[ \t]*[|,–—-]?[ \t]+[*_]{{0,3}}"
    rf"(?P<stamp>{_BOXED}|{STAMP})(?P<noon>[ ]?[AaPp]\.?[Mm]\.?)?"
    rf"|(?P<stamp2>{_BOXED}|{STAMP})[ \t]+(?:[-–—|][ \t]+)?[*_]{{0,3}}(?P<name2>{_NAME}))[*_]{{0,3}}"
)
# Forms that count for a role or a numbered speaker only, and only where one asks and another answers.
_LOOSE = re.compile(
    rf"(?:#{{1,6}}[ \t]+)?[*_]{{0,3}}(?:"
    rf"(?:\[(?P<square>{_NAME})\]|\((?P<round>{_NAME})\))[*_]{{0,3}}[ \t]*(?:[-–—][ \t]+)?"
    rf"|(?P<name>{_NAME})[*_]{{0,3}}(?:[ \t]*[-–—|][ \t]+|(?P<stop>\.)[ \t]+|[ \t]*\Z))"
)
_COUNTED = re.compile(r"(q|a|question|answer)[ ]?#?\d{1,2}")
_SAID = re.compile(r"(?<=You|GPT) said\Z")  # "You said:", "ChatGPT said:"
_SHOUT = re.compile(
    r"(?P<name>[A-Z]{2,12}(?:[ ]?\d)?)(?:[.\t]|[ ]*[-–—])?(?:[ \t]+|\Z)|(?P<one>[QA])(?:\.|[ ][-–—])[ \t]+"
)
_CHEVRON = re.compile(r">{2,3}[ \t]*")
_NUMBERED = re.compile(
    r"(?:speaker|person|voice|participant|spk|user)(?:[ _-]?#?\d{1,2}|[ _-][A-Z])", re.IGNORECASE
)
_LETTER_PAIRS = (
    ({"i", "p"}, "i"),
    ({"i", "c"}, "i"),
    ({"i", "r"}, "i"),
    ({"i", "a"}, "i"),
    ({"i", "e"}, "i"),
)
_WITHIN = re.compile(
    rf"(?<=[ \t])(?:(?:{_BOXED}|{STAMP})[ \t]+)?"
    r"[*_]{0,3}(?P<name>[A-Z][A-Za-z]{1,14}(?: [A-Za-z0-9]{1,12})?|[a-z]{2,15}|A)[*_]{0,3}[:：][*_]{0,3}(?=[ \t])"
)
_INNER = re.compile(rf"(?<=[ \t])(?:{_BOXED}|\d{{1,2}}:[0-5]\d:[0-5]\d)(?=[ \t])")
_OFTEN = 3
_PEOPLE_AT_MOST = 6
_NEAR = 160  # characters that a label with its stamp may take
_STAR = frozenset("star")
_ASKED_FIRST = 5  # who opens with a question must say this many times more to be the candidate
_ASKING = re.compile(
    r"\s*(?:can|could|tell|describe|give|walk|talk|share|what|why|how|when)\b", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Turn:
    """A speaker label at the head of a line; the words begin at `start`; `seconds` is its stamp.

    A `loose` one, without colon and stamp, may be anything unless others answer it.
    """

    line: int
    name: str
    start: int
    end: int
    seconds: float | None
    loose: bool = False


def seconds(stamp: str) -> float:
    """Seconds of a time stamp such as 1:02:03.5, brackets and all."""
    first = re.search(STAMP, stamp)
    total = 0.0
    for part in first.group().replace(",", ".").split(":") if first else ():
        total = total * 60 + float(part)
    return total


def spoken_lines(text: str, start: int = 0) -> list[tuple[int, int]]:
    """The lines of a text; one that holds several turns ("Interviewer: ... Candidate: ...") is cut before each.

    Within a line a label must be a role or a numbered speaker, or come back often; and somebody must ask and
    somebody answer: a name and a colon may be anything.
    """
    whole = [part for line in lines(text, start) for part in _stamped(text, *line)]
    within = list(_WITHIN.finditer(text, start))
    often = Counter(m.group("name") for m in within)
    within = [m for m in within if _has_role(m.group("name")) or _back_often(m.group("name"), often)]
    if not within:
        return whole
    heads = [turn.name for number, line in enumerate(whole) if (turn := _turn(text, number, *line))]
    if words.INTERVIEWER.isdisjoint(heads):  # "the goal set by me: ..." answers nobody
        within = [m for m in within if len(m.group("name")) > 1 and m.group("name")[0].isupper()]
    names = {*heads, *(_plain(m.group("name")) for m in within)}
    if len(names) < 2 or (names <= words.INTERVIEWER or names <= words.CANDIDATE):
        return whole
    heads_within = deque(m.start() for m in within)
    found: list[tuple[int, int]] = []
    for at, end in whole:
        here = []
        while heads_within and heads_within[0] < end:
            here.append(heads_within.popleft())
        found += cut(text, at, end, here)
    return found


def _stamped(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The line, cut before each time stamp in it where it holds a row of them: cues pasted as one line."""
    stamps = list(_INNER.finditer(text, start, end)) if start < end else []
    times = [seconds(m.group()) for m in stamps]
    cues = len(times) > 1 and times == sorted(times)
    return cut(text, start, end, [m.start() for m in stamps] if cues else ())


def _back_often(name: str, often: Counter[str]) -> bool:
    return often[name] >= _OFTEN and name[0].isupper() and could_speak(name)


def _has_role(name: str) -> bool:
    return bool(_NUMBERED.fullmatch(name)) or _plain(name) in words.INTERVIEWER | words.CANDIDATE


def turns(text: str, rows: Sequence[tuple[int, int]]) -> list[Turn]:
    """All lines that open with a speaker label, those only that hold together as a conversation."""
    found = [turn for number, line in enumerate(rows) if (turn := _turn(text, number, *line)) is not None]
    if not _converse({turn.name for turn in found if turn.loose}):
        found = [turn for turn in found if not turn.loose]
    named = [t for t in found if t.name != ">>"]
    names = _speakers(text, rows, named)
    kept = [t for t in found if t.name == ">>" or t.name in names]
    if not names and sum(t.name == ">>" for t in kept) < 2:
        return []
    return _alternate(kept) if not names else kept


def _converse(names: Collection[str]) -> bool:
    """True when one of the names asks and another answers, by what they are called."""
    asking, answering = words.INTERVIEWER.intersection(names), words.CANDIDATE.intersection(names)
    return bool(asking and answering) or sum(bool(_NUMBERED.fullmatch(name)) for name in names) > 1


def roles(text: str, found: Sequence[Turn], rows: Sequence[tuple[int, int]]) -> dict[str, Role]:
    """The role of each speaker. Who is not named by a role: the candidate is the one who says most."""
    said: dict[str, float] = {}
    for index, turn in enumerate(found):
        last = found[index + 1].line if index + 1 < len(found) else len(rows)
        said[turn.name] = said.get(turn.name, 0) + sum(
            end - max(at, turn.start) for at, end in rows[turn.line : last] if end > turn.start
        )
    asking = {n for n in said if n in words.INTERVIEWER or _paired(n, said)}
    answering = {n for n in said if n in words.CANDIDATE and n not in asking}
    if not answering:
        if found and asks(text[found[0].start : _until(rows, found, 0)]):
            said[found[0].name] /= _ASKED_FIRST
        others = [n for n in said if n not in asking]
        if others:
            answering = {max(others, key=lambda n: said[n])}
    return {n: "candidate" if n in answering else "interviewer" for n in said}


def asks(said: str) -> bool:
    """True for words that ask somebody to answer."""
    return "?" in said or bool(_ASKING.match(said))


def _paired(name: str, names: Collection[str]) -> bool:
    """ "I:" asks where "P:", "C:" or "R:" answers."""
    return any(name == asker and pair <= set(names) for pair, asker in _LETTER_PAIRS)


def _turn(text: str, number: int, at: int, end: int) -> Turn | None:
    if at >= end:
        return None
    # Without a colon near its head, the line can only be one of the rarer forms below.
    near = text[at : min(end, at + _NEAR)]
    colon = ":" in near or "：" in near
    match = _TURN.match(text, at, end) if colon else None
    if match is not None:
        name, stamp = _SAID.sub("", match.group("name")), match.group("before") or match.group("after")
        if could_speak(name):
            return Turn(number, _plain(name), match.end(), end, seconds(stamp) if stamp else None)
    match = _HEADER.fullmatch(text, at, end) if colon else None
    if match is not None:
        name = match.group("name") or match.group("name2")
        if could_speak(name):
            time = None if match.group("noon") else seconds(match.group("stamp") or match.group("stamp2"))
            return Turn(number, _plain(name), end, end, time)
    match = _SHOUT.match(text, at, end)
    if match is not None:
        name = _plain(match.group("name") or match.group("one"))
        if name in words.INTERVIEWER or name in words.CANDIDATE:
            return Turn(number, name, match.end(), end, None)
    match = _CHEVRON.match(text, at, end)
    if match is not None:
        return Turn(number, ">>", match.end(), end, None)
    return _loose(text, number, at, end)


def _loose(text: str, number: int, at: int, end: int) -> Turn | None:
    """`[Interviewer] ...`, `Interviewer - ...`, `### Candidate` above what is said, `Speaker 1. ...`"""
    match = _LOOSE.match(text, at, end)
    if match is None:
        return None
    name = match.group("square") or match.group("round") or match.group("name")
    low = _plain(name)
    if not _NUMBERED.fullmatch(name) and (
        match.group("stop")
        or low in words.QUESTION | words.ANSWER
        or low not in words.INTERVIEWER | words.CANDIDATE
    ):
        return None
    return Turn(number, low, match.end(), end, None, loose=True)


def _plain(name: str) -> str:
    """The name in small letters; "Q2" and "Answer 2" without their number."""
    low = " ".join(name.lower().replace("’", "'").split())
    counted = _COUNTED.fullmatch(low)
    return counted.group(1) if counted else low


def could_speak(name: str) -> bool:
    """True for a role, a numbered speaker, or words that all look like those of a name."""
    low = _plain(name)
    if low in words.INTERVIEWER or low in words.CANDIDATE or _NUMBERED.fullmatch(name):
        return True
    if claimed(name) is not None or (low in words.STARTERS and len(low) > 1):
        return False
    return all(
        part[0].isupper() or part[0].isdigit() or part in ("de", "van", "von", "da", "der")
        for part in name.split()
    )


def _speakers(text: str, rows: Sequence[tuple[int, int]], found: Sequence[Turn]) -> set[str]:
    """The names that are speakers, not the first words of a sentence ("Result: ...", "Note: ...")."""
    counts: dict[str, int] = {}
    for turn in found:
        counts[turn.name] = counts.get(turn.name, 0) + 1
    if len(_STAR & counts.keys()) >= 3:
        return set()  # part labels
    known = {n for n in counts if n in words.INTERVIEWER or _paired(n, counts)}
    known |= {n for n in counts if n in words.CANDIDATE and (len(n) > 1 or known)}
    sure = {n for n in counts if _NUMBERED.fullmatch(n)} | known
    others = counts.keys() - sure
    first = next((k for k, (a, b) in enumerate(rows) if a < b), -1)
    opens = bool(found) and found[0].line == first
    if len(sure) == 1 and not others and not opens and sure <= words.CANDIDATE:
        return set()  # "me: designer" in somebody's notes
    if len(others) > _PEOPLE_AT_MOST:
        return sure
    repeated = {n for n in others if counts[n] > 1}
    if sure:
        begun = min(t.line for t in found if t.name in sure)
        if not sure.isdisjoint(words.INTERVIEWER):  # "Theme: failure" above the first question
            others = repeated | {t.name for t in found if t.name in others and t.line > begun}
        return sure | (others if len(others) == 1 or opens else repeated)
    if len(others) < 2 or max(map(len, others)) < 2:
        return set()
    asked = any("?" in text[t.start : _until(rows, found, k)] for k, t in enumerate(found))
    if opens:
        return set(others) if asked or len(repeated) > 1 else set()
    # Below a title, the date, the names of those present: turn upon turn, and somebody comes back.
    talk = [t.line for t in found if t.name in repeated]
    filled = sum(a < b for a, b in rows[talk[0] :]) if talk else 0
    return set(repeated) if asked and len(repeated) > 1 and 3 * len(talk) >= filled else set()


def _until(rows: Sequence[tuple[int, int]], found: Sequence[Turn], index: int) -> int:
    """Where a turn ends."""
    following = found[index + 1].line if index + 1 < len(found) else len(rows)
    return rows[following - 1][1]


def _alternate(found: Sequence[Turn]) -> list[Turn]:
    """Chevrons without names: two people by turns."""
    return [Turn(t.line, f">>{k % 2}", t.start, t.end, t.seconds) for k, t in enumerate(found)]
