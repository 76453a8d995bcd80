"""Which principles an answer speaks for: what its deeds show, together with what the question asked for.

The reader says how much each sentence speaks for each of the 16 principles. A question is put in order to hear
about a few of them, so its words shift the balance (naive Bayes over stems, fitted on labelled answers). Without
a question the deeds decide alone.
"""

from __future__ import annotations

import math
import re
from collections.abc import Mapping

from storybank.signals.fitted import Fitted

_WORD = re.compile(r"[a-z]+")
_ENDING = re.compile(r"(?:ing|ed|es|s|ly|ment|ful|e)+$")
STOP = frozenset(
    """tell me about a time you the of to and in that was with an describe when your had for it on what how did do
    give example is or were have something somebody someone at by from who i us this there not be""".split()  # noqa: SIM905
)


def stems(question: str) -> frozenset[str]:
    """The words of a question that say what it is about, cut to their stems."""
    return frozenset(_ENDING.sub("", w) for w in _WORD.findall(question.lower()) if w not in STOP)


def asked_for(question: str, fitted: Fitted) -> list[float]:
    """For each principle, in the order of `names`, how much a question is put to hear about it, as log odds."""
    table = fitted.principles
    totals: list[float] = list(table["prior"])
    for stem in sorted(stems(question) & table["words"].keys()):
        totals = [t + int(w) / 100 for t, w in zip(totals, table["words"][stem].split(), strict=True)]
    return totals


def principle_shares(numbers: Mapping[str, float], question: str | None, fitted: Fitted) -> dict[str, float]:
    """How the evidence divides among the principles; shares sum to 1, best first."""
    table = fitted.principles
    names: list[str] = table["names"]
    totals = [table["reader"] * math.log(max(numbers[f"principle:{name}"], 1e-6)) for name in names]
    if question and question.strip():
        totals = [t + table["question"] * a for t, a in zip(totals, asked_for(question, fitted), strict=True)]
    top = max(totals)
    odds = [math.exp(t - top) for t in totals]
    shares = {name: value / sum(odds) for name, value in zip(names, odds, strict=True)}
    return dict(sorted(shares.items(), key=lambda item: -item[1]))
