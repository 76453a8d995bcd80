"""SARIF 2.1.0."""

from __future__ import annotations

import json

from hypothesis import given
from hypothesis import strategies as st
from reports import EVIL, full, hostile
from syrupy.assertion import SnapshotAssertion

from storybank.reviewer.render_sarif import RuleFacts, _line_starts, _place, render_sarif

RULES = (RuleFacts("we-without-i", "OWN001", "ownership", "error", "Who acted?\n\nThe page."),)


def test_log(snapshot: SnapshotAssertion) -> None:
    """Two files, one rule described and the others derived from the findings."""
    assert render_sarif([("my answers/a.md", full()), ("-", full())], RULES, "0.1.0") == snapshot


def test_offsets_and_places_agree() -> None:
    """charOffset, charLength and line and column all point at the snippet, in code points."""
    log = json.loads(render_sarif([("h.md", hostile())]))
    (run,) = log["runs"]
    assert run["columnKind"] == "unicodeCodePoints"
    lines = EVIL.split("\n")
    for result in run["results"]:
        region = result["locations"][0]["physicalLocation"]["region"]
        quote = region["snippet"]["text"]
        assert EVIL[region["charOffset"] :][: region["charLength"]] == quote
        assert lines[region["startLine"] - 1][region["startColumn"] - 1 :].startswith(quote.split("\n")[0])
        assert run["tool"]["driver"]["rules"][result["ruleIndex"]]["id"] == result["ruleId"]


def test_names_become_uris() -> None:
    """Spaces are escaped, relative names stay relative, absolute ones become file URIs."""
    log = json.loads(render_sarif([(name, full()) for name in ("a b/ü.md", "/x/y.md", "-")]))
    uris = [artifact["location"]["uri"] for artifact in log["runs"][0]["artifacts"]]
    assert uris == ["a%20b/%C3%BC.md", "file:///x/y.md", "stdin"]


@given(st.text("a\r\n"), st.data())
def test_places_lead_back(text: str, data: st.DataObject) -> None:
    """Line and column lead back to the offset they came from."""
    at = data.draw(st.integers(0, len(text)))
    starts = _line_starts(text)
    line, column = _place(at, starts)
    assert starts[line - 1] + column - 1 == at
    assert line == text[:at].count("\n") + 1
