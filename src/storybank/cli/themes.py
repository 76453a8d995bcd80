"""`storybank themes`: what questions are about."""

from __future__ import annotations

import click

from storybank.cli.reading import Form, format_option, show_kind


@click.command("themes")
@click.argument("name", metavar="[NAME]", required=False)
@format_option
def command(name: str | None, form: Form) -> None:
    """The twelve themes of behavioural questions; with NAME, how to build an answer, what is wanted, red flags."""
    show_kind(
        "theme", name, form, more="storybank themes NAME", aside=lambda card: card.summary,
        arranged=lambda cards: sorted(cards, key=lambda card: card.number),
    )  # fmt: skip
