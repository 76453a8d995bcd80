"""`storybank tag`: which principles and themes a story stands for."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

import click

from storybank.cli.bank import (
    Form,
    bank_option,
    format_option,
    is_terminal,
    opened,
    reveal_option,
    say,
    show,
    write_json,
)
from storybank.cli.ending import Stopped

if TYPE_CHECKING:
    from rich.text import Text

    from storybank.ports import Store
    from storybank.reviewer.terminal_look import Look
    from storybank.stories.story import Revision, Story
    from storybank.usecases.masked import Veil
    from storybank.usecases.tag_story import Suggestion


_KINDS = {"principles": "principle", "themes": "theme"}


@click.command("tag")
@click.argument("story", metavar="ID")
@click.option(
    "--accept",
    is_flag=True,
    help="Confirm what is suggested, best first: up to three principles and two themes.",
)
@click.option("--add", multiple=True, metavar="NAME", help="Confirm a principle or a theme.")
@click.option("--remove", multiple=True, metavar="NAME", help="Take a tag off.")
@reveal_option
@bank_option
@format_option
def command(
    story: str, accept: bool, add: tuple[str, ...], remove: tuple[str, ...], reveal: bool, where: str | None,
    form: Form,
) -> None:  # fmt: skip
    """Which principles and themes a story shows: suggestions with the words they rest on, and tags that you confirm.

    Without options it only suggests; at a terminal it asks you about each. Nothing is tagged that you did not confirm.
    """
    from storybank.signals.meaning import shipped_meaning
    from storybank.usecases.keep_story import find
    from storybank.usecases.masked import veil_of
    from storybank.usecases.tag_story import suggestions

    with opened(where) as store:
        kept = find(store, story)
        story_id = kept.id
        found = () if (add or remove) and not accept else suggestions(store, story_id, shipped_meaning())
        veil = veil_of(store, [kept], reveal=reveal)
        found = tuple(replace(s, quotes=tuple(map(veil.words, s.quotes))) for s in found)
        if form == "text" and found:
            show(lambda look: _page(look, veil.id(story_id), found))
        wanted = [*add, *(_room(store.get(story_id), found) if accept else ())]
        if form == "text" and is_terminal() and not (accept or add or remove):
            wanted = _asked(found)
        made = veil.card(_tagged(store, kept, wanted, remove, veil).story)
    if form == "json":
        write_json(
            {
                "story": made.id,
                "suggestions": found,
                "principles": made.principles,
                "themes": made.themes,
            }
        )
    else:
        _tell(made, found, bool(add or remove))
        if not (accept or add or remove or is_terminal()) and (made.principles or made.themes):
            _say_how(found)


def _asked(found: tuple[Suggestion, ...]) -> list[str]:
    """What the person at the terminal agrees to, one question each."""
    try:
        return [
            s.name
            for s in found
            if not s.confirmed and click.confirm(f"Tag it with {s.name}?", default=False)
        ]
    except (click.Abort, KeyboardInterrupt):
        raise Stopped("stopped; nothing was tagged") from None


def _room(story: Story, found: tuple[Suggestion, ...]) -> list[str]:
    """The best suggestions that a story has room for: told for more than a few things, it stands for none."""
    from storybank.usecases.tag_story import MOST

    names = []
    for field, most in MOST.items():
        fresh = [s.name for s in found if s.field == field and not s.confirmed]
        names += fresh[: max(0, most - len(getattr(story, field)))]
    return names


def _tagged(store: Store, kept: Story, add: list[str], remove: tuple[str, ...], veil: Veil) -> Revision:
    """The story with tags put on and taken off; those to take off may be named as they are shown."""
    from storybank.cli import complain
    from storybank.usecases.keep_story import tag
    from storybank.usecases.tag_story import known, removable
    from storybank.wiring import clock

    head = store.head(kept.id)
    if not add and not remove:
        return head
    held = (*kept.principles, *kept.themes)
    named = [next((tag for tag in held if veil.slug(tag) == name), name) for name in remove]
    gone, absent = removable(head.story, named, _values)
    for name in absent:
        complain(f"{veil.id(kept.id)} was not tagged with {name!r}")
    return tag(store, clock(), kept.id, known(add, _values()), gone)


def _values() -> list[str]:
    """The values of companies that the playbook knows."""
    from storybank.cli.reading import open_shelf

    return open_shelf().names("principle")


def _page(look: Look, story_id: str, found: tuple[Suggestion, ...]) -> Iterator[Text]:
    from rich.text import Text

    from storybank.reviewer.terminal_look import flat, heading, ink, wrap

    yield from heading(look, f"What {story_id} shows", "principles by deeds, themes by meaning")
    for suggestion in found:
        mark = "✓ " if suggestion.confirmed else "? "
        yield from wrap(
            look,
            ink(suggestion.name, "bold").append(
                f"  {_KINDS[suggestion.field]}, {suggestion.strength:.0%}", "dim"
            ),
            f" {mark}",
        )
        for quote in suggestion.quotes:
            yield from wrap(look, Text(f"“{flat(quote)}”", "italic"), "     ")
        yield Text()


def _say_how(found: tuple[Suggestion, ...]) -> None:
    """How to confirm what is only suggested, where nobody could be asked."""
    if any(not s.confirmed for s in found):
        say("What bears a ? is not confirmed; --add NAME confirms one, --accept the best.")


def _tell(story: Story, found: tuple[Suggestion, ...], asked: bool) -> None:
    """What the story is tagged with now; `asked`: tags were named, so nothing was looked for in its words."""
    from storybank.usecases.tag_story import MOST

    if not (asked or found or story.principles or story.themes):
        say(f"Nothing stands out in {story.id}. Say more of what you yourself did, or use --add NAME.")
        return
    tags = (
        ", ".join((*story.principles, *story.themes))
        or "none yet; --accept confirms what is suggested, --add NAME one"
    )
    say(f"Confirmed for {story.id}: {tags}.")
    most = MOST["principles"]
    if len(story.principles) > most:
        say(f"That is {len(story.principles)} principles; two or three make it plain what the story is for.")
    elif len(story.principles) == most and any(
        s.field == "principles" and s.name not in story.principles for s in found
    ):
        say("Three are enough; --add NAME confirms one more, --remove NAME takes one off.")
