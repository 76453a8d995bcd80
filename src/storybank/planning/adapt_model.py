"""What an adapted telling is: stretches of the owner's own text, and questions to the owner. Nothing else."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from storybank.text.document import PartKind
from storybank.text.span import Span

Deed = Literal["kept", "moved", "trimmed", "dropped"]


@dataclass(frozen=True, slots=True)
class Told:
    """A sentence of the new telling: `text == source[span.start:span.end]`, always one whole stretch."""

    span: Span
    text: str
    part: PartKind
    sentence: int
    deed: Deed
    why: str


@dataclass(frozen=True, slots=True)
class Choice:
    """What became of one sentence of the source, and why. `value` is its worth for this telling."""

    sentence: int
    span: Span
    part: PartKind
    deed: Deed
    why: str
    value: float
    words: int


@dataclass(frozen=True, slots=True)
class Prompt:
    """A question to the owner about something that is missing; `after` counts the told sentences before it."""

    question: str
    why: str
    part: PartKind
    after: int


@dataclass(frozen=True, slots=True)
class Wishes:
    """What the telling is for; None where nothing was asked. `seconds` above 0, `wpm` words a minute."""

    principle: str | None = None
    level: str | None = None
    company: str | None = None
    round: str | None = None
    seconds: float | None = None
    question: str | None = None
    wpm: float = 150.0


@dataclass(frozen=True, slots=True)
class Adaptation:
    """A telling made of spans of `source`.

    `told` in the order of telling; `choices` one a sentence of the source, in its order; both empty for a scrap, of
    which there is nothing to tell yet, only `prompts`. `limit` is the time
    allowed in seconds (None: none), `seconds` what the telling takes at the pace asked for. `proven` says that no
    other selection under the limit is worth more; `value` is what it is worth. `notes` are plain remarks.
    """

    source: str
    wishes: Wishes
    told: tuple[Told, ...]
    choices: tuple[Choice, ...]
    prompts: tuple[Prompt, ...]
    words: int
    seconds: float
    limit: float | None
    value: float
    proven: bool
    notes: tuple[str, ...] = ()

    @property
    def text(self) -> str:
        """The new telling: told sentences, a blank between those of a part, an empty line between parts."""
        return written(self.source, self.told)


def written(source: str, told: Sequence[Told]) -> str:
    """Told sentences as one text. Where one without a full stop runs on into the next, they stay as they stood."""
    text = ""
    for k, sentence in enumerate(told):
        if k:
            before = told[k - 1]
            between = source[before.span.end : sentence.span.start]
            runs_on = before.sentence + 1 == sentence.sentence and not between.strip()
            closed = before.text.rstrip("\"'”’)*_ ")[-1:] in (".", "!", "?", "…", ":")
            if closed:
                text += "\n\n" if before.part != sentence.part else " "
            else:
                text += between if runs_on else "\n\n" if before.part != sentence.part else "\n"
        text += sentence.text
    return text
