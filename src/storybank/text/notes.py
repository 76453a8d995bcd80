"""What stands in a transcript and nobody said: a transcriber's notes, tags, asides, the footer of a service."""

from __future__ import annotations

import re
from collections.abc import Sequence

from storybank.text import words
from storybank.text.tape import Drop

_TAG = re.compile(
    r"</?[a-z][^<>\r\n]{0,80}>|<\d{1,2}:[\d:.]{4,12}>|\{\\[^{}\r\n]{1,40}\}|\*{2,3}|\b__\B|\B__\b"
)
_NOTE = re.compile(
    r"\[([^\[\]\r\n]{1,60})\]|\(([^()\r\n]{1,30})\)|<([a-z ]{3,24})>|\{([^{}\r\n]{1,30})\}"
    r"|(?<![\w*])\*([a-z][a-z ]{2,24})\*(?![\w*])"
)
_ENTITY = re.compile(r"&(?:(?P<ampersand>amp;)|(?P<blank>nbsp|gt|lt|#160);|(?:quot|apos|#39|#x27);)")
_FIRST = re.compile(r"\S")
_ASIDE = re.compile(r"[(\[](?P<name>[A-Za-z][A-Za-z ]{0,24}):[ ]?(?P<said>[^()\[\]\r\n]{1,300})[)\]]")
_FOOTER = re.compile(
    r"(?:transcribed (?:by|with) \S*(?:://|\.ai|\.com)\S*|(?:meeting|transcription) (?:ended|started) after \d.*"
    r"|this (?:editable )?transcript was computer.generated.*|.{1,60} (?:started|stopped) transcription"
    r"|end of (?:transcript|recording|interview))\W*",
    re.IGNORECASE,
)
_STEMS = tuple(words.STEMS)
_ASKER = ("interview", "hiring manager", "recruiter")  # "(host: me)" is no aside


def untagged(said: str) -> str:
    """Without the tags of subtitles and marks of emphasis."""
    return _TAG.sub("", said)


def is_footer(text: str, start: int, end: int) -> bool:
    """True for a line that the recording service wrote: "Transcribed by https://otter.ai"."""
    return bool(_FOOTER.fullmatch(text, start, end))


def noted(text: str, start: int) -> bool:
    """True for text with a transcriber's notes in square brackets, or with asides of an interviewer."""
    if any(_asked_aside(m) for m in _ASIDE.finditer(text, start)):
        return True
    return any(_is_note(m) for m in _NOTE.finditer(text, start) if m.group(1))


def asked_first(text: str, start: int) -> str:
    """What the interviewer asks in an aside at the very head, or nothing."""
    first = _FIRST.search(text, start)
    aside = _ASIDE.match(text, first.start()) if first else None
    return aside.group("said") if aside and _asked_aside(aside) else ""


def unsaid(text: str, start: int, hidden: Sequence[Drop]) -> list[Drop]:
    """Tags, notes and comments; stamps are seen to line by line, since they also tell the time."""
    found = [Drop(m.start(), m.end(), gap=False) for m in _TAG.finditer(text, start)]
    found += [_with_marks(text, *m.span()) for m in _NOTE.finditer(text, start) if _is_note(m)]
    found += [Drop(m.start(), m.end(), gap=True) for m in _ASIDE.finditer(text, start) if _asked_aside(m)]
    found += map(_entity, _ENTITY.finditer(text, start))
    found += hidden
    return sorted(found)


def _with_marks(text: str, start: int, end: int) -> Drop:
    """A note with the marks of emphasis around it: `*[pause]*`."""
    while text[start - 1 : start] in ("*", "_") and text[end : end + 1] == text[start - 1]:
        start, end = start - 1, end + 1
    return Drop(start, end, gap=True)


def _entity(match: re.Match[str]) -> Drop:
    """Characters that subtitles spell out; of "&amp;" the first stays."""
    return Drop(match.start() + bool(match.group("ampersand")), match.end(), gap=bool(match.group("blank")))


def _asked_aside(match: re.Match[str]) -> bool:
    """True for "[Interviewer: and then?]"."""
    name = match.group("name").lower()
    return name in words.INTERVIEWER and name.startswith(_ASKER)


def _is_note(match: re.Match[str]) -> bool:
    """True for [laughs], (long pause), [inaudible 00:12], not for (laughing stock of the firm)."""
    inner = next(g for g in match.groups() if g is not None).lower().strip(" .!-_*♪")
    parts = inner.split()
    if not parts or (match.group(1) is None and len(parts) > 2):
        return False
    return inner.startswith(_STEMS) or (len(parts) < 4 and parts[-1].startswith(_STEMS))
