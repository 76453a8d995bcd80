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
    from storybank.wiring import clock

    with opened(where) as store:
        done = undo(store, clock())
    if form == "json":
        write_json({"undone": done.what if done else None, "stories": done.stories if done else []})
    elif done is None:
        say("There is nothing to undo.")
    else:
        shown = ", ".join(done.stories[:5]) + (
            f" and {len(done.stories) - 5} more" if len(done.stories) > 5 else ""
        )
        say(f"Taken back: {done.what} ({shown}).")
