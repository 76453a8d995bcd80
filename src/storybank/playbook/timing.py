"""Timing profiles: how long each part of an answer should take."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from storybank.errors import UnknownName
from storybank.text.document import PART_KINDS, PartKind

Seconds = tuple[float, float]
OWN_PROFILE = {"L5": "general", "L6": "l6", "L7": "l7"}
"""The profile that a level uses when nobody chose one."""


@dataclass(frozen=True, slots=True)
class Profile:
    """A named table of targets; `parts` holds (low, high) seconds for the parts that the profile names."""

    name: str
    title: str
    source: str
    total: Seconds
    parts: dict[PartKind, Seconds]


@cache
def profiles() -> dict[str, Profile]:
    """All profiles by name, in the order of the file that people write."""
    # Compiled from `data/timing.toml`: a review would wait for the parser of TOML and nothing else.
    raw = json.loads((files("storybank.playbook") / "data/compiled/timing.json").read_text(encoding="utf-8"))
    return {
        name: Profile(
            name,
            table["title"],
            table["source"],
            (table["total"][0], table["total"][1]),
            {kind: (table[kind][0], table[kind][1]) for kind in PART_KINDS if kind in table},
        )
        for name, table in raw.items()
    }


def profile(name: str) -> Profile:
    """The profile of that name; raises `UnknownName` with the nearest one."""
    known = profiles()
    if name not in known:
        raise UnknownName("timing profile", name, tuple(known))
    return known[name]
