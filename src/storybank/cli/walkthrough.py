"""`storybank walkthrough`: an answer line by line, with what the interviewer thinks."""

from __future__ import annotations

import click

from storybank.cli.reading import Form, format_option, show_kind


@click.command("walkthrough")
@click.argument("name", metavar="[NAME]", required=False)
@format_option
def command(name: str | None, form: Form) -> None:
    """The walkthroughs; with NAME, an answer line by line: what the interviewer thinks, weaker and stronger words."""
    show_kind(
        "walkthrough", name, form, more="storybank walkthrough NAME",
        aside=lambda card: card.level,
    )  # fmt: skip
