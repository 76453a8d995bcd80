"""A story in reserve for every telling: for the question that was not the one expected, or was asked already.

Reserves come from stories that are told nowhere in the loop. One story may stand in reserve for several tellings, at
a cost, since once told it is gone; the choice is solved to its optimum like the plan itself.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from storybank.planning.loop_problem import Pick, Problem

AGAIN = 200
"""Points that each further use of one story in reserve costs."""
_NEAREST = 60  # candidates a telling: no optimum needs more than one each, plus those that others want


@dataclass(frozen=True, slots=True)
class Backups:
    """The row of the reserve story for each telling (None: none is left), with value and bound in points."""

    stories: tuple[int | None, ...]
    value: int
    bound: int


def spare(problem: Problem, picks: Sequence[Pick]) -> list[int]:
    """Stories that the plan does not tell."""
    told = {story for story, _ in picks}
    return [row for row in range(len(problem.stories)) if row not in told]


def backup_value(problem: Problem, picks: Sequence[Pick], chosen: Sequence[int | None]) -> int:
    """What reserves are worth: their fit in thousandths, less `AGAIN` for each further use of one story."""
    used = [story for story in chosen if story is not None]
    fit = sum(problem.fits[b][slot] for b, (_, slot) in zip(chosen, picks, strict=True) if b is not None)
    return fit - AGAIN * (len(used) - len(set(used)))


def choose_backups(problem: Problem, picks: Sequence[Pick]) -> Backups:
    """The best reserves for a plan."""
    from storybank.planning.loop_solve import FREE, Rows, run

    rows, pairs = Rows(), []
    by_story: dict[int, list[int]] = {}
    free = spare(problem, picks)
    for telling, (_, slot) in enumerate(picks):
        able = [row for row in free if problem.is_open(row, slot) and problem.fits[row][slot] > 0]
        able.sort(key=lambda row: (-problem.fits[row][slot], row))
        own = []
        for row in able[: max(_NEAREST, len(picks))]:
            own.append(rows.column(problem.fits[row][slot], whole=True))
            pairs.append((telling, row))
            by_story.setdefault(row, []).append(own[-1])
        if own:
            rows.row(-FREE, 1.0, own)
    for columns in by_story.values():
        if len(columns) > 1:
            again = rows.column(-AGAIN, len(columns))
            pairs.append((-1, -1))
            rows.row(-FREE, 1.0, columns, (again, -1.0))
    values, bound = run(rows)
    chosen: list[int | None] = [None] * len(picks)
    for (telling, row), value in zip(pairs, values, strict=True):
        if telling >= 0 and value > 0.5:
            chosen[telling] = row
    return Backups(tuple(chosen), backup_value(problem, picks, chosen), bound)
