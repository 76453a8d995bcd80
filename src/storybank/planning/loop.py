"""A loop of interviews, and the plan for it: what is asked for, what was decided, what it is worth.

Values only; `loop_problem` puts them into numbers, `loop_solve` finds the optimum, `loop_plan` ties it together.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from storybank.planning.fit_table import Fit, Wish

PERFECT = 1000
"""Points: what a story that fits perfectly is worth. All other terms are measured against it."""
USUAL_STORIES = 2
"""Stories that an interviewer hears, where nothing else is said."""


@dataclass(frozen=True, slots=True)
class Interviewer:
    """Somebody of the loop, with what they ask about, and how many stories they will hear."""

    name: str
    wishes: tuple[Wish, ...]
    round: str = ""
    stories: int = USUAL_STORIES


def no_wishes(name: str) -> str:
    """What to say of an interviewer of whom nobody knows what they ask about."""
    return (
        f"{name}: no principle or theme, so no story can be chosen; name two or three, such as "
        f'--interviewer "{name}: ownership, dive-deep", or wishes = ["ownership", "dive-deep"] in a loop file'
    )


@dataclass(frozen=True, slots=True)
class Weights:
    """Points, multiples of 10 from 0 to 1000, for what matters beside the fit.

    `freshness`: a story that this company has not heard. `employers`, `contexts`: each further employer, each further
    cell of the 12-story matrix, among the stories told. `rising`: larger stories late in the day, smaller ones early.
    """

    freshness: int = 150
    employers: int = 60
    contexts: int = 40
    rising: int = 80


@dataclass(frozen=True, slots=True)
class Loop:
    """The interviews of one day in order, with the limits that a plan must keep.

    `repeats`: how often one story may be told within the loop. `told_again`: stories may be told to an interviewer, or
    in a round, of this company that heard them before. `failures`: how many failure stories are told at least.
    `least_fit`: pairs that fit worse (0 to 1) are out of the question. `pins`: (interviewer, story id) that are set.
    `without`: ids of stories to leave out. `stories`: how many an interviewer hears who is not told otherwise.
    """

    interviewers: tuple[Interviewer, ...]
    company: str = ""
    level: str = "L6"
    repeats: int = 1
    told_again: bool = False
    failures: int = 1
    least_fit: float = 0.0
    weights: Weights = Weights()
    pins: tuple[tuple[str, str], ...] = ()
    without: tuple[str, ...] = ()
    stories: int = USUAL_STORIES


@dataclass(frozen=True, slots=True)
class Swap:
    """The best story that is told nowhere else in the plan, in the place of another; `loss` in points."""

    story: str
    fit: float
    loss: int


@dataclass(frozen=True, slots=True)
class Assignment:
    """A story told to an interviewer for a wish; `points` are those of its own (fit, freshness, place in the day)."""

    interviewer: int
    wish: int
    story: str
    fit: Fit
    points: int
    reasons: tuple[str, ...]
    backup: str | None = None
    backup_fit: float | None = None
    swap: Swap | None = None


@dataclass(frozen=True, slots=True)
class Term:
    """A term of the objective: `points` = `weight` x `amount`."""

    name: str
    weight: int
    amount: float
    points: int
    text: str


@dataclass(frozen=True, slots=True)
class Limit:
    """A hard limit, how far it is met, and by how much not."""

    name: str
    text: str
    short: int = 0
    detail: dict[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Remedy:
    """What could be relaxed or added so that fewer stories are missing: `missing` is what would still be."""

    text: str
    missing: int


@dataclass(frozen=True, slots=True)
class Price:
    """What changes at the new optimum when one thing does.

    `kind` is "story" (it were not there), "limit" (it did not hold), "term" (it did not count) or "one-more" (an ideal
    story came in). `points` are lost with a story and gained otherwise, without the cost of missing stories;
    `missing` is how many more stories would be missing (negative: fewer).
    """

    kind: str
    name: str
    points: int
    missing: int
    text: str


@dataclass(frozen=True, slots=True)
class Plan:
    """The plan: `value` is the objective in points, `bound` what no plan can exceed; equal: a proven optimum."""

    assignments: tuple[Assignment, ...]
    terms: tuple[Term, ...]
    limits: tuple[Limit, ...]
    value: int
    bound: int
    backup_value: int
    backup_bound: int
    shortfalls: tuple[str, ...] = ()
    remedies: tuple[Remedy, ...] = ()
    notices: tuple[str, ...] = ()
    prices: tuple[Price, ...] = ()

    @property
    def missing(self) -> int:
        """How many stories the hard limits ask for that no plan can give."""
        return sum(limit.short for limit in self.limits)

    @property
    def points(self) -> int:
        """What the stories that are told are worth, whatever is missing."""
        return sum(term.points for term in self.terms if term.name != "shortfall")

    @property
    def optimal(self) -> bool:
        """True when nothing better can exist."""
        return self.value == self.bound and self.backup_value == self.backup_bound
