"""What changed between two evaluations: which answers, in what, and whether nearer to the raters."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from itertools import zip_longest
from typing import Any, Literal

from storybank.evaluation.measures import grades
from storybank.evaluation.run import Evaluation, Marked
from storybank.evaluation.sheet import Sheet
from storybank.reviewer.report import DIMENSIONS

Turn = Literal["better", "worse", "same"]
_NOTHING = "-"


@dataclass(frozen=True, slots=True)
class Change:
    """One thing that the program now says otherwise of one answer.

    `what` is "part 3" (the third gold sentence), "defect hedged", "figure 120-131", "clarity", "verdict", ...
    `old`, `new` and `gold` are what was said, what is said and what the raters say. `turn` tells whether the
    new is nearer to the raters: "same" when neither is.
    """

    id: str
    what: str
    old: str
    new: str
    gold: str
    turn: Turn


@dataclass(frozen=True, slots=True)
class Diff:
    """All changes, in the order of the new evaluation; `measures` (old, new) values of those that moved.

    `gone` and `added` are ids that only one of the two has; `relabelled` those whose gold labels differ:
    they are compared by the new labels.
    """

    changes: tuple[Change, ...]
    measures: dict[str, tuple[float | None, float | None]]
    gone: tuple[str, ...]
    added: tuple[str, ...]
    relabelled: tuple[str, ...]

    def to_dict(self) -> dict[str, Any]:
        """As plain values for JSON."""
        return asdict(self)


def diff(old: Evaluation, new: Evaluation) -> Diff:
    """Compare two evaluations, answer by answer, by id."""
    before = {mark.id: mark for mark in old.answers}
    after = {mark.id: mark for mark in new.answers}
    both = [mark for mark in new.answers if mark.id in before]
    measures = {}
    for name, measure in new.measures.items():
        was = old.measures[name].value if name in old.measures else None
        if _rounded(was) != _rounded(measure.value):
            measures[name] = (was, measure.value)
    return Diff(
        changes=tuple(change for mark in both for change in _changes(before[mark.id], mark)),
        measures=measures,
        gone=tuple(id for id in before if id not in after),
        added=tuple(id for id in after if id not in before),
        relabelled=tuple(mark.id for mark in both if mark.gold != before[mark.id].gold),
    )


def _changes(before: Marked, mark: Marked) -> Iterator[Change]:
    old, new, gold = before.said, mark.said, mark.gold
    yield from _parts(mark.id, old, new, gold)
    for name in sorted(set(old.defects) ^ set(new.defects)):
        yield _presence(mark.id, f"defect {name}", name in new.defects, name in gold.defects)
    for figure in sorted(set(old.figures) ^ set(new.figures)):
        true = any(figure.overlaps(g) for g in gold.figures)
        yield _presence(mark.id, f"figure {figure.start}-{figure.end}", figure in new.figures, true)
    names = (*DIMENSIONS, "verdict", "level")
    shown = [_shown(sheet) for sheet in (old, new, gold)]
    for name, o, n, g, *words in zip(names, grades(old), grades(new), grades(gold), *shown, strict=True):
        if o != n:
            yield Change(mark.id, name, words[0], words[1], words[2], _turn(abs(o - g), abs(n - g)))
    if old.principles != new.principles:
        ranks = [_rank(gold.principles, sheet.principles) for sheet in (old, new)]
        lists = [" ".join(sheet.principles) or _NOTHING for sheet in (old, new, gold)]
        yield Change(mark.id, "principles", lists[0], lists[1], lists[2], _turn(*ranks))


def _parts(id: str, old: Sheet, new: Sheet, gold: Sheet) -> Iterator[Change]:
    for number, (o, n, g) in enumerate(zip_longest(old.parts, new.parts, gold.parts), 1):
        if o != n:
            yield Change(
                id, f"part {number}", o or _NOTHING, n or _NOTHING, g or _NOTHING, _turn(o != g, n != g)
            )


def _presence(id: str, what: str, now: bool, gold: bool) -> Change:
    words = ("absent", "present")
    return Change(id, what, words[not now], words[now], words[gold], "better" if now == gold else "worse")


def _shown(sheet: Sheet) -> tuple[str, ...]:
    return (*(str(sheet.scores[d]) for d in DIMENSIONS), sheet.verdict, sheet.level)


def _rank(gold: Sequence[str], said: Sequence[str]) -> int:
    """0 when the first gold principle is among those said, else 1."""
    return int(bool(gold) and gold[0] not in said)


def _turn(old: int, new: int) -> Turn:
    """From the two distances to the raters."""
    return "better" if new < old else "worse" if new > old else "same"


def _rounded(value: float | None) -> float | None:
    return None if value is None else round(value, 6)
