"""What a rule is: a judgement with its page, its cases and its check, all in one small file.

The module docstring of a rule is its page in the docs. Beside it stands one `RULE`. The registry
(`storybank.rules.registry`) lists every module by name; a test holds that list against the folder.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from storybank.playbook.names import Level
from storybank.text.span import Span

if TYPE_CHECKING:
    from storybank.readings.model import Readings

Family = Literal["structure", "ownership", "evidence", "growth", "judgement", "level", "delivery", "privacy"]
FAMILIES: tuple[Family, ...] = (
    "structure", "ownership", "evidence", "growth", "judgement", "level", "delivery", "privacy",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Hit:
    """Where a rule fires, in prose coordinates; None: the answer as a whole. `facts` fill the message."""

    span: Span | None = None
    facts: dict[str, str | int] | None = None


@dataclass(frozen=True, slots=True)
class Case:
    """An answer that must, or must not, be flagged.

    `flagged` holds the exact words that the finding must quote or lie in; empty in a clean case, and empty
    in a flagged one when the finding is about the whole answer.
    """

    text: str
    flagged: tuple[str, ...] = ()
    question: str | None = None
    level: Level = "L6"


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule bears the name of the defect that it finds; `code` is never reused.

    `message` says what was found and why it matters, `advice` what to do; both may use `{facts}` of a Hit.
    A `preview` rule has not yet shown its precision on labelled answers and reports as a note.
    """

    name: str
    code: str
    family: Family
    severity: Literal["error", "warning", "note"]
    message: str
    advice: str
    check: Callable[[Readings], Iterable[Hit]]
    flagged: tuple[Case, ...]
    clean: tuple[Case, ...]
    preview: bool = False
