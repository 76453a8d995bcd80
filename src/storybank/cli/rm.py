"""`storybank rm`: stories taken out of the bank, in a way that can be undone."""

from __future__ import annotations

import click

from storybank.cli.bank import Form, bank_option, format_option, opened, say, write_json


@click.command("rm")
@click.argument("stories", nargs=-1, required=True, metavar="ID...")
@bank_option
@format_option
def command(stories: tuple[str, ...], where: str | None, form: Form) -> None:
    """Take stories out of the bank: all that are named, or none. Undo brings them back."""
    from storybank.usecases.keep_story import remove
    from storybank.usecases.masked import veil_by_ids
    from storybank.wiring import clock

    with opened(where) as store:
        removed = remove(store, clock(), stories)
        gone = list(map(veil_by_ids(store, removed).id, removed))
    if form == "json":
        write_json({"removed": gone})
    else:
        say(f"Removed {', '.join(gone)}. `storybank undo` takes that back; the revisions stay.")
