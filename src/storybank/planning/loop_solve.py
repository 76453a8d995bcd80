"""The best plan, proven: the problem as an integer programme, solved by HiGHS.

A column for every telling that is allowed; further columns for each employer and category (told at all?), for each
interviewer's missing stories and for missing failure stories. The relaxation of this shape is tight, so 200 stories
and 20 interviewers are a matter of a fraction of a second.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from storybank.planning.loop_problem import Pick, Problem


@dataclass(frozen=True, slots=True)
class Solved:
    """Tellings, what they are worth, and what no choice can exceed (both in points)."""

    picks: tuple[Pick, ...]
    value: int
    bound: int


class Rows:
    """An integer programme being written down, row by row; maximised."""

    def __init__(self) -> None:
        self.gains: list[float] = []
        self.most: list[float] = []
        self.whole: list[bool] = []
        self.low: list[float] = []
        self.high: list[float] = []
        self.starts: list[int] = [0]
        self.index: list[int] = []
        self.factor: list[float] = []

    def column(self, gain: float, most: float = 1.0, whole: bool = False) -> int:
        """A new variable from 0 to `most`; its number."""
        self.gains.append(gain)
        self.most.append(most)
        self.whole.append(whole)
        return len(self.gains) - 1

    def row(self, low: float, high: float, columns: Sequence[int], *more: tuple[int, float]) -> None:
        """`low` <= sum of the columns + further ones with factors <= `high`."""
        self.index.extend(columns)
        self.factor.extend([1.0] * len(columns))
        for column, factor in more:
            self.index.append(column)
            self.factor.append(factor)
        self.starts.append(len(self.index))
        self.low.append(low)
        self.high.append(high)


FREE = float("inf")


def solve(problem: Problem) -> Solved:
    """The best tellings. Deterministic: one thread, one seed."""
    rows, picks = Rows(), []
    by_slot: list[list[int]] = [[] for _ in problem.slots]
    by_story: list[list[int]] = [[] for _ in problem.stories]
    for story in range(len(problem.stories)):
        for slot in range(len(problem.slots)):
            if problem.is_open(story, slot):
                column = rows.column(problem.gain(story, slot), whole=True)
                picks.append((story, slot))
                by_slot[slot].append(column)
                by_story[story].append(column)
    _serve(problem, rows, by_slot)
    _share(problem, rows, by_story, picks)
    _vary(problem, rows, by_story)
    chosen, bound = run(rows)
    told = tuple(pick for pick, value in zip(picks, chosen, strict=False) if value > 0.5)
    return Solved(told, problem.value(told), bound)


def _serve(problem: Problem, rows: Rows, by_slot: list[list[int]]) -> None:
    """Each interviewer hears as many stories as they want, shared among their wishes; short ones cost."""
    for who, one in enumerate(problem.loop.interviewers):
        short = rows.column(-problem.shortfall, one.stories, whole=True)
        own = [k for k, slot in enumerate(problem.slots) if slot.interviewer == who]
        rows.row(one.stories, one.stories, [c for k in own for c in by_slot[k]], (short, 1.0))
        for k in own:
            rows.row(-FREE, problem.slots[k].most, by_slot[k])
            if problem.slots[k].least:
                rows.row(problem.slots[k].least, FREE, by_slot[k], (short, 1.0))


def _share(problem: Problem, rows: Rows, by_story: list[list[int]], picks: list[Pick]) -> None:
    """No story too often, none twice to one interviewer; what is set, is told."""
    names = {one.name: who for who, one in enumerate(problem.loop.interviewers)}
    pins = {(names[name], story_id) for name, story_id in problem.loop.pins}
    for story, columns in enumerate(by_story):
        if len(columns) > 1:
            rows.row(-FREE, problem.loop.repeats, columns)
        by_person: dict[int, list[int]] = {}
        for column in columns:
            by_person.setdefault(problem.slots[picks[column][1]].interviewer, []).append(column)
        for who, own in by_person.items():
            least = 1.0 if (who, problem.stories[story].id) in pins else -FREE
            if least > 0 or (problem.loop.repeats > 1 and len(own) > 1):
                rows.row(least, 1.0, own)


def _vary(problem: Problem, rows: Rows, by_story: list[list[int]]) -> None:
    """Each employer and category counts once, if anything of it is told; enough failure stories."""
    weights, stories = problem.loop.weights, problem.stories
    groups = [(weights.employers, [s.employer == e for s in stories]) for e in problem.employers()]
    groups += [(weights.contexts, [s.category == c for s in stories]) for c in problem.categories()]
    for weight, members in groups:
        if weight:
            seen = rows.column(weight)
            rows.row(0.0, FREE, _of(by_story, members), (seen, -1.0))
    if problem.failures_needed:
        short = rows.column(-problem.shortfall, problem.failures_needed)
        rows.row(problem.failures_needed, FREE, _of(by_story, [s.failure for s in stories]), (short, 1.0))


def _of(by_story: list[list[int]], members: list[bool]) -> list[int]:
    return [c for columns, member in zip(by_story, members, strict=True) if member for c in columns]


def run(rows: Rows) -> tuple[list[float], int]:
    """The best values of the columns, and the proven bound as whole points."""
    if not rows.gains:
        return [], 0
    import highspy
    import numpy as np

    model = highspy.HighsLp()
    model.num_col_, model.num_row_ = len(rows.gains), len(rows.low)
    model.col_cost_ = np.array(rows.gains)
    model.col_lower_ = np.zeros(len(rows.gains))
    model.col_upper_ = np.array(rows.most)
    model.row_lower_ = np.array(rows.low)
    model.row_upper_ = np.array(rows.high)
    model.a_matrix_.format_ = highspy.MatrixFormat.kRowwise
    model.a_matrix_.start_ = np.array(rows.starts, np.int32)
    model.a_matrix_.index_ = np.array(rows.index, np.int32)
    model.a_matrix_.value_ = np.array(rows.factor)
    model.sense_ = highspy.ObjSense.kMaximize
    kinds = (highspy.HighsVarType.kContinuous, highspy.HighsVarType.kInteger)
    model.integrality_ = [kinds[whole] for whole in rows.whole]
    solver: Any = highspy.Highs()  # type: ignore[no-untyped-call]
    options: dict[str, object] = {
        "output_flag": False, "threads": 1, "random_seed": 7, "mip_rel_gap": 0.0,
        "mip_abs_gap": 0.5, "mip_feasibility_tolerance": 1e-7,
    }  # fmt: skip
    for name, value in options.items():  # every objective is a whole number: half a point of gap is none
        solver.setOptionValue(name, value)
    solver.passModel(model)
    solver.run()
    bound = solver.getInfo().mip_dual_bound
    return list(solver.getSolution().col_value), int(np.floor(bound + 0.01))
