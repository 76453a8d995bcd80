"""A second opinion on a loop plan, from its JSON object alone: what it is worth, and the best there could be.

Nothing of storybank is imported: this is `docs/loop-plan.md` put into code by somebody who has only read that page.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import product
from typing import Any

Plan = dict[str, Any]
Telling = tuple[int, int, str]
"""Interviewer, wish, story."""


def tellings(plan: Plan) -> list[Telling]:
    """What the plan decided."""
    return [(a["interviewer"], a["wish"], a["story"]) for a in plan["assignments"]]


def limit(plan: Plan, name: str) -> Plan:
    """The limit of that name."""
    return next(x for x in plan["limits"] if x["name"] == name)


def fit(plan: Plan, one: Telling) -> float:
    """The fit of a telling, from the matrix."""
    table = plan["fits"]
    column = table["columns"].index([one[0], one[1]])
    return float(table["scores"][table["rows"].index(one[2])][column])


def kept(plan: Plan, told: list[Telling]) -> bool:
    """True when every limit that nothing can excuse is kept."""
    barred = {(b["story"], b["interviewer"]) for b in limit(plan, "told-before")["barred"]}
    pins = {(p["story"], p["interviewer"]) for p in limit(plan, "set")["pins"]}
    least = limit(plan, "least-fit")["least"]
    if any(n > limit(plan, "repeats")["most"] for n in Counter(s for _, _, s in told).values()):
        return False
    heard = [(s, who) for who, _, s in told]
    if len(set(heard)) < len(heard) or barred & set(heard) or pins - set(heard):
        return False
    if any(fit(plan, one) < least - 1e-9 and (one[2], one[0]) not in pins for one in told):
        return False
    for rule in (x for x in plan["limits"] if x["name"] == "stories"):
        own = [wish for who, wish, _ in told if who == rule["interviewer"]]
        short = rule["stories"] - len(own)
        if short < 0:
            return False
        for wish in rule["wishes"]:
            count = own.count(wish["wish"])
            if count > wish["most"] or count < wish["least"] - short:
                return False
    return True


def amounts(plan: Plan, told: list[Telling]) -> dict[str, float]:
    """The amount of every term of the objective."""
    facts = {s["id"]: s for s in plan["stories"]}
    people = plan["interviewers"]
    failures = sum(facts[s]["failure"] for _, _, s in told)
    short = sum(p["stories"] for p in people) - len(told)
    return {
        "fit": sum(fit(plan, one) for one in told),
        "freshness": sum(facts[s]["freshness"] for _, _, s in told),
        "employers": len({facts[s]["employer"] for _, _, s in told} - {None}),
        "contexts": len({facts[s]["category"] for _, _, s in told} - {None}),
        "rising": sum(people[who]["rise"] * facts[s]["size"] for who, _, s in told),
        "shortfall": short + max(0, limit(plan, "failures")["least"] - failures),
    }


def worth(plan: Plan, told: list[Telling]) -> int:
    """The objective in points."""
    found = amounts(plan, told)
    points: float = sum(term["weight"] * found[term["name"]] for term in plan["terms"])
    return round(points)


def every_plan(plan: Plan) -> Iterator[list[Telling]]:
    """All sets of tellings that keep the limits; small cases only."""
    ids = plan["fits"]["rows"]
    places = []
    for who, one in enumerate(plan["interviewers"]):
        # a story is told to an interviewer for one of the wishes, or not at all
        places += [(who, story, [None, *range(len(one["wishes"]))]) for story in ids]
    for choice in product(*(wishes for _, _, wishes in places)):
        told = [
            (who, wish, story)
            for (who, story, _), wish in zip(places, choice, strict=True)
            if wish is not None
        ]
        if kept(plan, told):
            yield told


def best(plan: Plan) -> int:
    """What no plan can exceed, by trying them all."""
    return max(worth(plan, told) for told in every_plan(plan))


def best_backups(plan: Plan) -> int:
    """The best worth of stories in reserve, by trying them all."""
    told = {a["story"] for a in plan["assignments"]}
    barred = {(b["story"], b["interviewer"]) for b in limit(plan, "told-before")["barred"]}
    options: list[list[str | None]] = []
    for one in plan["assignments"]:
        place = (one["interviewer"], one["wish"])
        able = [s for s in plan["fits"]["rows"] if s not in told and (s, one["interviewer"]) not in barred
                and fit(plan, (*place, s)) >= max(limit(plan, "least-fit")["least"], 0.001)]  # fmt: skip
        options.append([None, *able])
    places = [(a["interviewer"], a["wish"]) for a in plan["assignments"]]
    top = 0
    for choice in product(*options):
        used = [s for s in choice if s is not None]
        points = sum(
            round(1000 * fit(plan, (*p, s))) for p, s in zip(places, choice, strict=True) if s is not None
        )
        top = max(top, points - plan["backups"]["again"] * (len(used) - len(set(used))))
    return top


def without_story(plan: Plan, story: str) -> Plan:
    """The same case with a story less."""
    table, row = plan["fits"], plan["fits"]["rows"].index(story)
    limits = []
    for rule in plan["limits"]:
        if rule["name"] == "failures":
            left = [s for s in rule["stories"] if s != story]
            rule = {**rule, "stories": left, "least": min(rule["wanted"], len(left))}
        if rule["name"] == "told-before":
            rule = {**rule, "barred": [b for b in rule["barred"] if b["story"] != story]}
        limits.append(rule)
    return {
        **plan,
        "limits": limits,
        "stories": [s for s in plan["stories"] if s["id"] != story],
        "fits": {
            **table,
            "rows": table["rows"][:row] + table["rows"][row + 1 :],
            "scores": table["scores"][:row] + table["scores"][row + 1 :],
        },
    }


def with_ideal(plan: Plan, wish: str) -> Plan:
    """The same case with one story more, which fits one wish perfectly and nothing else."""
    people, table = plan["interviewers"], plan["fits"]
    scores = [float(people[who]["wishes"][k]["name"] == wish) for who, k in table["columns"]]
    ideal = {"id": "ideal", "employer": None, "category": None, "size": 0, "failure": False, "freshness": 1.0}
    return {
        **plan,
        "stories": [*plan["stories"], ideal],
        "fits": {**table, "rows": [*table["rows"], "ideal"], "scores": [*table["scores"], scores]},
    }


def best_pair(plan: Plan) -> tuple[int, int]:
    """The fewest stories that must be missing, and the most points beside that."""
    top = (-1000, 0)
    weights = {t["name"]: t["weight"] for t in plan["terms"] if t["name"] != "shortfall"}
    for told in every_plan(plan):
        found = amounts(plan, told)
        rest = round(sum(weight * found[name] for name, weight in weights.items()))
        top = max(top, (-round(found["shortfall"]), rest))
    return -top[0], top[1]
