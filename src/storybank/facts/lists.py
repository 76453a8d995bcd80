"""Word lists of the fact checker: one plain file, groups in brackets, `word=value` where a value belongs to it."""

from __future__ import annotations

from functools import cache
from importlib.resources import files


@cache
def groups() -> dict[str, tuple[str, ...]]:
    """All groups of `data/words.txt`, each with its entries in order."""
    found: dict[str, list[str]] = {}
    head = ""
    for line in (files("storybank.facts") / "data/words.txt").read_text(encoding="utf-8").splitlines():
        if line.startswith("[") and line.endswith("]"):
            head = line[1:-1]
            found[head] = []
        elif line and not line.startswith("#"):
            found[head].extend(entry.strip() for entry in line.split("|") if entry.strip())
    return {name: tuple(entries) for name, entries in found.items()}


@cache
def words(group: str) -> frozenset[str]:
    """The entries of one group."""
    return frozenset(groups()[group])


@cache
def values(group: str) -> dict[str, str]:
    """The entries of a group of pairs."""
    return dict(entry.split("=", 1) for entry in groups()[group])


@cache
def numbers(group: str) -> dict[str, float]:
    """The entries of a group of pairs whose values are numbers."""
    return {word: float(value) for word, value in values(group).items()}


@cache
def irregular() -> dict[str, str]:
    """Forms of irregular words with the form they go back to."""
    return values("irregular")


@cache
def ordinary() -> frozenset[str]:
    """Words that begin sentences in small letters elsewhere: a capital at the start of one makes them no name."""
    return frozenset((files("storybank.facts") / "data/ordinary.txt").read_text(encoding="utf-8").split())
