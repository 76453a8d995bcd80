"""Figures: every quantity of an answer, in digits and in words, before-and-after pairs as one.

`hint` says how far the wording right around a figure speaks for a measured outcome ("fell by", "instead of")
and not for the setting ("a company of"). Whether it states one is decided later, with the reader's help.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from storybank.signals.figure_hints import hint_of
from storybank.signals.figure_relative import is_relative
from storybank.signals.figure_words import APPROXIMATORS, STUMBLES, TAKING_BACK
from storybank.signals.quantities import quantities
from storybank.signals.quantity import STOPS, FigureKind, Quantity, Wording
from storybank.signals.tokens import Tokens, tokenise
from storybank.signals.wordless import wordings
from storybank.text.span import Span

_GAP: Final = 9  # words between the halves of a pair
_ARROWS: Final = frozenset(["→", "⇒", "➔", "➜", "⟶", ">"])
_INSTEAD: Final = frozenset(
    ["where", "against", "versus", "vs", "whereas", "instead", "rather", "compared", "when"]
)
_PAST: Final = frozenset(
    ["before", "previously", "formerly", "earlier", "previous", "used", "been", "beforehand"]
)
_PAUSES: Final = frozenset([",", "…", "um", "uh", "er", "erm", "–", "—", "-", "("])
_LEADING: Final = frozenset(["from", "to", "at", "by", "in", "about", "around", "was", "it"])
_BACK: Final = 5
_TAKEN_BACK: Final = frozenset(
    [
        *(("no", word) for word in TAKING_BACK), ("no",), ("no", "no"), ("wait",), ("wait", "no"), ("sorry",),
        ("sorry", "no"), ("i", "mean"), ("no", "i", "mean"), ("or", "rather"), ("rather",), ("make", "that"),
        ("no", "it", "was"), ("sorry", "it", "was"), ("correction",),
        ("no", "tell", "a", "lie"), ("i", "tell", "a", "lie"),
    ]
)  # fmt: skip
_THAN: Final = frozenset(["more", "less", "fewer", "better", "greater", "lower", "higher", "further"])


@dataclass(frozen=True, slots=True)
class Figure:
    """One quantity. `span` is in the coordinates of the text that was searched.

    `pair` marks a before-and-after pair, told as one figure. `value` is the number in whole units of money or
    things, in percent, or in seconds; of a pair the later value, of a range the upper end; None where the
    words give none. `hint`, 0 to 1, is how far the immediate wording speaks for a measured outcome. `relative`:
    it tells a difference, and so carries what it is compared with.
    """

    span: Span
    kind: FigureKind
    pair: bool
    value: float | None
    hint: float
    relative: bool = False


def find_figures(text: str) -> tuple[Figure, ...]:
    """All figures in order, none overlapping; years, dates, versions, labels and the like are left out."""
    t = tokenise(text)
    kept = [q for q in _paired(t, quantities(t)) if not q.weak]
    merged = _with_words(t, kept, wordings(t))
    figures: list[Figure] = []
    last = 0
    for quantity, told in merged:
        first = _opening(t, quantity.first, last)
        span = Span(t.starts[first], t.ends[quantity.end - 1])
        hint = max(told, hint_of(t, quantity)) if quantity.kind != "words" else told
        relative = quantity.pair or is_relative(t, quantity)
        figures.append(Figure(span, quantity.kind, quantity.pair, quantity.value, round(hint, 3), relative))
        last = quantity.end
    return tuple(figures)


def _paired(t: Tokens, found: list[Quantity]) -> list[Quantity]:
    """Join before-and-after pairs and ranges."""
    joined: list[Quantity] = []
    for quantity in found:
        if joined:
            one = _join(t, joined[-1], quantity)
            if one is not None:
                joined[-1] = one
                continue
        joined.append(quantity)
    return joined


def _join(t: Tokens, a: Quantity, b: Quantity) -> Quantity | None:
    """The two as one figure, if the words between say so."""
    gap = t.words[a.end : b.first]
    if len(gap) > _GAP or a.pair or not STOPS.isdisjoint(gap) or a.clock or b.clock:
        return None
    said = [w for w in gap if w not in STUMBLES and w not in APPROXIMATORS]
    if _takes_back(t, a, b, gap):
        return replace(b, first=a.first)
    arrow = (gap[-1:] == [">"] and len(gap) == 2) or (len(gap) == 1 and gap[0] in _ARROWS)
    opening = _from(t, a.first)
    if arrow or (said and said[-1] in ("to", "into") and _leads(t, a, b, said, opening)):
        compatible = a.kind == b.kind or a.bare or b.bare or a.weak or b.weak or a.kind == "count"
        return _merge(a, b, opening, later=True) if arrow or compatible else None
    if opening < a.first and t.words[opening] == "from" and gap[-1:] == ["only"] and not said:
        return _merge(a, b, opening, later=True)  # "from ten only one was left"
    if opening < a.first and t.words[opening] == "between" and said == ["and"]:
        return replace(_merge(a, b, opening, later=True), pair=False)
    if said == ["to"] and (a.bare or a.kind == b.kind):
        return replace(_merge(a, b, a.first, later=True), pair=False)
    if a.kind != b.kind and not (a.bare or b.bare):
        return None
    if a.kind == "time" and b.kind != "time" and not b.bare:
        return None
    if a.weak and said and said[0] not in _INSTEAD:
        return None
    # in "B+, from 3.1 to 4.3" the "from" opens a pair of its own
    onward = t.words[b.end] in ("to", "down", "up") and said[-1:] == ["from"]
    if _contrast(said) and not onward:
        return _merge(a, b, a.first, later=False)
    if ("now" in gap or "today" in gap) and "used" in t.words[a.first - _BACK : a.first]:
        return _merge(a, b, a.first, later=True)
    if said[-1:] in (["now"], ["today"]) and said[:-1] in ([], ["and"], ["but"]) and not b.weak:
        return _merge(a, b, a.first, later=True)
    return None


def _takes_back(t: Tokens, a: Quantity, b: Quantity, gap: Sequence[str]) -> bool:
    """ "Ninety, no, eighty-nine days": the second is said instead of the first."""
    told = tuple(w for w in gap if w not in _PAUSES)
    if told and told[-1] == t.words[a.first - 1] and told[-1] in _LEADING:
        told = told[:-1]  # "from thirty, no wait, from forty"
    alike = a.kind == b.kind or a.bare or b.bare or a.weak
    return alike and a.value is not None and b.value is not None and told in _TAKEN_BACK


def _leads(t: Tokens, a: Quantity, b: Quantity, said: list[str], opening: int) -> bool:
    """Whether "A ... to B" goes from a state to the next."""
    if opening < a.first and t.words[opening] == "from":
        return True
    if len(said) == 2 and said[0] in ("down", "up", "on", "over"):
        return said[0] in ("down", "up")
    own = not a.bare and not b.bare and a.kind == b.kind != "count"
    decimal = a.bare and b.bare and a.value is not None and a.value % 1 != 0
    return said in (["to"], ["into"]) and (own or decimal or b.weak or said == ["into"])


def _from(t: Tokens, first: int) -> int:
    """The token of "from" or "between" a few words back, with "down" or "up" before it; else `first`."""
    words = t.words
    for at in range(first - 1, first - 1 - _BACK, -1):
        word = words[at]
        if word in ("from", "between"):
            return at
        if word in STOPS or word in ("to", "and", "by"):
            break
    return first


def _contrast(said: list[str]) -> bool:
    """Whether the words between two quantities set the first against the second."""
    if not said:
        return False
    if said[0] in _INSTEAD:
        return said[0] != "when" or not _PAST.isdisjoint(said)
    if said == ["was"] or said == ["which", "was"]:
        return True
    if said[-1] == "from" and (len(said) == 1 or said[-2] in ("down", "up", "now")):
        return True
    if said == ["not"]:
        return True
    if "against" in said or "versus" in said or said[-2:] == ["instead", "of"]:
        return True
    if said[-1] == "been":  # "it had been eleven", not "and there has been one"
        return "now" in said or (len(said) > 1 and (said[-2] == "had" or said[-2].endswith("'d")))
    return not _PAST.isdisjoint(said) and ("year" in said or "used" in said)


def _merge(a: Quantity, b: Quantity, first: int, later: bool) -> Quantity:
    """One pair from `first` on; its value is the later state: B of "from A to B", A of "A instead of B"."""
    kind = b.kind if a.kind == "count" else a.kind
    new, old = (b, a) if later else (a, b)
    value = new.value
    if new.bare and value is not None and not old.bare and old.kind != "count":
        value *= old.factor
    return Quantity(first, b.end, kind, value, rate=a.rate or b.rate, pair=True)


def _with_words(t: Tokens, found: list[Quantity], told: list[Wording]) -> list[tuple[Quantity, float]]:
    """Quantities with the wordings among them; where the two overlap the quantity takes the wording in."""
    out: list[tuple[Quantity, float]] = []
    waiting = list(reversed(told))
    for quantity in found:
        hint = 0.0
        while waiting and waiting[-1].first < quantity.end:
            wording = waiting.pop()
            if wording.end > quantity.first:
                hint = max(hint, wording.hint)
                low = out[-1][0].end if out else 0
                first = max(low, min(wording.first, quantity.first))
                end = quantity.end if quantity.pair else max(quantity.end, wording.end)
                quantity = replace(quantity, first=first, end=end)
            else:
                out.append(_as_words(wording, out))
        if out and out[-1][0].end > quantity.first:
            quantity = replace(quantity, first=out[-1][0].end)
        if quantity.first < quantity.end:
            out.append((quantity, hint))
    out.extend(_as_words(w, out) for w in reversed(waiting))
    return [pair for pair in out if pair[0].first < pair[0].end]


def _as_words(wording: Wording, out: list[tuple[Quantity, float]]) -> tuple[Quantity, float]:
    first = max(wording.first, out[-1][0].end) if out else wording.first
    return Quantity(first, wording.end, "words", None), wording.hint


def _opening(t: Tokens, first: int, last: int) -> int:
    """Take in what stands before a quantity and says how exact it is, and "down" before "from"."""
    words = t.words
    if words[first] == "from" and words[first - 1] in ("down", "up") and first - 1 >= last:
        return first - 1
    for _ in range(3):
        before, further = words[first - 1], words[first - 2]
        step = 1 if before in APPROXIMATORS else 2 if _two_words(further, before) else 0
        if not step:
            break
        if first - step < last:
            break
        first -= step
    return first


def _two_words(first: str, second: str) -> bool:
    """ "more than", "up to", "at least", "all but"."""
    if second == "than":
        return first in _THAN
    if second == "to":
        return first in ("up", "close")
    return (first == "at" and second in ("least", "most")) or (first == "all" and second == "but")
