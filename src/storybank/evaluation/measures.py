"""The measures of the guide's section 7, as counts that add up and ratios of those counts.

Counts are whole numbers and sums of counts are exact, so an interval can be drawn by adding the counts of
stories up again instead of going through the answers again.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from itertools import product
from typing import NamedTuple, TypeVar

from storybank.evaluation.labelled import DEFECTS, TELLINGS, LabelledAnswer, Telling
from storybank.evaluation.sheet import Sheet
from storybank.playbook.names import LEVELS
from storybank.reviewer.report import DIMENSIONS, VERDICTS
from storybank.text import PART_KINDS, PartKind, Span

GRADED = (*DIMENSIONS, "verdict", "level")
"""What is graded on a scale and compared by kappa."""
_SHOWN_FROM = 3  # the `principle` score from which the first principle is compared


class Hits(NamedTuple):
    """How often two judges name the same thing: both, the program alone, the raters alone."""

    tp: int = 0
    fp: int = 0
    fn: int = 0

    @property
    def precision(self) -> float | None:
        """The share of what the program names that the raters name too; None when it names nothing."""
        return _ratio(self.tp, self.tp + self.fp)

    @property
    def recall(self) -> float | None:
        """The share of what the raters name that the program names too; None when they name nothing."""
        return _ratio(self.tp, self.tp + self.fn)

    @property
    def f1(self) -> float | None:
        """The harmonic mean of precision and recall, 0 to 1; None when nobody names anything."""
        return _ratio(2 * self.tp, 2 * self.tp + self.fp + self.fn)


class Grades(NamedTuple):
    """Sums over pairs of grades, gold `g` and said `s`: all that quadratic weighted kappa needs."""

    n: int = 0
    g: int = 0
    s: int = 0
    gg: int = 0
    ss: int = 0
    gs: int = 0

    @property
    def kappa(self) -> float | None:
        """Quadratic weighted kappa, -1 to 1; 1 where both always give the same one grade; None without pairs.

        One minus the observed over the expected mean square of g - s. Expected is what two judges with these
        grades in any order would show: E(g²) + E(s²) - 2 E(g) E(s). The scale's width cancels out.
        """
        if not self.n:
            return None
        observed = self.n * (self.gg + self.ss - 2 * self.gs)
        expected = self.n * (self.gg + self.ss) - 2 * self.g * self.s
        return 1 - observed / expected if expected else 1.0


class Share(NamedTuple):
    """So many of so many."""

    hit: int = 0
    of: int = 0

    @property
    def value(self) -> float | None:
        """0 to 1; None of none."""
        return _ratio(self.hit, self.of)


class Counts(NamedTuple):
    """Everything counted over some answers; in the order of PART_KINDS, DEFECTS and GRADED."""

    parts: tuple[Hits, ...] = (Hits(),) * len(PART_KINDS)
    defects: tuple[Hits, ...] = (Hits(),) * len(DEFECTS)
    figures: Hits = Hits()
    graded: tuple[Grades, ...] = (Grades(),) * len(GRADED)
    order: Share = Share()
    principles: Share = Share()

    def flat(self) -> tuple[int, ...]:
        """The same numbers in one row; `unflatten` turns them back."""
        groups = (*self.parts, *self.defects, self.figures, *self.graded, self.order, self.principles)
        return tuple(number for group in groups for number in group)


def unflatten(row: Sequence[int]) -> Counts:
    """The counts whose `flat` is this row."""
    at = 0

    def take(kind: Callable[..., _T]) -> _T:
        nonlocal at
        width = len(kind()._fields)
        at += width
        return kind(*row[at - width : at])

    return Counts(
        parts=tuple(take(Hits) for _ in PART_KINDS),
        defects=tuple(take(Hits) for _ in DEFECTS),
        figures=take(Hits),
        graded=tuple(take(Grades) for _ in GRADED),
        order=take(Share),
        principles=take(Share),
    )


_T = TypeVar("_T", Hits, Grades, Share)


def total(counts: Sequence[Counts]) -> Counts:
    """The sum."""
    return (
        unflatten([sum(column) for column in zip(*(c.flat() for c in counts), strict=True)])
        if counts
        else Counts()
    )


def count(gold: Sheet, said: Sheet) -> Counts:
    """One answer's counts; `order` stays empty, since it takes several tellings."""
    compared = gold.scores["principle"] >= _SHOWN_FROM and bool(gold.principles)
    return Counts(
        parts=part_hits(gold.parts, said.parts),
        defects=tuple(_named(name in gold.defects, name in said.defects) for name in DEFECTS),
        figures=figure_hits(gold.figures, said.figures),
        graded=tuple(_graded(g, s) for g, s in zip(grades(gold), grades(said), strict=True)),
        principles=Share(int(gold.principles[0] in said.principles), 1) if compared else Share(),
    )


def part_hits(gold: Sequence[PartKind | None], said: Sequence[PartKind | None]) -> tuple[Hits, ...]:
    """Hits by part over aligned labels; a sentence that the program leaves bare is missed, not mistaken."""
    pairs = list(zip(gold, said, strict=True))
    return tuple(
        Hits(
            tp=sum(g == s == kind for g, s in pairs),
            fp=sum(s == kind != g for g, s in pairs),
            fn=sum(g == kind != s for g, s in pairs),
        )
        for kind in PART_KINDS
    )


def figure_hits(gold: Sequence[Span], said: Sequence[Span]) -> Hits:
    """A gold figure is found when one said overlaps it; one said that overlaps none is false."""
    found = sum(any(g.overlaps(s) for s in said) for g in gold)
    false = sum(not any(s.overlaps(g) for g in gold) for s in said)
    return Hits(found, false, len(gold) - found)


def grades(sheet: Sheet) -> tuple[int, ...]:
    """The grades of a sheet as numbers, in the order of GRADED."""
    scores = (sheet.scores[dimension] for dimension in DIMENSIONS)
    return (*scores, VERDICTS.index(sheet.verdict), LEVELS.index(sheet.level))


def order(answers: Sequence[LabelledAnswer], sums: Sequence[int]) -> dict[str, Share]:
    """By story, how many pairs of its tellings are in order: the better one has the higher sum; a tie is not.

    `sums` are the sums of the four scores, one an answer. Stories without a pair are left out.
    """
    told: dict[str, list[tuple[Telling, int]]] = {}
    for answer, points in zip(answers, sums, strict=True):
        if answer.telling is not None:
            told.setdefault(answer.story, []).append((answer.telling, points))
    shares = {}
    for story, tellings in told.items():
        ranked = [(TELLINGS.index(telling), points) for telling, points in tellings]
        pairs = [(a, b) for (i, a), (j, b) in product(ranked, ranked) if i < j]
        if pairs:
            shares[story] = Share(sum(better > worse for better, worse in pairs), len(pairs))
    return shares


def macro_f1(parts: Sequence[Hits]) -> float | None:
    """The mean F1 over the labels that occur, in gold or in what was said; None when none does."""
    values = [hits.f1 for hits in parts if hits.f1 is not None]
    return sum(values) / len(values) if values else None


def pooled(hits: Sequence[Hits]) -> Hits:
    """Hits added up: the base of micro averages."""
    return Hits(sum(h.tp for h in hits), sum(h.fp for h in hits), sum(h.fn for h in hits))


def measured(counts: Counts) -> Mapping[str, float | None]:
    """Every measure by name; None where there is nothing to measure it on.

    `parts`, `defects`, `figures` are F1 (macro for parts), with `/precision` and `/recall` beside the latter
    two; GRADED names are kappas; `order` and `principles` are shares; `part:` and `rule:` lead the F1 of one.
    """
    defects = pooled(counts.defects)
    values = {
        "parts": macro_f1(counts.parts),
        "defects": defects.f1,
        "defects/precision": defects.precision,
        "defects/recall": defects.recall,
        "figures": counts.figures.f1,
        "figures/precision": counts.figures.precision,
        "figures/recall": counts.figures.recall,
    }
    values |= {name: graded.kappa for name, graded in zip(GRADED, counts.graded, strict=True)}
    values |= {"order": counts.order.value, "principles": counts.principles.value}
    values |= {f"part:{kind}": hits.f1 for kind, hits in zip(PART_KINDS, counts.parts, strict=True)}
    values |= {f"rule:{name}": hits.f1 for name, hits in zip(DEFECTS, counts.defects, strict=True)}
    return values


def _named(gold: bool, said: bool) -> Hits:
    return Hits(int(gold and said), int(said and not gold), int(gold and not said))


def _graded(gold: int, said: int) -> Grades:
    return Grades(1, gold, said, gold * gold, said * said, gold * said)


def _ratio(part: int, whole: int) -> float | None:
    return part / whole if whole else None
