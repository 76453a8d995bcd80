"""Fictional stories to fill a bank with: no two alike, and the same seed gives the same ones.

They are as long as people's stories are (about 230 words with bullets, figures and follow-ups), so that files, memory
and times grow as a real bank's would. People, firms and figures in them are made up.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from datetime import date, timedelta
from typing import get_args

from storybank.playbook.names import PRINCIPLES, THEMES, Level
from storybank.stories.story import (
    CATEGORIES,
    PROVENANCES,
    Figure,
    FollowUp,
    Story,
    Told,
)

SEED = 20261
_FIRMS = ("Kelm Ferries", "Ostrava Looms", "Tarn Bakeries", "Pell & Hobb", "Quill Archives", "Marrow Pumps")
_PLACES = ("the north quay", "the night desk", "the seed store", "the second plant", "the reading room")
_CRAFTS = ("planned the rosters", "ran the returns desk", "kept the ledgers", "led the repair crew")
_THINGS = (
    "delivery lists",
    "pressure logs",
    "booking forms",
    "spare-part orders",
    "test rigs",
    "price tables",
)
_FAULTS = ("went missing", "came twice", "were read wrongly", "took half a day", "fell out of step")
_PEOPLE = (
    "the drivers",
    "two planners",
    "the auditors",
    "our largest client",
    "the new starters",
    "the union",
)
_DOUBTS = (
    "thought it too early",
    "wanted it in writing",
    "had seen it fail before",
    "feared for their hours",
)
_DEEDS = (
    "sat with {people} for {n} shifts and wrote down every case in which the {thing} {fault}",
    "put the {thing} of {n} weeks into one table and found that most of the trouble began at {place}",
    "asked {people} what they would stop first, and began with that",
    "showed {people} both ways side by side, with what each would cost us by {month}",
    "set the old way aside for {n} days only, so that anybody could go back to it",
    "told my manager that I had been wrong about {place}, before anyone else had to",
    "paid for the trial out of my own budget and said what would make me end it",
    "taught {n} colleagues to check the {thing}, and let them change my list",
)
_LESSONS = (
    "I now ask who reads the {thing} before I change them.",
    "A number without its source is a rumour; I write down both.",
    "I went to {place} in week {n}; today I would go on the first day.",
    "Those who {doubt} were right about the dates, so I plan with them.",
)
_MONTHS = ("February", "May", "June", "September", "November")
_TITLES = ("The {thing} that {fault}", "How {place} got its {thing} back", "{n} weeks with the {thing}")


def stories(number: int, seed: int = SEED) -> Iterator[Story]:
    """So many stories, each with an id, a text and tags of its own; about one in eight is still a draft."""
    chance = random.Random(seed)
    for index in range(1, number + 1):
        yield _story(index, chance)


def _story(index: int, chance: random.Random) -> Story:
    def said(template: str) -> str:
        return template.format(
            thing=chance.choice(_THINGS), fault=chance.choice(_FAULTS), place=chance.choice(_PLACES),
            people=chance.choice(_PEOPLE), doubt=chance.choice(_DOUBTS), month=chance.choice(_MONTHS),
            n=chance.randint(3, 60),
        )  # fmt: skip

    title = said(chance.choice(_TITLES))
    before, after, year = chance.randint(40, 400), chance.randint(2, 39), chance.randint(2015, 2025)
    craft, firm = chance.choice(_CRAFTS), chance.choice(_FIRMS)
    return Story(
        id=f"story-{index:05d}",
        title=f"{title[0].upper()}{title[1:]}, {index}",
        employer=firm,
        period=f"{year}-{year + 1}",
        situation=said(
            f"I {craft} at {firm}. In {{month}} {year} the {{thing}} at {{place}} {{fault}}, {before} times in four "
            "weeks, and {people} had begun to keep lists of their own. Nobody could say which of them was right, and "
            "the next inspection was {n} days away."
        ),
        task=said(
            "It was nobody's job, so I asked for it. I had {n} days and no budget, and {people} {doubt}. What I "
            "wanted was one list that everybody could trust without asking me."
        ),
        actions=tuple("I " + said(deed) + "." for deed in chance.sample(_DEEDS, 5)),
        result=said(
            f"By {{month}} it happened {after} times instead of {before}. {{people}} gave up their own lists within "
            "{n} days, the inspection found nothing to add, and {place} still works that way."
        ).replace(". t", ". T"),
        learning=said(chance.choice(_LESSONS)),
        lessons=(said(chance.choice(_LESSONS)),),
        figures=(Figure(f"from {before} to {after} a month", chance.choice(PROVENANCES), "the weekly log"),),
        principles=tuple(chance.sample(PRINCIPLES, chance.randint(0, 3))),
        themes=tuple(chance.sample(THEMES, chance.randint(0, 2))),
        category=chance.choice((None, *CATEGORIES)),
        level=chance.choice((None, *get_args(Level))),
        followups=(FollowUp(said("What did those who {doubt} say later?"), said("They kept the {thing}.")),),
        status="draft" if chance.random() < 0.125 else "ready",
        told=tuple(
            Told(date(2025, 1, 1) + timedelta(days=chance.randint(0, 500)), chance.choice(_FIRMS), "onsite")
            for _ in range(chance.choice((0, 0, 0, 1, 2)))
        ),
    )
