"""What an answer says of itself above its first words, without rules around it: "Level: L6", "Theme: failure"."""

from __future__ import annotations

import re
from dataclasses import replace

from storybank.text.asking import addresses
from storybank.text.document import FrontMatter
from storybank.text.frontmatter import KEYS, SYNONYMS
from storybank.text.labels import heading
from storybank.text.rows import lines

_KEYS = {
    **{key: key for key in KEYS if key != "profile"}, **SYNONYMS,
    "theme": "", "topic": "", "category": "", "competency": "", "tags": "", "date": "",
}  # fmt: skip
_LINE = re.compile(
    r"[*_]{0,3}(?P<key>[A-Za-z]+(?: [A-Za-z]+)?)[*_]{0,3}[ ]?[:：][*_]{0,3}[ \t]*(?P<value>.*)"
)
_TITLE = re.compile(r"#{1,6}[ \t]+(?P<title>\S.*?)[ \t#]*")
_LEVEL = re.compile(r"\bL[567]\b", re.IGNORECASE)
_WORDS = 15  # a longer value, or one that ends a sentence, is prose


def head(text: str, start: int, front: FrontMatter) -> tuple[FrontMatter, int]:
    """What the lines `Key: value` at the head of text[start:] say, and where the answer begins below them.

    A Markdown heading may stand above them: a title, or the question. What front matter says already stays. A
    question alone is no such head (it may run over lines), nor are lines with nothing below them.
    """
    found: dict[str, str] = {}
    titled = ""
    begin = start
    for at, end in lines(text, start):
        if at >= end:
            continue
        above = _TITLE.fullmatch(text, at, end) if not (found or titled) else None
        if above is not None and heading(above.group("title")) is None:
            titled = above.group("title").strip("*_ ")
            continue
        match = _LINE.fullmatch(text, at, end)
        key = match.group("key").lower() if match else ""
        value = match.group("value").strip(" \t*_") if match else ""
        name = _KEYS.get(key)
        if name is None or name in found or (name != "question" and _is_prose(value)):
            begin = at
            break
        found[name or key] = value
    if begin == start or not found.keys() - {"question"}:
        return front, start
    if titled:
        found.setdefault("question" if addresses(titled) else "title", titled)
    level = _LEVEL.search(found.get("level", ""))
    return replace(
        front,
        title=front.title or found.get("title") or None,
        question=front.question or found.get("question") or None,
        level=front.level or (level.group().upper() if level else None),
        principles=front.principles
        or tuple(p.strip() for p in found.get("principles", "").split(",") if p.strip()),
    ), begin


def _is_prose(value: str) -> bool:
    return len(value.split()) > _WORDS or value.endswith((".", "!"))
