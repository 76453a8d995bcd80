"""`storybank checklist`: what to do before, during and after an interview, and in practice."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from storybank.cli.reading import Form, format_option, show_kind

if TYPE_CHECKING:
    from storybank.playbook.index import Card

WHEN = ("before", "during", "after", "practice")


@click.command("checklist")
@click.argument("name", metavar="[NAME]", required=False)
@click.option("--when", type=click.Choice(WHEN), help="Only lists for one time.")
@format_option
def command(name: str | None, when: str | None, form: Form) -> None:
    """Checklists and plans; with NAME, one of them to tick off."""

    def arranged(cards: list[Card]) -> list[Card]:
        chosen = [card for card in cards if when in (None, card.group)]
        return sorted(chosen, key=lambda card: WHEN.index(card.group))

    show_kind(
        "checklist", name, form, more="storybank checklist NAME", aside=lambda card: card.group,
        arranged=arranged,
    )  # fmt: skip
