"""The JSON contract, version 1."""

from __future__ import annotations

import json
from typing import Any

import pytest
from reports import empty, full, hostile, no_story, strong
from syrupy.assertion import SnapshotAssertion

from storybank.reviewer.render_json import render_json, to_dict
from storybank.reviewer.report import Report
from storybank.reviewer.schema import json_schema

ALL = [full(), strong(), no_story(), empty(), hostile()]
KEYS = {
    "": "version answer parts findings figures scores verdict level principles probes",
    "answer": "words seconds target_level question profile",
    "parts": "kind start end words seconds target_seconds",
    "findings": "rule code severity start end quote message advice",
    "figures": "start end quote kind outcome",
    "principles": "name strength evidence",
    "probes": "question because start end",
}


def test_keys_are_those_of_the_contract() -> None:
    """Every object has the keys of the contract, in its order, and no others."""
    written = to_dict(full())
    assert " ".join(written) == KEYS[""]
    assert written["version"] == 1
    for name, keys in KEYS.items():
        if name:
            found = written[name] if isinstance(written[name], list) else [written[name]]
            assert all(" ".join(item) == keys for item in found), name
    assert list(written["scores"]) == ["clarity", "principle", "impact", "growth"]
    assert list(written["scores"]["growth"]) == ["value", "reasons", "next"]
    assert list(written["scores"]["growth"]["reasons"][0]) == ["text", "start", "end"]
    assert list(written["principles"][0]["evidence"][0]) == ["start", "end", "quote"]


def test_offsets_point_at_the_quotes() -> None:
    """`text[start:end] == quote` survives a round trip through JSON."""
    report = hostile()
    for finding in json.loads(render_json(report))["findings"]:
        assert report.text[finding["start"] : finding["end"]] == finding["quote"]


def test_whole_report(snapshot: SnapshotAssertion) -> None:
    """The full report, as JSON."""
    assert render_json(full(), indent=2) == snapshot


@pytest.mark.parametrize("report", ALL)
def test_one_safe_line(report: Report) -> None:
    """Whatever the answer holds: one line by any reading of lines, no raw control character, UTF-8."""
    written = render_json(report)
    assert len(written.splitlines()) == 1
    assert not any(ord(c) < 0x20 or 0x7F <= ord(c) < 0xA0 for c in written)
    assert json.loads(written.encode("utf-8")) == json.loads(json.dumps(to_dict(report)))


@pytest.mark.parametrize("report", ALL)
def test_reports_follow_the_schema(report: Report) -> None:
    """What is written is what the schema describes, and a wrong value is not."""
    schema = json_schema()
    _check(to_dict(report), schema, schema)
    wrong = to_dict(report)
    wrong["scores"]["clarity"]["value"] = 6
    with pytest.raises(AssertionError):
        _check(wrong, schema, schema)


def test_schema(snapshot: SnapshotAssertion) -> None:
    """The schema as it is printed."""
    assert json_schema() == snapshot


def test_schema_is_open_and_names_the_enums() -> None:
    """Fields may be added, so nothing is closed; the words of the guide are listed."""
    schema = json_schema()
    assert "additionalProperties" not in json.dumps(schema)
    assert schema["properties"]["verdict"]["enum"] == ["strong-no", "no", "yes", "strong-yes"]
    assert schema["$defs"]["Finding"]["properties"]["severity"]["enum"] == ["error", "warning", "note"]


TYPES: dict[str, tuple[type, ...]] = {
    "string": (str,), "integer": (int,), "number": (int, float), "boolean": (bool,), "null": (type(None),),
    "array": (list,), "object": (dict,),
}  # fmt: skip


def _check(value: Any, schema: dict[str, Any], root: dict[str, Any]) -> None:
    """As much of JSON Schema as ours uses."""
    if "$ref" in schema:
        _check(value, root["$defs"][schema["$ref"].rsplit("/", 1)[1]], root)
        return
    if "anyOf" in schema:
        assert any(_passes(value, option, root) for option in schema["anyOf"]), value
        return
    if "type" in schema:
        names = [schema["type"]] if isinstance(schema["type"], str) else schema["type"]
        assert any(isinstance(value, TYPES[name]) for name in names), value
    assert value in schema.get("enum", [value])
    assert value == schema.get("const", value)
    if isinstance(value, (int, float)):
        assert schema.get("minimum", value) <= value <= schema.get("maximum", value)
    for key in schema.get("required", ()):
        assert key in value, key
    for key, inner in schema.get("properties", {}).items():
        if key in value:
            _check(value[key], inner, root)
    if isinstance(value, list):
        assert schema.get("minItems", 0) <= len(value) <= schema.get("maxItems", len(value))
        for at, item in enumerate(value):
            _check(item, schema["items"] if "items" in schema else schema["prefixItems"][at], root)


def _passes(value: Any, schema: dict[str, Any], root: dict[str, Any]) -> bool:
    try:
        _check(value, schema, root)
    except AssertionError:
        return False
    return True
