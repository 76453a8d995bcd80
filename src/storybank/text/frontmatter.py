"""The block between `---` lines at the head of an answer: `key: value` and lists, nothing more of YAML."""

from __future__ import annotations

import re

from storybank.errors import MalformedFrontMatter
from storybank.text.document import FrontMatter
from storybank.text.labels import heading

KEYS = ("title", "question", "level", "profile", "principles")
SYNONYMS = {
    "interview question": "question", "target level": "level", "principle": "principles",
    "leadership principle": "principles", "leadership principles": "principles", "lp": "principles",
    "lps": "principles",
}  # fmt: skip
_OPEN = re.compile(r"\ufeff?(?:[ \t]*(?:\r\n?|\n)){0,20}---[ \t]*(?:\r\n?|\n)")
_LINE = re.compile(r"([^\r\n]*)(\r\n?|\n|\Z)")
_KEY = re.compile(r"([A-Za-z][\w -]{0,40}?)[ \t]*:(?:[ \t]+(.*)|[ \t]*\Z)")
_TIGHT = re.compile(rf"({'|'.join(KEYS)})[ \t]*:(.+)", re.IGNORECASE)  # no blank behind the colon: a slip
_LIST_ITEM = re.compile(r"[ \t]*-(?:[ \t]+(.*)|\Z)")
_BREAK = re.compile(r"\r\n?|\n")
_COMMENT = re.compile(r"[ \t]#.*")
_LONGEST = 200  # lines


def front_matter(text: str) -> tuple[FrontMatter, int, tuple[str, ...]]:
    """What the front matter says, the offset at which the answer begins, and remarks for the user.

    Text that merely opens with a rule (`---`) has none. Raises `MalformedFrontMatter`, with the line counted
    from 1, for a block that is one and does not parse.
    """
    opening = _OPEN.match(text)
    if opening is None:
        return FrontMatter(), 0, ()
    block: list[str] = []
    at = opening.end()
    rule = len(_BREAK.findall(opening.group()))  # its line, counted from 1
    while at < len(text) and len(block) < _LONGEST:
        match = _LINE.match(text, at)
        assert match is not None
        at = match.end()
        line = match.group(1).rstrip()
        if line in ("---", "..."):
            if not _meant(block):
                return FrontMatter(), 0, ()
            front, notices = _Parser().parse(block, rule + 1)
            return front, at, notices
        block.append(line)
    if block and _key(block[0]) in KEYS:
        raise MalformedFrontMatter(rule, "the block that begins here is never closed")
    return FrontMatter(), 0, ()


def _key(line: str) -> str | None:
    entry = _entry(line)
    return entry[0] if entry else None


def _entry(line: str) -> tuple[str, str] | None:
    """Key, in small letters, and value of a line; None where it has no `key:`."""
    match = _KEY.fullmatch(line) or _TIGHT.fullmatch(line)
    if match is None:
        return None
    key = match.group(1).strip().lower()
    return SYNONYMS.get(key.replace("_", " ").replace("-", " "), key), (match.group(2) or "").strip()


def _meant(block: list[str]) -> bool:
    """True when the lines between two rules are front matter, not an answer set between rules."""
    keys = [key for key in map(_key, block) if key]
    if any(key in KEYS for key in keys) or any(line.split(" ")[0] in KEYS for line in block):
        return True
    return (bool(keys) and not any(heading(key) for key in keys)) or not any(block)


class _Parser:
    """Reads the lines of one block."""

    def __init__(self) -> None:
        self._values: dict[str, str | list[str]] = {}
        self._lines: dict[str, int] = {}
        self._key: str | None = None
        self._notices: list[str] = []

    def parse(self, block: list[str], first: int) -> tuple[FrontMatter, tuple[str, ...]]:
        """What the lines say, the first of which is line `first` of the file."""
        for number, line in enumerate(block, first):
            if line.strip() and not line.lstrip().startswith("#"):
                self._take(number, line)
        return self._front(), tuple(self._notices)

    def _take(self, number: int, line: str) -> None:
        listed = _LIST_ITEM.fullmatch(line)
        if listed:
            self._append(number, _scalar(number, listed.group(1) or ""))
        elif line[0] in " \t":
            self._continue(number, line.strip())
        else:
            entry = _entry(line)
            if entry is None:
                raise MalformedFrontMatter(number, f"{_short(line)} has no `key:`")
            self._open(number, *entry)

    def _open(self, number: int, key: str, raw: str) -> None:
        if key in KEYS and key in self._values:
            raise MalformedFrontMatter(number, f"`{key}` stands here and on line {self._lines[key]}")
        self._key, self._lines[key] = key, number
        if key not in KEYS:
            self._values[key] = ""
            self._remark(number, key)
        elif raw.startswith("["):
            self._values[key] = _inline_list(number, raw)
        else:
            self._values[key] = "" if raw in ("|", ">", "|-", ">-") else _scalar(number, raw)

    def _append(self, number: int, value: str) -> None:
        if self._key is None:
            raise MalformedFrontMatter(number, "a list item stands under no key")
        if self._key not in KEYS:
            return
        held = self._values[self._key]
        if isinstance(held, str):
            if held:
                raise MalformedFrontMatter(number, f"`{self._key}` has a value and a list")
            held = self._values[self._key] = []
        held.append(value)

    def _continue(self, number: int, more: str) -> None:
        if self._key is None:
            raise MalformedFrontMatter(number, "an indented line stands under no key")
        held = self._values[self._key]
        if self._key in KEYS and isinstance(held, str):
            self._values[self._key] = f"{held} {more}".strip()
        elif isinstance(held, list):
            raise MalformedFrontMatter(number, f"{_short(more)} is no item of the list `{self._key}`")

    def _remark(self, number: int, key: str) -> None:
        from difflib import get_close_matches

        near = get_close_matches(key, KEYS, n=1, cutoff=0.75)
        if near:
            self._notices.append(
                f"front matter, line {number}: `{key}` is not known; did you mean `{near[0]}`?"
            )

    def _front(self) -> FrontMatter:
        principles = self._values.get("principles", [])
        if isinstance(principles, str):
            principles = [p.strip() for p in principles.split(",")]
        return FrontMatter(
            title=self._one("title"),
            question=self._one("question"),
            level=self._one("level"),
            profile=self._one("profile"),
            principles=tuple(p for p in principles if p),
        )

    def _one(self, key: str) -> str | None:
        value = self._values.get(key, "")
        if isinstance(value, list):
            raise MalformedFrontMatter(self._lines[key], f"`{key}` takes one value, not a list")
        return value if value not in ("", "~", "null") else None


def _scalar(number: int, raw: str) -> str:
    """A value without its quotation marks or the remark after it."""
    quote = raw[:1]
    if quote not in ('"', "'"):
        return _COMMENT.sub("", raw).strip()
    end = raw.find(quote, 1)
    while end > 0 and (raw[end - 1] == "\\" or raw[end + 1 : end + 2] == quote == "'"):
        end = raw.find(quote, end + (2 if quote == "'" else 1))
    if end < 0:
        raise MalformedFrontMatter(number, "the quotation mark is never closed")
    if raw[end + 1 :].strip() and not raw[end + 1 :].lstrip().startswith("#"):
        raise MalformedFrontMatter(number, f"{_short(raw[end + 1 :].strip())} stands after the quotation")
    inner = raw[1:end]
    return inner.replace("''", "'") if quote == "'" else inner.replace('\\"', '"')


def _inline_list(number: int, raw: str) -> list[str]:
    """`[a, b]`; an item that holds a comma needs a list of lines."""
    raw = _COMMENT.sub("", raw).strip()
    if not raw.endswith("]"):
        raise MalformedFrontMatter(number, "the list is never closed; end it with `]`")
    return [_scalar(number, piece.strip()) for piece in raw[1:-1].split(",") if piece.strip()]


def _short(line: str) -> str:
    shown = line if len(line) <= 30 else line[:30] + "..."
    return repr(shown)
