"""From a candidate to a draft for the bank: quotes and prompts, and nothing that its owner did not write."""

from __future__ import annotations

from storybank.stories.mining.model import MEANINGS, Candidate
from storybank.stories.story import Figure, Story, told_text


def draft(candidate: Candidate) -> Story:
    """A story of the candidate's quotes; where they stand, what is missing and the questions are its notes.

    It has no id yet: who keeps it gives one.
    """
    prose = "\n\n".join(dict.fromkeys(q.text for q in candidate.quotes))
    figures = tuple(Figure(f.text, "unknown", f.place.words()) for f in candidate.figures)
    return Story("", candidate.title, prose=prose, figures=figures, status="draft", notes=_notes(candidate))


def already_kept(candidate: Candidate, stories: list[Story]) -> Story | None:
    """The story of the bank that holds the candidate's first quote word for word, if any does."""
    wanted = _flat(candidate.quotes[0].text)
    return next((s for s in stories if wanted in _flat(told_text(s))), None)


def _notes(candidate: Candidate) -> str:
    lines = ["Found in:"]
    lines += [f"- {words}" for words in dict.fromkeys(q.place.words() for q in candidate.quotes)]
    if candidate.context:
        lines.append(f"Below: {candidate.context}")
    if candidate.missing:
        lines += ["", "The words found do not show that:"]
        lines += [f"- {MEANINGS[name]}" for name in candidate.missing]
    lines += ["", "Ask yourself:", *(f"- {question}" for question in candidate.questions)]
    return "\n".join(lines)


def _flat(text: str) -> str:
    return " ".join(text.split())
