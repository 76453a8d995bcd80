"""An evaluation: every labelled answer reviewed, compared with its raters, and measured."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from storybank.evaluation import bootstrap
from storybank.evaluation.labelled import DEFECTS, LabelledAnswer
from storybank.evaluation.measures import (
    GRADED,
    Counts,
    Hits,
    count,
    measured,
    order,
    pooled,
    total,
    unflatten,
)
from storybank.evaluation.sheet import Sheet, gold_sheet, said_sheet
from storybank.reviewer.report import Report
from storybank.text import PART_KINDS

HEADLINES = (
    "parts", "defects", "defects/precision", "defects/recall", "figures", "figures/precision",
    "figures/recall", *GRADED, "order", "principles",
)  # fmt: skip
"""The measures that are always shown, in their order; the rest go by part or by rule."""


@dataclass(frozen=True, slots=True)
class Measure:
    """A value from -1 (kappa) or 0 to 1, its 95% interval, and the number of things it was counted over.

    `value` is None where there is nothing to measure; `interval` is None where no draw could be measured.
    """

    value: float | None
    interval: tuple[float, float] | None
    over: int


@dataclass(frozen=True, slots=True)
class Marked:
    """One answer as the raters and as the program see it."""

    id: str
    story: str
    gold: Sheet
    said: Sheet


@dataclass(frozen=True, slots=True)
class Evaluation:
    """What came of it; `measures` as named by `measures.measured`, with the hits by part and by rule."""

    answers: tuple[Marked, ...]
    stories: int
    measures: Mapping[str, Measure]
    parts: Mapping[str, Hits]
    rules: Mapping[str, Hits]


def evaluate(
    answers: Sequence[LabelledAnswer],
    review: Callable[[LabelledAnswer], Report],
    resamples: int = bootstrap.RESAMPLES,
) -> Evaluation:
    """Review every answer, in order, and measure; `review` must return a report on the answer's own text."""
    return compare(answers, (review(answer) for answer in answers), resamples)


def compare(
    answers: Sequence[LabelledAnswer], reports: Iterable[Report], resamples: int = bootstrap.RESAMPLES
) -> Evaluation:
    """Measure reports that are there already, one an answer and in the same order."""
    marked = tuple(
        Marked(answer.id, answer.story, gold_sheet(answer), said_sheet(answer, report))
        for answer, report in zip(answers, reports, strict=True)
    )
    by_story = _by_story(answers, marked)
    everything = total(by_story)
    spread = bootstrap.intervals(
        [c.flat() for c in by_story], lambda row: measured(unflatten(row)), resamples
    )
    over = _over(everything)
    return Evaluation(
        answers=marked,
        stories=len(by_story),
        measures={
            name: Measure(value, spread.get(name) if value is not None else None, over[name])
            for name, value in measured(everything).items()
        },
        parts=dict(zip(PART_KINDS, everything.parts, strict=True)),
        rules=dict(zip(DEFECTS, everything.defects, strict=True)),
    )


def _by_story(answers: Sequence[LabelledAnswer], marked: Sequence[Marked]) -> list[Counts]:
    """The counts of each story, in the order of first appearance."""
    pairs = order(answers, [sum(m.said.scores.values()) for m in marked])
    stories: dict[str, list[Counts]] = {}
    for mark in marked:
        stories.setdefault(mark.story, []).append(count(mark.gold, mark.said))
    return [
        total(counts)._replace(order=pairs[story]) if story in pairs else total(counts)
        for story, counts in stories.items()
    ]


def _over(counts: Counts) -> dict[str, int]:
    """How many things each measure is counted over: what the raters named, the answers graded, the pairs."""
    defects = pooled(counts.defects)
    figures = counts.figures
    over = {
        "parts": sum(hits.tp + hits.fn for hits in counts.parts),
        "defects": defects.tp + defects.fn,
        "defects/precision": defects.tp + defects.fp,
        "defects/recall": defects.tp + defects.fn,
        "figures": figures.tp + figures.fn,
        "figures/precision": figures.tp + figures.fp,
        "figures/recall": figures.tp + figures.fn,
        "order": counts.order.of,
        "principles": counts.principles.of,
    }
    over |= {name: graded.n for name, graded in zip(GRADED, counts.graded, strict=True)}
    over |= {f"part:{k}": h.tp + h.fn for k, h in zip(PART_KINDS, counts.parts, strict=True)}
    over |= {f"rule:{n}": h.tp + h.fn for n, h in zip(DEFECTS, counts.defects, strict=True)}
    return over
