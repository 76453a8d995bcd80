"""A reader that hears nothing, for tests of everything around it."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from storybank.signals.encoder.reader import Read, Told
from storybank.signals.encoder.wordpiece import Pieces
from storybank.signals.tags import TAGS
from storybank.stories.mining.model import Line, Source
from storybank.text.span import Span

NONE = np.zeros(0, np.float32)


class Deaf:
    """Every tag at zero."""

    tags = tuple(TAGS)

    def read(self, prose: str) -> Read:
        """Nothing."""
        return Read(Pieces([], [], []), np.zeros((0, 1), np.float32), NONE, NONE, NONE)

    def tell(self, read: Read, sentences: Sequence[Span]) -> Told:
        """Zeros."""
        rows = len(sentences)
        tags = np.zeros((rows, len(self.tags)), np.float32)
        return Told(
            np.zeros((rows, 6), np.float32), tags, np.zeros((rows, 16), np.float32), NONE, NONE, 0.0, NONE
        )


def source(name: str, text: str) -> Source:
    """A text file."""
    return Source(name, tuple(Line(line, number) for number, line in enumerate(text.split("\n"), 1)))
