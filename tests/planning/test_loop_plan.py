"""What the plan does with each limit and each term, and what it says."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from plan_cases import TODAY, FitTable, person, story, table

from storybank.errors import BadLoop, NoSuchStory
from storybank.planning.loop import Loop, Plan, Weights
from storybank.planning.loop_json import plan_dict
from storybank.planning.loop_plan import plan_loop
from storybank.stories.story import Told

PLAIN = Weights(0, 0, 0, 0)
ONE = person("Ada", "ownership", stories=1)


def told(plan: Plan) -> list[str]:
    """Ids in the order of the day."""
    return [a.story for a in plan.assignments]


def test_each_wish_gets_its_share() -> None:
    """Two stories for two wishes are one each, even where one wish could be served twice at a higher score."""
    bank = (story(1), story(2), story(3))
    fits = table({
        "s001": {"ownership": 0.9}, "s002": {"ownership": 0.8}, "s003": {"ownership": 0.1, "dive-deep": 0.1},
    })  # fmt: skip
    plan = plan_loop(Loop((person("Ada", "ownership", "dive-deep"),), failures=0, weights=PLAIN), bank, fits)
    assert {(a.wish, a.story) for a in plan.assignments} == {(0, "s001"), (1, "s003")}
    assert plan.assignments[0].backup == "s002"


@pytest.mark.parametrize(("company", "said"), [("Zeta", "has not heard"), ("", "no company is named")])
def test_freshness_says_for_whom(company: str, said: str) -> None:
    """Without a company nobody can have heard anything: the term says so instead of praising the plan for it."""
    plan = plan_loop(
        Loop((ONE,), company=company, failures=0), (story(1),), table({"s001": {"ownership": 0.9}})
    )
    assert said in next(term.text for term in plan.terms if term.name == "freshness")


def test_no_story_twice() -> None:
    """The best story is told once in the loop, unless repeats are allowed; never twice to one person."""
    bank = (story(1), story(2))
    fits = table({"s001": {"ownership": 0.9}, "s002": {"ownership": 0.2}})
    loop = Loop((ONE, person("Bo", "ownership", stories=1)), failures=0, weights=PLAIN)
    assert sorted(told(plan_loop(loop, bank, fits))) == ["s001", "s002"]
    assert told(plan_loop(replace(loop, repeats=2), bank, fits)) == ["s001", "s001"]
    alone = Loop((person("Ada", "ownership"),), repeats=2, failures=0)
    assert sorted(told(plan_loop(alone, bank, fits))) == ["s001", "s002"]


@pytest.mark.parametrize(
    ("heard", "kept_back"),
    [
        (Told(TODAY, "ZETA ", "", "ada"), True),
        (Told(TODAY, "Zeta", "Screen", ""), True),
        (Told(TODAY, "Other", "Screen", "Ada"), False),
        (Told(TODAY, "Zeta", "", "Bo"), False),
    ],
)
def test_nobody_hears_a_story_again(heard: Told, kept_back: bool) -> None:
    """A story told to this person, or in this round, of this company is barred there, whatever the spelling."""
    bank = (story(1, told=(heard,)), story(2))
    fits = table({"s001": {"ownership": 0.9}, "s002": {"ownership": 0.5}})
    loop = Loop((person("Ada", "ownership", stories=1, round="screen"),), "Zeta", failures=0, weights=PLAIN)
    assert told(plan_loop(loop, bank, fits, TODAY)) == (["s002"] if kept_back else ["s001"])


def test_freshness_decides_between_equals() -> None:
    """What the company never heard goes before what it heard long ago, and that before what it heard lately."""
    bank = (
        story(1, told=(Told(date(2026, 1, 1), "Zeta", "", "Cy"),)),
        story(2, told=(Told(date(2022, 1, 1), "Zeta", "", "Cy"),)),
        story(3),
    )
    fits = table({s.id: {"ownership": 0.8} for s in bank})
    loop = Loop((ONE,), "Zeta", failures=0)
    assert told(plan_loop(loop, bank, fits, TODAY)) == ["s003"]
    assert told(plan_loop(loop, bank[:2], fits, TODAY)) == ["s002"]


def test_larger_stories_come_later() -> None:
    """Of two stories that fit alike, the larger is told to the last interviewer."""
    bank = (story(1, level="L7"), story(2, level="L5"))
    fits = table({s.id: {"ownership": 0.8} for s in bank})
    loop = Loop((ONE, person("Bo", "ownership", stories=1)), failures=0)
    assert told(plan_loop(loop, bank, fits)) == ["s002", "s001"]


def test_a_failure_is_told() -> None:
    """One failure story is in the plan even if others fit better; without any, the plan says that one is missing."""
    bank = (story(1), story(2, themes=("failure-and-learning",)))
    fits = table({"s001": {"ownership": 0.9}, "s002": {"ownership": 0.3}})
    plan = plan_loop(Loop((ONE,)), bank, fits)
    assert told(plan) == ["s002"]
    assert "the loop needs a failure story" in plan.assignments[0].reasons
    none = plan_loop(Loop((ONE,)), bank[:1], fits)
    assert not none.shortfalls
    assert "no failure story" in none.notices[0]


def test_a_failure_that_only_the_words_tell_is_named() -> None:
    """Where no story is confirmed as a failure, the plan names the one that reads like it, and how to confirm it."""
    fits = table({"s001": {"ownership": 0.9}, "s002": {"ownership": 0.3, "failure-and-learning": 0.4}})
    said = plan_loop(Loop((ONE,)), (story(1), story(2)), fits).notices[0]
    assert "“Story 2”" in said
    assert "storybank tag s002 --add failure-and-learning" in said


def test_fewer_failures_than_wanted_are_said() -> None:
    """The plan asks for no more failure stories than there are, and says so."""
    bank = (story(1, themes=("failure-and-learning",)), story(2))
    fits = table({s.id: {"ownership": 0.9} for s in bank})
    plan = plan_loop(Loop((ONE,), failures=3), bank, fits)
    assert plan.missing == 0
    assert plan.notices[0] == "you want 3 failure stories and the bank has 1: no more is asked for"


def test_what_is_set_is_told() -> None:
    """A story that the owner sets for somebody is told to them, though retired or heard before, and not swapped."""
    bank = (story(1, status="retired", told=(Told(TODAY, "Zeta", "", "Ada"),)), story(2))
    fits = table({"s002": {"ownership": 0.9}})
    plan = plan_loop(
        Loop((ONE,), "Zeta", failures=0, pins=(("Ada", "s001"),), least_fit=0.5), bank, fits, TODAY
    )
    assert told(plan) == ["s001"]
    assert plan.assignments[0].swap is None
    assert "you set it" in plan.assignments[0].reasons


def test_left_out_stories_are_named() -> None:
    """Retired stories, and those that the owner leaves out, are not told; the plan says so."""
    bank = (story(1, status="retired"), story(2), story(3))
    fits = table({s.id: {"ownership": 0.9} for s in bank})
    plan = plan_loop(Loop((ONE,), failures=0, without=("s002",)), bank, fits)
    assert told(plan) == ["s003"]
    assert plan.notices == ("left out: s001 (it is retired); s002 (you left it out)",)


@pytest.mark.parametrize(("wanted", "fit", "words"), [(1, 0.9, "costs 600 points; --failures 0"), (1, 0.35, ""),
                                                       (0, 0.9, "")])  # fmt: skip
def test_a_dear_failure_story_is_priced(wanted: int, fit: float, words: str) -> None:
    """Where a short loop pays much for its failure story, it is told the price and the way out."""
    bank = (story(1), story(2, themes=("failure-and-learning",)))
    fits = table({"s001": {"ownership": fit}, "s002": {"ownership": 0.3}})
    notices = plan_loop(Loop((ONE,), failures=wanted, weights=PLAIN), bank, fits).notices
    assert [words in notice for notice in notices] == ([True] if words else [])


def test_a_longer_loop_hears_nothing_of_that() -> None:
    """Among many stories one failure is what an interviewer expects."""
    bank = tuple(story(n, themes=("failure-and-learning",) if n == 9 else ()) for n in range(1, 10))
    fits = table({f"s00{n}": {"ownership": 0.0 if n == 9 else 0.9} for n in range(1, 10)})
    loop = Loop((person("Ada", "ownership", stories=5),), weights=PLAIN)
    assert plan_loop(loop, bank, fits).notices == ()


def test_an_empty_bank() -> None:
    """Without stories the plan is empty, proven, and says who gets nothing."""
    plan = plan_loop(Loop((ONE,)), (), FitTable({}))
    assert plan.optimal
    assert plan.assignments == ()
    assert plan.shortfalls[0].startswith("Ada wants 1 and gets 0")
    assert [r.text for r in plan.remedies] == ["write 1 more story"]


@pytest.mark.parametrize(
    ("loop", "words"),
    [
        (Loop(()), "no interviewers"),
        (Loop((ONE, ONE)), "two interviewers are called 'Ada'"),
        (Loop((ONE, person(" ADA ", "dive-deep"))), "two interviewers are called"),
        (Loop((person("Ada"),)), "no principle or theme"),
        (Loop((replace(ONE, stories=0),)), "between 1 and 10"),
        (Loop((ONE,), pins=(("Bo", "s001"),)), "not in the loop"),
        (Loop((ONE,), pins=(("Ada", "s001"),), without=("s001",)), "both set"),
        (Loop((ONE, replace(ONE, name="Bo")), pins=(("Ada", "s001"), ("Bo", "s001"))), "set more often"),
        (Loop((ONE,), pins=(("Ada", "s001"), ("Ada", "s002"))), "more stories are set for Ada"),
    ],
)
def test_contradictions_are_refused(loop: Loop, words: str) -> None:
    """A loop that contradicts itself is refused with the reason."""
    with pytest.raises(BadLoop, match=words):
        plan_loop(loop, (story(1), story(2)), FitTable({}))


def test_set_story_must_exist() -> None:
    """A story that is set but not in the bank is named."""
    with pytest.raises(NoSuchStory, match="s009"):
        plan_loop(Loop((ONE,), pins=(("Ada", "s009"),)), (story(1),), FitTable({}))


def test_masked_employers_stay_masked() -> None:
    """A masked employer is in the JSON under a number: still told apart, never named."""
    bank = (
        story(1, employer="Secret Ltd", masked=True),
        story(2, employer="secret  ltd"),
        story(3, employer="North"),
    )
    fits = table({s.id: {"ownership": 0.9} for s in bank})
    loop = Loop((ONE,), failures=0)
    found = plan_dict(plan_loop(loop, bank, fits), loop, bank, fits)
    employers = [s["employer"] for s in found["stories"]]
    assert employers[0] == employers[1] != employers[2]
    assert "secret" not in str(found).lower()


def test_no_wish_is_forgotten() -> None:
    """Four stories for three wishes are two, one and one: two wishes served twice would leave the third without."""
    bank = tuple(story(k) for k in range(4))
    fits = table({s.id: {"ownership": 0.9, "dive-deep": 0.9} for s in bank})
    loop = Loop((person("Ada", "ownership", "dive-deep", "frugality", stories=4),), failures=0, weights=PLAIN)
    assert sorted(a.wish for a in plan_loop(loop, bank, fits).assignments) in ([0, 0, 1, 2], [0, 1, 1, 2])
