"""What each compromise costs, found by solving again with one thing changed: the only honest price."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from storybank.planning.fit_table import Fits
from storybank.planning.loop import Loop, Price, Remedy
from storybank.planning.loop_problem import Candidate, Pick, Problem, problem_of
from storybank.planning.loop_solve import solve
from storybank.stories.story import Story

IDEAL = "(a new story)"
"""The id of a story that the bank does not have yet."""


def remedies(
    problem: Problem, picks: Sequence[Pick], stories: Sequence[Story], fits: Fits, today: date | None
) -> tuple[Remedy, ...]:
    """What would leave fewer stories missing, each tried alone; best first."""
    missing, found = _missing(problem, picks), []
    for text, loop in _relaxed(problem):
        tried = problem_of(loop, stories, fits, today)
        left = _missing(tried, solve(tried).picks)
        if left < missing:
            found.append(Remedy(text, left))
    short = [one.name for one, n in zip(problem.loop.interviewers, problem.missing(picks), strict=True) if n]
    if short:
        fewer = tuple(
            replace(one, stories=max(1, one.stories - n))
            for one, n in zip(problem.loop.interviewers, problem.missing(picks), strict=True)
        )
        tried = problem_of(replace(problem.loop, interviewers=fewer), stories, fits, today)
        left = _missing(tried, solve(tried).picks)
        if left < missing:
            found.append(Remedy(f"plan fewer stories for {', '.join(short)}", left))
    text, more = _written(problem, picks)
    if (left := _missing(more, solve(more).picks)) < missing:
        found.append(Remedy(text, left))
    return tuple(sorted(found, key=lambda r: r.missing))


def _written(problem: Problem, picks: Sequence[Pick]) -> tuple[str, Problem]:
    """In words, how many stories to write, and the problem with them: ideal ones, which nobody has heard.

    As many tell of a failure as the owner wanted and the plan lacks, be it that the bank does not hold so many.
    """
    told, failures = sum(problem.stories[story].failure for story, _ in picks), 0
    if problem.failures_missing(picks):
        failures = min(problem.loop.failures - told, sum(one.stories for one in problem.loop.interviewers))
    count = max(failures, sum(problem.missing(picks)))
    new = tuple(Candidate(f"{IDEAL} {k}", failure=k < failures) for k in range(count))
    more = replace(
        problem,
        stories=problem.stories + new,
        fits=problem.fits + ((1000,) * len(problem.slots),) * count,
    )
    kind = "failure " if failures == count else ""
    text = f"write {count} more {kind}{'story' if count == 1 else 'stories'}"
    return text + (f", {failures} of them about a failure" if 0 < failures < count else ""), more


def _relaxed(problem: Problem) -> Iterator[tuple[str, Loop]]:
    loop = problem.loop
    yield f"let a story be told {loop.repeats + 1} times (`repeats`)", replace(loop, repeats=loop.repeats + 1)
    if problem.heard:
        yield "let people hear again what they heard before (`told_again`)", replace(loop, told_again=True)
    if loop.least_fit:
        yield "take worse fits too (`least_fit`)", replace(loop, least_fit=0.0)
    if loop.without:
        yield "take in the stories you left out (`without`)", replace(loop, without=())


def _missing(problem: Problem, picks: Sequence[Pick]) -> int:
    return sum(problem.missing(picks)) + problem.failures_missing(picks)


def prices_of(
    problem: Problem, picks: Sequence[Pick], stories: Sequence[Story], fits: Fits, today: date | None
) -> tuple[Price, ...]:
    """The price of every story, limit and term, and what one more story would buy."""
    return (
        *_of_stories(problem, picks),
        *_of_limits(problem, picks, stories, fits, today),
        *_of_terms(problem, picks, stories, fits, today),
        *one_more(problem, picks),
    )


def _of_stories(problem: Problem, picks: Sequence[Pick]) -> Iterator[Price]:
    """What is lost when a story of the plan is not there at all."""
    pinned = {story for _, story in problem.loop.pins}
    here, short = _worth(problem, picks)
    for row in sorted({s for s, _ in picks}):
        one = problem.stories[row]
        if one.id in pinned:
            continue
        without = replace(
            problem,
            stories=problem.stories[:row] + problem.stories[row + 1 :],
            fits=problem.fits[:row] + problem.fits[row + 1 :],
            heard={(s - (s > row), w): why for (s, w), why in problem.heard.items() if s != row},
        )
        there, left = _worth(without, solve(without).picks)
        lack = without.failures_needed < problem.failures_needed
        text = "no failure story would be left" if lack else "in the best plan without it"
        yield Price("story", one.id, here - there, left - short, text)


def _worth(problem: Problem, picks: Sequence[Pick]) -> tuple[int, int]:
    """Points without the cost of missing stories, and how many are missing."""
    short = _missing(problem, picks)
    return problem.value(picks) + problem.shortfall * short, short


def _of_limits(
    problem: Problem, picks: Sequence[Pick], stories: Sequence[Story], fits: Fits, today: date | None
) -> Iterator[Price]:
    """What would be gained without a limit."""
    loop = problem.loop
    here, short = _worth(problem, picks)
    changes = [("repeats", replace(loop, repeats=loop.repeats + 1), "if stories might be told once more")]
    if problem.heard:
        changes.append(("told-before", replace(loop, told_again=True), "if people might hear stories again"))
    if problem.failures_needed:
        changes.append(("failures", replace(loop, failures=0), "if no failure story were needed"))
    if loop.least_fit:
        changes.append(("least-fit", replace(loop, least_fit=0.0), "if any fit would do"))
    if loop.pins:
        changes.append(("set", replace(loop, pins=()), "if nothing were set"))
    for name, changed, text in changes:
        other = problem_of(changed, stories, fits, today)
        there, left = _worth(other, solve(other).picks)
        yield Price("limit", name, there - here, left - short, text)


def _of_terms(
    problem: Problem, picks: Sequence[Pick], stories: Sequence[Story], fits: Fits, today: date | None
) -> Iterator[Price]:
    """What the other terms would gain if one did not count."""
    here = {t.name: t.points for t in problem.terms(picks)}
    for name in ("freshness", "employers", "contexts", "rising"):
        if not getattr(problem.loop.weights, name):
            continue
        weights = replace(problem.loop.weights, **{name: 0})
        other = problem_of(replace(problem.loop, weights=weights), stories, fits, today)
        there = solve(other).picks
        rest = sum(t.points for t in problem.terms(there) if t.name not in (name, "shortfall"))
        gained = rest - sum(points for term, points in here.items() if term not in (name, "shortfall"))
        yield Price(
            "term", name, gained, _missing(problem, there) - _missing(problem, picks), "given up for it"
        )


def one_more(problem: Problem, picks: Sequence[Pick]) -> list[Price]:
    """For each wish, what an ideal story would add: one that fits it perfectly and nothing else, and is fresh."""
    wishes = dict.fromkeys(w for one in problem.loop.interviewers for w in one.wishes)
    asked = [problem.loop.interviewers[slot.interviewer].wishes[slot.wish] for slot in problem.slots]
    here, short = _worth(problem, picks)
    found = []
    for wish in wishes:
        more = replace(
            problem,
            stories=(*problem.stories, Candidate(IDEAL)),
            fits=(*problem.fits, tuple(1000 if w == wish else 0 for w in asked)),
        )
        there, left = _worth(more, solve(more).picks)
        found.append(
            Price("one-more", wish.name, there - here, left - short, f"an ideal story on {wish.name}")
        )
    return sorted(found, key=lambda p: (p.missing, -p.points, p.name))
