"""How often a source says that things happen."""

from __future__ import annotations

from typing import Final

from storybank.facts import lists
from storybank.facts.align import Side
from storybank.facts.fold import Folded
from storybank.facts.quantities import rhythm_at
from storybank.signals.clauses import is_past

_SOME: Final = frozenset(["most", "some", "many", "certain", "odd", "other", "few"])


def rhythms(source: Side) -> set[float]:
    """How often the source says that things happen, in seconds: "a night", "monthly", "on Thursdays"."""
    f, found = source.folded, set[float]()
    times, counts = lists.seconds(), lists.numbers("number")
    found |= {
        c.value
        for c in source.claims
        if c.kind == "figure" and c.unit == "time" and c.value and f.word(c.first - 1) in ("every", "each")
    }
    for at in range(len(f.tokens)):
        word, before = f.word(at), f.word(at - 1)
        if (said := rhythm_at(f, at)) is not None:
            found.add(said[0])
        elif word in lists.numbers("weekday") and (
            (word.endswith("s") and before not in _SOME)
            or (f.word(at + 1) in times and f.word(at + 1)[-1] == "s")
        ):
            found.add(604800.0)
        elif len(word) > 2 and word in times:
            counted = any(f.word(k)[:1].isdigit() or f.word(k) in counts for k in (at - 1, at - 2, at - 3))
            counted = counted or before in lists.words("vague")
            one = before in ("per", "each", "every", "the", "/", "any") or (
                before in ("a", "an") and is_rate(f, at - 2)
            )
            if one or (word.endswith("s") and not counted and before not in _SOME):
                found.add(times[word])
    return found


def is_rate(f: Folded, at: int) -> bool:
    """True when "a week" behind a token says how often: "60 a week", and not "took a week"."""
    word = f.word(at)
    return not (
        word in lists.words("duration-before") or word in lists.words("about") or word in lists.words("stop")
        or is_past(word) or word == "every"
    )  # fmt: skip
