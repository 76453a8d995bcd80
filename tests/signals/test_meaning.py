"""The vector of meaning: a unit vector, the same every time, for any text."""

from __future__ import annotations

import shutil
from importlib.resources import files
from pathlib import Path

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from storybank.playbook.names import PRINCIPLES, THEMES
from storybank.signals.meaning import Meaning, nearness, shipped_meaning, wholes


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


WEIR = "A weir broke in the night, and I walked the bank with a lamp to warn the houses below it. "
TRAYS = "I counted the trays in the canteen each noon and wrote the number on a card. "


def test_a_text_is_cut_into_passages_by_its_length() -> None:
    """One passage for a line, more for a story, and never more than eight, so that no bank outgrows its file."""
    meaning = shipped_meaning()
    counts = [len(meaning.sense(text)) - 1 for text in ("", "One line.", WEIR * 4, TRAYS * 300)]
    assert counts[:2] == [1, 1]
    assert 1 < counts[2] < counts[3] == 8


def test_one_passage_is_enough_to_come_near() -> None:
    """What is told in the middle of much else comes nearer than the same without it."""
    meaning = shipped_meaning()
    asked = meaning.vector("When did you warn people of a danger?")
    told, untold = meaning.sense(TRAYS * 8 + WEIR * 2 + TRAYS * 8), meaning.sense(TRAYS * 18)
    near = nearness(asked, [told, untold])
    assert near[0] > near[1] + 0.05


@given(st.lists(st.integers(1, 9), max_size=6), st.integers(0, 2**32 - 1))
def test_nearness_lies_between_the_mean_and_the_nearest(counts: list[int], seed: int) -> None:
    """For each text by itself, whoever stands beside it, and however the numbers were rounded."""
    draw = np.random.default_rng(seed)
    texts = [draw.integers(-127, 128, (1 + count, 16)).astype(np.int8) for count in counts]
    vector = draw.normal(size=16).astype(np.float32)
    vector /= np.linalg.norm(vector)
    near = nearness(vector, texts)
    assert len(near) == len(texts)
    for text, found in zip(texts, near, strict=True):
        own = text[1:].astype(np.float64)
        cosines = own @ vector / np.maximum(np.linalg.norm(own, axis=1), 1e-9)
        assert cosines.mean() - 1e-5 <= found <= cosines.max() + 1e-5


def test_a_whole_has_length_one_or_none() -> None:
    """Whatever is beside it; a text without words has the zero vector."""
    meaning = shipped_meaning()
    lengths = np.linalg.norm(wholes([meaning.sense(text) for text in ("", WEIR, TRAYS * 9)]), axis=1)
    assert lengths[0] == 0
    assert np.allclose(lengths[1:], 1, atol=1e-5)
