"""Areas and volumes: "sixty square metres", "60 m²", "two cubic yards", "300 sq ft"."""

from __future__ import annotations

from typing import Final

from storybank.facts import lists
from storybank.facts.fold import Folded

_POWERS: Final = {"square": 2, "sq": 2, "cubic": 3, "cu": 3}


def area_at(f: Folded, at: int) -> tuple[str, int, float] | None:
    """The unit of an area or a volume at a token: its name, the token after it, what one is in square metres."""
    power = _POWERS.get(f.word(at))
    if power is not None:
        unit = at + 1 + (f.word(at + 1) == ".")
        return _named(f.word(unit), power, unit + 1)
    written = f.word(at + 1) if f.glued(at + 1) else ""
    if written in ("2", "3") and not (f.glued(at + 2) and f.word(at + 2)[:1].isalnum()):
        return _named(f.word(at), int(written), at + 2)
    return _named(f.word(at)[2:], 2, at + 1) if f.word(at) in ("sqm", "sqft", "sqkm") else None


def _named(word: str, power: int, end: int) -> tuple[str, int, float] | None:
    """A measure of length to a power."""
    full = lists.values("measure-size").get("metre" if word == "m" else "feet" if word == "ft" else word, "")
    name, _, size = full.partition("*")
    return (f"m{power}", end, float(size) ** power) if name == "m" else None
