"""How an answer is spoken: its fillers and its hedges."""

from storybank.signals.fillers import find_fillers
from storybank.signals.hedging import find_hedges

__all__ = ["find_fillers", "find_hedges"]
