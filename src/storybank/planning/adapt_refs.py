"""What a sentence refers back to by a definite phrase: "the cache", "the four", "the seven months".

Such a phrase says that the listener knows already what is meant. Where an earlier sentence brought it up ("a cache",
"four seconds"), the listener knows it from there, so that sentence must be told too.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import takewhile

from storybank.facts import lists
from storybank.facts.fold import stem
from storybank.playbook.lexicons import lexicon
from storybank.signals.clauses import is_past

_WORD = re.compile(r"\d+(?:[.,]\d+)*|[^\W\d_]+s['’](?=\s)|[^\W\d_]+(?:['’-][^\W\d_]+)*|[^\w\s]")
_KNOWN = frozenset(["the", "those", "these"])
_BRINGS_UP = frozenset(["a", "an", "another", "some", "my", "our", "your", "his", "her", "its", "their"])
_FAR = 4  # words within which a phrase names its thing
_FIRST_COUNT = 2  # "the one" is rarely a count
_DIGITS = 15  # of a count at most; longer runs of digits are codes
_ENDS: tuple[list[str], ...] = ([], ["."], [","], [";"], ["!"], ["?"])
_YEARS = range(1900, 2100)


def references(sentences: Sequence[str], deeds: Sequence[bool]) -> tuple[frozenset[int], ...]:
    """For each sentence, the earlier ones that bring up what it takes as known.

    `deeds` marks sentences that tell what was done: a count that no sentence gave ("the seven months that were
    saved") sums up what came of it, and is told with the last of them; before any deed, with the sentence before.
    """
    brought: dict[str, int] = {}
    counted: dict[float, int] = {}
    deed = -1
    found: list[frozenset[int]] = []
    for k, sentence in enumerate(sentences):
        tokens = _tokens(sentence)
        own_things, own_counts = _brought_up(tokens), set(_counts(tokens))
        needs = {brought[thing] for thing in _taken_as_known(tokens) - own_things if thing in brought}
        for count in set(_known_counts(tokens)) - own_counts:
            if count in counted:
                needs.add(counted[count])
            elif k and not deeds[k]:
                needs.add(deed if deed >= 0 else k - 1)
        if k and _counts_what_was_named(tokens):
            needs.add(_where_counted(sentences[:k], tokens))
        found.append(frozenset(needs))
        brought.update(dict.fromkeys(own_things, k))
        counted.update(dict.fromkeys(own_counts, k))
        deed = k if deeds[k] else deed
    return tuple(found)


def shares_a_reference(before: str, after: str) -> bool:
    """True when the second stretch takes as known what the first one names or counts."""
    named, tokens = {stem(t) for t in _tokens(before)}, _tokens(after)
    return bool(_taken_as_known(tokens) & named) or any(True for _ in _known_counts(tokens))


def _tokens(sentence: str) -> list[str]:
    return [word.lower().replace("’", "'") for word in _WORD.findall(sentence)]


def _taken_as_known(tokens: Sequence[str]) -> set[str]:
    """Stems of what stands behind "the": one of them is the thing."""
    return {thing for k, t in enumerate(tokens) if t in _KNOWN for thing in _phrase(tokens, k + 1)}


def _brought_up(tokens: Sequence[str]) -> set[str]:
    """Stems of the nouns behind "a", "our" or "Ada's": things that the listener hears of for the first time."""
    owned = [k for k, t in enumerate(tokens) if t in _BRINGS_UP or t.endswith(("'s", "s'"))]
    return {thing for k in owned for thing in _heads(_words(tokens, k + 1))}


def _heads(phrase: Sequence[str]) -> Iterator[str]:
    """The last word of a phrase, and the one before it where the last may be a verb: "a cache helped"."""
    for word, behind in zip(phrase, [*phrase[1:], ""], strict=False):
        if not behind or behind.endswith("ed") or behind in lexicon("past-forms"):
            yield stem(word)


def _phrase(tokens: Sequence[str], at: int) -> Iterator[str]:
    return (stem(word) for word in _words(tokens, at))


def _words(tokens: Sequence[str], at: int) -> list[str]:
    """The words from a place on that may belong to one phrase about a thing."""
    return list(takewhile(_is_of_a_phrase, tokens[at : at + _FAR]))


def _is_of_a_phrase(token: str) -> bool:
    return token[0].isalpha() and token not in _small_words() and token not in lists.numbers("number")


def _counts_what_was_named(tokens: Sequence[str]) -> bool:
    """True for "we lost four." and "13 passed": a bare count, beside its verb, of what another sentence names."""
    places, done = dict(_numbers(tokens)), lexicon("past-forms")
    bare = [
        k
        for k in places
        if (k and tokens[k - 1] in done and tokens[k + 1 : k + 2] in _ENDS)
        or any(map(is_past, tokens[k + 1 : k + 2]))
    ]
    return len(places) == 1 and bool(bare)


def _where_counted(sentences: Sequence[str], tokens: Sequence[str]) -> int:
    """The last sentence that counts something and has most in common with a bare count; else the one before it."""
    said = {stem(t) for t in tokens if _is_of_a_phrase(t)}
    shared = [
        len(said & {stem(t) for t in _tokens(s)}) if any(_counts(_tokens(s))) else -1 for s in sentences
    ]
    return max(range(len(sentences)), key=lambda k: (shared[k], k))


def _known_counts(tokens: Sequence[str]) -> Iterator[float]:
    """Counts that are taken as known: "the four"."""
    return (n for k, n in _numbers(tokens) if k and tokens[k - 1] in _KNOWN)


def _counts(tokens: Sequence[str]) -> Iterator[float]:
    """Counts that are given: "four seconds"."""
    return (n for k, n in _numbers(tokens) if not k or tokens[k - 1] not in _KNOWN)


def _numbers(tokens: Sequence[str]) -> Iterator[tuple[int, float]]:
    """Numbers that count or measure something, with their places; no years, clock times or shares."""
    for k, token in enumerate(tokens):
        number = _number(token)
        behind = tokens[k + 1] if k + 1 < len(tokens) else ""
        if (
            (number >= _FIRST_COUNT or number % 1)
            and number not in _YEARS
            and behind not in (":", "%", "am", "pm", "o'clock")
        ):
            yield k, number


def _number(token: str) -> float:
    """The number that a token is, in figures or as a word; 0 for any other, and for what is too long to count."""
    plain = token.replace(",", "")
    if plain.replace(".", "", 1).isdecimal():
        return float(plain) if len(plain) <= _DIGITS else 0.0
    return lists.numbers("number").get(token, 0.0)


@cache
def _small_words() -> frozenset[str]:
    """What no thing is called, and what ends a phrase."""
    return lists.words("stop") | lists.words("aux") | lists.words("other")
