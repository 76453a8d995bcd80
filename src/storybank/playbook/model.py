"""What the playbook holds: one frozen struct for each kind of entry.

Every entry is a TOML file that people write, in `data/` or in a folder of one's own; questions alone stand many to a
file. msgspec decodes and checks in one pass; a key that nobody knows is an error, so that a slip of the pen is found.
"""

from __future__ import annotations

from typing import Annotated, Literal

from msgspec import Meta, Struct

from storybank.playbook.names import Level

Text = Annotated[str, Meta(min_length=1)]
Texts = Annotated[list[Text], Meta(min_length=1)]
Slug = Annotated[str, Meta(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")]
PartName = Literal["situation", "task", "action", "result", "learning", "other"]


class Entry(Struct, frozen=True, forbid_unknown_fields=True):
    """The root of all entries."""


class Line(Entry, frozen=True, kw_only=True):
    """A line as somebody says it, and what it does."""

    line: Text
    why: Text


class AtLevel(Entry, frozen=True, kw_only=True):
    """What a principle means at one level; `ours` where the sources say nothing of that level."""

    level: Level
    text: Text
    ours: bool = False


TagName = Literal[
    "own", "choice", "influence", "check", "unasked", "outcome", "measured", "business", "lasting", "insight",
    "changed", "ownfault", "pain", "scope6", "scope7",
]  # fmt: skip
"""What a sentence can show that a telling may bring out; see docs/tags.md."""


class Emphasis(Entry, frozen=True, kw_only=True):
    """How a story is angled for a principle: what to tell first, what to leave out, which results lead.

    `weights` say it in numbers: 1 makes a sentence that surely shows the tag about as valuable as a clear deed of
    one's own. Without them the words of `bring_forward` and `results` decide.
    """

    bring_forward: Texts
    trim: Texts
    results: Texts
    weights: dict[TagName, Annotated[float, Meta(ge=0, le=2)]] = {}


class Principle(Entry, frozen=True, kw_only=True):
    """A value that a company interviews for: one of Amazon's 16, or another company's."""

    name: Slug
    title: Text
    company: Slug
    essence: Text
    interviewers: Text
    angle: Text
    shown: Texts
    missing: Texts
    depth: list[Text] = []
    tensions: list[Text] = []
    weak: Line
    strong: Line
    levels: list[AtLevel] = []
    emphasis: Emphasis | None = None
    themes: list[Slug] = []


class Company(Entry, frozen=True, kw_only=True):
    """A company (or a kind of company) and how it interviews; its values are principles that name it."""

    name: Slug
    title: Text
    style: Text
    angle: Texts
    values: Annotated[list[Slug], Meta(min_length=1)]
    rounds: list[Text] = []
    notes: list[Text] = []


class Mix(Entry, frozen=True, kw_only=True):
    """A topic and its share of the interviews at a level, in percent."""

    topic: Text
    share: Annotated[int, Meta(ge=1, le=100)]


class LevelGuide(Entry, frozen=True, kw_only=True):
    """What a level is, in facts and in words; the reviewer's reading of scope uses the same facts."""

    name: Level
    title: Text
    ours: bool
    people: tuple[int, int]
    teams: tuple[int, int]
    money: tuple[int, int]
    horizon: tuple[int, int]
    users: Text
    stakeholders: Text
    decisions: Text
    summary: Text
    facts: Texts
    red_flags: Texts
    metrics: Texts
    mix: list[Mix] = []
    results: Texts
    ownership: Text
    competencies: Texts
    preparation: list[Text] = []


class Theme(Entry, frozen=True, kw_only=True):
    """What a question is about."""

    name: Slug
    title: Text
    number: int
    story: Text
    evaluates: Texts
    framework: Texts
    wanted: Texts
    red_flags: Texts
    principles: list[Slug]
    ours: bool = False


class Question(Entry, frozen=True, kw_only=True):
    """A question as an interviewer puts it."""

    id: Slug
    text: Text
    principles: Annotated[list[Slug], Meta(min_length=1, max_length=3)]
    themes: Annotated[list[Slug], Meta(max_length=3)] = []
    levels: Annotated[list[Level], Meta(min_length=1)]
    tests: Text
    probes: Annotated[list[Text], Meta(min_length=1)]
    indirect: bool = False
    companies: list[Slug] = []


class Questions(Entry, frozen=True, kw_only=True):
    """A file of questions."""

    question: list[Question]


class Shows(Entry, frozen=True, kw_only=True):
    """How an answer to a scenario shows a principle."""

    name: Slug
    how: Text


class FollowUp(Entry, frozen=True, kw_only=True):
    """A follow-up question, what a good reply shows, and such a reply."""

    question: Text
    good: Text
    reply: Text


class Stretch(Entry, frozen=True, kw_only=True):
    """A stretch of a worked answer and the part that it is."""

    part: PartName
    text: Text


Area = Literal[
    "team-leadership", "technical-decisions", "collaboration", "resources", "process", "expectations", "culture",
    "strategy", "industry", "crisis", "failure",
]  # fmt: skip


class Scenario(Entry, frozen=True, kw_only=True):
    """A typical question at a level, with what is judged and a worked answer."""

    id: Slug
    level: Level
    kind: Literal["scenario", "failure"]
    title: Text
    area: Area
    question: Text
    also: Texts
    tests: Texts
    themes: Annotated[list[Slug], Meta(min_length=1, max_length=3)]
    categories: list[Annotated[int, Meta(ge=1, le=12)]]
    setup: str = ""
    figures: Texts
    red_flags: Texts
    competencies: Texts
    lessons: Texts
    alternatives: Texts
    applied_later: list[Text] = []
    differently: list[Text] = []
    principles: Annotated[list[Shows], Meta(min_length=1, max_length=4)]
    followups: Annotated[list[FollowUp], Meta(min_length=1)]
    answer: Annotated[list[Stretch], Meta(min_length=4)]


class Pitfall(Entry, frozen=True, kw_only=True):
    """A way to lose a good story, and the way back."""

    name: Slug
    title: Text
    phase: Literal["answer", "follow-up", "preparation", "delivery"]
    weak: Text
    costs: Text
    recovery: Text
    prevention: Texts
    rules: list[Slug] = []
    principles: list[Slug] = []


class WalkedLine(Entry, frozen=True, kw_only=True):
    """A line of a walkthrough: what the interviewer thinks, and what other wording would do."""

    part: PartName
    text: Text
    thinks: Text
    weaker: str = ""
    costs: str = ""
    stronger: str = ""


class Press(Entry, frozen=True, kw_only=True):
    """A follow-up with the reply that sinks the answer and the one that saves it."""

    question: Text
    sinks: Text
    why: Text
    saves: Text


class Angle(Entry, frozen=True, kw_only=True, rename={"for_": "for"}):
    """One story, angled for a principle or a level."""

    for_: Text
    lead: Text
    stress: Texts
    drop: list[Text] = []


class Walkthrough(Entry, frozen=True, kw_only=True):
    """An answer, line by line."""

    name: Slug
    title: Text
    question: Text
    level: Level
    principles: list[Slug]
    summary: Text
    line: Annotated[list[WalkedLine], Meta(min_length=4)]
    followup: list[Press]
    angle: list[Angle]


class Section(Entry, frozen=True, kw_only=True):
    """A titled stretch of a checklist or a guide."""

    title: Text
    text: str = ""
    items: list[Text] = []


class Checklist(Entry, frozen=True, kw_only=True):
    """Things to do, to tick off."""

    name: Slug
    title: Text
    when: Literal["before", "during", "after", "practice"]
    level: Level | Literal[""] = ""
    summary: Text
    section: Annotated[list[Section], Meta(min_length=1)]


class Guide(Entry, frozen=True, kw_only=True):
    """A page of advice."""

    name: Slug
    title: Text
    summary: Text
    section: Annotated[list[Section], Meta(min_length=1)]
