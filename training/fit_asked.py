"""What the stems of a question say about the principles and themes that it is put to hear about."""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import numpy as np

from records import PRINCIPLES
from storybank.playbook.names import THEMES
from storybank.readings.principles import stems

_NAMES = [*PRINCIPLES, *THEMES]
_RANKS = (1, 0.5, 0.3)  # what the first, second and third name of a question count
_DOUBT = 10  # questions that would have to say otherwise before a stem is believed
_QUESTION, _READER, _MEANING = 0.5, 1.0, 0.5


class Put(NamedTuple):
    """A question, and what it was written to ask for; themes are None where nobody noted them."""

    question: str
    principles: list[str]
    themes: list[str] | None


def questions_put() -> Iterator[Put]:
    """Questions with what they ask for, whatever readers saw of the answers; no test's are among them."""
    from storybank.playbook.index import questions
    from storybank.playbook.shelf import shipped

    files = [
        *sorted(Path("training/answers").glob("[gw]*.jsonl")),
        *sorted(Path("training/questions").glob("written-*.jsonl")),
    ]
    for file in files:
        for row in map(json.loads, file.read_text(encoding="utf-8").splitlines()):
            yield Put(row["question"], row["principles"], row.get("themes"))
    for q in questions(shipped()):
        yield Put(q.text, [name for name in q.principles if name in PRINCIPLES], list(q.themes))


def fit_asked() -> dict:
    """For each stem, how much likelier a question that holds it is to ask for each name: log odds, in hundredths.

    Each count is smoothed towards what chance would give the name, so that a stem which says nothing does not speak
    for the rare ones.
    """
    counts: dict[str, np.ndarray] = defaultdict(lambda: np.zeros(len(_NAMES)))
    mass = np.full(len(_NAMES), 2.0)
    said: Counter[str] = Counter()
    for question, *lists in questions_put():
        for names in lists:
            for weight, name in zip(_RANKS, [n for n in names or () if n in _NAMES], strict=False):
                k = _NAMES.index(name)
                mass[k] += weight
                for stem in stems(question):
                    counts[stem][k] += weight
        said.update(stems(question))
    kinds = [slice(0, len(PRINCIPLES)), slice(len(PRINCIPLES), None)]
    words = {}
    for stem in sorted(s for s in said if said[s] >= 2):
        odds = []
        for kind in kinds:  # a stem is as common among principles as among themes only where both were noted
            chance = counts[stem][kind].sum() / mass[kind].sum()
            odds += (
                np.log((counts[stem][kind] + _DOUBT * chance) / ((mass[kind] + _DOUBT) * chance)).tolist()
                if chance
                else [0.0] * len(mass[kind])
            )
        words[stem] = " ".join(str(round(100 * odd)) for odd in odds)
    of_principles = mass[kinds[0]]
    return {
        "names": _NAMES,
        "prior": dict(
            zip(
                PRINCIPLES,
                np.round(0.5 * np.log(of_principles / of_principles.sum()), 3).tolist(),
                strict=True,
            )
        ),
        "words": words,
        "question": _QUESTION,
        "reader": _READER,
        "meaning": _MEANING,
    }
