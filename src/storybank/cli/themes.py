"""`storybank themes`: what questions are about."""

from __future__ import annotations

import click

from storybank.cli.reading import Form, format_option, open_shelf, show_cards, show_entry


@click.command("themes")
@click.argument("name", metavar="[NAME]", required=False)
@format_option
def command(name: str | None, form: Form) -> None:
    """The twelve themes of behavioural questions; with NAME, how to build an answer, what is wanted, red flags."""
    from storybank.playbook.index import cards
    from storybank.playbook.model import Theme

    shelf = open_shelf()
    if name:
        show_entry("theme", shelf.entry("theme", name.lower(), Theme), form)
        return
    listed = sorted(cards(shelf, "theme"), key=lambda card: card.number)
    show_cards(
        listed,
        form,
        title="Themes",
        kind="themes",
        more="storybank themes NAME",
        aside=lambda card: card.summary,
    )
