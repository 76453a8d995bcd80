"""The JSON Schema of a report, generated from the dataclasses of `storybank.reviewer.report`.

`storybank schema` prints it. Objects are open: fields may be added within a version of the contract, and a
program that validates must go on accepting reports when that happens.
"""

from __future__ import annotations

from dataclasses import fields, is_dataclass
from types import NoneType, UnionType
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

from storybank.reviewer.render_json import FOR_RENDERERS, VERSION
from storybank.reviewer.report import Report

Schema = dict[str, Any]

_LIMITS: dict[tuple[str, str], Schema] = {
    ("Score", "value"): {"minimum": 1, "maximum": 5},
    ("PrincipleShown", "strength"): {"minimum": 0, "maximum": 1},
    ("PrincipleShown", "name"): {"pattern": "^[a-z0-9]+(-[a-z0-9]+)*$"},
    ("Report", "principles"): {"maxItems": 3},
}
"""What a type alone cannot say."""
_NOT_NEGATIVE = {"start", "end", "words", "seconds"}


def json_schema() -> Schema:
    """JSON Schema (2020-12) for one object of `storybank review --format json`."""
    definitions: dict[str, Schema] = {}
    root = _object(Report, definitions)
    root["properties"] = {
        "version": {"const": VERSION},
        "file": {"type": "string", "description": "The file as named; only where several were reviewed."},
        **root["properties"],
    }
    root["required"] = ["version", *root["required"]]
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": f"urn:storybank:report:{VERSION}",
        "title": "storybank review report",
        **root,
        "description": "Offsets are half-open, in code points of the decoded text: text[start:end] == quote.",
        "$defs": dict(sorted(definitions.items())),
    }


def _object(kind: type, definitions: dict[str, Schema]) -> Schema:
    """The schema of one dataclass; those it refers to are put into `definitions`."""
    hints = get_type_hints(kind)
    properties: Schema = {}
    for field in fields(kind):
        if kind is Report and field.name in FOR_RENDERERS:
            continue
        schema = _of(hints[field.name], definitions)
        if field.name in _NOT_NEGATIVE:
            schema["minimum"] = 0
        properties[field.name] = schema | _LIMITS.get((kind.__name__, field.name), {})
    described = {"description": " ".join((kind.__doc__ or "").split()).replace("`", "")}
    return {"type": "object", **described, "properties": properties, "required": list(properties)}


def _of(hint: Any, definitions: dict[str, Schema]) -> Schema:
    """The schema of one annotation."""
    plain = {str: "string", int: "integer", float: "number", bool: "boolean", NoneType: "null"}
    if hint in plain:
        return {"type": plain[hint]}
    origin, inner = get_origin(hint), get_args(hint)
    if origin is Literal:
        return {"enum": list(inner)}
    if origin in (Union, UnionType):
        return _either([_of(item, definitions) for item in inner])
    if origin is tuple:
        return _array(inner, definitions)
    if origin is dict:
        keys = list(get_args(inner[0]))
        value = _of(inner[1], definitions)
        return {"type": "object", "properties": dict.fromkeys(keys, value), "required": keys}
    if is_dataclass(hint) and isinstance(hint, type):
        if hint.__name__ not in definitions:
            definitions[hint.__name__] = {}  # holds the place, should a type ever refer to itself
            definitions[hint.__name__] = _object(hint, definitions)
        return {"$ref": f"#/$defs/{hint.__name__}"}
    raise TypeError(f"no JSON Schema for {hint!r}")


def _array(inner: tuple[Any, ...], definitions: dict[str, Schema]) -> Schema:
    if len(inner) == 2 and inner[1] is Ellipsis:
        return {"type": "array", "items": _of(inner[0], definitions)}
    items = [_of(item, definitions) for item in inner]
    return {"type": "array", "prefixItems": items, "minItems": len(items), "maxItems": len(items)}


def _either(options: list[Schema]) -> Schema:
    """Simple types share one `type` list; anything else becomes `anyOf`."""
    if all(set(option) == {"type"} for option in options):
        return {"type": [option["type"] for option in options]}
    return {"anyOf": options}
