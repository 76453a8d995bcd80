"""Does a stretch of words deny anything?"""

from __future__ import annotations

from storybank.facts import lists
from storybank.facts.align import Segment
from storybank.facts.fold import Folded

_DENYING = frozenset(
    [
        ("turned", "down"),
        ("ruled", "out"),
        ("gave", "up"),
        ("voted", "down"),
        ("held", "back"),
        ("far", "from"),
        ("yet", "to"),
        ("i", "dropped"),
        ("we", "dropped"),
        ("they", "dropped"),
    ]
)


_WAITING = 10  # tokens on in which "until" may stand


def denies(f: Folded, first: int, end: int) -> bool:
    """True when a stretch of words denies anything, by a word of denial or by an ending or prefix."""
    return any(
        (f.word(k), f.word(k + 1)) in _DENYING or (_negative(f.word(k)) and f.word(k - 1) != "too")
        for k in range(first, end)
    )  # "too seldom" says that it was done


def _negative(word: str) -> bool:
    word = word.removesuffix("'s")
    if word in lists.words("denial") or word.endswith("n't"):
        return True
    known = lists.ordinary()
    without = word.endswith("less") and len(word) > 6 and word[:-4] in known
    return without or (
        word.startswith("un")
        and len(word) > 5
        and word[2:] in known
        and not word.startswith(("under", "uni"))
    )


def awaits(f: Folded, at: int) -> bool:
    """True for the negation of "we did not switch until May": it says that it happened, and when."""
    for k in range(at + 1, at + _WAITING):
        if f.word(k) in (".", "!", "?", ";", ""):
            return False
        if f.word(k) in ("until", "till"):
            return True
    return False


def compares(f: Folded, segment: Segment, at: int) -> bool:
    """True for "no haulier was easier": a superlative in other words."""
    for k in range(at - 1, max(segment.first - 1, at - 4), -1):
        if f.word(k) in ("no", "nobody", "nothing", "none"):
            later = [f.word(n) for n in range(at, min(segment.end, at + 6))]
            return any(
                w in ("more", "better", "worse")
                or (w.endswith("er") and w[:-2] in lists.ordinary())
                or w.endswith("ier")
                for w in later
            )
    return False
