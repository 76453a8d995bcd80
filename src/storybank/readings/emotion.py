"""What an answer shows of feelings, in three layers: one's own, other people's, and what lies between them."""

from __future__ import annotations

from dataclasses import dataclass

from storybank.signals.model import Signals
from storybank.text.span import Span


@dataclass(frozen=True, slots=True)
class Emotion:
    """Where each layer shows outright, in prose coordinates and in order; empty where it does not.

    `self_awareness`: an own feeling or pattern recognised, its effect on others, the speaker checking it.
    `social_awareness`: what others feel noticed, understood from their side, adapted to.
    `relationship`: trust won, a conflict worked through with those in it, room made for others.
    """

    self_awareness: tuple[Span, ...] = ()
    social_awareness: tuple[Span, ...] = ()
    relationship: tuple[Span, ...] = ()

    @property
    def shown(self) -> bool:
        """True when any of the layers shows."""
        return bool(self.self_awareness or self.social_awareness or self.relationship)


def read_emotion(signals: Signals) -> Emotion:
    """The layers that the wordings of the answer witness; a feeling told otherwise goes unseen."""
    said = signals.said
    return Emotion(
        said.get("self-awareness", ()), said.get("social-awareness", ()), said.get("relationship", ())
    )
