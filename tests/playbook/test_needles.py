"""Needles: what a text must hold for a pattern to match."""

from __future__ import annotations

import json
import re
from itertools import islice
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from storybank.playbook.needles import crosses, needs
from storybank.playbook.patterns import ENDS, expanded, written
from storybank.rules.registry import RULES

ANSWERS = Path(__file__).parents[2] / "training/answers"
LETTERS = st.sampled_from(
    ["a", "no", "late", "met ", r"\.", "on?", "[aeiou]", "[^a]", r"\w", ".", "!", r"[.?]+"]
)
PATTERNS = st.recursive(
    LETTERS,
    lambda inner: (
        st.lists(inner, min_size=1, max_size=3).map("".join)
        | st.lists(inner, min_size=2, max_size=3).map(lambda ways: f"(?:{'|'.join(ways)})")
        | st.tuples(inner, st.sampled_from(["?", "*", "+", "{2}", "{0,2}?", "{1,4}"])).map(
            lambda two: f"(?:{two[0]}){two[1]}"
        )
        | inner.map(lambda within: f"({within})")
        | inner.map(lambda within: rf"\b{within}")
        | inner.map(lambda ahead: f"(?={ahead})")
        | inner.map(lambda ahead: f"(?!{ahead})")
    ),
    max_leaves=12,
)


def passes(pattern: str, text: str) -> bool:
    """True when the needs of a pattern are met in a text, within one sentence where it reaches over none."""
    asked = needs(pattern)
    parts = [text] if crosses(pattern) else re.split(f"[{ENDS}]", text)
    return any(all(any(piece in part for piece in need) for need in asked) for part in parts)


@settings(max_examples=200)
@given(PATTERNS, st.data())
def test_whatever_matches_passes(pattern: str, data: st.DataObject) -> None:
    """Patterns of every kind of part, on texts made to match them and on others."""
    loose = pattern.replace(r"\b", "").replace("(?=", "(?:").replace("(?!", "(?:")
    text = data.draw(st.text("alnotem .!?", max_size=12) | st.from_regex(loose))
    if re.search(pattern, text):
        assert passes(pattern, text)


def test_every_wording_passes_where_it_matches() -> None:
    """On labelled answers and on the cases of the rules."""
    texts = [case.text for rule in RULES for case in (*rule.flagged, *rule.clean)]
    for path in sorted(ANSWERS.glob("*.jsonl")):
        with path.open(encoding="utf-8") as lines:
            texts += [json.loads(line)["text"] for line in islice(lines, 0, None, 60)]
    lows = [text.lower().replace("’", "'") for text in texts]
    matched = 0
    for lines_of_tag in written().values():
        for _, pattern in lines_of_tag:
            regex = expanded(pattern)
            speaks = [low for low in lows if re.search(regex, low)]
            matched += len(speaks)
            assert all(passes(regex, low) for low in speaks), pattern
    assert matched > 500


@pytest.mark.parametrize(
    ("pattern", "wanted"),
    [
        ("abc", {("abc",)}),
        (r"\babc\b", {("abc",)}),
        ("ab(?:cd|ef)gh", {("abcdgh", "abefgh")}),
        (r"came (?:\w+ )?back", {("came ",), ("back",)}),
        (r"(?:late|latest) \w+", {("late ", "latest ")}),
        ("colou?r", {("color", "colour")}),
        (r"(?:\w+ing|ended) up", {("ing", "ended"), (" up",)}),
        (r"lost(?= \w+ heart)", {("lost",), (" heart",)}),
        ("lost(?! heart)", {("lost",)}),
        ("(?:hope){2,}", {("hope",)}),
        (r"(?:was|\w+) it", {(" it",)}),
        ("in|on", set()),
        ("(?i:abc)", set()),
        (r"(a.)\1", set()),
    ],
)
def test_what_a_pattern_needs(pattern: str, wanted: set[tuple[str, ...]]) -> None:
    """Runs of letters, with what breaks them left out; alternatives together; nothing that is not sure."""
    assert {frozenset(need) for need in needs(pattern)} == {frozenset(need) for need in wanted}


@pytest.mark.parametrize(
    "pattern", ["a.b", r"a\W", "[^a]", r"\S", "x{3}[!,]", "(?:a|b?)[,-:]", r"a(?=\.)", "a(?!.)", "a$"]
)
def test_reaches_over_the_end_of_a_sentence(pattern: str) -> None:
    """Whatever can hold a full stop, a question mark or an exclamation mark, looks at one, or at the end."""
    assert crosses(pattern)


@pytest.mark.parametrize("pattern", [r"\w+ \d", "[^.?!]{1,80}x", r"[\w',-]", "a(?! b)", r"\bnot\b", r"\s"])
def test_stays_within_a_sentence(pattern: str) -> None:
    """Letters, blanks, and classes that leave the three marks out."""
    assert not crosses(pattern)
