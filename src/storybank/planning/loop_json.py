"""The plan for other programs: everything that is needed to compute the objective again and to check the optimum.

`docs/loop-plan.md` describes the object, field for field.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict
from datetime import date
from typing import Any

from storybank.planning.fit_table import Fits
from storybank.planning.loop import PERFECT, Loop, Plan
from storybank.planning.loop_backup import AGAIN
from storybank.planning.loop_problem import Problem, problem_of
from storybank.stories.story import Story


def plan_dict(
    plan: Plan, loop: Loop, stories: Sequence[Story], fits: Fits, today: date | None = None
) -> dict[str, Any]:
    """The object of the contract, without its version."""
    problem = problem_of(loop, stories, fits, today)
    by_id = {s.id: s for s in stories}
    return {
        "company": loop.company,
        "level": loop.level,
        "on": today.isoformat() if today else None,
        "interviewers": _interviewers(problem),
        "stories": _stories(problem, by_id),
        "left_out": [{"story": story, "reason": why} for story, why in problem.left_out],
        "fits": {
            "columns": [[s.interviewer, s.wish] for s in problem.slots],
            "rows": [s.id for s in problem.stories],
            "scores": [[score / 1000 for score in row] for row in problem.fits],
        },
        "assignments": _assignments(plan, loop, by_id),
        "limits": [{"name": x.name, "text": x.text, "met": not x.short, "short": x.short, **x.detail}
                   for x in plan.limits],
        "terms": [asdict(term) for term in plan.terms],
        "value": plan.value,
        "bound": plan.bound,
        "optimal": plan.optimal,
        "perfect_fit": PERFECT,
        "backups": {"again": AGAIN, "value": plan.backup_value, "bound": plan.backup_bound},
        "shortfalls": list(plan.shortfalls),
        "remedies": [asdict(one) for one in plan.remedies],
        "notices": list(plan.notices),
        "prices": [asdict(one) for one in plan.prices],
    }  # fmt: skip


def _interviewers(problem: Problem) -> list[dict[str, Any]]:
    return [
        {
            "name": one.name, "round": one.round, "stories": one.stories, "rise": problem.rise[who] / 10,
            "wishes": [wish._asdict() for wish in one.wishes],
        }
        for who, one in enumerate(problem.loop.interviewers)
    ]  # fmt: skip


def _stories(problem: Problem, by_id: dict[str, Story]) -> list[dict[str, Any]]:
    """Facts of each story that may be told; a masked employer appears under a number."""
    names = problem.employers()
    masked = {c.employer for c in problem.stories if by_id[c.id].masked}
    label = {n: f"masked-{k}" if n in masked else n for k, n in enumerate(names, 1)}
    return [
        {
            "id": one.id, "title": by_id[one.id].title, "employer": label.get(one.employer),
            "category": one.category, "size": one.size, "failure": one.failure, "freshness": one.fresh / 10,
        }
        for one in problem.stories
    ]  # fmt: skip


def _assignments(plan: Plan, loop: Loop, by_id: dict[str, Story]) -> list[dict[str, Any]]:
    return [
        {
            "interviewer": one.interviewer, "wish": one.wish, "story": one.story,
            "name": loop.interviewers[one.interviewer].name,
            "wants": loop.interviewers[one.interviewer].wishes[one.wish].name,
            "title": by_id[one.story].title, "fit": one.fit.score, "band": one.fit.band, "points": one.points,
            "reasons": list(one.reasons),
            "backup": None if one.backup is None else {"story": one.backup, "fit": one.backup_fit},
            "alternative": asdict(one.swap) if one.swap else None,
        }
        for one in plan.assignments
    ]  # fmt: skip
