"""`storybank undo`: the latest change, taken back."""

from __future__ import annotations

import click

from storybank.cli.bank import Form, bank_option, format_option, opened, say, write_json


@click.command("undo")
@bank_option
@format_option
def command(where: str | None, form: Form) -> None:
    """Take the latest change back; again, the one before it. What came in together goes together."""
    from storybank.usecases.keep_story import undo
    from storybank.usecases.masked import veil_of
    from storybank.wiring import clock

    with opened(where) as store:
        done = undo(store, clock())
        veil = veil_of(store, done.states if done else ())
    what, stories = (veil.words(done.what), list(map(veil.id, done.stories))) if done else (None, [])
    if form == "json":
        write_json({"undone": what, "stories": stories})
    elif done is None:
        say("There is nothing to undo.")
    else:
        shown = ", ".join(stories[:5]) + (f" and {len(stories) - 5} more" if len(stories) > 5 else "")
        say(f"Taken back: {what} ({shown}).")
