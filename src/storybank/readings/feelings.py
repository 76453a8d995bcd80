"""Feelings named in plain words, whosever they are: "quite hurt", "the owner was angry", "which I still think about".

The wordings of `storybank.readings.emotion` witness what somebody makes of a feeling, and so speak for a strength.
This asks less: whether any feeling is named, so that nobody is told that theirs are missing.
"""

from __future__ import annotations

import re

from storybank.playbook.lexicons import lexicon_groups
from storybank.text.span import Span

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_LINGERS = re.compile(
    r"\b(?:i|we|he|she|they) (?:\w+ )?(?:still|often|always) think(?:s)? (?:about|of)\b"
    r"|\b(?:it|that|this|which) (?:still|never) (?:\w+ )?(?:bothers?|haunts?|hurts?|stays with|left) "
    r"(?:me|us|him|her)\b",
    re.I,
)
_BACK = 3
"""Words of degree that may stand between "was" and what is felt."""
_SOME = frozenset(["bit", "little"])
_HARMED = frozenset(["hurt", "shaken"])
"""Without a word of degree these may be an injury."""


def named_feelings(prose: str) -> tuple[Span, ...]:
    """Where a feeling is named, in order."""
    words = [(match, match[0].lower().replace("’", "'")) for match in _WORD.finditer(prose)]
    plain = [word for _, word in words]
    states, verbs = lexicon_groups("feelings")["state"], lexicon_groups("feelings")["verb"]
    found = [Span(*match.span()) for match in _LINGERS.finditer(prose)]
    for at, (match, word) in enumerate(words):
        if (word in states and _is_felt(plain, at)) or (word in verbs and _by_somebody(plain, at)):
            found.append(Span(*match.span()))
    return tuple(sorted(found))


def _is_felt(words: list[str], at: int) -> bool:
    """Whether a state stands behind a verb that gives it to somebody, or behind a word of degree."""
    groups = lexicon_groups("feelings")
    before = words[max(0, at - _BACK) : at][::-1]
    passed = degrees = 0
    for word in before:
        if word in groups["nobody"]:
            return False
        some = word in _SOME or (word == "a" and words[at - passed] in _SOME)
        if word not in groups["degree"] and not some:
            break
        passed += 1
        degrees += word in groups["degree"]
    verb = at - 1 - passed
    if verb >= 1 and words[verb - 1] in groups["nobody"]:
        return False
    linked = verb >= 0 and words[verb] in groups["before"]
    return degrees > 0 if words[at] in _HARMED else linked or degrees > 0


def _by_somebody(words: list[str], at: int) -> bool:
    """Whether somebody, and not nobody, does what the verb says."""
    return at > 0 and words[at - 1] not in lexicon_groups("feelings")["nobody"]
