"""Which way things went, where no figure says it ("takings rose"), and who was for or against them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from storybank.facts import lists
from storybank.facts.align import Segment, Side, weighty
from storybank.facts.derived import units_of_measure
from storybank.facts.fold import Folded

GROUPS: Final = {
    "up": "way", "down": "way", "same": "way", "for": "stance", "against": "stance", "win": "outcome",
    "lose": "outcome", "prompt": "outcome", "late": "outcome", "sure": "certainty", "unsure": "certainty",
}  # fmt: skip
"""States, and what they are states of: two of one group exclude each other."""
_OPPOSITE: Final = {
    a: b for x, y in (("for", "against"), ("win", "lose"), ("prompt", "late"), ("sure", "unsure"))
    for a, b in ((x, y), (y, x))
}  # fmt: skip
_MOST: Final = 60  # trends of one thing that one is compared with
_NEAR: Final = 5  # tokens on either side that say what went that way


@dataclass(frozen=True, slots=True)
class Trend:
    """A word at a token that says which way things went, and the roots of what went so.

    `than`, where it compares, holds the roots before it and behind "than".
    """

    at: int
    state: str
    about: frozenset[str]
    than: tuple[frozenset[str], frozenset[str]] | None = None


def trends(f: Folded, segment: Segment) -> Iterator[Trend]:
    """The trends of one sentence, in order."""
    for at in range(segment.first, segment.end):
        state = _state(f, at)
        if state:
            first, end = max(segment.first, at - _NEAR), min(segment.end, at + _NEAR + 1)
            about = frozenset(weighty(f, first, at) + weighty(f, at + 1, end)) - units_of_measure()
            yield Trend(at, state, about, _compared(f, segment, at))


def _compared(f: Folded, segment: Segment, at: int) -> tuple[frozenset[str], frozenset[str]] | None:
    """The roots before a word that compares, and behind its "than"; None without one."""
    for k in range(at + 1, min(segment.end, at + _NEAR)):
        if f.word(k) == "than":
            before = weighty(f, max(segment.first, at - _NEAR), at)
            return frozenset(before), frozenset(weighty(f, k + 1, min(segment.end, k + _NEAR)))
    return None


def _exchanged(a: Trend, b: Trend) -> bool:
    """True where what is compared changed sides: "more than staff" of students, "less than students" of staff."""
    if a.than is None or b.than is None:
        return False
    crossed = a.than[0] & b.than[1] or a.than[1] & b.than[0]
    return bool(crossed) and not (a.than[1] & b.than[1])


def _state(f: Folded, at: int) -> str:
    word = f.word(at)
    if (word, f.word(at + 1)) == ("on", "time"):
        return "prompt"
    if f.word(at - 1) == "as" and f.word(at + 1) == "as" and word in ("much", "many", "well", "often"):
        return "same"
    state = next((s for s in GROUPS if word in lists.words(f"{s}-state")), "")
    after = f.word(at + 2)
    figure = (
        after[:1].isdigit() or after in ("half", "a", "double", "twice") or after in lists.numbers("number")
    )
    if not state or (
        word in lists.words("than")
        and (f.word(at + 1) not in lists.words("compared") or (f.word(at + 1) == "than" and figure))
    ):
        return ""
    if word in ("support", "backing", "approval") and not _somebodys(f, at):
        return ""
    denied = f.word(at + 1) == "no" or any(
        f.word(k) in ("no", "not", "never", "nobody", "none", "stopped", "ceased")
        or f.word(k).endswith("n't")
        for k in range(at - 3, at)
    )
    if GROUPS[state] != "way":
        return _OPPOSITE[state] if denied else state
    if word == "same" and f.word(at + 1).isalpha() and f.word(at + 1) not in lists.words("stop"):
        return ""  # "the same credit": which one, and not how it went
    if denied or (word in ("same", "level") and f.word(at - 1) in ("a", "each")):
        return "same" if state != "same" else ""
    return state


def _somebodys(f: Folded, at: int) -> bool:
    """True for "Ada's backing", "with the drivers' support"."""
    return any(
        f.word(k).endswith("'s") or f.word(k) in ("'", "her", "his", "their", "full")
        for k in range(at - 3, at)
    )


def _differ(stated: Trend, here: Trend) -> bool:
    if GROUPS[here.state] == "outcome" and stated.state not in (here.state, _OPPOSITE[here.state]):
        return False
    return stated.state != here.state and not _exchanged(stated, here)


class Trends:
    """The trends of a source, by what went that way."""

    def __init__(self, source: Side) -> None:
        self.about: dict[str, list[Trend]] = {}
        for segment in source.segments:
            for trend in trends(source.folded, segment):
                for word in trend.about:
                    listed = self.about.setdefault(word, [])
                    if len(listed) < _MOST:
                        listed.append(trend)

    def turned(self, f: Folded, segment: Segment) -> Iterator[tuple[Trend, Trend]]:
        """Words of a sentence that say which way things went, where the source says another way of the same things."""
        for trend in trends(f, segment):
            group = GROUPS[trend.state]
            known = [
                t
                for word in sorted(trend.about)
                for t in self.about.get(word, ())
                if GROUPS[t.state] == group
            ]
            most = max((len(t.about & trend.about) for t in known), default=0)
            same = [t for t in known if len(t.about & trend.about) == most]
            if same and all(_differ(t, trend) for t in same):
                yield trend, same[0]
