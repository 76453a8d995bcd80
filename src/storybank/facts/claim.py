"""A claim: one thing that a text states and that somebody could check."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from storybank.text.span import Span

ClaimKind = Literal["figure", "name", "date", "role", "rank", "scope", "quantity"]
Hedge = Literal["exact", "about", "below", "above"]


@dataclass(frozen=True, slots=True)
class Claim:
    """What is claimed, where, and its normal form.

    `span` and `quote` are of the text it was found in. `key` is the normal form: equal keys, equal claims, however
    they are written. `value` is a number in whole units, percent or seconds, None where there is none; `unit` names
    what it measures ("percent", "gbp", "time", "x", "" for a count), `noun` the stem of what is counted. `hedge`
    says how surely the number is given. `rate` is what it is per, `step` "by", "to" or "from" before it, `trend`
    "up" or "down" around it. `first` and `end` are its tokens.
    """

    kind: ClaimKind
    span: Span
    quote: str
    key: tuple[str, ...]
    value: float | None = None
    top: float | None = None
    unit: str = ""
    noun: str = ""
    hedge: Hedge = "exact"
    rate: str = ""
    step: str = ""
    trend: str = ""
    first: int = 0
    end: int = 0
