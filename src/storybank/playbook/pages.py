"""An entry laid out to be read: headings, paragraphs, lists and spoken lines, for any face to draw.

The terminal and the documentation both draw these pages, so that an entry reads the same wherever it is read.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from storybank.playbook import model


@dataclass(frozen=True, slots=True)
class Block:
    """A stretch of a page.

    `heading` bears a title; `text` a paragraph; `items` a list, with numbers when `ordered` and boxes when `boxes`;
    `say` words that somebody speaks, with a label in front of them.
    """

    kind: Literal["heading", "text", "items", "say"]
    words: str = ""
    items: tuple[str, ...] = ()
    label: str = ""
    ordered: bool = False
    boxes: bool = False


@dataclass(frozen=True, slots=True)
class Page:
    """An entry laid out: its title, a remark beside it, its blocks, and where to go on reading."""

    title: str
    aside: str
    blocks: tuple[Block, ...]
    more: tuple[str, ...] = ()


def page_of(entry: model.Entry) -> Page:
    """The page of an entry of any kind."""
    return _PAGES[type(entry)](entry)


def _head(words: str) -> Block:
    return Block("heading", words)


def _text(words: str) -> Iterator[Block]:
    for paragraph in words.strip().split("\n\n"):
        if paragraph.strip():
            yield Block("text", " ".join(paragraph.split()))


def _list(title: str, items: Sequence[str], *, ordered: bool = False, boxes: bool = False) -> Iterator[Block]:
    if items:
        if title:
            yield _head(title)
        yield Block("items", items=tuple(items), ordered=ordered, boxes=boxes)


def _say(label: str, words: str) -> Iterator[Block]:
    if words:
        yield Block("say", " ".join(words.split()), label=label)


def _page(title: str, aside: str, blocks: Iterable[Block], *more: str) -> Page:
    return Page(title, aside, tuple(blocks), more)


def _principle(entry: model.Principle) -> Page:
    def blocks() -> Iterator[Block]:
        yield from _text(entry.essence)
        yield _head("What interviewers look for")
        yield from _text(entry.interviewers)
        yield from _list("Signs that it is there", entry.shown)
        yield from _list("Signs that it is missing", entry.missing)
        yield _head("How it sounds")
        yield from _say("weak", entry.weak.line)
        yield from _text(entry.weak.why)
        yield from _say("strong", entry.strong.line)
        yield from _text(entry.strong.why)
        yield from _list("Depth", entry.depth)
        yield from _list("Pulls against", entry.tensions)
        if entry.levels:
            yield _head("By level")
        for at in entry.levels:
            yield from _say(
                at.level, at.text + (" (ours: the sources say nothing of this level)" if at.ours else "")
            )
        yield _head("The story to bring")
        yield from _text(entry.angle)
        if entry.emphasis:
            yield from _list("Tell first and longest", entry.emphasis.bring_forward)
            yield from _list("Leave out", entry.emphasis.trim)
            yield from _list("Results that lead", entry.emphasis.results)

    return _page(entry.title, entry.company, blocks(), f"storybank questions --principle {entry.name}")


def _company(entry: model.Company) -> Page:
    def blocks() -> Iterator[Block]:
        yield from _text(entry.style)
        yield from _list("Stories to bring", entry.angle)
        yield from _list("Values", entry.values)
        yield from _list("Rounds", entry.rounds)
        yield from _list("Worth knowing", entry.notes)

    return _page(entry.title, "company", blocks(), f"storybank principles --company {entry.name}")


def span_of(low: int, high: int, unbounded: int) -> str:
    """A range in words; `unbounded` and more mean no upper end."""
    return f"{low:,} and more" if high >= unbounded else f"{low:,} to {high:,}"


def _level(entry: model.LevelGuide) -> Page:
    million = 1_000_000

    def blocks() -> Iterator[Block]:
        yield from _text(entry.summary)
        if entry.ours:
            yield from _text("The sources give no numbers for this level; these are ours.")
        money = span_of(entry.money[0] // million, entry.money[1] // million, 100_000)
        facts = [
            f"People: {span_of(*entry.people, 100_000)}",
            f"Teams: {span_of(*entry.teams, 1_000)}",
            f"Money: {money} million dollars a year",
            f"Users: {entry.users}",
            f"Horizon: {span_of(*entry.horizon, 120)} months",
            f"Counterparts: {entry.stakeholders}",
            f"Decisions: {entry.decisions}",
        ]
        yield from _list("In numbers", facts)
        yield from _list("In words", entry.facts)
        yield from _list("What interviews are about", [f"{m.share}% {m.topic}" for m in entry.mix])
        yield from _list("How results look", entry.results)
        yield _head("Ownership")
        yield from _text(entry.ownership)
        yield from _list("What shows the level", entry.competencies)
        yield from _list("Impact to put in figures", entry.metrics)
        yield from _list("Red flags", entry.red_flags)
        yield from _list("Getting ready", entry.preparation)

    return _page(
        f"{entry.name}: {entry.title}", "level", blocks(), f"storybank scenarios --level {entry.name}"
    )


def _theme(entry: model.Theme) -> Page:
    def blocks() -> Iterator[Block]:
        yield from _text(f"Have ready: {entry.story}")
        yield from _list("What is judged", entry.evaluates)
        yield from _list("How to build the answer", entry.framework, ordered=True)
        yield from _list("What they want to hear", entry.wanted)
        yield from _list("Red flags", entry.red_flags)
        yield from _list("Principles it serves", entry.principles)
        if entry.ours:
            yield from _text("The sources only name this theme; the advice is ours.")

    more = f"storybank questions --theme {entry.name}"
    return _page(entry.title, f"theme {entry.number} of 12", blocks(), more)


def _question(entry: model.Question) -> Page:
    def blocks() -> Iterator[Block]:
        yield from _say("asked", entry.text)
        yield from _text(f"What it is after: {entry.tests}")
        yield from _list("Follow-ups to expect", entry.probes)
        facts = ", ".join([*entry.principles, *entry.themes, *entry.levels, *entry.companies])
        yield from _text(f"For: {facts}")

    return _page(entry.id, "indirect" if entry.indirect else "question", blocks())


def _scenario(entry: model.Scenario) -> Page:
    def blocks() -> Iterator[Block]:
        yield from _say("asked", entry.question)
        yield from _list("Also asked as", entry.also)
        yield from _text(entry.setup)
        yield from _list("What is judged", entry.tests)
        yield _head("A worked answer")
        yield from answer_blocks(entry)
        yield _head("Follow-ups")
        for follow in entry.followups:
            yield from _say("asked", follow.question)
            yield from _text(f"A good reply shows: {follow.good}")
            yield from _say("reply", follow.reply)
        yield from _list("Principles", [f"{p.name}: {p.how}" for p in entry.principles])
        yield from _list("Figures of the size that counts here", entry.figures)
        yield from _list("What shows the level", entry.competencies)
        yield from _list("Red flags", entry.red_flags)
        yield from _list("Lessons", entry.lessons)
        yield from _list("How they were used later", entry.applied_later)
        yield from _list("What one would do differently", entry.differently)
        yield from _list("Other ways to go about it", entry.alternatives)

    return _page(entry.title, f"{entry.id}, {entry.kind}, {entry.area}", blocks())


def answer_blocks(entry: model.Scenario) -> Iterator[Block]:
    """The worked answer alone, with a label for each stretch."""
    for stretch in entry.answer:
        for number, paragraph in enumerate(stretch.text.strip().split("\n\n")):
            yield from _say("" if number else stretch.part, paragraph)


def _pitfall(entry: model.Pitfall) -> Page:
    def blocks() -> Iterator[Block]:
        yield from _say("weak", entry.weak)
        yield _head("What it costs")
        yield from _text(entry.costs)
        yield _head("How to recover")
        yield from _text(entry.recovery)
        yield from _list("How to prevent it", entry.prevention)
        yield from _list("The review finds it as", entry.rules)

    return _page(
        entry.title, f"pitfall, {entry.phase}", blocks(), *(f"storybank explain {r}" for r in entry.rules)
    )


def _walkthrough(entry: model.Walkthrough) -> Page:
    def blocks() -> Iterator[Block]:
        yield from _say("asked", entry.question)
        yield from _text(entry.summary)
        yield _head("Line by line")
        for line in entry.line:
            yield from _say(line.part, line.text)
            yield from _text(f"Interviewer: {line.thinks}")
            if line.weaker:
                yield from _say("weaker", line.weaker)
                yield from _text(line.costs)
            yield from _say("stronger", line.stronger)
        yield _head("Follow-ups")
        for press in entry.followup:
            yield from _say("asked", press.question)
            yield from _say("sinks", press.sinks)
            yield from _text(press.why)
            yield from _say("saves", press.saves)
        yield _head("The same story, angled")
        for angle in entry.angle:
            yield from _say(angle.for_, angle.lead)
            yield from _list(
                "", [*(f"stress: {s}" for s in angle.stress), *(f"drop: {d}" for d in angle.drop)]
            )

    return _page(entry.title, f"walkthrough, {entry.level}", blocks())


def _checklist(entry: model.Checklist) -> Page:
    def blocks() -> Iterator[Block]:
        yield from _text(entry.summary)
        for section in entry.section:
            yield _head(section.title)
            yield from _text(section.text)
            yield from _list("", section.items, boxes=True)

    return _page(entry.title, f"checklist, {entry.when}", blocks())


def _guide(entry: model.Guide) -> Page:
    def blocks() -> Iterator[Block]:
        yield from _text(entry.summary)
        for section in entry.section:
            yield _head(section.title)
            yield from _text(section.text)
            yield from _list("", section.items)

    return _page(entry.title, "guide", blocks())


_PAGES: dict[type[model.Entry], Callable[[Any], Page]] = {
    model.Principle: _principle,
    model.Company: _company,
    model.LevelGuide: _level,
    model.Theme: _theme,
    model.Question: _question,
    model.Scenario: _scenario,
    model.Pitfall: _pitfall,
    model.Walkthrough: _walkthrough,
    model.Checklist: _checklist,
    model.Guide: _guide,
}
