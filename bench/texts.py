"""Varied texts to measure on: new answers put together from sentences of the labelled ones.

Timing on copies of one text flatters caches. Here every text differs from every other, each sentence stands
where its label would stand in an answer, and the same seed gives the same texts.
"""

from __future__ import annotations

import json
import random
from collections.abc import Iterable, Iterator
from pathlib import Path

SEED = 20260
WORDS = 450
# Words of each part in an answer of WORDS, about as the general timing profile has them.
_PLAN = (("situation", 90), ("task", 40), ("action", 190), ("result", 80), ("learning", 50))
_CLOSED = (".", "!", "?", "…")
_SLACK = 12  # words by which a part may miss its plan


class Supply:
    """Sentences by label, handed out in random order; when all are used, shuffled and begun again."""

    def __init__(self, files: Iterable[Path], seed: int = SEED) -> None:
        self._random = random.Random(seed)
        self._all: dict[str, list[str]] = {label: [] for label, _ in _PLAN}
        self._left: dict[str, list[str]] = {label: [] for label, _ in _PLAN}
        self._made: set[str] = set()
        for file in sorted(files):
            for line in file.read_text(encoding="utf-8").split("\n"):
                for part in json.loads(line)["parts"] if line.strip() else ():
                    quote = " ".join(part["quote"].split())
                    if part["label"] in self._all and quote.endswith(_CLOSED) and quote[0].isalnum():
                        self._all[part["label"]].append(quote)
        empty = [label for label, sentences in self._all.items() if not sentences]
        if empty:
            raise SystemExit(
                f"bench: no sentence labelled {' or '.join(empty)}; name files of labelled answers"
            )

    def answers(self, number: int) -> list[str]:
        """So many answers of about WORDS words, none of them made before."""
        made = []
        while len(made) < number:
            text = "\n\n".join(" ".join(self._part(label, words)) for label, words in _PLAN)
            if text not in self._made:
                self._made.add(text)
                made.append(text)
        return made

    def long(self, words: int) -> str:
        """One text of `words` words: answer after answer, the last cut short."""
        tokens: list[str] = []
        while len(tokens) < words:
            # Paragraphs survive: a token that ends one keeps its line breaks.
            tokens.extend(self.answers(1)[0].replace("\n\n", "\n\n ").split(" "))
            tokens[-1] += "\n\n"
        return " ".join(tokens[:words]).replace("\n\n ", "\n\n").rstrip()

    def _part(self, label: str, words: int) -> Iterator[str]:
        missing = words
        while missing > _SLACK:
            sentence = self._next(label)
            yield sentence
            missing -= len(sentence.split())

    def _next(self, label: str) -> str:
        if not self._left[label]:
            self._left[label] = self._random.sample(self._all[label], len(self._all[label]))
        return self._left[label].pop()
