"""`storybank principles`: the values that companies interview for."""

from __future__ import annotations

import click

from storybank.cli.reading import Form, format_option, open_shelf, show_cards, show_entry


@click.command("principles")
@click.argument("name", metavar="[NAME]", required=False)
@click.option(
    "--company", metavar="NAME", help="Values of one company: amazon (without it), google, startup."
)
@format_option
def command(name: str | None, company: str | None, form: Form) -> None:
    """The principles that interviewers judge by; with NAME, one of them in full.

    Each says what interviewers look for, signs that it is there or missing, weak and strong wording, what it means
    at L5, L6 and L7, and which story to bring.
    """
    from storybank.playbook.index import cards
    from storybank.playbook.model import Company, Principle

    shelf = open_shelf()
    if name:
        show_entry("principle", shelf.entry("principle", name.lower(), Principle), form)
        return
    chosen = shelf.entry("company", (company or "amazon").lower(), Company)
    by_name = {card.name: card for card in cards(shelf, "principle")}
    show_cards(
        [by_name[value] for value in chosen.values if value in by_name], form, title=f"{chosen.title}: principles",
        kind="principles", more="storybank principles NAME",
    )  # fmt: skip
