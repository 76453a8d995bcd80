"""What the stems of a question say about the principles that an answer to it shows."""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from pathlib import Path

import numpy as np

from records import PRINCIPLES
from storybank.readings.principles import stems


def asked() -> list[tuple[str, list[str]]]:
    """Questions with the principles that they ask for, whatever readers saw of the answers; no test's are among them."""
    from storybank.playbook.index import questions
    from storybank.playbook.shelf import shipped

    files = [
        *sorted(Path("training/answers").glob("[gw]*.jsonl")),
        *sorted(Path("training/questions").glob("written-*.jsonl")),
    ]
    lines = [line for file in files for line in file.read_text(encoding="utf-8").splitlines()]
    written = [(row["question"], row["principles"]) for row in map(json.loads, lines)]
    ours = [(q.text, [name for name in q.principles if name in PRINCIPLES]) for q in questions(shipped())]
    return written + ours


def fit_principles() -> dict:
    """What the stems of a question say about the principles that an answer to it shows.

    Each count is smoothed towards what chance would give the principle, so that a stem which says nothing does not
    speak for the rare ones.
    """
    counts: dict[str, np.ndarray] = defaultdict(lambda: np.zeros(16))
    mass = np.full(16, 2.0)
    said: Counter[str] = Counter()
    for question, names in asked():
        for rank, name in enumerate(names):
            weight, k = (1, 0.5, 0.3)[rank], PRINCIPLES.index(name)
            mass[k] += weight
            for stem in stems(question):
                counts[stem][k] += weight
        said.update(stems(question))
    words = {}
    for stem in sorted(s for s in said if said[s] >= 2):
        chance = counts[stem].sum() / mass.sum()
        odds = np.log((counts[stem] + 10 * chance) / ((mass + 10) * chance))
        words[stem] = " ".join(str(round(100 * odd)) for odd in odds)
    return {
        "names": PRINCIPLES,
        "prior": np.round(0.5 * np.log(mass / mass.sum()), 3).tolist(),
        "words": words,
        "question": 0.7,
        "reader": 1.0,
    }
