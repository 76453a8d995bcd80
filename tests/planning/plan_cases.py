"""Banks and loops to plan with, as values and as hypothesis strategies."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from hypothesis import strategies as st

from storybank.planning.fit_table import NO_FIT, Fit, Fits, Wish, fits_from_tags
from storybank.planning.loop import Interviewer, Loop, Weights
from storybank.playbook.names import PRINCIPLES, THEMES
from storybank.stories.story import Story, Told

TODAY = date(2026, 3, 2)
WISHES = (Wish("ownership"), Wish("dive-deep"), Wish("conflict-resolution", "theme"))
PEOPLE = ("Ada", "Bo", "Cy")


@dataclass(frozen=True, slots=True)
class FitTable:
    """A table held in memory; a pair that is missing fits not at all."""

    scores: Mapping[tuple[str, Wish], Fit]

    def fit(self, story: str, wish: Wish) -> Fit:
        """See `Fits`."""
        return self.scores.get((story, wish), NO_FIT)

    def score(self, story: str, wish: Wish) -> float:
        """See `Fits`."""
        return self.fit(story, wish).score


def story(number: int, **more: Any) -> Story:
    """A story of the bank."""
    return Story(f"s{number:03}", f"Story {number}", **{"status": "ready", **more})


def person(name: str, *wishes: str, stories: int = 2, round: str = "") -> Interviewer:
    """An interviewer, by the names of their wishes."""
    return Interviewer(
        name, tuple(Wish(w, "theme" if w in THEMES else "principle") for w in wishes), round, stories
    )


def table(scores: dict[str, dict[str, float]]) -> FitTable:
    """Fits by story and wish."""
    return FitTable(
        {
            (story_id, Wish(name, "theme" if name in THEMES else "principle")): Fit(score, ("so it is",))
            for story_id, row in scores.items()
            for name, score in row.items()
        }
    )


_TOLD = st.builds(
    Told, st.just(date(2025, 9, 1)) | st.just(date(2021, 1, 1)), st.sampled_from(["Zeta", "Other"]),
    st.sampled_from(["", "screen"]), st.sampled_from(["", *PEOPLE]),
)  # fmt: skip
_STORIES: st.SearchStrategy[dict[str, Any]] = st.builds(
    dict, employer=st.sampled_from(["", "North", "South"]), category=st.sampled_from([None, 1, 2]),
    level=st.sampled_from([None, "L5", "L6", "L7"]), masked=st.booleans(),
    themes=st.sampled_from([(), ("failure-and-learning",)]), told=st.lists(_TOLD, max_size=2).map(tuple),
    status=st.sampled_from(["ready", "ready", "ready", "retired"]),
)  # fmt: skip
BANKS = st.lists(_STORIES, max_size=4).map(lambda rows: tuple(story(k, **row) for k, row in enumerate(rows)))
_WEIGHTS = st.builds(Weights, *[st.integers(0, 40).map(lambda n: 10 * n)] * 4)


@st.composite
def small_loops(draw: st.DrawFn) -> tuple[Loop, tuple[Story, ...], FitTable]:
    """A loop of one or two people and up to four stories: few enough to try every plan."""
    bank = draw(BANKS)
    count = draw(st.integers(1, 2))
    people = []
    for name in PEOPLE[:count]:
        wishes = draw(st.lists(st.sampled_from(WISHES), min_size=1, max_size=2, unique=True))
        people.append(
            Interviewer(name, tuple(wishes), draw(st.sampled_from(["", "screen"])), draw(st.integers(1, 3)))
        )
    scores = {(s.id, w): Fit(draw(st.integers(0, 1000)) / 1000) for s in bank for w in WISHES}
    useful = [s.id for s in bank if s.status != "retired"]
    wanted = draw(st.none() | st.sampled_from(useful)) if useful else None
    pins = ((people[0].name, wanted),) if wanted else ()
    loop = Loop(
        tuple(people), draw(st.sampled_from(["", "Zeta"])), repeats=draw(st.integers(1, 2)),
        told_again=draw(st.booleans()), failures=draw(st.integers(0, 2)),
        least_fit=draw(st.sampled_from([0.0, 0.3, 0.6])), weights=draw(_WEIGHTS), pins=pins,
    )  # fmt: skip
    return loop, bank, FitTable(scores)


def large(stories: int, people: int) -> tuple[Loop, tuple[Story, ...], Fits]:
    """A bank and a loop of any size, the same each time."""
    bank = tuple(
        story(
            k, employer=f"E{k % 7}", category=k % 12 + 1, level=("L5", "L6", "L7")[k * 5 % 3],
            principles=(PRINCIPLES[k * 7 % 16], PRINCIPLES[(k * 7 + 1 + k % 5) % 16]),
            themes=(THEMES[k * 5 % 12],), prose="word " * (50 + k * 37 % 300),
        )
        for k in range(stories)
    )  # fmt: skip
    loop = Loop(
        tuple(person(f"P{k}", PRINCIPLES[k * 3 % 16], PRINCIPLES[(k * 3 + 5) % 16]) for k in range(people))
    )
    return loop, bank, fits_from_tags(bank, today=TODAY)
