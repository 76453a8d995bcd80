"""Word lists of the fact checker: plain files, groups in brackets, `word=value` where a value belongs to it."""

from __future__ import annotations

from functools import cache
from importlib.resources import files


@cache
def groups() -> dict[str, tuple[str, ...]]:
    """All groups of `data/words.txt`, `data/grammar.txt` and `data/beside.txt`, each with its entries in order."""
    found: dict[str, list[str]] = {}
    head = ""
    for line in [line for name in ("words", "grammar", "beside") for line in _lines(f"{name}.txt")]:
        if line.startswith("[") and line.endswith("]"):
            head = line[1:-1]
            found.setdefault(head, [])
        elif line and not line.startswith("#"):
            found[head].extend(entry.strip() for entry in line.split("|") if entry.strip())
    return {name: tuple(entries) for name, entries in found.items()}


def _lines(name: str) -> list[str]:
    return (files("storybank.facts") / "data" / name).read_text(encoding="utf-8").splitlines()


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
def seconds() -> dict[str, float]:
    """What each unit of time is worth in seconds."""
    return {word: float(value.rstrip("*")) for word, value in values("time").items()}


@cache
def ranges(group: str) -> dict[str, tuple[float, float]]:
    """The entries of a group of pairs whose values are a least and a most ("few=2:6")."""
    ends = {word: value.split(":") for word, value in values(group).items()}
    return {word: (float(low), float(high)) for word, (low, high) in ends.items()}


@cache
def kindred(group: str, word: str) -> frozenset[str]:
    """The words that say the same as one, itself among them, by a group of sets ("boss/manager")."""
    return frozenset({word}.union(*(s for e in groups()[group] if word in (s := set(e.split("/"))))))


@cache
def irregular() -> dict[str, str]:
    """Forms of irregular words with the form they go back to."""
    return values("irregular")


@cache
def ordinary() -> frozenset[str]:
    """Words that begin sentences in small letters elsewhere: a capital at the start of one makes them no name."""
    return frozenset("\n".join(_lines("ordinary.txt")).split()) | words("more-ordinary")


@cache
def kin() -> dict[str, str]:
    """For the stem of each word of `data/kin.txt`: the stem that stands for its whole set, its first word's."""
    from storybank.facts.fold import stem

    found: dict[str, str] = {}
    for line in _lines("kin.txt"):
        if line and not line.startswith("#"):
            stems = [stem(word) for word in line.split("|")]
            for other in stems:
                found.setdefault(other, stems[0])
    return found


@cache
def opposites() -> dict[str, frozenset[tuple[int, bool]]]:
    """For the stem of each word of `data/opposites.txt` (of two, both stems): the lines it stands in, and the side."""
    from storybank.facts.fold import stem

    found: dict[str, set[tuple[int, bool]]] = {}
    for n, line in enumerate(_lines("opposites.txt")):
        for side, half in enumerate(line.split("~") if not line.startswith("#") else ()):
            for phrase in half.strip().split("|"):
                said = " ".join(stem(word) for word in phrase.split())
                found.setdefault(said, set()).add((n, bool(side)))
    return {said: frozenset(places) for said, places in found.items()}
