"""`storybank history`: every state a story was in."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

import click

from storybank.cli.bank import Form, bank_option, format_option, hint, opened, show, write_json

if TYPE_CHECKING:
    from rich.text import Text

    from storybank.reviewer.terminal_look import Look
    from storybank.stories.story import Revision


@click.command("history")
@click.argument("story", metavar="ID")
@bank_option
@format_option
def command(story: str, where: str | None, form: Form) -> None:
    """Every revision of a story, the latest first: when, why, and what changed. Times are UTC."""
    from storybank.usecases.keep_story import find_any
    from storybank.usecases.masked import veil_over_revisions

    with opened(where) as store:
        kept = store.revisions(find_any(store, story).story.id)
        veil = veil_over_revisions(store, kept)
    shown_id, reasons = veil.id(kept[0].story.id), [veil.words(r.reason) for r in kept]
    rows = [(replace(r, reason=why), c) for (r, c), why in zip(_with_changes(kept), reasons, strict=True)]
    if form == "json":
        facts = [
            {"revision": r.number, "at": r.at, "reason": r.reason, "deleted": r.deleted, "changed": changed}
            for r, changed in rows
        ]
        write_json({"story": shown_id, "revisions": facts})
        return
    show(lambda look: _page(look, shown_id, rows))


def _with_changes(kept: Sequence[Revision]) -> Iterator[tuple[Revision, list[str]]]:
    """Each revision with the names of the fields in which it differs from the one before."""
    from storybank.stories.worddiff import changes

    for index, revision in enumerate(kept):
        earlier = kept[index - 1].story if index else None
        yield revision, [c.field for c in changes(earlier, revision.story)] if earlier else []


def _page(look: Look, story_id: str, rows: Sequence[tuple[Revision, list[str]]]) -> Iterator[Text]:
    from rich.text import Text

    from storybank.reviewer.terminal_look import flat, heading, ink, wrap

    yield from heading(look, story_id, f"{len(rows)} revisions" if len(rows) > 1 else "1 revision")
    for revision, changed in reversed(rows):
        head = ink(f" {revision.number:>3}  ", "bold").append(f"{revision.at:%Y-%m-%d %H:%M}  ", "dim")
        said = Text(flat(revision.reason), "red" if revision.deleted else "")
        text = Text().append_text(said)
        if changed:
            text.append(f"  {', '.join(changed)}", "dim")
        yield from wrap(look, text, head if not look.narrow else f" {revision.number:>3} ")
    yield Text()
    yield from wrap(
        look, ink(hint(f"storybank diff {story_id} N M", "shows what changed"), "dim"), ink(" → ", "cyan")
    )
