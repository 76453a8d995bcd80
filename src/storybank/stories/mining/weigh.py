"""How far an event meets what makes a story: driven by oneself, hard, measurable, instructive, with something at stake.

The reader of answers says of each sentence what it shows; figures, the voice of the sentence and a few words say
what a line without a subject or a context leaves open. Each criterion is a number from 0 to 1.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, Protocol

from storybank.signals.encoder.reader import Read, Told
from storybank.signals.figures import Figure, find_figures
from storybank.signals.tags import TAGS
from storybank.stories.mining.cues import cues
from storybank.stories.mining.model import CRITERIA, Criterion, Voice
from storybank.stories.mining.voice import Owner, heard, voice
from storybank.stories.mining.wording import deeds, said, tokens
from storybank.text.span import Span

WEIGHTS: Final[dict[Criterion, float]] = {
    "drove": 0.30,
    "obstacle": 0.22,
    "measured": 0.22,
    "learnt": 0.10,
    "stakes": 0.16,
}
_GATE: Final[dict[Voice, float]] = {"own": 1.0, "joint": 0.6, "duty": 0.35, "other": 0.35, "none": 0.5}
_RANK: Final[tuple[Voice, ...]] = ("own", "joint", "duty", "other", "none")
_HAPPENS: Final = 0.2  # of the worth is for how much happens, the rest for the criteria
_MANY: Final = 5  # verbs in the past: a whole chain of events
_STATE: Final = 0.5  # what is left of words in which nothing happens,
_ROUTINE: Final = 0.6  # in which it goes as it always does,
_RESULT: Final = 0.75  # a result so well measured is somebody's, though its words name nobody
_GATE_RESULT: Final = 0.8
_CHANGE: Final = re.compile(r"\d.*\sto\s.*\d")
_VAGUE: Final = 0.75  # and which have no number, no day and no quoted word
_PARTICULAR: Final = re.compile(
    r"\d|(?<!\w)(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozen|hundred|thousand|first|second|third|"
    r"a week|a month|weekend|overnight|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|January|February|March|April|June|"
    r"July|August|September|October|November|December|spring|summer|autumn|winter|Easter|Christmas)(?!\w)|[“\"]"
)
_MOST: Final = 60  # sentences of one event that are read


class Hears(Protocol):
    """What is needed of `storybank.signals.encoder.reader.Reader`."""

    tags: tuple[str, ...]

    def read(self, prose: str) -> Read: ...

    def tell(self, read: Read, sentences: Sequence[Span]) -> Told: ...


@dataclass(frozen=True, slots=True)
class Weighed:
    """An event's criteria and voice; `base` is its worth, 0 to 1, before its age counts.

    `because` are the words that speak for each criterion; what only the reader heard has none.
    """

    voice: Voice
    criteria: dict[Criterion, float]
    base: float
    because: dict[Criterion, tuple[str, ...]]
    shows: dict[str, float]
    lead: str


def weigh(
    sentences: Sequence[tuple[str, bool]], owner: Owner, reader: Hears | None, *, own: bool = False
) -> Weighed:
    """Weigh the sentences of one event, each with whether it is a bullet point; there must be at least one.

    Without a reader, figures, voice and words decide alone: quick, and good enough to leave out the dullest. `own`
    says that all of them tell of the person whatever their wording, as commit messages do.
    """
    told = list(sentences)[:_MOST]
    if own:
        voices: list[Voice] = ["own"] * len(told)
        spoken = [text if text.startswith("I ") else f"I {text[:1].lower()}{text[1:]}" for text, _ in told]
    else:
        voices = [voice(text, owner, bullet=bullet) for text, bullet in told]
        spoken = [heard(text, owner, v) for (text, _), v in zip(told, voices, strict=True)]
    shows = _shows(spoken, reader) if reader else dict.fromkeys(TAGS, 0.0)
    text = " ".join(t for t, _ in told)
    figures = [(t, f) for t, _ in told for f in find_figures(t)]
    whose = min(voices, key=_RANK.index)
    because = {name: cues(name, text, figures) for name in CRITERIA}
    because["measured"] = tuple(
        dict.fromkeys(f.span.of(t) for t, f in figures if _measured(f, shows) >= 0.55 and _telling(f, t))
    )
    criteria = _criteria(whose, own, because, figures, shows)
    result = criteria["measured"] >= _RESULT
    worth = (
        (1 - _HAPPENS) * sum(WEIGHTS[name] * value for name, value in criteria.items())
        + _HAPPENS * min(1.0, (deeds(text) + own) / _MANY)
    )  # fmt: skip
    worth *= _GATE_RESULT if result and whose == "none" else _GATE[whose]
    worth *= _event(text, own or result) * (1.0 if result else min(1.0, (len(tokens(text)) + 4) / 14))
    rounded: dict[Criterion, float] = {name: round(value, 3) for name, value in criteria.items()}
    return Weighed(whose, rounded, worth, because, shows, _lead(told, voices))


def _criteria(
    whose: Voice, own: bool, because: dict[Criterion, tuple[str, ...]],
    figures: Sequence[tuple[str, Figure]], shows: dict[str, float],
) -> dict[Criterion, float]:  # fmt: skip
    """Each criterion by its words, its figures and what the reader heard."""
    money = any(f.kind == "money" for _, f in figures)
    compared = 0.75 if any(_compares(t) for t, _ in figures) else 0.0
    return {
        "drove": max(_drove(whose, bool(because["drove"]), shows), 0.6 * own),
        "obstacle": _either(
            _count(because["obstacle"], 0.55, 0.75, 0.85), 0.5 * shows["pain"], 0.3 * shows["influence"],
            0.25 * shows["choice"],
        ),
        "measured": max([compared, *(_measured(f, shows) for _, f in figures), 0.15 * shows["measured"]]),
        "learnt": _either(
            _count(because["learnt"], 0.7, 0.85, 0.9), 0.3 * shows["insight"], 0.3 * shows["ownfault"],
            0.2 * shows["changed"],
        ),
        "stakes": _either(
            _count([w for w in because["stakes"] if w[0].isalpha()], 0.4, 0.6, 0.75), 0.35 * shows["business"],
            0.25 * shows["pain"], 0.3 * max(shows["scope6"], shows["scope7"]), 0.35 * money,
        ),
    }  # fmt: skip


def _event(text: str, happens: bool) -> float:
    """What is left of the worth of words in which nothing happens, only what always does, or nothing particular."""
    return (
        (1.0 if happens or deeds(text) else _STATE)
        * (_ROUTINE if said("routine", text) else 1.0)
        * (1.0 if _PARTICULAR.search(text) else _VAGUE)
    )


def _lead(told: Sequence[tuple[str, bool]], voices: Sequence[Voice]) -> str:
    """The sentence that says best what it is about: the person's own deed, with a figure or trouble; else the first."""

    def worth(k: int) -> float:
        text = told[k][0]
        long = min(len(tokens(text)), 6) / 6
        return (
            2 * (voices[k] == "own")
            + bool(find_figures(text))
            + bool(said("obstacle", text))
            + bool(said("initiative", text))
            + 2 * long
        )

    best = max(range(len(told)), key=lambda k: (worth(k) + 0.6 * (k == 0), -k))
    return told[best][0]


def _telling(figure: Figure, text: str) -> bool:
    """True for a figure that somebody could check: digits, or a share or multiple in words."""
    words = figure.span.of(text).lower()
    return (
        any(c.isdigit() for c in words)
        or figure.kind != "words"
        or any(w in words for w in ("hal", "doubl", "tripl", "trebl"))
    )


def recency(age: int | None) -> float:
    """What an event's age leaves of its worth: all of it for five years, less after seven."""
    if age is None:
        return 0.95
    return 1.0 if age <= 5 else 0.9 if age <= 7 else max(0.4, 0.9 - 0.08 * (age - 7))


def _shows(texts: list[str], reader: Hears) -> dict[str, float]:
    """The clearest evidence of each tag among the sentences."""
    spans, at = [], 0
    for text in texts:
        spans.append(Span(at, at + len(text)))
        at += len(text) + 1
    told = reader.tell(reader.read(" ".join(texts)), spans)
    return {tag: float(told.tags[:, k].max()) for k, tag in enumerate(reader.tags)}


def _drove(whose: Voice, begun: bool, shows: dict[str, float]) -> float:
    base = {"own": 0.5, "joint": 0.25, "duty": 0.1, "other": 0.05, "none": 0.15}[whose]
    if whose != "own":
        return base
    started = max(float(begun), shows["unasked"], 0.8 * shows["influence"])
    return min(1.0, base + 0.2 * shows["own"] + 0.3 * started)


def _measured(figure: Figure, shows: dict[str, float]) -> float:
    """How far a figure says what came of it: a before and after does, the size of a team does not."""
    if figure.pair:
        return 1.0
    sure = max(figure.hint, 0.6 * shows["measured"], 0.4 * shows["outcome"])
    if figure.kind == "words":
        return min(0.7, 0.35 + figure.hint)
    if figure.hint >= 0.4:
        return 0.9
    return (
        min(0.8, 0.25 + 0.6 * sure)
        if figure.kind in ("percent", "money", "ratio")
        else min(0.6, 0.15 + 0.5 * sure)
    )


def _compares(sentence: str) -> bool:
    """True for a sentence with two figures of one kind, or with "9 members to 80": a before and an after."""
    found = find_figures(sentence)
    kinds = [f.kind for f in found if f.kind in ("time", "money", "percent", "ratio", "rating")]
    return len(kinds) > len(set(kinds)) or any(_CHANGE.search(f.span.of(sentence)) for f in found)


def _count(found: Sequence[str], *steps: float) -> float:
    return 0.0 if not found else steps[min(len(found), len(steps)) - 1]


def _either(*chances: float) -> float:
    """The chance that at least one of them holds."""
    left = 1.0
    for chance in chances:
        left *= 1 - chance
    return 1 - left
