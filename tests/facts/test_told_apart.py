"""Things that a story tells apart, relatives, causes that it doubts, proposals that stayed proposals."""

from __future__ import annotations

import pytest

from storybank.facts.check import check_facts

SLIPS = [
    ("The day team blamed the pump. The night team mended it.", "The night team blamed the pump.", "name"),
    ("I painted shed 4 by hand. Shed 9 was left.", "I painted shed 9 by hand.", "name"),
    ("The left oven ran hot for a week. The right oven was new.", "The right oven ran hot for a week.", "name"),
    ("My uncle's farm milks cows. My mother helps.", "My father's farm milks cows.", "name"),
    ("My sister kept the books.", "My brother kept the books.", "name"),
    ("I can't say how much of that was the new rota. Sales rose.", "The new rota caused the rise in sales.", "hedge"),
    ("I never claimed that it was the paint. Rust went.", "The paint led to it, and rust went.", "hedge"),
    ("Somebody suggested a second desk for the lobby. We went home.", "A second desk was put in the lobby.", "hedge"),
    ("On days they did suggest scanning the shelf, and it's being looked at.",
     "Scanning the shelf was introduced.", "hedge"),
]  # fmt: skip
HONEST = [
    ("The day team blamed the pump. The night team mended it.", "The pump was blamed by the day team."),
    ("The left oven ran hot for a week. The right oven was new.", "For a week the left-hand oven ran hot."),
    ("My mother and my father sold the shop.", "My parents sold the shop."),
    ("My mum kept the books and my brother drove.", "My brother drove, and my mother kept the books."),
    ("My sister kept the books.", "The books were kept by one of my siblings."),
    ("I can't say how much of that was the new rota.", "I don't know whether the new rota caused it."),
    ("Somebody suggested a second desk for the lobby. The owner agreed.", "A second desk was approved for the lobby."),
    ("Somebody suggested a second desk, and we did it.", "A second desk was put in."),
    ("Somebody suggested a second desk.", "The suggestion was that a second desk should be put in."),
]  # fmt: skip


@pytest.mark.parametrize(("source", "slip", "kind"), SLIPS)
def test_what_a_story_tells_apart_is_not_exchanged(source: str, slip: str, kind: str) -> None:
    """One of two teams, somebody's uncle, a doubted cause, a mere proposal cannot become another or a fact."""
    assert kind in {i.kind for i in check_facts(source + " It was a cold day.", slip)}


@pytest.mark.parametrize(("source", "honest"), HONEST)
def test_the_same_thing_may_be_told_anew(source: str, honest: str) -> None:
    """The team, the parents, the doubt and what was agreed to may be told in other words."""
    assert check_facts(source + " It was a cold day.", honest) == []
