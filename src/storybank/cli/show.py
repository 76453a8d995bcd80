"""`storybank show`: one story in full."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING, Literal

import click

from storybank.cli.bank import bank_option, opened, reveal_option, show, write_json, write_text

if TYPE_CHECKING:
    from rich.text import Text

    from storybank.reviewer.terminal_look import Look
    from storybank.stories.story import Revision, Story


@click.command("show")
@click.argument("story", metavar="ID")
@click.option("--revision", "number", type=click.IntRange(min=1), metavar="N", help="As it was then.")
@reveal_option
@bank_option
@click.option(
    "--format", "form", type=click.Choice(["text", "json", "markdown"]), default="text", show_default=True,
    help="A page to read, one JSON object, or the story's file.",
)  # fmt: skip
def command(
    story: str, number: int | None, reveal: bool, where: str | None, form: Literal["text", "json", "markdown"]
) -> None:
    """One story in full: facts, telling, figures, follow-ups, where it was told.

    The beginning of an ID is enough where no other story begins so.
    """
    from storybank.errors import BadStory
    from storybank.usecases.keep_story import find, find_any
    from storybank.usecases.masked import veil_of, veil_over_revisions

    with opened(where) as store:
        if number is None:
            found = store.head(find(store, story).id)
            veil = veil_of(store, [found.story], reveal=reveal)
        else:
            kept = store.revisions(find_any(store, story).story.id)
            if number > len(kept):
                raise BadStory(f"{kept[-1].story.id} has revisions 1 to {len(kept)}, not {number}")
            found = kept[number - 1]
            veil = veil_over_revisions(store, kept, [found], reveal=reveal)
    shown = veil.story(found.story)
    if form == "json":
        write_json({"story": shown, "revision": found.number, "at": found.at, "deleted": found.deleted})
    elif form == "markdown":
        from storybank.stories.markdown import to_markdown

        write_text(to_markdown(shown))
    else:
        fields = ("employer", "period")
        hidden = frozenset(f for f in fields if getattr(found.story, f) and not getattr(shown, f))
        show(lambda look: page(look, replace(found, story=shown), hidden))


def page(look: Look, revision: Revision, hidden: Collection[str] = ()) -> Iterator[Text]:
    """The page of a story; `hidden` names fields that were taken out."""
    from rich.text import Text

    from storybank.reviewer.terminal_look import PART_COLOURS, flat, heading, ink, wrap
    from storybank.stories.story import TOLD_PARTS

    story = revision.story
    yield from heading(look, flat(story.title), f"revision {revision.number}")
    for label, value in _facts(story, hidden):
        yield from wrap(look, Text(flat(value)), ink(f" {label:<11} ", "dim"))
    yield Text()
    yield from _prose(look, story.prose)
    for kind in TOLD_PARTS:
        held = story.items(kind)
        if story.part(kind).strip() or held:
            yield from wrap(look, ink(kind.capitalize(), f"bold {PART_COLOURS[kind]}"), " ")
            yield from _prose(look, story.part(kind))
        yield from _items(look, held)
    yield from _rest(look, story)


def _facts(story: Story, hidden: Collection[str]) -> Iterator[tuple[str, str]]:
    from storybank.stories.story import CATEGORIES

    facts = {
        "id": story.id,
        "status": story.status,
        "level": story.level or "",
        "employer": story.employer,
        "period": story.period,
        "principles": ", ".join(story.principles),
        "themes": ", ".join(story.themes),
        "category": f"{story.category}: {CATEGORIES.get(story.category, '')}" if story.category else "",
        "links": " ".join(story.links),
        **story.extra,
    } | dict.fromkeys(hidden, "masked (--reveal shows it)")
    return ((label, value) for label, value in facts.items() if value)


def _prose(look: Look, text: str) -> Iterator[Text]:
    from rich.text import Text

    for paragraph in text.strip().split("\n\n"):
        if paragraph.strip():
            yield from _points(look, paragraph, 0)
            yield Text()


def _points(look: Look, text: str, depth: int) -> Iterator[Text]:
    """A paragraph, or an item at a depth: each point within it on a line of its own, below the one it belongs to."""
    from rich.text import Text

    from storybank.reviewer.terminal_look import flat, ink, wrap
    from storybank.stories.sections import points

    for within, mark, words in points(text):
        if mark == "#":
            yield from wrap(look, ink(flat(words), "bold"), " ")
            continue
        at = depth + within
        head = ink(f"{'  ' * at}{mark} ", "cyan") if mark else ink("  • " if depth else " ", "cyan")
        yield from wrap(look, Text(flat(words)), head)


def _items(look: Look, items: tuple[str, ...]) -> Iterator[Text]:
    from rich.text import Text

    for item in items:
        yield from _points(look, item, 1)
    if items:
        yield Text()


def _rest(look: Look, story: Story) -> Iterator[Text]:
    from rich.text import Text

    from storybank.reviewer.terminal_look import flat, ink, wrap

    def part(title: str) -> Iterator[Text]:
        yield from wrap(look, ink(title, "bold"), " ")

    if story.figures:
        yield from part("Figures")
        yield from _items(
            look,
            tuple(f"{f.text} ({f.provenance}{': ' if f.source else ''}{f.source})" for f in story.figures),
        )
    if story.followups:
        yield from part("Follow-ups")
        for followup in story.followups:
            yield from wrap(look, ink(flat(followup.question), "italic"), ink("  ? ", "cyan"))
            yield from wrap(look, Text(flat(followup.reply) or "no reply prepared yet"), "    ")
        yield Text()
    for telling in story.tellings:
        words = len(telling.text.split())
        yield from part(f"Telling: {flat(telling.name)} ({words} words)")
        yield from _prose(look, telling.text)
    if story.told:
        yield from part("Told")
        yield from _items(look, tuple(_occasion(t) for t in story.told))
    if story.notes.strip():
        yield from part("Notes")
        yield from _prose(look, story.notes)


def _occasion(told: object) -> str:
    said = [
        str(getattr(told, name)) for name in ("on", "company", "round", "interviewer", "question", "note")
    ]
    return " · ".join(value for value in said if value)
