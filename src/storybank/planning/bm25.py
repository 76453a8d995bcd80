"""BM25: ranking by shared words. The yardstick that matching is measured by, and the tie-breaker for rare words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from math import log

from storybank.playbook.words import terms

_K1, _B = 1.2, 0.75


def bm25(texts: Sequence[str]) -> Callable[[str], list[float]]:
    """A function from a query to the score of each text; 0 where no word is shared."""
    counts = [Counter(terms(text)) for text in texts]
    lengths = [sum(count.values()) for count in counts]
    mean = sum(lengths) / max(1, len(lengths))
    found_in = Counter(term for count in counts for term in count)

    def scores(query: str) -> list[float]:
        total = [0.0] * len(counts)
        for term in dict.fromkeys(terms(query)):
            if term not in found_in:
                continue
            rarity = log(1 + (len(counts) - found_in[term] + 0.5) / (found_in[term] + 0.5))
            for row, count in enumerate(counts):
                if term in count:
                    room = _K1 * (1 - _B + _B * lengths[row] / mean)
                    total[row] += rarity * count[term] * (_K1 + 1) / (count[term] + room)
        return total

    return scores
