"""`storybank levels`: what L5, L6 and L7 mean, in facts."""

from __future__ import annotations

import click

from storybank.cli.reading import Form, format_option, open_shelf, show_cards, show_entry


@click.command("levels")
@click.argument("name", metavar="[L5|L6|L7]", required=False)
@format_option
def command(name: str | None, form: Form) -> None:
    """What each level is: people, teams, money, users, horizon, decisions, red flags; with a level, all of it."""
    from storybank.playbook.index import cards
    from storybank.playbook.model import LevelGuide

    shelf = open_shelf()
    if name:
        show_entry("level", shelf.entry("level", name.upper(), LevelGuide), form)
        return
    show_cards(
        cards(shelf, "level"), form, title="Levels", kind="levels", more="storybank levels L6",
        aside=lambda card: card.summary,
    )  # fmt: skip
