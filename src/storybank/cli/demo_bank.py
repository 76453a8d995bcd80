"""`storybank demo-bank`: a bank of fictional stories."""

from __future__ import annotations

from pathlib import Path

import click

from storybank.cli.bank import Form, format_option, opened, say, write_json

FILE = "demo.sqlite"


@click.command("demo-bank")
@click.argument("file", required=False, default=FILE, metavar="[FILE]")
@format_option
def command(file: str, form: Form) -> None:
    """Make a bank of fictional stories in FILE (demo.sqlite), to look at and to try things on.

    Your own bank is not touched: a file that holds other stories is refused. Use the examples with --bank FILE, or
    set STORYBANK_DB to it.
    """
    from storybank.errors import BadStory
    from storybank.usecases.demo_bank import fill
    from storybank.wiring import clock

    with opened(file if "://" in file else str(Path(file)), new=True) as store:
        try:
            count = fill(store, clock())
        except BadStory as fault:
            raise BadStory(f"{file}: {fault}") from None
    if form == "json":
        write_json({"bank": file, "stories": count})
        return
    say(f"{file} holds {count} fictional stories." if count else f"{file} holds the examples already.")
    say(f"Look: storybank list --bank {file}")
