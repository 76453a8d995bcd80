"""What a score adds up: evidence that lifts a dimension, faults that lower it, and what to do about each.

The sign of a term is fixed here by what the rubric says; its size is fitted (`storybank.reviewer.scoring`).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from storybank.reviewer.report import Dimension


@dataclass(frozen=True, slots=True)
class Term:
    """One line of a score.

    `number` names a number of the readings, divided by `cap` and kept within 0 and 1 (`judged:NAME` is the
    probability of a defect). `sign` is +1 or -1. `tag` is whose sentences to quote. `says` words the term
    when it counts; `lack` is what to do when a lifting term is small or a lowering one is large (it
    becomes `next`); of impressions of the whole `storybank.reviewer.lifts` says what to do.
    """

    name: str
    number: str
    cap: float
    sign: Literal[1, -1]
    tag: str | None
    says: str
    lack: str | None = None


TERMS: dict[Dimension, tuple[Term, ...]] = {
    "clarity": (
        Term("whole", "score:clarity~", 1, 1, None, "how the telling reads as a whole"),
        Term("context", "some:situation", 1, 1, None, "the scene is set", "Open with two sentences on what was wrong and for whom."),
        Term("charge", "some:task", 1, 1, None, "your own task is named", "Say in one sentence what you yourself had to achieve, and by when."),
        Term("ending", "some:result", 1, 1, "outcome", "the story has an ending", "Tell how it ended."),
        Term("scene", "judged:overlong-situation", 1, -1, None, "the scene-setting crowds out the story", "Cut the scene to where, what hurt and who felt it."),
        Term("thin", "judged:thin-action", 1, -1, None, "what you did is too short beside the rest", "Tell more of your own steps, and less of the rest."),
        Term("filler", "share:filler", 0.4, -1, "filler", "some sentences say nothing", "Cut the sentences that only lead up to the next one."),
        Term("fillers", "filler-rate", 8, -1, None, "spoken fillers slow it down", "Say it aloud twice, and breathe where a filler comes."),
        Term("length", "judged:length", 1, -1, None, "the length is outside 150 to 750 words", "Aim for two to three minutes, 300 to 450 words."),
    ),
    "principle": (
        Term("whole", "score:principle~", 1, 1, None, "how the deeds weigh as a whole"),
        Term("deeds", "sum:own", 5, 1, "own", "you did concrete things yourself", "Say what you yourself did, step by step: I asked, I chose, I built."),
        Term("choice", "sum:choice", 2, 1, "choice", "you weighed an alternative or paid a price for it", "Name the option you turned down, and what your choice cost."),
        Term("influence", "sum:influence", 2.5, 1, "influence", "you won somebody over or helped somebody", "Show the person you had to convince, their objection, and what you did about it."),
        Term("check", "shown:check", 1, 1, "check", "you looked after the risk", "Say how you kept the risk small: a trial, a way back, a second pair of eyes."),
        Term("unasked", "shown:unasked", 1, 1, "unasked", "you started it of your own accord"),
        Term("fault", "shown:ownfault", 1, 1, "ownfault", "you own up to your part"),
        Term("joint", "judged:we-without-i", 1, -1, "joint", "your own part cannot be told from the team's"),
        Term("handed", "judged:handed-off", 1, -1, "handoff", "others solved it"),
        Term("waited", "judged:waited-passively", 1, -1, "wait", "you waited where a push was needed"),
        Term("credit", "judged:sole-credit", 1, -1, "credit", "a team's work is claimed for one"),
        Term("blame", "judged:blames-others", 1, -1, "blame", "the fault is put on others"),
        Term("would", "judged:hypothetical", 1, -1, "would", "it tells what one would do, not what was done"),
        Term("yield", "judged:avoided-conflict", 1, -1, "yield", "you gave way to keep the peace"),
        Term("rush", "judged:ignored-risk", 1, -1, "rush", "a risk is waved away"),
        Term("effort", "judged:effort-as-ownership", 1, -1, "effort", "hours stand in for ownership"),
        Term("boss", "judged:escalated-first", 1, -1, "upfirst", "the boss came before the person concerned"),
        Term("gloat", "judged:proved-them-wrong", 1, -1, "gloat", "the point is who was right"),
    ),
    "impact": (
        Term("whole", "score:impact~", 1, 1, None, "how the outcome weighs as a whole"),
        Term("outcome", "some:result", 1, 1, "outcome", "you say what came of it", "Say what came of it: what changed, for whom, since when."),
        Term("measured", "max:measured", 1, 1, "measured", "the outcome can be checked", "Put a number or a named decision on the outcome; an honest estimate will do."),
        Term("figures", "figures", 3, 1, "measured", "several measures agree"),
        Term("business", "sum:business", 2, 1, "business", "you say what it meant for customers, money, risk or people", "Translate the figure: what did it mean for customers, money, risk or people?"),
        Term("lasting", "sum:lasting", 2, 1, "lasting", "it lasted or was taken up by others", "Say what is still there today, and who else took it up."),
        Term("felt", "judged:vague-result", 1, -1, "feeling", "the outcome is only a feeling"),
        Term("bare", "judged:unquantified-result", 1, -1, "outcome", "nothing in the outcome can be checked"),
        Term("none", "judged:missing-result", 1, -1, None, "the story stops before the outcome"),
        Term("technical", "judged:technical-only-result", 1, -1, "measured", "the figures stay technical", "Translate the figure: what did it mean for customers, money, risk or people?"),
    ),
    "growth": (
        Term("whole", "score:growth~", 1, 1, None, "how deep the look back goes"),
        Term("lesson", "some:learning", 1, 1, None, "you look back", "End with what you took from it, in terms of this story."),
        Term("insight", "shown:insight", 1, 1, "insight", "the lesson is specific to this story", "Name the lesson that only this story could teach."),
        Term("changed", "shown:changed", 1, 1, "changed", "you changed what you do, and show it", "Show the next time: what did you do differently because of this?"),
        Term("again", "sum:changed", 2.5, 1, "changed", "how clearly the change shows"),
        Term("fault", "shown:ownfault", 1, 1, "ownfault", "you name your own share in what went wrong", "Say what you yourself missed."),
        Term("generic", "judged:generic-lesson", 1, -1, "generic", "the lesson could end any story"),
        Term("refused", "judged:nothing-to-change", 1, -1, "sameagain", "you would change nothing"),
        Term("none", "judged:missing-learning", 1, -1, None, "there is no look back"),
    ),
}  # fmt: skip


def lack_of(dimension: Dimension, name: str) -> str:
    """What to do where this term of a dimension speaks against the answer. Terms without such advice have none."""
    (lack,) = (term.lack for term in TERMS[dimension] if term.name == name)
    assert lack is not None, name
    return lack


def says_of(dimension: Dimension, defect: str) -> str:
    """How the term that weighs a judged defect is worded in this dimension."""
    (says,) = (term.says for term in TERMS[dimension] if term.number == f"judged:{defect}")
    return says
