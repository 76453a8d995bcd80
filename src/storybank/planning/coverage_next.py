"""The story to write next: the one that would add most to a plan.

Without a loop of the owner's own, the plan is a day on which every principle is asked for once and no story serves
more than a few of them. What a story would add is found by solving that day again with an ideal one in the bank.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from heapq import nsmallest

from storybank.planning.coverage import Coverage, NextStory
from storybank.planning.fit_kin import CATEGORY_SHOWS, THEME_SHOWS
from storybank.planning.fit_table import Fits, Wish
from storybank.planning.loop import Interviewer, Loop, Weights
from storybank.planning.loop_problem import Problem, problem_of
from storybank.playbook.names import PRINCIPLES, THEMES
from storybank.stories.story import CATEGORIES, Story

ANY_DAY = "a day on which each of the 16 principles is asked for once"
ANY_THEMES = "a day on which each of the 12 themes is asked for once"
OWN_LOOP = "your loop"
_ABOUT = 0.1  # of a gain: what words show is not known more exactly
_SERVES = 2  # principles that one story can stand for within a day


def any_day(wishes: Sequence[Wish], count: int, level: str) -> Loop:
    """A loop that asks for every wish once; in a small bank of `count` stories each serves more of them."""
    repeats = max(_SERVES, -(-len(wishes) // max(1, count)))
    people = tuple(Interviewer(wish.name, (wish,), stories=1) for wish in wishes)
    return Loop(people, level=level, repeats=repeats, failures=0, weights=Weights(0, 0, 0, 0))


def next_story(
    coverage: Coverage,
    stories: Sequence[Story],
    fits: Fits,
    today: date | None = None,
    loop: Loop | None = None,
) -> NextStory | None:
    """The wish whose ideal story would add most, with reasons; None when no story would add anything.

    With a `loop` it is found for that; else for the principles and, where these lack nothing, for the themes.
    """
    used = [s for s in stories if s.status != "retired"]
    if loop:
        return _best(coverage, problem_of(loop, used, fits, today), OWN_LOOP)
    days = ((ANY_DAY, [Wish(p) for p in PRINCIPLES]), (ANY_THEMES, [Wish(t, "theme") for t in THEMES]))
    for name, wishes in days:
        day = any_day(wishes, len(used), coverage.level)
        problem = problem_of(day, enough(coverage, used, day), fits, today)
        if found := _best(coverage, without_idle(problem), name):
            return found
    return None


def _best(coverage: Coverage, problem: Problem, plan: str) -> NextStory | None:
    from storybank.planning.loop_plan import in_order
    from storybank.planning.loop_prices import one_more
    from storybank.planning.loop_solve import solve

    prices = one_more(problem, in_order(problem, solve(problem).picks))
    # gains about equal: what more questions ask for comes first, and the sources name principles in that order
    fewest = min(p.missing for p in prices)
    most = max(p.points for p in prices if p.missing == fewest)
    close = (p for p in prices if p.missing == fewest and p.points >= most - _ABOUT * abs(most))
    best = min(close, key=lambda p: (_place(p.name), -p.points))
    if best.points <= 0 and best.missing >= 0:
        return None
    kind = "theme" if best.name in THEMES else "principle"
    category, theme = _setting(coverage, best.name)
    return NextStory(
        best.name, kind, category, theme, best.points, -best.missing, plan,
        tuple(_reasons(coverage, best.name, category, theme)),
    )  # fmt: skip


def _needed(day: Loop) -> int:
    """How many of the best stories for a wish an optimum of any day can need: one more than others can use up."""
    return 1 + (len(day.interviewers) - 1) // day.repeats


def enough(coverage: Coverage, stories: list[Story], day: Loop) -> list[Story]:
    """The stories that an optimum of any day can need."""
    ids = [load.id for load in coverage.stories]
    wishes, kept = [one.wishes[0] for one in day.interviewers], set[str]()
    for matter in coverage.matters:
        if (matter.name, matter.kind) in wishes:
            ranked = zip((-score for score in matter.scores), ids, strict=True)
            kept.update(story_id for _, story_id in nsmallest(_needed(day), ranked))
    return [s for s in stories if s.id in kept]


def without_idle(problem: Problem) -> Problem:
    """Any day with only the tellings that an optimum can need: it is solved often, and in a fraction of the time."""
    barred = {}
    for slot, asked in enumerate(problem.slots):
        ranked = sorted(range(len(problem.stories)), key=lambda row: (-problem.fits[row][slot], row))
        for row in ranked[_needed(problem.loop) :]:
            barred[row, asked.interviewer] = "others fit better"
    return replace(problem, heard=barred)


def _place(name: str) -> int:
    order = (*PRINCIPLES, *THEMES)
    return order.index(name) if name in order else len(order)


def _setting(coverage: Coverage, wish: str) -> tuple[int | None, str]:
    """A category and a theme that go with the wish, the emptier the better."""
    best = {(m.kind, m.name): m.best for m in coverage.matters}
    cells = [c for c, (principles, themes) in CATEGORY_SHOWS.items() if wish in principles or wish in themes]
    themes = [wish] if wish in THEMES else [t for t, names in THEME_SHOWS.items() if wish in names]
    cells.sort(key=lambda c: (best.get(("category", str(c)), 0.0), c))
    themes.sort(key=lambda t: (best.get(("theme", t), 0.0), _place(t)))
    return (cells[0] if cells else None), (themes[0] if themes else "")


def _reasons(coverage: Coverage, wish: str, category: int | None, theme: str) -> list[str]:
    said = []
    for matter in coverage.matters:
        if matter.name == wish and matter.kind in ("principle", "theme"):
            said.append({
                "gap": f"no story will do for {wish}", "one-story": f"only one story will do for {wish}",
                "weak": f"no story is strong on {wish}", "covered": f"the stories on {wish} are needed elsewhere too",
            }[matter.standing])  # fmt: skip
        elif matter.kind == "category" and matter.name == str(category) and matter.standing == "gap":
            said.append(f"it would fill category {category}, {CATEGORIES[category or 1].lower()}")
        elif matter.kind == "theme" and matter.name == theme and matter.standing == "gap":
            said.append(f"it could be the first on the theme {theme}")
    return said
