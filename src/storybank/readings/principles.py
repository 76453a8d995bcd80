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
_LEAST = 3  # letters: "his" is no form of "hi"
STOP = frozenset(
    """tell me about a time you the of to and in that was with an describe when your had for it on what how did do
    give example is or were have something somebody someone at by from who i us this there not be""".split()  # noqa: SIM905
)


def stems(question: str) -> frozenset[str]:
    """The words of a question that say what it is about, cut to their stems."""
    return frozenset(_stem(word) for word in _WORD.findall(question.lower()) if word not in STOP)


def _stem(word: str) -> str:
    """The word without its ending, if enough of it is left to be told from others."""
    stem = _ENDING.sub("", word)
    return stem if len(stem) >= _LEAST else word


def asked_for(question: str, fitted: Fitted) -> dict[str, float]:
    """How much the words of a question speak for each principle and each theme, as log odds.

    Empty for a question that says nothing: none of its words was ever heard in a question.
    """
    table = fitted.asked
    known = sorted(stems(question) & table["words"].keys())
    if not known:
        return {}
    rows = [map(int, table["words"][stem].split()) for stem in known]
    return {name: sum(row) / 100 for name, *row in zip(table["names"], *rows, strict=True)}


def principle_shares(numbers: Mapping[str, float], question: str | None, fitted: Fitted) -> dict[str, float]:
    """How the evidence divides among the principles; shares sum to 1, best first."""
    table = fitted.asked
    names: list[str] = list(table["prior"])
    totals = [table["reader"] * math.log(max(numbers[f"principle:{name}"], 1e-6)) for name in names]
    if question and question.strip():
        asked = asked_for(question, fitted)
        more = [table["question"] * asked.get(name, 0.0) for name in names]
        totals = [t + m for t, m in zip(totals, more, strict=True)]
    top = max(totals)
    odds = [math.exp(t - top) for t in totals]
    shares = {name: value / sum(odds) for name, value in zip(names, odds, strict=True)}
    return dict(sorted(shares.items(), key=lambda item: -item[1]))
