"""`storybank guides`: pages of advice."""

from __future__ import annotations

import click

from storybank.cli.reading import Form, format_option, open_shelf, show_cards, show_entry


@click.command("guides")
@click.argument("name", metavar="[NAME]", required=False)
@format_option
def command(name: str | None, form: Form) -> None:
    """Pages of advice: STAR, metrics, timing, rounds, telling a story; with NAME, one of them."""
    from storybank.playbook.index import cards
    from storybank.playbook.model import Guide

    shelf = open_shelf()
    if name:
        show_entry("guide", shelf.entry("guide", name.lower(), Guide), form)
        return
    show_cards(cards(shelf, "guide"), form, title="Guides", kind="guides", more="storybank guides NAME")
