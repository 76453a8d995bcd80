"""Nouns that stand for one person of a story, as a name does: "the manager", "my director"."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from storybank.facts import lists
from storybank.facts.align import Side
from storybank.facts.claim import Claim
from storybank.facts.fold import Folded
from storybank.facts.subjects import is_person

_THE: Final = frozenset(["the", "my", "our", "his", "her", "their"])
_BESIDE: Final = 4  # tokens between a name and the noun that says what its bearer is


def someone_at(f: Folded, at: int) -> str:
    """The noun at a token that stands for one known person, "manager" of "the ward manager"; "" for any other."""
    word, token = f.word(at), f.tokens[at]
    plain = not word.endswith(("'s", "ss")) and not (token.capital and not token.opens)
    if not plain or not is_person(word) or word.endswith("s") or word in lists.words("anybody"):
        return ""
    before = [f.word(at - 1), f.word(at - 2)]
    definite = before[0] in _THE or (
        before[1] in _THE and before[0].isalpha() and f.tokens[at - 1].gap == " "
    )
    return word if definite and f.tokens[at].gap != "\n" else ""


def everyone(where: Side) -> dict[str, list[int]]:
    """The nouns of a text that stand for one known person each, and where."""
    found: dict[str, list[int]] = {}
    for at in range(1, len(where.folded.tokens)):
        if noun := someone_at(where.folded, at):
            found.setdefault(noun, []).append(at)
    return found


def is_called(where: Side, noun: str, name: Claim, places: Iterable[int]) -> bool:
    """True where a name and a noun are one person's: "the chief, Iain Fordyce", "Judge Tennant"."""
    if noun in name.key or where.folded.word(name.first - 1) == noun:
        return True
    bearers = [c for c in where.claims if c.kind == "name" and set(name.key) & set(c.key)]
    return any(c.first - _BESIDE <= at < c.end + _BESIDE + 1 for c in bearers for at in places)
