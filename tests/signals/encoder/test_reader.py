"""The two graphs at work: what they say of sentences, and which sentence stands behind an impression."""

from __future__ import annotations

import numpy as np
import pytest

from storybank.signals import read as signals
from storybank.signals.encoder import reader as module
from storybank.signals.fitted import shipped
from storybank.text import read

TEXT = (
    "Our depot sent out the wrong tyres twice a week. I had to find out why. I stood at the rack for two nights and "
    "saw that two labels looked alike. I printed one of them in red. Since May not one wrong tyre has left us, and the "
    "garages stopped charging us 4,000 euros a month. I now walk the floor before I read a report."
)


def test_the_impression_falls_by_what_a_sentence_lifts_it() -> None:
    """What is lost without a sentence is what the reader says of the answer, less what it says of the rest."""
    weights = shipped()
    heard = signals.hear(read(TEXT), weights.reader, weights.decoding)
    spans = [s.span for s in heard.document.sentences]
    lifts = weights.reader.lifts(heard.read, spans, heard.told.scores)
    for k in range(len(spans)):
        rest = weights.reader.tell(heard.read, spans[:k] + spans[k + 1 :])
        assert lifts[k] == pytest.approx(heard.told.scores - rest.scores, abs=1e-4)


def test_the_outcome_stands_behind_the_impression_of_impact() -> None:
    """A reason for a score that speaks of the whole quotes the sentence that the score owes most to."""
    weights = shipped()
    found = signals.read_signals(read(TEXT), weights)
    assert "not one wrong tyre" in found.lifting["score:impact"].of(found.document.prose)


def test_of_very_long_answers_no_sentence_is_weighed(monkeypatch: pytest.MonkeyPatch) -> None:
    """Time stays linear: beyond some length nothing is left out in turn."""
    weights = shipped()
    heard = signals.hear(read(TEXT), weights.reader, weights.decoding)
    spans = [s.span for s in heard.document.sentences]
    monkeypatch.setattr(module, "_WEIGHED", len(spans) - 1)
    assert not np.any(weights.reader.lifts(heard.read, spans, heard.told.scores))


def test_nothing_is_said_of_no_sentence() -> None:
    """The runtime would end the process; an error ends the call."""
    weights = shipped()
    with pytest.raises(ValueError, match="no sentence"):
        weights.reader.tell(weights.reader.read(TEXT), [])
