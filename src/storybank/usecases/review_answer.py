"""Review one answer: what `storybank review` and `storybank.review` do."""

from __future__ import annotations

from collections.abc import Collection

from storybank.errors import UnknownName
from storybank.playbook.timing import OWN_PROFILE
from storybank.playbook.timing import profile as profile_named
from storybank.reviewer.engine import review
from storybank.reviewer.report import LEVELS, Level, Report
from storybank.text import Document, read
from storybank.text.read import Input

WORDS_A_MINUTE = 150.0
DEFAULT_LEVEL: Level = "L6"


def review_document(
    document: Document,
    *,
    question: str | None = None,
    level: str | None = None,
    profile: str | None = None,
    wpm: float | None = None,
    off: Collection[str] = (),
) -> Report:
    """Review a document that has been read. What is None falls to the front matter, then to the defaults.

    Raises `UnknownName` for a level or profile that does not exist.
    """
    target = level_named(level or document.front.level or DEFAULT_LEVEL)
    chosen = profile_named(profile or document.front.profile or OWN_PROFILE[target])
    return review(
        document,
        question=question or document.front.question,
        level=target,
        profile=chosen,
        wpm=wpm or WORDS_A_MINUTE,
        off=off,
    )


def review_text(
    text: str,
    *,
    question: str | None = None,
    level: str | None = None,
    profile: str | None = None,
    wpm: float | None = None,
    off: Collection[str] = (),
    input: Input = "auto",
) -> Report:
    """Review an answer given as text; see `review_document`."""
    return review_document(
        read(text, input), question=question, level=level, profile=profile, wpm=wpm, off=off
    )


def level_named(name: str) -> Level:
    """`l6`, `L6`: the level of that name; raises `UnknownName`."""
    for level in LEVELS:
        if level.lower() == name.strip().lower():
            return level
    raise UnknownName("level", name, LEVELS)
