"""The vector of meaning: a unit vector, the same every time, for any text."""

from __future__ import annotations

import shutil
from importlib.resources import files
from pathlib import Path

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from storybank.playbook.names import PRINCIPLES, THEMES
from storybank.signals.meaning import Meaning, shipped_meaning


def test_names_are_those_of_the_playbook() -> None:
    """The heads speak of the 16 principles and 12 themes."""
    assert shipped_meaning().principles == PRINCIPLES
    assert shipped_meaning().themes == THEMES


@settings(max_examples=30, deadline=None)
@given(st.text(max_size=400))
def test_any_text_has_a_vector_of_length_one_or_none(text: str) -> None:
    """Whatever the text, its vector has length one, or zero when there is no word in it."""
    length = float(np.linalg.norm(shipped_meaning().vector(text)))
    assert abs(length - 1) < 1e-4 or length == 0


def test_shares_are_probabilities() -> None:
    """Every principle and theme has a share between 0 and 1."""
    about = shipped_meaning().about("We argued for a week and then I gave in.")
    assert all(0 <= share <= 1 for share in (*about.principles.values(), *about.themes.values()))


def test_a_known_vector_needs_no_model(tmp_path: Path) -> None:
    """What a vector is about is said without the graph, which takes long to load."""
    with (files("storybank.signals") / "meaning_data" / "about.json").open("rb") as about:
        shutil.copyfileobj(about, (tmp_path / "about.json").open("wb"))
    vector = shipped_meaning().vector("I told the board myself.")
    alone = Meaning(tmp_path, tmp_path / "none").about_vector(vector)
    assert alone.themes == shipped_meaning().about_vector(vector).themes


def test_a_long_text_is_read_to_the_end() -> None:
    """What stands in the second window changes the vector."""
    start = "Nothing happened that day. " * 60
    one, two = shipped_meaning().vector(start), shipped_meaning().vector(start + "Then the reactor failed.")
    assert float(one @ two) < 0.99999
