"""A history that was kept as text: what `git log` printed, in its own format, in one line each or in a format of one's
own. Nothing is known but that an id opens each commit and that what is set in below it belongs to it.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import takewhile
from typing import Final

from storybank.stories.mining.model import Commit, Line

_ID: Final = re.compile(
    r"[*|/\\_ ]*(?:commit )?(?P<before>(?:19|20)\d\d-\d\d-\d\d[ \t|,]+)?(?P<id>[0-9a-f]{7,40})(?![\w.])"
    r"[\s:,|-]*(?P<rest>.*)"
)
_DAY: Final = re.compile(
    r"\[?\(?(?P<iso>(?:19|20)\d\d-\d\d-\d\d)(?:[T ][\d:]+(?: ?[+-]\d{4}|Z)?)?\)?\]?"
    r"|(?:[A-Z][a-z]{2} )?(?P<month>[A-Z][a-z]{2}) (?P<day>\d\d?)(?: [\d:]{5,8})?"
    r" (?P<year>(?:19|20)\d\d)(?: [+-]\d{4})?"
)
_FIELD: Final = re.compile(r"^(?P<name>Author|AuthorDate|Commit|CommitDate|Date|Merge):\s+(?P<value>.*)$")
_GRAPH: Final = re.compile(r"^[*|/\\_ ]*[*|/\\_] ?")
_REFS: Final = re.compile(r"\s*\((?:HEAD|tag:|origin/)[^()]*\)")
_PARTS: Final = re.compile(r"\s*[|\t;·]\s*|\s+[-–—]\s+")
_EDGES: Final = " \t|,;:-–—·<>[]()"
_STAT: Final = re.compile(r"\s*(?P<path>\S.*?)\s+\|\s+(?P<lines>\d+|Bin)\b.*$")
_COUNTS: Final = re.compile(r"\s*(?P<added>\d+|-)\t(?P<removed>\d+|-)\t(?P<path>.+)$")
_TOTAL: Final = re.compile(r"\s*\d+ files? changed\b")
_LAST: Final = re.compile(r"^(.*\S)\s+[\[(]([^\[\]()#\d]{2,40})[\])]$")
_MAIL: Final = re.compile(r"\s*<[^<>@\s]+@[^<>\s]+>\s*")
_BELOW: Final = (re.compile(r"[ \t]"), _FIELD, _GRAPH, _COUNTS)
_MONTHS: Final = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
_LEAST: Final = 5
"""Commits that make a history of a text."""
_WIDE: Final = 1_000  # characters of a line that are read: nobody wrote a longer one by hand
_PARTICLES: Final = ("de", "van", "von", "da", "di", "la", "el", "der")
_NAME: Final = 4  # words of a name at most
_SHARE: Final = 0.6  # of the commits have an author, or names do not stand there


@dataclass(slots=True)
class _Record:
    """The lines of one commit: its id, the rest of that line, and what stands below it."""

    id: str
    rest: str
    below: list[str]
    on: date | None = None
    author: str = ""


@dataclass(frozen=True, slots=True)
class History:
    """The commits of one person in the order of the text, who that is, and whether others committed, too."""

    commits: tuple[Commit, ...] = ()
    author: str = ""
    others: bool = False


def history_of(lines: Sequence[Line], me: Sequence[str] = ()) -> History:
    """The history that a text keeps; without commits where it keeps none.

    The person is the one that `me` names, else the author of most commits; where no authors stand, all count. What
    has no date is left out.
    """
    records = _records(lines)
    if not records:
        return History()
    for record in records:
        _field(record)
    if not any(record.author for record in records):
        _name(records)
    authors = Counter(record.author for record in records if record.author)
    given = {name.casefold() for name in me}
    whose = next((a for a in authors if given & {a.casefold(), *a.casefold().split()}), "")
    if not whose and authors:
        whose = min(authors, key=lambda a: (-authors[a], a))
    chosen = [record for record in records if record.author == whose or not authors]
    commits = tuple(_commit(record, record.on) for record in chosen if record.on)
    return History(commits, whose, len(authors) > 1)


def _records(lines: Sequence[Line]) -> list[_Record]:
    """Commits, where a text holds hardly anything but commits; none otherwise."""
    found: list[_Record] = []
    stray = 0
    for line in lines:
        text = line.text.rstrip()[:_WIDE]
        match = None if line.style or text.startswith("    ") else _ID.match(text)
        if match and any(c.isdigit() for c in match["id"]):
            rest = _MAIL.sub("\t", _REFS.sub("", match["rest"]))
            found.append(_Record(match["id"], (match["before"] or "") + rest, []))
        elif found and (not text or any(looks.match(text) for looks in _BELOW)):
            found[-1].below.append(text)
        else:
            stray += bool(text)
    return found if len(found) >= _LEAST and stray <= len(found) // 3 else []


def _field(record: _Record) -> None:
    """Take day and author where the format names them, and the day out of the line of the id."""
    kept: list[str] = []
    for text in record.below:
        bare = _GRAPH.sub("", text) if text[:1] in ("|", "*", "/", "\\") else text
        field = _FIELD.match(bare)
        if field is None or kept:
            kept.append(bare)
        elif field["name"] == "Author":
            record.author = _MAIL.sub(" ", field["value"]).strip()
        elif field["name"].endswith("Date"):
            record.on = _day(_DAY.search(field["value"]))
    record.below = kept
    found = _DAY.search(record.rest)
    if found and record.on is None:
        record.on = _day(found)
        before, after = record.rest[: found.start()].strip(_EDGES), record.rest[found.end() :].lstrip(_EDGES)
        record.rest = f"{before}\t{after}" if before and after else before or after


def _name(records: list[_Record]) -> None:
    """Take the author out of the line of the id: a field of it with few values, or words that many lines open with."""
    split = [_PARTS.split(_LAST.sub(r"\2\t\1", record.rest.strip())) for record in records]
    for place in range(max(map(len, split), default=1) - 1):
        values = Counter(parts[place] for parts in split if len(parts) > place + 1)
        short = all(len(value.split()) <= _NAME for value in values)
        if short and sum(values.values()) >= _SHARE * len(records) and 2 * len(values) <= len(records):
            for record, parts in zip(records, split, strict=True):
                if len(parts) > place + 1:
                    record.author = parts[place]
                    record.rest = " - ".join(p for k, p in enumerate(parts) if k != place)
            return
    names = _openings([record.rest for record in records])
    if sum(name is not None for name in names) >= _SHARE * len(records):
        for record, name in zip(records, names, strict=True):
            if name:
                record.author, record.rest = name, record.rest[len(name) :].lstrip(_EDGES)


def _openings(texts: Sequence[str]) -> list[str | None]:
    """The name that each text opens with: two words or more with capitals that stand together wherever one stands."""
    openings: Counter[tuple[str, ...]] = Counter()
    for text in texts:
        said = text.split(" ")[:_NAME]
        openings.update(tuple(said[:k]) for k in range(1, len(said) + 1))
    found: list[str | None] = []
    for text in texts:
        said = list(takewhile(lambda word: word[:1].isupper() or word in _PARTICLES, text.split(" ")))
        name = said[:1]
        for word in said[1:_NAME]:
            if openings[(*name, word)] < 0.9 * openings[tuple(name)] or openings[tuple(name)] < 2:
                break
            name.append(word)
        found.append(" ".join(name) if len(name) > 1 else None)
    return found


def _commit(record: _Record, on: date) -> Commit:
    """Subject and body, with the files where they are listed."""
    files: list[tuple[str, int]] = []
    body: list[str] = []
    for text in record.below:
        stat, counts = _STAT.match(text), _COUNTS.match(text)
        if stat and not stat["path"].endswith("."):
            files.append((stat["path"].strip(), int(stat["lines"]) if stat["lines"].isdigit() else 1))
        elif counts:
            changed = sum(int(n) for n in (counts["added"], counts["removed"]) if n.isdigit())
            files.append((counts["path"], max(1, changed)))
        elif not _TOTAL.match(text):
            body.append(text.strip())
    told = [record.rest.replace("\t", " ").strip(), *body]
    while told and not told[0]:
        told.pop(0)
    return Commit(record.id, on, "\n".join(told).strip(), tuple(files))


def _day(match: re.Match[str] | None) -> date | None:
    if match is None:
        return None
    try:
        if match["iso"]:
            return date.fromisoformat(match["iso"])
        return date(int(match["year"]), _MONTHS.index(match["month"]) + 1, int(match["day"]))
    except ValueError:
        return None
