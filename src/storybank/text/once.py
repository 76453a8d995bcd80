"""What was told, once: the document that judging works on.

Saying a sentence twice adds nothing, so its later copies are left out before anything is counted; and every kind
of blank is a plain space. Offsets still lead back to the text through `Document.locate`.
"""

from __future__ import annotations

import re
from dataclasses import replace

from storybank.text.document import Document, Piece, Sentence
from storybank.text.span import Span

_BLANKS = dict.fromkeys((0xA0, 0x2007, 0x2009, 0x200A, 0x202F, 0x3000), " ")
_WORD = re.compile(r"\w+")
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
    if len(kept) == len(document.sentences):
        return replace(document, prose=plain), tuple(kept)
    return _only(document, plain, kept), tuple(kept)


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
