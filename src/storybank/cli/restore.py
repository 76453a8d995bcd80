"""`storybank restore`: an earlier state of a story, made the latest again."""

from __future__ import annotations

import click

from storybank.cli.bank import Form, bank_option, format_option, opened, say, write_json


@click.command("restore")
@click.argument("story", metavar="ID")
@click.argument("number", type=click.IntRange(min=1), required=False, metavar="[REVISION]")
@bank_option
@format_option
def command(story: str, number: int | None, where: str | None, form: Form) -> None:
    """Make an earlier revision the latest again; a removed story comes back.

    Without REVISION: the one before the latest, or the last before it was removed.
    """
    from storybank.usecases.keep_story import find_any, restore
    from storybank.usecases.masked import veil_of
    from storybank.wiring import clock

    with opened(where) as store:
        before = find_any(store, story).number
        made = restore(store, clock(), story, number)
        shown = veil_of(store, [made.story]).story(made.story)
    if form == "json":
        write_json({"story": shown, "revision": made.number, "changed": made.number != before})
    elif made.number == before:
        say(f"{shown.id} is the same at that revision; nothing was changed.")
    else:
        say(f"{shown.id} is restored, as revision {made.number}. What it was before is in its history.")
