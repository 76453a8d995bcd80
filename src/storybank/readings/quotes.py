"""What is quoted of an answer: the clause around the words that show something, never a piece cut out of a phrase.

The reader marks pieces of words, and a wording is as short as what it witnesses ("renegotiated"). A person who is
quoted wants to recognise what was said, so a stretch is widened to where its clause begins and ends.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from storybank.playbook.lexicons import lexicon_groups
from storybank.text.document import Document, PartKind
from storybank.text.span import Span

_TOKEN: Final = re.compile(r"[^\W_]+(?:['’.,:\-][^\W_]+)*|[^\s\w]")
_ADDING: Final = frozenset(["and", "but", "or", "so", "then", "yet"])
"""They join clauses where a subject follows, and else mere words ("bread and butter")."""
_DEPENDENT: Final = frozenset(["because", "although", "though", "unless", "whereas", "while"])
_AFTER_COMMA: Final = _DEPENDENT | {"if", "when", "since", "until", "before", "after", "as", "where"}
_HARD: Final = frozenset(";:—–()[]…")
_LEAST: Final = 3
"""Words of a clause that can stand as a quote; a shorter one is quoted with its whole sentence."""
_STANDS: Final = 6
"""Words of a sentence that can be quoted alone where speech was cut into sentences by guess."""
_ASIDE: Final = 3
"""Words and marks within which a comma closes an aside that the comma before has opened (", I think,")."""


def widened(document: Document, spans: Iterable[Span]) -> tuple[Span, ...]:
    """Each stretch as its clause, in the order of the text; those that overlap are one."""
    return joined(_clause(document, span) for span in spans)


def joined(spans: Iterable[Span]) -> tuple[Span, ...]:
    """The stretches in the order of the text; those that overlap are one."""
    merged: list[Span] = []
    for span in sorted(spans):
        if merged and span.overlaps(merged[-1]):
            merged[-1] = Span(merged[-1].start, max(span.end, merged[-1].end))
        else:
            merged.append(span)
    return tuple(merged)


def standing(document: Document, parts: Sequence[PartKind], span: Span) -> Span:
    """A sentence that can be quoted alone: in speech without stops a scrap takes in its neighbours.

    Only those of the same breath: no time stamp and no other speaker stands between. They are of the same part too,
    unless the scrap is no clause without them.
    """
    sentences = document.sentences
    at = bisect_right(sentences, span.start, key=lambda s: s.span.start) - 1
    if document.punctuated or at < 0 or sentences[at].span != span:
        return span
    first = last = at
    while (words := sum(s.words for s in sentences[first : last + 1])) < _STANDS:
        near = (last + 1, first - 1) if _goes_on(document, first, last) else (first - 1, last + 1)
        fits = (n for n in near if _joins(document, at, n) and (words < _LEAST or parts[n] == parts[at]))
        taken = next(fits, None)
        if taken is None:
            break
        first, last = min(first, taken), max(last, taken)
    return Span(sentences[first].span.start, sentences[last].span.end)


def _goes_on(document: Document, first: int, last: int) -> bool:
    """Whether what follows belongs to these sentences, rather than they to what stands before them.

    What begins a clause of its own belongs to nothing before it, but to an opening ("so for the first week").
    """
    here, after = (_opening(document, at) for at in (first, last + 1))
    begins = after in _ADDING or after in _AFTER_COMMA or after in _subjects()
    return not begins or here in _ADDING or here in _AFTER_COMMA


def _opening(document: Document, at: int) -> str:
    """The first word of a sentence; "" beyond the last one."""
    if at >= len(document.sentences):
        return ""
    word = _TOKEN.search(document.prose, document.sentences[at].span.start)
    return word[0].lower().replace("’", "'") if word else ""


def _joins(document: Document, at: int, other: int) -> bool:
    """Whether nothing unsaid stands between a sentence and another one."""
    if not 0 <= other < len(document.sentences):
        return False
    one, two = sorted((document.sentences[at].span, document.sentences[other].span))
    return len(document.runs(Span(one.start, two.end))) == 1


def _clause(document: Document, span: Span) -> Span:
    """The clause of a stretch that lies within one sentence; one that holds more is left as it is."""
    for sentence in document.sentences:
        if sentence.span.contains(span):
            return _within(document.prose, sentence.span, span)
    return span


def _within(prose: str, sentence: Span, span: Span) -> Span:
    """From the last joint before the stretch to the first after it, without the marks at either end."""
    tokens = list(_TOKEN.finditer(prose, sentence.start, sentence.end))
    start, end = sentence.start, sentence.end
    for left, right in _joints(tokens):
        if right <= span.start:
            start = right
        elif left >= span.end:
            end = left
            break
    if (start, end) == (sentence.start, sentence.end):
        return sentence
    words = [t for t in tokens if start <= t.start() and t.end() <= end and t[0][0].isalnum()]
    return Span(start, end) if len(words) >= _LEAST else sentence


def _joints(tokens: list[re.Match[str]]) -> Iterator[tuple[int, int]]:
    """Where one clause ends and where the next begins: between them stand marks and the word that adds it."""
    words = [t[0].lower().replace("’", "'") for t in tokens]
    for at in range(1, len(words) - 1):
        opening = _opens(words, at)
        if opening and not (words[at - 1] == "," and words[at] != ","):
            yield tokens[at - 1].end(), tokens[opening].start()


def _opens(words: list[str], at: int) -> int:
    """The token at which the clause begins that a mark or a joining word at `at` brings in; 0 for none."""
    word, after = words[at], words[at + 1]
    if word in _HARD:
        return at + 1 if after[0].isalnum() else 0
    if word == ",":
        if "," in words[at + 1 : at + 1 + _ASIDE]:
            return 0
        added = at + 2 if after in _ADDING and at + 2 < len(words) else at + 1
        return added if words[added] in _subjects() or words[added] in _AFTER_COMMA else 0
    if word in _ADDING:
        return at + 1 if after in _subjects() else 0
    return at if word in _DEPENDENT else 0


def _subjects() -> frozenset[str]:
    """The words that can only be the subject where a clause begins."""
    groups = lexicon_groups("delivery")
    return (groups["own"] | groups["other"] | groups["it"]) - {"which", "who", "thats"}
