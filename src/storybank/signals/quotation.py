"""Which words of a text are quoted: somebody's words given as they were said."""

from __future__ import annotations

from typing import Final

from storybank.signals.tokens import BARRIER, Tokens

_CLOSERS: Final = {'"': '"', "“": "”", "„": "“”", "«": "»", "‘": "’'", "'": "'’"}
_SINGLE: Final = "'‘’"
_LONGEST: Final = 80
"""Tokens. A longer pair of marks is taken for a stray mark, or for an answer pasted with marks around it."""


def quoted(tokens: Tokens) -> bytearray:
    """For every token 1 where it stands between quotation marks, else 0. Linear in the number of tokens."""
    flags = bytearray(len(tokens.words))
    opened, closers = -1, ""
    for at, word in enumerate(tokens.words):
        if opened >= 0 and (word == BARRIER or at - opened > _LONGEST):
            opened = -1
        if opened >= 0:
            if word in closers and _closes(tokens, at):
                flags[opened:at] = b"\x01" * (at - opened)
                opened = -1
        elif word in _CLOSERS and _opens(tokens, at):
            opened, closers = at, _CLOSERS[word]
    return flags


def _opens(tokens: Tokens, at: int) -> bool:
    return tokens.words[at] not in _SINGLE or not tokens.glued(at)


def _closes(tokens: Tokens, at: int) -> bool:
    """A single mark closes only at the end of a word: the apostrophe in a dialect's o' does not."""
    if tokens.words[at] not in _SINGLE:
        return True
    follows = tokens.words[at + 1]
    return tokens.glued(at) and not (tokens.glued(at + 1) and follows[:1].isalnum())
