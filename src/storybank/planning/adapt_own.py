"""Weights for the values of a playbook of one's own, of which our tables know nothing."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib.resources import files

from storybank.playbook.model import Emphasis
from storybank.readings.principles import stems

_FORWARD, _RESULT = 1.0, 0.6  # what a line counts: told first and longest, or among the results
_MOST = 4  # tags: with more, nothing stands out
_STRONGEST = 0.7  # the weight of the tag that its words name most: about what our tables give
_FAINT = 0.35  # share of the strongest below which a tag is left out


def own_weights(emphasis: Emphasis) -> dict[str, float]:
    """Tags and their weights: those that are given, else those that the words speak of; empty when they name none.

    For the values that our tables do know, what the words say has a cosine of 0.60 with what the tables say; words
    of another value have 0.26.
    """
    if emphasis.weights:
        return dict(emphasis.weights.items())
    counts: dict[str, float] = {}
    lines = [(line, _FORWARD) for line in emphasis.bring_forward] + [(x, _RESULT) for x in emphasis.results]
    for line, share in lines:
        said = stems(line)
        hits = {tag: len(said & words) for tag, words in _words().items()}
        for tag, hit in hits.items():
            if hit:  # a line that speaks of much says less of each
                counts[tag] = counts.get(tag, 0.0) + share * hit / sum(hits.values()) ** 0.5
    best = sorted(counts.items(), key=lambda item: (-item[1], item[0]))[:_MOST]
    top = best[0][1] if best else 0.0
    return {tag: round(_STRONGEST * count / top, 2) for tag, count in best if count >= _FAINT * top}


@cache
def _words() -> Mapping[str, frozenset[str]]:
    """By tag, the stems that speak of it."""
    import tomllib

    text = (files("storybank.planning") / "data/emphasis-words.toml").read_text(encoding="utf-8")
    return {tag: stems(words) for tag, words in tomllib.loads(text).items()}
