"""The report as JSON: the contract, version 1.

The objects are the dataclasses of `storybank.reviewer.report`, field for field; `storybank.reviewer.schema`
describes the same objects by the same rule, so the two cannot drift apart.
"""

from __future__ import annotations

from dataclasses import fields, is_dataclass
from functools import cache
from typing import Any

from storybank.reviewer.report import Report

VERSION = 1
"""The version of the contract; fields may be added within it, none is renamed or removed."""
FOR_RENDERERS = frozenset({"text", "is_story", "notices"})
"""Fields of `Report` that stay out of the JSON object."""


def to_dict(report: Report) -> dict[str, Any]:
    """The report as plain dicts, lists, strings and numbers, in the order of the contract."""
    written = {name: _plain(getattr(report, name)) for name in _names(Report) if name not in FOR_RENDERERS}
    return {"version": VERSION, **written}


def render_json(report: Report, indent: int | None = None) -> str:
    """One JSON object without a final newline; on one line unless `indent` is given.

    Readable as it stands (not reduced to ASCII), save for characters that a terminal would obey or that some
    programs take for a line end: those are written as escapes.
    """
    return dumps(to_dict(report), indent)


def dumps(value: object, indent: int | None = None) -> str:
    """JSON text that is safe to print; see `render_json`."""
    import json

    text = json.dumps(value, ensure_ascii=False, indent=indent, allow_nan=False)
    return text if text.isascii() and "\x7f" not in text else text.translate(_escapes())


def _plain(value: Any) -> Any:
    if isinstance(value, (str, int, bool)) or value is None:
        return value
    if isinstance(value, float):
        return round(value, 3)
    if isinstance(value, (tuple, list)):
        return [_plain(item) for item in value]
    if isinstance(value, dict):
        return {key: _plain(item) for key, item in value.items()}
    kind: Any = type(value)
    return {name: _plain(getattr(value, name)) for name in _names(kind)}


@cache
def _names(kind: type) -> tuple[str, ...]:
    if not is_dataclass(kind):
        raise TypeError(f"{kind.__name__} has no place in a report")
    return tuple(f.name for f in fields(kind))


@cache
def _escapes() -> dict[int, str]:
    """Outside strings JSON is ASCII, so these occur in strings only and can be replaced anywhere."""
    steering = (*range(0x7F, 0xA0), 0x061C, *range(0x2028, 0x202F), *range(0x2066, 0x206A))
    return {c: f"\\u{c:04x}" for c in (*steering, *range(0xD800, 0xE000))}
