"""Which words are ordinary ones, and which could be nothing but a name.

Three sources: `data/ordinary.txt`; `data/seen.txt`, the words that stand in small letters in the labelled answers
of the project (those without capitals left out); and the reader's own vocabulary, which holds many names too and so
tells only what is rare.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from typing import Final

from storybank.facts import lists
from storybank.playbook.lexicons import lexicon

_ENDINGS: Final = (
    "'s", "s", "es", "ed", "d", "er", "r", "ers", "rs", "ing", "ings", "ly", "y", "ies", "ied", "ness", "ful", "able",
    "ment", "est", "less",
)  # fmt: skip
_LEAST: Final = 3


@cache
def group(name: str) -> frozenset[str]:
    """The entries of one group of `data/masking.txt`."""
    return _groups()[name]


@cache
def _groups() -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    head = ""
    for line in (files("storybank.facts") / "data/masking.txt").read_text(encoding="utf-8").splitlines():
        if line.startswith("["):
            head = line[1:-1]
            found[head] = set()
        elif line and not line.startswith("#"):
            found[head].update(line.split("|"))
    return {name: frozenset(entries) for name, entries in found.items()}


@cache
def seen() -> frozenset[str]:
    """Words that were seen in small letters where names bear capitals."""
    more = (files("storybank.facts") / "data/seen.txt").read_text(encoding="utf-8").split()
    pauses = lexicon("vocal-pauses") | lists.values("currency").keys()
    return lists.ordinary() | lists.words("stop") | lists.words("aux") | pauses | frozenset(more)


@cache
def _read() -> frozenset[str]:
    text = (files("storybank.signals.encoder") / "data/vocabulary.txt").read_text(encoding="utf-8")
    return frozenset(word for word in text.split("\n") if word.isalpha())


@cache
def is_common(word: str) -> bool:
    """True for a word, in small letters, that was seen as an ordinary one in this form or a form near it."""
    return word in seen() or any(base in seen() for base in _bases(word))


@cache
def is_known(word: str) -> bool:
    """True for a word that is common, or is read often and no name that a list holds."""
    if is_common(word) or word in group("spoken"):
        return True
    return word in _read() and word not in lexicon("given-names") and word not in lexicon("surnames")


@cache
def is_rare(word: str) -> bool:
    """True for a word that no list of ordinary words holds, nor the reader's vocabulary: likely a name."""
    return (
        len(word) > 2
        and not is_common(word)
        and word not in _read()
        and word not in group("spoken")
        and not is_public(word)
    )


@cache
def is_read(word: str) -> bool:
    """True for a word that is not rare, and was never seen in small letters: it may be a name or none."""
    return len(word) > 2 and word in _read() and not is_common(word) and word not in group("spoken")


def is_public(word: str) -> bool:
    """True for terms, tools, tongues, countries, days and ranks: names that identify nobody."""
    names = ("tongue", "country", "calendar", "tool", "acronym")
    if word in lists.words("public") or any(word in group(name) for name in names):
        return True
    return word.endswith("s") and is_public(word[:-1].removesuffix("'"))


def _bases(word: str) -> Iterator[str]:
    """Words that a word could be a form of."""
    for ending in _ENDINGS:
        root = word.removesuffix(ending)
        if root == word or len(root) < _LEAST:
            continue
        if ending in ("ies", "ied"):
            yield root + "y"
            continue
        if ending in ("d", "r", "rs") and not root.endswith("e"):
            continue
        yield root
        if ending not in ("'s", "s", "y"):
            yield root + "e"
            if root[-1] == root[-2] and len(root) > _LEAST:
                yield root[:-1]
            if root.endswith("i"):
                yield root[:-1] + "y"
    for start in ("re", "un"):
        if word.startswith(start) and len(word) >= len(start) + _LEAST:
            yield word.removeprefix(start)
