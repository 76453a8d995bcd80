"""The proof of the plan: an independent judge, who has only the JSON, tries every plan there is."""

from __future__ import annotations

import json

import plan_judge as judge
from hypothesis import HealthCheck, given, settings
from plan_cases import TODAY, large, small_loops

from storybank.planning.fit_table import Fits
from storybank.planning.loop import Loop
from storybank.planning.loop_json import plan_dict
from storybank.planning.loop_plan import plan_loop
from storybank.stories.story import Story

Case = tuple[Loop, tuple[Story, ...], Fits]
QUICK = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def written(case: Case) -> judge.Plan:
    """The plan as another program reads it."""
    loop, bank, fits = case
    made = plan_dict(plan_loop(loop, bank, fits, TODAY), loop, bank, fits, TODAY)
    return dict(json.loads(json.dumps(made)))


@QUICK
@given(small_loops())
def test_no_plan_is_better(case: Case) -> None:
    """Among all plans that keep the limits none is worth more, and value and bound say just that."""
    plan = written(case)
    assert judge.kept(plan, judge.tellings(plan))
    assert judge.worth(plan, judge.tellings(plan)) == plan["value"] == plan["bound"] == judge.best(plan)
    assert plan["optimal"] is True


@QUICK
@given(small_loops())
def test_terms_add_up(case: Case) -> None:
    """Each term is what the judge counts, weight times amount, and together they are the value."""
    plan = written(case)
    counted = judge.amounts(plan, judge.tellings(plan))
    for term in plan["terms"]:
        assert abs(term["amount"] - counted[term["name"]]) < 1e-9
        assert term["points"] == round(term["weight"] * term["amount"])
    assert sum(term["points"] for term in plan["terms"]) == plan["value"]
    assert sum(x["short"] for x in plan["limits"]) == counted["shortfall"]


@QUICK
@given(small_loops())
def test_no_reserves_are_better(case: Case) -> None:
    """Stories in reserve are told nowhere, may be told there, and no choice of them is worth more."""
    plan = written(case)
    told = {story for _, _, story in judge.tellings(plan)}
    assert not told & {a["backup"]["story"] for a in plan["assignments"] if a["backup"]}
    assert plan["backups"]["value"] == plan["backups"]["bound"] == judge.best_backups(plan)


@QUICK
@given(small_loops())
def test_the_alternative_costs_what_it_says(case: Case) -> None:
    """Put in place, the next best story keeps the limits and loses exactly the points that were said."""
    plan = written(case)
    told = judge.tellings(plan)
    for place, one in enumerate(plan["assignments"]):
        if one["alternative"]:
            other = [*told]
            other[place] = (one["interviewer"], one["wish"], one["alternative"]["story"])
            assert judge.kept(plan, other)
            assert plan["value"] - judge.worth(plan, other) == one["alternative"]["loss"] >= 0


@QUICK
@given(small_loops())
def test_order_of_the_bank_does_not_matter(case: Case) -> None:
    """The same stories in another order give the same plan."""
    loop, bank, fits = case
    assert written(case) == written((loop, bank[::-1], fits))


def test_a_large_loop_is_solved_and_proven() -> None:
    """200 stories and 20 interviewers: everyone is served, and value and bound meet."""
    plan = written(large(200, 20))
    assert plan["optimal"]
    assert plan["value"] == plan["bound"]
    assert judge.kept(plan, judge.tellings(plan))
    assert judge.worth(plan, judge.tellings(plan)) == plan["value"]
    assert len(plan["assignments"]) == 40
