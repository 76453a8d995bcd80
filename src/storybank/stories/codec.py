"""Stories as JSON documents: what the bank stores and what `export --format json` writes.

A key that a document lacks has its default, so documents written before a field existed stay readable.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import fields
from datetime import UTC, datetime
from typing import Any

import msgspec

from storybank.errors import BadStory
from storybank.stories.identity import is_id, slug
from storybank.stories.story import Figure, FollowUp, Revision, Story, Telling, Told

_STORY = msgspec.json.Decoder(Story)
_REVISION = msgspec.json.Decoder(Revision)
_FIELDS = frozenset(spec.name for spec in fields(Story))
INNER = {
    name: frozenset(spec.name for spec in fields(kind))
    for name, kind in (("figures", Figure), ("followups", FollowUp), ("tellings", Telling), ("told", Told))
}
"""The keys of the records within a story, by the field that holds them."""
_encode = msgspec.json.Encoder().encode


def story_to_json(story: Story) -> str:
    """The document of a story, without line ends."""
    return _encode(story).decode()


def story_from_json(document: object) -> Story:
    """The story of a document; raises `BadStory` for anything else."""
    try:
        return _STORY.decode(_text(document))
    except (msgspec.MsgspecError, UnicodeError, RecursionError) as fault:
        raise BadStory(f"this is no story: {_plainly(fault)}") from None


def revision_to_json(revision: Revision) -> str:
    """The document of a revision, with the story in it: it stands for itself, wherever it is found."""
    return _encode(revision).decode()


def revision_from_json(document: object) -> Revision:
    """The revision of a document; raises `BadStory` for anything else."""
    try:
        return _REVISION.decode(_text(document))
    except (msgspec.MsgspecError, UnicodeError, RecursionError) as fault:
        raise BadStory(f"this is no revision of a story: {_plainly(fault)}") from None


def _text(document: object) -> str | bytes:
    """The document as text: in a damaged file a number, or nothing, may stand in its place."""
    if not isinstance(document, str | bytes):
        raise BadStory(f"no text stands here, but {type(document).__name__}")
    return document


def story_from_values(values: Any) -> Story:
    """The story that a mapping of plain values describes; raises `BadStory` with the field that is wrong.

    Keys within figures and the like that are not ours are kept in `extra`, as `figures.1.key`.
    """
    try:
        return msgspec.convert(_with_inner(values), Story)
    except msgspec.ValidationError as fault:
        raise BadStory(_plainly(fault)) from None


def stories_to_json(stories: Iterable[Story]) -> str:
    """A file of stories: one object of version 1."""
    from storybank.reviewer.render_json import dumps

    plain = {"version": 1, "stories": [msgspec.to_builtins(story) for story in stories]}
    return dumps(plain, indent=2) + "\n"


def stories_from_json(text: str) -> list[Story]:
    """The stories of such a file; a bare list of stories, or a single one, will do too.

    A story without an id is given one by its title. Raises `BadStory` with its place in the list.
    """
    try:
        value = msgspec.json.decode(text)
    except (msgspec.DecodeError, RecursionError) as fault:
        raise BadStory(f"not valid JSON: {_plainly(fault)}") from None
    if isinstance(value, dict) and "stories" in value:
        if value.get("version", 1) != 1:
            raise BadStory(f"version {value['version']!r} of the format is not known; update storybank")
        value = value["stories"]
    found = []
    for number, item in enumerate(value if isinstance(value, list) else [value], 1):
        if not isinstance(item, dict):
            raise BadStory(f"story {number}: an object with a `title` is wanted, not {str(item)[:30]!r}")
        item = _with_extra(item)
        item.setdefault("id", slug(str(item.get("title", ""))))
        try:
            found.append(story_from_values(item))
        except BadStory as fault:
            title = item.get("title")
            named = f" ({title[:60]!r})" if isinstance(title, str) and title else ""
            raise BadStory(f"story {number}{named}: {fault}") from None
    return found


def _with_extra(item: dict[str, Any]) -> dict[str, Any]:
    """The values with keys that are not ours among `extra`, as text."""
    others = {key: value for key, value in item.items() if key not in _FIELDS}
    if not others or not isinstance(item.get("extra", {}), dict):
        return item
    texts = {key: _as_text(value) for key, value in others.items()}
    return {k: v for k, v in item.items() if k in _FIELDS} | {"extra": texts | item.get("extra", {})}


def _with_inner(values: Any) -> Any:
    """The values with keys of inner records that are not ours among `extra`: nothing that came is dropped."""
    if not isinstance(values, dict) or not isinstance(values.get("extra", {}), dict):
        return values
    found: dict[str, str] = {}
    for name, ours in INNER.items():
        records = values.get(name)
        for number, record in enumerate(records if isinstance(records, list | tuple) else (), 1):
            if isinstance(record, dict):
                others = {k: v for k, v in record.items() if k not in ours}
                found |= {f"{name}.{number}.{key}": _as_text(value) for key, value in others.items()}
    return values | {"extra": found | values.get("extra", {})} if found else values


def _as_text(value: Any) -> str:
    return value if isinstance(value, str) else msgspec.json.encode(value).decode()


def checked(story: Story) -> Story:
    """The same story, when a bank can keep it; raises `BadStory` with what to mend."""
    if not isinstance(story.id, str) or not is_id(story.id):
        raise BadStory(
            f"{story.id!r} cannot be the id of a story; use lower-case words joined by hyphens, 120 characters at most"
        )
    if not isinstance(story.title, str) or not story.title.strip():
        raise BadStory(f"{story.id}: a story needs a title; add a line `title: ...`")
    try:
        document = story_to_json(story)
    except (TypeError, ValueError) as fault:  # a lone surrogate is a ValueError
        raise BadStory(f"{story.id}: the bank cannot keep this: {_plainly(fault)}") from None
    if "\\u0000" in document and any("\0" in text for text in _strings(msgspec.to_builtins(story))):
        raise BadStory(f"{story.id}: a null character stands in the text; take it out")
    if story_from_json(document) != story:
        raise BadStory(
            f"{story.id}: a value is of the wrong kind; fields of a story hold text, not lists of it"
        )
    if story.category is not None and not 1 <= story.category <= 12:
        raise BadStory(f"{story.id}: category {story.category} does not exist; choose from 1 to 12")
    return story


def utc(at: datetime) -> datetime:
    """The same moment in UTC; raises `ValueError` for a time without its zone."""
    if at.tzinfo is None:
        raise ValueError("a time needs its zone")
    return at.astimezone(UTC)


def _strings(value: Any) -> Iterator[str]:
    """Every text within a plain value."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for key, held in value.items():
            yield from _strings(key)
            yield from _strings(held)
    elif isinstance(value, list | tuple):
        for held in value:
            yield from _strings(held)


def _plainly(fault: Exception) -> str:
    from storybank.stories.decoding import in_words

    return in_words(fault)
