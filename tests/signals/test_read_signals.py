"""What is judged of an answer: each thing once, and as if nothing had been said beside it."""

from __future__ import annotations

import numpy as np
import pytest

from storybank.signals import read as signals
from storybank.signals.fitted import shipped
from storybank.text import read

TOLD = (
    "Our depot sent out the wrong tyres twice a week.", "I had to find out why.",
    "I stood at the rack for two nights and saw that two labels looked alike.", "I printed one of them in red.",
    "Since May not one wrong tyre has left us.", "I now walk the floor before I read a report.",
)  # fmt: skip
BESIDE = "Thank you, that is a great question, let me think for a moment."


def heard(text: str) -> signals.Heard:
    """The text, read."""
    weights = shipped()
    return signals.hear(read(text), weights.reader, weights.decoding)


def test_talk_beside_the_story_bears_on_nothing() -> None:
    """It is labelled, and the whole is judged from the other sentences alone."""
    found = heard(" ".join((BESIDE, *TOLD)))
    assert found.labels[0] == "other"
    assert found.weighed == tuple(range(1, len(TOLD) + 1))
    alone = heard(" ".join(TOLD))
    assert found.told.scores == pytest.approx(alone.told.scores, abs=1e-4)
    assert np.all(found.told.principles[0] < -10)


def test_a_word_beside_a_long_story_is_not_read_twice() -> None:
    """Reading takes long, and so little hardly colours the rest: what was read is judged without it."""
    found = heard(
        " ".join((*TOLD, "Around it we moved the rack, and I numbered its bays by hand." * 9, "Thank you."))
    )
    assert found.labels[-1] == "other"
    assert found.telling[0] is found.read
    assert len(found.telling[1]) == len(found.weighed)


def test_where_nothing_else_is_said_all_of_it_is_judged() -> None:
    """An answer of asides alone is not judged as an empty one."""
    found = heard(f"{BESIDE} I hope that this helps.")
    assert found.weighed == tuple(range(len(found.document.sentences)))


def test_words_beside_the_story_make_it_no_longer() -> None:
    """The words of the telling are those of the sentences that bear on the judgement."""
    padded = signals.read_signals(read(" ".join((BESIDE, *TOLD))), shipped())
    assert padded.numbers["telling"] == sum(len(sentence.split()) for sentence in TOLD)
