"""Feelings that are named in plain words, told from the same words about something else."""

from __future__ import annotations

import pytest

from storybank.readings.feelings import named_feelings


@pytest.mark.parametrize(
    ("prose", "feeling"),
    [
        ("She was quite hurt by what I had said.", "hurt"),
        ("Owner was angry about flowers.", "angry"),
        ("It cost a friend, which I still think about.", "I still think about"),
        ("He feared for his two people.", "feared"),
        ("the crew were a bit scared of it", "scared"),
        ("I’m sorry for it.", "sorry"),
        ("Really upset, they left.", "upset"),
    ],
)
def test_a_named_feeling_is_found(prose: str, feeling: str) -> None:
    """A state behind a verb or a word of degree, a verb of feeling, and a thought that stays."""
    assert [span.of(prose) for span in named_feelings(prose)] == [feeling]


@pytest.mark.parametrize(
    "prose",
    [
        "Two men were hurt in the crash.",
        "Nobody was angry, and it was not upset.",
        "It was a bitter January and a sad sight.",
        "We sold bitter beer to angry birds.",
        "I think about prices first.",
        "",
    ],
)
def test_no_feeling_is_named(prose: str) -> None:
    """An injury, a denial and a thing's name are nobody's feeling."""
    assert named_feelings(prose) == ()
