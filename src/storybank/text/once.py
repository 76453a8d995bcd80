"""What was told, once: the document that judging works on.

Saying a sentence twice adds nothing, so its later copies are left out before anything is counted, word for
word or not (`storybank.text.retold`), and so are figures that count nothing (`storybank.text.hollow`); every kind of
blank is a plain space; and a sentence that closes with a semicolon, or the last one with nothing, closes with a full
stop. Offsets still lead back to the text through `Document.locate`.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import replace

from storybank.text.document import Document, Piece, Sentence
from storybank.text.hollow import hollow
from storybank.text.retold import retold
from storybank.text.span import Span

_BLANKS = dict.fromkeys((0xA0, 0x2007, 0x2009, 0x200A, 0x202F, 0x3000), " ")
_WORD = re.compile(r"\w+")
_STOPS = frozenset(".!?…。！？‽")
_OPEN = frozenset(";,:-–—")
"""With these a sentence goes on; one that ends with them was to end with a full stop."""
_CLOSERS = ")]}\"'”’»%€$£"
_JOINING = " \t\r\n,;:–—-("
_LEAST = 4  # words: "We did it." may well be said twice, and means something each time


def told_once(document: Document) -> tuple[Document, tuple[int, ...]]:
    """The document without what is said again, and the index of the original of every sentence kept.

    The second value has one entry a sentence of the new document: its index in the old one.
    """
    until = _told_until(document)
    seen: set[tuple[str, ...]] = set()
    kept: list[int] = []
    said = [sentence.span.of(document.prose) for sentence in document.sentences]
    for index, again in enumerate(retold(said)):
        words = tuple(w.lower() for w in _WORD.findall(said[index]))
        empty = until.get(index) == document.sentences[index].span.start
        if again or empty or (len(words) >= _LEAST and words in seen):
            continue
        seen.add(words)
        kept.append(index)
    plain = document.prose.translate(_BLANKS)
    if len(kept) == len(document.sentences) and not until:
        return _stopped(replace(document, prose=plain)), tuple(kept)
    return _stopped(_only(document, plain, kept, until)), tuple(kept)


def _told_until(document: Document) -> dict[int, int]:
    """For each sentence that ends with figures of nothing: the offset up to which it tells something.

    Of bare speech only whole sentences are left out, since it was cut by the words that it has; and an answer of
    nothing else is left as it is.
    """
    found: dict[int, int] = {}
    starts = [s.span.start for s in document.sentences]
    for stretch in hollow(document.prose, [s.span for s in document.sentences]):
        index = bisect_right(starts, stretch.start) - 1
        told = document.prose[starts[index] : stretch.start]
        whole = not _WORD.search(told)
        if whole or document.punctuated:
            found[index] = starts[index] + (0 if whole else len(told.rstrip(_JOINING)))
    return found if any(found.get(k) != start for k, start in enumerate(starts)) else {}


def _stopped(document: Document) -> Document:
    """The same, closed by full stops where the writer left them to semicolons or to the end of the text.

    Where most sentences have no stop of their own, as in notes and in bare speech, the last one needs none either.
    """
    sentences, prose = document.sentences, document.prose
    if not sentences or not document.punctuated:
        return document
    semicolons = [s.span.end - 1 for s in sentences if prose[s.span.end - 1] == ";"]
    if semicolons:
        letters = list(prose)
        for at in semicolons:
            letters[at] = "."
        prose = "".join(letters)
    *before, last = sentences
    stopped = sum(not _STOPS.isdisjoint(prose[s.span.end - 2 : s.span.end]) for s in before)
    if stopped * 2 > len(before) and last.span.end == len(prose):
        kept = _unstopped(prose)
        if kept is not None:
            prose = prose[:kept] + "."
            sentences = (*before, replace(last, span=Span(last.span.start, len(prose))))
    return document if prose == document.prose else replace(document, prose=prose, sentences=sentences)


def _unstopped(prose: str) -> int | None:
    """Where a text that ends without a full stop has its place for one; None where nothing is wanting."""
    final = prose[-1]
    if final in _OPEN:
        return len(prose) - 1
    closed = prose.rstrip(_CLOSERS)[-1:] in _STOPS
    return None if closed or not (final.isalnum() or final in _CLOSERS) else len(prose)


def _only(document: Document, plain: str, kept: list[int], until: Mapping[int, int]) -> Document:
    """A document of some of the sentences, joined by blanks, each as far as it tells something."""
    texts: list[str] = []
    pieces: list[Piece] = []
    sentences: list[Sentence] = []
    at = 0
    for index in kept:
        sentence = document.sentences[index]
        start = sentence.span.start
        told = Span(start, until.get(index, sentence.span.end))
        text = told.of(plain) + "." * (told.end < sentence.span.end)
        pieces += [Piece(p.prose - start + at, p.text, p.length) for p in document.within(told)]
        texts.append(text)
        sentences.append(replace(sentence, span=Span(at, at + len(text))))
        at += len(text) + 1
    return replace(document, prose=" ".join(texts), pieces=tuple(pieces), sentences=tuple(sentences))
