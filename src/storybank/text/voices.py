"""The forms in which a transcript names who speaks, and what may be the name of a speaker."""

from __future__ import annotations

import re
from dataclasses import dataclass

from storybank.text import words
from storybank.text.labels import claimed

STAMP = r"\d{1,2}:[0-5]\d(?::[0-5]\d)?(?:[.,]\d{1,3})?"
_WHILE = rf"{STAMP}(?:[ ]?(?:-|–|—|-->|to)[ ]?{STAMP})?"  # a stamp, or from one to another
BOXED = rf"[(\[<]{_WHILE}[)\]>]"
NAME = r"[^\W\d_][\w.'’&/-]{0,30}(?:[ ][\w'’&#][\w.'’&#/-]{0,29}){0,3}"
_ASIDE = r"[(\[][^()\[\]\d:]{1,30}[)\]]"  # "(Guest)", "[HR]"
_TURN = re.compile(
    rf"(?:>{{2,3}})?[ \t]*(?:[-–—][ \t]*)?(?P<before>{BOXED}|{_WHILE}(?=[ \t]))?[ \t]*[-–—]?[ \t]*"
    rf"[*_]{{0,3}}(?P<box>\[)?(?P<name>{NAME})(?(box)\])[ ]?[*_]{{0,3}}(?:[ \t]*{_ASIDE})?"
    rf"[ \t]*(?P<after>{BOXED}|(?<=[ \t]){STAMP})?[ \t]*[*_]{{0,3}}[:：](?![/\d])[*_]{{0,3}}[ \t]*"
)
_HEADER = re.compile(
    rf"[*_]{{0,3}}(?:\[?(?P<name>{NAME}(?:,[ ]{NAME})?)\]?(?:[ ]{_ASIDE})?"
    rf"[*_]{{0,3}}[ \t]*[|,–—-]?\s+[*_]{{0,3}}"
    rf"(?P<stamp>{BOXED}|{STAMP})(?P<noon>[ ]?[AaPp]\.?[Mm]\.?)?"
    rf"|(?P<stamp2>{BOXED}|{STAMP})\s+(?:[-–—|][ \t]+)?[*_]{{0,3}}(?P<name2>{NAME}))[*_]{{0,3}}"
)
# Forms without a colon: they count only where one asks and another answers.
_LOOSE = re.compile(
    rf"(?:#{{1,6}}[ \t]+)?(?:(?P<before>{BOXED}|{_WHILE})[ \t]+(?:[-–—|][ \t]+)?)?[*_]{{0,3}}(?:"
    rf"(?:\[(?P<square>{NAME})(?:,?[ ](?P<in1>{STAMP}))?\]|\((?P<round>{NAME})(?:,?[ ](?P<in2>{STAMP}))?\)"
    rf"|<(?P<angle>{NAME})>|(?P<prompt>{NAME})>)[*_]{{0,3}}[ \t]*(?:[-–—][ \t]+)?"
    rf"|(?P<name>{NAME})[*_]{{0,3}}(?:[ \t]*(?P<dash>[-–—|])[ \t]+|(?P<stop>\.)[ \t]+|[ \t]*\Z))"
)
ALONE = "loose alone"
"""The form of a name that has a line to itself."""
_COUNTED = re.compile(r"(?P<role>[a-z][a-z ]{0,20}?)[ ]?#?\d{1,2}")
_SAID = re.compile(r"(?<=You|GPT) said\Z")  # "You said:", "ChatGPT said:"
_SHOUT = re.compile(
    r"(?P<name>[A-Z]{2,12}(?:[ ]?\d)?)(?:[.\t]|[ ]*[-–—])?(?:[ \t]+|\Z)|(?P<one>[QA]\d{0,2})(?:\.|[ ][-–—])[ \t]+"
)
_CHEVRON = re.compile(r">{2,3}[ \t]*")
NUMBERED = re.compile(
    r"(?:speaker|person|voice|participant|spk|user)(?:[ _-]?#?\d{1,2}|[ _-][A-Z])", re.IGNORECASE
)
_SOMEBODY = frozenset(
    {"speaker", "person", "voice"}
)  # what a recogniser calls people whom it cannot tell apart
_NAMES = 3
_NEAR = 160  # characters that a label with its stamp may take


@dataclass(frozen=True, slots=True)
class Turn:
    """A speaker label at the head of a line; the words begin at `start`; `seconds` is its stamp.

    A `loose` one, without colon and header, may be anything unless others answer it. `form` tells how the
    label is marked; the people of one transcript are labelled alike.
    """

    line: int
    name: str
    start: int
    end: int
    seconds: float | None
    form: str = ""

    @property
    def loose(self) -> bool:
        """True for a label that needs others to bear it out."""
        return self.form.startswith("loose")


def seconds(stamp: str) -> float:
    """Seconds of a time stamp such as 1:02:03.5, brackets and all."""
    first = re.search(STAMP, stamp)
    total = 0.0
    for part in first.group().replace(",", ".").split(":") if first else ():
        total = total * 60 + float(part)
    return total


def plain(name: str) -> str:
    """The name in small letters; a role without its number, such as "Q2", "Answer 2" and "Panel member 1"."""
    low = " ".join(name.lower().replace("’", "'").split())
    counted = _COUNTED.fullmatch(low)
    role = counted.group("role") if counted else ""
    return role if role in words.INTERVIEWER or role in words.CANDIDATE else low


def has_role(name: str) -> bool:
    """True for "Interviewer", "Me", "Speaker 2"."""
    return bool(NUMBERED.fullmatch(name)) or plain(name) in words.INTERVIEWER | words.CANDIDATE


def could_speak(name: str) -> bool:
    """True for a role, a numbered speaker, or words that all look like those of a name."""
    if has_role(name):
        return True
    low = plain(name)
    if low in _SOMEBODY:
        return True
    if claimed(name) is not None or (low in words.STARTERS and len(low) > 1):
        return False
    return all(
        part[0].isupper() or part[0].isdigit() or part in ("de", "van", "von", "da", "der")
        for part in name.split()
    )


def _is_full_name(name: str) -> bool:
    """True for words that could be a first and a family name, as "Ann Roy"; a title may look so too."""
    parts = name.split()
    return 2 <= len(parts) <= _NAMES and all(p[0].isupper() and not p.isupper() for p in parts)


def turn_at(text: str, number: int, at: int, end: int) -> Turn | None:
    """The label at the head of line `number`, text[at:end], in whatever form."""
    if at >= end:
        return None
    # Without a colon near its head, the line can only be one of the rarer forms below.
    near = text[at : min(end, at + _NEAR)]
    if ":" in near or "：" in near:
        turn = _marked(text, number, at, end)
        if turn is not None:
            return turn
    match = _SHOUT.match(text, at, end)
    if match is not None:
        name = plain(match.group("name") or match.group("one"))
        if name in words.INTERVIEWER or name in words.CANDIDATE:
            return Turn(number, name, match.end(), end, None, "shout")
    match = _CHEVRON.match(text, at, end)
    if match is not None:
        return Turn(number, ">>", match.end(), end, None, "chevron")
    return _loose(text, number, at, end)


def _marked(text: str, number: int, at: int, end: int) -> Turn | None:
    """`Ann Roy: ...`, `Ann Roy (00:03): ...`, `Ann Roy   0:03` above what is said."""
    match = _TURN.match(text, at, end)
    if match is not None:
        name, stamp = _SAID.sub("", match.group("name")), match.group("before") or match.group("after")
        if could_speak(name):
            return Turn(number, plain(name), match.end(), end, seconds(stamp) if stamp else None, "colon")
    match = _HEADER.fullmatch(text, at, end)
    if match is None:
        return None
    name = match.group("name") or match.group("name2")
    if not could_speak(name):
        return None
    time = None if match.group("noon") else seconds(match.group("stamp") or match.group("stamp2"))
    return Turn(number, plain(name), end, end, time, "header")


def _loose(text: str, number: int, at: int, end: int) -> Turn | None:
    """`[Interviewer] ...`, `Interviewer - ...`, `ME> ...`, `### Candidate` above what is said, `Speaker 1. ...`

    A name that is no role needs a mark that sets it off from prose.
    """
    match = _LOOSE.match(text, at, end)
    if match is None:
        return None
    groups = match.groupdict()
    box = next((b for b in ("square", "round", "angle", "prompt") if groups[b]), "")
    name = groups[box] if box else groups["name"]
    stamp = groups["before"] or groups["in1"] or groups["in2"]
    low = plain(name)
    if not NUMBERED.fullmatch(name):
        if groups["stop"] or low in words.QUESTION | words.ANSWER:
            return None
        alone = match.end() == end and not (box or groups["dash"]) and _is_full_name(name)
        marked = groups["dash"] or box in ("angle", "prompt") or (box and stamp) or alone
        if not has_role(name) and not (marked and could_speak(name)):
            return None
    mark = box or ("dash" if groups["dash"] else "")
    form = f"loose {mark}" if mark else ALONE if match.end() == end else "loose line"
    return Turn(number, low, match.end(), end, seconds(stamp) if stamp else None, form)
