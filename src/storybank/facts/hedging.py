"""Which words make of what follows less than a fact, and what behind a clause takes it back or confirms it.

"He'd like me to run it" and "my proposal was to run it" are wishes; "we tried running it" is a deed; ", I think," makes
a sentence less sure, ", I think it was May" only the month; ", but I didn't" denies what was said before it.
"""

from __future__ import annotations

from itertools import pairwise
from typing import Final

from storybank.facts import lists
from storybank.facts.align import Segment
from storybank.facts.fold import Folded, stem
from storybank.facts.verbs import is_done

_ESTIMATES: Final = frozenset(
    ["estimate", "estimates", "estimation", "reckoning", "opinion", "view", "guess"]
)
_UNSURE: Final = frozenset(["apparently", "allegedly", "supposedly", "probably", "maybe", "perhaps"])
_WISHING: Final = frozenset(["like", "love", "prefer", "want", "wish", "hate", "hope", "be"])
_BEING: Final = frozenset(["was", "is", "were", "are"])
_ENDS: Final = frozenset([",", ".", "!", "?", ")", ";", ":", "-", "", "and", "but", "so"])
_ANSWERS: Final = frozenset(
    ["did", "was", "were", "had", "has", "have", "do", "does", "would", "could", "is", "are"]
)


def hedges(f: Folded, at: int) -> bool:
    """True for a word that makes a wish, a plan, a guess or somebody's words of what follows."""
    word = f.word(at)
    if word.endswith("'d"):
        return _means_would(f, at)
    if word not in lists.words("irreal"):
        return False
    if stem(word) == "try" and f.word(at + 1).endswith("ing"):
        return False  # "tried moving them" was done, "tried to move them" may not
    if word in lists.words("nounlike") and _is_noun(f, at) and not _names_wish(f, at):
        return False
    if word == "may" and f.tokens[at].capital and not f.tokens[at].opens:
        return False
    return not _of_a_number(f, at)


def _means_would(f: Folded, at: int) -> bool:
    """True for the "he'd" of "he'd like to": not for that of "he'd asked", nor for "I'd visit them" of a habit."""
    behind = at + 1
    while f.word(behind) in lists.words("between") or f.word(behind).endswith("ly"):
        behind += 1
    return f.word(behind) in _WISHING or f.word(behind - 1) == "rather"


def _names_wish(f: Folded, at: int) -> bool:
    """True for the plan of "my plan was to", "the hope that": what it was follows."""
    after, next_ = f.word(at + 1), f.word(at + 2)
    return after in ("to", "that") or (after in _BEING and not is_done(next_) and not is_done(f.word(at + 3)))


def _is_noun(f: Folded, at: int) -> bool:
    """True for the plan of "a new loading plan": a thing, and no wish."""
    return any(f.word(k) in lists.words("before-noun") - {"to", "and"} for k in range(at - 3, at))


def _of_a_number(f: Folded, at: int) -> bool:
    """True for a hedge that belongs to a number ("nearly 30"): the number carries it, not the deed."""
    return any(
        f.word(k)[:1].isdigit() or f.word(k) in lists.numbers("number") or f.word(k) in lists.values("currency")
        or f.word(k) in ("a", "half", "all", "every")
        for k in range(at + 1, at + 3)
    ) and f.word(at) in lists.words("about-a-number")  # fmt: skip


# --- what stands behind


def hedged_behind(f: Folded, segment: Segment) -> bool:
    """True for a sentence that takes all of it back: ", I think", "as far as I know", "by finance's estimate"."""
    every = [f.word(k) for k in range(segment.first, segment.end)]
    for k, (mark, a, b) in enumerate(zip(every, every[1:], every[2:], strict=False)):
        if mark == "," and _is_tag(a, b) and [*every, "", ""][k + 3] in _ENDS:
            return True
    whole = f" {' '.join(every)} "
    if any(f" {tag} " in whole for tag in lists.words("as-far-as")):
        return True
    if any(
        w in _ESTIMATES and {"by", "in", "on", "at"} & set(every[max(0, k - 4) : k])
        for k, w in enumerate(every)
    ):
        return True
    last = [*every[-6:], ""]
    return any(_is_tag(*pair) for pair in pairwise(last)) or any(
        a in _UNSURE
        and not (b[:1].isdigit() or b in lists.numbers("number") or b in lists.values("currency"))
        for a, b in pairwise(last)
    )


def _is_tag(a: str, b: str) -> bool:
    """True for the "I think" or the "or something" that takes back what stands before it."""
    return (a == "i" and b in lists.words("thinking")) or (a, b) == ("or", "something")


def answer_behind(f: Folded, segment: Segment) -> tuple[int, str, bool] | None:
    """The bare answer at the end of a sentence, "but I didn't", "and she was": its token, who, whether it denies."""
    end = segment.end
    while end > segment.first and not f.word(end - 1)[:1].isalpha():
        end -= 1
    aux = end - 1
    denied = f.word(aux) == "not"
    aux -= denied
    word = f.word(aux)
    denied = denied or word.endswith("n't")
    if (word.removesuffix("n't") not in _ANSWERS) or aux - 2 < segment.first:
        return None
    who, before = f.word(aux - 1), f.word(aux - 2)
    joint = before in (("but", ";", ",", "though") if denied else ("and", "so"))
    if not joint or who not in lists.words("begins-anew") | {"it"}:
        return None
    return aux - 2, who, denied
