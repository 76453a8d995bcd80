"""The loop as numbers: who may be told what, what each telling is worth, and the arithmetic of the objective.

Everything is a whole number of points, so that a value and a bound can be compared exactly.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from storybank.errors import BadLoop, NoSuchStory
from storybank.planning.alike import plain, same
from storybank.planning.fit_table import Fits, Wish, is_failure
from storybank.planning.loop import PERFECT, Loop, Term, no_wishes
from storybank.playbook.names import LEVELS
from storybank.stories.story import Story, Told

FRESH, LONG_AGO, RECENT = 10, 5, 0
"""Tenths of freshness: never told at this company; told there more than two years ago; told there since."""
_LONG = 730  # days

Pick = tuple[int, int]
"""(story, slot): a telling, as rows of `Problem.stories` and `Problem.slots`."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """What the objective knows of a story. `employer` "" and `category` None: not known, and counted as no variety.

    `size` is -1, 0 or 1 for L5, L6 (or unknown) and L7; `fresh` in tenths.
    """

    id: str
    employer: str = ""
    category: int | None = None
    size: int = 0
    failure: bool = False
    fresh: int = FRESH


@dataclass(frozen=True, slots=True)
class Slot:
    """A wish of an interviewer, and how many stories may (and, unless they are short of stories, must) serve it."""

    interviewer: int
    wish: int
    least: int
    most: int


@dataclass(frozen=True, slots=True)
class Problem:
    """What is solved. `fits[story][slot]` in thousandths; `heard` are (story, interviewer) pairs that are barred."""

    loop: Loop
    stories: tuple[Candidate, ...]
    slots: tuple[Slot, ...]
    fits: tuple[tuple[int, ...], ...]
    heard: dict[tuple[int, int], str]
    rise: tuple[int, ...]
    left_out: tuple[tuple[str, str], ...]

    @property
    def failures_needed(self) -> int:
        """How many failure stories must be told: as many as were asked for, but not more than there are."""
        return min(self.loop.failures, sum(s.failure for s in self.stories))

    @property
    def shortfall(self) -> int:
        """Points that one missing story costs: more than everything else can be worth, so none is missing idly."""
        weights, tellings = self.loop.weights, sum(i.stories for i in self.loop.interviewers)
        each = PERFECT + weights.freshness + 2 * weights.rising
        names, cells = self.employers(), self.categories()
        return 1 + tellings * each + weights.employers * len(names) + weights.contexts * len(cells)

    def employers(self) -> tuple[str, ...]:
        """The employers that are known."""
        return tuple(sorted({s.employer for s in self.stories if s.employer}))

    def categories(self) -> tuple[int, ...]:
        """The categories that are known."""
        return tuple(sorted({s.category for s in self.stories if s.category is not None}))

    def is_open(self, story: int, slot: int) -> bool:
        """True when the story may be told there."""
        who = self.slots[slot].interviewer
        if (story, who) in self.heard:
            return False
        pinned = (self.loop.interviewers[who].name, self.stories[story].id) in self.loop.pins
        return pinned or self.fits[story][slot] >= round(1000 * self.loop.least_fit)

    def gain(self, story: int, slot: int) -> int:
        """Points of a telling by itself: fit, freshness, and its place in the day."""
        weights, one = self.loop.weights, self.stories[story]
        rise = self.rise[self.slots[slot].interviewer] * one.size
        return (
            self.fits[story][slot] * PERFECT // 1000
            + (weights.freshness * one.fresh + weights.rising * rise) // 10
        )

    def missing(self, picks: Iterable[Pick]) -> list[int]:
        """By interviewer, how many stories they are short of."""
        short = [i.stories for i in self.loop.interviewers]
        for _, slot in picks:
            short[self.slots[slot].interviewer] -= 1
        return short

    def failures_missing(self, picks: Iterable[Pick]) -> int:
        """How many failure stories are short."""
        return max(0, self.failures_needed - sum(self.stories[s].failure for s, _ in picks))

    def terms(self, picks: Sequence[Pick]) -> tuple[Term, ...]:
        """Every term of the objective for a set of tellings."""
        weights, told = self.loop.weights, [self.stories[s] for s, _ in picks]
        fresh = sum(s.fresh for s in told)
        rising = sum(self.rise[self.slots[t].interviewer] * self.stories[s].size for s, t in picks)
        employers = len({s.employer for s in told} - {""})
        cells = len({s.category for s in told} - {None})
        fit = sum(self.fits[s][t] for s, t in picks)
        short = sum(self.missing(picks)) + self.failures_missing(picks)
        return (
            Term("fit", PERFECT, fit / 1000, fit * PERFECT // 1000, "how well the stories serve the wishes"),
            Term("freshness", weights.freshness, fresh / 10, weights.freshness * fresh // 10,
                 "stories that this company has not heard" if self.loop.company else
                 "no company is named: each story counts as one not heard"),
            Term("employers", weights.employers, employers, weights.employers * employers, "different employers"),
            Term("contexts", weights.contexts, cells, weights.contexts * cells, "different kinds of story"),
            Term("rising", weights.rising, rising / 10, weights.rising * rising // 10,
                 "larger stories late in the day, smaller ones early"),
            Term("shortfall", -self.shortfall, short, -self.shortfall * short, "stories that are missing"),
        )  # fmt: skip

    def value(self, picks: Sequence[Pick]) -> int:
        """The objective in points."""
        return sum(term.points for term in self.terms(picks))


def problem_of(loop: Loop, stories: Sequence[Story], fits: Fits, today: date | None = None) -> Problem:
    """The loop and the bank as numbers; raises `BadLoop` or `NoSuchStory` for what contradicts itself."""
    check(loop)
    known = {s.id: s for s in stories}
    for _, story_id in loop.pins:
        if story_id not in known:
            raise NoSuchStory(story_id, tuple(known))
    pinned = {story_id for _, story_id in loop.pins}
    used, left_out = [], []
    for story in sorted(stories, key=lambda s: s.id):
        if story.id in loop.without:
            left_out.append((story.id, "you left it out"))
        elif story.status == "retired" and story.id not in pinned:
            left_out.append((story.id, "it is retired"))
        else:
            used.append(story)
    slots = tuple(_slots(loop))
    scores = tuple(tuple(_thousandths(fits.score(s.id, _wish(loop, slot))) for slot in slots) for s in used)
    return Problem(
        loop, tuple(_candidate(s, loop.company, today) for s in used), slots, scores,
        _heard(loop, used), _rise(len(loop.interviewers)), tuple(left_out),
    )  # fmt: skip


def check(loop: Loop) -> None:
    """Raise `BadLoop` for a loop that contradicts itself."""
    names = [i.name for i in loop.interviewers]
    if not 0 <= loop.least_fit <= 1:
        raise BadLoop(f"least_fit: must be a number from 0 to 1, not {loop.least_fit!r}")
    if not names:
        raise BadLoop(
            'the loop has no interviewers; add one, such as --interviewer "Ada: ownership, dive-deep"'
        )
    for place, name in enumerate(names):
        if any(same(name, other) for other in names[:place]):
            raise BadLoop(
                f"two interviewers are called {name!r}; if they are one, put what they ask about together, "
                f"else tell them apart, such as {name + ' 2'!r}"
            )
    for one in loop.interviewers:
        if not one.wishes:
            raise BadLoop(no_wishes(one.name))
        if not 1 <= one.stories <= 10:
            raise BadLoop(f"{one.name}: {one.stories} stories; between 1 and 10 can be planned")
    pins = list(dict.fromkeys(loop.pins))
    for who, story_id in pins:
        if who not in names:
            raise BadLoop(f"{story_id!r} is set for {who!r}, who is not in the loop: {', '.join(names)}")
        if story_id in loop.without:
            raise BadLoop(f"{story_id!r} is both set for {who} and left out; decide for one")
        if sum(s == story_id for _, s in pins) > loop.repeats:
            raise BadLoop(
                f"{story_id!r} is set more often than a story may be told ({loop.repeats}); raise `repeats`"
            )
    for one in loop.interviewers:
        if sum(who == one.name for who, _ in pins) > one.stories:
            raise BadLoop(f"more stories are set for {one.name} than the {one.stories} that are wanted")


def _wish(loop: Loop, slot: Slot) -> Wish:
    return loop.interviewers[slot.interviewer].wishes[slot.wish]


def _thousandths(score: float) -> int:
    return max(0, min(1000, round(1000 * score)))


def _slots(loop: Loop) -> Iterable[Slot]:
    """Wishes share an interviewer's stories as evenly as whole numbers allow."""
    for who, one in enumerate(loop.interviewers):
        least, rest = divmod(one.stories, len(one.wishes))
        for wish in range(len(one.wishes)):
            yield Slot(who, wish, least, least + (rest > 0))


def _rise(count: int) -> tuple[int, ...]:
    """From -10 in the first interview to 10 in the last: tenths of the weight."""
    return tuple(round(20 * i / (count - 1) - 10) for i in range(count)) if count > 1 else (0,)


def _candidate(story: Story, company: str, today: date | None) -> Candidate:
    size = LEVELS.index(story.level) - 1 if story.level else 0
    heard = [t.on for t in story.told if company and same(t.company, company)]
    fresh = FRESH
    if heard:
        fresh = LONG_AGO if today is not None and (today - max(heard)).days > _LONG else RECENT
    return Candidate(story.id, plain(story.employer), story.category, size, is_failure(story), fresh)


def _heard(loop: Loop, stories: Sequence[Story]) -> dict[tuple[int, int], str]:
    """Pairs of story and interviewer that are barred, with the reason."""
    if loop.told_again or not loop.company:
        return {}
    barred = {}
    for row, story in enumerate(stories):
        for who, one in enumerate(loop.interviewers):
            if (one.name, story.id) in loop.pins:
                continue
            for told in story.told:
                if same(told.company, loop.company) and (reason := _why_barred(told, one.name, one.round)):
                    barred[row, who] = reason
                    break
    return barred


def _why_barred(told: Told, name: str, round_name: str) -> str:
    if same(told.interviewer, name):
        return f"{name} heard it on {told.on.isoformat()}"
    if same(told.round, round_name):
        return f"it was told in the round {told.round!r} on {told.on.isoformat()}"
    return ""
