"""How well mining ranks 24 documents whose stories somebody else marked, without having seen the code.

`judged.jsonl` holds eight résumés, six brag documents, four reviews and six histories, all invented, of 200 to 440
words. A language model that was kept from the code wrote and judged them. Of each line worth a story it says the
grade (2: a story, 1: the beginning of one) and the `quote`; where the story takes more than the quote, its `passage`.
What mining does was chosen on the twelve with odd numbers; those with even numbers were kept apart: their figures
alone were looked at, before and after.

One candidate is one story: walking down the list, a candidate takes the best line that it overlaps and no other
took, and is a miss where there is none. So neither cutting a story in pieces nor putting two in one helps.

Run it from the repository to see the figures: `python tests/stories/mining/judged.py [--lists]` (lists of odd ones).
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

from storybank.adapters.documents.plain import read_plain
from storybank.signals.fitted import shipped
from storybank.stories.mining.mine import mine
from storybank.stories.mining.model import Candidate, Quote

TODAY = date(2025, 6, 1)
FIRST = 5
_WORD = re.compile(r"\w+")
_BLOCK = re.compile(r"[ \t]*(?:[-*+•–—]|\d{1,2}[.)]|\([a-z]\))[ \t]+\S")
_COMMIT = re.compile(r"[0-9a-f]{7,40}\b")
Stretch = tuple[int, int]
"""From one word of a document to before another, counted."""


@dataclass(frozen=True, slots=True)
class Judged:
    """A document, and of each line that was marked its grade and the words that it reaches over."""

    id: str
    kind: str
    name: str
    text: str
    lines: tuple[tuple[int, Stretch], ...]

    @property
    def held_out(self) -> bool:
        """True for the documents that nothing was chosen by."""
        return int(self.id[1:]) % 2 == 0


@dataclass(frozen=True, slots=True)
class Figures:
    """`precision` among the first five; `recall` of the stories among the first 2n of n marked lines; `average`:
    average precision, the precision at the place of each marked line, 0 for one that is not found.

    No list can have more precision than `best`: some documents have fewer than five marked lines.
    """

    precision: float
    recall: float
    average: float
    best: float = 1.0


@cache
def documents() -> tuple[Judged, ...]:
    """All of them in order."""
    raw = (Path(__file__).parent / "judged.jsonl").read_text(encoding="utf-8").splitlines()
    return tuple(_document(json.loads(row)) for row in raw)


def _document(raw: dict[str, object]) -> Judged:
    text, lines = str(raw["text"]), raw["lines"]
    assert isinstance(lines, list)
    marked = [(int(line["grade"]), str(line.get("passage") or line["quote"])) for line in lines]
    return Judged(
        str(raw["id"]), str(raw["kind"]), str(raw["name"]), text,
        tuple((grade, _stretch(text, words, text.index(words))) for grade, words in marked),
    )  # fmt: skip


def mined(document: Judged) -> list[list[Stretch]]:
    """The words that each candidate quotes, best first, as `storybank mine FILE` lists them."""
    found = mine([read_plain(document.name, document.text.encode())], shipped().reader, TODAY)
    return [_quoted(document.text, candidate) for candidate in found]


def in_order(document: Judged) -> list[list[Stretch]]:
    """A ranking that knows nothing: points and paragraphs in the order of the document, headings left out."""
    return [[block] for block in _blocks(document.text) if block[1] - block[0] >= 4]


def longest_first(document: Judged) -> list[list[Stretch]]:
    """A ranking that knows little: the longest point or paragraph first."""
    return sorted(in_order(document), key=lambda found: found[0][0] - found[0][1])


def measure(document: Judged, ranked: Callable[[Judged], list[list[Stretch]]] = mined) -> Figures:
    """The figures of one document and one ranking."""
    grades = credited(ranked(document), document.lines)
    count, stories = len(document.lines), sum(grade == 2 for grade, _ in document.lines)
    hits = [place for place, grade in enumerate(grades, 1) if grade]
    return Figures(
        sum(place <= FIRST for place in hits) / FIRST,
        sum(grade == 2 for grade in grades[: 2 * count]) / stories,
        sum(found / place for found, place in enumerate(hits, 1)) / count,
        min(FIRST, count) / FIRST,
    )


def credited(ranked: Sequence[Sequence[Stretch]], lines: Sequence[tuple[int, Stretch]]) -> list[int]:
    """The grade of the line that each candidate takes, 0 for none."""
    left = list(lines)
    grades = []
    for quoted in ranked:
        held = [line for line in left if any(a < line[1][1] and line[1][0] < b for a, b in quoted)]
        taken = max(held, key=lambda line: line[0], default=None)
        if taken:
            left.remove(taken)
        grades.append(taken[0] if taken else 0)
    return grades


def mean(chosen: Sequence[Judged], ranked: Callable[[Judged], list[list[Stretch]]] = mined) -> Figures:
    """Each figure's mean over some documents."""
    every = [measure(document, ranked) for document in chosen]
    return Figures(
        *(
            sum(getattr(f, name) for f in every) / len(every)
            for name in ("precision", "recall", "average", "best")
        )
    )


def _quoted(text: str, candidate: Candidate) -> list[Stretch]:
    return [_stretch(text, quote.text, _start(text, quote)) for quote in candidate.quotes]


def _start(text: str, quote: Quote) -> int:
    """Where the line or the commit of a quote begins."""
    if quote.place.commit:
        return text.index(quote.place.commit.split()[0])
    lines = text.split("\n")[: (quote.place.line or 1) - 1]
    return sum(len(line) + 1 for line in lines)


def _stretch(text: str, words: str, start: int) -> Stretch:
    """The first place of some words at or after a character. Raises `LookupError` if they do not stand there."""
    said, before = _WORD.findall(text), len(_WORD.findall(text[:start]))
    wanted = _WORD.findall(words)
    for at in range(before, len(said) - len(wanted) + 1):
        if said[at : at + len(wanted)] == wanted:
            return at, at + len(wanted)
    raise LookupError(f"these words do not stand there: {words[:60]}")


def _blocks(text: str) -> list[Stretch]:
    """Points, paragraphs and commits by the plainest of rules, which are not those of mining."""
    found: list[list[int]] = []
    at, blank = 0, True
    for line in text.split("\n"):
        count = len(_WORD.findall(line))
        if not count or line.startswith("#"):
            blank = True
        elif blank or _BLOCK.match(line) or _COMMIT.match(line):
            found.append([at, at + count])
            blank = False
        else:
            found[-1][1] = at + count
        at += count
    return [(a, b) for a, b in found]


def _list(document: Judged) -> None:
    found = mine([read_plain(document.name, document.text.encode())], shipped().reader, TODAY)
    grades = credited([_quoted(document.text, c) for c in found], document.lines)
    for grade, c in zip(grades, found, strict=True):
        shown = " ".join(f"{name[:3]}{value:.2f}" for name, value in c.criteria.items())
        print(f"    {grade or '-'} {c.score:.3f} {c.voice:5} {shown} {len(c.quotes)}q {c.title}")


def main() -> None:
    """Print the figures of both halves, and of each document of the half that may be looked at."""
    for odd in (document for document in documents() if not document.held_out):
        f = measure(odd)
        print(
            f"{odd.id} {odd.kind:7} first five {f.precision:.2f}  recall {f.recall:.2f}  average {f.average:.3f}"
        )
        if "--lists" in sys.argv:
            _list(odd)
    halves = {
        "odd": [d for d in documents() if not d.held_out],
        "even": [d for d in documents() if d.held_out],
    }
    rankings = {"order of the document": in_order, "longest first": longest_first, "storybank mine": mined}
    for half, chosen in halves.items():
        if half == "even" and "--odd" in sys.argv:
            continue
        for name, ranked in rankings.items():
            f = mean(chosen, ranked)
            print(
                f"{half:5}{name:22} first five {f.precision:.3f} of {f.best:.3f}  "
                f"recall {f.recall:.3f}  average {f.average:.3f}"
            )


if __name__ == "__main__":
    main()
