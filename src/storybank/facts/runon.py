"""Where speech without stops begins anew: sentences for a transcript that has none.

What limits a word, who did it, what denies it is looked for within a sentence. A transcript is one sentence of
hundreds of words, in which everything would limit everything. It is cut where a subject begins a clause of its own.
"""

from __future__ import annotations

from typing import Final

from storybank.facts import lists
from storybank.facts.fold import Folded

_LEAST: Final = 40  # tokens from which on a sentence may be speech without stops
_MARKED: Final = 20  # and for how many of them it has at most one mark
_MARKS: Final = frozenset([",", ";", ":", "(", "-", '"'])
_TOLD: Final = frozenset(["mean", "know"])  # as in "i mean", "you know"
_JOINTS: Final = frozenset(["and", "but", "so", "then"])


def is_run_on(f: Folded, first: int, end: int) -> bool:
    """True for a long sentence with next to no marks, as a transcript has them."""
    marks = sum(f.word(k) in _MARKS for k in range(first, end))
    return end - first >= _LEAST and marks * _MARKED <= end - first


def begins_anew(f: Folded, at: int) -> bool:
    """True for the token at which a clause with a subject of its own begins: "and I went", "it closed i went"."""
    word, before = f.word(at), f.word(at - 1)
    if word in _JOINTS:
        behind = at + 1 + (f.word(at + 1) in _JOINTS or f.word(at + 1) in ("there", "yeah", "well"))
        return before not in _JOINTS and before not in lists.words("held") and _is_subject(f, behind)
    held = (
        before in _JOINTS
        or before in lists.words("held")
        or before in lists.words("matrix")
        or _is_said(before)
    )
    return not held and _is_subject(f, at)


def _is_subject(f: Folded, at: int) -> bool:
    word, after = f.word(at), f.word(at + 1)
    plain = word.partition("'")[0]
    if plain == "i":
        tag = after in lists.words("thinking") | _TOLD and (
            f.word(at + 2) in _JOINTS or at + 2 >= len(f.tokens)
        )
        return not tag
    if plain in ("we", "he", "she", "they"):
        return True
    return plain in ("it", "there") and ("'" in word or after in lists.words("aux"))


def _is_said(word: str) -> bool:
    """True for a verb of telling or perceiving, which what was told follows: "he told me", "you know we did"."""
    return word in lists.words("telling") or word in (
        "me",
        "him",
        "know",
        "knew",
        "see",
        "saw",
        "wish",
        "felt",
        "found",
    )
