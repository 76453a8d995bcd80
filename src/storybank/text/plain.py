"""Plain text: paragraphs, lists, part labels."""

from __future__ import annotations

from dataclasses import replace

from storybank.text.document import Document, FrontMatter
from storybank.text.rows import Row, item, lines_and_items, tell
from storybank.text.tape import Tape


def read_plain(
    text: str, start: int = 0, front: FrontMatter | None = None, notices: tuple[str, ...] = ()
) -> Document:
    """Read text[start:] as plain text; what stands before `start` is no part of the answer."""
    rows = []
    before = ""
    for at, end in lines_and_items(text, start):
        if at >= end:
            rows.append(Row("blank", at, at, end))
            before = ""
            continue
        words = item(text, at, end, before)
        rows.append(Row("text", at, at if words is None else words, end, item=words is not None))
        before = "" if words is not None else text[end - 1]
    tape = Tape(text)
    question = tell(tape, rows)
    front = front or FrontMatter()
    if front.question is None and question is not None:
        front = replace(front, question=question)
    return tape.document("plain", front, notices=notices)
