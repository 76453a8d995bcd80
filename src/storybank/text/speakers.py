"""Who speaks in a transcript: speaker labels, and which of them is the candidate."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter, deque
from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from typing import Literal

from storybank.text import words
from storybank.text.asking import invites, wants_a_story
from storybank.text.rows import cut, lines
from storybank.text.stacked import stacked
from storybank.text.voices import (
    ALONE,
    BOXED,
    NUMBERED,
    STAMP,
    Turn,
    could_speak,
    has_role,
    plain,
    seconds,
    turn_at,
)

Role = Literal["candidate", "interviewer"]
_LETTER_PAIRS = (
    ({"i", "p"}, "i"),
    ({"i", "c"}, "i"),
    ({"i", "r"}, "i"),
    ({"i", "a"}, "i"),
    ({"i", "e"}, "i"),
)
_WITHIN = re.compile(
    rf"(?<=[ \t])(?:(?:{BOXED}|{STAMP})[ \t]+)?"
    r"[*_]{0,3}(?P<name>[A-Z][A-Za-z]{1,14}(?: [A-Za-z0-9]{1,12})?|[a-z]{2,15}|A)[*_]{0,3}[:：][*_]{0,3}(?=[ \t])"
)
_INNER = re.compile(rf"(?<=[ \t])(?:{BOXED}|\d{{1,2}}:[0-5]\d:[0-5]\d)(?=[ \t])")
_DETERMINED = re.compile(r"\b(?:an?|the|my|our|his|her|their)[ \t]+\Z", re.IGNORECASE)
_REACH = 12  # characters that hold such a word
_OFTEN = 3
_PEOPLE_AT_MOST = 6
_STAR = frozenset("star")
_ASKED_FIRST = 5  # who opens with a question must say this many times more to be the candidate
_TITLE = 10  # words of a line above a conversation: "Mock interview, 12 May"
_REPLY = 8  # words: a shorter reply, with prose below it, is a dialogue told within an answer


def spoken_lines(text: str, start: int = 0) -> list[tuple[int, int]]:
    """The lines of a text, a name and the stamp below it as one (`storybank.text.stacked`).

    One that holds several turns ("Interviewer: ... Candidate: ...") is cut before each.

    Within a line a label must be a role or a numbered speaker, or come back often; and somebody must ask and
    somebody answer: a name and a colon may be anything.
    """
    whole = stacked(text, [part for line in lines(text, start) for part in _stamped(text, *line)])
    within = list(_inner_labels(text, start))
    if not within:
        return whole
    labelled = [(turn_at(text, number, *line), line) for number, line in enumerate(whole)]
    heads = {turn.name for turn, _ in labelled if turn and (has_role(turn.name) or not turn.loose)}
    if words.INTERVIEWER.isdisjoint(heads):  # "the goal set by me: ..." answers nobody
        within = [(at, name) for at, name in within if len(name) > 1 and (name[0].isupper() or _asker(name))]
    names = {*heads, *(plain(name) for _, name in within)}
    if names <= words.INTERVIEWER:  # only in a line that he opens, or time and again: else he is told of
        his = [turn is not None and turn.name in words.INTERVIEWER for turn, _ in labelled]
        told_of = {at for at, _ in within if _DETERMINED.search(text, max(start, at - _REACH), at)}
        again = {at for at, name in within if _asker(name) and at not in told_of}
        again = again if len(again) > 1 else set()
        within = [w for w in within if w[0] in again or his[bisect_right(whole, (w[0], len(text))) - 1]]
    elif len(names) < 2 or names <= words.CANDIDATE:
        return whole
    heads_within = deque(at for at, _ in within)
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


def _inner_labels(text: str, start: int) -> Iterator[tuple[int, str]]:
    """Where labels may stand within lines, and the names: roles, and what comes back often."""
    found = list(_WITHIN.finditer(text, start))
    often = Counter(match.group("name") for match in found)
    for match in found:
        name, at = match.group("name"), match.start()
        first, _, last = name.rpartition(" ")
        if (
            first and not has_role(name) and (_asker(last) or plain(last) == "candidate")
        ):  # "by Easter Interviewer:"
            name, at = last, match.start("name") + len(first) + 1
        if has_role(name) or _back_often(name, often):
            yield at, name


def _asker(name: str) -> bool:
    """True for the one label which prose has only behind "the"."""
    return plain(name).startswith("interviewer")


def _back_often(name: str, often: Counter[str]) -> bool:
    return often[name] >= _OFTEN and could_speak(name)


def turns(text: str, rows: Sequence[tuple[int, int]]) -> list[Turn]:
    """All lines that open with a speaker label, those only that hold together as a conversation."""
    found = [turn for number, line in enumerate(rows) if (turn := turn_at(text, number, *line)) is not None]
    loose = _borne_out(text, rows, [turn for turn in found if turn.loose])
    found = [turn for turn in found if not turn.loose or turn.name in loose]
    named = [t for t in found if t.name != ">>"]
    names = _speakers(text, rows, named)
    kept = [t for t in found if t.name == ">>" or t.name in names]
    if not names and sum(t.name == ">>" for t in kept) < 2:
        return []
    return _alternate(kept) if not names else kept


def _borne_out(text: str, rows: Sequence[tuple[int, int]], found: Sequence[Turn]) -> set[str]:
    """The names, of those marked by no colon and no stamp, that are speakers all the same."""
    names = {turn.name for turn in found if has_role(turn.name)}
    asking, answering = words.INTERVIEWER & names, words.CANDIDATE & names
    if (asking and answering) or sum(bool(NUMBERED.fullmatch(name)) for name in names) > 1:
        return names
    spoken = _conversing(text, rows, found)
    if spoken or not found:
        return spoken
    first = found[0]
    opens = first.line == _first(rows) and first.name in words.INTERVIEWER
    asked = any(map(invites, _beneath(text, rows, first).splitlines()))
    return {first.name} if opens and asked else set()


def _beneath(text: str, rows: Sequence[tuple[int, int]], turn: Turn) -> str:
    """What stands in a turn up to the next blank line."""
    last = turn.line + 1
    while last < len(rows) and rows[last][0] < rows[last][1]:
        last += 1
    return text[turn.start : rows[last - 1][1]]


def _first(rows: Sequence[tuple[int, int]]) -> int:
    """The first line that is not blank; -1 where all are."""
    return next((k for k, (a, b) in enumerate(rows) if a < b), -1)


def _conversing(text: str, rows: Sequence[tuple[int, int]], found: Sequence[Turn]) -> set[str]:
    """Who speaks where one invites and the next, labelled in the same form, replies; only titles stand above.

    One question and one answer are a conversation: nobody needs to come back.
    """
    for index in range(len(found) - 1):
        if invites(text[found[index].start : _until(rows, found, index)]):
            break
    else:
        return set()
    asker, reply = found[index], found[index + 1]
    if reply.name == asker.name or reply.form != asker.form:
        return set()
    names = {turn.name for turn in found[index:] if turn.form == asker.form}
    if asker.form == ALONE and not any(map(has_role, names)):  # unlike names, titles never come back
        lines_of = Counter(turn.name for turn in found if turn.form == ALONE)
        names = {name for name in names if lines_of[name] > 1} | {asker.name, reply.name}
        if max(lines_of.values()) < 2:
            return set()
    opening = next(turn for turn in found if turn.name in names)
    above = [text[a:b] for a, b in rows[: opening.line] if a < b]
    if any(len(line.split()) > _TITLE or line[-1] in ".!?" for line in above):
        return set()
    formal = reply.form == "header" or (" " in asker.name and " " in reply.name)
    if not formal and not wants_a_story(text[asker.start : _until(rows, found, index)]):
        below = text[reply.start : _until(rows, found, index + 1)].split()
        if len(_beneath(text, rows, reply).split()) < min(_REPLY, len(below)):
            return set()
    return names if len(names) <= _PEOPLE_AT_MOST else set()


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
        asker = _first_asking(text, found, rows)
        if asker is not None:
            said[asker.name] /= _ASKED_FIRST
        others = [n for n in said if n not in asking]
        if others:
            answering = {max(others, key=lambda n: said[n])}
    return {n: "candidate" if n in answering else "interviewer" for n in said}


def _first_asking(text: str, found: Sequence[Turn], rows: Sequence[tuple[int, int]]) -> Turn | None:
    """The first turn, when a question stands in it; else the first that wants to hear a story."""
    for index, turn in enumerate(found):
        said = text[turn.start : _until(rows, found, index)]
        if (not index and ("?" in said or invites(said))) or wants_a_story(said):
            return turn
    return None


def _paired(name: str, names: Collection[str]) -> bool:
    """ "I:" asks where "P:", "C:" or "R:" answers."""
    return any(name == asker and pair <= set(names) for pair, asker in _LETTER_PAIRS)


def _speakers(text: str, rows: Sequence[tuple[int, int]], found: Sequence[Turn]) -> set[str]:
    """The names that are speakers, not the first words of a sentence ("Result: ...", "Note: ...")."""
    counts: dict[str, int] = {}
    for turn in found:
        counts[turn.name] = counts.get(turn.name, 0) + 1
    if len(_STAR & counts.keys()) >= 3:
        return set()  # part labels
    known = {n for n in counts if n in words.INTERVIEWER or _paired(n, counts)}
    known |= {n for n in counts if n in words.CANDIDATE and (len(n) > 1 or known)}
    sure = {n for n in counts if NUMBERED.fullmatch(n)} | known
    others = counts.keys() - sure
    opens = bool(found) and found[0].line == _first(rows)
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
    spoken = _conversing(text, rows, found) & others
    if len(spoken) > 1:
        return spoken
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
    return [replace(t, name=f">>{k % 2}") for k, t in enumerate(found)]
