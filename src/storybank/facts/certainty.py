"""How sure a finding is: what contradicts the source, and what a free paraphrase may do as well.

A figure, a name, a date or a role that the source lacks is an invention. That a word has lost its hedge, or that a deed
is told of somebody else, is read off words that stand near each other, and a good rewording may stand so too.
"""

from __future__ import annotations

from typing import Final, Literal

Certainty = Literal["sure", "doubtful"]

_DOUBTFUL: Final = frozenset(
    [
        "the source says it with a hedge, a wish, a condition or as somebody's words",
        "the source denies this",
        "the source denies something of them",
        "the source does not deny this",
        "the source says it of a part only",
        "the source does not say that of so many or so much",
        "the source does not say that there was none",
        "the source has it go another way",
        "the source says that it went the other way",
        "the source tells this of others",
        "the source says that the group did this",
        "the source says that the speaker did this",
        "the source does not say whose it was",
        "the source does not say who did this",
        "the source tells a smaller deed",
        "the source gives this number for something else",
        "the source has it as a goal or a plan only",
        "the source does not speak of this scope",
        "the source speaks of one",
        "the source calls what it counts with this number otherwise",
        "the source speaks of another one here",
        "the source does not say that it still goes on",
    ]
)


def certainty_of(why: str) -> Certainty:
    """The certainty of a finding with this reason."""
    return "doubtful" if why in _DOUBTFUL else "sure"
