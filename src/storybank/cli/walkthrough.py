"""`storybank walkthrough`: an answer line by line, with what the interviewer thinks."""

from __future__ import annotations

import click

from storybank.cli.reading import Form, format_option, open_shelf, show_cards, show_entry


@click.command("walkthrough")
@click.argument("name", metavar="[NAME]", required=False)
@format_option
def command(name: str | None, form: Form) -> None:
    """The walkthroughs; with NAME, an answer line by line: what the interviewer thinks, weaker and stronger words."""
    from storybank.playbook.index import cards
    from storybank.playbook.model import Walkthrough

    shelf = open_shelf()
    if name:
        show_entry("walkthrough", shelf.entry("walkthrough", name.lower(), Walkthrough), form)
        return
    show_cards(
        cards(shelf, "walkthrough"), form, title="Walkthroughs", kind="walkthroughs",
        more="storybank walkthrough NAME", aside=lambda card: card.level,
    )  # fmt: skip
