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
    rest = shipped().reader.tell(found.read, [s.span for s in found.document.sentences[1:]])
    assert found.told.scores == pytest.approx(rest.scores)
    assert np.all(found.told.principles[0] < -10)


def test_where_nothing_else_is_said_all_of_it_is_judged() -> None:
    """An answer of asides alone is not judged as an empty one."""
    found = heard(f"{BESIDE} I hope that this helps.")
    assert found.weighed == tuple(range(len(found.document.sentences)))


def test_words_beside_the_story_make_it_no_longer() -> None:
    """The words of the telling are those of the sentences that bear on the judgement."""
    padded = signals.read_signals(read(" ".join((BESIDE, *TOLD))), shipped())
    assert padded.numbers["telling"] == sum(len(sentence.split()) for sentence in TOLD)
