"""Stories masked before they leave the machine."""

from __future__ import annotations

import os
import re
from datetime import date
from pathlib import Path

import pytest

from storybank.errors import UnreadableInput
from storybank.stories.identity import is_id
from storybank.stories.story import Figure, Story, Told
from storybank.usecases.anonymise import anonymised, restored

STORIES = [
    Story(
        "daventry-printers",
        "Printers at Daventry",
        employer="acme",
        prose="At acme, Ada Smith and I moved the Daventry depot.",
        principles=("ownership",),
        figures=(Figure("£40,000", "measured", "Ada's sheet"),),
        level="L6",
        status="ready",
        told=(Told(date(2026, 3, 4), "Globex", "loop", "Priya", "Why?", ""),),
    ),
    Story("late-trains", "Late trains", prose="Later Ada wrote to globex."),
]


def test_names_are_gone_and_alike(tmp_path: Path) -> None:
    """No name is left in any field, ids included; the same person bears the same mask in both stories."""
    masked = anonymised(STORIES, tmp_path / "key.json")
    shown = repr(masked).lower()
    assert not [name for name in ("ada", "smith", "acme", "daventry", "globex", "priya") if name in shown]
    assert all(is_id(story.id) for story in masked)
    assert re.findall(r"Person \d+", masked[0].prose) == re.findall(r"Person \d+", masked[1].prose)
    assert (masked[0].principles, masked[0].level, masked[0].status) == (("ownership",), "L6", "ready")


def test_the_owner_gets_everything_back(tmp_path: Path) -> None:
    """The key restores every field of every story."""
    key = tmp_path / "key.json"
    assert restored(anonymised(STORIES, key), key) == STORIES


def test_a_key_that_is_there_is_kept_on(tmp_path: Path) -> None:
    """A second export with the same key gives the same masks and ids."""
    key = tmp_path / "key.json"
    assert anonymised(STORIES, key) == anonymised(STORIES, key)


@pytest.mark.skipif(os.name == "nt", reason="Windows has other rights")
def test_the_key_is_for_its_owner_alone(tmp_path: Path) -> None:
    """Nobody else may read the key file."""
    anonymised(STORIES, tmp_path / "key.json")
    assert (tmp_path / "key.json").stat().st_mode & 0o077 == 0


def test_a_file_that_is_no_key_is_left_alone(tmp_path: Path) -> None:
    """Somebody's other file is not overwritten with a key."""
    other = tmp_path / "notes.json"
    other.write_text('{"mine": 1}')
    with pytest.raises(UnreadableInput, match="no key file"):
        anonymised(STORIES, other)
    assert other.read_text() == '{"mine": 1}'


def test_without_a_place_for_the_key_nothing_is_masked(tmp_path: Path) -> None:
    """When the key cannot be kept, nothing is handed out that could not be undone."""
    with pytest.raises(UnreadableInput, match="nothing was masked"):
        anonymised(STORIES, tmp_path / "nowhere" / "key.json")
