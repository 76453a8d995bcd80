"""Tags: suggested by the reviewer with the words they rest on, confirmed by the owner."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from storybank.errors import UnknownName
from storybank.playbook.names import PRINCIPLES, THEMES
from storybank.ports import Store
from storybank.usecases.keep_story import find, kebab, review_story

MOST = 3
"""Principles that a story is told for: with more, none of them stands out."""


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A principle that the story seems to show; `confirmed` when its owner said so already."""

    name: str
    strength: float
    quotes: tuple[str, ...]
    confirmed: bool


def suggestions(store: Store, given: str) -> tuple[Suggestion, ...]:
    """What the reviewer would tag a story with, best first; raises what `review_story` raises."""
    confirmed = set(map(kebab, find(store, given).principles))
    report = review_story(store, given)
    return tuple(
        Suggestion(
            shown.name, shown.strength, tuple(q.quote for q in shown.evidence), shown.name in confirmed
        )
        for shown in report.principles[:MOST]
    )


def known(names: Iterable[str], also: Iterable[str] = ()) -> list[tuple[str, str]]:
    """Each name as the playbook writes it, with the field it belongs to; raises `UnknownName`.

    `also` holds values of companies, which stand among the principles.
    """
    principles = tuple(dict.fromkeys((*PRINCIPLES, *also)))
    found = []
    for name in names:
        wanted = kebab(name)
        if wanted not in (*principles, *THEMES):
            raise UnknownName("principle or theme", name, (*principles, *THEMES))
        found.append((wanted, "themes" if wanted in THEMES else "principles"))
    return found
