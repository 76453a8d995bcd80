"""The verdict at the target level: the four dimensions and the gravest faults on one scale."""

from __future__ import annotations

from collections.abc import Mapping

from storybank.reviewer.report import VERDICTS, Verdict
from storybank.reviewer.scoring import weights

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


def read_verdict(numbers: Mapping[str, float], points: Mapping[str, float], judged: Mapping[str, float]) -> Verdict:
    """Would this answer count for the candidate?"""
    fitted = weights()["verdict"]
    values = {
        **numbers,
        **{f"points:{k}": v for k, v in points.items()},
        **{f"judged:{k}": v for k, v in judged.items()},
    }
    total = fitted["bias"] + sum(w * values[k] for k, w in fitted["weights"].items())
    return VERDICTS[sum(total >= cut for cut in fitted["cuts"])]
