"""What was told, once: the document that judging works on.

Saying a sentence twice adds nothing, so its later copies are left out before anything is counted; every kind of
blank is a plain space; and a sentence that closes with a semicolon, or the last one with nothing, closes with a full
stop. Offsets still lead back to the text through `Document.locate`.
"""

from __future__ import annotations

import re
from dataclasses import replace

from storybank.text.document import Document, Piece, Sentence
from storybank.text.span import Span

_BLANKS = dict.fromkeys((0xA0, 0x2007, 0x2009, 0x200A, 0x202F, 0x3000), " ")
_WORD = re.compile(r"\w+")
_STOPS = frozenset(".!?…。！？‽")
_OPEN = frozenset(";,:-–—")
"""With these a sentence goes on; one that ends with them was to end with a full stop."""
_CLOSERS = ")]}\"'”’»%€$£"
_LEAST = 4  # words: "We did it." may well be said twice, and means something each time


def told_once(document: Document) -> tuple[Document, tuple[int, ...]]:
    """The document without later copies of a sentence, and the index of the original of every sentence kept.

    The second value has one entry a sentence of the new document: its index in the old one.
    """
    seen: set[tuple[str, ...]] = set()
    kept: list[int] = []
    for index, sentence in enumerate(document.sentences):
        words = tuple(w.lower() for w in _WORD.findall(sentence.span.of(document.prose)))
        if len(words) >= _LEAST and words in seen:
            continue
        seen.add(words)
        kept.append(index)
    plain = document.prose.translate(_BLANKS)
    once = (
        replace(document, prose=plain)
        if len(kept) == len(document.sentences)
        else _only(document, plain, kept)
    )
    return _stopped(once), tuple(kept)


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


def _only(document: Document, plain: str, kept: list[int]) -> Document:
    """A document of some of the sentences, joined by blanks."""
    texts: list[str] = []
    pieces: list[Piece] = []
    sentences: list[Sentence] = []
    at = 0
    for index in kept:
        sentence = document.sentences[index]
        start = sentence.span.start
        pieces += [Piece(p.prose - start + at, p.text, p.length) for p in document.within(sentence.span)]
        texts.append(sentence.span.of(plain))
        sentences.append(replace(sentence, span=Span(at, at + len(sentence.span))))
        at += len(sentence.span) + 1
    return replace(document, prose=" ".join(texts), pieces=tuple(pieces), sentences=tuple(sentences))
