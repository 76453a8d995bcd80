"""The verdict at the target level: the four dimensions and the gravest faults on one scale."""

from __future__ import annotations

from collections.abc import Mapping

from storybank.playbook.names import Level
from storybank.readings.model import Readings
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


TOO_SMALL: dict[Level, Verdict] = {"L6": "yes", "L7": "no"}
"""The most that a story can count for where its scope is below the level aimed at. Of 308 such answers that were
learnt from, three stand higher."""


EMPTY = ("we-without-i", "handed-off", "hypothetical")
"""Where one of these is found, no deed is the speaker's own. With these or without an outcome, 5 of 863 labelled
answers count for the candidate, all five told as "we"."""


def held(verdict: Verdict, readings: Readings) -> Verdict:
    """The verdict, held down by what no telling makes good: no outcome, no deed of one's own, too small a scope."""
    caps = [verdict]
    if readings.outcome.kind == "none" or any(readings.judged[name].present for name in EMPTY):
        caps.append("no")
    if readings.judged["scope-below-level"].present:
        caps.append(TOO_SMALL.get(readings.target, verdict))
    return min(caps, key=VERDICTS.index)
