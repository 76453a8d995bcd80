"""Words to pieces, with offsets: the tokenisation that the encoder was trained on.

The encoder is an uncased BERT model, so a text is lower-cased, stripped of accents, cut at white space and
punctuation, and each word is cut greedily into the longest known pieces. More than three of one mark in a row are
taken for three, as fifty thousand of them would take minutes to read. The few lines here replace a
dependency that brings an HTTP client with it; a test holds them against the reference implementation.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache
from pathlib import Path
from typing import NamedTuple

UNKNOWN, CLS, SEP = "[UNK]", "[CLS]", "[SEP]"
_LONGEST_WORD = 100
_WORD = re.compile(r"[^\W_]+|(?P<mark>[^\w\s]|_)(?: ?(?P=mark)){3,}|[^\w\s]|_")
_RULE = 3  # pieces of a line drawn with one mark, however long it is: it says no more
# Typographic forms mean what their plain forms mean; the vocabulary hardly knows them.
_PLAIN = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "—": "-", "–": "-", "…": ".", "\u00ad": " "})


class Pieces(NamedTuple):
    """Piece numbers with the half-open range of code points that each one covers."""

    ids: list[int]
    starts: list[int]
    ends: list[int]


class WordPiece:
    """A vocabulary (one piece a line, the line number is the id) that cuts text into pieces."""

    def __init__(self, vocabulary: list[str]) -> None:
        self._ids = {piece: number for number, piece in enumerate(vocabulary)}
        self.cls, self.sep, self.unknown = self._ids[CLS], self._ids[SEP], self._ids[UNKNOWN]
        self._cut = lru_cache(maxsize=20_000)(self._cut_word)

    def pieces(self, text: str) -> Pieces:
        """Cut `text`; every piece's range points into it. Pieces of one word, or of one row of marks, share it."""
        ids: list[int] = []
        starts: list[int] = []
        ends: list[int] = []
        for match in _WORD.finditer(text.translate(_PLAIN)):
            mark = match["mark"]
            for number in self._cut(mark) * _RULE if mark else self._cut(match.group()):
                ids.append(number)
                starts.append(match.start())
                ends.append(match.end())
        return Pieces(ids, starts, ends)

    def knows(self, word: str) -> bool:
        """Whether a word, case and accents aside, is in the vocabulary as a whole."""
        return len(cut := self._cut(word)) == 1 and cut != (self.unknown,)

    def _cut_word(self, word: str) -> tuple[int, ...]:
        plain = "".join(
            c for c in unicodedata.normalize("NFD", word.lower()) if unicodedata.category(c) != "Mn"
        )
        if not plain or len(plain) > _LONGEST_WORD:
            return (self.unknown,)
        found: list[int] = []
        start = 0
        while start < len(plain):
            end = len(plain)
            while end > start:
                piece = plain[start:end] if start == 0 else "##" + plain[start:end]
                number = self._ids.get(piece)
                if number is not None:
                    break
                end -= 1
            else:
                return (self.unknown,)
            found.append(number)
            start = end
        return tuple(found)


@cache
def word_pieces(vocabulary: Path) -> WordPiece:
    """The pieces of a file; encoders of the same vocabulary share them."""
    return WordPiece(vocabulary.read_text(encoding="utf-8").split("\n"))
