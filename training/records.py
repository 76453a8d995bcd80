"""Labelled answers as training examples: sentences with labels, tags and the words that carry a judgement."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

PARTS = ("situation", "task", "action", "result", "learning", "other")
TAGS = [
    "own",
    "joint",
    "others",
    "choice",
    "influence",
    "check",
    "unasked",
    "assigned",
    "handoff",
    "wait",
    "credit",
    "blame",
    "would",
    "effort",
    "rush",
    "yield",
    "gloat",
    "upfirst",
    "hedge",
    "outcome",
    "measured",
    "business",
    "lasting",
    "feeling",
    "generic",
    "insight",
    "changed",
    "sameagain",
    "ownfault",
    "pain",
    "scope6",
    "scope7",
    "filler",
]
DEFECTS = [
    "missing-situation",
    "missing-task",
    "missing-result",
    "missing-learning",
    "overlong-situation",
    "thin-action",
    "we-without-i",
    "assigned-not-initiated",
    "handed-off",
    "waited-passively",
    "sole-credit",
    "blames-others",
    "hypothetical",
    "effort-as-ownership",
    "unquantified-result",
    "vague-result",
    "technical-only-result",
    "generic-lesson",
    "nothing-to-change",
    "ignored-risk",
    "avoided-conflict",
    "proved-them-wrong",
    "escalated-first",
    "scope-below-level",
    "scope-above-level",
    "hedged",
    "filler-heavy",
    "too-long",
    "too-short",
    "names-a-person",
]
PRINCIPLES = [
    "customer-obsession",
    "ownership",
    "invent-and-simplify",
    "are-right-a-lot",
    "learn-and-be-curious",
    "hire-and-develop-the-best",
    "insist-on-the-highest-standards",
    "think-big",
    "bias-for-action",
    "frugality",
    "earn-trust",
    "dive-deep",
    "have-backbone-disagree-and-commit",
    "deliver-results",
    "strive-to-be-earths-best-employer",
    "success-and-scale-bring-broad-responsibility",
]
SCORES = ("clarity", "principle", "impact", "growth")
VERDICTS = ("strong-no", "no", "yes", "strong-yes")
LEVELS = ("L5", "L6", "L7")


@dataclass(slots=True)
class Sentence:
    """A gold sentence: its range in the text, its part, its evidence tags (None: nobody tagged it).

    `torn` marks the later piece of a sentence that was cut in two: something to label, no place to cut.
    """

    start: int
    end: int
    label: str
    tags: frozenset[str] | None
    torn: bool = False


@dataclass(slots=True)
class Example:
    """One labelled answer."""

    id: str
    story: str
    text: str
    question: str
    target: str
    style: str
    telling: str | None
    sentences: list[Sentence]
    defects: dict[str, list[tuple[int, int]]]
    figures: list[tuple[int, int]]
    scores: tuple[int, ...]
    verdict: str
    level: str
    principles: tuple[str, ...]
    record: dict[str, Any] = field(repr=False, default_factory=dict)
    partial: bool = False  # foreign sentences were put in: labels of the whole no longer hold


def find(text: str, quote: str, at: int = 0) -> tuple[int, int] | None:
    """Where `quote` stands in `text` from `at` on, white space folded."""
    pattern = re.compile(r"\s+".join(re.escape(word) for word in quote.split()))
    match = pattern.search(text, at)
    return match.span() if match else None


def example(record: dict[str, Any]) -> Example:
    """Read one JSON record of the labelled-answer format (docs/labelled-answers.md)."""
    text = record["text"]
    sentences, position = [], 0
    for part in record["parts"]:
        span = find(text, part["quote"], position)
        if span is None:
            raise ValueError(f"{record['id']}: part not in text: {part['quote'][:50]!r}")
        position = span[1]
        tags = frozenset(part["tags"]) if "tags" in part else None
        sentences.append(Sentence(*span, part["label"], tags))
    defects: dict[str, list[tuple[int, int]]] = {}
    for defect in record["defects"]:
        spans = defects.setdefault(defect["name"], [])
        if defect.get("quote") and (span := find(text, defect["quote"])):
            spans.append(span)
    figures = [span for quote in record["figures"] if (span := find(text, quote))]
    return Example(
        record["id"], record["story"], text, record["question"], record["target_level"], record["style"],
        record.get("telling"), sentences, defects, figures, tuple(record["scores"][s] for s in SCORES),
        record["verdict"], record["level"], tuple(record["principles"]), record,
    )  # fmt: skip


LETTERS = dict(zip("STARLO", PARTS, strict=True))


@dataclass(slots=True)
class Banked:
    """A sentence on its own, with its part and tags: rare things said in many ways."""

    label: str
    tags: frozenset[str]
    text: str


def load_bank(path: Path) -> list[Banked]:
    """Read a sentence bank, `PART | tags | sentence` a line."""
    bank = []
    for line in path.read_text(encoding="utf-8").splitlines():
        cells = [c.strip() for c in line.split("|", 2)]
        if len(cells) == 3 and cells[0] in LETTERS and cells[2]:
            bank.append(Banked(LETTERS[cells[0]], frozenset(cells[1].split()) & set(TAGS), cells[2]))
    return bank


def load(*paths: Path) -> list[Example]:
    """All examples of some files."""
    return [
        example(json.loads(line))
        for path in paths
        for line in path.read_text(encoding="utf-8").splitlines()
        if line.strip()
    ]
