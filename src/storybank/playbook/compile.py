"""Compile the playbook: tables for listings, questions and search, so that a command reads one small file.

    python -m storybank.playbook.compile [--check]

The files that people write are the truth; `data/compiled/` is written from them and a test holds it to that.
"""

from __future__ import annotations

import sys
import tomllib
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import msgspec

from storybank.playbook import model
from storybank.playbook.index import COMPILED, Card, Catalogue, Postings
from storybank.playbook.patterns import compiled_wordings
from storybank.playbook.shelf import KINDS, Shelf, decode, read, shipped
from storybank.playbook.words import terms

_TITLE_WEIGHT = 4
"""How much more a word in a title, question or name says of an entry than one in its text."""


def compiled(shelf: Shelf) -> dict[str, bytes]:
    """Every table that a shelf is compiled to: file name and content."""
    questions = list(read_questions(shelf))
    listed = list(_cards(shelf, questions))
    bounds = {
        level.name: {
            "people": level.people,
            "teams": level.teams,
            "money": level.money,
            "horizon": level.horizon,
        }
        for level in shelf.every("level", model.LevelGuide)
    }
    return {
        "bounds.json": msgspec.json.encode(bounds),
        "questions.json": msgspec.json.encode(questions),
        "catalogue.json": msgspec.json.encode(Catalogue([card for card, _ in listed])),
        "search.json": msgspec.json.encode(postings([words for _, words in listed])),
    }


def tables() -> dict[str, bytes]:
    """Everything that `data/compiled/` holds: the tables of our shelf, and what has no place on any shelf."""
    timing = tomllib.loads((COMPILED.parent / "timing.toml").read_text(encoding="utf-8"))
    return {
        **compiled(shipped()),
        "timing.json": msgspec.json.encode(timing),
        "wordings.json": msgspec.json.encode(compiled_wordings()),
    }


def read_questions(shelf: Shelf) -> Iterator[model.Question]:
    """Every question, file by file."""
    for path in shelf.question_files():
        yield from decode(path, read(path), model.Questions).question


def postings(counts: list[Counter[str]]) -> Postings:
    """An inverted index of weighted term counts."""
    where: dict[str, list[tuple[int, int]]] = {}
    for number, count in enumerate(counts):
        for term, weight in sorted(count.items()):
            where.setdefault(term, []).append((number, weight))
    return Postings([sum(count.values()) for count in counts], dict(sorted(where.items())))


def _cards(shelf: Shelf, questions: list[model.Question]) -> Iterator[tuple[Card, Counter[str]]]:
    for kind, wanted in KINDS.items():
        if kind == "question":
            for question in questions:
                yield _card(kind, question)
            continue
        for entry in shelf.every(kind, wanted):
            yield _card(kind, entry)


def _card(kind: str, entry: model.Entry) -> tuple[Card, Counter[str]]:
    plain = msgspec.to_builtins(entry)
    name = plain.get("id") or plain["name"]
    title = plain.get("title") or plain["text"]
    summary = (
        plain.get("essence") or plain.get("question") or plain.get("summary") or plain.get("story") or ""
    )
    card = Card(
        kind=kind,
        name=name,
        title=title,
        summary=summary or plain.get("weak", "") or plain.get("style", "") or plain.get("tests", ""),
        level=plain.get("level", "") or "",
        group=plain.get("area") or plain.get("phase") or plain.get("when") or plain.get("company") or "",
        principles=[p if isinstance(p, str) else p["name"] for p in plain.get("principles", [])],
        themes=plain.get("themes", []),
        number=plain.get("number", 0),
    )
    counts: Counter[str] = Counter()
    for text in _texts(plain):
        counts.update(terms(text))
    for term in terms(f"{name} {title} {summary}"):
        counts[term] += _TITLE_WEIGHT
    return card, counts


def _texts(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for inner in value.values():
            yield from _texts(inner)
    elif isinstance(value, list | tuple):
        for inner in value:
            yield from _texts(inner)


def main(arguments: list[str]) -> int:
    """Write the tables; with --check only say whether they are up to date."""
    stale = []
    COMPILED.mkdir(exist_ok=True)
    for name, content in tables().items():
        path = Path(COMPILED) / name
        if not path.exists() or path.read_bytes() != content:
            stale.append(name)
            if "--check" not in arguments:
                path.write_bytes(content)
    if stale and "--check" in arguments:
        print(f"out of date: {', '.join(stale)}; run `make docs-write` and commit what it writes")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
