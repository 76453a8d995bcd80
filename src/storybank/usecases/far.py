"""How far a long work is: what a use case tells whoever waits for it."""

from __future__ import annotations

from collections.abc import Callable

Far = Callable[[int, int], None]
"""Hears how many are done, and of how many; from time to time, and when all are."""


def silently(done: int, of: int) -> None:
    """Nobody waits."""
