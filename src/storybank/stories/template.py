"""What a new story is asked for: the questions of the guided interview, and the same as hints in an empty file."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from storybank.stories.story import FollowUp, Story


@dataclass(frozen=True, slots=True)
class Ask:
    """One question of the interview; `field` is what the answer fills. `several`: one answer a line until none."""

    field: str
    question: str
    hint: str
    several: bool = False


ASKS: tuple[Ask, ...] = (
    Ask("title", "What would you call this story?", "a handful of words that you will know it by"),
    Ask("employer", "Where was it?", "the employer or project; leave it empty to keep it out"),
    Ask("period", "When was it?", "such as 2022, or spring 2021 to autumn 2022"),
    Ask("situation", "What was going on, and why did it matter?", "who suffered, what was at stake"),
    Ask("task", "What was yours to do?", "your part, what would count as done, and what stood in the way"),
    Ask("actions", "What did you yourself do, step by step?", "one deed a line, with its reason", several=True),
    Ask("result", "What came of it?", "before and after, for whom, and whether it lasted"),
    Ask("figures", "Which figures does it rest on?",
        "one a line: 40% less (measured: where); or (estimated), (from memory)", several=True),
    Ask("learning", "What did you learn, and where have you used it since?", "something you now do differently"),
    Ask("followups", "What would an interviewer ask next?", "one question a line", several=True),
    Ask("principles", "Which principles does it show?", "two or three; `storybank tag` can suggest some"),
    Ask("notes", "Anything to remember that is not told?", "what to look up, whom to ask"),
)  # fmt: skip

_BESIDE: dict[str, str] = {
    "tellings": "How do you tell it in less time? Each with a name: ### 30 seconds, and the words below it.",
    "told": "Where have you told it? - 2024-05-01, and below it two spaces and company: Acme, round: onsite.",
}
"""What a file has a place for and nobody is asked for: it comes later."""
_HINT = re.compile(r"[ \t]*<!-- hint: .* -->[ \t]*")
_HAS_ID = re.compile(r"\ufeff?---[ \t]*\r?\n(?:(?!---|\.\.\.).*\n)*?id:", re.IGNORECASE)


def template(title: str = "") -> str:
    """An empty story file, with a hint below each heading."""
    from storybank.stories.front import scalar

    lines = [
        "---",
        f"title: {scalar(title)}" if title else "title:",
        "employer:",
        "masked: no",
        "period:",
        "period_masked: no",
        "principles: []",
        "themes: []",
        "category:",
        "level:",
        "status: draft",
        "links: []",
        "---",
        "",
    ]
    from storybank.stories.sections import HEADINGS

    hints = {ask.field: f"{ask.question} {_sentence(ask.hint)}" for ask in ASKS} | _BESIDE
    for field, heading in HEADINGS.items():
        if field in hints:
            lines += [f"## {heading}", "", f"<!-- hint: {hints[field]} -->", ""]
    return "\n".join(lines)


def without_hints(text: str) -> str:
    """The file without the lines that are nothing but our hints.

    A file with an `id` is no template that was filled in, so whatever looks like a hint there is the owner's.
    """
    if _HAS_ID.match(text):
        return text
    return "\n".join(line for line in text.split("\n") if not _HINT.fullmatch(line.rstrip("\r")))


def open_asks(story: Story) -> tuple[Ask, ...]:
    """The questions that a story has no answer to yet."""
    return tuple(
        ask
        for ask in ASKS
        if not getattr(story, ask.field) and not (ask.field == "situation" and story.prose)
    )


def answered(story: Story, field: str, answers: tuple[str, ...]) -> Story:
    """The story with the answer to one question; no answer changes nothing."""
    given = tuple(text.strip() for text in answers if text.strip())
    if not given:
        return story
    if field == "figures":
        from storybank.stories.sections import figure_of

        return replace(story, figures=tuple(figure_of(text) for text in given))
    if field == "followups":
        return replace(story, followups=tuple(FollowUp(text) for text in given))
    if field == "principles":
        names = [name.strip() for text in given for name in text.split(",")]
        return replace(story, principles=tuple(name for name in names if name))
    if field == "actions":
        return replace(story, actions=given)
    value = "\n".join(given)
    return replace(story, **{field: value})  # type: ignore[arg-type]


def _sentence(hint: str) -> str:
    return f"{hint[:1].upper()}{hint[1:]}."
