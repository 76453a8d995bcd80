"""What a bank covers: how strong the best story on each matter is, how many there are, where only one holds."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Literal

from storybank.planning.alike import plain
from storybank.planning.fit_table import (
    BANDS,
    Band,
    Fits,
    Wish,
    band,
    last_year,
    well_told,
)
from storybank.playbook.names import LEVELS, PRINCIPLES, THEMES
from storybank.stories.story import CATEGORIES, Story, told_text

Kind = Literal["principle", "theme", "category", "level"]
Standing = Literal["covered", "weak", "one-story", "gap"]
WORKABLE, STRONG = BANDS[1][0], BANDS[0][0]
CROSS_WANTED = 0.7
"""The share of stories that should show work across functions."""
CROSS_THEMES = frozenset({"cross-functional-collaboration", "leading-without-authority"})
CROSS_CATEGORIES = (8, 9, 10)
OFTEN = 3
"""Tellings within a year from which a story is worn; two at one company do it as well."""
_SHORT = 120  # words: less than a minute of telling


@dataclass(frozen=True, slots=True)
class Matter:
    """A row of the matrix: `scores` by story, 0 to 1, in the order of `Coverage.stories`; `best` is their highest.

    `stories` are the ids of those that are workable at least, best first.
    """

    kind: Kind
    name: str
    title: str
    scores: tuple[float, ...]
    stories: tuple[str, ...]

    @property
    def best(self) -> float:
        """The strength of the best story; 0 without any."""
        return max(self.scores, default=0.0)

    @property
    def band(self) -> Band:
        """The word for `best`."""
        return band(self.best)

    @property
    def standing(self) -> Standing:
        """`gap`: no story will do. `one-story`: only one will. `weak`: some will, none is strong."""
        if not self.stories:
            return "gap"
        if len(self.stories) == 1:
            return "one-story"
        return "covered" if self.best >= STRONG else "weak"


@dataclass(frozen=True, slots=True)
class Load:
    """How a story is used. `only` names what no other story covers; `age` in years since it ended, None where
    that is not known or the period is masked.

    `thin` says what its evidence lacks; `worn` why it should rest (empty: it need not). `tagged` is false where its
    owner confirmed neither a principle nor a theme.
    """

    id: str
    title: str
    told: int
    last_told: date | None
    age: int | None
    only: tuple[str, ...]
    cross_functional: bool
    thin: tuple[str, ...]
    worn: str = ""
    tagged: bool = True


@dataclass(frozen=True, slots=True)
class NextStory:
    """The story to write next: what for, the cell of the 12-story matrix and the theme it might have, what it adds.

    `gain` in points (1,000: one story that fits perfectly) of the plan named in `plan`; `missing` counts the places
    that stay empty without it.
    """

    wish: str
    kind: str
    category: int | None
    theme: str
    gain: int
    missing: int
    plan: str
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Coverage:
    """The whole picture. `cross_share` is None for an empty bank."""

    level: str
    stories: tuple[Load, ...]
    matters: tuple[Matter, ...]
    cross_functional: int
    cross_share: float | None
    next_story: NextStory | None = None

    def of(self, kind: Kind) -> tuple[Matter, ...]:
        """The rows of one kind."""
        return tuple(m for m in self.matters if m.kind == kind)

    def standing(self, standing: Standing) -> tuple[Matter, ...]:
        """The rows in one state; what level a story has is no gap, since nobody needs stories of every level."""
        return tuple(m for m in self.matters if m.standing == standing and m.kind != "level")


def coverage_wishes() -> tuple[Wish, ...]:
    """What the table of fits must hold."""
    return (*(Wish(p) for p in PRINCIPLES), *(Wish(t, "theme") for t in THEMES))


def coverage_of(
    stories: Sequence[Story], fits: Fits, *, level: str = "L6", today: date | None = None,
    quality: Mapping[str, float] | None = None,
) -> Coverage:  # fmt: skip
    """The coverage of the stories that are not retired; `fits` must know `coverage_wishes`."""
    used = sorted((s for s in stories if s.status != "retired"), key=lambda s: s.id)
    told = well_told(used, quality)
    matters = [_wished(used, wish, fits) for wish in coverage_wishes()]
    for number, title in CATEGORIES.items():
        scores = [_well(s.category == number, told[s.id]) for s in used]
        matters.append(_held(used, "category", str(number), title, scores))
    for name in LEVELS:
        matters.append(_held(used, "level", name, name, [_well(s.level == name, told[s.id]) for s in used]))
    only: dict[str, list[str]] = {}
    for matter in matters:
        if matter.standing == "one-story" and matter.kind != "level":
            only.setdefault(matter.stories[0], []).append(matter.name)
    loads = tuple(_load(s, tuple(only.get(s.id, ())), today) for s in used)
    cross = sum(load.cross_functional for load in loads)
    return Coverage(level, loads, tuple(matters), cross, round(cross / len(loads), 3) if loads else None)


def with_next(coverage: Coverage, found: NextStory | None) -> Coverage:
    """The same with the story to write next."""
    return replace(coverage, next_story=found)


def is_cross_functional(story: Story) -> bool:
    """True when its themes or category say that it reached beyond the owner's own function."""
    return bool(CROSS_THEMES & set(story.themes)) or story.category in CROSS_CATEGORIES


def thin_evidence(story: Story) -> tuple[str, ...]:
    """What the evidence of a story lacks, in words."""
    found = []
    if not story.figures:
        found.append("no figures listed")
    elif not any(f.provenance in ("measured", "estimated") for f in story.figures):
        found.append("no figure that was measured or estimated")
    words = len(told_text(story).split())
    if words < _SHORT:
        found.append(f"only {words} words" if words else "not written yet")
    elif not story.prose.strip() and not story.result.strip():
        found.append("no result")
    return tuple(found)


def _wished(stories: Sequence[Story], wish: Wish, fits: Fits) -> Matter:
    title = wish.name.replace("-", " ").capitalize()
    return _held(stories, wish.kind, wish.name, title, [fits.score(s.id, wish) for s in stories])


def _well(holds: bool, told: float) -> float:
    """Category and level are facts; only the telling can be better or worse."""
    return round(0.7 + 0.3 * max(0.0, min(1.0, told)), 3) if holds else 0.0


def _held(stories: Sequence[Story], kind: Kind, name: str, title: str, scores: list[float]) -> Matter:
    able = sorted((-score, s.id) for s, score in zip(stories, scores, strict=True) if score >= WORKABLE)
    return Matter(kind, name, title, tuple(scores), tuple(story_id for _, story_id in able))


def _load(story: Story, only: tuple[str, ...], today: date | None) -> Load:
    days = [t.on for t in story.told]
    year = None if story.period_masked else last_year(story)
    return Load(
        story.id, story.title, len(days), max(days, default=None),
        today.year - year if today is not None and year is not None else None,
        only, is_cross_functional(story), thin_evidence(story), _worn(story, today),
        bool(story.principles or story.themes),
    )  # fmt: skip


def _worn(story: Story, today: date | None) -> str:
    recent = [t for t in story.told if today is None or 0 <= (today - t.on).days <= 365]
    if len(recent) >= OFTEN:
        return f"told {len(recent)} times within a year"
    companies = [plain(t.company) for t in story.told]
    twice = next(
        (t.company for t in story.told if plain(t.company) and companies.count(plain(t.company)) > 1), ""
    )
    return f"told more than once at {twice}" if twice else ""
