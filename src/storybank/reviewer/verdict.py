"""The verdict at the target level: the four dimensions and the gravest faults on one scale."""

from __future__ import annotations

from collections.abc import Mapping

from storybank.readings.model import LevelName, Readings
from storybank.reviewer.report import VERDICTS, Dimension, Verdict
from storybank.signals.fitted import Fitted

GRAVE = (
    "missing-result", "vague-result", "we-without-i", "handed-off", "hypothetical", "blames-others", "sole-credit",
    "ignored-risk", "nothing-to-change", "scope-below-level",
)  # fmt: skip
"""The defects that alone can cost the offer."""

BEARS_ON = (
    "points:clarity", "points:principle", "points:impact", "points:growth", "verdict",
    "judged:overlong-situation", "judged:thin-action", "judged:missing-task", "judged:unquantified-result",
    "judged:assigned-not-initiated", "judged:avoided-conflict", "judged:scope-above-level",
    *(f"judged:{name}" for name in GRAVE),
)  # fmt: skip
"""What the verdict weighs: points of the scores, the reader's impression, probabilities of grave faults."""


def read_verdict(
    numbers: Mapping[str, float],
    points: Mapping[Dimension, float],
    judged: Mapping[str, float],
    fitted: Fitted,
) -> Verdict:
    """Would this answer count for the candidate?"""
    weighed = fitted.scoring["verdict"]
    values = {
        **numbers,
        **{f"points:{k}": v for k, v in points.items()},
        **{f"judged:{k}": v for k, v in judged.items()},
    }
    total = weighed["bias"] + sum(w * values[k] for k, w in weighed["weights"].items())
    rank: int = sum(total >= cut for cut in weighed["cuts"])
    return VERDICTS[rank]


TOO_SMALL: dict[LevelName, Verdict] = {"L6": "yes", "L7": "no"}
"""The most that a story can count for where its scope is below the level aimed at. Of 308 such answers that were
learnt from, three stand higher."""


def held(verdict: Verdict, readings: Readings) -> Verdict:
    """The verdict, held down where the scope is too small for the level, however well the story is told."""
    if not readings.judged["scope-below-level"].present:
        return verdict
    return min(verdict, TOO_SMALL.get(readings.target, verdict), key=VERDICTS.index)
