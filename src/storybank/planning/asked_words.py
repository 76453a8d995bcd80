"""Whether the words of a question say anything: they must be English, and name more than persons and things.

Questions are short, so `text.language`, which counts small words in a whole answer, cannot judge them. Here it is
enough that no small word is English alone and that most of the longer words are unknown.
"""

from __future__ import annotations

import re
from collections.abc import Callable

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_ENGLISH = frozenset(
    """the and of to it that for my with had they this but not you your yourself she he them their we from our were
    have because then when what which who whom whose how why where about did does your an example tell describe give
    time there something somebody someone everyone everybody nobody can""".split()  # noqa: SIM905
)
"""Small words of questions that no other language shares; "me", "was", "in", "do" are words of several."""
_LONG = 4  # letters
_KNOWN = 0.6  # of the longer words; questions in French, which shares most words with English, have 0.4
_POINTING = frozenset(
    """i me my myself we us our ourselves you your yours yourself yourselves he him his himself she her herself it
    its itself they them their themselves one this that these those such same other others another else more most
    anything something nothing everything anyone someone everyone anybody somebody everybody
    am is are was were be been being do does did done have has had can could will would shall should may might must
    what which who whom whose when where why how whether please just so too very also then now here there again ever
    a an the of to in on at by for from with about and or but if as than through
    go tell give describe talk say said""".split()  # noqa: SIM905
)
"""Words that point at somebody or something and say nothing of it, and those that ask to be told."""


def is_english(question: str, known: Callable[[str], bool]) -> bool:
    """False for a question that is surely in another language.

    `known` says whether a word, in small letters, is in an English vocabulary.
    """
    letters = [c for c in question if c.isalpha()]
    if letters and sum(c.isascii() for c in letters) < 0.5 * len(letters):
        return False
    words = _words(question)
    if not _ENGLISH.isdisjoint(words):
        return True
    longer = [word for word in words if len(word) >= _LONG]
    return len(words) < 3 or not longer or sum(map(known, longer)) >= _KNOWN * len(longer)


def names_something(question: str) -> bool:
    """False for words that only point: "Tell me about yourself", "Anything else?", "And then?"."""
    return not _POINTING.issuperset(_words(question))


def _words(text: str) -> list[str]:
    """The words in small letters, each without what an apostrophe ties to it: "who's" is "who"."""
    return [re.split("['’]", word)[0].lower() for word in _WORD.findall(text)]
