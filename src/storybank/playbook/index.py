"""The compiled tables: cards for listings, all questions, and the index that search uses."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TypeVar

import msgspec
from msgspec import Struct

from storybank.playbook.model import Question
from storybank.playbook.shelf import Shelf, shipped_folder

COMPILED = shipped_folder() / "compiled"
T = TypeVar("T")


class Card(Struct, frozen=True):
    """What a listing says of an entry."""

    kind: str
    name: str
    title: str
    summary: str
    level: str
    group: str
    principles: list[str]
    themes: list[str]
    number: int


class Catalogue(Struct, frozen=True):
    """The cards of all entries."""

    cards: list[Card]


class Postings(Struct, frozen=True):
    """An inverted index: the length of each entry in terms, and for each term the entries it stands in."""

    lengths: list[int]
    where: dict[str, list[tuple[int, int]]]


def questions(shelf: Shelf) -> list[Question]:
    """All questions on the shelf."""
    return _table(shelf, "questions.json", list[Question])


def cards(shelf: Shelf, kind: str | None = None) -> list[Card]:
    """The cards of all entries, or of those of one kind."""
    every = _table(shelf, "catalogue.json", Catalogue).cards
    return [card for card in every if kind is None or card.kind == kind]


def postings(shelf: Shelf) -> Postings:
    """The index that search uses; its entries stand in the order of `cards`."""
    return _table(shelf, "search.json", Postings)


def _table(shelf: Shelf, name: str, wanted: type[T]) -> T:
    """A compiled table; compiled now when somebody's own folders are on the shelf."""
    if not shelf.own:
        return _shipped_table(name, wanted)
    return msgspec.json.decode(_compiled_now(shelf)[name], type=wanted)


def _shipped_table(name: str, wanted: type[T]) -> T:
    return msgspec.json.decode((Path(COMPILED) / name).read_bytes(), type=wanted)


@cache
def _compiled_now(shelf: Shelf) -> dict[str, bytes]:
    from storybank.playbook.compile import compiled

    return compiled(shelf)
