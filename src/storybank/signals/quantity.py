"""What a quantity is: the value that the readers of figures hand on to one another."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Literal

from storybank.signals.tokens import BARRIER

FigureKind = Literal["percent", "money", "time", "count", "ratio", "rating", "words"]

STOPS: Final = frozenset([".", "!", "?", ";", BARRIER, "•"])
DASHES: Final = frozenset(["-", "–", "—", "−"])


@dataclass(frozen=True, slots=True)
class Quantity:
    """Tokens `first` to `end` (exclusive). `value` in whole units, percent or seconds; None when vague.

    `bare` has neither unit nor noun; a `weak` one ("one", "none") counts only as half of a pair; `rate` is
    per time or per thing; `factor` is what the number was multiplied by to give the value; `clock` is a time
    of day; `compound` stands before a noun as in "three-day trial".
    """

    first: int
    end: int
    kind: FigureKind
    value: float | None
    bare: bool = False
    weak: bool = False
    rate: bool = False
    factor: float = 1.0
    clock: bool = False
    compound: bool = False
    pair: bool = False


@dataclass(frozen=True, slots=True)
class Wording:
    """Tokens `first` to `end` (exclusive) tell an outcome in words; `hint` from 0 to 1 as in `Figure`."""

    first: int
    end: int
    hint: float
