"""Text made safe to show: every character that could steer a terminal becomes one that can be seen.

Each character is replaced by exactly one character, so offsets into the text stay good.
"""

from __future__ import annotations

import re
from functools import cache
from itertools import pairwise

_REPLACEMENT = "�"
_BIDI = (0x061C, *range(0x202A, 0x202F), *range(0x2066, 0x206A))
"""Marks that reorder what follows on the line: a quote could be made to read as its opposite."""


@cache
def _table() -> dict[int, str]:
    table = {c: chr(0x2400 + c) for c in range(0x20)}  # control pictures: ESC shows as one small glyph
    table |= dict.fromkeys((*range(0x80, 0xA0), *_BIDI, *range(0xD800, 0xE000)), _REPLACEMENT)
    table[0x7F] = "\u2421"
    table |= {ord("\t"): " ", ord("\n"): "\n", ord("\r"): "\n"}
    table |= dict.fromkeys((0x85, 0x2028, 0x2029), "\n")
    return table


def visible(text: str) -> str:
    """`text` with control characters shown as visible ones, of the same length.

    Line ends of any kind become a newline (CRLF: a space and a newline), a tab becomes a space; other control
    characters, bidirectional overrides and lone surrogates become a picture or a replacement character.
    """
    if text.isascii() and text.isprintable():
        return text
    return text.replace("\r\n", " \n").translate(_table())


_OPENS = re.compile(r"\s*(?:[-*+•>#|]|\d+[.)]|\W?\w{1,24}\W{0,2}:|\[?\d+:\d\d|\(?[STARL]\))")
"""What begins a line of its own: an item, a heading, a quotation, a label or speaker, a time."""
_WRAPPED = range(40, 121)  # columns; no longer line was broken by hand, and no shorter one for its length


def unwrapped(text: str) -> str:
    """`text` with the line breaks taken out that only keep its lines short, of the same length.

    A break goes where the first word of the next line would not have fitted on the line before, in a
    paragraph of which no line is longer than a hand-wrapped one; breaks before items, headings and labels stay.
    """
    return "\n\n".join(map(_joined, text.split("\n\n")))


def _joined(paragraph: str) -> str:
    lines = paragraph.split("\n")
    width = max(len(line.rstrip()) for line in lines)
    if width not in _WRAPPED:
        return paragraph
    joined = lines[0]
    for before, line in pairwise(lines):
        word = line.split(None, 1)[0] if line.strip() else ""
        full = len(before.rstrip()) + 1 + len(word) > width
        joined += (" " if word and full and not _OPENS.match(line) else "\n") + line
    return joined


def one_line(text: str, limit: int = 0) -> str:
    """`text` on one line, safe to show, white space closed up; cut to `limit` characters if given."""
    line = " ".join(visible(text).split())
    if limit and len(line) > limit:
        return line[: limit - 1].rstrip(" ,;:.-–—") + "…"
    return line
