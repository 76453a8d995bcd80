"""Scores by open arithmetic: each dimension adds up named terms, and each term points at its evidence.

A term is a number between 0 and 1 read from the answer, times a weight whose sign is fixed here by what the
rubric says (evidence lifts, faults lower) and whose size is fitted on answers that the reader had not seen.
The points fall into the five values by four fixed cuts. Nothing else enters: no adjectives, no principle
names.
"""

from __future__ import annotations

from collections.abc import Mapping

from storybank.readings.model import Readings
from storybank.reviewer.ceilings import ceiling
from storybank.reviewer.reasons import Weighed, advised, moving, reasons
from storybank.reviewer.report import DIMENSIONS, Dimension, Reason, Score
from storybank.reviewer.terms import TERMS, Term
from storybank.signals.fitted import Fitted


def term_values(numbers: Mapping[str, float], judged: Mapping[str, float]) -> dict[Dimension, list[float]]:
    """Every term's number between 0 and 1. `judged` holds probabilities of defects by name."""

    def value(term: Term) -> float:
        kind, _, key = term.number.partition(":")
        if kind == "judged":
            raw = judged[key]
        elif kind == "some":
            raw = 1 - numbers[f"none:{key}"]
        elif key.endswith("~"):  # the reader's first impression, 1 to 5
            raw = (numbers[term.number[:-1]] - 1) / 4
        else:
            raw = numbers[term.number]
        return min(max(raw / term.cap, 0.0), 1.0)

    return {name: [value(t) for t in terms] for name, terms in TERMS.items()}


def points(name: Dimension, values: list[float], fitted: Fitted) -> float:
    """The sum of a dimension's terms; about 1 to 5."""
    sizes = fitted.scoring["scores"][name]
    return float(
        sizes["base"]
        + sum(t.sign * w * v for t, w, v in zip(TERMS[name], sizes["weights"], values, strict=True))
    )


def value_of(name: Dimension, total: float, fitted: Fitted) -> int:
    """Points to a whole number, 1 to 5."""
    above: int = sum(total >= cut for cut in fitted.scoring["scores"][name]["cuts"])
    return 1 + above


_STORY_FIRST = "Tell one thing that happened: what was wrong, what you did, what came of it."


def score(readings: Readings, fitted: Fitted) -> tuple[dict[Dimension, Score], dict[Dimension, float]]:
    """The four scores with their reasons, and the points behind them."""
    values = term_values(readings.numbers, defect_probabilities(readings))
    scores: dict[Dimension, Score] = {}
    totals: dict[Dimension, float] = {}
    for name in DIMENSIONS:
        totals[name] = points(name, values[name], fitted)
        if not readings.is_story:
            scores[name] = Score(1, (Reason("no event is told that could be judged"),), _STORY_FIRST)
            continue
        number = value_of(name, totals[name], fitted)
        capped: tuple[Reason, ...] = ()
        if (cap := ceiling(name, readings)) and cap.most < number:
            number, capped = cap.most, (Reason(f"{cap.says}: {cap.most} at most"),)
        sizes = fitted.scoring["scores"][name]["weights"]
        weighed = tuple(map(Weighed, TERMS[name], sizes, values[name]))
        moved = moving(name, readings, weighed)
        advice = advised(name, readings, weighed, moved) if number < 5 else None
        scores[name] = Score(number, capped + reasons(readings, moved), advice)
    return scores, totals


def defect_probabilities(readings: Readings) -> dict[str, float]:
    """Probabilities of the judged defects, with the counted ones as 0 or 1."""
    shares = readings.shares
    return {
        **{name: judged.probability for name, judged in readings.judged.items()},
        **counted(readings.numbers["telling"], shares["situation"], shares["action"]),
    }


def counted(words: float, situation: float, action: float) -> dict[str, float]:
    """The defects that are a matter of counting, as 0 to 1, rising gently around their limits.

    `words` are those of the telling: what is said beside it makes no answer long enough.
    """
    return {
        "overlong-situation": min(max((situation - 0.25) / 0.2, 0.0), 1.0),
        "thin-action": min(max((0.4 - action) / 0.2, 0.0), 1.0),
        "length": float(words > 750 or words < 150),
    }
