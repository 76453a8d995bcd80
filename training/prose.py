"""An answer as the program reads it: headings, speakers, times and an interviewer's turns left out.

The reader that ships never sees them, so it must not learn from them.
"""

from __future__ import annotations

import re
from dataclasses import replace

from records import Example, Sentence
from storybank.text import Span, read


def own_words(example: Example) -> Example:
    """The same answer, without the gold sentences in which the candidate says nothing: an interviewer's turns."""
    document = read(example.text)
    said = [document.locate(s.span) for s in document.sentences]
    kept = [s for s in example.sentences if any(map(Span(s.start, s.end).overlaps, said))]
    return replace(example, sentences=kept or example.sentences)


def as_read(example: Example) -> Example:
    """The same answer over the prose of its document; a gold sentence of which nothing is left is dropped."""
    document = read(example.text)
    words = [(m.start(), m.end()) for m in re.finditer(r"\S+", document.prose)]
    places = [document.locate(Span(a, b)) for a, b in words]

    def carry(start: int, end: int) -> tuple[int, int] | None:
        inside = [k for k, place in enumerate(places) if place.overlaps(Span(start, end))]
        return (words[inside[0]][0], words[inside[-1]][1]) if inside else None

    sentences: list[Sentence] = []
    for one in example.sentences:
        span = carry(one.start, one.end)
        if span and (not sentences or span[0] >= sentences[-1].end):
            sentences.append(Sentence(*span, one.label, one.tags))
    if not sentences:
        return example
    return replace(
        example,
        text=document.prose,
        sentences=sentences,
        defects={name: [c for s in spans if (c := carry(*s))] for name, spans in example.defects.items()},
        figures=[c for s in example.figures if (c := carry(*s))],
    )
