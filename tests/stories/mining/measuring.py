"""How well mining ranks the labelled sample documents: precision at 5 and nDCG.

Run it to see the figures: `python -m tests.stories.mining.measuring [--lists]`, or as a file.
"""

from __future__ import annotations

import math
import sys
import tomllib
from datetime import date
from pathlib import Path

from storybank.adapters.documents import read_document
from storybank.signals.fitted import shipped
from storybank.stories.mining.layout import items
from storybank.stories.mining.mine import mine
from storybank.stories.mining.model import Candidate

SAMPLES = Path(__file__).parent / "samples"
TODAY = date(2025, 6, 1)
GOOD = 2
"""The grade from which a candidate counts as found."""


def labelled(half: str) -> dict[str, tuple[Path, list[tuple[int, str]]]]:
    """The documents of a half (`tuned` or `apart`), each with its graded stretches."""
    raw = tomllib.loads((SAMPLES / f"{half}.toml").read_text(encoding="utf-8"))
    return {
        name: (SAMPLES / half / doc["file"], [(g, s) for g, s in doc["grades"]]) for name, doc in raw.items()
    }


def mined(path: Path) -> list[Candidate]:
    """The candidates of one document."""
    return mine([read_document(path)], shipped().reader, TODAY)


def grades_of(found: list[Candidate], labels: list[tuple[int, str]]) -> list[int]:
    """The grade of each candidate in order; a stretch counts once, for the first that holds it."""
    left = list(labels)
    out = []
    for candidate in found:
        text = " ".join(q.text for q in candidate.quotes)
        held = [label for label in left if label[1] in text]
        left = [label for label in left if label not in held]
        out.append(max((grade for grade, _ in held), default=0))
    return out


def precision(grades: list[int], labels: list[tuple[int, str]], top: int = 5) -> float:
    """The share of good ones among the first five, of as many as there could be."""
    possible = min(top, sum(grade >= GOOD for grade, _ in labels))
    return sum(grade >= GOOD for grade in grades[:top]) / possible


def ndcg(grades: list[int], labels: list[tuple[int, str]]) -> float:
    """Discounted gain of the whole list against that of the ideal one."""
    ideal = sorted((grade for grade, _ in labels), reverse=True)
    return _gain(grades) / _gain(ideal)


def measure(half: str) -> dict[str, tuple[float, float]]:
    """Precision at 5 and nDCG of each document."""
    found = {}
    for name, (path, labels) in labelled(half).items():
        grades = grades_of(mined(path), labels)
        found[name] = precision(grades, labels), ndcg(grades, labels)
    return found


def by_length(half: str) -> dict[str, tuple[float, float]]:
    """The same of a ranking that knows nothing: the longest line first. Mining must beat it to be worth anything."""
    found = {}
    for name, (path, labels) in labelled(half).items():
        lines = sorted(
            items(path.name, read_document(path).lines, TODAY.year), key=lambda item: -len(item.text)
        )
        grades = []
        left = list(labels)
        for line in lines:
            held = [label for label in left if label[1] in line.text]
            left = [label for label in left if label not in held]
            grades.append(max((grade for grade, _ in held), default=0))
        found[name] = precision(grades, labels), ndcg(grades, labels)
    return found


def mean(found: dict[str, tuple[float, float]]) -> tuple[float, float]:
    """The means over the documents."""
    return sum(p for p, _ in found.values()) / len(found), sum(n for _, n in found.values()) / len(found)


def _gain(grades: list[int]) -> float:
    return sum(float(2**grade - 1) / math.log2(place + 2) for place, grade in enumerate(grades))


if __name__ == "__main__":
    for half in ("tuned", "apart"):
        every = measure(half)
        for name, (p, n) in every.items():
            print(f"{half:6} {name:24} P@5 {p:.2f}  nDCG {n:.3f}")
            if "--lists" in sys.argv and half == "tuned":
                path, labels = labelled(half)[name]
                found = mined(path)
                for grade, c in zip(grades_of(found, labels), found, strict=True):
                    print(
                        "   ",
                        grade,
                        c.score,
                        c.voice,
                        c.title,
                        {k: round(v, 2) for k, v in c.criteria.items()},
                        len(c.quotes),
                    )
        p, n = mean(by_length(half))
        print(f"{half:6} {'mean, longest first':24} P@5 {p:.3f}  nDCG {n:.3f}")
        p, n = mean(every)
        print(f"{half:6} {'mean':24} P@5 {p:.3f}  nDCG {n:.3f}")
