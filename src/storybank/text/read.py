"""The way in: text or bytes to a `Document`."""

from __future__ import annotations

import re
from typing import Literal

from storybank.text.document import Document, FrontMatter
from storybank.text.plain import read_plain

Input = Literal["auto", "plain", "markdown", "transcript"]
_MARKDOWN = re.compile(
    r"^[ \t]{0,3}(?:#{1,6}[ \t]+\S|#{2,6}\w|>[ \t>]*(?:[-*+][ \t]+)*\w|```|~~~|\|.+\||(?:={3,}|-{3,})[ \t]*$)"
    r"|\*\*\S|(?<!\w)__[^\W_]|<!--|\]\(https?:|`[^`\r\n]{1,80}`"
    r"|(?<!\w)[*_][^\W_][^*_\r\n]{0,80}[\w.!?][*_](?!\w)|~~\S|</?(?:p|br|[biu]|em|strong|li|[ou]l|div|h[1-6]|summary)\b",
    re.MULTILINE,
)
# What no text can lack for which `looks_spoken` says yes: most answers have none of it, and the patterns of
# transcripts take longer to compile than an answer to read. The same holds for Markdown, hence late imports.
_MAYBE_HEAD = re.compile(
    r"[ \t\r\n\ufeff]*(?:#{1,6}[ \t][^\r\n]{1,120}[\r\n][ \t\r\n]*)?[*_]{0,3}"
    r"(?:title|(?:interview )?question|(?:target )?level|(?:leadership )?principles?"
    r"|lps?|theme|topic|category|competency|tags|date)[*_]{0,3}[ ]?[:：]",
    re.IGNORECASE,
)
_MAYBE_SPOKEN = re.compile(
    r"^[^:：\r\n]{0,160}[:：]|\[|\([0-9]{1,2}:|-->|\A(?:WEBVTT|start\tend\ttext)"
    r"|^[ \t\xa0]*(?:>>|[A-Z]{2,12}[^a-z]|[QA]\d{0,2}(?:\.|[ ][-–—]))"
    r"|^(?:<[A-Z]|[A-Z][\w.]{0,20}(?:[ ][A-Z][\w.]{0,20}){0,2}(?:>|[ ][-–—|][ ]|[ \t]*[\r\n]))"
    r"|^[#*_(<\t ]{0,8}(?:[Ii]nterview|[Cc]andidate|[Aa]pplicant|[Rr]ecruiter|[Hh]iring|[Ss]peaker)",
    re.MULTILINE,
)


def read(text: str, input: Input = "auto") -> Document:
    """Read an answer.

    `input` says what the text is; "auto" tells by its marks: cues, speaker labels and stamps make a
    transcript; headings, emphasis and front matter make Markdown; all else is plain. "plain" takes every
    mark at its word, but for lists and part labels. Any text can be read, an empty one too: it has no
    sentences. Raises `MalformedFrontMatter` alone, for a block of front matter that does not parse.
    """
    return _read(text, input, ())


def read_bytes(data: bytes, input: Input = "auto", max_bytes: int = 1_000_000) -> Document:
    """Read an answer as it lies in a file.

    Raises `UnreadableInput` for bytes that hold no text, or none but white space, or more than `max_bytes`.
    """
    from storybank.text.decode import decode

    text, notices = decode(data, max_bytes)
    return _read(text, input, notices)


def _read(text: str, input: Input, notices: tuple[str, ...]) -> Document:
    if input == "plain":
        return read_plain(text, notices=notices)
    front, start = FrontMatter(), 0
    if text.startswith(("---", "\ufeff", "\n", "\r", " ")) and text.lstrip("\ufeff \t\r\n").startswith("---"):
        from storybank.text.frontmatter import front_matter

        front, start, remarks = front_matter(text)
        notices += remarks
    fronted = bool(start)
    if _MAYBE_HEAD.match(text, start):
        from storybank.text.head import head

        front, start = head(text, start, front)
    if input == "transcript" or (input == "auto" and _spoken(text, start)):
        from storybank.text.transcript import read_transcript

        return read_transcript(text, start, front, notices)
    if input == "markdown" or fronted or _MARKDOWN.search(text, start):
        from storybank.text.markdown import read_markdown

        return read_markdown(text, start, front, notices)
    return read_plain(text, start, front, notices)


def _spoken(text: str, start: int) -> bool:
    if not _MAYBE_SPOKEN.search(text, start):
        return False
    from storybank.text.transcript import looks_spoken

    return looks_spoken(text, start)
