"""`storybank diff`: what changed in a story, word by word."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

import click

from storybank.cli.bank import Form, bank_option, format_option, opened, reveal_option, say, show, write_json

if TYPE_CHECKING:
    from rich.text import Text

    from storybank.reviewer.terminal_look import Look
    from storybank.stories.story import Revision
    from storybank.stories.worddiff import FieldChange

_STYLES = {"same": "", "gone": "red strike", "new": "green"}
_MARKS = {"same": ("", ""), "gone": ("[-", "-]"), "new": ("{+", "+}")}


@click.command("diff")
@click.argument("story", metavar="ID")
@click.argument("old", type=int, required=False)
@click.argument("new", type=int, required=False)
@reveal_option
@bank_option
@format_option
def command(
    story: str, old: int | None, new: int | None, reveal: bool, where: str | None, form: Form
) -> None:
    """What changed between revision OLD and NEW; without them, what the latest change did.

    Where there are no colours, [-these-] words went and {+these+} came.
    """
    from storybank.errors import BadStory
    from storybank.stories.worddiff import changes
    from storybank.usecases.keep_story import find_any
    from storybank.usecases.masked import veil_over_revisions

    with opened(where) as store:
        kept = store.revisions(find_any(store, story).story.id)
        last = len(kept)
        to = last if new is None else new
        start = (to - 1 if old is None else old) if last > 1 else 1
        for number in (start, to):
            if not 1 <= number <= last:
                raise BadStory(
                    f"{kept[0].story.id} has revisions 1 to {last}, not {number}; see `storybank history`"
                )
        both = [kept[start - 1], kept[to - 1]]
        veil = veil_over_revisions(store, kept, both, reveal=reveal)
    before, after = (replace(one, story=veil.story(one.story, fields=True)) for one in both)
    found = changes(before.story, after.story)
    concealed = not found and any(changes(*(one.story for one in both)))
    if form == "json":
        gone = [before.deleted, after.deleted]
        write_json({"story": after.story.id, "old": start, "new": to, "deleted": gone, "changes": found})
    elif start == to:
        say(
            f"{after.story.id} has only one revision so far."
            if last == 1
            else "That is one and the same revision."
        )
    else:
        show(lambda look: _page(look, before, after, found, concealed))


def _page(
    look: Look, before: Revision, after: Revision, found: tuple[FieldChange, ...], concealed: bool
) -> Iterator[Text]:
    """The page; `concealed` when all that differs is how something that is masked is called."""
    from rich.text import Text

    from storybank.reviewer.terminal_look import heading, wrap

    yield from heading(look, after.story.id, f"revision {before.number} to {after.number}")
    if before.deleted != after.deleted:
        yield from wrap(
            look, Text("The story was removed." if after.deleted else "The story came back."), " "
        )
        yield Text()
    elif not found:
        words = "Only what is masked differs; --reveal shows it." if concealed else "Nothing differs."
        yield from wrap(look, Text(words), " ")
    for change in found:
        yield from _field(look, change)


def _field(look: Look, change: FieldChange) -> Iterator[Text]:
    from rich.text import Text

    from storybank.reviewer.terminal_look import ink, wrap
    from storybank.reviewer.visible import visible

    yield from wrap(look, ink(change.field, "bold"), " ")
    text = Text()
    for piece in change.pieces:
        before, after = ("", "") if look.styled else _MARKS[piece.kind]
        for index, part in enumerate(visible(piece.text).split("\n")):
            text.append("\n" if index else "")
            if part.strip():
                text.append(f"{before}{part}{after}", _STYLES[piece.kind])
            else:
                text.append(part)
    yield from wrap(look, text, "   ")
    yield Text()
