"""Marks within a line of Markdown that nobody says: emphasis, code, links, tags, comments."""

from __future__ import annotations

import re

from storybank.text.tape import Drop

_TAG = (
    "br|b|i|em|strong|u|s|p|ul|ol|li|span|div|sub|sup|small|mark|kbd|code|del|ins|blockquote|details|summary"
    "|hr|h[1-6]"
)
_TOKEN = re.compile(
    r"\\(?P<escaped>[!-/:-@\[-`{-~])"
    r"|(?<!`)(?P<tick>`{1,3})(?!`)(?P<code>[^`\r\n]{1,300})(?P=tick)(?!`)"
    r"|(?P<image>!\[[^\[\]\r\n]{0,300}\]\([^()\r\n]{0,500}\))"
    r"|(?P<link>\[(?=[^\[\]\r\n]{1,300}\][(\[])"
    r"|\](?:\([^()\r\n]{0,300}(?:\([^()\r\n]{0,100}\)[^()\r\n]{0,100})?\)|\[[^\[\]\r\n]{0,80}\]))"
    r"|(?P<note>\[\^[^\[\]\s]{1,40}\])"
    rf"|(?P<tag></?(?:{_TAG})(?:[ \t][^<>\r\n]{{0,200}})?/?>)"
    r"|<(?P<address>https?://[^\s<>]{1,500})>"
    r"|(?P<emphasis>\*{1,3}|_{1,3}|~~)"
    r"|(?P<blank>\n[ \t\r]*\n)",
    re.IGNORECASE,
)
_OFF = re.compile(r"<!--\s*storybank(?:\s*:\s*|\s+)off\b([^>]{0,2000})-->", re.IGNORECASE)
_OURS = re.compile(r"<!--\s*storybank\s*:", re.IGNORECASE)
_RULE = re.compile(r"[A-Za-z][A-Za-z0-9_-]*")
_NAMES_NONE = "the comment names no rule to switch off"
_UNKNOWN = (
    "the comment says nothing that is understood; a rule is switched off by <!-- storybank: off NAME -->"
)


def comments(text: str, start: int = 0) -> tuple[list[Drop], frozenset[str], tuple[str, ...]]:
    """HTML comments from `start` on, the rules that they switch off, and remarks for the user."""
    drops: list[Drop] = []
    silenced: set[str] = set()
    notices: list[str] = []
    at = text.find("<!--", start)
    while at >= 0:
        end = text.find("-->", at + 4)
        if end < 0:
            break
        end += 3
        drops.append(Drop(at, end, gap=True))
        off = _OFF.fullmatch(text, at, end)
        if off:
            names = _RULE.findall(off.group(1))
            silenced.update(name.lower().replace("_", "-") for name in names)
        if (off and not names) or (not off and _OURS.match(text, at)):
            line = text.count("\n", 0, at) + 1
            notices.append(f"line {line}: {_NAMES_NONE if off else _UNKNOWN}")
        at = text.find("<!--", end)
    return drops, frozenset(silenced), tuple(notices)


def inline_marks(text: str, start: int, taken: list[Drop]) -> list[Drop]:
    """All marks from `start` on, with the comments `taken`; sorted, none overlapping."""
    found: list[Drop] = []
    pending: dict[str, Drop] = {}
    hidden = 0
    for match in _TOKEN.finditer(text, start):
        at, end = match.span()
        while hidden < len(taken) and taken[hidden].end <= at:
            hidden += 1
        if hidden < len(taken) and end > taken[hidden].start:
            continue
        kind = match.lastgroup
        if kind == "escaped":
            found.append(Drop(at, at + 1))
        elif kind in ("code", "address"):
            inner = match.span(kind)
            found += [Drop(at, inner[0]), Drop(inner[1], end)]
        elif kind in ("image", "note", "link"):
            found.append(Drop(at, end))
        elif kind == "tag":
            found.append(
                Drop(at, end, gap=match.group().lower().startswith(("<br", "<p", "</p", "<li", "<div")))
            )
        elif kind == "blank":
            pending.clear()
        else:
            _emphasis(text, match, pending, found)
    return sorted([*found, *taken])


def _emphasis(text: str, match: re.Match[str], pending: dict[str, Drop], found: list[Drop]) -> None:
    """Pair a run of `*`, `_` or `~~` with the one that opened; two asterisks need no pair."""
    at, end, mark = match.start(), match.end(), match.group()
    before, after = text[at - 1 : at] or " ", text[end : end + 1] or " "
    opens = not after.isspace() and after != mark[0]
    closes = not before.isspace() and before != mark[0]
    if mark[0] == "_" or mark == "*":
        opens = opens and not (before.isalnum() or before == mark[0])
        closes = closes and not (after.isalnum() or after == mark[0])
    if len(mark) > 1 and mark[0] == "*":
        if opens or closes:
            found.append(Drop(at, end))
    elif closes and mark in pending:
        opened = pending.pop(mark)
        # What is struck out is taken back, words and all.
        found += [Drop(opened.start, end + (after == " "))] if mark == "~~" else [opened, Drop(at, end)]
    elif opens:
        pending[mark] = Drop(at, end)
