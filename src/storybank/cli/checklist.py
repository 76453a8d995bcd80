"""`storybank checklist`: what to do before, during and after an interview, and in practice."""

from __future__ import annotations

import click

from storybank.cli.reading import Form, format_option, open_shelf, show_cards, show_entry

WHEN = ("before", "during", "after", "practice")


@click.command("checklist")
@click.argument("name", metavar="[NAME]", required=False)
@click.option("--when", type=click.Choice(WHEN), help="Only lists for one time.")
@format_option
def command(name: str | None, when: str | None, form: Form) -> None:
    """Checklists and plans; with NAME, one of them to tick off."""
    from storybank.playbook.index import cards
    from storybank.playbook.model import Checklist

    shelf = open_shelf()
    if name:
        show_entry("checklist", shelf.entry("checklist", name.lower(), Checklist), form)
        return
    listed = [card for card in cards(shelf, "checklist") if when is None or card.group == when]
    listed.sort(key=lambda card: WHEN.index(card.group))
    show_cards(
        listed, form, title="Checklists", kind="checklists", more="storybank checklist NAME",
        aside=lambda card: card.group,
    )  # fmt: skip
