"""Which lines tell one event: a bullet with those below it, a section that is about one thing, a paragraph."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise
from typing import Final

from storybank.signals.figures import find_figures
from storybank.stories.mining.model import Genre, Item
from storybank.stories.mining.voice import Owner, owner_at, voice
from storybank.stories.mining.when import years_in
from storybank.stories.mining.wording import deeds, heading_name, is_heading, opens_with, tokens
from storybank.text.sentences import split

_LONGEST: Final = 350
"""Words of one event; a longer section tells several."""
_NOTE: Final = 4
"""Paragraphs of a note that is one section, from which on it is a list of things below a title."""
_DATED: Final = re.compile(
    r"^(?:(?:week|kw|sprint|month|day|q[1-4]|h[12]|quarter|fy|jan\w*|feb\w*|mar(?:ch)?|apr\w*|may|june?|july?|aug\w*|sep\w*|oct\w*|nov\w*|"
    r"dec\w*|mon\w*|tue\w*|wed\w*|thu\w*|fri\w*|sat\w*|sun\w*|spring|summer|autumn|fall|winter|of|early|late|mid|year|half|first|second|the|"
    r"in review|review|and|to)|[\W\d_]+)+$",
    re.IGNORECASE,
)

_NEW: Final = re.compile(
    r"(?:[A-Z][\w'’-]*\s+){1,3}(?:also\s+)?"
    r"(?:began|started|founded|launched|introduced|created|established|organi[sz]ed|set\s+up|initiated|opened)\s+"
    r"(?:an?|(?:the|our|my)\s+(?:first|new|\w+ly))\s",
)
"""Somebody, a verb of beginning, and what was not there before."""


@dataclass(frozen=True, slots=True)
class Unit:
    """Items that tell one event."""

    items: tuple[Item, ...]


def units(found: Sequence[Item], genre: Genre, owner: Owner) -> list[Unit]:
    """Events in the order of the source; what stands below headings such as Education is left out."""
    told = [item for item in found if not any(is_heading("barren", title) for title in item.path)]
    made: list[Unit] = []
    for path, section in groupby(told, key=lambda item: item.path):
        rows = list(section)
        whole = len(rows) == len(told) and len(rows) > _NOTE
        if genre == "notes" and path and not whole and _names_event(path[-1]) and _one_event(rows, owner):
            made.append(Unit(tuple(rows)))
        else:
            made += _within(rows, genre, owner)
    return made


def _within(rows: list[Item], genre: Genre, owner: Owner) -> Iterator[Unit]:
    """Events of a section that is about no one thing."""
    group: list[Item] = []
    for item in _cut(rows, genre, owner):
        if group and not _belongs(item, group):
            yield from _settled(group, owner)
            group = []
        group.append(item)
    if group:
        yield from _settled(group, owner)


def _settled(group: list[Item], owner: Owner) -> Iterator[Unit]:
    if _one_event(group, owner):
        yield Unit(tuple(group))
    else:
        yield from (Unit((item,)) for item in group)


def _belongs(item: Item, group: list[Item]) -> bool:
    head, last = group[0], group[-1]
    if item.role != head.role:
        return False
    if item.bullet:
        return (head.bullet and item.depth > head.depth) or (not head.bullet and head.text.endswith(":"))
    return not last.bullet and opens_with("continues", item.text) and not opens_with("switches", item.text)


def _cut(rows: list[Item], genre: Genre, owner: Owner) -> Iterator[Item]:
    """Paragraphs cut where their words say that another event begins."""
    for item in rows:
        spans = [] if item.bullet or genre == "history" else split(item.text)[0]
        said, own = [span.of(item.text) for span in spans], owner_at(owner, item.path)
        starts = [
            span.start
            for k, span in enumerate(spans)
            if k and (opens_with("switches", said[k]) or _begins(said[:k], said[k], own))
        ]
        bounds = [0, *starts, len(item.text)]
        for a, b in pairwise(bounds):
            text = item.text[a:b].strip()
            if text:
                yield Item(text, item.place, item.bullet, item.depth, item.path, item.role, item.years)


def _begins(above: Sequence[str], sentence: str, owner: Owner) -> bool:
    """True for a deed that brings something new into being, after another deed of the person was told."""
    return (
        bool(_NEW.match(sentence))
        and voice(sentence, owner, bullet=False) == "own"
        and any(deeds(text) and voice(text, owner, bullet=False) == "own" for text in above)
    )


def _names_event(title: str) -> bool:
    """True for a heading that is about something: no date, no known general name, two words at least."""
    bare = heading_name(title)
    general = any(is_heading(name, title) for name in ("generic", "resume", "review", "self", "barren"))
    return not general and not title.endswith("?") and not _DATED.match(title) and len(tokens(bare)) >= 2


def _one_event(rows: Sequence[Item], owner: Owner) -> bool:
    """True unless the rows are too long, or several of them could stand alone."""
    if len(rows) == 1:
        return True
    if sum(len(item.text.split()) for item in rows) > _LONGEST:
        return False
    return sum(_complete(item, owner) for item in rows) <= 1 and len({_year(i) for i in rows} - {None}) <= 1


def _year(item: Item) -> tuple[int, int] | None:
    return years_in(item.text, 9999) if len(item.text) < 300 else None


def _complete(item: Item, owner: Owner) -> bool:
    """True for a line with a deed of one's own and what came of it in figures."""
    own = owner_at(owner, item.path)
    if not any(voice(s.of(item.text), own, bullet=item.bullet) == "own" for s in split(item.text)[0]):
        return False
    return any(f.pair or f.hint >= 0.4 for f in find_figures(item.text))
