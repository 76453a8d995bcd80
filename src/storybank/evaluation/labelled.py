"""Labelled answers: what the raters said of an answer, read from JSON lines and checked.

The format is that of docs/labelled-answers.md, one object a line. Keys that it does not name are ignored.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Final, Literal, cast

from storybank.errors import BadLabels
from storybank.playbook.names import LEVELS, Level
from storybank.reviewer.report import DIMENSIONS, VERDICTS, Dimension, Verdict
from storybank.signals.tags import TAGS
from storybank.text import PART_KINDS, PartKind, Span

Style = Literal["written", "spoken", "transcript"]
STYLES: Final[tuple[Style, ...]] = ("written", "spoken", "transcript")
Telling = Literal["strong", "middling", "weak"]
TELLINGS: Final[tuple[Telling, ...]] = ("strong", "middling", "weak")
"""Best first."""
DEFECTS: Final = (
    "missing-situation", "missing-task", "missing-result", "missing-learning", "overlong-situation",
    "thin-action", "we-without-i", "assigned-not-initiated", "handed-off", "waited-passively",
    "sole-credit", "blames-others", "hypothetical", "effort-as-ownership", "unquantified-result",
    "vague-result", "technical-only-result", "generic-lesson", "nothing-to-change", "ignored-risk",
    "avoided-conflict", "proved-them-wrong", "escalated-first", "scope-below-level", "scope-above-level",
    "hedged", "filler-heavy", "too-long", "too-short", "names-a-person",
)  # fmt: skip
"""The names that raters may give; a rule beyond these is a note and is not compared."""
PRINCIPLES: Final = (
    "customer-obsession", "ownership", "invent-and-simplify", "are-right-a-lot", "learn-and-be-curious",
    "hire-and-develop-the-best", "insist-on-the-highest-standards", "think-big", "bias-for-action",
    "frugality", "earn-trust", "dive-deep", "have-backbone-disagree-and-commit", "deliver-results",
    "strive-to-be-earths-best-employer", "success-and-scale-bring-broad-responsibility",
)  # fmt: skip
_SHOWN = 40  # characters of a quote that an error message repeats


@dataclass(frozen=True, slots=True)
class GoldPart:
    """One entry of `parts`: a sentence, or adjacent sentences with one label.

    `span` points into the text. `tags` say what the sentence shows; None where nobody tagged it.
    """

    label: PartKind
    span: Span
    tags: frozenset[str] | None = None


@dataclass(frozen=True, slots=True)
class GoldDefect:
    """A defect that a rater saw, and the words that carry it (None: the answer as a whole)."""

    name: str
    span: Span | None


@dataclass(frozen=True, slots=True)
class LabelledAnswer:
    """One answer with its labels. Every span points into `text`; `scores` are whole numbers, 1 to 5."""

    id: str
    story: str
    telling: Telling | None
    question: str | None
    target_level: Level
    style: Style
    text: str
    parts: tuple[GoldPart, ...]
    defects: tuple[GoldDefect, ...]
    figures: tuple[Span, ...]
    scores: Mapping[Dimension, int]
    verdict: Verdict
    level: Level
    principles: tuple[str, ...]


def parse(files: Iterable[tuple[str, str]]) -> tuple[LabelledAnswer, ...]:
    """The answers of some files, given as (name, content) pairs, in order.

    Raises `BadLabels`, naming file and line, for a line that is no JSON, for a label outside the format,
    for a quote that is not in its text, for parts that leave out or repeat text, and for an id used twice.
    """
    answers: list[LabelledAnswer] = []
    places: dict[str, str] = {}
    for name, content in files:
        # Not splitlines(): JSON strings may hold U+2028 and its like as they are.
        for number, line in enumerate(content.split("\n"), 1):
            if not line.strip():
                continue
            place = f"{name}, line {number}"
            answer = _answer(_record(line, place), place)
            if answer.id in places:
                raise BadLabels(
                    f"{place}: the id {answer.id!r} is used already at {places[answer.id]}; rename one"
                )
            places[answer.id] = place
            answers.append(answer)
    return tuple(answers)


def find(text: str, quote: str, at: int = 0) -> Span | None:
    """The first place of `quote` in `text` from `at` on, any run of white space equal to any other.

    A place that cuts no word in two is preferred. None where there is none, or the quote is blank.
    """
    words = quote.split()
    if not words:
        return None
    pattern = r"\s+".join(map(re.escape, words))
    for whole in (rf"(?<!\w){pattern}(?!\w)", pattern):
        if match := re.compile(whole).search(text, at):
            return Span(*match.span())
    return None


def _record(line: str, place: str) -> dict[str, Any]:
    try:
        record = json.loads(line)
    except (ValueError, RecursionError) as fault:
        raise BadLabels(f"{place}: not a JSON object ({fault}); write one object on each line") from None
    if not isinstance(record, dict):
        raise BadLabels(f"{place}: not a JSON object; write one object on each line")
    return record


def _answer(record: dict[str, Any], place: str) -> LabelledAnswer:
    got = _Fields(record, place)
    text = got.string("text")
    telling = record.get("telling")
    return LabelledAnswer(
        id=got.string("id"),
        story=got.string("story"),
        telling=None if telling is None else cast(Telling, got.one_of("telling", TELLINGS)),
        question=None if record.get("question") is None else got.string("question"),
        target_level=cast(Level, got.one_of("target_level", LEVELS)),
        style=cast(Style, got.one_of("style", STYLES)),
        text=text,
        parts=_parts(got, text),
        defects=tuple(_defect(got, item, text) for item in got.items("defects")),
        figures=tuple(got.place_of("figures", item, text) for item in got.items("figures")),
        scores=_scores(got),
        verdict=cast(Verdict, got.one_of("verdict", VERDICTS)),
        level=cast(Level, got.one_of("level", LEVELS)),
        principles=_principles(got),
    )


@dataclass(frozen=True, slots=True)
class _Fields:
    """The fields of one record; every complaint names its place."""

    record: dict[str, Any]
    place: str

    def fail(self, what: str) -> BadLabels:
        return BadLabels(f"{self.place}: {what}")

    def get(self, key: str) -> Any:
        if key not in self.record:
            raise self.fail(f"`{key}` is missing")
        return self.record[key]

    def string(self, key: str) -> str:
        value = self.get(key)
        if not isinstance(value, str) or not value.strip():
            raise self.fail(f"`{key}` must be a text that is not blank")
        return value

    def one_of(self, key: str, known: tuple[str, ...]) -> str:
        return self.known(key, self.get(key), known)

    def known(self, key: str, value: Any, known: Iterable[str]) -> str:
        if not isinstance(value, str) or value not in known:
            raise self.fail(f"{value!r} is no `{key}`; use one of {', '.join(known)}")
        return value

    def items(self, key: str) -> list[Any]:
        value = self.get(key)
        if not isinstance(value, list):
            raise self.fail(f"`{key}` must be a list")
        return value

    def place_of(self, key: str, quote: Any, text: str) -> Span:
        span = find(text, quote) if isinstance(quote, str) else None
        if span is None:
            raise self.fail(f"a quote in `{key}` is not in the text: {str(quote)[:_SHOWN]!r}")
        return span


def _parts(got: _Fields, text: str) -> tuple[GoldPart, ...]:
    parts: list[GoldPart] = []
    at = 0
    for item in got.items("parts"):
        if not isinstance(item, dict) or not isinstance(item.get("quote"), str):
            raise got.fail("each entry of `parts` must be an object with `label` and `quote`")
        label = cast(PartKind, got.known("label", item.get("label"), PART_KINDS))
        span = _next(text, item["quote"], at)
        if span is None:
            raise got.fail(
                "`parts` must cover the whole text in order; the text goes on with "
                f"{text[at:].lstrip()[:_SHOWN]!r}, the part with {item['quote'][:_SHOWN]!r}"
            )
        at = span.end
        parts.append(GoldPart(label, span, _tags(got, item.get("tags"))))
    if text[at:].strip():
        raise got.fail(f"`parts` end before the text does, at {text[at:].lstrip()[:_SHOWN]!r}")
    return tuple(parts)


def _next(text: str, quote: str, at: int) -> Span | None:
    """Where `quote` stands if it is the very next thing in the text, runs of white space alike."""
    start = at
    for number, word in enumerate(quote.split()):
        begin = at
        while begin < len(text) and text[begin].isspace():
            begin += 1
        if not text.startswith(word, begin) or (number and begin == at):
            return None
        start = start if number else begin
        at = begin + len(word)
    return Span(start, at) if quote.strip() else None


def _tags(got: _Fields, value: Any) -> frozenset[str] | None:
    if value is None:
        return None
    if not isinstance(value, list):
        raise got.fail("`tags` must be a list")
    return frozenset(got.known("tag", tag, TAGS) for tag in value)


def _defect(got: _Fields, item: Any, text: str) -> GoldDefect:
    if not isinstance(item, dict):
        raise got.fail("each entry of `defects` must be an object with `name` and `quote`")
    name = got.known("defect", item.get("name"), DEFECTS)
    quote = item.get("quote")
    return GoldDefect(name, got.place_of("defects", quote, text) if quote else None)


def _scores(got: _Fields) -> dict[Dimension, int]:
    given = got.get("scores")
    scores: dict[Dimension, int] = {}
    for dimension in DIMENSIONS:
        value = given.get(dimension) if isinstance(given, dict) else None
        if type(value) is not int or not 1 <= value <= 5:
            raise got.fail(f"the score `{dimension}` must be a whole number from 1 to 5, not {value!r}")
        scores[dimension] = value
    return scores


def _principles(got: _Fields) -> tuple[str, ...]:
    named = tuple(got.known("principle", name, PRINCIPLES) for name in got.items("principles"))
    if not 1 <= len(named) <= 3 or len(set(named)) != len(named):
        raise got.fail("`principles` must name one to three, none twice, best first")
    return named
