"""A story as a Markdown file, and back, without loss.

A file with nothing but a title and prose is a story. What the file format has no plain way to say (a carriage
return, blank lines around a text) is written as JSON in the head, so that reading gives back the very same story.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import msgspec

from storybank.errors import BadStory
from storybank.stories import sections
from storybank.stories.codec import story_from_values
from storybank.stories.front import Entry, bad, exact, list_of, parsed, scalar, split_front, text_of
from storybank.stories.identity import slug
from storybank.stories.sections import HEADINGS, Section, cut
from storybank.stories.story import TOLD_PARTS, Story
from storybank.stories.words import WORDS, field_named

_LISTS = ("principles", "themes", "links")
_TEXTS = ("situation", "task", "action", "result", "learning", "notes")
_ITEMS = ("actions", "lessons")
_STRUCTURED = ("figures", "followups", "tellings", "told")
KEYS = (
    "id",
    "title",
    "employer",
    "period",
    "masked",
    "period_masked",
    "principles",
    "themes",
    "category",
    "level",
    "status",
    "links",
)
"""The keys of a story's head, in the order in which they are written."""
_KNOWN = {*KEYS, "prose", "extra", *HEADINGS}


def from_markdown(text: str, name: str = "") -> Story:
    """The story that a file holds.

    Without a `title` in its head the first `# heading` is the title, else `name`. Without an `id`, the title makes
    it, or `name` where no word stands in the title. Raises `BadStory` with the line, counted from 1, and what to mend.
    """
    lines = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n").split("\n")
    entries, start = split_front(lines)
    values = _head(entries)
    above = "prose" not in values and _says_title(lines[start:], str(values.get("title", "")))
    for section in cut(lines[start:], start + 1):
        _take(values, section)
    if not str(values.get("title", "")).strip():
        values["title"] = _first_heading(values) or name
    if not values["title"].strip():
        raise bad(1, "the story has no title; begin with `---`, `title: What it is about`, `---`")
    if above and _has_parts(values):
        values["prose"] = values["prose"].partition("\n")[2].strip("\n")
    if "id" not in values:  # written by hand: what we write has one
        _told_once(values)
        wordless = not any(
            c.isalnum() for c in values["title"]
        )  # two titles of signs alone must not be one id
        values["id"] = slug(name if wordless and name else values["title"])
    return story_from_values(values)


def to_markdown(story: Story) -> str:
    """The file of a story: `from_markdown` gives back an equal one."""
    plain = _written(story, _prefer_plain)
    if _reads_as(plain, story):
        return plain
    return _written(story, lambda name, value: None)


def with_value(story: Story, key: str, value: str) -> Story:
    """The story with one value set, given as it would stand beside its key in the head.

    Raises `BadStory` for a value that the field cannot have; a key that is not ours goes to `extra`.
    """
    name = field_named(key)
    if name == "id" or not name:
        raise BadStory("the id of a story stays as it is")
    if name not in _KNOWN:
        return replace(story, extra=story.extra | {key: value})
    try:
        return story_from_values(msgspec.to_builtins(story) | {name: _value(name, Entry(key, 1, value))})
    except BadStory as fault:
        raise BadStory(str(fault).removeprefix("line 1: ")) from None


def _reads_as(text: str, story: Story) -> bool:
    try:
        return from_markdown(text) == story
    except BadStory:
        return False


# Reading


def _head(entries: list[Entry]) -> dict[str, Any]:
    values: dict[str, Any] = {}
    extra: dict[str, str] = {}
    lines: dict[str, int] = {}
    for entry in entries:
        key = field_named(entry.key)
        if key not in _KNOWN:
            extra[entry.key] = entry.rest
        elif key in lines:
            raise entry.wrong(f"stands here and on line {lines[key]}; keep one")
        else:
            lines[key] = entry.line
            values[key] = _value(key, entry)
    values["extra"] = extra | values.get("extra", {})
    return values


def _value(key: str, entry: Entry) -> Any:
    if key in _LISTS:
        return tuple(list_of(entry, commas=key != "links"))
    if key in WORDS:
        return WORDS[key](entry)
    if key in (*_ITEMS, *_STRUCTURED, "extra"):
        return _structured(key, entry)
    return text_of(entry)


def _structured(key: str, entry: Entry) -> Any:
    """Values that stand in the body, written in the head: as JSON, or a plain list of texts."""
    found = parsed(entry)
    if key in _ITEMS and found is None:
        return tuple(list_of(entry))
    if not isinstance(found, dict if key == "extra" else list):
        raise entry.wrong("cannot be read here; write it below a heading of its own in the text")
    return found


_SECTIONS: dict[str, Callable[[Section], Any]] = {
    "figures": sections.figures,
    "followups": sections.followups,
    "tellings": sections.tellings,
    "told": sections.told,
}


def _take(values: dict[str, Any], section: Section) -> None:
    """What a section says, added to what is known."""
    name = section.field or "prose"
    if name in _SECTIONS:
        values[name] = (*values.get(name, ()), *_SECTIONS[name](section))
        return
    if name in _ITEMS:
        items = sections.bullets(section)
        if items is not None:
            values[name] = (*values.get(name, ()), *(text for _, text in items))
            return
        name = "action" if name == "actions" else "learning"  # prose below a heading that we use for lists
    text = section.text
    if text:
        values[name] = f"{values[name]}\n\n{text}" if values.get(name) else text


def _told_once(values: dict[str, Any]) -> None:
    """Text above the first part opens the situation.

    A story is told by its prose or by its parts, so an introduction beside parts would push them aside.
    """
    prose = str(values.get("prose", ""))
    if not prose or not _has_parts(values):
        return
    values["prose"] = ""
    values["situation"] = "\n\n".join(text for text in (prose, str(values.get("situation", ""))) if text)


def _has_parts(values: dict[str, Any]) -> bool:
    return any(values.get(part) for part in (*TOLD_PARTS, "actions"))


def _says_title(lines: list[str], title: str) -> bool:
    """True when the first line with words is a heading that says the title once more: above parts it is dropped.

    A backslash before it keeps it, as it does with headings of ours.
    """
    first = next((line for line in lines if line.strip()), "")
    return (
        bool(title.strip())
        and first.startswith("#")
        and first.lstrip("# ").strip().lower() == title.strip().lower()
    )


def _first_heading(values: dict[str, Any]) -> str:
    """The title that a file without one shows as its first heading, taken out of the prose."""
    first, _, rest = str(values.get("prose", "")).partition("\n")
    if not first.startswith("# "):
        return ""
    values["prose"] = rest.strip("\n")
    return first[2:].strip()


# Writing


def _prefer_plain(name: str, value: Any) -> str | None:
    """A field as a section of the body; None when that would not read as the same value."""
    if name in _TEXTS or name == "prose":
        written = sections.written_text(value)
    elif name in _ITEMS:
        written = sections.written_bullets(value)
    elif name == "figures":
        written = sections.written_figures(value)
    elif name == "told":
        written = sections.written_told(value)
    elif name == "followups":
        written = sections.written_inner([(f.question, f.reply) for f in value])
    else:
        written = sections.written_inner([(t.name, t.text) for t in value])
    read: dict[str, Any] = {}
    try:
        for section in cut(["", *written.split("\n")] if name == "prose" else _headed(name, written), 1):
            _take(read, section)
    except BadStory:
        return None
    return written if {k: v for k, v in read.items() if v} == {name: value} else None


def _headed(name: str, written: str) -> list[str]:
    return [f"## {HEADINGS[name]}", "", *written.split("\n"), ""]


def _written(story: Story, plain: Callable[[str, Any], str | None]) -> str:
    head, body = [], []
    for name in KEYS:
        value = getattr(story, name)
        if value or name in ("id", "title"):
            head.append(f"{name}: {_beside(name, value)}")
    for name in ("prose", *HEADINGS):
        value = getattr(story, name)
        if not value:
            continue
        written = plain(name, value)
        if written is None:
            head.append(f"{name}: {exact(msgspec.to_builtins(value))}")
        else:
            body.append(_opening(story, written) if name == "prose" else f"## {HEADINGS[name]}\n\n{written}")
    head += _extra(story.extra)
    return "\n".join(["---", *head, "---", ""]) + "".join(f"\n{part}\n" for part in body)


def _opening(story: Story, written: str) -> str:
    """Prose at the top of a file; the owner's own heading that says the title is kept by a backslash."""
    return f"\\{written}" if _says_title(written.split("\n"), story.title) else written


def _beside(name: str, value: Any) -> str:
    if name in _LISTS:
        simple = all(item.replace("-", "").isalnum() and scalar(item) == item for item in value)
        return f"[{', '.join(value)}]" if simple else exact(list(value))
    return "yes" if value is True else scalar(str(value))


def _extra(extra: dict[str, str]) -> list[str]:
    """Keys that are not ours, as they came where that reads as the same, else together as JSON."""
    lines, rest = [], {}
    for key, value in extra.items():
        line = f"{key}: {value}".rstrip(" ") if value else f"{key}:"
        entries, _ = _safe_front(["---", *line.split("\n"), "---"])
        # A carriage return is no end of a line here, and is one to whoever reads the file.
        same = line.isprintable() and len(entries) == 1 and (entries[0].key, entries[0].rest) == (key, value)
        if same and field_named(key) not in _KNOWN:
            lines.append(line)
        else:
            rest[key] = value
    return [*lines, f"extra: {exact(rest)}"] if rest else lines


def _safe_front(lines: list[str]) -> tuple[list[Entry], int]:
    try:
        return split_front(lines)
    except BadStory:
        return [], 0
