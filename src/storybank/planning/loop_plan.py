"""The plan for a loop: solved, explained, with what is missing and how to get it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from storybank.planning.fit_table import FAILURE, Fit, Fits, band
from storybank.planning.loop import Assignment, Limit, Loop, Plan, Swap
from storybank.planning.loop_backup import Backups, choose_backups, spare
from storybank.planning.loop_problem import FRESH, LONG_AGO, Pick, Problem, problem_of
from storybank.planning.loop_solve import solve
from storybank.stories.story import Story

_SHORT = 4  # stories for each failure story up to which the demand for it may weigh on a loop
_DEAR = 100  # points from which that is worth a word


def plan_loop(
    loop: Loop, stories: Sequence[Story], fits: Fits, today: date | None = None, *, prices: bool = False
) -> Plan:
    """The best assignment of stories to interviewers and wishes, proven, with a reserve for each.

    What cannot be met is named in `shortfalls`, with remedies that were tried; the plan is then the best of those with
    the fewest missing stories. `prices` solves again with one thing changed at a time, which may take some seconds.
    Raises `BadLoop` or `NoSuchStory` for a loop that contradicts itself.
    """
    problem = problem_of(loop, stories, fits, today)
    solved = solve(problem)
    picks = in_order(problem, solved.picks)
    backups = choose_backups(problem, picks)
    made = Plan(
        _assignments(problem, picks, backups, fits, stories), problem.terms(picks), limits(problem, picks),
        solved.value, solved.bound, backups.value, backups.bound, _shortfalls(problem, picks),
        notices=(*_notices(problem, stories, fits), *_dear_failures(problem, picks, stories, fits, today)),
    )  # fmt: skip
    if made.shortfalls or prices:
        from storybank.planning.loop_prices import prices_of, remedies

        if made.shortfalls:
            made = replace(made, remedies=remedies(problem, picks, stories, fits, today))
        if prices:
            made = replace(made, prices=prices_of(problem, picks, stories, fits, today))
    return made


def in_order(problem: Problem, picks: Sequence[Pick]) -> list[Pick]:
    """Tellings in the order of the day; to one interviewer, the smaller story first."""
    return sorted(
        picks,
        key=lambda p: (
            problem.slots[p[1]].interviewer,
            problem.stories[p[0]].size,
            problem.slots[p[1]].wish,
            p[0],
        ),
    )


def _assignments(
    problem: Problem, picks: Sequence[Pick], backups: Backups, fits: Fits, stories: Sequence[Story]
) -> tuple[Assignment, ...]:
    found = []
    free = spare(problem, picks)
    for pick, backup in zip(picks, backups.stories, strict=True):
        story, slot = problem.stories[pick[0]], problem.slots[pick[1]]
        wish = problem.loop.interviewers[slot.interviewer].wishes[slot.wish]
        fit = fits.fit(story.id, wish)
        found.append(
            Assignment(
                slot.interviewer, slot.wish, story.id, Fit(problem.fits[pick[0]][pick[1]] / 1000, fit.reasons),
                problem.gain(*pick), (*fit.reasons, *_why(problem, picks, pick)),
                None if backup is None else problem.stories[backup].id,
                None if backup is None else problem.fits[backup][pick[1]] / 1000,
                best_swap(problem, picks, pick, free),
            )
        )  # fmt: skip
    return tuple(found)


def _why(problem: Problem, picks: Sequence[Pick], pick: Pick) -> list[str]:
    """What beside the fit speaks for a telling, or against it."""
    one, weights = problem.stories[pick[0]], problem.loop.weights
    told = [problem.stories[s] for s, _ in picks]
    why = []
    who = problem.slots[pick[1]].interviewer
    if (problem.loop.interviewers[who].name, one.id) in problem.loop.pins:
        why.append("you set it")
    if one.failure and sum(s.failure for s in told) <= problem.failures_needed:
        why.append("the loop needs a failure story")
    if weights.employers and one.employer and sum(s.employer == one.employer for s in told) == 1:
        why.append("the only story from that employer in the loop")
    if weights.contexts and one.category is not None and sum(s.category == one.category for s in told) == 1:
        why.append(f"the only story of category {one.category} in the loop")
    if rise := problem.rise[who] * one.size * weights.rising:
        place = "late" if problem.rise[who] > 0 else "early"
        size, cost = "large" if one.size > 0 else "small", "" if rise > 0 else ": it costs"
        why.append(f"a {size} story {place} in the day{cost}")
    if one.fresh < FRESH:
        why.append("this company heard it more than two years ago" if one.fresh == LONG_AGO else
                   "this company has heard it: it costs")  # fmt: skip
    return why


def best_swap(problem: Problem, picks: Sequence[Pick], pick: Pick, free: Sequence[int]) -> Swap | None:
    """The story told nowhere else that costs least in this place, and what it costs; None when there is none.

    Stories whose absence would leave a hard limit unmet cannot be given away.
    """
    others = [problem.stories[s] for s, t in picks if (s, t) != pick]
    employers = Counter(s.employer for s in others)
    cells = Counter(s.category for s in others)
    failures = sum(s.failure for s in others)
    who = problem.loop.interviewers[problem.slots[pick[1]].interviewer].name
    if (who, problem.stories[pick[0]].id) in problem.loop.pins:
        return None

    def worth(row: int) -> int:
        one = problem.stories[row]
        more = problem.loop.weights.employers * (bool(one.employer) and not employers[one.employer])
        return (
            problem.gain(row, pick[1])
            + more
            + problem.loop.weights.contexts * (one.category is not None and not cells[one.category])
        )

    enough = failures >= problem.failures_needed or not problem.stories[pick[0]].failure
    able = [r for r in free if problem.is_open(r, pick[1]) and (enough or problem.stories[r].failure)]
    if not able:
        return None
    best = max(able, key=lambda r: (worth(r), -r))
    return Swap(problem.stories[best].id, problem.fits[best][pick[1]] / 1000, worth(pick[0]) - worth(best))


def limits(problem: Problem, picks: Sequence[Pick]) -> tuple[Limit, ...]:
    """Every hard limit, in words and in numbers."""
    loop, missing = problem.loop, problem.missing(picks)
    found = []
    for who, one in enumerate(loop.interviewers):
        wishes = [{"wish": slot.wish, "least": slot.least, "most": slot.most}
                  for slot in problem.slots if slot.interviewer == who]  # fmt: skip
        found.append(
            Limit("stories", f"{one.name} hears {one.stories}", missing[who],
                  {"interviewer": who, "stories": one.stories, "wishes": wishes})
        )  # fmt: skip
    often = "once" if loop.repeats == 1 else f"{loop.repeats} times at most"
    found.append(Limit("repeats", f"a story is told {often} within the loop", 0, {"most": loop.repeats}))
    found.append(Limit("once-each", "nobody hears a story twice", 0, {"most": 1}))
    heard = [
        {"story": problem.stories[s].id, "interviewer": who, "reason": reason}
        for (s, who), reason in sorted(problem.heard.items())
    ]
    text = "stories may be told again to those who heard them" if loop.told_again else (
        "nobody, and no round, of this company hears a story again")  # fmt: skip
    found.append(Limit("told-before", text, 0, {"barred": heard}))
    found.append(
        Limit("failures", f"{problem.failures_needed} failure stories at least", problem.failures_missing(picks),
              {"least": problem.failures_needed, "wanted": loop.failures,
               "stories": [s.id for s in problem.stories if s.failure]})
    )  # fmt: skip
    found.append(Limit("least-fit", f"no fit below {loop.least_fit:g}", 0, {"least": loop.least_fit}))
    names = [i.name for i in loop.interviewers]
    pins = [{"interviewer": names.index(who), "story": story} for who, story in dict.fromkeys(loop.pins)]
    found.append(Limit("set", "what you set is told", 0, {"pins": pins}))
    return tuple(found)


def _shortfalls(problem: Problem, picks: Sequence[Pick]) -> tuple[str, ...]:
    """In words, which limits are not met, and what stands in the way."""
    said = []
    for who, short in enumerate(problem.missing(picks)):
        if not short:
            continue
        one = problem.loop.interviewers[who]
        able = {s for s in range(len(problem.stories)) for k, slot in enumerate(problem.slots)
                if slot.interviewer == who and problem.is_open(s, k)}  # fmt: skip
        barred = {s for s, w in problem.heard if w == who}
        worse = len(problem.stories) - len(able | barred)
        wanted = sum(i.stories for i in problem.loop.interviewers)
        why = f"{len(able)} of {len(problem.stories)} stories may be told there, and the loop wants {wanted} in all"
        if barred:
            they = "it was" if len(barred) == 1 else "they were"
            why += f", {_are(len(barred), 'barred')} because {they} heard before"
        if worse:
            why += f", {_are(worse, f'worse than the least fit of {problem.loop.least_fit:g}')}"
        said.append(f"{one.name} wants {one.stories} and gets {one.stories - short}: {why}")
    if short := problem.failures_missing(picks):
        said.append(f"{short} failure {'story is' if short == 1 else 'stories are'} missing from the plan")
    return tuple(said)


def _are(count: int, what: str) -> str:
    return f"{count} {'is' if count == 1 else 'are'} {what}"


def _dear_failures(
    problem: Problem, picks: Sequence[Pick], stories: Sequence[Story], fits: Fits, today: date | None
) -> tuple[str, ...]:
    """What it costs a short loop that it must hold failure stories, where that is much; and how to do without."""
    told = sum(s.failure for s in (problem.stories[row] for row, _ in picks))
    heard = sum(one.stories for one in problem.loop.interviewers)
    if (
        not problem.failures_needed
        or told > problem.failures_needed
        or heard > _SHORT * problem.failures_needed
    ):
        return ()
    free = problem_of(replace(problem.loop, failures=0), stories, fits, today)
    price = free.value(solve(free).picks) - problem.value(picks)
    if price < _DEAR or problem.failures_missing(picks):
        return ()
    needed = (
        "a failure story" if problem.failures_needed == 1 else f"{problem.failures_needed} failure stories"
    )
    hears = "1 story" if heard == 1 else f"{heard} stories"
    return (
        f"this loop hears only {hears}, and that it must hold {needed} costs {price:,} points; --failures 0 lifts "
        "that (in a file: `failures = 0` under [limits])",
    )


def _notices(problem: Problem, stories: Sequence[Story], fits: Fits) -> tuple[str, ...]:
    said, failures = [], sum(s.failure for s in problem.stories)
    if problem.loop.failures and not failures and problem.stories:
        said.append(_no_failure(problem, stories, fits))
    elif problem.loop.failures > failures > 0:
        said.append(
            f"you want {problem.loop.failures} failure stories and the bank has {failures}: no more is asked for"
        )
    if problem.left_out:
        said.append("left out: " + "; ".join(f"{story} ({why})" for story, why in problem.left_out))
    return tuple(said)


def _no_failure(problem: Problem, stories: Sequence[Story], fits: Fits) -> str:
    """What to do where no story is told as a failure: confirm the one whose words tell of one, or write it."""
    best = max(problem.stories, key=lambda s: fits.score(s.id, FAILURE)).id
    if band(fits.score(best, FAILURE)) == "gap":
        return ("the bank has no failure story, and somebody will ask for one: write it, and give it the theme "
                f"{FAILURE.name}")  # fmt: skip
    title = next(s.title for s in stories if s.id == best)
    return (f"you confirmed no story as a failure, and somebody will ask for one: if “{title}” is one, "
            f"`storybank tag {best} --add {FAILURE.name}` says so; else write one")  # fmt: skip
