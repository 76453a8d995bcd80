"""Is this English? Small words tell: every English text is full of them, and no other language has them."""

from __future__ import annotations

import re

_SMALL = frozenset({
    "the", "and", "to", "of", "it", "that", "for", "my", "with", "had", "they", "this", "but", "not", "is",
    "from", "our", "were", "have", "because", "then", "when", "you", "she", "he", "them", "their", "we", "was",
    "i'm", "his", "her", "by", "or", "there",
})  # fmt: skip
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_ENOUGH = 20  # words; less tells nothing
_SHARE = 0.06  # the tersest English notes have 0.07, other languages at most 0.05
_SEEN = 20_000  # characters


def is_english(prose: str) -> bool:
    """False for text that is surely in another language; True in doubt, as for a few words or for notes."""
    seen = prose[:_SEEN]
    letters = sum(c.isalpha() for c in seen)
    if letters >= _ENOUGH and sum(c.isalpha() and c.isascii() for c in seen) < 0.5 * letters:
        return False
    words = [word.lower().replace("’", "'") for word in _WORD.findall(seen)]
    return len(words) < _ENOUGH or sum(word in _SMALL for word in words) >= _SHARE * len(words)
