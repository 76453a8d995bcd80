"""`storybank playbook`: a playbook of one's own: start one, check it."""

from __future__ import annotations

from pathlib import Path

import click

from storybank.cli.reading import Form, format_option, write_json


@click.group("playbook")
def command() -> None:
    """A playbook of your own: another company's values, your questions and scenarios.

    Name its folder in STORYBANK_PLAYBOOK, or as `playbook = ["FOLDER"]` in storybank.toml, and every command uses it.
    """


@command.command("check")
@click.argument("folder", type=click.Path(path_type=Path))
@format_option
def check_command(folder: Path, form: Form) -> None:
    """Check FOLDER: form, names and references. Exits 1 when something is wrong."""
    from storybank.playbook.checking import check

    found = check(folder)
    if form == "json":
        faults = [{"file": f.file, "line": f.line, "problem": f.problem} for f in found.faults]
        write_json({"entries": found.entries, "faults": faults})
    else:
        for fault in found.faults:
            click.echo(str(fault))
        counts = ", ".join(f"{n} of kind {kind}" for kind, n in found.entries.items() if n) or "no entries"
        wrong = f"{len(found.faults)} to mend" if found.faults else "all in order"
        click.echo(f"{folder}: {counts}; {wrong}.")
        if not found.entries:
            click.echo(
                "An entry is a TOML file in a folder such as principles/; `storybank playbook new` makes some."
            )
    if found.faults:
        raise SystemExit(1)


@command.command("new")
@click.argument("folder", type=click.Path(path_type=Path))
@click.option(
    "--company", default="my-company", show_default=True, help="Its name, in lower case with hyphens."
)
def new_command(folder: Path, company: str) -> None:
    """Start a playbook in FOLDER: a company, one of its values, one question, to fill in."""
    from storybank.playbook.starter import write_starter

    for path in write_starter(folder, company):
        click.echo(f"wrote {path}")
    click.echo(f"Fill them in, then run `storybank playbook check {folder}`.")
