"""`storybank pitfalls`: ways to lose a good story, and the way back."""

from __future__ import annotations

import click

from storybank.cli.reading import Form, format_option, open_shelf, show_cards, show_entry


@click.command("pitfalls")
@click.argument("name", metavar="[NAME]", required=False)
@format_option
def command(name: str | None, form: Form) -> None:
    """The pitfalls of interviews; with NAME, the weak line, what it costs, recovery and prevention."""
    from storybank.playbook.index import cards
    from storybank.playbook.model import Pitfall

    shelf = open_shelf()
    if name:
        show_entry("pitfall", shelf.entry("pitfall", name.lower(), Pitfall), form)
        return
    show_cards(
        cards(shelf, "pitfall"), form, title="Pitfalls", kind="pitfalls", more="storybank pitfalls NAME",
        aside=lambda card: card.group,
    )  # fmt: skip
