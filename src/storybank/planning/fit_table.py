"""How well each story serves each wish: the table that the loop plan and the coverage are computed from.

The table may come from anywhere (`Fits`). Ours starts with the tags that the owner confirmed, then with what the
reader of meanings sees in the words (`shown`), then with kinship between themes, categories and principles; level,
quality, age and status take away from that, openly.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal, Protocol

from storybank.planning.fit_kin import CATEGORY_SHOWS, THEME_SHOWS
from storybank.stories.story import Story

Band = Literal["strong", "workable", "stretch", "gap"]
BANDS: tuple[tuple[float, Band], ...] = ((0.7, "strong"), (0.45, "workable"), (0.2, "stretch"), (0.0, "gap"))
"""Least score of each band."""
Kind = Literal["principle", "theme"]
LEVELS = ("L5", "L6", "L7")
PLACES = (1.0, 0.92, 0.84)
"""What a confirmed tag is worth, by its place among the owner's: the first is what the story is best at."""
_SHOWN = 0.8  # what the reader sees, but nobody confirmed, is worth this part of a first tag
_KIN = (0.45, 0.35)
_YEAR = re.compile(r"(?:19|20)\d\d")
_OLD = ((8, 0.85), (6, 0.95))  # interviewers ask for the last five to seven years


@dataclass(frozen=True, slots=True)
class Wish:
    """What somebody wants to hear about: a principle or a theme, in kebab-case."""

    name: str
    kind: Kind = "principle"


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


@dataclass(frozen=True, slots=True)
class FitTable:
    """A table held in memory; a pair that is missing fits not at all."""

    scores: Mapping[tuple[str, Wish], Fit]

    def fit(self, story: str, wish: Wish) -> Fit:
        """See `Fits`."""
        return self.scores.get((story, wish), NO_FIT)


NO_FIT = Fit(0.0, ("nothing in it speaks for this",))


def band(score: float) -> Band:
    """The word for a score."""
    return next(word for least, word in BANDS if score >= least)


def fits_from_tags(
    stories: Sequence[Story],
    wishes: Sequence[Wish],
    *,
    level: str = "L6",
    today: date | None = None,
    quality: Mapping[str, float] | None = None,
    shown: Mapping[str, Mapping[str, float]] | None = None,
) -> FitTable:
    """The table for all stories and wishes.

    `quality` by story id is 0 to 1 (how well it is told; where it is missing, `readiness`). `shown` by story id gives,
    by principle or theme, how clearly the words show it, 0 to 1.
    """
    table: dict[tuple[str, Wish], Fit] = {}
    for story in stories:
        told = (quality or {}).get(story.id, readiness(story))
        factor, against = _factor(story, level, today, told)
        seen = (shown or {}).get(story.id, {})
        for wish in wishes:
            start, why = _start(story, wish, seen)
            table[story.id, wish] = Fit(round(start * factor, 3), (why, *against) if start else (why,))
    return FitTable(table)


def readiness(story: Story) -> float:
    """How far a story is written out, 0 to 1: parts, length, figures that are known, a lesson."""
    from storybank.stories.story import told_text

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
    return "failure-and-learning" in story.themes


def _start(story: Story, wish: Wish, seen: Mapping[str, float]) -> tuple[float, str]:
    """What speaks for the story before anything is taken away, 0 to 1, and in words."""
    tags = story.principles if wish.kind == "principle" else story.themes
    if wish.name in tags:
        place = min(tags.index(wish.name), len(PLACES) - 1)
        return PLACES[place], f"you confirmed {wish.name} for it ({('first', 'second', 'third')[place]})"
    best, why = 0.0, NO_FIT.reasons[0]
    share = max(0.0, min(1.0, seen.get(wish.name, 0.0)))
    if share >= 0.1:
        best, why = _SHOWN * share, f"its words show {wish.name}, which you have not confirmed"
    for near, reason in _kin(story, wish):
        if near > best:
            best, why = near, reason
    return best, why


def _kin(story: Story, wish: Wish) -> list[tuple[float, str]]:
    """Themes and categories that go together with the wish."""
    found = []
    if wish.kind == "principle":
        for theme in story.themes:
            names = THEME_SHOWS.get(theme, ())
            if wish.name in names:
                found.append((_KIN[names.index(wish.name) > 0], f"its theme {theme} often shows {wish.name}"))
    elif any(wish.name == theme for theme in CATEGORY_SHOWS.get(story.category or 0, ((), ()))[1]):
        found.append((0.6, f"its category goes with {wish.name}"))
    else:
        kin = THEME_SHOWS.get(wish.name, ())
        if any(p in kin for p in story.principles):
            found.append((_KIN[1], f"its principles go with {wish.name}"))
    names = CATEGORY_SHOWS.get(story.category or 0, ((), ()))[0]
    if wish.kind == "principle" and wish.name in names:
        found.append((_KIN[names.index(wish.name) > 0], f"its category often shows {wish.name}"))
    return found


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
                against.append(f"it ended {today.year - year} years ago")
                break
    return factor, tuple(against)
