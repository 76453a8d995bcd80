"""The whole answers that these suites turn over: our own stories, our own non-answers, and their reviews.

A story's file has front matter for the suites (never shown to the reviewer) and one section a part. The
sections are joined in the order of the file, so an answer may begin with its end; `result without figures` is
the same outcome told without anything to check and belongs to no answer as it stands.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import storybank
from storybank.playbook.names import LEVELS
from storybank.reviewer.report import DIMENSIONS, VERDICTS, Report

CASES = Path(__file__).parent / "cases"
BARE = "result without figures"
_SECTION = re.compile(r"^# (.+)\n", re.MULTILINE)
_SENTENCE_END = re.compile(r"(?<=[.!?])\s+")


@dataclass(frozen=True, slots=True)
class Story:
    """An answer in its parts: (kind, words) in the order in which they are told."""

    name: str
    question: str
    level: str
    strength: str
    style: str
    parts: tuple[tuple[str, str], ...]
    bare_result: str | None

    @property
    def text(self) -> str:
        """The answer as the reviewer gets it."""
        return self.told(self.parts)

    @property
    def spoken(self) -> bool:
        """True for a transcript that has no punctuation."""
        return self.style == "transcript"

    def told(self, parts: tuple[tuple[str, str], ...]) -> str:
        """These parts in the form of this answer: with headings, in paragraphs or as a stream of words."""
        if self.style == "headed":
            return "\n\n".join(f"## {kind.capitalize()}\n\n{words}" for kind, words in parts)
        return (" " if self.spoken else "\n\n").join(words for _, words in parts)

    def has(self, kind: str) -> bool:
        """True when a part of that kind is told."""
        return any(k == kind for k, _ in self.parts)

    def replacing(self, kind: str, words: str | None) -> str:
        """The answer with other words for a part; None leaves it out."""
        parts = ((k, words if k == kind else w) for k, w in self.parts)
        return self.told(tuple((k, w) for k, w in parts if w))

    def sentences(self, words: str) -> list[str]:
        """The sentences of a part; a transcript has one."""
        return [words] if self.spoken else _SENTENCE_END.split(words)

    def inserted(self, sentence: str) -> str:
        """A sentence of ours as this speaker would write it."""
        return re.sub(r"[.,;!]", "", sentence).lower() if self.spoken else sentence


def _load(path: Path) -> Story:
    _, front, body = path.read_text(encoding="utf-8").split("---\n", 2)
    facts = dict(line.split(": ", 1) for line in front.splitlines() if line)
    pieces = _SECTION.split(body)
    sections = [(kind, words.strip()) for kind, words in zip(pieces[1::2], pieces[2::2], strict=True)]
    return Story(
        name=path.stem,
        question=facts["question"],
        level=facts["level"],
        strength=facts["strength"],
        style=facts.get("style", "written"),
        parts=tuple((kind, words) for kind, words in sections if kind != BARE),
        bare_result=dict(sections).get(BARE),
    )


STORIES = tuple(_load(path) for path in sorted((CASES / "stories").iterdir()))
NON_ANSWERS = {path.stem: path.read_text(encoding="utf-8") for path in sorted((CASES / "none").iterdir())}


@cache
def reviewed(text: str, question: str | None, level: str) -> Report:
    """The review, made once a session for each text."""
    return storybank.review(text, question=question, level=level)


def review_as(story: Story, text: str | None = None) -> Report:
    """The review of a story, or of another text as an answer to the same question at the same level."""
    return reviewed(story.text if text is None else text, story.question, story.level)


def marks(report: Report) -> dict[str, int]:
    """The four scores, and verdict and level as numbers, by name."""
    return {
        **{name: report.scores[name].value for name in DIMENSIONS},
        "verdict": VERDICTS.index(report.verdict),
        "level": LEVELS.index(report.level),
    }


def defects(report: Report) -> set[str]:
    """The rules that raise a warning or an error."""
    return {finding.rule for finding in report.findings if finding.severity != "note"}


def raised(report: Report) -> set[str]:
    """The rules that raise anything, notes too."""
    return {finding.rule for finding in report.findings}
