"""The head of a story file: `key: value` lines and lists between two `---` lines, each with its line number.

A small and strict part of YAML, so that other programs can read it: plain and quoted values, `[a, b]`, lists of
lines, text below `key: |`, and JSON, which is YAML too. No value changes its kind by how it looks.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, field
from typing import Any

from storybank.errors import BadStory

_KEY = re.compile(r"([^\s:#\-\[\]{}\"'][^:]*?)[ \t]*:(?:[ \t]+(.*)|[ \t]*\Z)")
_ITEM = re.compile(r"[ \t]*-(?:[ \t]+(.*)|[ \t]*\Z)")
_REMARK = re.compile(r"[ \t]#.*")
_PLAIN = re.compile(r"[^\s\"'\[\]{}>|*&!%@`#,?:~-](?:.*\S)?\Z")
_BLOCKS = ("|", "|-", ">", ">-")


@dataclass(slots=True)
class Entry:
    """A key with what stands beside it and below it. `line` counts from 1; `rest` is what came, verbatim."""

    key: str
    line: int
    beside: str
    below: list[str] = field(default_factory=list)

    @property
    def rest(self) -> str:
        """Everything after the colon, as it came, without white space around it."""
        below = list(self.below)
        while below and not below[-1].strip():
            below.pop()
        return "\n".join([self.beside, *below])

    def wrong(self, problem: str) -> BadStory:
        """The fault that this entry is, with its line."""
        return BadStory(f"line {self.line}: `{self.key}` {problem}")


def bad(line: int, problem: str) -> BadStory:
    """A fault in a story file, at a line counted from 1."""
    return BadStory(f"line {line}: {problem}")


def split_front(lines: list[str]) -> tuple[list[Entry], int]:
    """The entries at the head of a file, and the index of the first line of its body.

    A file that does not begin with `---` and a key below it has none. Raises `BadStory` for a head that never
    ends, and for a line in it that is neither key nor value.
    """
    if not lines or lines[0].rstrip() != "---":
        return [], 0
    first = next((line.rstrip() for line in lines[1:] if line.strip() and not line.startswith("#")), "---")
    if not _KEY.fullmatch(first) and first not in ("---", "..."):
        return [], 0  # a rule above prose
    entries: list[Entry] = []
    for index in range(1, len(lines)):
        line = lines[index].rstrip()
        if line in ("---", "..."):
            return entries, index + 1
        found = _KEY.fullmatch(line)
        if found:
            entries.append(Entry(found[1], index + 1, (found[2] or "").strip()))
        elif entries and (not line or line[0] in " \t" or _ITEM.fullmatch(line)):
            entries[-1].below.append(line)
        elif line and not line.startswith("#"):
            raise bad(index + 1, f"{line[:40]!r} is no `key: value`; keep text below the second `---`")
    raise bad(1, "the head that begins here never ends; put `---` below its last line")


def text_of(entry: Entry) -> str:
    """The value as text."""
    below = _trimmed(entry.below)
    if entry.beside in _BLOCKS:
        return ("\n" if entry.beside[0] == "|" else " ").join(_dedented(below))
    if any(_ITEM.fullmatch(line) for line in below) and not entry.beside:
        raise entry.wrong("takes one value, not a list")
    return (
        " ".join([_scalar(entry, entry.beside), *(line.strip() for line in below)]).strip(" ")
        if below
        else (_scalar(entry, entry.beside))
    )


def list_of(entry: Entry, commas: bool = False) -> list[str]:
    """The value as a list: `[a, b]`, lines with `- `, or (with `commas`) words between commas."""
    if entry.beside.startswith("["):
        found = parsed(entry, as_written=True)
        if found is None:
            inner = _REMARK.sub("", entry.beside).strip()
            if not inner.endswith("]"):
                raise entry.wrong("begins a list that never ends; close it with `]`")
            return [_scalar(entry, piece.strip()) for piece in inner[1:-1].split(",") if piece.strip()]
        if any(isinstance(item, list | dict) for item in found):
            raise entry.wrong("takes a list of words")
        return [item if isinstance(item, str) else json.dumps(item) for item in found]
    if not entry.beside:
        return _items(entry)
    value = text_of(entry)
    return [_unquoted(piece.strip()) for piece in value.split(",") if piece.strip()] if commas else [value]


def _unquoted(piece: str) -> str:
    """A word of a list without the quotation marks that some put around those of several words."""
    quoted = len(piece) > 2 and piece[0] == piece[-1] and piece[0] in "\"'"
    return piece[1:-1].strip() if quoted else piece


def parsed(entry: Entry, as_written: bool = False) -> Any:
    """The value read as JSON; None when it is no JSON, to which Python alone would count NaN and Infinity.

    `as_written`: a number is the word that stands there.
    """
    numbers = {"parse_int": str, "parse_float": str} if as_written else {}
    try:
        return json.loads(entry.beside, parse_constant=_no_json, **numbers)  # type: ignore[arg-type]
    except (ValueError, RecursionError):
        return None


def _no_json(name: str) -> None:
    raise ValueError(f"{name} is no JSON")


def exact(value: Any) -> str:
    """A value as JSON on one line: what no plain form can hold."""
    try:
        text = json.dumps(value, ensure_ascii=False)
        text.encode()
    except UnicodeEncodeError:
        text = json.dumps(value)
    return re.sub("[\x7f-\x9f\u2028\u2029]", lambda m: f"\\u{ord(m[0]):04x}", text)


def scalar(text: str) -> str:
    """A text as it stands beside a key: as it is where that is plain, else in quotation marks."""
    plain = _PLAIN.match(text) and text.isprintable() and " #" not in text and ": " not in text
    return text if plain and not text.endswith(":") else exact(text)


def _scalar(entry: Entry, raw: str) -> str:
    if raw[:1] == '"':
        try:
            value, end = json.JSONDecoder().raw_decode(raw)
        except ValueError:
            raise entry.wrong("opens a quotation mark and does not close it") from None
        _nothing_after(entry, raw[end:])
        return str(value)
    if raw[:1] == "'":
        found = re.match(r"'((?:[^']|'')*)'(?!')", raw)
        if not found:
            raise entry.wrong("opens a quotation mark and does not close it")
        _nothing_after(entry, raw[found.end() :])
        return found[1].replace("''", "'")
    return "" if raw.startswith("#") else _REMARK.sub("", raw).strip()


def _nothing_after(entry: Entry, rest: str) -> None:
    if rest.strip() and not rest.lstrip().startswith("#"):
        raise entry.wrong(f"has {rest.strip()[:30]!r} behind its quotation mark")


def _items(entry: Entry) -> list[str]:
    items: list[str] = []
    for line in entry.below:
        found = _ITEM.fullmatch(line)
        if found:
            items.append(_scalar(entry, (found[1] or "").strip()))
        elif line.strip() and not line.lstrip().startswith("#"):
            if not items:
                raise entry.wrong(f"takes a list; write `- ` before {line.strip()[:30]!r}")
            items[-1] = f"{items[-1]} {line.strip()}"
    return items


def _trimmed(lines: list[str]) -> list[str]:
    kept = list(lines)
    while kept and not kept[-1].strip():
        kept.pop()
    return kept


def _dedented(lines: list[str]) -> list[str]:
    indent = min((len(line) - len(line.lstrip()) for line in lines if line.strip()), default=0)
    return [line[indent:] for line in lines]
