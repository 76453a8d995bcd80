"""Prices: each is the difference between two optima, which the judge finds for himself."""

from __future__ import annotations

import json
from dataclasses import replace

import plan_judge as judge
from hypothesis import HealthCheck, given, settings
from plan_cases import TODAY, person, small_loops, story, table

from storybank.planning.fit_table import Fits
from storybank.planning.loop import Loop, Weights
from storybank.planning.loop_json import plan_dict
from storybank.planning.loop_plan import plan_loop
from storybank.stories.story import Story, Told

Case = tuple[Loop, tuple[Story, ...], Fits]
FEW = settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
PLAIN = Weights(0, 0, 0, 0)


def priced(case: Case) -> judge.Plan:
    """The plan with prices, as another program reads it."""
    loop, bank, fits = case
    return dict(json.loads(json.dumps(
        plan_dict(plan_loop(loop, bank, fits, TODAY, prices=True), loop, bank, fits, TODAY)
    )))  # fmt: skip


@FEW
@given(small_loops())
def test_price_of_a_story(case: Case) -> None:
    """What a story of the plan is worth is what the best plan without it falls short by."""
    plan = priced(case)
    short, points = judge.best_pair(plan)
    for price in (p for p in plan["prices"] if p["kind"] == "story"):
        left, rest = judge.best_pair(judge.without_story(plan, price["name"]))
        assert (price["missing"], price["points"]) == (left - short, points - rest)


@FEW
@given(small_loops())
def test_one_more_story(case: Case) -> None:
    """What one more story buys is what the best plan with an ideal one adds."""
    plan = priced(case)
    short, points = judge.best_pair(plan)
    prices = [p for p in plan["prices"] if p["kind"] == "one-more"]
    assert {p["name"] for p in prices} == {w["name"] for i in plan["interviewers"] for w in i["wishes"]}
    for price in prices[:1]:
        left, rest = judge.best_pair(judge.with_ideal(plan, price["name"]))
        assert (price["missing"], price["points"]) == (left - short, rest - points)


def test_price_of_a_term() -> None:
    """A term costs what the others would gain without it: here variety took a worse story."""
    bank = (story(1, employer="North"), story(2, employer="North"), story(3, employer="South"))
    fits = table({"s001": {"ownership": 0.9}, "s002": {"ownership": 0.9}, "s003": {"ownership": 0.85}})
    loop = Loop((person("Ada", "ownership"),), weights=Weights(0, 60, 0, 0), failures=0)
    plan = plan_loop(loop, bank, fits, prices=True)
    assert {a.story for a in plan.assignments} >= {"s003"}
    assert [(p.name, p.points) for p in plan.prices if p.kind == "term"] == [("employers", 50)]


def test_price_of_the_failure_story() -> None:
    """The limit that a failure is told costs what the better story would have brought."""
    bank = (story(1), story(2, themes=("failure-and-learning",)))
    fits = table({"s001": {"ownership": 0.9}, "s002": {"ownership": 0.4}})
    loop = Loop((person("Ada", "ownership", stories=1),), weights=PLAIN)
    plan = plan_loop(loop, bank, fits, prices=True)
    assert [a.story for a in plan.assignments] == ["s002"]
    assert {p.name: p.points for p in plan.prices if p.kind == "limit"} == {"repeats": 0, "failures": 500}


def test_remedies_are_those_that_help() -> None:
    """With too few stories, remedies say how many would still be missing; what would not help is not offered."""
    bank = (story(1), story(2))
    fits = table({"s001": {"ownership": 0.9}, "s002": {"ownership": 0.4}})
    loop = Loop(
        (person("Ada", "ownership"), person("Bo", "ownership")), failures=0, least_fit=0.5, weights=PLAIN
    )
    plan = plan_loop(loop, bank, fits)
    assert len(plan.assignments) == 1
    assert [(r.text.split(" (")[0], r.missing) for r in plan.remedies] == [
        ("write 3 more stories", 0),
        ("plan fewer stories for Ada, Bo", 1),
        ("let a story be told 2 times", 2),
        ("take worse fits too", 2),
    ]


def test_told_before_can_be_lifted() -> None:
    """When what people heard stands in the way, letting them hear it again is offered, and works."""
    told = (Told(TODAY, "Zeta", "", "Ada"),)
    bank, fits = (story(1, told=told),), table({"s001": {"ownership": 0.9}})
    loop = Loop((person("Ada", "ownership", stories=1),), "Zeta", failures=0)
    plan = plan_loop(loop, bank, fits, TODAY)
    assert plan.assignments == ()
    assert plan.shortfalls[0].endswith("1 is barred because it was heard before")
    assert plan.remedies[0].missing == 0
    again = plan_loop(replace(loop, told_again=True), bank, fits, TODAY)
    assert [a.story for a in again.assignments] == ["s001"]


def test_stories_to_write_are_those_that_help() -> None:
    """Failure stories are asked for where failures are missing, as many as do help, and what is promised holds."""
    heard = story(1, themes=("failure-and-learning",), told=(Told(TODAY, "Zeta", "", "Ada"),))
    bank = (heard, story(2), story(3))
    fits = table({s.id: {"ownership": 0.8} for s in bank})
    loop = Loop((person("Ada", "ownership"),), "Zeta", failures=2)
    plan = plan_loop(loop, bank, fits, TODAY)
    assert plan.missing == 1
    written = next(r for r in plan.remedies if r.text.startswith("write"))
    assert (written.text, written.missing) == ("write 2 more failure stories", 0)
    new = tuple(story(k, themes=("failure-and-learning",)) for k in (4, 5))
    assert plan_loop(loop, (*bank, *new), fits, TODAY).missing == 0
    assert plan_loop(loop, (*bank, new[0]), fits, TODAY).missing == 1
    both = plan_loop(Loop((person("Ada", "ownership", stories=4),), "Zeta", failures=1), bank, fits, TODAY)
    assert "write 2 more stories, 1 of them about a failure" in [r.text for r in both.remedies]


def test_what_stands_in_the_way_is_said() -> None:
    """Stories that were heard, and those that fit too badly, are counted beside those that may be told."""
    bank = (story(1, told=(Told(TODAY, "Zeta", "", "Ada"),)), story(2), story(3), story(4))
    fits = table({"s001": {"ownership": 0.9}, "s002": {"ownership": 0.9}, "s003": {"ownership": 0.2}})
    loop = Loop((person("Ada", "ownership"),), "Zeta", failures=0, least_fit=0.5)
    said = plan_loop(loop, bank, fits, TODAY).shortfalls[0]
    assert "1 of 4 stories may be told there" in said
    assert "1 is barred because it was heard before" in said
    assert "2 are worse than the least fit of 0.5" in said


def test_no_more_failure_stories_are_asked_for_than_are_heard() -> None:
    """Ten failures cannot be told in two tellings: two stories would help, and what is left over is said."""
    bank = (story(1, themes=("failure-and-learning",)),)
    fits = table({"s001": {"dive-deep": 0.9}})
    loop = Loop((person("Ada", "ownership"),), failures=10, least_fit=0.5)
    plan = plan_loop(loop, bank, fits)
    written = next(r for r in plan.remedies if r.text.startswith("write"))
    assert (plan.missing, written.text, written.missing) == (3, "write 2 more failure stories", 1)
