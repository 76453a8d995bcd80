"""`storybank levels`: what L5, L6 and L7 mean, in facts."""

from __future__ import annotations

import click

from storybank.cli.reading import Form, format_option, show_kind


@click.command("levels")
@click.argument("name", metavar="[L5|L6|L7]", required=False)
@format_option
def command(name: str | None, form: Form) -> None:
    """What each level is: people, teams, money, users, horizon, decisions, red flags; with a level, all of it."""
    show_kind(
        "level", name, form, more="storybank levels L6", spelled=str.upper, aside=lambda card: card.summary
    )
