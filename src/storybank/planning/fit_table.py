"""How well each story serves each wish: the table that the loop plan and the coverage are computed from.

The table may come from anywhere (`Fits`). Ours starts with the tags that the owner confirmed, then with what the
reader of meanings sees in the words (`shown`), then with kinship between themes, categories and principles; level,
quality, age and status take away from that, openly.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Literal, NamedTuple, Protocol

from storybank.planning.fit_kin import CATEGORY_SHOWS, THEME_SHOWS
from storybank.playbook.names import LEVELS
from storybank.stories.story import Story, told_text

Band = Literal["strong", "workable", "stretch", "gap"]
BANDS: tuple[tuple[float, Band], ...] = ((0.7, "strong"), (0.45, "workable"), (0.2, "stretch"), (0.0, "gap"))
"""Least score of each band."""
Kind = Literal["principle", "theme"]
PLACES = (1.0, 0.92, 0.84)
"""What a confirmed tag is worth, by its place among the owner's: the first is what the story is best at."""
_SHOWN = 0.8  # what the reader sees, but nobody confirmed, is worth this part of a first tag
_LEAST_SHARE = 0.1  # what is seen less clearly is not seen
_KIN = (0.45, 0.35)  # for what a tag shows first, and what further on
_KIN_CATEGORY = 0.6  # for a theme that a category goes with
_YEAR = re.compile(r"(?:19|20)\d\d")
_OLD = ((8, 0.85), (6, 0.95))  # interviewers ask for the last five to seven years


class Wish(NamedTuple):
    """What somebody wants to hear about: a principle or a theme, in kebab-case."""

    name: str
    kind: Kind = "principle"


FAILURE = Wish("failure-and-learning", "theme")
"""The theme that makes a story one of a failure."""
UNCONFIRMED = "which you have not confirmed"


@dataclass(frozen=True, slots=True)
class Fit:
    """How well a story serves a wish: 0 to 1 in thousandths, and why."""

    score: float
    reasons: tuple[str, ...] = ()

    @property
    def band(self) -> Band:
        """The word for the score."""
        return band(self.score)


class Fits(Protocol):
    """Any table of fits: what is asked for by story id and wish must be there."""

    def fit(self, story: str, wish: Wish) -> Fit:
        """The fit of the story with that id."""
        ...

    def score(self, story: str, wish: Wish) -> float:
        """Its score alone, which is quicker where a whole bank is gone through."""
        ...


_Near = tuple[float, str]
"""What speaks for a story before anything is taken away, 0 to 1, and in words."""
_NOTHING: _Near = (0.0, "nothing in it speaks for this")
NO_FIT = Fit(0.0, (_NOTHING[1],))


def band(score: float) -> Band:
    """The word for a score."""
    return next(word for least, word in BANDS if score >= least)


@dataclass(frozen=True, slots=True)
class _Row:
    """What is known of a story: its tags, what its words show, what is kin to its tags, what takes away, and why."""

    principles: tuple[str, ...]
    themes: tuple[str, ...]
    seen: Mapping[str, float]
    kin: Mapping[Wish, _Near]
    factor: float
    against: tuple[str, ...]

    def start(self, wish: Wish) -> _Near:
        """What speaks for the story: a confirmed tag, else what its words show or what is kin, whichever is more."""
        tags = self.principles if wish.kind == "principle" else self.themes
        if wish.name in tags:
            place = min(tags.index(wish.name), len(PLACES) - 1)
            return (
                PLACES[place],
                f"you confirmed {wish.name} for it ({('first', 'second', 'third')[place]})",
            )
        kin = self.kin.get(wish, _NOTHING)
        share = self.seen.get(wish.name, 0.0)
        if share < _LEAST_SHARE or (shown := _SHOWN * min(1.0, share)) < kin[0]:
            return kin
        return shown, f"its words show {wish.name}, {UNCONFIRMED}"


class TagFits:
    """Fits by tags and by what the words show, worked out as they are asked for."""

    def __init__(self, rows: Mapping[str, _Row]) -> None:
        self._rows = rows

    def fit(self, story: str, wish: Wish) -> Fit:
        """See `Fits`."""
        row = self._rows[story]
        start, why = row.start(wish)
        return Fit(self.score(story, wish), (why, *row.against) if start else (why,))

    def score(self, story: str, wish: Wish) -> float:
        """See `Fits`."""
        row = self._rows[story]
        return round(row.start(wish)[0] * row.factor, 3)


def fits_from_tags(
    stories: Sequence[Story],
    *,
    level: str = "L6",
    today: date | None = None,
    quality: Mapping[str, float] | None = None,
    shown: Mapping[str, Mapping[str, float]] | None = None,
) -> TagFits:
    """The table for all stories and any wish.

    `quality` by story id is 0 to 1 (how well it is told; where it is missing, `readiness`). `shown` by story id gives,
    by principle or theme, how clearly the words show it, 0 to 1.
    """
    told, seen = well_told(stories, quality), shown or {}
    return TagFits({
        story.id: _Row(
            story.principles, story.themes, seen.get(story.id, {}), _kin(story),
            *_factor(story, level, today, told[story.id]),
        )
        for story in stories
    })  # fmt: skip


def well_told(stories: Iterable[Story], quality: Mapping[str, float] | None = None) -> dict[str, float]:
    """By story id, how well each is told, 0 to 1: what `quality` says, and where that is silent, `readiness`."""
    known = quality or {}
    return {s.id: known[s.id] if s.id in known else readiness(s) for s in stories}


def readiness(story: Story) -> float:
    """How far a story is written out, 0 to 1: parts, length, figures that are known, a lesson."""
    words = len(told_text(story).split())
    whole = bool(story.prose.strip()) or all(story.part(k).strip() for k in ("situation", "action", "result"))
    known = any(f.provenance in ("measured", "estimated") for f in story.figures)
    learnt = bool(story.lessons or story.learning.strip() or story.prose.strip())
    return round(0.4 * min(1.0, words / 200) + 0.2 * whole + 0.25 * known + 0.15 * learnt, 3)


def last_year(story: Story) -> int | None:
    """The last year that the period names; None when it names none."""
    years = [int(y) for y in _YEAR.findall(story.period)]
    return max(years) if years else None


def is_failure(story: Story) -> bool:
    """True for a story that its owner tells as a failure."""
    return FAILURE.name in story.themes


def _kin(story: Story) -> dict[Wish, _Near]:
    """Wishes that go together with the themes, the category and the principles; the nearest kinship of each."""
    best: dict[Wish, _Near] = {}
    tags = (("theme", story.themes), ("category", (story.category,)), ("principle", story.principles))
    for kind, names in tags:
        for name in names:
            for wish, near in _kin_of(kind, name):
                if near[0] > best.get(wish, _NOTHING)[0]:
                    best[wish] = near
    return best


@cache
def _kin_of(kind: str, name: str | int | None) -> tuple[tuple[Wish, _Near], ...]:
    """Wishes that a theme, a category or a principle goes together with."""
    return tuple(_kinships(kind, name))


def _kinships(kind: str, name: str | int | None) -> Iterator[tuple[Wish, _Near]]:
    if kind == "theme":
        for place, shows in enumerate(THEME_SHOWS.get(str(name), ())):
            yield Wish(shows), (_KIN[place > 0], f"its theme {name} often shows {shows}")
    elif kind == "principle":
        for theme, shown in THEME_SHOWS.items():
            if name in shown:
                yield Wish(theme, "theme"), (_KIN[1], f"its principles go with {theme}")
    elif isinstance(name, int):
        principles, themes = CATEGORY_SHOWS.get(name, ((), ()))
        for place, shows in enumerate(principles):
            yield Wish(shows), (_KIN[place > 0], f"its category often shows {shows}")
        for theme in themes:
            yield Wish(theme, "theme"), (_KIN_CATEGORY, f"its category goes with {theme}")


def _factor(story: Story, level: str, today: date | None, told: float) -> tuple[float, tuple[str, ...]]:
    """What takes away: a factor from 0 to 1, and the reasons."""
    factor, against = 0.7 + 0.3 * max(0.0, min(1.0, told)), []
    if told < 0.6:
        against.append(f"not yet well told ({round(100 * told)} of 100)")
    if story.level is None:
        factor *= 0.95
        against.append("its level is not set")
    elif (below := LEVELS.index(level) - LEVELS.index(story.level)) > 0:
        factor *= (1.0, 0.8, 0.55)[below]
        against.append(f"its scope is {story.level}, below {level}")
    elif below < 0:
        factor *= 0.95
        against.append(f"its scope is {story.level}, above {level}")
    year = last_year(story)
    if today is not None and year is not None:
        for years, part in _OLD:
            if today.year - year >= years:
                factor *= part
                ago = "long" if story.period_masked else f"{today.year - year} years"
                against.append(f"it ended {ago} ago")
                break
    return factor, tuple(against)
