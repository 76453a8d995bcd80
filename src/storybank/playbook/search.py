"""Search in the playbook: BM25 over all entries, forgiving of typing slips."""

from __future__ import annotations

from dataclasses import dataclass
from math import log

from storybank.playbook.index import Card, cards, postings
from storybank.playbook.shelf import Shelf
from storybank.playbook.words import terms

_K1, _B = 1.2, 0.6
_LIKE = 80
"""How alike (0 to 100) a term of the index must be to stand in for a term that is in none."""
_SLIP = 0.6
"""What a hit by likeness counts against a true one."""


@dataclass(frozen=True, slots=True)
class Hit:
    """An entry that search found, how well it fits (only good for ordering), and the words that it was found by."""

    card: Card
    score: float
    by: tuple[str, ...]


def search(shelf: Shelf, query: str, kind: str | None = None, limit: int = 10) -> list[Hit]:
    """The entries that fit the query best, best first; ties in the order of the playbook."""
    index, every = postings(shelf), cards(shelf)
    mean = sum(index.lengths) / max(1, len(index.lengths))
    scores: dict[int, float] = {}
    by: dict[int, list[str]] = {}
    for term in dict.fromkeys(terms(query)):
        for found, trust in _meant(term, index.where):
            hits = index.where[found]
            rarity = log(1 + (len(every) - len(hits) + 0.5) / (len(hits) + 0.5))
            for entry, count in hits:
                room = _K1 * (1 - _B + _B * index.lengths[entry] / mean)
                scores[entry] = scores.get(entry, 0.0) + trust * rarity * count * (_K1 + 1) / (count + room)
                by.setdefault(entry, []).append(found)
    ranked = sorted(scores, key=lambda entry: (-scores[entry], entry))
    hits_in = [Hit(every[n], scores[n], tuple(dict.fromkeys(by[n]))) for n in ranked]
    return [hit for hit in hits_in if kind is None or hit.card.kind == kind][:limit]


def _meant(term: str, known: dict[str, list[tuple[int, int]]]) -> list[tuple[str, float]]:
    """The terms of the index that a term of the query stands for: itself, longer ones, or the likeliest slips."""
    if term in known:
        return [(term, 1.0)]
    from rapidfuzz import fuzz, process

    near = process.extract(term, known.keys(), scorer=fuzz.ratio, score_cutoff=_LIKE, limit=3)
    found = [(name, _SLIP * score / 100) for name, score, _ in near]
    if not found and len(term) >= 4:
        found = [(name, _SLIP) for name in known if name.startswith(term)][:3]
    return found
