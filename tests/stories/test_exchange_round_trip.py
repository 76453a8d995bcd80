"""Out of one bank and into another: whatever the stories, they arrive as they were."""

from __future__ import annotations

import tempfile
from pathlib import Path

import pytest
from any_story import STORIES
from hypothesis import example, given, settings
from hypothesis import strategies as st

from storybank.stories.story import Story
from storybank.usecases.exchange import SUFFIXES, Kind, read_files, write_files, written

BANKS = st.lists(STORIES, min_size=1, max_size=3, unique_by=lambda story: story.id)


@pytest.mark.parametrize("kind", ["markdown", "json", "csv"])
@settings(max_examples=60, deadline=None)
@given(stories=BANKS)
@example(stories=[Story("a", "A", extra={"key": "one\rtwo"})])
@example(stories=[Story("a", "A", links=("Infinity",))])
@example(stories=[Story("readme", "License")])
def test_files_hold_everything(kind: Kind, stories: list[Story]) -> None:
    """Written to disk and read from there, stories are the same, in each format."""
    with tempfile.TemporaryDirectory() as folder:
        suffix = next(s for s, k in SUFFIXES.items() if k == kind)
        target = Path(folder) / ("notes" if kind == "markdown" else f"all{suffix}")
        write_files(written(stories, kind), target, replacing=False)
        found = [incoming.story for incoming in read_files([target])]
        assert sorted(found, key=lambda s: s.id) == sorted(stories, key=lambda s: s.id)
        assert write_files(written(stories, kind), target, replacing=False) == 0
