"""What every face of a report says in the same words: verdict, level, times, first steps.

Nothing here draws; the renderers for terminal, Markdown and notebooks share these values.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from storybank.errors import UnknownName
from storybank.playbook.names import LEVELS, Level
from storybank.playbook.timing import Seconds, profile
from storybank.reviewer.report import (
    SEVERITIES,
    Dimension,
    Reason,
    Report,
    Score,
    Verdict,
)
from storybank.reviewer.steps import ordered_steps
from storybank.reviewer.visible import one_line
from storybank.text.document import PART_KINDS, PartKind

VERDICT_WORDS: dict[Verdict, str] = {
    "strong-no": "Strong no",
    "no": "No",
    "yes": "Yes",
    "strong-yes": "Strong yes",
}
VERDICT_MEANS: dict[Verdict, str] = {
    "strong-no": "as it stands, this answer would count against you.",
    "no": "it is not yet enough to count for you.",
    "yes": "this answer would count for you.",
    "strong-yes": "this answer would clearly count for you.",
}
SCOPE_WORDS: dict[Level, str] = {
    "L5": "your own work within one team",
    "L6": "several teams or 10 to 25 people, over quarters",
    "L7": "several organisations or 100 people and more, over years",
}
DIMENSION_WORDS: dict[Dimension, str] = {
    "clarity": "Clarity",
    "principle": "Leadership",
    "impact": "Impact",
    "growth": "Growth",
}
NO_STORY = "No story to judge yet"
NO_STORY_WORD = (
    "That is where every good answer starts. An interviewer wants one thing that you did once, told from "
    "beginning to end. It need not be grand: a problem you remember well will do."
)
NO_STORY_STEPS = (
    "Pick one event from the last few years: something broke, someone disagreed, something was late.",
    "Say in two sentences what was wrong and why it mattered, then what you had to achieve.",
    "Tell what you did, step by step, as “I”.",
    "End with what came of it, in a number if there is one, and what you do differently since.",
)


_AS_WRITTEN = {
    "are-right-a-lot": "Are right, a lot",
    "have-backbone-disagree-and-commit": "Have backbone; disagree and commit",
    "strive-to-be-earths-best-employer": "Strive to be Earth's best employer",
}


@dataclass(frozen=True, slots=True)
class Timing:
    """All stretches of one kind taken together. `target` is (low, high) seconds of the profile, or None.

    `missing` only where a finding says so too: an outcome may be told in a sentence of another kind.
    """

    kind: PartKind
    words: int
    seconds: float
    target: Seconds | None
    missing: bool

    @property
    def off_by(self) -> float:
        """Seconds beyond the target, negative when short of it; 0 within it or without one.

        A deviation that no listener would notice (3 seconds, or a tenth of the target) counts as none.
        """
        if self.target is None:
            return 0.0
        low, high = self.target
        gap = self.seconds - high if self.seconds > high else min(0.0, self.seconds - low)
        return 0.0 if abs(gap) <= max(3.0, 0.1 * high) else gap


def timings(report: Report) -> tuple[Timing, ...]:
    """One for each kind of part that the answer has or the profile asks for, in the order of STAR."""
    targets = _targets(report)
    rules = {finding.rule for finding in report.findings}
    found = []
    for kind in PART_KINDS:
        of_kind = [part for part in report.parts if part.kind == kind]
        if of_kind or kind in targets:
            words, seconds = sum(p.words for p in of_kind), sum(p.seconds for p in of_kind)
            missing = not words and f"missing-{kind}" in rules
            found.append(Timing(kind, words, seconds, targets.get(kind), missing))
    return tuple(found)


def total_target(report: Report) -> Seconds | None:
    """Seconds [low, high] that the profile allows the whole answer; None when it is not a known one."""
    try:
        return profile(report.answer.profile).total
    except UnknownName:
        return None


def _targets(report: Report) -> dict[PartKind, Seconds]:
    """The profile's targets, also for parts that the answer lacks; else those that the report carries."""
    try:
        return profile(report.answer.profile).parts
    except UnknownName:
        return {part.kind: part.target_seconds for part in report.parts if part.target_seconds is not None}


def duration(seconds: float) -> str:
    """`41 s`, `2 min 46 s`, `4 min`."""
    whole = round(seconds)
    minutes, rest = divmod(whole, 60)
    if not minutes:
        return f"{whole} s"
    return f"{minutes} min {rest} s" if rest else f"{minutes} min"


def seconds_range(low_high: Seconds) -> str:
    """`30–45 s`, or `30 s` when both ends are the same."""
    low, high = (round(value) for value in low_high)
    return f"{low} s" if low == high else f"{low}–{high} s"


def verdict_line(report: Report) -> str:
    """The verdict in plain words: `No at L6, for now`."""
    hope = ", for now" if report.verdict in ("no", "strong-no") else ""
    return f"{VERDICT_WORDS[report.verdict]} at {report.answer.target_level}{hope}"


def level_line(report: Report) -> str:
    """What scope the deeds show, against the target."""
    shown, target = report.level, report.answer.target_level
    scope = SCOPE_WORDS[shown]
    if shown == target:
        return f"The scope you show is {shown}, as asked: {scope}."
    if LEVELS.index(shown) < LEVELS.index(target):
        if report.verdict in ("yes", "strong-yes"):
            return f"It counts although its scope is {shown} ({scope}); expect to be asked for {SCOPE_WORDS[target]}."
        return f"The scope you show is {shown} ({scope}); {target} asks for {SCOPE_WORDS[target]}."
    return f"The scope you show is {shown}, above the target: {scope}."


def said_once(report: Report, score: Score) -> Iterator[tuple[Reason, str]]:
    """The reasons of a score, each with its quote in full; "" where there is none or the one above has it too."""
    last = ""
    for reason in score.reasons:
        quote = ""
        if reason.start is not None and reason.end is not None:
            quote = report.text[reason.start : reason.end]
        yield reason, "" if quote == last else quote
        last = quote or last


def counts_line(report: Report) -> str:
    """`2 errors, 1 warning`, or `nothing to mend`."""
    parts = []
    for severity in SEVERITIES:
        number = sum(f.severity == severity for f in report.findings)
        if number:
            parts.append(f"{number} {severity}{'s' if number > 1 else ''}")
    return ", ".join(parts) or "nothing to mend"


def length_line(report: Report) -> str:
    """`415 words, 2 min 46 s spoken`."""
    words = report.answer.words
    return f"{words:,} word{'' if words == 1 else 's'}, {duration(report.answer.seconds)} spoken"


def title(name: str) -> str:
    """`bias-for-action` as people write it: `Bias for action`."""
    plain = one_line(name).replace("-", " ")
    return _AS_WRITTEN.get(name) or plain[:1].upper() + plain[1:]


def first_steps(report: Report, limit: int = 3) -> tuple[str, ...]:
    """What to do first, what costs most at the head (`storybank.reviewer.steps`)."""
    if not report.is_story:
        return NO_STORY_STEPS
    return tuple(islice(ordered_steps(report), limit))


def steps_title(report: Report) -> str:
    """The heading over `first_steps`: polish must not sound like a fault where there is nothing to mend."""
    if not report.is_story:
        return "How to begin"
    faults = any(finding.severity != "note" for finding in report.findings)
    sound = not report.findings or (not faults and report.verdict in ("yes", "strong-yes"))
    return "To lift it further" if sound else "Do this first"


def praise(report: Report) -> str:
    """What is said in place of findings; a story with steps left is not told to stay as it is."""
    return "Nothing to mend." if first_steps(report) else "Nothing to mend. Keep this one as it is."
