"""`storybank backup`: a whole copy of the bank."""

from __future__ import annotations

from pathlib import Path

import click

from storybank.cli.bank import Form, bank_option, counted, format_option, say, write_json


@click.command("backup")
@click.argument("file", required=False, metavar="[FILE]")
@bank_option
@format_option
def command(file: str | None, where: str | None, form: Form) -> None:
    """Copy the bank, with all revisions, to a new file; without FILE, to one beside it that bears the time.

    The copy is a bank itself: use it with --bank. It is read back before it counts.
    """
    from storybank.wiring import back_up

    target, count = back_up(where, Path(file) if file else None)
    if form == "json":
        write_json({"file": str(target), "stories": count})
    else:
        say(f"Copied the bank ({counted(count, 'story', 'stories')}, removed ones counted) to {target}.")
