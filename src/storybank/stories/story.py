"""A story: the true event behind answers, as its owner keeps it in the bank."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Literal

from storybank.playbook.names import Level
from storybank.text.document import PartKind

Status = Literal["draft", "ready", "retired"]
Provenance = Literal["measured", "estimated", "from-memory", "unknown"]

STATUSES: tuple[Status, ...] = ("draft", "ready", "retired")
PROVENANCES: tuple[Provenance, ...] = ("measured", "estimated", "from-memory", "unknown")
TOLD_PARTS: tuple[PartKind, ...] = ("situation", "task", "action", "result", "learning")
"""The parts that a story keeps apart, in the order in which they are told."""
CATEGORIES: dict[int, str] = {
    1: "Turning round a team or a person",
    2: "Team culture and safety",
    3: "A conflict resolved",
    4: "People developed and promoted",
    5: "A large architecture decision",
    6: "A technical crisis",
    7: "An innovation that set us apart",
    8: "Influence without authority",
    9: "A change across the organisation",
    10: "A customer decision against pushback",
    11: "A long-term vision",
    12: "Data against convention",
}
"""The cells of the 12-story matrix: four of leadership, three technical, three cross-functional, two strategic."""
CATEGORY_GROUPS: dict[str, tuple[int, ...]] = {
    "Leading people": (1, 2, 3, 4),
    "Leading technology": (5, 6, 7),
    "Influence across functions": (8, 9, 10),
    "Thinking strategically": (11, 12),
}


@dataclass(frozen=True, slots=True)
class Figure:
    """A number that the story rests on: how it is said, how it is known, and where it stands written."""

    text: str
    provenance: Provenance = "unknown"
    source: str = ""


@dataclass(frozen=True, slots=True)
class FollowUp:
    """A question that is likely to follow, and the reply that was prepared for it (empty: none yet)."""

    question: str
    reply: str = ""


@dataclass(frozen=True, slots=True)
class Telling:
    """One way of telling the story: a name ("short", "for operations"), and the words."""

    name: str
    text: str


@dataclass(frozen=True, slots=True)
class Told:
    """An occasion on which the story was told."""

    on: date
    company: str = ""
    round: str = ""
    interviewer: str = ""
    question: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Story:
    """A story as it stands now. Everything but id and title may be missing.

    `prose` holds the telling when it is not taken apart; otherwise the parts do. `actions` are the bullet points of
    what the owner did, beside or instead of `action`. `principles` and `themes` are those that the owner confirmed.
    `masked` keeps `employer` out of everything that is shown to others, and `period_masked` does so with `period`.
    """

    id: str
    title: str
    employer: str = ""
    period: str = ""
    masked: bool = False
    period_masked: bool = False
    prose: str = ""
    situation: str = ""
    task: str = ""
    action: str = ""
    result: str = ""
    learning: str = ""
    actions: tuple[str, ...] = ()
    figures: tuple[Figure, ...] = ()
    principles: tuple[str, ...] = ()
    themes: tuple[str, ...] = ()
    category: int | None = None
    level: Level | None = None
    lessons: tuple[str, ...] = ()
    followups: tuple[FollowUp, ...] = ()
    tellings: tuple[Telling, ...] = ()
    status: Status = "draft"
    notes: str = ""
    told: tuple[Told, ...] = ()
    links: tuple[str, ...] = ()
    extra: dict[str, str] = field(default_factory=dict, compare=True)
    """Front-matter keys that are not ours, kept as they came."""

    def part(self, kind: PartKind) -> str:
        """The words of one part; empty when the story is not taken apart, or has no such part."""
        return str(getattr(self, kind)) if kind in TOLD_PARTS else ""

    def items(self, kind: PartKind) -> tuple[str, ...]:
        """What a part holds in points of their own: the actions, the lessons."""
        if kind == "action":
            return self.actions
        return self.lessons if kind == "learning" else ()


@dataclass(frozen=True, slots=True)
class Revision:
    """A state of a story: its number (from 1, without holes), when it was saved (UTC), why, and the story."""

    number: int
    at: datetime
    reason: str
    story: Story
    deleted: bool = False


def told_text(story: Story) -> str:
    """The story as it would be told: its prose, then its parts in order, with a paragraph for each.

    Bullet actions follow the action part, lessons the learning. What stands word for word in the prose or in its
    part is not told again.
    """
    paragraphs = [story.prose.strip()]
    for kind in TOLD_PARTS:
        own = story.part(kind)
        if (words := own.strip()) not in story.prose:
            paragraphs.append(words)
        for item in story.items(kind):
            if (words := item.strip()) not in own and words not in story.prose:
                paragraphs.append(words)
    return "\n\n".join(filter(None, paragraphs))
