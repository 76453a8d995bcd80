"""Words as search sees them: lower case, without endings, without words that say nothing."""

from __future__ import annotations

import re

_WORD = re.compile(r"[a-z0-9]+(?:['’][a-z]+)?")
_STOP = frozenset(
    """a an and are as at be been but by did do does for from had has have he her him his how i if in into is it its me
    my no not of on or our she so than that the their them then there they this to us was we were what when where which
    who why will with would you your""".split()  # noqa: SIM905
)
_ENDINGS = ("ingly", "edly", "ies", "ing", "ed", "es", "ly", "s")


def terms(text: str) -> list[str]:
    """The words of a text that are worth looking for, each without its ending."""
    return [stem(word) for word in _WORD.findall(text.lower().replace("’", "'")) if word not in _STOP]


def stem(word: str) -> str:
    """A word without the endings of number and tense; rough, since query and text go through it alike."""
    word = word.removesuffix("'s")
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= 3 and not word.endswith("ss"):
            word = word[: -len(ending)] + ("y" if ending == "ies" else "")
            break
    if len(word) > 4 and word[-1] == word[-2] and word[-1] not in "ls":
        word = word[:-1]
    return word.removesuffix("e") if len(word) > 4 else word
