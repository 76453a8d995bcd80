"""Any story at all, for hypothesis: also with text that looks like our own marks."""

from __future__ import annotations

from hypothesis import strategies as st

from storybank.stories.story import (
    PROVENANCES,
    STATUSES,
    Figure,
    FollowUp,
    Story,
    Telling,
    Told,
)

_MARKS = st.sampled_from(
    ["## Situation", "# Notes", "## Notes: #", "### Why?", "\\## Task", "- item", "1. one", "---", "...", "key: value",
     "> quote", "x (measured: y)", "x (unknown)", " (measured", "2024-05-01", "  company: A", "| a |", '"', "'", "''",
     "# a", "a: b", "[a, b]", "{", "|", "\ufeff", "\u2028", "\x85", "\x0b", "\x0c", "\r\n", "\r", "\t", " ", "", "\\",
     "```", "id: x", "<!-- hint: x -->", "%", "é", "你好", "👩‍🔧"]
)  # fmt: skip
_CHARS = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=12)
LINE = st.one_of(_MARKS, _CHARS, st.tuples(_MARKS, _CHARS).map("".join))
TEXT = st.lists(LINE, max_size=5).map("\n".join)
SEVERAL = st.lists(TEXT, max_size=3).map(tuple)
IDS = st.from_regex(r"[a-z0-9]{1,8}(-[a-z0-9]{1,8}){0,3}", fullmatch=True)

STORIES = st.builds(
    Story,
    id=IDS,
    title=TEXT.filter(lambda text: bool(text.strip())),
    employer=TEXT,
    period=TEXT,
    masked=st.booleans(),
    period_masked=st.booleans(),
    prose=TEXT,
    situation=TEXT,
    task=TEXT,
    action=TEXT,
    result=TEXT,
    learning=TEXT,
    actions=SEVERAL,
    figures=st.lists(st.builds(Figure, TEXT, st.sampled_from(PROVENANCES), TEXT), max_size=2).map(tuple),
    principles=SEVERAL,
    themes=SEVERAL,
    category=st.one_of(st.none(), st.integers(1, 12)),
    level=st.sampled_from([None, "L5", "L6", "L7"]),
    lessons=SEVERAL,
    followups=st.lists(st.builds(FollowUp, TEXT, TEXT), max_size=2).map(tuple),
    tellings=st.lists(st.builds(Telling, TEXT, TEXT), max_size=2).map(tuple),
    status=st.sampled_from(STATUSES),
    notes=TEXT,
    told=st.lists(st.builds(Told, st.dates(), TEXT, TEXT, TEXT, TEXT, TEXT), max_size=2).map(tuple),
    links=SEVERAL,
    extra=st.dictionaries(TEXT, TEXT, max_size=2),
)
