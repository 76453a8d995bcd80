"""Is this English? Small words tell: every English text is full of them, and no other language has them.

Telegraphic notes leave them out ("Fixed pipeline. Trained 4 juniors."): there the longer words are looked up.
"""

from __future__ import annotations

import re
from collections.abc import Callable

_SMALL = frozenset({
    "the", "and", "to", "of", "it", "that", "for", "my", "with", "had", "they", "this", "but", "not", "is",
    "from", "our", "were", "have", "because", "then", "when", "you", "she", "he", "them", "their", "we", "was",
    "i'm", "his", "her", "by", "or", "there",
})  # fmt: skip
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_ENOUGH = 20  # words; less tells nothing
_SHARE = 0.06  # the tersest English notes have 0.07, other languages at most 0.05
_LONG = 4  # letters
_KNOWN = 0.6  # of the longer words; notes have 0.69 and more, French 0.41, other languages at most 0.3
_SEEN = 20_000  # characters


def is_english(prose: str, known: Callable[[str], bool]) -> bool:
    """False for text that is surely in another language; True in doubt, as for a few words.

    `known` says whether a word, in small letters, is in an English vocabulary.
    """
    seen = prose[:_SEEN]
    letters = sum(c.isalpha() for c in seen)
    if letters >= _ENOUGH and sum(c.isalpha() and c.isascii() for c in seen) < 0.5 * letters:
        return False
    words = [word.lower().replace("’", "'") for word in _WORD.findall(seen)]
    if len(words) < _ENOUGH or sum(word in _SMALL for word in words) >= _SHARE * len(words):
        return True
    longer = [word for word in words if len(word) >= _LONG]
    return bool(longer) and sum(map(known, longer)) >= _KNOWN * len(longer)
