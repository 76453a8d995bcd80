"""Review one answer: what `storybank review` and `storybank.review` do."""

from __future__ import annotations

from collections.abc import Collection

from storybank.errors import UnknownName, UnreadableInput
from storybank.playbook.names import LEVELS, Level
from storybank.playbook.timing import OWN_PROFILE
from storybank.playbook.timing import profile as profile_named
from storybank.reviewer.engine import review
from storybank.reviewer.report import Report
from storybank.rules.model import FAMILIES
from storybank.rules.registry import RULES, switched
from storybank.text import Document, read
from storybank.text.read import Input
from storybank.usecases.settings import FASTEST, SLOWEST

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

    Raises `UnknownName` for a level, profile, rule or family that does not exist, `ValueError` for a pace that nobody
    speaks at, `TypeError` for a value of another kind.
    """
    for name, given in (("question", question), ("level", level), ("profile", profile)):
        if given is not None and not isinstance(given, str):
            raise TypeError(f"{name} is {_said(given)}; give it as text, or leave it out")
    target = level_named(level or document.front.level or DEFAULT_LEVEL)
    chosen = profile_named(profile or document.front.profile or OWN_PROFILE[target])
    return review(
        document,
        question=question or document.front.question,
        level=target,
        profile=chosen,
        wpm=_pace(wpm),
        off=_switched_off(off),
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
    """Review an answer given as text; see `review_document`. Raises `UnreadableInput` where there is no word in it."""
    if not isinstance(text, str):
        hint = (
            "decode them first, as in data.decode()" if isinstance(text, bytes) else "give the answer as text"
        )
        raise TypeError(f"the answer is {_said(text)}; {hint}")
    if not text.strip():
        raise UnreadableInput(
            "there are no words in it; give the answer as plain text, Markdown or a transcript"
        )
    return review_document(
        read(text, input), question=question, level=level, profile=profile, wpm=wpm, off=off
    )


def _said(given: object) -> str:
    """`None`, or the kind of a value."""
    return "None" if given is None else f"of type {type(given).__name__}"


def _pace(wpm: float | None) -> float:
    """Words a minute; raises `ValueError` for what is no pace of speech."""
    if wpm is None:
        return WORDS_A_MINUTE
    if isinstance(wpm, bool) or not isinstance(wpm, (int, float)):
        raise TypeError(f"wpm is {_said(wpm)}; give words a minute as a number, such as 150")
    if not SLOWEST <= wpm <= FASTEST:
        raise ValueError(f"wpm is {wpm:g}; people speak at {SLOWEST} to {FASTEST} words a minute")
    return float(wpm)


def _switched_off(names: Collection[str]) -> frozenset[str]:
    """The rules and families of these names or codes; raises `UnknownName` for one that is neither."""
    if (
        isinstance(names, str)
        or not isinstance(names, Collection)
        or not all(isinstance(name, str) for name in names)
    ):
        raise TypeError('off takes several names of rules or families, as in off=["hedged", "privacy"]')
    known = (*(rule.name for rule in RULES), *FAMILIES)
    for name in names:
        if switched((name,))[1]:
            raise UnknownName("rule or family", name, known)
    return switched(names)[0]


def level_named(name: str) -> Level:
    """`l6`, `L6`: the level of that name; raises `UnknownName`."""
    for level in LEVELS:
        if level.lower() == name.strip().lower():
            return level
    raise UnknownName("level", name, LEVELS)
