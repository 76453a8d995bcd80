"""When two names of companies or people are the same: case and spaces tell nothing apart."""

from __future__ import annotations


def plain(name: str) -> str:
    """The name without what tells nothing apart; empty for no name."""
    return " ".join(name.casefold().split())


def same(left: str, right: str) -> bool:
    """True for two names that are the same but for case and spaces; nothing is the same as no name."""
    return bool(plain(left)) and plain(left) == plain(right)
